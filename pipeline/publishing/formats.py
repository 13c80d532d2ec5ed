"""Tables and values as bytes: CSV, JSON, and JSON documents. The same input gives the same bytes.

CSV: UTF-8 without a mark, comma, LF, quotes only where they are needed, a missing cell is empty.
JSON table: an array of objects, a row a line, keys in the order of the columns, missing is null.
"""

import json
import re
from collections.abc import Mapping, Sequence

from pipeline.publishing.inert import Rows
from pipeline.publishing.passport import Json

Files = Mapping[str, bytes]
"""Path below the root of the catalogue -> content."""

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_DIGITS_MAX = 15


def to_csv(header: Sequence[str], rows: Rows) -> bytes:
    """A table as CSV.

    The writer of the standard library leaves a lone CR without quotes before Python 3.13.
    """
    lines = [_csv_line(header), *map(_csv_line, rows)]
    return "".join(lines).encode()


def _csv_line(cells: Sequence[str]) -> str:
    line = ",".join(_csv_cell(cell) for cell in cells)
    # A blank line is no row to most readers, so one empty cell on its own is quoted.
    return f"{line}\n" if line else '""\n'


def _csv_cell(text: str) -> str:
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def number(text: str) -> int | float | None:
    """The number that the text writes in its plainest form and that a spreadsheet holds exactly.

    None for anything else (`007`, `+5`, `1e3`, `-0`, over 15 digits): such a cell stays text
    everywhere, and nothing of it is lost.
    """
    if not _PLAIN_NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > _DIGITS_MAX:
        return None
    value = float(text) if "." in text else int(text)
    return None if text.startswith("-") and value == 0 else value


def to_json_rows(header: Sequence[str], rows: Rows, numeric: frozenset[str]) -> bytes:
    """A table as JSON; cells of the columns `numeric` are numbers where `number` knows them."""
    lines = [_dumps(_record(header, row, numeric)) for row in rows]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode() if lines else b"[]\n"


def _record(header: Sequence[str], row: Sequence[str], numeric: frozenset[str]) -> Json:
    cells = zip(header, row, strict=True)
    return {name: _json_cell(text, name in numeric) for name, text in cells}


def _json_cell(text: str, numeric: bool) -> Json:
    if not text:
        return None
    value = number(text) if numeric else None
    return text if value is None else value


def to_json(value: Json) -> bytes:
    """A JSON document with keys in the order given, two blanks of indent and a final LF."""
    return (_dumps(value, indent=2) + "\n").encode()


def _dumps(value: Json, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
