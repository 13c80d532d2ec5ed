"""Rules compiled from a field of a schema: which cells frictionless would surely accept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from frictionless import Field

from pipeline.validation.columnar.patterns import searched

Check = Callable[[pl.Series], pl.Series]

_DATETIME = (
    r"\A[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?\z"
)
_URI = r"\Ahttps?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[A-Za-z0-9._~-]*)*(?:\?[A-Za-z0-9=&._~-]*)?\z"
_INTEGER = r"\A(?:0|-?[1-9][0-9]{0,17})\z"
_NUMBER = r"\A-?[0-9]{1,15}(?:\.[0-9]{1,12})?\z"
_BOUNDS: Mapping[str, Callable[[pl.Series, int], pl.Series]] = {
    "minimum": lambda values, bound: values >= bound,
    "maximum": lambda values, bound: values <= bound,
    "exclusiveMinimum": lambda values, bound: values > bound,
    "exclusiveMaximum": lambda values, bound: values < bound,
}


@dataclass(frozen=True)
class Rule:
    """What proves a cell right without frictionless: every check must say yes."""

    checks: Mapping[str, Check]

    def accepts(self, cells: pl.Series) -> pl.Series:
        """True where the cell is surely right; cells must not be null."""
        good = pl.Series([True]).new_from_index(0, len(cells))
        for check in self.checks.values():
            good = good & check(cells)
        return good.fill_null(value=False)


def compiled(field: Field) -> Rule | None:
    """The rule of a field, or None where only frictionless' own reader knows."""
    limits = {
        name: value
        for name, value in field.constraints.items()
        if value is not None and name not in ("required", "unique")
    }
    if field.type == "string" and field.format in ("default", "uri"):
        return _strings(field.format, limits)
    if field.type == "integer" and getattr(field, "bare_number", False):
        return _integers(limits)
    return _shapes(field, limits)


def _shapes(field: Field, limits: Mapping[str, Any]) -> Rule | None:
    if limits:
        return None
    if field.type == "datetime" and field.format == "default":
        return Rule({"shape": _matching(_DATETIME)})
    written = {"group_char", "decimal_char", "bare_number"} & set(field.list_defined())
    if field.type == "number" and not written:
        return Rule({"shape": _matching(_NUMBER)})
    return None


def _strings(form: str, limits: Mapping[str, Any]) -> Rule | None:
    checks: dict[str, Check] = {} if form == "default" else {"shape": _matching(_URI)}
    for name, limit in limits.items():
        check = _string_limit(name, limit)
        if check is None:
            return None
        checks[name] = check
    return Rule(checks)


def _string_limit(name: str, limit: Any) -> Check | None:
    if name in ("minLength", "maxLength") and type(limit) is int:
        return _length(name, limit)
    if name == "enum" and all(isinstance(item, str) for item in limit):
        known = pl.Series(limit, dtype=pl.String)
        return lambda cells: cells.is_in(known.implode())
    pattern = searched(limit) if name == "pattern" else None
    return _matching(pattern) if pattern and _compiles(pattern) else None


def _length(name: str, limit: int) -> Check:
    if name == "minLength":
        return lambda cells: cells.str.len_chars() >= limit
    return lambda cells: cells.str.len_chars() <= limit


def _integers(limits: Mapping[str, Any]) -> Rule | None:
    checks: dict[str, Check] = {"shape": _matching(_INTEGER)}
    for name, limit in limits.items():
        if name not in _BOUNDS or type(limit) is not int or abs(limit) >= 2**62:
            return None
        checks[name] = _bound(name, limit)
    return Rule(checks)


def _bound(name: str, limit: int) -> Check:
    return lambda cells: _BOUNDS[name](cells.cast(pl.Int64, strict=False), limit)


def _matching(pattern: str) -> Check:
    return lambda cells: cells.str.contains(pattern)


def _compiles(pattern: str) -> bool:
    try:
        pl.Series(["x"]).str.contains(pattern)
    except pl.exceptions.PolarsError:
        return False
    return True
