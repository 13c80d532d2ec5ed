"""What validation costs: frictionless, the fast lane, and the floor that no validator gets below.

    python -m tests.benchmarks.validation [--csv 10000:0.001,1000000:0.1] [--write]

Whole processes, start and imports included, in turn; trust the ratios, which are medians of pairs.
Data are invented. With `--write` the figures go into docs/fast-validation.md, the README and the
chart of both. Exit code 1 when a goal is missed.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmarks import chart, documents, judging

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "fast-validation.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"

_FEW, _MANY = 50_000, 1_000_000
"""Rows under which start-up counts most, and from which on it counts nothing."""
_LARGE_PACKAGE = 1_000_000
"""Rows of each of ten tables: the second of start counts no more, and frictionless takes hours."""


@dataclass(frozen=True)
class Run:
    """One process."""

    seconds: float
    peak: int
    """Megabytes."""
    said: str


@dataclass(frozen=True)
class Case:
    """Ways to judge one file; the first is compared with the others."""

    name: str
    file: Path
    ways: tuple[str, ...]
    goals: tuple[tuple[str, float], ...]
    """Way -> how many times it may at most take, or has to take, of what the first one takes."""
    peak: int | None = None
    """Megabytes that the first way may take."""


@dataclass(frozen=True)
class Figures:
    """What became of a case."""

    case: Case
    seconds: dict[str, float]
    peaks: dict[str, int]
    ratios: dict[str, float]
    """Way -> its seconds by those of the first way, the median of pairs."""


def main(arguments: Sequence[str]) -> int:
    """Make the data, run, print, and write what is asked for."""
    given = _arguments(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = [_measured(case, given.repeats) for case in _cases(Path(folder), given)]
    lines = list(_table(found))
    sys.stdout.write("\n".join(lines) + "\n")
    if given.write:
        _write(lines, found)
    return 1 if any(_missed(one) for one in found) else 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--csv", default="10000:0.001,100000:0.001", help="rows and share of bad ones, by comma"
    )
    parser.add_argument("--workbook", type=int, default=100_000, help="rows of the workbook")
    parser.add_argument("--package", default="50000,1000000", help="rows of each of its tables")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="into docs/fast-validation.md")
    return parser.parse_args(arguments)


def _cases(folder: Path, given: argparse.Namespace) -> Iterator[Case]:
    judging.write_structure(folder / "structure.csv")
    for wanted in filter(None, given.csv.split(",")):
        count, share = int(wanted.partition(":")[0]), float(wanted.partition(":")[2])
        file = documents.write_csv(folder / f"{count}-{share}.csv", count, share)
        name = f"CSV, {count:,} rows, {share:.1%} bad"
        ways = ("lane", "frictionless", "parse", "command")
        peak = 300 if count == _MANY and share < 0.005 else None
        yield Case(name, file, ways, _goals(count, share), peak)
    if given.workbook:
        yield Case(
            f"XLSX, {given.workbook:,} rows",
            documents.write_xlsx(folder / "t.xlsx", given.workbook, 0.001),
            ("lane", "frictionless", "calamine"),
            (("frictionless", 10.0), ("calamine", 0.5)),
        )
    for count in map(int, filter(None, given.package.split(","))):
        large = count >= _LARGE_PACKAGE
        yield Case(
            f"package, 10 tables of {count:,} rows with foreign keys",
            documents.write_package(folder / f"package-{count}", count, 0.001),
            ("package-2", "package-1", *(() if large else ("package-frictionless",))),
            (("package-1", 1.7),) if large else (),
        )


def _goals(count: int, share: float) -> tuple[tuple[str, float], ...]:
    """How many times frictionless takes, by rows and share of bad ones; a quarter for parsing."""
    if count < _FEW:
        return (("frictionless", 1.0),)
    if count < _MANY:
        return (("frictionless", 8.0),)
    if share < 0.005:
        return (("frictionless", 30.0), ("parse", 0.25))
    return (("frictionless", 20.0 if share < 0.05 else 5.0),)


def _measured(case: Case, repeats: int) -> Figures:
    """Every way in turn, so often."""
    runs: dict[str, list[Run]] = {way: [] for way in case.ways}
    for _ in range(repeats):
        for way in case.ways:
            runs[way].append(_run(way, case.file))
    first = runs[case.ways[0]]
    judged = {run.said for way in case.ways if way not in _FLOORS for run in runs[way]}
    if len(judged) > 1:
        raise SystemExit(f"{case.name}: the ways found unlike numbers of errors: {judged}")
    return Figures(
        case,
        {way: median(run.seconds for run in found) for way, found in runs.items()},
        {way: max(run.peak for run in found) for way, found in runs.items()},
        {
            way: median(one.seconds / own.seconds for one, own in zip(found, first, strict=True))
            for way, found in runs.items()
        },
    )


_WAYS = (
    "`lane` gives frictionless' report by the fast lane, `command` is the whole `pipeline validate "
    "--schema`; `parse` (polars) and `calamine` only read; `package-2` and `package-1` use so many "
    "cores."
)
_FLOORS = ("parse", "calamine", "command")
"""Ways that judge nothing, or by another schema."""


def _run(way: str, file: Path) -> Run:
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.judging", way, str(file)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{way} {file} ended with {process.returncode}")
    return Run(time.monotonic() - begun, used.ru_maxrss // 1024, said.strip())


def _table(found: Sequence[Figures]) -> Iterator[str]:
    yield f"{_machine()}. Each figure is a whole process; ratios are medians of pairs."
    yield ""
    yield _WAYS
    yield ""
    yield "| what | way | seconds | peak MB | times the lane | goal |"
    yield "|---|---|---:|---:|---:|---|"
    for one in found:
        goals = dict(one.case.goals)
        for way in one.case.ways:
            goal = goals.get(way)
            met = "" if goal is None else ("met" if one.ratios[way] >= goal else "missed")
            said = f"≥ {goal:g}: {met}" if goal is not None else ""
            if way == one.case.ways[0] and one.case.peak:
                well = "met" if one.peaks[way] <= one.case.peak else "missed"
                said = f"≤ {one.case.peak} MB: {well}"
            yield (
                f"| {one.case.name} | {way} | {one.seconds[way]:.2f} | {one.peaks[way]} "
                f"| {one.ratios[way]:.2f} | {said} |"
            )


def _missed(one: Figures) -> bool:
    first = one.case.ways[0]
    too_much = one.case.peak is not None and one.peaks[first] > one.case.peak
    return too_much or any(one.ratios[way] < goal for way, goal in one.case.goals)


def _machine() -> str:
    names = ("frictionless", "polars", "numpy", "python-calamine", "openpyxl")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    cores = len(os.sched_getaffinity(0))
    python = platform.python_version()
    return f"{platform.machine()}, {cores} cores, Python {python}, {versions}"


def _write(lines: Sequence[str], found: Sequence[Figures]) -> None:
    for document in (DOCUMENT, ROOT / "README.md"):
        before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
        _, _, after = rest.partition(END)
        block = "\n".join([BEGIN, *lines, END])
        document.write_text(before + block + after, encoding="utf-8")
    bars = [
        (f"{one.case.name}: {way}", one.seconds[way], way == one.case.ways[0])
        for one in found
        for way in one.case.ways
    ]
    DOCUMENT.with_suffix(".svg").write_text(chart.drawn(bars, _machine()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
