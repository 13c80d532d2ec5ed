"""A table from any file that has one: a header and rows of text, each with its place.

Nothing is lost on the way: what is not read, and what a person sees in the file but a reader of
values does not (hidden rows, error cells, lost zeros), becomes a finding.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers import delimited
from pipeline.readers.grids.added import Added
from pipeline.readers.grids.cells import letters_of
from pipeline.readers.grids.grid import Grid, SheetRow, Turned, filled
from pipeline.readers.grids.headers import joined_names, reaching
from pipeline.readers.grids.irregular import irregular_rows, irregular_text
from pipeline.readers.grids.layout import without_hidden
from pipeline.readers.grids.parts import part
from pipeline.readers.grids.turning import placed_or_turned
from pipeline.readers.workbooks.compound import refuse_endless
from pipeline.readers.workbooks.package import Package, inspect

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|table|meta)", re.I
)
_Reader = Callable[[bytes, Snapshot, SpreadsheetOptions], Grid]
_OF_CELLS = {"cell-has-error", "formula-without-value"}
_OTHER = {b"%PDF": "PDF", b"Rar!": "RAR", b"\x1f\x8b": "GZIP", b"7z\xbc\xaf": "7Z"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table as its file shows it."""

    snapshot: Snapshot
    name: str | None
    """Name of the sheet; none for a file without sheets."""
    header: tuple[str, ...]
    """Names as found, then those of links and sections; empty for a column without one."""
    header_line: int
    rows: tuple[SheetRow, ...]
    """Each as wide as the header."""
    findings: tuple[Finding, ...]
    first: int = 0
    """Position in the sheet of the first column."""
    width: int | None = None
    """Columns that stand in the sheet, where links or sections follow them; else all do."""
    elements: Mapping[int, str] = field(default_factory=dict)
    """Row -> where it stands in a page, document or JSON."""
    sections: int = 0
    """How many of the last columns say in which section a row stands."""
    turned: Turned | None = None
    """Where the cells stand, when the rows are no rows of the file."""

    def lines(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The rows of the file that were read, each with its number."""
        if self.turned is not None:
            return tuple((row.line, row.cells) for row in self.turned.grid.rows)
        return ((self.header_line, self.header), *((row.line, row.cells) for row in self.rows))

    def place(self, line: int, position: int | None = None) -> Place:
        """The place of a row, or of the cell at a position in it."""
        grid = Grid(
            source=self.snapshot.address,
            name=self.name,
            rows=(),
            first=self.first,
            elements=self.elements,
            turned=self.turned,
        )
        return grid.place(line, position if self._stands(position) else None)

    def label(self, position: int) -> str:
        """Name of a column on one line; `[J]` by its letter where it has none.

        A field without a name in a table on its side goes by its row: `[7]`.
        """
        name = " ".join(self.header[position].split())
        if name or self.turned is None:
            return name or f"[{letters_of(position + self.first)}]"
        return f"[{self.turned.cells[self.header_line, position][0]}]"

    def letters(self, position: int) -> str:
        """Letters of a column as the sheet has them; empty where there is no such column."""
        known = self.name is not None and self._stands(position) and self.turned is None
        return letters_of(position + self.first) if known else ""

    def where(self, line: int, position: int) -> str:
        """Where a cell of a row that is no row of the file stands, as `Origin.columns` says it."""
        if self.turned is None or (line, position) not in self.turned.cells:
            return ""
        place = self.place(line, position)
        return place.cell or place.element or str(place.line or "")

    def _stands(self, position: int | None) -> bool:
        return position is not None and (self.width is None or position < self.width)


def read(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Sheet:
    """Read one table.

    Raises:
        SourceError: the bytes are not the table that the options declare; the code says how.
    """
    options = options.of_source(snapshot.address)
    return sheet_of(_grid(data, snapshot, options), snapshot, options)


def sheet_of(grid: Grid, snapshot: Snapshot, options: SpreadsheetOptions) -> Sheet:
    """The table of rows that have been read.

    Raises:
        SourceError: there is no header where the options declare it.
    """
    grid, options = placed_or_turned(grid, options)
    header = _header(grid, options)
    whole = grid.rows[options.data_row - 1 :]
    visible, hidden = without_hidden(whole, grid, options)
    parts = part(grid, header, visible, options)
    body = _with_merged(whole, parts.rows, grid, options)
    width = _width(header, body)
    names = tuple(header[:width]) + ("",) * (width - len(header))
    added = Added(grid, names, parts, options)
    rows = tuple(_padded(row, width, added.cells(row.line)) for row in body if row.has_text)
    seen = (*irregular_rows(grid, body, options), *irregular_text(grid, names, rows, options))
    return Sheet(
        snapshot=snapshot,
        name=grid.name,
        header=(*names, *added.names),
        header_line=grid.rows[options.header_row - 1].line,
        rows=rows,
        findings=(
            *_weighed(grid, rows),
            *hidden,
            *parts.findings,
            *added.unread(rows),
            *seen,
        ),
        first=grid.first,
        width=width,
        elements=grid.elements,
        sections=len(options.sections),
        turned=grid.turned,
    )


def _weighed(grid: Grid, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    """What a cell lacks is no error where its row is no data: a total, another table."""
    lines = {row.line for row in rows} if grid.turned is None else grid.turned.lines()
    for item in grid.findings:
        is_data = item.code not in _OF_CELLS or item.place.line in lines
        yield item if is_data else replace(item, severity=Severity.INFO)


def _with_merged(
    whole: Sequence[SheetRow],
    body: tuple[SheetRow, ...],
    grid: Grid,
    options: SpreadsheetOptions,
) -> tuple[SheetRow, ...]:
    """The rows with merged areas filled, also from rows that are left out themselves."""
    if not options.fill_merged:
        return body
    spread = {row.line: row for row in filled(whole, grid.merged)}
    return tuple(spread[row.line] for row in body)


def _grid(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Grid:
    source = snapshot.address
    if not data.strip():
        raise SourceError("table-is-empty-file", source=source)
    declared = _declared(options.format or "")
    if declared is not None:
        return declared(data, snapshot, options)
    if data.startswith(_ZIP):
        package = inspect(data, source, options)
        _confirm_format(package.kind, source, options)
        return _workbook(data, source, options, package)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise SourceError("workbook-is-protected", source=source)
        _confirm_format("xls", source, options)
        refuse_endless(data, source)
        return _workbook(data, source, options, None)
    _refuse_other(data, source)
    _confirm_format("csv", source, options)
    return delimited.read_grid(data, source, options)


def _declared(name: str) -> _Reader | None:
    """Formats that hold more than tables are read where the descriptor asks for it.

    Libraries of a format are loaded for its files only: a CSV is not to wait for them.
    """
    match name:
        case "html":
            from pipeline.readers.html_tables import read_grid
        case "docx":
            from pipeline.readers.document_tables import read_grid
        case "pdf":
            from pipeline.readers.pdf import read_grid
        case "json":
            from pipeline.readers.json_table import read_grid
        case _:
            return None
    return read_grid


def _workbook(
    data: bytes, source: str, options: SpreadsheetOptions, package: Package | None
) -> Grid:
    from pipeline.readers.workbooks.workbook import read_grid

    return read_grid(data, source, options, package)


def is_text(start: bytes) -> bool:
    """Whether a file that begins so is read as CSV where nothing else is declared."""
    other = (_ZIP, _OLE, *_OTHER)
    return bool(start.strip()) and not start.startswith(other) and not _MARKUP.match(start)


def _refuse_other(data: bytes, source: str) -> None:
    if _MARKUP.match(data):
        raise SourceError("table-is-markup", source=source)
    for signature, name in _OTHER.items():
        if data.startswith(signature):
            raise SourceError("table-is-other-format", source=source, format=name)


def _confirm_format(found: str, source: str, options: SpreadsheetOptions) -> None:
    if options.format is not None and options.format != found:
        raise SourceError("format-differs", source=source, declared=options.format, found=found)


def _header(grid: Grid, options: SpreadsheetOptions) -> list[str]:
    first = options.header_row - 1
    rows = grid.rows[first : first + options.header_rows]
    if len(rows) < options.header_rows or not any(row.has_text for row in rows):
        raise SourceError("header-is-empty", source=grid.source, row=str(options.header_row))
    if options.header_rows == 1:
        return _trimmed(list(rows[0].cells))
    spread = [[cell.strip() for cell in row.cells] for row in filled(rows, grid.merged)]
    width = max(len(cells) for cells in spread)
    levels = [cells + [""] * (width - len(cells)) for cells in spread]
    return _trimmed(joined_names(reaching(levels) if options.fill_header else levels))


def _trimmed(names: list[str]) -> list[str]:
    while names and not names[-1].strip():
        names = names[:-1]
    return names


def _width(header: Sequence[str], rows: Sequence[SheetRow]) -> int:
    filled = (len(_trimmed(list(row.cells))) for row in rows)
    return max(len(header), max(filled, default=0))


def _padded(row: SheetRow, width: int, sections: Sequence[str]) -> SheetRow:
    cells = row.cells[:width]
    return replace(row, cells=(*cells, *[""] * (width - len(cells)), *sections))
