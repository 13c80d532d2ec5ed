"""The rows that frictionless is asked about: those that may be wrong, under their own numbers.

frictionless itself opens the file, decodes it, splits it and counts it, so that encodings,
quoting, compression, hashes and errors of reading are its own in every format that it knows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import frictionless
import numpy as np
from frictionless.resources import TableResource

from pipeline.validation.columnar.columns import Column, Flags, Hashes

BATCH = 50_000

Row = tuple[int, list[Any]]


@dataclass
class Sieve:
    """Judges batches of rows under the columns of an open resource."""

    columns: list[Column]
    unique: list[int]
    primary: list[int]
    hashes: dict[int, list[Hashes]] = field(default_factory=dict)

    @classmethod
    def of(cls, resource: TableResource) -> "Sieve":
        """The sieve of the fields that frictionless expects in an open resource."""
        fields = resource.header.get_expected_fields()
        names = [one.name for one in fields]
        key = [names.index(name) for name in resource.schema.primary_key if name in names]
        whole = len(key) == len(resource.schema.primary_key)
        unique = [at for at, one in enumerate(fields) if one.constraints.get("unique")]
        return cls([Column(one) for one in fields], unique, key if whole else [])

    def suspicious(self, rows: list[list[Any]]) -> Flags:
        """True for every row that frictionless might say something about."""
        width = len(self.columns)
        odd = np.array([len(row) != width for row in rows], dtype=np.bool_)
        even = [row if len(row) == width else (row + [None] * width)[:width] for row in rows]
        empty = np.ones(len(rows), dtype=np.bool_)
        blank = []
        for at, column in enumerate(self.columns):
            cells = [row[at] for row in even]
            right, missing = column.judged(cells)
            odd |= ~right
            empty &= missing
            blank.append(missing)
            self._remember(at, column, cells)
        return odd | empty | self._without_key(blank, len(rows))

    def _without_key(self, blank: list[Flags], count: int) -> Flags:
        if not self.primary:
            return np.zeros(count, dtype=np.bool_)
        none: Flags = np.logical_and.reduce([blank[at] for at in self.primary])
        return none

    def _remember(self, at: int, column: Column, cells: list[Any]) -> None:
        if at in self.unique or at in self.primary:
            self.hashes.setdefault(at, []).append(column.hashes(cells))

    def repeated(self) -> Flags | None:
        """True for every row whose key or unique value stands more than once."""
        found = [_repeated(self._all(at)) for at in self.unique if at in self.hashes]
        if self.primary and self.hashes:
            mixed = np.zeros(len(self._all(self.primary[0])), dtype=np.uint64)
            for at in self.primary:
                mixed = mixed * np.uint64(0x100000001B3) + self._all(at)
            found.append(_repeated(mixed))
        return np.logical_or.reduce(found) if found else None

    def _all(self, at: int) -> Hashes:
        return np.concatenate(self.hashes[at])


def _repeated(values: Hashes) -> Flags:
    order = np.argsort(values, kind="stable")
    same = values[order][1:] == values[order][:-1]
    flags = np.zeros(len(values), dtype=np.bool_)
    flags[order[1:][same]] = True
    flags[order[:-1][same]] = True
    return flags


@dataclass(frozen=True)
class Sifted:
    """What became of a stream: suspicious rows with their ordinals, and the end of it."""

    rows: list[tuple[int, Row]]
    total: int
    failure: Exception | None


def sifted(stream: Iterable[Row], sieve: Sieve) -> Sifted:
    """The whole stream, read once; what breaks the reading is kept and told after the rows."""
    kept: list[tuple[int, Row]] = []
    total, failure, rows = 0, None, iter(stream)
    while failure is None:
        batch, failure = _batch(rows)
        if not batch:
            break
        flags = sieve.suspicious([cells for _, cells in batch])
        kept.extend((total + int(at), batch[at]) for at in np.flatnonzero(flags))
        total += len(batch)
    return Sifted(kept, total, failure)


def _batch(rows: Iterator[Row]) -> tuple[list[Row], Exception | None]:
    batch: list[Row] = []
    try:
        batch.extend(islice(rows, BATCH))
    except frictionless.FrictionlessException as failure:
        return batch, failure
    return batch, None
