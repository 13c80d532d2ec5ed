"""Rows of cards: where the name of a field stands in each, and the value beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.grid import Area, Grid, SheetRow, filled
from pipeline.readers.grids.headers import header_key, joined_names
from pipeline.ukrainian.text import fold_spaces

NUMBER = re.compile(r"(?:[0-9]{1,3}[.)]?){1,3}")
"""Of a field in its card: `7.`, `2.1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a card."""

    row: SheetRow
    name: str
    name_at: int
    at: int
    """Position of the value; of the heading itself where the row is one."""
    first: int = 0
    """Position of the first column with names; before it a row may only be numbered."""
    beside_at: int | None = None
    """Position of the text that tells cards apart."""
    continues: bool
    """Whether the name is merged with that of the row above."""

    @property
    def value(self) -> str:
        """What stands beside the name."""
        return self.row.cells[self.at] if self.at < len(self.row.cells) else ""

    @property
    def beside(self) -> str:
        """The text that tells cards apart."""
        return "" if self.beside_at is None else self.row.cells[self.beside_at].strip()

    @property
    def is_single(self) -> bool:
        """Whether the row has one cell with text."""
        return sum(bool(cell.strip()) for cell in self.row.cells) == 1

    def in_group(self, group: str) -> "Line":
        """The row with the name of its group before that of the field."""
        return replace(self, name=f"{group} {self.name}") if group and self.name else self

    def as_heading(self) -> "Line":
        """The row whose only text is its value."""
        at = next(at for at, cell in enumerate(self.row.cells) if cell.strip())
        return replace(self, at=at, name_at=at)

    @property
    def more(self) -> int | None:
        """Position of the first text behind the value, or before the name but for a number."""
        for at, cell in enumerate(self.row.cells):
            is_text = at > self.at or (at < self.first and not NUMBER.fullmatch(cell.strip()))
            if is_text and cell.strip() and at != self.beside_at:
                return at
        return None

    @property
    def is_number(self) -> bool:
        """Whether the value is stored as a number."""
        return self.at in self.row.numbers

    @property
    def is_date(self) -> bool:
        """Whether the value is stored as a date."""
        return self.at in self.row.dates


class Lines:
    """The rows of a table of cards."""

    def __init__(self, grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions) -> None:
        self._beside = _first(body, options) if options.cards and options.cards.beside else None
        self._first = _first(body, options) if self._beside is None else self._beside + 1
        self._last = self._first + options.header_rows - 1
        self._body = body
        areas = [area for area in grid.merged if area.left <= self._last]
        self._areas = [replace(area, right=min(area.right, self._last)) for area in areas]

    def __iter__(self) -> Iterator[Line]:
        continued = {line for area in self._areas for line in self._continued(area)}
        for row, spread in zip(self._body, filled(self._body, self._areas), strict=True):
            names = [[fold_spaces(cell)] for cell in spread.cells[self._first : self._last + 1]]
            yield Line(
                row=row,
                name="".join(joined_names(names)),
                name_at=self._last,
                at=self._last + 1,
                first=self._first,
                beside_at=self._beside,
                continues=row.line in continued,
            )

    def _continued(self, area: Area) -> range:
        """The rows below its first that an area over the last of the names covers."""
        covers = area.left <= self._last <= area.right
        return range(area.top + 1, area.bottom + 1) if covers else range(0)


def _first(body: Sequence[SheetRow], options: SpreadsheetOptions) -> int:
    """Where the names begin: the column of the field that begins a card, or the first with text."""
    begins = options.cards.begins if options.cards else None
    for row in body if begins else ():
        for at in range(len(row.cells)):
            name = " ".join(row.cells[at : at + options.header_rows])
            if header_key(name) == header_key(begins or ""):
                return at
    pairs = [row for row in body if sum(bool(cell.strip()) for cell in row.cells) > 1] or body
    full = [
        (at, cell.strip()) for row in pairs for at, cell in enumerate(row.cells) if cell.strip()
    ]
    # Numbers alone are those of fields, not their names; but they may tell cards apart.
    is_beside = options.cards is not None and options.cards.beside is not None
    named = [at for at, cell in full if is_beside or not NUMBER.fullmatch(cell)]
    return min(named or [at for at, _ in full], default=0)
