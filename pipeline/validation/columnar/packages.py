"""A data package in the fast lane: its tables side by side on all cores, the report unchanged.

Each table is judged in a process of its own, which reads what its foreign keys refer to. Only so
many processes run at a time as the memory that is allowed seems to bear.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import frictionless
from frictionless import Package, Report
from frictionless.resources import TableResource

from pipeline.errors import MachineError
from pipeline.validation.columnar import references, workbooks
from pipeline.validation.columnar.lane import Judged
from pipeline.validation.lanes import FEW_ROWS, WHOLE, Lane
from pipeline.validation.processes import begin

MEMORY = 4_000_000_000
"""Bytes that all processes together may seem to need."""
_ALONE = 250_000_000
"""What a process needs before it reads anything, with its blocks."""
_SHARE: Mapping[str, float] = {"csv": 0.3, "tsv": 0.3, "xlsx": 2.0}
"""Memory by size of the file, as it was seen; for others their whole content several times."""
_OTHERS = 10.0
SMALL = 60_000_000
"""Bytes of a package that is judged before other processes would have begun."""

FEW = 300_000
"""Bytes of a table that frictionless alone has judged before the fast lane has begun."""

Told = Callable[[int, int], object]
"""Hears how many bytes of how many have been judged."""


@dataclass(frozen=True, slots=True)
class JudgedPackage:
    """The report of a package with the way of each of its tables."""

    report: Report
    lanes: tuple[Lane, ...] = ()


@dataclass(frozen=True, slots=True)
class _Errand:
    """A table of a package, for another process."""

    file: str
    name: str
    size: int
    need: int
    limit_errors: int
    few: bool


@dataclass
class _Pool:
    """Errands under way, and those that wait for room."""

    executor: ProcessPoolExecutor
    memory: int
    waiting: list[_Errand]
    under_way: dict[Future[tuple[Any, str, str]], _Errand] = field(default_factory=dict)

    def fill(self) -> None:
        """Begin what there is room for; one may always run, however large."""
        for errand in list(self.waiting):
            used = sum(one.need for one in self.under_way.values())
            if not self.under_way or used + errand.need <= self.memory:
                self.waiting.remove(errand)
                self.under_way[self.executor.submit(_judge, errand)] = errand

    def done(self) -> Iterator[tuple[_Errand, tuple[Any, str, str]]]:
        """What has been judged, as soon as it is."""
        self.fill()
        while self.under_way:
            finished, _ = wait(self.under_way, return_when=FIRST_COMPLETED)
            for future in finished:
                errand = self.under_way.pop(future)
                yield errand, future.result()
            self.fill()


def validate(
    file: Path,
    *,
    limit_errors: int = 0,
    cores: int | None = None,
    memory: int = MEMORY,
    told: Told | None = None,
) -> JudgedPackage:
    """The report of frictionless on a data package.

    Args:
        file: its descriptor.
        limit_errors: as frictionless takes it, for each table; 0 tells all errors.
        cores: processes at a time; as many as this one may use when not given.
        memory: bytes that they may seem to need together; a table that needs more runs alone.
        told: hears how it goes on.

    Raises:
        FrictionlessException: the descriptor cannot be read.
        MachineError: somebody or the system killed one of the processes.
    """
    _package.cache_clear()
    package = _package(str(file))
    try:
        package.to_descriptor(validate=True)
    except frictionless.FrictionlessException as error:
        return JudgedPackage(Report.from_validation(errors=error.to_errors()))
    errands = [_errand(file, one, limit_errors) for one in package.resources]
    found = _judged(errands, cores or len(os.sched_getaffinity(0)), memory, told)
    reports = [Report.from_descriptor(found[errand.name][0]) for errand in errands]
    lanes = [
        _lane(errand.name, report, found[errand.name])
        for errand, report in zip(errands, reports, strict=True)
    ]
    seconds = sum(report.stats["seconds"] for report in reports)
    return JudgedPackage(
        Report.from_validation_reports(time=seconds, reports=reports), tuple(lanes)
    )


def _lane(name: str, report: Report, found: tuple[Any, str, str]) -> Lane:
    rows = report.tasks[0].stats.get("rows") if report.tasks else None
    return Lane(table=name, rows=rows or 0, way=found[1], reason=found[2])


def _errand(file: Path, resource: frictionless.Resource, limit_errors: int) -> _Errand:
    size = _size(resource)
    need = _ALONE + int(size * _SHARE.get(resource.format or "", _OTHERS))
    return _Errand(str(file), resource.name, size, need, limit_errors, 0 < size < FEW)


def _size(resource: frictionless.Resource) -> int:
    try:
        return Path(resource.normpath or "").stat().st_size
    except OSError:
        return 0  # What is wrong with it is said when it is judged.


def _judged(
    errands: Sequence[_Errand], cores: int, memory: int, told: Told | None
) -> dict[str, tuple[Any, str, str]]:
    found: dict[str, tuple[Any, str, str]] = {}
    total = sum(errand.size for errand in errands)
    done = 0
    for errand, result in _results(errands, cores, memory):
        found[errand.name] = result
        done += errand.size
        if told is not None:
            told(done, total)
    return found


def _results(
    errands: Sequence[_Errand], cores: int, memory: int
) -> Iterator[tuple[_Errand, tuple[Any, str, str]]]:
    # The largest first: what is begun last is soon done.
    ordered = sorted(errands, key=lambda errand: -errand.size)
    processes = min(cores, len(ordered), max(1, memory // _ALONE))
    if processes <= 1 or sum(errand.size for errand in ordered) < SMALL:
        yield from ((errand, _judge(errand)) for errand in ordered)
        return
    # A process that is forked would share threads of polars that are not there.
    executor = ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=begin,
        initargs=(max(1, cores // processes),),
    )
    try:
        yield from _Pool(executor, memory, ordered).done()
    except BrokenProcessPool as error:
        raise MachineError("reading-was-killed", count=processes) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _judge(errand: _Errand) -> tuple[Any, str, str]:
    """Report as a descriptor, way and reason."""
    resource = _package(errand.file).get_resource(errand.name)
    judged = _of_resource(resource, errand)
    return judged.report.to_descriptor(), judged.lane, judged.reason


@lru_cache(maxsize=1)
def _package(file: str) -> Package:
    """The package, read once in each process."""
    return Package(file)


def _of_resource(resource: frictionless.Resource, errand: _Errand) -> Judged:
    limit = errand.limit_errors
    if not isinstance(resource, TableResource):
        return Judged(resource.validate(limit_errors=limit), WHOLE, "not-a-table")
    if errand.few:
        return Judged(resource.validate(limit_errors=limit), WHOLE, FEW_ROWS)
    keys = resource.schema.foreign_keys if resource.schema else ()
    judge = references.validate if keys else workbooks.validate
    # A copy is judged as what it has been copied from, says frictionless; it is closed, and new.
    return judge(resource.to_copy, limit_errors=limit)
