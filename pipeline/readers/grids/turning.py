"""Tables whose records are no rows: those that lie on a side, and cards one below another.

They are turned right after they are read, so that sections, totals and every rule of a registry
hold for them as for any table; `Turned` keeps where each cell stands in the file.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import SourceError
from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.card_rows import read_cards
from pipeline.readers.grids.grid import Area, Cell, Grid, SheetRow, Turned, filled, links_of
from pipeline.readers.grids.headers import joined_names, reaching
from pipeline.readers.grids.irregular import merged, rows_above
from pipeline.readers.grids.layout import lying, placed, speaks, text_of_row, without_hidden

_SETTLED = {
    "header_row": 1,
    "header_rows": 1,
    "header_has": (),
    "fill_header": False,
    "fill_merged": False,
    "transposed": False,
    "cards": None,
}


def placed_or_turned(grid: Grid, options: SpreadsheetOptions) -> tuple[Grid, SpreadsheetOptions]:
    """The grid from its first row to the end of the table, a record a row, and what is left to do.

    Raises:
        SourceError: what the table is known by is not there, or it has no names of fields.
    """
    if not options.transposed and options.cards is None:
        return placed(grid, options)
    grid, first = lying(grid, options)
    options = options.model_copy(update={"header_row": first})
    body, hidden = without_hidden(grid.rows[first - 1 :], grid, options)
    above = tuple(rows_above(grid, options))
    grid = replace(grid, findings=(*grid.findings, *above, *hidden))
    made = _turned(grid, body, options) if options.transposed else read_cards(grid, body, options)
    return made, options.model_copy(update=_SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A table on its side: a row a field."""

    grid: Grid
    rows: tuple[SheetRow, ...]
    groups: tuple[str, ...]
    """What stands above the name of each row, where groups are declared."""
    names: tuple[int, ...]
    """Positions of the columns with names."""
    records: tuple[int, ...]

    def cells(self) -> Iterator[tuple[Cell, Cell]]:
        """Where each cell of the turned table stands."""
        yield (0, None), (self.rows[0].line, None)
        for field, row in enumerate(self.rows):
            yield (0, field), (row.line, self.names[-1])
        for record in self.records:
            yield (self.line(record), None), (self.rows[0].line, record)
            for field, row in enumerate(self.rows):
                yield (self.line(record), field), (row.line, record)

    def line(self, record: int) -> int:
        """Number of a record: that of its column in the sheet, from 1."""
        return self.grid.first + record + 1


def _turned(grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions) -> Grid:
    side = _side(grid, body, options)
    cells = dict(side.cells())
    names = _names(side, options)
    said = (*_uneven(grid, body), *merged(_beside_names(side), body, options))
    return Grid(
        source=grid.source,
        name=grid.name,
        first=grid.first,
        rows=(SheetRow(line=0, cells=tuple(names)), *_records(side, options)),
        findings=(*grid.findings, *said),
        links=dict(links_of(grid, cells)),
        turned=Turned(grid=grid, cells=cells),
    )


def _uneven(grid: Grid, body: Sequence[SheetRow]) -> Iterator[Finding]:
    """Rows of another width than most: nobody knows which records their values are of.

    Sheets have no width of their own; a row with one cell has no values.
    """
    rows = [row for row in body if sum(bool(cell.strip()) for cell in row.cells) > 1]
    widths = Counter(len(row.cells) for row in rows)
    if grid.name is not None or len(widths) < 2:
        return
    width, _ = max(widths.items(), key=lambda item: (item[1], item[0]))
    for row in rows:
        if len(row.cells) != width:
            yield Finding(
                code="side-row-is-uneven",
                severity=Severity.ERROR,
                place=grid.place(row.line),
                value=row.cells[0],
                details={"found": len(row.cells), "expected": width},
            )


def _side(grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions) -> _Side:
    rows = tuple(row for row in body if row.has_text)
    width = max((len(row.cells) for row in rows), default=0)
    padded = tuple(
        replace(row, cells=(*row.cells, *[""] * (width - len(row.cells)))) for row in rows
    )
    full = tuple(at for at in range(width) if any(row.cells[at].strip() for row in padded))
    names, records = full[: options.header_rows], full[options.header_rows :]
    if not records:
        raise SourceError("records-are-absent", source=grid.source, names=options.header_rows)
    grouped = list(_grouped(padded, options))
    return _Side(
        grid=grid,
        rows=tuple(row for row, _ in grouped),
        groups=tuple(group for _, group in grouped),
        names=names,
        records=records,
    )


def _grouped(
    rows: Sequence[SheetRow], options: SpreadsheetOptions
) -> Iterator[tuple[SheetRow, str]]:
    """The rows of fields, each with the name of its group."""
    group = ""
    for row in rows:
        is_single = sum(bool(cell.strip()) for cell in row.cells) == 1
        if is_single and options.groups and speaks(row, options.groups):
            group = text_of_row(row)
        else:
            yield row, group


def _names(side: _Side, options: SpreadsheetOptions) -> list[str]:
    """One name for each field; those of a merged area for each of its rows."""
    spread = list(filled(side.rows, _of_names(side)))
    levels = [[row.cells[at].strip() for row in spread] for at in side.names]
    names = joined_names(reaching(levels) if options.fill_header else levels)
    # A field without a name stays without.
    pairs = zip(side.groups, names, strict=True)
    return [f"{group} {name}" if group and name else name for group, name in pairs]


def _of_names(side: _Side) -> list[Area]:
    last = side.names[-1]
    areas = [area for area in side.grid.merged if area.left <= last]
    return [replace(area, right=min(area.right, last)) for area in areas]


def _beside_names(side: _Side) -> Grid:
    areas = (area for area in side.grid.merged if area.left > side.names[-1])
    return replace(side.grid, merged=tuple(areas))


def _records(side: _Side, options: SpreadsheetOptions) -> Iterator[SheetRow]:
    areas = side.grid.merged if options.fill_merged else ()
    rows = list(filled(side.rows, areas))
    for record in side.records:
        yield SheetRow(
            line=side.line(record),
            cells=tuple(row.cells[record] for row in rows),
            numbers=frozenset(at for at, row in enumerate(rows) if record in row.numbers),
            dates=frozenset(at for at, row in enumerate(rows) if record in row.dates),
        )
