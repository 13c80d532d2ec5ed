"""Tables of a page: which hold rows, and which only lay the page out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

_CELLS = ("td", "th")


def cell_of(element: etree._Element, region: etree._Element) -> etree._Element | None:
    """The cell that the element is or stands in, where its table holds rows of cells.

    A table with another one inside, or with one cell in every row, only lays out the page.
    """
    for ancestor in (element, *element.iterancestors()):
        if ancestor is region:
            return None
        if ancestor.tag in _CELLS:
            table = next(ancestor.iterancestors("table"), None)
            return ancestor if table is not None and _holds_rows(table) else None
    return None


def _holds_rows(table: etree._Element) -> bool:
    nested = sum(1 for _ in table.iter("table")) > 1
    return not nested and any(len(_cells(row)) > 1 for row in table.iter("tr"))


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in _CELLS]


@dataclass(slots=True)
class Grid:
    """The cells of a table by column, merged ones in every row and column that they cover."""

    waiting: dict[int, tuple[int, etree._Element]] = field(default_factory=dict)
    """Column -> rows still covered by a cell from above, and that cell."""

    def row(self, row: etree._Element) -> list[etree._Element]:
        """The cells of the next row, one a column."""
        columns: list[etree._Element] = []
        for cell in _cells(row):
            self._take_waiting(columns)
            for _ in range(_span(cell, "colspan")):
                self.waiting[len(columns)] = (_span(cell, "rowspan") - 1, cell)
                columns.append(cell)
        self._take_waiting(columns)
        return columns

    def _take_waiting(self, columns: list[etree._Element]) -> None:
        while self.waiting.get(len(columns), (0, None))[0] > 0:
            rows, cell = self.waiting[len(columns)]
            self.waiting[len(columns)] = (rows - 1, cell)
            columns.append(cell)


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text), 100) if text.isdigit() and int(text) > 0 else 1


def rows_of(
    cells: Iterable[etree._Element | None],
) -> Iterator[tuple[etree._Element | None, int]]:
    """Neighbouring lines of one row: the row, or None outside of tables, and how many lines."""
    rows = (None if cell is None else cell.getparent() for cell in cells)
    for row, group in groupby(rows):
        yield row, sum(1 for _ in group)
