"""Bounds of a field as checks of cells whose shape is proven: `minimum` and its kin."""

import datetime
import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import polars as pl
from frictionless import Field

from pipeline.validation.columnar import shapes

Check = Callable[[pl.Expr], pl.Expr]

_COMPARED: Mapping[str, Callable[[pl.Expr, Any], pl.Expr]] = {
    "minimum": lambda values, bound: values >= bound,
    "maximum": lambda values, bound: values <= bound,
    "exclusiveMinimum": lambda values, bound: values > bound,
    "exclusiveMaximum": lambda values, bound: values < bound,
}


def check(field: Field, name: str, limit: Any) -> Check | None:
    """The check of one bound, or None where only frictionless' own reader knows."""
    make = _BY_TYPE.get(field.type)
    if make is None or name not in _COMPARED or isinstance(limit, bool):
        return None
    bound = field.create_value_reader()(limit)
    return make(field, name, bound) if bound is not None else None


def _whole(_: Field, name: str, bound: Any) -> Check | None:
    if type(bound) is not int or abs(bound) >= 2**62:
        return None
    return lambda cell: _COMPARED[name](cell.cast(pl.Int64, strict=False), bound)


def _decimal(field: Field, name: str, bound: Any) -> Check | None:
    """A number is compared as a float, so it must keep a distance that no rounding can bridge."""
    if not isinstance(bound, Decimal | float | int) or not math.isfinite(bound):
        return None
    near = float(bound)
    margin = 1e-9 * max(1.0, abs(near))
    edge = near + margin if "inimum" in name else near - margin
    group, point = shapes.separators(field)

    def checked(cell: pl.Expr) -> pl.Expr:
        bare = cell.str.replace_all(group, "", literal=True) if group else cell
        plain = bare.str.replace(point, ".", literal=True) if point != "." else bare
        return _COMPARED[name](plain.cast(pl.Float64, strict=False), edge)

    return checked


def _date(field: Field, name: str, bound: Any) -> Check | None:
    # Plain days of years of four digits are in the order of their letters.
    if field.format != "default" or type(bound) is not datetime.date or bound.year < 1000:
        return None
    return lambda cell: _COMPARED[name](cell, bound.isoformat())


def _moment(field: Field, name: str, bound: Any) -> Check | None:
    """Moments with a zone are not compared to those without, which frictionless stops at."""
    if field.format != "default" or type(bound) is not datetime.datetime or bound.year < 1000:
        return None
    offset = bound.utcoffset()
    if bound.microsecond or offset not in (None, datetime.timedelta(0)):
        return None
    shape = shapes.NAIVE if offset is None else shapes.UTC
    text = bound.replace(tzinfo=None).isoformat() + ("" if offset is None else "Z")
    return lambda cell: cell.str.contains(shape) & _COMPARED[name](cell, text)


_BY_TYPE: Mapping[str, Callable[[Field, str, Any], Check | None]] = {
    "integer": _whole,
    "year": _whole,
    "number": _decimal,
    "date": _date,
    "datetime": _moment,
}
