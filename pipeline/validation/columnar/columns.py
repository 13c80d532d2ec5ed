"""A column of cells: which are right, which are blank, and what they are as keys.

Where the compiled rule does not prove a cell, frictionless' own reader decides, once a value.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
from frictionless import Field, FrictionlessException

from pipeline.validation.columnar.rules import Rule, compiled

Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

# What readers of cells raise on values that they did not think of.
RAISED = (
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    AttributeError,
    AssertionError,
    RuntimeError,
    FrictionlessException,
)

_REMEMBERED = 100_000


class Column:
    """One field of a table, asked about batches of cells; remembers verdicts on values."""

    def __init__(self, field: Field, *, rule: Rule | None = None) -> None:
        self.name = field.name
        self._rule = rule or compiled(field)
        self._read = field.create_cell_reader()
        self._plain = field.type == "string" and field.format == "default"
        missing = field.missing_values
        if not field.has_defined("missing_values") and field.schema:
            missing = field.schema.missing_values
        self._missing = pl.Series(missing, dtype=pl.String)
        self._required = bool(field.constraints.get("required"))
        self._known: dict[Any, tuple[bool, bool, int]] = {}

    def judged(self, cells: Sequence[Any]) -> tuple[Flags, Flags]:
        """Flags of right cells and of blank ones."""
        series = _text(cells)
        if series is None:
            found = [self._verdict(cell) for cell in cells]
            return np.array([one[0] for one in found]), np.array([one[1] for one in found])
        blank = series.is_null() | series.is_in(self._missing.implode()).fill_null(value=True)
        proven = (
            self._rule.accepts(series)
            if self._rule
            else pl.repeat(value=False, n=len(series), dtype=pl.Boolean, eager=True)
        )
        good = (~blank & proven) | (blank & (not self._required))
        return self._doubted(series, good.to_numpy().copy(), blank.to_numpy())

    def _doubted(self, series: pl.Series, good: Flags, blank: Flags) -> tuple[Flags, Flags]:
        unsure = np.flatnonzero(~good & ~blank)
        if len(unsure):
            doubted = series.gather(unsure)
            values = doubted.unique()
            right = [value for value in values.to_list() if self._verdict(value)[0]]
            good[unsure] = doubted.is_in(pl.Series(right, dtype=pl.String).implode()).to_numpy()
        return good, blank

    def hashes(self, cells: Sequence[Any]) -> Hashes:
        """A number for each value: equal values have equal numbers, so unequal ones differ.

        Two values may share a number by chance, which costs time and nothing else.
        """
        series = _text(cells) if self._plain else None
        if series is None:
            return np.array([self._verdict(cell)[2] for cell in cells], dtype=np.uint64)
        # In a plain text column the value is the text itself, and every missing value is None.
        blank = series.is_null() | series.is_in(self._missing.implode()).fill_null(value=True)
        found = series.hash(seed=7).to_numpy().copy()
        found[blank.to_numpy()] = _NONE
        return found

    def _verdict(self, cell: Any) -> tuple[bool, bool, int]:
        if not isinstance(cell, str):
            return self._asked(cell)
        if cell not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[cell] = self._asked(cell)
        return self._known[cell]

    def _asked(self, cell: Any) -> tuple[bool, bool, int]:
        try:
            value, notes = self._read(cell)
        except RAISED:
            # Whatever its reader raises here, it raises again itself when it judges the row.
            return False, False, _NONE
        # The same number for text whose column was hashed by polars in another batch.
        number = _number(value, plain=self._plain)
        return not notes, value is None and not (notes or {}).get("type"), number


def _text(cells: Sequence[Any]) -> pl.Series | None:
    try:
        return pl.Series(cells, dtype=pl.String, strict=True)
    except (TypeError, pl.exceptions.PolarsError):
        return None


_NONE = 0x9E3779B97F4A7C15


def _number(value: Any, *, plain: bool) -> int:
    if value is None:
        return _NONE
    if plain:
        return int(pl.Series([value], dtype=pl.String).hash(seed=7)[0])
    # Lists cannot be keys: the hash raises, and the table goes the old way as a whole.
    return hash(value) & 0xFFFFFFFFFFFFFFFF if value.__hash__ else _NONE
