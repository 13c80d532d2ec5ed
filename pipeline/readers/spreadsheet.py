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
from pipeline.readers.package import inspect

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|table|meta)", re.I
)
_OTHER = {b"%PDF": "PDF", b"Rar!": "RAR", b"\x1f\x8b": "GZIP", b"7z\xbc\xaf": "7Z"}
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЇїІіЄєҐґ]")


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
    rows = tuple(_padded(row, width) for row in body if any(_text(row.cells)))
    header_line = grid.rows[options.header_row - 1].line
    sheet = Sheet(
        snapshot=snapshot,
        name=grid.name,
        header=tuple(header[:width]) + ("",) * (width - len(header)),
        header_line=header_line,
        rows=rows,
        findings=(),
    )
    said = (*_above(grid, options), *_uneven(grid, options), *_merged(grid, options))
    findings = (*grid.findings, *hidden, *said, *_blank(grid, body), *_letters(sheet))
    return replace(sheet, findings=findings)


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
    names = [list(row.cells) for row in rows]
    if len(rows) < options.header_rows or not any(any(_text(cells)) for cells in names):
        raise SourceError("header-is-empty", source=grid.source, row=str(options.header_row))
    if options.header_rows == 1:
        return _trimmed(names[0])
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
    first = {row.line: row for row in rows}
    for row in rows:
        cells = list(row.cells)
        for area in areas:
            if area.top <= row.line <= area.bottom and area.top in first:
                value = first[area.top].cells[area.left]
                end = min(area.right + 1, len(cells))
                cells[area.left : end] = [value] * (end - area.left)
        yield replace(row, cells=tuple(cells))


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


def _above(grid: Grid, options: SpreadsheetOptions) -> Iterator[Finding]:
    full = [row for row in grid.rows[: options.header_row - 1] if any(_text(row.cells))]
    if full:
        yield Finding(
            code="rows-above-header",
            severity=Severity.INFO,
            place=grid.place(full[0].line),
            details={"count": len(full)},
        )


def _uneven(grid: Grid, options: SpreadsheetOptions) -> Iterator[Finding]:
    """Records of a CSV that are not as wide as its header; sheets have no width of their own."""
    if grid.name is not None:
        return
    width = len(grid.rows[options.header_row - 1].cells)
    body = [row for row in grid.rows[options.data_row - 1 :] if any(_text(row.cells))]
    for row in body:
        if any(_text(row.cells[width:])):
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


def _merged(grid: Grid, options: SpreadsheetOptions) -> Iterator[Finding]:
    for area in grid.merged if not options.fill_merged else ():
        if area.top >= options.data_row and any(_text(_cells(grid, area))):
            yield Finding(
                code="cells-are-merged",
                severity=Severity.WARNING,
                place=grid.place(area.top, area.left),
                details={"last": f"{letters_of(area.right)}{area.bottom}"},
            )


def _cells(grid: Grid, area: Area) -> tuple[str, ...]:
    if area.top > len(grid.rows):
        return ()
    return grid.rows[area.top - 1].cells[area.left : area.left + 1]


def _blank(grid: Grid, rows: Sequence[SheetRow]) -> Iterator[Finding]:
    """Empty rows between full ones; those after the last are only a used range larger than data."""
    full = [row.line for row in rows if any(_text(row.cells))]
    blank = [row.line for row in rows if full and row.line < full[-1] and not any(_text(row.cells))]
    if blank:
        yield Finding(
            code="rows-are-blank",
            severity=Severity.INFO,
            place=grid.place(blank[0]),
            details={"count": len(blank), "rows": ranges(blank)},
        )


def _letters(sheet: Sheet) -> Iterator[Finding]:
    """Names with letters of both alphabets in one word, and characters lost before us."""
    for position, name in enumerate(sheet.header):
        if any(_LATIN.search(word) and _CYRILLIC.search(word) for word in re.findall(r"\w+", name)):
            yield Finding(
                code="header-mixes-alphabets",
                severity=Severity.INFO,
                place=sheet.place(sheet.header_line, position),
                value=name,
            )
    lost = [row.line for row in sheet.rows if any("\ufffd" in cell for cell in row.cells)]
    if lost:
        yield Finding(
            code="characters-are-lost",
            severity=Severity.WARNING,
            place=sheet.place(lost[0]),
            details={"count": len(lost), "rows": ranges(lost)},
        )
