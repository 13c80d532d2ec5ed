"""A table as an XLSX workbook, made with XlsxWriter.

One sheet named as the table; the header row stays in sight; every cell is text in the format «@»,
so codes keep their zeros and dates stay ISO 8601 text, the same in every locale; only cells of
integer and number columns are numbers, shown with the decimals of their text. Nothing is ever a
formula or a link. Properties are fixed, so the same table gives the same bytes.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # the same
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.publishing.formats import number
from pipeline.publishing.inert import Rows

ROWS_MAX = 1_048_575
"""Rows of a sheet without the header (Excel specifications and limits)."""
CELL_MAX = 32_767
"""UTF-16 units in one cell (the same)."""

_SHEET_NAME_MAX = 31
_MADE_ON = datetime(1980, 1, 1, tzinfo=UTC)
_WIDTHS = range(8, 61)
_MEASURED_ROWS = 200

# XlsxWriter 3.3 takes a text between <r> and </r> for its own markup, and escapes only every other
# one of the sequences _xHHHH_ that share an underscore. Cut in parts, no part looks like either;
# but in parts it escapes control characters twice (seen 2026-11-23).
_MISREAD = re.compile(r"\A<r>.*</r>\Z|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_", re.DOTALL)
_CUTS = re.compile(r"(?<=\A<r>)|(?<=_x[0-9A-Fa-f]{4})(?=_)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
_NOT_A_CHARACTER = re.compile("[\ufffe\uffff]")


def fits(rows: Rows) -> bool:
    """Whether a workbook can hold the rows whole; XlsxWriter would cut or change what it cannot."""
    return len(rows) <= ROWS_MAX and all(_fits(cell) for row in rows for cell in row)


def _fits(text: str) -> bool:
    short = len(text) <= CELL_MAX // 2 or len(text.encode("utf-16-le")) // 2 <= CELL_MAX
    odd = _NOT_A_CHARACTER.search(text) or (_CONTROL.search(text) and _MISREAD.search(text))
    return short and not odd


def to_xlsx(
    name: str, title: str, header: Sequence[str], rows: Rows, numeric: frozenset[str]
) -> bytes:
    """The table as a workbook; `fits(rows)` must hold."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": title, "created": _MADE_ON.replace(tzinfo=None)})
    sheet = book.add_worksheet(name[:_SHEET_NAME_MAX])
    _write_header(book, sheet, header)
    _write_cells(_Styles(book), sheet, rows, [column in numeric for column in header])
    for index, width in enumerate(_widths(header, rows)):
        sheet.set_column(index, index, width)
    book.close()
    return buffer.getvalue()


class _Styles:
    """Formats of a workbook, each made once, in the order of first use."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.text = book.add_format({"num_format": "@", "valign": "top"})
        self.part = book.add_format()
        self._numbers: dict[int, Format] = {}

    def number(self, decimals: int) -> Format:
        """A number with that many decimals."""
        if decimals not in self._numbers:
            shape = "0." + "0" * decimals if decimals else "0"
            self._numbers[decimals] = self._book.add_format({"num_format": shape, "valign": "top"})
        return self._numbers[decimals]


def _write_header(book: Workbook, sheet: Worksheet, header: Sequence[str]) -> None:
    bold = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
    for index, name in enumerate(header):
        sheet.write_string(0, index, name, bold)
    sheet.freeze_panes(1, 0)


def _write_cells(styles: _Styles, sheet: Worksheet, rows: Rows, numeric: Sequence[bool]) -> None:
    for line, row in enumerate(rows, start=1):
        for index, text in enumerate(row):
            value = number(text) if numeric[index] else None
            if value is not None:
                decimals = len(text.partition(".")[2])
                sheet.write_number(line, index, value, styles.number(decimals))
            elif text:
                _write_text(styles, sheet, line, index, text)


def _write_text(styles: _Styles, sheet: Worksheet, line: int, index: int, text: str) -> None:
    if not _MISREAD.search(text):
        sheet.write_string(line, index, text, styles.text)
        return
    first, *others = [part for part in _CUTS.split(text) if part]
    parts = [item for part in others for item in (styles.part, part)]
    sheet.write_rich_string(line, index, first, *parts, styles.text)


def _widths(header: Sequence[str], rows: Rows) -> list[int]:
    sample = [tuple(header), *rows[:_MEASURED_ROWS]]
    longest = [max(map(len, column)) + 2 for column in zip(*sample, strict=True)]
    return [min(max(length, _WIDTHS.start), _WIDTHS.stop) for length in longest]
