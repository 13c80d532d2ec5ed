"""A table of a package, judged by another process; loads what it needs once it needs it.

A process that is begun as a copy of another one must not be one of a process in which polars has
begun its threads, so nothing here loads it before there is a table to judge.
"""

import pickle
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import attrs
import frictionless
from frictionless import Package, Report
from frictionless.metadata.metadata import Metadata
from frictionless.resources import TableResource

from pipeline.validation.lanes import FEW_ROWS, WHOLE

if TYPE_CHECKING:
    from pipeline.validation.columnar.references import Referred


@dataclass(frozen=True, slots=True)
class Errand:
    """A table of a package, for another process."""

    file: str
    name: str
    size: int
    need: int
    limit_errors: int
    few: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it: the report as bytes, and the way."""

    report: bytes
    lane: str
    reason: str = ""
    split: str = ""
    asked: int | None = None


def judge(errand: Errand) -> Done:
    """The report on a table with the way to it."""
    resource = package(errand.file).get_resource(errand.name)
    if not isinstance(resource, TableResource):
        return _whole(resource, errand, "not-a-table")
    if errand.few:
        return _whole(resource, errand, FEW_ROWS)
    return _fast(resource, errand)


def _whole(resource: frictionless.Resource, errand: Errand, reason: str) -> Done:
    report = resource.validate(limit_errors=errand.limit_errors)
    return Done(packed(report), WHOLE, reason)


def _fast(resource: TableResource, errand: Errand) -> Done:
    from pipeline.validation.columnar import references, workbooks

    # A copy is judged as what it has been copied from, says frictionless; it is closed, and new.
    opened, limit = resource.to_copy, errand.limit_errors
    if resource.schema and resource.schema.foreign_keys:
        referred = _referred(errand.file)
        found = references.validate(opened, limit_errors=limit, referred=referred)
    else:
        found = workbooks.validate(opened, limit_errors=limit)
    return Done(packed(found.report), found.lane, found.reason, found.split, found.asked)


@lru_cache(maxsize=1)
def package(file: str) -> Package:
    """The package, read once in each process."""
    return Package(file)


@lru_cache(maxsize=1)
def _referred(_: str) -> "Referred":
    """What its tables refer to, as far as it has been read by this process."""
    from pipeline.validation.columnar.references import Referred

    return Referred()


def forget() -> None:
    """Read everything anew: a file may have changed since."""
    package.cache_clear()
    _referred.cache_clear()


class _Pickler(pickle.Pickler):
    """Pickles what frictionless says as a whole: left to themselves its objects forget a half."""

    def reducer_override(self, value: Any) -> Any:
        if not isinstance(value, Metadata):
            return NotImplemented
        kept = {one.name: getattr(value, one.name) for one in attrs.fields(_attrs(value))}
        return _bare, (type(value),), (vars(value), kept), None, None, _fill


def _attrs(value: Metadata) -> type[attrs.AttrsInstance]:
    kind: type[Any] = type(value)
    return kind


def _bare(kind: type[Metadata]) -> Metadata:
    return object.__new__(kind)


def _fill(made: Metadata, state: tuple[dict[str, Any], dict[str, Any]]) -> None:
    more, kept = state
    vars(made).update(more)
    for name, value in kept.items():
        # Its own way of setting would count the value as one more that was given.
        object.__setattr__(made, name, value)


def packed(report: Report) -> bytes:
    """A report for another process: a twentieth of the time that its descriptor takes."""
    into = BytesIO()
    _Pickler(into, protocol=pickle.HIGHEST_PROTOCOL).dump(report)
    return into.getvalue()


def unpacked(content: bytes) -> Report:
    """A report of a process that this one has begun."""
    report: Report = pickle.loads(content)  # noqa: S301 - of our own process, through its pipe
    return report
