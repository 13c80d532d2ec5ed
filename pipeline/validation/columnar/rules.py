"""Rules compiled from a field of a schema: which cells frictionless would surely accept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from frictionless import Field

from pipeline.validation.columnar import bounds, shapes
from pipeline.validation.columnar.patterns import searched

Check = Callable[[pl.Expr], pl.Expr]


@dataclass(frozen=True)
class Rule:
    """What proves a cell right without frictionless: every check must say yes."""

    checks: Mapping[str, Check]

    def accepts(self, cell: pl.Expr) -> pl.Expr:
        """True where the cell is surely right."""
        good = pl.lit(value=True)
        for check in self.checks.values():
            good = good & check(cell)
        return good.fill_null(value=False)


def compiled(field: Field) -> Rule | None:
    """The rule of a field, or None where only frictionless' own reader knows."""
    limits = {
        name: value
        for name, value in field.constraints.items()
        if value is not None and name not in ("required", "unique")
    }
    shape = _shape(field)
    if shape is None:
        return None
    checks: dict[str, Check] = dict(shape)
    for name, limit in limits.items():
        check = _limit(field, name, limit)
        if check is None:
            return None
        checks[name] = check
    return Rule(checks)


def _shape(field: Field) -> Mapping[str, Check] | None:
    """What a cell must look like by its type alone; nothing if any text will do."""
    if field.type == "string" and field.format == "default":
        return {}
    if field.type == "boolean":
        words = [*field.true_values, *field.false_values]  # type: ignore[attr-defined]
        return {"shape": _among(words)} if all(isinstance(one, str) for one in words) else None
    pattern = shapes.of(field)
    return {"shape": _matching(pattern)} if pattern else None


def _limit(field: Field, name: str, limit: Any) -> Check | None:
    if field.type != "string":
        return bounds.check(field, name, limit)
    if name in ("minLength", "maxLength") and type(limit) is int:
        return _length(name, limit)
    if name == "enum" and field.format == "default" and _texts(limit):
        return _among(limit)
    return _pattern(limit) if name == "pattern" else None


def _pattern(pattern: str) -> Check | None:
    search = searched(pattern)
    if search is None or not all(map(_compiles, filter(None, (search.wanted, search.unwanted)))):
        return None
    wanted, unwanted = _matching(search.wanted), search.unwanted
    if unwanted is None:
        return wanted
    return lambda cell: wanted(cell) & ~cell.str.contains(unwanted)


def _texts(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, str) for item in items)


def _among(words: list[str]) -> Check:
    known = pl.Series(words, dtype=pl.String)
    return lambda cell: cell.is_in(known.implode())


def _length(name: str, limit: int) -> Check:
    if name == "minLength":
        return lambda cell: cell.str.len_chars() >= limit
    return lambda cell: cell.str.len_chars() <= limit


def _matching(pattern: str) -> Check:
    return lambda cell: cell.str.contains(pattern)


def _compiles(pattern: str) -> bool:
    try:
        pl.Series(["x"]).str.contains(pattern)
    except pl.exceptions.PolarsError:
        return False
    return True
