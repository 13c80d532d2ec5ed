"""Which lane a table takes, and why; the report is frictionless' own in all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import attrs
import frictionless
from frictionless.resources import TableResource
from polars.exceptions import PolarsError

from pipeline.validation.columnar import blocks, filed
from pipeline.validation.columnar.columns import RAISED
from pipeline.validation.columnar.construction import Scoped, quickened
from pipeline.validation.columnar.limits import LIMIT, figures_at_the_limit
from pipeline.validation.columnar.links import is_linked
from pipeline.validation.columnar.stream import Row, Sieve, sifted
from pipeline.validation.lanes import BLOCKS

# Values of these types cannot be keys of a dictionary: frictionless itself stops at them.
_NO_KEYS = frozenset({"array", "object", "geojson", "list", "any"})


@dataclass(frozen=True)
class Judged:
    """A report with the way that it took.

    Attributes:
        report: the report of frictionless.
        lane: `fast`, or `whole` where frictionless judged alone.
        reason: why it judged alone.
        split: in the fast lane `blocks`, or why frictionless split the rows itself.
        asked: in the fast lane: how many rows frictionless was asked about.
    """

    report: frictionless.Report
    lane: str
    reason: str = ""
    split: str = ""
    asked: int | None = None


class _RefusedError(Exception):
    """The fast lane cannot say what frictionless would say."""


@attrs.define(kw_only=True, repr=False)
class _SievedDialect(frictionless.Dialect):
    """A dialect that leaves out the rows about which frictionless has nothing to say."""

    def __attrs_post_init__(self) -> None:
        self.source: Callable[[], TableResource] | None = None
        self.resource: TableResource | None = None
        self.block_size = blocks.SIZE
        self.limited = False
        self.split = ""
        self.asked = 0

    def read_enumerated_content_stream(self, cell_stream: Iterable[list[Any]]) -> Iterator[Row]:
        rows: Iterator[Row] = super().read_enumerated_content_stream(cell_stream)
        # A sample is a list: it must stay whole.
        if self.resource is None or isinstance(cell_stream, list):
            return rows
        return self._counted(self._chosen(rows, self.resource))

    def _counted(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            self.asked += 1
            yield row

    def _chosen(self, rows: Iterator[Row], resource: TableResource) -> Iterator[Row]:
        try:
            found = filed.read(
                resource, Sieve.of(resource), limited=self.limited, size=self.block_size
            )
        except blocks.UnsplitError as error:
            self.split = str(error)
            yield from self._sieved(rows, resource)
        else:
            self.split = BLOCKS
            yield from _told(found, resource)

    def _sieved(self, rows: Iterator[Row], resource: TableResource) -> Iterator[Row]:
        sieve = Sieve.of(resource)
        found = sifted(rows, sieve, limited=self.limited)
        wanted = dict(found.rows)
        repeated = sieve.repeated()
        if repeated is not None and repeated.any():
            others = {int(at) for at in repeated.nonzero()[0]} - wanted.keys()
            wanted |= {at: found.every[at] for at in others} if found.every else self._again(others)
        for at in sorted(wanted):
            resource.stats.rows = at
            yield wanted[at]
        resource.stats.rows = found.total
        if found.failure:
            raise found.failure

    def _again(self, ordinals: set[int]) -> dict[int, Row]:
        """Rows that only a later one has made suspicious, read once more."""
        if not ordinals:
            return {}
        if self.source is None:
            raise _RefusedError("cannot-be-read-twice")
        with self.source() as copy:
            rows = copy.dialect.read_enumerated_content_stream(copy.cell_stream)
            last = max(ordinals)
            found = {}
            for at, row in enumerate(rows):
                if at in ordinals:
                    found[at] = row
                if at >= last:
                    break
            return found


def _told(found: filed.Filed, resource: TableResource) -> Iterator[Row]:
    """Suspicious rows of a file; the figures of frictionless are as if it had read them all."""
    for at, row in found.rows():
        resource.stats.rows = at
        yield row
    resource.stats.rows = found.places.total
    resource.stats.bytes = found.bytes
    resource.stats.md5, resource.stats.sha256 = found.md5, found.sha256


def validate(
    opened: Callable[[], TableResource], *, limit_errors: int = 0, block_size: int = blocks.SIZE
) -> Judged:
    """The report of frictionless on a resource, by the fast lane where that is surely the same.

    Args:
        opened: makes the resource anew, closed; called once, or again to read a second time.
        limit_errors: as frictionless takes it; 0 tells all errors.
        block_size: how many bytes of a file are read at once.
    """
    reason = _refusal(opened())
    if not reason:
        try:
            with quickened():
                return _fast(opened, limit_errors, block_size)
        except _RefusedError as refused:
            reason = str(refused)
        except (*RAISED, PolarsError) as error:
            # Either frictionless raises it too, and does so again, or it judges alone.
            reason = f"failed: {type(error).__name__}"
    with quickened(cells=False):
        report = opened().validate(Scoped(), limit_errors=limit_errors)
    return Judged(report, "whole", reason)


def _fast(opened: Callable[[], TableResource], limit_errors: int, block_size: int) -> Judged:
    resource = opened()
    dialect = _SievedDialect.from_descriptor(resource.dialect.to_descriptor())
    if not isinstance(dialect, _SievedDialect):
        raise _RefusedError("dialect")
    dialect.source, dialect.resource = opened, resource
    dialect.block_size, dialect.limited = block_size, bool(limit_errors)
    resource.dialect = dialect
    report = resource.validate(Scoped(), limit_errors=limit_errors)
    if any(text.startswith(LIMIT) for task in report.tasks for text in task.warnings):
        figures_at_the_limit(report, opened)
    return Judged(report, "fast", split=dialect.split, asked=dialect.asked)


def _refusal(resource: frictionless.Resource) -> str:
    """Why a resource must go the old way as a whole; empty if it need not."""
    if not isinstance(resource, TableResource):
        return "not-a-table"
    if type(resource.dialect) is not frictionless.Dialect:
        return "dialect"
    if not resource.dialect.header_case:
        return "header-case"
    if not resource.schema or not resource.schema.fields:
        return "no-schema"
    if resource.schema.foreign_keys and not is_linked(resource):
        return "foreign-keys"
    return "key-of-lists" if keyed_by_lists(resource.schema) else ""


def keyed_by_lists(schema: frictionless.Schema) -> bool:
    """Whether values that cannot be compared are to be unique."""
    return any(
        one.type in _NO_KEYS
        for one in schema.fields
        if one.constraints.get("unique") or one.name in schema.primary_key
    )
