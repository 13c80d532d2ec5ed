"""Rules that fill a column which the source does not have; each is named in the descriptor."""

from typing import Annotated, Literal

from pydantic import Field

from pipeline.parameters import Parameters
from pipeline.parameters.spreadsheet import SpreadsheetOptions


class Constant(Parameters):
    """The same text in every row: `status: Чинний` as of the snapshot."""

    rule: Literal["constant"]
    value: str = Field(min_length=1)
    because: str = Field(min_length=1)
    """Why this may be said of every row; readers of the findings see it."""


class SameAs(Parameters):
    """The value of another column of the row."""

    rule: Literal["same-as"]
    field: str
    because: str = Field(min_length=1)


class NumberAndYear(Parameters):
    """Number of an act, hyphen, year of its date: the identifier that the form advises."""

    rule: Literal["number-and-year"]
    number: str
    date: str


class BodyTitle(Parameters):
    """Title of the publishing body on the date in the row, from the holder's timeline."""

    rule: Literal["body-title"]
    date: str


class BodyCode(Parameters):
    """ЄДРПОУ of the publishing body on the date in the row; empty while unconfirmed."""

    rule: Literal["body-code"]
    date: str


class Territory(Parameters):
    """КАТОТТГ of the community, from the holder."""

    rule: Literal["territory"]


class TerritoryCode(Parameters):
    """Code of КАТОТТГ from the former one, where it became exactly one."""

    rule: Literal["territory-code"]
    koatuu: str
    former: str = Field(min_length=1)
    """File beside the descriptor: its first two columns are КОАТУУ and КАТОТТГ."""
    reading: SpreadsheetOptions = SpreadsheetOptions()
    """How to read it."""


Rule = Annotated[
    Constant | SameAs | NumberAndYear | BodyTitle | BodyCode | Territory | TerritoryCode,
    Field(discriminator="rule"),
]
"""Told apart by `rule`."""
