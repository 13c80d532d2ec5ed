"""What a detector says: which rule, from where to where; never the text itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pipeline.validation.personal.folding import Folded


class Rule(StrEnum):
    """Kinds of personal data (regulation 835, tables of chapter 5 of the project's digest)."""

    PERSON = "person"
    TAX_NUMBER = "tax-number"
    """РНОКПП, ten digits with a check digit."""
    PASSPORT = "passport"
    """Passport book: two letters and six digits."""
    ID_CARD = "id-card"
    """Passport card: nine digits."""
    FOREIGN_PASSPORT = "foreign-passport"
    POPULATION_RECORD = "population-record"
    """УНЗР: date of birth and five digits."""
    IBAN = "iban"
    BANK_CARD = "bank-card"
    MOBILE_PHONE = "mobile-phone"
    HOME_PHONE = "home-phone"
    """A landline at home, or given for one citizen."""
    EMAIL = "email"
    CAR_NUMBER = "car-number"
    BIRTH_DATE = "birth-date"
    ADDRESS = "address"
    """Where a person lives."""
    FLAT = "flat"
    """A flat, or a room in a dormitory."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Hit:
    """Personal data in a text, as offsets of the text that was scanned."""

    start: int
    end: int
    rule: Rule
    official: bool = False
    """A person named with the public post; the policy decides."""


class Detector(Protocol):
    """Finds one kind of personal data."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        ...


def apart(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Hits in the order of the text; of those that overlap the first and longest stays."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rule)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end:
            last = kept[-1]
            kept[-1] = Hit(
                start=last.start,
                end=hit.end,
                rule=last.rule,
                official=last.official and hit.official,
            )
    return tuple(kept)
