"""Tables whose cells cover several columns or rows, laid out as rows of equal cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.grid import Area

_WIDEST = 1000
"""What a browser takes for `colspan` at most (HTML standard, 4.9.11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A cell and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1
    link: str = ""
    """Addresses that it leads to, by comma."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Code of `pipeline.readers.grids.marked` -> what of it is so."""


@dataclass(slots=True)
class _Layout:
    """Rows laid out so far."""

    limit: int
    """Most cells; a few bytes may ask for many."""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    marks: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    covered: dict[int, int] = field(default_factory=dict)
    """Column -> rows below that a cell from above still covers."""
    size: int = 0


class Laid(NamedTuple):
    """Cells by row and column."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...]
    links: Mapping[tuple[int, int], str]
    marks: Mapping[str, Mapping[tuple[int, int], str]]


def laid_out(rows: Sequence[Iterable[Span]], source: str, options: SpreadsheetOptions) -> Laid:
    """Each text in the first cell of its area, and the areas of more than one cell.

    Raises:
        SourceError: spans ask for more cells than the options allow.
    """
    layout = _Layout(limit=options.max_cells)
    for number, row in enumerate(rows):
        left = len(rows) - number
        cells = _row(layout, row, left)
        layout.rows.append(tuple(cells))
        layout.size += len(cells)
        if layout.size > layout.limit:
            limit = layout.limit
            raise SourceError("sheet-is-too-large", source=source, cells=layout.size, limit=limit)
    merged = tuple(layout.merged)
    return Laid(tuple(layout.rows), merged, layout.links, layout.marks)


def _row(layout: _Layout, row: Iterable[Span], left: int) -> list[str]:
    cells: list[str] = []
    line = len(layout.rows) + 1
    for span in row:
        _skip_covered(cells, layout.covered)
        across, down = min(max(span.across, 1), _WIDEST), min(max(span.down, 1), left)
        start = len(cells)
        _remember(span, (line, start), layout)
        if across > 1 or down > 1:
            end = start + across - 1
            layout.merged.append(Area(top=line, left=start, bottom=line + down - 1, right=end))
        for position in range(start, start + across):
            layout.covered[position] = down - 1
        cells += [span.text, *[""] * (across - 1)]
    _skip_covered(cells, layout.covered)
    return cells


def _remember(span: Span, spot: tuple[int, int], layout: _Layout) -> None:
    """What is known of the cell beside its text."""
    if span.link:
        layout.links[spot] = span.link
    for code, text in span.marks.items():
        if text:
            layout.marks.setdefault(code, {})[spot] = text


def _skip_covered(cells: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append("")
