"""A table from a CSV, XLSX, XLS or ODS: a header and rows of text, each with its place.

Nothing is lost on the way: what is not read, and what a person sees in the file but a reader of
values does not (hidden rows, error cells, lost zeros), becomes a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers import delimited, workbook
from pipeline.readers.cells import letters_of, ranges
from pipeline.readers.grid import Area, Grid, SheetRow
from pipeline.readers.irregular import irregular_rows, irregular_text
from pipeline.readers.package import inspect

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|table|meta)", re.I
)
_OTHER = {b"%PDF": "PDF", b"Rar!": "RAR", b"\x1f\x8b": "GZIP", b"7z\xbc\xaf": "7Z"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table as its file shows it."""

    snapshot: Snapshot
    name: str | None
    """Name of the sheet; none for a CSV."""
    header: tuple[str, ...]
    """Names as found; empty for a column with data and no name."""
    header_line: int
    rows: tuple[SheetRow, ...]
    """Each as wide as the header."""
    findings: tuple[Finding, ...]

    def place(self, line: int, position: int | None = None) -> Place:
        """The place of a row, or of the cell at a position in it."""
        grid = Grid(source=self.snapshot.address, name=self.name, rows=())
        return grid.place(line, position)

    def label(self, position: int) -> str:
        """Name of a column on one line; `[J]` by its letter where it has none."""
        return " ".join(self.header[position].split()) or f"[{letters_of(position)}]"


def read(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Sheet:
    """Read one table.

    Raises:
        SourceError: the bytes are not the table that the options declare; the code says how.
    """
    grid = _grid(data, snapshot.address, options)
    header = _header(grid, options)
    body = grid.rows[options.data_row - 1 :]
    if options.fill_merged:
        body = tuple(_filled(body, grid.merged))
    body, hidden = _without_hidden(body, grid, options)
    width = _width(header, body)
    rows = tuple(_padded(row, width) for row in body if row.has_text)
    seen = (*irregular_rows(grid, body, options), *irregular_text(grid, header, rows, options))
    return Sheet(
        snapshot=snapshot,
        name=grid.name,
        header=tuple(header[:width]) + ("",) * (width - len(header)),
        header_line=grid.rows[options.header_row - 1].line,
        rows=rows,
        findings=(*grid.findings, *hidden, *seen),
    )


def _grid(data: bytes, source: str, options: SpreadsheetOptions) -> Grid:
    if not data.strip():
        raise SourceError("table-is-empty-file", source=source)
    if data.startswith(_ZIP):
        package = inspect(data, source, options)
        _confirm_format(package.kind, source, options)
        return workbook.read_grid(data, source, options, package)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise SourceError("workbook-is-protected", source=source)
        _confirm_format("xls", source, options)
        return workbook.read_grid(data, source, options, None)
    _refuse_other(data, source)
    _confirm_format("csv", source, options)
    return delimited.read_grid(data, source, options)


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
    spread = [list(row.cells) for row in _filled(rows, grid.merged)]
    return _trimmed(_joined(*spread))


def _joined(top: Sequence[str], bottom: Sequence[str]) -> list[str]:
    width = max(len(top), len(bottom))
    uppers = [*_text(top), *[""] * (width - len(top))]
    lowers = [*_text(bottom), *[""] * (width - len(bottom))]
    pairs = zip(uppers, lowers, strict=True)
    return [upper if upper == lower else f"{upper} {lower}".strip() for upper, lower in pairs]


def _text(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]


def _trimmed(names: list[str]) -> list[str]:
    while names and not names[-1].strip():
        names = names[:-1]
    return names


def _filled(rows: Sequence[SheetRow], areas: Sequence[Area]) -> Iterator[SheetRow]:
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


def _without_hidden(
    rows: Sequence[SheetRow], grid: Grid, options: SpreadsheetOptions
) -> tuple[tuple[SheetRow, ...], tuple[Finding, ...]]:
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


def _width(header: Sequence[str], rows: Sequence[SheetRow]) -> int:
    filled = (len(_trimmed(list(row.cells))) for row in rows)
    return max(len(header), max(filled, default=0))


def _padded(row: SheetRow, width: int) -> SheetRow:
    cells = row.cells[:width]
    return replace(row, cells=cells + ("",) * (width - len(cells)))
