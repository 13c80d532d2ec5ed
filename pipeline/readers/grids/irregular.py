"""What a table has that a table should not: each oddity is said, with its place."""

import re
from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import letters_of, ranges
from pipeline.readers.grids.grid import Area, Grid, SheetRow

MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЇїІіЄєҐґ]")


def irregular_rows(
    grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions
) -> Iterator[Finding]:
    """Text above the header, records of another width than it, merged cells, empty rows."""
    yield from rows_above(grid, options)
    yield from _uneven(grid, body, options)
    yield from merged(grid, body, options)
    yield from _blank(grid, body)


def irregular_text(
    grid: Grid, header: Sequence[str], rows: Sequence[SheetRow], options: SpreadsheetOptions
) -> Iterator[Finding]:
    """Names and values with letters of both alphabets in one word, characters lost before us."""
    line = grid.rows[options.header_row - 1].line
    for position, name in enumerate(header):
        if any(_LATIN.search(word) and _CYRILLIC.search(word) for word in re.findall(r"\w+", name)):
            yield Finding(
                code="header-mixes-alphabets",
                severity=Severity.INFO,
                place=grid.place(line, position),
                value=name,
            )
    mixed = [row.line for row in rows if MIXED.search("\n".join(row.cells))]
    if mixed:
        yield Finding(
            code="values-mix-alphabets",
            severity=Severity.INFO,
            place=grid.place(mixed[0]),
            details={"count": len(mixed), "rows": ranges(mixed)},
        )
    lost = [row.line for row in rows if any("\ufffd" in cell for cell in row.cells)]
    if lost:
        yield Finding(
            code="characters-are-lost",
            severity=Severity.WARNING,
            place=grid.place(lost[0]),
            details={"count": len(lost), "rows": ranges(lost)},
        )


def rows_above(grid: Grid, options: SpreadsheetOptions) -> Iterator[Finding]:
    """Text above the table."""
    full = [row for row in grid.rows[: options.header_row - 1] if row.has_text]
    if full:
        yield Finding(
            code="rows-above-header",
            severity=Severity.INFO,
            place=grid.place(full[0].line),
            details={"count": len(full)},
        )


def _uneven(grid: Grid, rows: Sequence[SheetRow], options: SpreadsheetOptions) -> Iterator[Finding]:
    """Records of a CSV that are not as wide as its header; sheets have no width of their own."""
    if grid.name is not None:
        return
    header = grid.rows[options.header_row - 1 : options.header_row - 1 + options.header_rows]
    width = max(len(row.cells) for row in header)
    body = [row for row in rows if row.has_text]
    for row in body:
        if any(cell.strip() for cell in row.cells[width:]):
            yield Finding(
                code="row-is-too-long",
                severity=Severity.ERROR,
                place=grid.place(row.line),
                value=row.cells[width],
                details={"found": len(row.cells), "expected": width},
            )
    short = [row.line for row in body if len(row.cells) < width]
    if short:
        yield Finding(
            code="rows-are-too-short",
            severity=Severity.WARNING,
            place=grid.place(short[0]),
            details={"count": len(short), "rows": ranges(short), "expected": width},
        )


def merged(grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions) -> Iterator[Finding]:
    """Cells of several rows or columns whose value stands in the first alone."""
    lines = {row.line for row in body} if not options.fill_merged else set()
    for area in grid.merged:
        if area.top in lines and any(cell.strip() for cell in _first(grid, area)):
            yield Finding(
                code="cells-are-merged",
                severity=Severity.WARNING,
                place=grid.place(area.top, area.left),
                details={"last": f"{letters_of(area.right)}{area.bottom}"},
            )


def _first(grid: Grid, area: Area) -> tuple[str, ...]:
    """The cell that has the value of the area; merged areas are of files whose rows run from 1."""
    return grid.rows[area.top - 1].cells[area.left : area.left + 1]


def _blank(grid: Grid, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    """Empty rows between full ones; those after the last are only a used range larger than data."""
    full = [row.line for row in rows if row.has_text]
    blank = [row.line for row in rows if full and row.line < full[-1] and not row.has_text]
    if blank:
        yield Finding(
            code="rows-are-blank",
            severity=Severity.INFO,
            place=grid.place(blank[0]),
            details={"count": len(blank), "rows": ranges(blank)},
        )
