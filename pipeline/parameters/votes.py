"""What YAML may say to the extractor of roll calls: who the deputies are, and convocations."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from pipeline.parameters import Parameters
from pipeline.parameters.patterns import compiled

ChoiceWord = Literal["За", "Проти", "Утримався", "Не голосував", "Відсутній"]
"""A choice in the word that is published."""


class Deputy(Parameters):
    """Somebody who votes; protocols print the name whole, with initials, or as it was before."""

    id: str = Field(min_length=1)
    """`votingIdentifier` of the dataset of deputies."""
    name: str = Field(min_length=3)
    also: tuple[str, ...] = ()
    """Other names in protocols: before a marriage, a slip of the typist."""


class Convocation(Parameters):
    """A convocation, of which protocols print the number alone."""

    label: str = Field(pattern=r"^[IVXLC]+$|^[0-9]+$")
    since: date
    until: date | None = None


def _has_parts(pattern: str) -> str:
    if not set(compiled(pattern).groupindex) <= {"convocation", "session", "date"}:
        raise ValueError("the groups are convocation, session and date")
    return pattern


class Sheet(Parameters):
    """Votes as CSV: a row for each vote, a column for each deputy, headed by the name."""

    delimiter: str = Field(default=";", min_length=1, max_length=1)
    title: str = "FullAskText"
    """Column of the question."""
    result: str = "result"
    """Column of the outcome; empty: there is none."""
    when: str = ""
    """Column of the day and the time of the vote; empty: there is none."""
    ignore: tuple[str, ...] = ("id",)
    """Columns that are no deputies."""
    meeting: Annotated[str, AfterValidator(_has_parts)] = (
        r"convocation-(?P<convocation>\w+)-session-(?P<session>\d+)-date-(?P<date>\d{4}-\d\d-\d\d)"
    )
    """What the address says of the meeting: groups `convocation`, `session`, `date`."""


class VotesParameters(Parameters):
    """How to read printed roll calls."""

    deputies: tuple[Deputy, ...] = ()
    """Without a list everybody is known by the name as printed."""
    convocations: tuple[Convocation, ...] = ()
    sheet: Sheet = Sheet()
    """How votes in CSV are laid out."""
    words: Mapping[str, ChoiceWord] = {}
    """Signs of the council for choices: `Так: За`. Those that a legend in the file explains need
    not be named."""
    blank: ChoiceWord | Literal[""] = ""
    """What an empty cell of a deputy means in a table of votes; empty: nothing, unless the file
    says so."""
    held: float = Field(default=0, ge=0, lt=1)
    """Share of the roll calls that may be held back whole, since a line among their votes is not
    read; above it such lines are errors."""

    @model_validator(mode="after")
    def _each_once(self) -> "VotesParameters":
        ids = [deputy.id for deputy in self.deputies]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)}: two deputies with one id")
        return self
