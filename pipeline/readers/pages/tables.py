"""Tables of a page: which hold rows, which only lay the page out, and what merged cells cover."""

from dataclasses import dataclass, field

from pipeline.readers.pages.tree import Element

_CELLS = ("td", "th")
_WIDEST_SPAN = 100
"""More columns or rows than this in one `colspan` is a slip of an editor."""


@dataclass(slots=True)
class Tables:
    """The tables of one part of a page."""

    region: Element
    layout: dict[Element, bool] = field(default_factory=dict)
    """Whether a table only lays out the page: it holds another one, or one cell in every row."""
    grids: dict[Element, list[Element]] = field(default_factory=dict)
    """Row -> its cells by column, a merged cell in every row and column that it covers."""
    rows: dict[Element, bool] = field(default_factory=dict)
    """Whether a row is one of a table that holds rows."""
    outside: set[Element] = field(init=False)
    """The part itself and what it stands in."""

    def __post_init__(self) -> None:
        self.outside = {self.region, *self.region.iterancestors()}

    def stand_in(self) -> bool:
        """Whether there are any: most parts of pages have none."""
        return next(self.region.iter("table"), None) is not None

    def row_and_cell(self, element: Element) -> tuple[Element | None, Element | None]:
        """Those that the element is or stands in, where its table holds rows."""
        cell = element if element.tag in _CELLS else _next_cell(element)
        while cell is not None and cell not in self.outside and not _in_a_row(cell):
            cell = _next_cell(cell)
        row = None if cell is None or cell in self.outside else cell.getparent()
        return (row, cell) if row is not None and self._holds_data(row) else (None, None)

    def _holds_data(self, row: Element) -> bool:
        if row not in self.rows:
            table = next(row.iterancestors("table"), None)
            self.rows[row] = table is not None and not self._is_layout(table)
        return self.rows[row]

    def columns(self, row: Element) -> list[Element]:
        """The cells of a row by column."""
        if row not in self.grids:
            table = next(row.iterancestors("table"))
            self.grids.update(_grid(table))
        return self.grids[row]

    def _is_layout(self, table: Element) -> bool:
        if table not in self.layout:
            nested = sum(1 for _ in table.iter("table")) > 1
            self.layout[table] = nested or all(len(_cells(row)) < 2 for row in table.iter("tr"))
        return self.layout[table]


def _next_cell(element: Element) -> Element | None:
    above = element.getparent()
    while above is not None and above.tag not in _CELLS:
        above = above.getparent()
    return above


def _grid(table: Element) -> dict[Element, list[Element]]:
    grid: dict[Element, list[Element]] = {}
    covered: dict[int, list[Element]] = {}
    for row in table.iter("tr"):
        columns: list[Element] = []
        for cell in _cells(row):
            _take_covered(columns, covered)
            below = _span(cell, "rowspan") - 1
            for _ in range(_span(cell, "colspan")):
                if below or covered:
                    covered[len(columns)] = [cell] * below
                columns.append(cell)
        _take_covered(columns, covered)
        grid[row] = columns
    return grid


def _take_covered(columns: list[Element], covered: dict[int, list[Element]]) -> None:
    """Cells from rows above that reach into this row, at the columns where they stand."""
    while covered.get(len(columns)):
        columns.append(covered[len(columns)].pop())


def _in_a_row(cell: Element) -> bool:
    """A cell that stands in no row, as broken pages have them, is text like any other."""
    row = cell.getparent()
    return row is not None and row.tag == "tr"


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in _CELLS]


def _span(cell: Element, name: str) -> int:
    said = cell.get(name)
    if said is None:  # as most
        return 1
    text = said.strip()
    return min(max(int(text), 1), _WIDEST_SPAN) if text.isdecimal() else 1
