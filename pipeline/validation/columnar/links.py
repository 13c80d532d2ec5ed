"""Foreign keys of a table in the fast lane: rows whose values are found raise no doubt.

What may be referred to is read before, as values of frictionless' own cell readers. It is given to
the resource in place of the reading that frictionless would begin each table with, so that errors
about keys are its own, in its own order.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from frictionless import Field
from frictionless.resources import TableResource

from pipeline.validation.columnar.columns import Flags

Value = tuple[Any, ...]
Known = Mapping[str, Mapping[tuple[str, ...], set[Value]]]
"""Name of a resource, as keys name it -> columns of it -> their values in its rows."""
Cells = pl.Series | Sequence[Any]

_MARK = "_values_referred_to"
_READS = "_TableResource__open_lookup"
"""Reads whatever the foreign keys refer to, row by row, and puts it under the next name."""
_LOOKUP = "_TableResource__lookup"


def linked(resource: TableResource, known: Known) -> TableResource:
    """A closed resource that need not read what its foreign keys refer to."""
    setattr(resource, _MARK, known)
    setattr(resource, _READS, lambda: setattr(resource, _LOOKUP, known))
    return resource


def is_linked(resource: TableResource) -> bool:
    """Whether what its foreign keys refer to has been read."""
    return hasattr(resource, _MARK)


@dataclass(frozen=True)
class Values:
    """Columns of a table as frictionless reads them; of a column that is not there, nothing."""

    places: tuple[int | None, ...]
    readers: tuple[Callable[[Any], tuple[Any, Any]] | None, ...]

    @classmethod
    def of(cls, fields: Sequence[Field], names: Sequence[str]) -> "Values":
        """Of the columns with these names."""
        known = {field.name: at for at, field in enumerate(fields)}
        places = tuple(known.get(name) for name in names)
        readers = [None if at is None else fields[at].create_cell_reader() for at in places]
        return cls(places, tuple(readers))

    def distinct(self, cells: Sequence[Cells]) -> Iterator[Value]:
        """The cells of each row, of rows that are alike at least once."""
        chosen = [None if at is None else cells[at] for at in self.places]
        texts = [one.alias(str(at)) for at, one in enumerate(chosen) if isinstance(one, pl.Series)]
        if len(texts) == len(chosen):
            return iter(pl.DataFrame(texts).unique().rows())
        count = len(cells[0]) if len(cells) else 0
        return zip(*([None] * count if one is None else one for one in chosen), strict=True)

    def read(self, cells: Value) -> Value:
        """What the cells of a row mean."""
        return tuple(
            read(cell)[0] if read else None for read, cell in zip(self.readers, cells, strict=True)
        )


@dataclass(frozen=True)
class Link:
    """A foreign key of an open table."""

    values: Values
    known: set[Value]

    def broken(self, cells: Sequence[Cells]) -> Flags:
        """True for every row that refers to nothing."""
        wrong = [one for one in self.values.distinct(cells) if not self._fits(one)]
        own = [cells[at] for at in self.values.places if at is not None]
        if not wrong:
            return np.zeros(len(own[0]), dtype=np.bool_)
        if len(own) == 1 and isinstance(own[0], pl.Series):
            found = pl.Series([one for (one,) in wrong], dtype=pl.String).implode()
            # A cell that is not there means nothing, which may always be.
            return own[0].is_in(found).fill_null(value=False).to_numpy()
        among = set(wrong)
        return np.array([one in among for one in zip(*own, strict=True)], dtype=np.bool_)

    def _fits(self, cells: Value) -> bool:
        value = self.values.read(cells)
        return value in self.known or set(value) == {None}


def links(resource: TableResource) -> list[Link]:
    """The foreign keys of an open resource whose columns are all expected there."""
    known: Known = getattr(resource, _MARK, {})
    fields = resource.header.get_expected_fields()
    names = {field.name for field in fields}
    return [
        Link(
            Values.of(fields, key["fields"]),
            known[key["reference"]["resource"]][tuple(key["reference"]["fields"])],
        )
        for key in resource.schema.foreign_keys
        if set(key["fields"]) <= names
    ]
