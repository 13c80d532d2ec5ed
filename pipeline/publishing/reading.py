"""Published files read as the public reads them: bytes in, header and text cells out.

Only for comparing: numbers come back in the spelling of their file (`1.5` for a cell `1.50`), so
`same` compares by value.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import TypeAdapter, ValidationError
from python_calamine import CalamineError, CalamineWorkbook

from pipeline.publishing.formats import number
from pipeline.publishing.inert import Rows

_CELL_MAX = 2**31 - 1
_records = TypeAdapter(list[dict[str, int | float | str | None]])


class UnreadableError(Exception):
    """The bytes are no table in their format; says nothing of who must act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A table as it was found in a file."""

    header: tuple[str, ...]
    rows: list[tuple[str, ...]]


def read_csv(data: bytes) -> Read:
    """A table from CSV.

    Raises:
        UnreadableError: it is not what `to_csv` writes.
    """
    csv.field_size_limit(_CELL_MAX)
    try:
        lines = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as exc:
        raise UnreadableError(str(exc)) from exc
    return _read(lines)


def read_json(data: bytes, header: Sequence[str]) -> Read:
    """A table from JSON; an empty one has no keys, so the header is taken from outside.

    Raises:
        UnreadableError: it is not what `to_json_rows` writes.
    """
    try:
        records = _records.validate_json(data)
    except ValidationError as exc:
        raise UnreadableError(str(exc)) from exc
    found = tuple(records[0]) if records else tuple(header)
    return _read([found, *(tuple(map(_text, record.values())) for record in records)])


def read_xlsx(data: bytes) -> Read:
    """A table from the first sheet of a workbook.

    Raises:
        UnreadableError: it is no workbook.
    """
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    except CalamineError as exc:
        raise UnreadableError(str(exc)) from exc
    rows = sheet.to_python(skip_empty_area=False)
    return _read([tuple(map(_text, row)) for row in rows])


def _read(lines: Sequence[Sequence[str]]) -> Read:
    """The first line is the header; every other one must be as long.

    Raises:
        UnreadableError: there is no line, or one of another length.
    """
    if not lines or len({len(line) for line in lines}) > 1:
        raise UnreadableError("no rectangle of cells")
    header, *rows = map(tuple, lines)
    return Read(header=header, rows=rows)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        cell = Decimal(int(cell) if cell.is_integer() else repr(cell))
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def same(published: str, released: str) -> bool:
    """Whether a cell of a file says what the cell of the release says."""
    if published == released:
        return True
    if number(released) is None or number(published) is None:
        return False
    return Decimal(published) == Decimal(released)


def first_difference(found: Rows, expected: Rows) -> tuple[int, int] | None:
    """Row and column, from 1, of the first cell that differs; row 0 for another number of rows."""
    if len(found) != len(expected):
        return (0, 0)
    for line, (left, right) in enumerate(zip(found, expected, strict=True), start=1):
        for index, (published, released) in enumerate(zip(left, right, strict=True), start=1):
            if not same(published, released):
                return (line, index)
    return None
