"""A data package in the fast lane: its tables side by side on all cores, the report unchanged.

Each table is judged in a process of its own, which reads what its foreign keys refer to. Only so
many processes run at a time as the memory that is allowed seems to bear.
"""

import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path

import frictionless
from frictionless import Report
from frictionless.resources import TableResource

from pipeline.errors import MachineError
from pipeline.validation.columnar import errands
from pipeline.validation.columnar.errands import Done, Errand
from pipeline.validation.lanes import Lane
from pipeline.validation.processes import begin, beginnings
from pipeline.validation.worth import LOADING, seconds

MEMORY = 4_000_000_000
"""Bytes that all processes together may seem to need."""
_ALONE = 250_000_000
"""What a process needs before it reads anything, with its blocks."""
_SHARE: Mapping[str, float] = {"csv": 0.3, "tsv": 0.3, "xlsx": 2.0}
"""Memory by size of the file, as it was seen; for others their whole content several times."""
_OTHERS = 10.0
SMALL: Mapping[str, int] = {"fork": 20_000_000, "spawn": 60_000_000}
"""Bytes of a package that is judged before other processes would have begun, copies or new ones."""
FEW = LOADING
"""Seconds that frictionless needs for a package on which the fast lane gains nothing."""
_FEW_BY_FAR = 0.03
"""Of a table of a larger package: the lane is loaded, but takes time to look at a table too."""
_UNKNOWN = 2e-6
"""Seconds a byte where nobody can tell how many rows there are: rather too few."""
_SAMPLE = 1 << 16

Told = Callable[[int, int], object]
"""Hears how many bytes of how many have been judged."""


@dataclass(frozen=True, slots=True)
class JudgedPackage:
    """The report of a package with the way of each of its tables."""

    report: Report
    lanes: tuple[Lane, ...] = ()


@dataclass
class _Pool:
    """Errands under way, and those that wait for room."""

    executor: ProcessPoolExecutor
    memory: int
    waiting: list[Errand]
    under_way: dict[Future[Done], Errand] = field(default_factory=dict)

    def fill(self) -> None:
        """Begin what there is room for; one may always run, however large."""
        for errand in list(self.waiting):
            used = sum(one.need for one in self.under_way.values())
            if not self.under_way or used + errand.need <= self.memory:
                self.waiting.remove(errand)
                self.under_way[self.executor.submit(errands.judge, errand)] = errand

    def done(self) -> Iterator[tuple[Errand, Done]]:
        """What has been judged, as soon as it is."""
        self.fill()
        while self.under_way:
            finished, _ = wait(self.under_way, return_when=FIRST_COMPLETED)
            ended = [(self.under_way.pop(future), future.result()) for future in finished]
            self.fill()
            yield from ended


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
    errands.forget()
    package = errands.package(str(file))
    try:
        package.to_descriptor(validate=True)
    except frictionless.FrictionlessException as error:
        return JudgedPackage(Report.from_validation(errors=error.to_errors()))
    wanted = _errands(file, package, limit_errors)
    found = _judged(wanted, cores or len(os.sched_getaffinity(0)), memory, told)
    reports = [found[one.name][0] for one in wanted]
    lanes = tuple(found[one.name][1] for one in wanted)
    time = sum(report.stats["seconds"] for report in reports)
    return JudgedPackage(Report.from_validation_reports(time=time, reports=reports), lanes)


def _told(name: str, found: Done) -> tuple[Report, Lane]:
    report = errands.unpacked(found.report)
    rows = report.tasks[0].stats.get("rows") if report.tasks else None
    return report, Lane(
        table=name,
        rows=rows or 0,
        way=found.lane,
        reason=found.reason,
        split=found.split,
        asked=found.asked,
    )


def _errands(file: Path, package: frictionless.Package, limit_errors: int) -> list[Errand]:
    times = {one.name: _seconds(one) for one in package.resources}
    few = FEW if sum(times.values()) < FEW else min(FEW, _FEW_BY_FAR)
    return [
        Errand(
            str(file),
            one.name,
            _size(one),
            _ALONE + sum(map(_held, [one, *_referred(one)])),
            limit_errors,
            # What it refers to, frictionless reads as well.
            few=times[one.name] + sum(times[other.name] for other in _referred(one)) < few,
        )
        for one in package.resources
    ]


def _seconds(resource: frictionless.Resource) -> float:
    """How long frictionless alone would take for a table, as far as that can be told beforehand."""
    if not isinstance(resource, TableResource):
        return 0.0
    if isinstance(resource.data, list):
        return seconds(resource.schema, len(resource.data))
    size = _size(resource)
    if not size:
        return math.inf
    if resource.format not in ("csv", "tsv") or resource.compression:
        return size * _UNKNOWN
    with Path(resource.normpath or "").open("rb") as file:
        sample = file.read(_SAMPLE)
    return seconds(resource.schema, size * sample.count(b"\n") // len(sample))


def _held(resource: frictionless.Resource) -> int:
    return int(_size(resource) * _SHARE.get(resource.format or "", _OTHERS))


def _referred(resource: frictionless.Resource) -> list[frictionless.Resource]:
    """Other tables whose keys are held while this one is judged."""
    table = isinstance(resource, TableResource) and resource.schema
    keys = resource.schema.foreign_keys if table else ()
    names = {key["reference"]["resource"] for key in keys} - {"", resource.name}
    listed = resource.package.resources if resource.package else ()
    return [one for one in listed if one.name in names]


def _size(resource: frictionless.Resource) -> int:
    try:
        path = Path(resource.normpath or "")
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0  # What is wrong with it is said when it is judged.


def _judged(
    wanted: Sequence[Errand], cores: int, memory: int, told: Told | None
) -> dict[str, tuple[Report, Lane]]:
    found: dict[str, tuple[Report, Lane]] = {}
    total = sum(errand.size for errand in wanted)
    size = 0
    for errand, done in _results(wanted, cores, memory):
        # While the others are still judged.
        found[errand.name] = _told(errand.name, done)
        size += errand.size
        if told is not None:
            told(size, total)
    return found


def _results(wanted: Sequence[Errand], cores: int, memory: int) -> Iterator[tuple[Errand, Done]]:
    # The largest first: what is begun last is soon done.
    ordered = sorted(wanted, key=lambda errand: -errand.size)
    processes = min(cores, len(ordered), max(1, memory // _ALONE))
    context = beginnings()
    if processes <= 1 or sum(one.size for one in ordered) < SMALL[context.get_start_method()]:
        yield from ((errand, errands.judge(errand)) for errand in ordered)
        return
    executor = ProcessPoolExecutor(
        processes,
        mp_context=context,
        initializer=begin,
        initargs=(max(1, cores // processes),),
    )
    try:
        yield from _Pool(executor, memory, ordered).done()
    except BrokenProcessPool as error:
        raise MachineError("reading-was-killed", count=processes) from error
    finally:
        executor.shutdown(cancel_futures=True)
