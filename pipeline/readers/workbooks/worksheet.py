"""Values of a worksheet exactly as openpyxl gives them, and several times faster.

The XML of a sheet is read in pieces. Where a piece holds nothing odd, rows that are written as some
row before are taken from it by the pattern of that one. Others that are written in the common way,
seen by one search over many of them, are taken apart cell by cell; every row besides goes through
the parser of openpyxl itself. The book around the sheet (styles, dates, names of sheets) is always
read by openpyxl.
"""

import io
import zipfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from typing import Any, BinaryIO

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS

from pipeline.readers.workbooks.sheet_xml import (
    EMPTY,
    ROOT,
    TEXT,
    Shape,
    cast,
    clean,
    common,
    number_of,
    parts,
    plain_strings,
    shape,
    unescaped,
)

_BLOCK = 1 << 22
_FEW = 16
"""Rows that are asked about at once where none of a known shape follows."""
_TRIED, _SHAPES = 8, 64
"""Shapes of rows that are tried, and made in all: rows of further ones go cell by cell."""
_STOPS = (
    *(ValueError, LookupError, SyntaxError, TypeError, AttributeError, ArithmeticError),
    *(OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error),
)
"""What openpyxl and the libraries below it raise for damaged workbooks."""

Cells = tuple[Sequence[int], list[Any]]
"""Columns from 1, and what stands in them."""


class UnsureError(Exception):
    """The sheet is not written as expected; only openpyxl itself may say what is in it."""


class Book(ExcelReader):
    """A workbook opened as `load_workbook(read_only=True, data_only=True)` does, strings faster."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream, read_only=True, data_only=True)

    def opened(self) -> Any:
        """The workbook.

        Raises:
            Exception: whatever openpyxl raises for a damaged one.
        """
        self.read()
        return self.wb

    def read_strings(self) -> None:
        """The table of strings."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        strings = plain_strings(self.archive.read(part.PartName[1:])) if part is not None else []
        if strings is None:
            super().read_strings()
        else:
            self.shared_strings = strings


def values(stream: BinaryIO, sheet: str | int) -> Iterator[list[Any]]:
    """The values of every row of a sheet, by its name or its number, as openpyxl has them.

    Raises:
        UnsureError: openpyxl must be asked about the whole workbook: it would stop at it, or it is
            not written as expected.
    """
    try:
        book = Book(stream).opened()
        found = book[sheet] if isinstance(sheet, str) else book.worksheets[sheet - 1]
        yield from _values(found)
    except _STOPS as error:
        raise UnsureError(type(error).__name__) from error


def _values(sheet: Any) -> Iterator[list[Any]]:
    """As `iter_rows` fills up the rows that a sheet lacks, and cuts what is outside its size."""
    last, width = sheet.max_row, sheet.max_column
    empty = [None] * (width or 0)
    counter = at = 1
    for at, cells in _Rows(sheet).read():
        if last is not None and at > last:
            break
        for _ in range(counter, at):
            counter += 1
            yield list(empty)
        if counter <= at:
            counter += 1
            yield _laid(cells, width)
    if last is not None and last < at:
        for _ in range(counter, last + 1):
            yield list(empty)


def _laid(cells: Cells, width: int | None) -> list[Any]:
    columns, found = cells
    width = width or (columns[-1] if columns else 0)
    if columns == range(1, width + 1):
        return found
    row = [None] * width
    for column, value in zip(columns, found, strict=True):
        if column <= width:
            row[column - 1] = value
    return row


