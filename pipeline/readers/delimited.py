"""CSV as declared: encoding and dialect come from the descriptor, a detector only confirms."""

import codecs
import csv
import io
from collections.abc import Iterator

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import one_line_end
from pipeline.readers.grids.grid import Grid, SheetRow

_DELIMITERS = (",", ";", "\t", "|")


def read_grid(data: bytes, source: str, options: SpreadsheetOptions) -> Grid:
    """Read a CSV (RFC 4180, with the declared delimiter and quote).

    Raises:
        SourceError: the bytes are not in the declared encoding, hold a NUL, break off inside
            quotes, or are separated by another delimiter than the declared one.
    """
    text = _decode(data, source, options.encoding)
    rows = tuple(_rows(text, source, options))
    if len(rows) >= options.header_row:
        confirm_delimiter(rows[options.header_row - 1 :], text, source, options)
    findings = tuple(swallowed(rows, source, options))
    return Grid(source=source, name=None, rows=rows, findings=findings)


def _decode(data: bytes, source: str, encoding: str) -> str:
    start = len(codecs.BOM_UTF8) if _has_mark(data, encoding) else 0
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        place = _place_of_byte(data, start + error.start)
        raise SourceError(
            "csv-is-not-in-encoding", source=source, encoding=encoding, **place
        ) from error
    if not encoding.startswith("utf") and _is_utf8(data):
        raise SourceError("csv-is-utf-8", source=source, encoding=encoding)
    if "\0" in text:
        place = _place_of_byte(data, data.find(b"\0"))
        raise SourceError("csv-has-nul", source=source, **place)
    return text


def _has_mark(data: bytes, encoding: str) -> bool:
    return encoding == "utf-8" and data.startswith(codecs.BOM_UTF8)


def _is_utf8(data: bytes) -> bool:
    """Whether text in a one-byte encoding is UTF-8 in truth; by chance it practically never is."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _place_of_byte(data: bytes, offset: int) -> dict[str, str]:
    return {"line": str(data.count(b"\n", 0, offset) + 1), "offset": str(offset)}


def _rows(text: str, source: str, options: SpreadsheetOptions) -> Iterator[SheetRow]:
    # Strict: otherwise text after a closing quote and an unclosed last quote pass unnoticed.
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=options.delimiter, quotechar=options.quote, strict=True)
    line = 1
    try:
        for record in reader:
            yield SheetRow(line=line, cells=tuple(one_line_end(cell) for cell in record))
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError("csv-quotes-are-broken", source=source, line=str(line)) from error


def confirm_delimiter(
    rows: tuple[SheetRow, ...], text: str, source: str, options: SpreadsheetOptions
) -> None:
    """Refuse a file that is one column wide as declared and a table under another delimiter.

    Raises:
        SourceError: another delimiter makes a table of its first records.
    """
    sample = [row for row in rows[:5] if row.cells]
    if not sample or any(len(row.cells) > 1 for row in sample):
        return
    lines = io.StringIO(text, newline="").readlines()
    for other in _DELIMITERS:
        widths = {_width(lines[row.line - 1], other, options.quote) for row in sample}
        if len(widths) == 1 and widths != {1}:
            raise SourceError(
                "csv-delimiter-differs",
                source=source,
                declared=_shown(options.delimiter),
                found=_shown(other),
            )


def _width(line: str, delimiter: str, quote: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, quotechar=quote, strict=True), []))
    except csv.Error:
        return 1


def _shown(delimiter: str) -> str:
    return "\\t" if delimiter == "\t" else delimiter


def swallowed(
    rows: tuple[SheetRow, ...], source: str, options: SpreadsheetOptions
) -> Iterator[Finding]:
    """Cells of several lines in which a line looks like a record of its own."""
    width = len(rows[options.header_row - 1].cells) if len(rows) >= options.header_row else 0
    for row in rows if width > 2 else ():
        for cell in row.cells:
            inner = cell.split("\n")[1:]
            if any(line.count(options.delimiter) >= width - 1 for line in inner):
                yield Finding(
                    code="csv-cell-looks-like-rows",
                    severity=Severity.WARNING,
                    place=Place(source=source, line=row.line),
                    value=cell,
                    details={"lines": len(inner) + 1},
                )
