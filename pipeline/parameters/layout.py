"""What YAML may say about the shape of a table: sections, totals, what is around it.

Patterns are tried on the first cell with text of a row, as typed and with look-alike letters
folded; `(?i)` makes them blind to case.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from pipeline.parameters import Parameters
from pipeline.parameters.patterns import Pattern

Name = Annotated[str, Field(min_length=1)]
COUNTED = "rows"
"""Group of a pattern of totals that holds a printed number of rows."""


class Section(Parameters):
    """Rows with one cell that name what follows; their text becomes a column."""

    name: Name
    """Name of the column that it becomes; it stands after those of the table."""
    matches: Pattern | None = None
    """Which rows with one cell; all of them when empty. The first section that matches wins, and
    one that stands earlier in the list ends those after it."""


class CardHeading(Parameters):
    """The row with one cell that stands above each card; its text becomes a column."""

    name: Name
    matches: Pattern


class Cards(Parameters):
    """Records written one below another, each a list of fields: a name, and the value beside it."""

    begins: Name | None = None
    """Name of the field that every card begins with."""
    heading: CardHeading | None = None
    """What every card begins with where that is no field."""
    beside: Name | None = None
    """Name of the column that the text before the names becomes: a card begins where it changes;
    an empty cell, as below a merged one, means the text above."""
    skip: Pattern | None = None
    """Rows that are no fields: «Назва поля | Значення», names of parts of a card."""

    @model_validator(mode="after")
    def _begin_in_one_way(self) -> "Cards":
        ways = (self.begins, self.heading, self.beside)
        if sum(way is not None for way in ways) != 1:
            raise ValueError("cards need one of begins, heading, beside: how each of them begins")
        return self


class Totals(Parameters):
    """Rows that sum up what stands above them: left out, and compared with it."""

    matches: Pattern
    """With a group `(?P<rows>[0-9]+)` the pattern is also tried on all cells of the row, one space
    between them: what the group holds is compared with the number of rows."""
    of: Literal["table", "section"] = "table"
    """What they sum up: all rows above, or those since the last such row or section."""
    columns: tuple[Name, ...] = ()
    """Names of the columns that are compared; every column of numbers when empty."""
