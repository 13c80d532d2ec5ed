"""A row that every schema accepts, and one cell of it made wrong in each way that is forbidden."""

import re
from collections.abc import Iterator, Mapping

from pipeline.validation.schema import Schema, SchemaField

_PLAIN: Mapping[str, str] = {
    "string": "Липова",
    "integer": "1",
    "number": "1.5",
    "boolean": "True",
    "date": "2024-05-17",
    "datetime": "2024-05-17T10:45:00Z",
    "time": "09:34:00",
}
_ODD = ("№", "!", "1", "x y", "м. Лисичанськ", "12345", "-", "Липова, вул", ",,")
"""Words tried in turn until a pattern refuses one."""


def good_cell(field: SchemaField) -> str:
    """A value that the column takes."""
    limits = field.constraints
    if limits.enum:
        return str(limits.enum[0])
    if field.example is not None:
        return str(field.example)
    if limits.pattern:
        return _matching(limits.pattern)
    if limits.minimum is not None and field.type in {"integer", "number"}:
        return str(limits.minimum)
    return _PLAIN[field.type]


def _matching(pattern: str) -> str:
    tried = ("https://rada.example", "00032684", "acts", "XLSX", "a@rada.example", "UAH",
             "UA44120050010021900", "2024-05-17")  # fmt: skip
    return next(word for word in tried if re.fullmatch(pattern, word))


def good_row(schema: Schema) -> list[str]:
    """Cells of a valid row, in the order of the columns."""
    return [good_cell(field) for field in schema.fields]


def mutations(schema: Schema) -> Iterator[tuple[str, int, str]]:
    """Each code, the position of the column and the cell that must bring that code."""
    for at, field in enumerate(schema.fields):
        yield from ((code, at, cell) for code, cell in _of(field))


def _of(field: SchemaField) -> Iterator[tuple[str, str]]:
    limits = field.constraints
    if limits.required:
        yield "constraint-required", ""
    if field.type != "string":
        yield "type-error", "казна-що"
    if limits.enum:
        yield "constraint-enum", "7919"
    if limits.pattern:
        odd = next((word for word in _ODD if not re.fullmatch(limits.pattern, word)), None)
        assert odd, f"{field.name}: what does {limits.pattern} refuse?"
        yield "constraint-pattern", odd
    if isinstance(limits.minimum, int):
        yield "constraint-minimum", str(limits.minimum - 1)
    if isinstance(limits.maximum, int):
        yield "constraint-maximum", str(limits.maximum + 1)
    if limits.max_length:
        yield "constraint-max-length", "я" * (limits.max_length + 1)
