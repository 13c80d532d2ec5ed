"""A column of cells: which are right and which are blank.

Where the compiled rule does not prove a cell, frictionless' own reader decides, once a value.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
from frictionless import Field, FrictionlessException

from pipeline.validation.columnar.rules import Rule, compiled
from pipeline.validation.columnar.shapes import separators

Flags = npt.NDArray[np.bool_]

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

_REMEMBERED = 50_000
_TEXTS = frozenset({str, type(None)})
_REPEATED = frozenset({str, bool, int, float, date, datetime, time})
"""Types of cells that mean the same wherever their text is the same."""


class Column:
    """One field of a table, asked about batches of cells; remembers verdicts on values.

    Args:
        field: the field, within its schema.
        name: what the column is called in the frames that it is asked about.
        rule: instead of the compiled one.
    """

    def __init__(self, field: Field, name: str, *, rule: Rule | None = None) -> None:
        self.name = name
        self._rule = rule or compiled(field)
        self._read = field.create_cell_reader()
        missing = field.missing_values
        if not field.has_defined("missing_values") and field.schema:
            missing = field.schema.missing_values
        self._missing = list(missing)
        self._required = bool(field.constraints.get("required"))
        self._known: dict[tuple[type, str], tuple[bool, bool]] = {}
        self._spelled = _spelled(field) if self._rule else frozenset()

    def questions(self) -> tuple[pl.Expr, pl.Expr]:
        """Two columns of flags to ask a frame of text for: surely right cells and blank ones."""
        blank = self.blank()
        proven = self._rule.accepts(pl.col(self.name)) if self._rule else pl.lit(value=False)
        good = (proven & ~blank) if self._required else (proven | blank)
        return good.alias(f"good{self.name}"), blank.alias(f"blank{self.name}")

    def blank(self) -> pl.Expr:
        """True for cells that mean nothing."""
        cell = pl.col(self.name)
        blank = cell.is_null()
        if len(self._missing) > 2:
            known = pl.Series(self._missing, dtype=pl.String).implode()
            return blank | cell.is_in(known).fill_null(value=False)
        for word in self._missing:
            blank = blank | (cell == word).fill_null(value=False)
        return blank

    def settled(self, cells: pl.Series, answers: pl.DataFrame) -> tuple[Flags, Flags]:
        """Flags of right cells and of blank ones, after doubted values were read."""
        good, blank = answers[f"good{self.name}"], answers[f"blank{self.name}"]
        flags = good.to_numpy()
        unsure = (~(good | blank)).arg_true()
        if len(unsure):
            flags = flags.copy()
            flags[unsure.to_numpy()] = self._doubted(cells.gather(unsure))
        return flags, blank.to_numpy()

    def _doubted(self, cells: pl.Series) -> Flags:
        values = cells.unique().to_list()
        right = [value for value in values if self._remembered(value)[0]]
        if len(right) == len(values):
            return np.ones(len(cells), dtype=np.bool_)
        return cells.is_in(pl.Series(right, dtype=pl.String).implode()).to_numpy()

    def text(self, cells: Sequence[Any]) -> Sequence[Any]:
        """The cells with numbers as text, where text of any of them means the very same."""
        if not self._spelled or set(map(type, cells)) - self._spelled - _TEXTS:
            return cells
        return [str(one) if type(one) in self._spelled else one for one in cells]

    def read(self, cells: Sequence[Any]) -> tuple[Flags, Flags]:
        """The same for cells that are not all text, one by one."""
        found = [
            self._remembered(one) if type(one) in _REPEATED else self._asked(one) for one in cells
        ]
        return np.array([one[0] for one in found]), np.array([one[1] for one in found])

    def value(self, cell: Any) -> Any:
        """What a cell means; nothing where its reader stops, as it does again on its own."""
        try:
            return self._read(cell)[0]
        except RAISED:
            return None

    def _remembered(self, cell: Any) -> tuple[bool, bool]:
        known = type(cell), str(cell)
        if known not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[known] = self._asked(cell)
        return self._known[known]

    def _asked(self, cell: Any) -> tuple[bool, bool]:
        try:
            value, notes = self._read(cell)
        except RAISED:
            # Whatever its reader raises here, it raises again itself when it judges the row.
            return False, False
        return not notes, value is None and not (notes or {}).get("type")


def _spelled(field: Field) -> frozenset[type]:
    """Types of numbers that a field reads as it reads their text; none where text has signs more.

    Frictionless compares with missing values by text in any case.
    """
    if field.type == "integer" and getattr(field, "bare_number", False):
        return frozenset({int})
    plain = field.type == "number" and separators(field) == ("", ".")
    if plain and getattr(field, "bare_number", False) and not getattr(field, "float_number", True):
        return frozenset({int, float})
    return frozenset()
