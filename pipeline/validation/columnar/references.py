"""Tables with foreign keys: what they refer to is read first, and fast; then the lane judges.

Only the columns that are referred to are kept, as a set of their values, however many rows there
are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

import frictionless
from frictionless.resources import TableResource

from pipeline.validation.columnar import blocks, filed, workbooks
from pipeline.validation.columnar.columns import RAISED
from pipeline.validation.columnar.lane import Judged, keyed_by_lists
from pipeline.validation.columnar.links import Cells, Known, Value, Values, linked
from pipeline.validation.columnar.stream import by_column

_BATCH = 50_000

Reference = dict[str, Any]
Opened = Callable[[], TableResource]


class Judge(Protocol):
    """Judges a table without regard to others."""

    def __call__(self, opened: Opened, *, limit_errors: int) -> Judged:
        """The report on the resource that is opened, and the way to it."""
        ...


class _RefusedError(ValueError):
    """frictionless must be asked about the whole table."""


@dataclass
class Referred:
    """Values that tables of a package refer to, read once for all of them that follow each other.

    Attributes:
        size: how many bytes of a file are read at once.
    """

    size: int = blocks.SIZE
    _values: dict[tuple[str, tuple[str, ...]], set[Value]] = field(default_factory=dict)

    def known(self, opened: Opened) -> Known:
        """What the foreign keys of a resource refer to; what only others did is forgotten."""
        resource = opened()
        found: dict[str, dict[tuple[str, ...], set[Value]]] = {}
        read: dict[tuple[str, tuple[str, ...]], set[Value]] = {}
        for key in resource.schema.foreign_keys:
            name, names = key["reference"]["resource"], tuple(key["reference"]["fields"])
            at = name or resource.name, names
            read[at] = read.get(at) or self._values.get(at) or self._read(resource, key)
            found.setdefault(name, {})[names] = read[at]
        self._values = read
        return found

    def _read(self, resource: TableResource, key: Reference) -> set[Value]:
        return _values(_target(resource, key), key["reference"]["fields"], self.size)


def validate(
    opened: Opened,
    *,
    limit_errors: int = 0,
    referred: Referred | None = None,
    judge: Judge = workbooks.validate,
) -> Judged:
    """The report of frictionless on a table that refers to others of its package.

    Args:
        opened: makes the resource of the package anew, closed.
        limit_errors: as frictionless takes it; 0 tells all errors.
        referred: what was read for other tables of the same package.
        judge: judges the table once that is known.
    """
    try:
        _confirm(opened())
        known = (referred or Referred()).known(opened)
        judged = judge(lambda: linked(opened(), known), limit_errors=limit_errors)
        if judged.lane == "fast":
            return judged
        reason = judged.reason
    except _RefusedError as refused:
        reason = str(refused)
    except RAISED as error:
        reason = f"failed: {type(error).__name__}"
    return Judged(opened().validate(limit_errors=limit_errors), "whole", reason)


def _confirm(resource: TableResource) -> None:
    # A table that is described wrongly is not opened at all, nor what it refers to.
    resource.to_descriptor(validate=True)
    targets = [_target(resource, key) for key in resource.schema.foreign_keys]
    if any(not one.dialect.header_case for one in (resource, *targets)):
        raise _RefusedError("header-case")
    if any(one.schema and keyed_by_lists(one.schema) for one in targets):
        raise _RefusedError("key-of-lists")


def _target(resource: TableResource, key: Reference) -> TableResource:
    """The table that a key refers to, as frictionless opens it: a copy without keys of its own."""
    name = key["reference"]["resource"]
    found: frictionless.Resource
    if not name or name == resource.name:
        found = resource.to_copy()
    elif resource.package:
        found = resource.package.get_resource(name).to_copy()
    else:
        raise _RefusedError("foreign-keys")
    if not isinstance(found, TableResource):
        raise _RefusedError("foreign-keys")
    if found.schema:
        found.schema.foreign_keys = []
    return found


def _values(target: TableResource, names: Sequence[str], size: int) -> set[Value]:
    """The values that may be referred to."""
    found: set[Value] = set()
    with target:
        fields = target.header.get_expected_fields()
        if len({one.name for one in fields}) < len(fields):
            raise _RefusedError("foreign-keys")
        values = Values.of(fields, names)
        for cells in _batches(target, len(fields), size):
            found.update(map(values.read, values.distinct(cells)))
    found.discard((None,) * len(names))
    return found


def _batches(target: TableResource, width: int, size: int) -> Iterator[Sequence[Cells]]:
    """The cells of an open table by column, as fast as they can surely be split."""
    try:
        yield from filed.cells(target, width, size)
    except blocks.UnsplitError:
        # What has come already comes again; values are kept once.
        rows = target.dialect.read_enumerated_content_stream(target.cell_stream)
        while batch := [cells for _, cells in islice(rows, _BATCH)]:
            yield by_column(batch, width)
