"""A table that is no OOXML workbook, copied into one with the cells marked.

A CSV has no colours, and the old format of Excel cannot be changed part by part. Every cell of the
copy is text, so nothing in it is a formula.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.letters.letter import LANGUAGE
from pipeline.letters.marks import FILLS, MOST_COMMENTS, Mark
from pipeline.messages import text
from pipeline.readers.grids.cells import position_of
from pipeline.readers.spreadsheet import Sheet

_MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone
_NAME_MAX, _FORBIDDEN = 31, str.maketrans("[]:*?/\\'", "        ")
_WIDTHS, _MEASURED_ROWS = range(8, 60), 200
_BOX = {"x_scale": 2.6, "y_scale": 1.6}


def marked_copy(sheet: Sheet, marks: Sequence[Mark]) -> bytes:
    """The table as it was read, as XLSX; rows of a sheet keep their numbers."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _MADE_ON})
    name = (sheet.name or text(LANGUAGE, "letter-copy-sheet")).translate(_FORBIDDEN)
    page = book.add_worksheet(name.strip()[:_NAME_MAX])
    rows = _rows(sheet)
    for place, cells in rows.values():
        for column, cell in enumerate(cells, start=sheet.first):
            page.write_string(place, column, cell)
    _set_widths(page, sheet)
    _mark(book, page, rows, marks, sheet.first)
    book.close()
    return buffer.getvalue()


def _set_widths(page: Worksheet, sheet: Sheet) -> None:
    """As wide as the first rows, so that nothing is cut off."""
    shown = [cells for _, cells in sheet.lines()[: _MEASURED_ROWS + 1]]
    for column in range(max(map(len, shown))):
        longest = max(len(cells[column]) for cells in shown if column < len(cells))
        page.set_column(sheet.first + column, sheet.first + column, _width(longest))


def _width(signs: int) -> int:
    return min(max(signs + 2, _WIDTHS.start), _WIDTHS.stop)


def _rows(sheet: Sheet) -> Mapping[int, tuple[int, tuple[str, ...]]]:
    """Line of the source -> row of the copy, from 0, and its cells; a CSV has lines, not rows."""
    numbered = sheet.name is not None
    return {
        line: (line - 1 if numbered else place, tuple(cells))
        for place, (line, cells) in enumerate(sheet.lines())
    }


def _mark(
    book: Workbook,
    page: Worksheet,
    rows: Mapping[int, tuple[int, tuple[str, ...]]],
    marks: Sequence[Mark],
    first: int,
) -> None:
    fills = {
        severity: book.add_format({"bg_color": f"#{colour[2:]}"})
        for severity, colour in FILLS.items()
    }
    for number, mark in enumerate(marks):
        if mark.line not in rows:
            continue
        place, cells = rows[mark.line]
        column = position_of(mark.cell.rstrip("0123456789"))
        at = column - first
        cell = cells[at] if 0 <= at < len(cells) else ""
        page.write_string(place, column, cell, fills[mark.severity])
        if number < MOST_COMMENTS:
            page.write_comment(place, column, mark.text, _BOX)
