"""Cells of a release as the DataStore keeps them, and back. Pure.

Types are those of PostgreSQL. Values travel as text, since a number of JSON would lose digits, and
in the one form in which they come back (`7` for `007` as a whole number, `1.5` for `1.50`).
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Literal

Kind = Literal["text", "int8", "numeric", "date", "bool", "time"]
"""A type of the DataStore."""

_KINDS: Mapping[str, Kind] = {
    "integer": "int8",
    "number": "numeric",
    "boolean": "bool",
    "date": "date",
    "time": "time",
}
AS_THEY_ARE: frozenset[Kind] = frozenset({"text", "date"})
"""Types whose values have no other form than the one they are written in."""
_DIGITS_MAX = 131072
"""Digits of a `numeric` (PostgreSQL); written out, a number with more could fill the memory."""
_TRUE, _FALSE = {"true", "True", "TRUE", "1", "t"}, {"false", "False", "FALSE", "0", "f"}


def kind_of(type_: str, format_: str) -> Kind:
    """The type of a column, from the type and format of its field in a Table Schema.

    A moment (`datetime`) stays ISO 8601 text: a `timestamp` would drop its zone. So does a date or
    time that is not written in the default form.
    """
    return _KINDS.get(type_, "text") if format_ in {"default", ""} else "text"


def canonical(kind: Kind, text: str) -> str:
    """A cell in the one form that a value of its type has, wherever it was read."""
    if kind in {"int8", "numeric"} and text:
        return _number(text)
    if kind == "bool":
        return "true" if text in _TRUE else "false" if text in _FALSE else text
    if kind == "time" and text.count(":") == 1:
        return f"{text}:00"
    return text


def _number(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS_MAX:
        return text
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in {"-0", ""} else plain
