"""Where a table stands in its sheet, as declared: which columns, where it begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import SourceError
from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import letters_of, position_of, ranges
from pipeline.readers.grids.grid import Area, Grid, SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.text import fold_lookalikes, fold_spaces

_DEEPEST = 200
"""A header stands in the first rows, or not at all."""


def placed(grid: Grid, options: SpreadsheetOptions) -> tuple[Grid, SpreadsheetOptions]:
    """The grid up to the end of the table, and the options with the row of its header.

    Raises:
        SourceError: what the table is known by is not there.
    """
    grid = _between_columns(grid, options)
    above = _above(grid, options)
    header = above + _header_row(grid, above, options)
    settled = options.model_copy(update={"header_row": header})
    return _cut(grid, settled), settled


def lying(grid: Grid, options: SpreadsheetOptions) -> tuple[Grid, int]:
    """The grid up to the end of a table whose records are no rows, and its first row from 1.

    Raises:
        SourceError: what the table is known by is not there.
    """
    grid = _between_columns(grid, options)
    first = _above(grid, options) + options.header_row
    if options.header_has:
        first = _first_named(grid, first - 1, options)
    settled = options.model_copy(update={"header_row": first, "header_rows": 0})
    return _cut(grid, settled), first


def _first_named(grid: Grid, above: int, options: SpreadsheetOptions) -> int:
    """The first row from 1 that has one of the names, of those that stand in one column."""
    wanted = {header_key(name): name for name in options.header_has}
    rows = grid.rows[above:]
    keys = [[header_key(cell) for cell in row.cells] for row in rows]
    for position in range(max((len(cells) for cells in keys), default=0)):
        column = [cells[position] if position < len(cells) else "" for cells in keys]
        if wanted.keys() <= set(column):
            return above + 1 + min(column.index(key) for key in wanted)
    said = {key for cells in keys for key in cells}
    lacking = [name for key, name in wanted.items() if key not in said] or [*wanted.values()]
    raise SourceError("names-are-not-found", source=grid.source, names=" · ".join(lacking))


def text_of_row(row: SheetRow) -> str:
    """The first cell with text, on one line."""
    return next((text for cell in row.cells if (text := fold_spaces(cell))), "")


def speaks(row: SheetRow, pattern: str) -> bool:
    """Whether the text of a row matches a declared pattern."""
    return speaks_text(text_of_row(row), pattern)


def speaks_text(text: str, pattern: str) -> bool:
    """Whether a text matches a declared pattern, as typed or with look-alike letters folded."""
    return bool(re.search(pattern, text) or re.search(pattern, fold_lookalikes(text)))


def _between_columns(grid: Grid, options: SpreadsheetOptions) -> Grid:
    if not options.columns:
        return grid
    first, last = (position_of(letters) for letters in options.columns.split(":"))
    return replace(
        grid,
        first=first,
        rows=tuple(_sliced(row, first, last) for row in grid.rows),
        merged=tuple(_clipped(grid.merged, first, last)),
        findings=(*grid.findings, *_beside(grid, first, last)),
    )


def _sliced(row: SheetRow, first: int, last: int) -> SheetRow:
    numbers, dates = (
        frozenset(place - first for place in places if first <= place <= last)
        for places in (row.numbers, row.dates)
    )
    return replace(row, cells=row.cells[first : last + 1], numbers=numbers, dates=dates)


def _clipped(areas: Sequence[Area], first: int, last: int) -> list[Area]:
    return [
        replace(area, left=max(area.left, first) - first, right=min(area.right, last) - first)
        for area in areas
        if area.left <= last and area.right >= first
    ]


def _beside(grid: Grid, first: int, last: int) -> tuple[Finding, ...]:
    """Columns with text that are not read."""
    others = {
        position
        for row in grid.rows
        for position, cell in enumerate(row.cells)
        if not first <= position <= last and cell.strip()
    }
    if not others:
        return ()
    finding = Finding(
        code="columns-not-read",
        severity=Severity.INFO,
        place=grid.place(1, min(others)),
        details={"columns": ", ".join(letters_of(position) for position in sorted(others))},
    )
    return (finding,)


def _above(grid: Grid, options: SpreadsheetOptions) -> int:
    """How many rows stand before the one that row 1 of the header is counted from."""
    if options.begins_after is None:
        return 0
    for number, row in enumerate(grid.rows, start=1):
        if speaks(row, options.begins_after):
            return number
    raise SourceError("table-title-is-absent", source=grid.source, pattern=options.begins_after)


def _header_row(grid: Grid, above: int, options: SpreadsheetOptions) -> int:
    if not options.header_has:
        return options.header_row
    wanted = {header_key(name): name for name in options.header_has}
    nearest, lacking = 0, list(wanted.values())
    for number, row in enumerate(grid.rows[above : above + _DEEPEST], start=1):
        known = {header_key(cell) for cell in row.cells}
        absent = [name for key, name in wanted.items() if key not in known]
        if not absent:
            return number
        if len(absent) < len(lacking):
            nearest, lacking = row.line, absent
    raise SourceError(
        "header-is-not-found",
        source=grid.source,
        names=" · ".join(lacking),
        row=nearest,
    )


def _cut(grid: Grid, options: SpreadsheetOptions) -> Grid:
    """The grid without what stands below the table, which is said."""
    start = options.data_row - 1
    end = _end(grid.rows, start, options)
    if end is None:
        if options.until is None:
            return grid
        finding = Finding(
            code="table-end-is-absent",
            severity=Severity.INFO,
            place=grid.place(grid.rows[-1].line if grid.rows else 1),
            details={"pattern": options.until},
        )
        return replace(grid, findings=(*grid.findings, finding))
    below = [row.line for row in grid.rows[end:] if row.has_text]
    return replace(grid, rows=grid.rows[:end], findings=(*grid.findings, *_below(grid, below)))


def _end(rows: Sequence[SheetRow], start: int, options: SpreadsheetOptions) -> int | None:
    seen = False
    for index, row in enumerate(rows[start:], start=start):
        if options.until_blank and seen and not row.has_text:
            return index
        if options.until is not None and row.has_text and speaks(row, options.until):
            return index
        seen = seen or row.has_text
    return None


def _below(grid: Grid, lines: Sequence[int]) -> tuple[Finding, ...]:
    if not lines:
        return ()
    finding = Finding(
        code="rows-below-table",
        severity=Severity.INFO,
        place=grid.place(lines[0]),
        details={"count": len(lines), "rows": ranges(lines)},
    )
    return (finding,)


def without_hidden(
    rows: Sequence[SheetRow], grid: Grid, options: SpreadsheetOptions
) -> tuple[tuple[SheetRow, ...], tuple[Finding, ...]]:
    """The rows that are read, and what is said of the hidden ones."""
    hidden = {row.line for row in rows} & grid.hidden_rows
    if not hidden:
        return tuple(rows), ()
    finding = Finding(
        code="rows-are-hidden",
        severity=Severity.WARNING,
        place=grid.place(min(hidden)),
        details={
            "count": len(hidden),
            "rows": ranges(hidden),
            "read": "no" if options.skip_hidden_rows else "yes",
        },
    )
    if not options.skip_hidden_rows:
        return tuple(rows), (finding,)
    return tuple(row for row in rows if row.line not in hidden), (finding,)
