"""Rows of cards: where the name of a field stands in each, and the value beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grid import Area, Grid, SheetRow, filled
from pipeline.readers.headers import joined_names
from pipeline.ukrainian.text import fold_spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a card."""

    row: SheetRow
    name: str
    name_at: int
    at: int
    """Position of the value; of the heading itself where the row is one."""
    continues: bool
    """Whether the name is merged with that of the row above."""

    @property
    def value(self) -> str:
        """What stands beside the name."""
        return self.row.cells[self.at] if self.at < len(self.row.cells) else ""

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
        """Position of the first text behind the value."""
        cells = enumerate(self.row.cells)
        return next((at for at, cell in cells if at > self.at and cell.strip()), None)

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
        full = (at for row in body for at, cell in enumerate(row.cells) if cell.strip())
        self._first = min(full, default=0)
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
                continues=row.line in continued,
            )

    def _continued(self, area: Area) -> range:
        """The rows below its first that an area over the last of the names covers."""
        covers = area.left <= self._last <= area.right
        return range(area.top + 1, area.bottom + 1) if covers else range(0)
