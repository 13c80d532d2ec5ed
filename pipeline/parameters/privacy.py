"""What a descriptor may say about personal data: one treatment a column, strict by default."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from pipeline.parameters import Parameters

Mark = Annotated[str, Field(pattern=r"^\[[a-zа-щьюяґєії’ ]{1,30}\]$")]
"""What stands where something was masked: lower-case words in square brackets, never a name."""


class Treatment(StrEnum):
    """What happens to personal data in a column."""

    REDACT = "redact"
    """Persons, codes and flats are replaced by marks, the rest of the text stays."""
    REFUSE = "refuse"
    """A code or a flat is an error; names only in links and names of files. Every other column."""
    REFUSE_NAMES = "refuse-names"
    """A person, a code or a flat is an error."""
    ALLOW = "allow"
    """What `permit` lists stays, for a written reason; the rest is an error as under `refuse`."""


class Officials(StrEnum):
    """What happens to a person who is named with the public post."""

    KEEP = "keep"
    """Stays where the post stands directly before the name and the act is not a private matter."""
    MASK = "mask"


class Quoted(StrEnum):
    """What happens to a person's name that stands in «…» as the name of an organisation."""

    KEEP = "keep"
    """Stays where a legal form or a word for a body announces the name."""
    SCAN = "scan"
    """A given name, a patronymic or initials there tell a person; a lone surname names the firm."""


class Flat(StrEnum):
    """What happens to the number of a flat or of a room in a dormitory."""

    MASK = "mask"
    REFUSE = "refuse"


class Permit(StrEnum):
    """What a written reason may let through; codes of persons are refused whatever is said."""

    PERSON = "person"
    """Names in columns that exist to name officials: deputies, responsible persons, contacts."""
    MOBILE_PHONE = "mobile-phone"
    """A number that the body itself announces."""
    IBAN = "iban"
    """An account of the body or of a supplier that is a legal person."""
    EMAIL = "email"
    """A mailbox that the body itself announces."""
    CAR_NUMBER = "car-number"
    """Vehicles of the body or of its enterprises."""
    FLAT = "flat"
    """The registered address of a legal person."""


class ColumnPolicy(Parameters):
    """What happens to personal data in one column.

    Example:
        title: {treatment: redact}
        quote: {treatment: redact, officials: mask}
        legalAddress: {treatment: refuse, flat: mask}
        head: {treatment: allow, permit: [person], reason: heads of the council's own bodies}
    """

    treatment: Treatment = Treatment.REFUSE
    officials: Officials = Officials.KEEP
    """Heeded by `redact` and `refuse-names`."""
    quoted: Quoted = Quoted.KEEP
    """Heeded by `redact` and `refuse-names`."""
    flat: Flat | None = None
    """Without it a flat is masked under `redact` and refused under any other treatment."""
    permit: tuple[Permit, ...] = (Permit.PERSON,)
    """Heeded by `allow` alone."""
    reason: str = ""
    """Why this may be public; required by `allow`."""

    @model_validator(mode="after")
    def _allowed_for_a_reason(self) -> "ColumnPolicy":
        if self.treatment is Treatment.ALLOW and not self.reason:
            raise ValueError("allow needs a written reason")
        return self


class TablePolicy(Parameters):
    """What happens to personal data in a table."""

    columns: Mapping[str, ColumnPolicy] = Field(default_factory=dict)
    """A column that is not named is treated by `ColumnPolicy()`: codes and flats are refused."""
    mark: Mark = "[особа]"
    """Replaces a person."""
    code_mark: Mark = "[код]"
    """Replaces a code, a phone, a mailbox, a number plate or a date of birth."""
    address_mark: Mark = "[адреса]"
    """Replaces the street and house where a person lives."""
    flat_mark: Mark = "[квартира]"
    """Replaces a flat or a room in a dormitory."""
