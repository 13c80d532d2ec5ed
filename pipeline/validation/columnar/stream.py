"""The rows that frictionless is asked about: those that may be wrong, under their own numbers.

Where a table is no plain file of CSV, frictionless itself opens it, decodes it, splits it and
counts it, so that errors of reading are its own in every format that it knows.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import frictionless
import numpy as np
import polars as pl
from frictionless.resources import TableResource

from pipeline.validation.columnar.columns import Column, Flags
from pipeline.validation.columnar.keys import NONE, Key, mixed, repeated
from pipeline.validation.columnar.links import Cells, Link, links

BATCH = 50_000
_KEPT = 2_000_000
"""Cells that are kept, for rows that only a later one makes suspicious: else all is read again."""

Row = tuple[int, list[Any]]


@dataclass
class Sieve:
    """Judges batches of rows under the columns of an open resource."""

    columns: list[Column]
    unique: list[Key]
    primary: list[Key]
    links: list[Link] = field(default_factory=list)

    @classmethod
    def of(cls, resource: TableResource) -> "Sieve":
        """The sieve of the fields that frictionless expects in an open resource."""
        fields = resource.header.get_expected_fields()
        columns = [Column(one, str(at)) for at, one in enumerate(fields)]
        names = [one.name for one in fields]
        whole = set(resource.schema.primary_key) <= set(names)
        primary = [names.index(name) for name in resource.schema.primary_key] if whole else []
        unique = [at for at, one in enumerate(fields) if one.constraints.get("unique")]
        keys = {at: Key(fields[at], columns[at]) for at in {*primary, *unique}}
        return cls(
            columns, [keys[at] for at in unique], [keys[at] for at in primary], links(resource)
        )

    @property
    def keys(self) -> list[Key]:
        """The columns whose values are remembered, each once."""
        return list({key.column.name: key for key in (*self.unique, *self.primary)}.values())

    def suspicious(self, rows: list[list[Any]]) -> Flags:
        """True for every row that frictionless might say something about."""
        if not self.columns:
            return np.ones(len(rows), dtype=np.bool_)
        odd = np.array([len(row) != len(self.columns) for row in rows], dtype=np.bool_)
        cells = self.cells(rows)
        for key in self.keys:
            key.add(cells[int(key.column.name)])
        return odd | self.doubtful(cells)

    def cells(self, rows: list[list[Any]]) -> list[Cells]:
        """The cells of rows by column; short rows are filled and long ones are cut."""
        even = _even(rows, len(self.columns))
        return [
            _series(at, one.text([row[at] for row in even])) for at, one in enumerate(self.columns)
        ]

    def doubtful(self, cells: Sequence[Cells]) -> Flags:
        """True for rows with a cell that may be wrong, and for rows that may be blank."""
        text = [one for one in cells if isinstance(one, pl.Series)]
        asked = [
            ask
            for at, one in enumerate(self.columns)
            if isinstance(cells[at], pl.Series)
            for ask in one.questions()
        ]
        answers = pl.DataFrame(text).select(asked) if asked else pl.DataFrame()
        found = [
            one.settled(of, answers) if isinstance(of, pl.Series) else one.read(of)
            for one, of in zip(self.columns, cells, strict=True)
        ]
        wrong = ~np.logical_and.reduce([right for right, _ in found])
        wrong |= self._empty([blank for _, blank in found])
        flags: Flags = np.logical_or.reduce([wrong, *(link.broken(cells) for link in self.links)])
        return flags

    def _empty(self, blank: list[Flags]) -> Flags:
        """True for rows without any value, or without any in their key."""
        parts = [int(key.column.name) for key in self.primary] or list(range(len(blank)))
        flags: Flags = np.logical_and.reduce([blank[at] for at in parts])
        return flags

    def repeated(self) -> Flags | None:
        """True for every row whose key or unique value stands more than once."""
        found = [repeated(key.all(), ignored=NONE) for key in self.unique]
        if self.primary:
            found.append(repeated(mixed([key.all() for key in self.primary])))
        return np.logical_or.reduce(found) if found else None


def by_column(rows: list[list[Any]], width: int) -> list[Cells]:
    """The cells of rows by column; short rows are filled and long ones are cut."""
    even = _even(rows, width)
    return [_series(at, [row[at] for row in even]) for at in range(width)]


def _even(rows: list[list[Any]], width: int) -> list[list[Any]]:
    return [row if len(row) == width else (row + [None] * width)[:width] for row in rows]


def _series(at: int, cells: Sequence[Any]) -> Cells:
    try:
        return pl.Series(str(at), cells, dtype=pl.String, strict=True)
    except (TypeError, pl.exceptions.PolarsError):
        return cells


@dataclass(frozen=True)
class Sifted:
    """What became of a stream: suspicious rows with their ordinals, and the end of it."""

    rows: list[tuple[int, Row]]
    total: int
    failure: Exception | None
    every: list[Row]
    """All rows of a table with keys that is not too large to be kept, else none."""


def sifted(stream: Iterable[Row], sieve: Sieve, *, limited: bool = False) -> Sifted:
    """The whole stream, read once; what breaks the reading is kept and told after the rows.

    Args:
        stream: the rows of a table.
        sieve: judges them.
        limited: whether a limit of errors is looked at, which is done only behind a row.
    """
    kept: list[tuple[int, Row]] = []
    every: list[Row] = []
    total, cells, failure, rows = 0, 0, None, iter(stream)
    while failure is None:
        batch, failure = _batch(rows)
        if not batch:
            break
        flags = sieve.suspicious([cells for _, cells in batch])
        flags[0] |= limited and not total
        kept.extend((total + int(at), batch[at]) for at in np.flatnonzero(flags))
        total += len(batch)
        cells += sum(len(row) for _, row in batch) if sieve.keys else _KEPT + 1
        every = every + batch if cells <= _KEPT else []
    return Sifted(kept, total, failure, every)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows are no garbage: looking for it in hundreds of thousands of them costs much."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _batch(rows: Iterator[Row]) -> tuple[list[Row], Exception | None]:
    batch: list[Row] = []
    try:
        with _uncollected():
            batch.extend(islice(rows, BATCH))
    except frictionless.FrictionlessException as failure:
        return batch, failure
    return batch, None
