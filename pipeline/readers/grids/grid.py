"""Rows of a table as its file gives them, before a header is made of some of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Finding, Place
from pipeline.readers.grids.cells import letters_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row of a sheet or one record of a CSV."""

    line: int
    """Row of the sheet, or line of the file on which the record begins; from 1."""
    cells: tuple[str, ...]
    numbers: frozenset[int] = frozenset()
    """Positions of cells stored as numbers without a format that shows leading zeros."""
    dates: frozenset[int] = frozenset()
    """Positions of cells stored as dates, whatever was typed."""

    @property
    def has_text(self) -> bool:
        """Whether any cell holds more than spaces."""
        return any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A merged area; rows from 1, columns by position from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


Cell = tuple[int, int | None]
"""Row from 1 and position from 0; without a position the row as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Where the cells of a table stand whose records are no rows of its file."""

    grid: "Grid"
    """As the file has it."""
    cells: Mapping[Cell, Cell]
    """Place in the table -> place in the grid."""

    def place(self, line: int, position: int | None = None) -> Place:
        """The place of a record, or of one of its cells; of the record where it has no such."""
        return self.grid.place(*self.cells.get((line, position), self.cells[line, None]))

    def lines(self) -> frozenset[int]:
        """Rows of the file that have cells of the table."""
        return frozenset(line for line, position in self.cells.values() if position is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Everything a file says about one table."""

    source: str
    name: str | None
    """Name of the sheet; none for a file without sheets."""
    rows: tuple[SheetRow, ...]
    first: int = 0
    """Position in the sheet of the first column that is read."""
    elements: Mapping[int, str] = field(default_factory=dict)
    """Row -> where it stands in a page, document or JSON: `table[2]/row[7]`."""
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()

    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Row and position in the sheet -> addresses that the cell of a page leads to, by comma."""
    turned: Turned | None = None
    """Where its cells stand, when its rows are no rows of the file."""

    def place(self, line: int, position: int | None = None) -> Place:
        """The place of a row, or of the cell at a position in it."""
        if self.turned is not None:
            return self.turned.place(line, position)
        element = self.elements.get(line)
        if element is not None:
            inside = "" if position is None else f"/cell[{position + self.first + 1}]"
            return Place(source=self.source, element=element + inside)
        cell = None
        if self.name is not None and position is not None:
            cell = f"{letters_of(position + self.first)}{line}"
        return Place(source=self.source, sheet=self.name, cell=cell, line=line)


def filled(rows: Sequence[SheetRow], areas: Sequence[Area]) -> Iterator[SheetRow]:
    """The rows with the value of each merged area in every cell of it."""
    cells = {row.line: list(row.cells) for row in rows}
    for area in areas:
        top = cells.get(area.top, [])
        value = top[area.left : area.left + 1]
        for line in range(area.top, area.bottom + 1):
            if line in cells and value:
                width = len(cells[line][area.left : area.right + 1])
                cells[line][area.left : area.left + width] = value * width
    yield from (replace(row, cells=tuple(cells[row.line])) for row in rows)


def links_of(grid: Grid, cells: Mapping[Cell, Cell]) -> Iterator[tuple[tuple[int, int], str]]:
    """The links of the cells, by their places in the turned table."""
    for (line, at), (row, position) in cells.items():
        if line and at is not None and position is not None:
            link = grid.links.get((row, position + grid.first))
            if link:
                yield (line, at + grid.first), link