class _Rows:
    """Rows of a sheet with their numbers, in the order of the file."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._book = sheet.parent
        self._strings: Sequence[str] = sheet._shared_strings
        self._dates: dict[tuple[str, int], Any] = {}
        self._shapes: list[Shape] = []
        self._root = ""
        self._number = self._made = 0

    def read(self) -> Iterator[tuple[int, Cells]]:
        """Number and cells of each row."""
        with self._sheet._get_source() as source:
            yield from self._from(source)

    def _from(self, source: BinaryIO) -> Iterator[tuple[int, Cells]]:
        rest = self._begin(source)
        while True:
            block = source.read(_BLOCK)
            ready, cut, rest = (rest + block).rpartition(b"</row>")
            if cut:
                yield from self._block(ready + cut)
            if not block:
                break
        yield from self._end(rest.decode("utf-8"))

    def _begin(self, source: BinaryIO) -> bytes:
        """Read up to the first row; what has been read behind it."""
        head, found, rest = source.read(_BLOCK).partition(b"<sheetData>")
        text = head.decode("utf-8")
        root = ROOT.match(text)
        if not found or not root:
            raise UnsureError("worksheet")
        self._root = root[1]
        list(self._parsed(text[root.end() :] + "<sheetData/>"))
        return rest

    def _end(self, text: str) -> Iterator[tuple[int, Cells]]:
        """What follows the last row with cells; openpyxl looks at it for the faults it stops at."""
        rows, found, tail = text.partition("</sheetData>")
        if not found or not tail.rstrip().endswith("</worksheet>"):
            raise UnsureError("worksheet")
        if rows:
            yield from self._parsed(f"<sheetData>{rows}</sheetData>")
        list(self._parsed("<sheetData/>" + tail.rstrip().removesuffix("</worksheet>")))

    def _block(self, block: bytes) -> Iterator[tuple[int, Cells]]:
        text = block.decode("utf-8")
        if not clean(block, text):
            yield from self._rows(text.split("</row>")[:-1])
            return
        at, count = 0, _FEW
        while at < len(text):
            at = yield from self._shaped(text, at)
            # Where shapes change often, asking about many rows at once costs less.
            *pieces, rest = text[at:].split("</row>", count)
            yield from self._rows(pieces)
            at, count = len(text) - len(rest), count * 2

    def _rows(self, pieces: list[str]) -> Iterator[tuple[int, Cells]]:
        for piece, known in zip(pieces, common(pieces), strict=True):
            if known:
                self._learn(piece)
                yield self._cell_by_cell(piece)
            else:
                yield from self._parsed(f"<sheetData>{piece}</row></sheetData>")

    def _shaped(self, text: str, at: int) -> Generator[tuple[int, Cells], None, int]:
        """Rows of known shapes that follow each other; the place behind them."""
        escaped, tried = "&" in text, 0
        while tried < len(self._shapes):
            known, before = self._shapes[tried], at
            while found := known.pattern.match(text, at):
                number, *cells = found.groups()
                self._number, at = int(number), found.end()
                yield self._number, self._cells(known, cells, escaped=escaped)
            tried = tried + 1 if at == before else 0
        return at

    def _learn(self, piece: str) -> None:
        if self._made < _SHAPES and not any(
            one.pattern.fullmatch(piece + "</row>") for one in self._shapes
        ):
            self._made += 1
            self._shapes = [shape(piece), *self._shapes[: _TRIED - 1]]

    def _cells(self, known: Shape, cells: list[Any], *, escaped: bool) -> Cells:
        if escaped:
            cells = list(map(unescaped, cells))
        for at, kind, style in known.others:
            cells[at] = self._value(kind, style, cells[at])
        return known.columns, cells

    def _cell_by_cell(self, piece: str) -> tuple[int, Cells]:
        self._number = number_of(piece)
        found = parts(piece)
        cells = [self._value(kind, style, text) for _, kind, style, text in found]
        return self._number, ([column for column, *_ in found], cells)

    def _parsed(self, content: str) -> Iterator[tuple[int, Cells]]:
        """Rows by openpyxl itself."""
        source = io.BytesIO(f"{self._root}{content}</worksheet>".encode())
        parser = WorkSheetParser(
            source,
            self._strings,
            data_only=True,
            epoch=self._book.epoch,
            date_formats=self._book._date_formats,
            timedelta_formats=self._book._timedelta_formats,
        )
        parser.row_counter = self._number
        for number, row in parser.parse():
            self._number = number
            yield number, ([cell["column"] for cell in row], [cell["value"] for cell in row])

    def _value(self, kind: str, style: int, text: str) -> Any:
        if kind == TEXT:
            return unescaped(text)
        if kind == EMPTY:
            return None
        if kind == "s":
            return self._strings[int(text)]
        if kind == "b":
            return bool(int(text))
        if style not in self._book._date_formats:
            return cast(text)
        if (text, style) not in self._dates:
            self._dates[text, style] = self._date(cast(text), style)
        return self._dates[text, style]

    def _date(self, number: float, style: int) -> Any:
        try:
            spans = style in self._book._timedelta_formats
            return from_excel(number, self._book.epoch, timedelta=spans)
        except (OverflowError, ValueError):
            return "#VALUE!"
