"""Values of key columns as numbers: equal values have equal ones, so unequal ones differ.

Two values may share a number by chance, which costs time and nothing else.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
from frictionless import Field

from pipeline.validation.columnar import shapes
from pipeline.validation.columnar.columns import Column, Flags

Hashes = npt.NDArray[np.uint64]

NONE = np.uint64(0x9E3779B97F4A7C15)
_SEED = 7


def _of_text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _of_whole(value: Any) -> str | None:
    return str(value) if type(value) is int else None


def _of_year(value: Any) -> str | None:
    return f"{value:04d}" if type(value) is int else None


def _of_date(value: Any) -> str | None:
    return value.isoformat() if type(value) is datetime.date else None


# Shapes in which a value is written in one way only, and that way.
_WRITTEN: Mapping[tuple[str, str], tuple[str, Callable[[Any], str | None]]] = {
    ("string", "default"): ("", _of_text),
    ("integer", "default"): (shapes.INTEGER, _of_whole),
    ("year", "default"): (shapes.YEAR, _of_year),
    ("date", "default"): (shapes.DATE, _of_date),
}


class Key:
    """The numbers of one column that is a key, or a part of one."""

    def __init__(self, field: Field, column: Column) -> None:
        self.column = column
        written = _WRITTEN.get((field.type, field.format))
        if field.type == "integer" and not getattr(field, "bare_number", False):
            written = None
        self._shape: str | None = written[0] if written else None
        self._write = written[1] if written else _of_text
        self._batches: list[Hashes] = []

    def add(self, cells: pl.Series | Sequence[Any]) -> None:
        """Remember the next cells."""
        self._batches.append(self.numbers(cells))

    def put(self, numbers: Hashes) -> None:
        """Remember the next numbers."""
        self._batches.append(numbers)

    def all(self) -> Hashes:
        """The numbers of all cells so far."""
        if len(self._batches) > 1:
            self._batches = [np.concatenate(self._batches)]
        return self._batches[0] if self._batches else np.zeros(0, dtype=np.uint64)

    def numbers(self, cells: pl.Series | Sequence[Any]) -> Hashes:
        """The numbers of some cells, in their order."""
        if isinstance(cells, pl.Series):
            return self._of_series(cells)
        known: dict[Any, np.uint64] = {}
        for cell in cells:
            if (type(cell), cell) not in known:
                known[type(cell), cell] = self._number(cell)
        return np.array([known[type(cell), cell] for cell in cells], dtype=np.uint64)

    def _of_series(self, cells: pl.Series) -> Hashes:
        name = self.column.name
        frame = pl.DataFrame({name: cells})
        asked = frame.select(
            pl.col(name).hash(_SEED).alias("hash"), self.column.blank().alias("no")
        )
        found = _kept(asked["hash"].to_numpy())
        found[asked["no"].to_numpy()] = NONE
        odd = np.flatnonzero(self._odd(cells) & ~asked["no"].to_numpy())
        if len(odd):
            found[odd] = self.numbers(cells.gather(odd).to_list())
        return found

    def _odd(self, cells: pl.Series) -> Flags:
        """Cells whose value may be written in another way as well."""
        if self._shape is None:
            return np.ones(len(cells), dtype=np.bool_)
        if not self._shape:
            return np.zeros(len(cells), dtype=np.bool_)
        return ~cells.str.contains(self._shape).fill_null(value=False).to_numpy()

    def _number(self, cell: Any) -> np.uint64:
        value = self.column.value(cell)
        if value is None:
            return NONE
        text = self._write(value)
        if text is not None and self._shape is not None:
            return np.uint64(_kept(pl.Series([text], dtype=pl.String).hash(_SEED).to_numpy())[0])
        # Lists cannot be keys: the hash raises, and the table goes the old way as a whole.
        number = np.uint64(hash(value) & 0xFFFFFFFFFFFFFFFF)
        return number if number != NONE else NONE - np.uint64(1)


def _kept(numbers: Hashes) -> Hashes:
    """Numbers of which none means that there is no value."""
    found = numbers.copy()
    found[found == NONE] = NONE - np.uint64(1)
    return found


def mixed(keys: Sequence[Hashes]) -> Hashes:
    """One number for the values of several columns in a row."""
    if len(keys) == 1:
        return keys[0]
    found = np.zeros(len(keys[0]), dtype=np.uint64)
    for one in keys:
        found = found * np.uint64(0x100000001B3) + one
    return found


def repeated(numbers: Hashes, *, ignored: np.uint64 | None = None) -> Flags:
    """True for every number that stands more than once."""
    in_order = np.sort(numbers)
    twice = np.unique(in_order[1:][in_order[1:] == in_order[:-1]])
    if ignored is not None:
        twice = twice[twice != ignored]
    if not len(twice):
        return np.zeros(len(numbers), dtype=np.bool_)
    places = np.searchsorted(twice, numbers)
    flags: Flags = twice[np.minimum(places, len(twice) - 1)] == numbers
    return flags
