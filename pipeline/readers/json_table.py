"""A list of records in JSON (RFC 8259) as a table: names become columns, values text.

Names of objects inside records are joined by a point; a list is written `1, 2`, a list of lists
`1, 2; 3`, and anything that could not be read back from that as JSON. An object whose names count
from 0 is a list: so PHP writes a list from which something was taken out (`json_encode`).
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import one_line_end
from pipeline.readers.grids.grid import Grid, SheetRow

_SIGNS = (",", ";", "\n")


class _Number(str):
    """A number as the file writes it."""

    __slots__ = ()


class _DoubleNameError(ValueError):
    """An object has one name twice; which of the values is meant nobody knows."""


def read_grid(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Grid:
    """Read the declared list of a JSON file.

    Raises:
        SourceError: it is no JSON, or where the list should be is none.
    """
    source = snapshot.address
    value = _records(_parsed(_decoded(data, source, options), source), source, options)
    counted = [number for number, record in enumerate(value, start=1) if _has_counted(record)]
    rows = list(_rows(value, source, options))
    header = {
        name: place for place, name in enumerate(dict.fromkeys(n for row in rows for n in row))
    }
    cells = len(rows) * len(header)
    if cells > options.max_cells:
        raise SourceError("sheet-is-too-large", source=source, cells=cells, limit=options.max_cells)
    lines = (_line(line, row, list(header)) for line, row in enumerate(rows, start=2))
    places = {line: f"{options.records}[{line - 1}]" for line in range(2, len(rows) + 2)}
    return Grid(
        source=source,
        name=None,
        rows=(SheetRow(line=1, cells=tuple(header)), *lines),
        elements={1: options.records or "[]", **places},
        findings=tuple(_said(counted, source, options)),
    )


def _said(counted: Sequence[int], source: str, options: SpreadsheetOptions) -> Iterator[Finding]:
    """That objects were read as lists, once, with the first record that has one."""
    if counted:
        yield Finding(
            code="json-list-as-object",
            severity=Severity.INFO,
            place=Place(source=source, element=f"{options.records}[{counted[0]}]"),
            details={"count": len(counted)},
        )


def _has_counted(record: Any) -> bool:
    """Whether an object that is a list stands somewhere inside a record."""
    # Not by recursion: a file may nest deeper than Python calls.
    waiting = [record]
    while waiting:
        value = waiting.pop()
        inner = [*value.values()] if isinstance(value, dict) else value
        for one in inner if isinstance(inner, list) else ():
            if _listing(one) is not one:
                return True
            waiting.append(one)
    return False


def _listing(value: Any) -> Any:
    """The list that an object with the names `0`, `1`, `3` is; anything else as it stands.

    Names that begin with another number, as years do, say something and stay names.
    """
    if not isinstance(value, dict) or next(iter(value), None) != "0":
        return value
    if not all(name.isascii() and name.isdecimal() and str(int(name)) == name for name in value):
        return value
    places = [int(name) for name in value]
    return [*value.values()] if places == sorted(places) else value


def _decoded(data: bytes, source: str, options: SpreadsheetOptions) -> str:
    name = "utf-8-sig" if options.encoding == "utf-8" else options.encoding
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = str(data.count(b"\n", 0, error.start) + 1)
        raise SourceError(
            "document-is-not-in-encoding", source=source, encoding=options.encoding, line=line
        ) from error


def _parsed(text: str, source: str) -> Any:
    try:
        return json.loads(
            text,
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_Number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise SourceError("json-is-broken", source=source, line=error.lineno) from error
    except (_DoubleNameError, RecursionError) as error:
        code = "json-is-too-deep" if isinstance(error, RecursionError) else "json-has-double-name"
        raise SourceError(code, source=source) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _DoubleNameError
    return found


def _records(value: Any, source: str, options: SpreadsheetOptions) -> list[Any]:
    for name in options.records.split(".") if options.records else ():
        value = value.get(name) if isinstance(value, dict) else None
    value = _listing(value)
    if not isinstance(value, list):
        raise SourceError("json-has-no-list", source=source, path=options.records or ".")
    return value


def _rows(
    records: Sequence[Any], source: str, options: SpreadsheetOptions
) -> Iterator[dict[str, Any]]:
    for number, record in enumerate(records, start=1):
        if not isinstance(record, dict):
            place = f"{options.records}[{number}]"
            raise SourceError("json-record-is-no-object", source=source, place=place)
        row: dict[str, Any] = {}
        for name, value in _leaves(record, ""):
            if name in row:
                raise SourceError("json-has-double-name", source=source)
            row[name] = value
        yield row


def _leaves(record: dict[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(_listing(value), dict) and value:
            yield from _leaves(value, f"{above}{name}.")
        else:
            yield above + name, value


def _line(line: int, row: dict[str, Any], header: Sequence[str]) -> SheetRow:
    values = [row.get(name) for name in header]
    return SheetRow(
        line=line,
        cells=tuple(one_line_end(_text(value)) for value in values),
        numbers=frozenset(
            place for place, value in enumerate(values) if isinstance(value, _Number)
        ),
    )


def _text(value: Any) -> str:
    value = _listing(value)
    if isinstance(value, list):
        parts = [_listed(part) for part in value]
        is_nested = any(isinstance(_listing(part), list) for part in value)
        whole = None not in parts and "" not in parts
        return ("; " if is_nested else ", ").join(p or "" for p in parts) if whole else _json(value)
    text = _scalar(value)
    return _json(value) if text is None else text


def _listed(part: Any) -> str | None:
    """A part of a list; None: it must be written as JSON to be read back."""
    part = _listing(part)
    if isinstance(part, list):
        inner = [_scalar(item) for item in part]
        plain = all(text and not any(sign in text for sign in _SIGNS) for text in inner)
        return ", ".join(text or "" for text in inner) if plain else None
    text = _scalar(part)
    return None if text is None or any(sign in text for sign in _SIGNS) else text


def _scalar(value: Any) -> str | None:
    match value:
        case str():
            return str(value)
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""
