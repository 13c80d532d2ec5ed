"""Whole packages: the report of frictionless, however many processes have written it."""

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from pipeline.validation.columnar import packages
from pipeline.validation.columnar.errands import Done, Errand, packed, unpacked
from pipeline.validation.columnar.packages import validate
from pipeline.validation.processes import beginnings
from tests.validation.columnar_tables import plain, without_seconds
from tests.validation.test_references import GOOD, write


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Tables with keys, one that is not there, one of an unknown format, a text."""
    file = write(tmp_path, GOOD)
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    (tmp_path / "note.md").write_text("Примітка", encoding="utf-8")
    (tmp_path / "inline.json").write_text('[{"a": 1}, {"a": "x"}]', encoding="utf-8")
    schema = {"fields": [{"name": "a", "type": "integer"}]}
    descriptor["resources"] += [
        {"name": "absent", "type": "table", "path": "absent.csv", "schema": schema},
        {"name": "odd", "type": "table", "path": "note.md", "format": "zzz", "schema": schema},
        {"name": "note", "path": "note.md", "hash": "md5:00"},
        {"name": "inline", "type": "table", "data": [["a"], [1], ["x"]], "schema": schema},
        {"name": "json", "type": "table", "path": "inline.json", "schema": schema},
    ]
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    return file


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("cores", "memory"), [(1, 10**10), (2, 10**10), (2, 6 * 10**8), (3, 1)])
def test_report_is_the_very_same(
    package: Path, cores: int, memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "SMALL", {"fork": 0, "spawn": 0})
    monkeypatch.setattr(packages, "FEW", 0)
    told: list[tuple[int, int]] = []
    ours = validate(package, cores=cores, memory=memory, told=lambda *one: told.append(one))
    assert plain(ours.report) == plain(Package(str(package)).validate(limit_errors=0))
    assert told[-1][0] == told[-1][1]
    ways = {lane.table: (lane.way, lane.reason) for lane in ours.lanes}
    assert ways["child"] == ways["parent"] == ways["inline"] == ("fast", "")
    assert ways["note"] == ("whole", "not-a-table")


COPIES = """
import json, sys
from pathlib import Path
from pipeline.validation.columnar import packages
from pipeline.validation.processes import beginnings

packages.SMALL, packages.FEW = {"fork": 0}, 0
assert beginnings().get_start_method() == "fork"
found = packages.validate(Path(sys.argv[1]), cores=2)
assert "polars" not in sys.modules, "what is loaded before would be copied"
print(json.dumps([found.report.to_descriptor(), [lane.way for lane in found.lanes]]))
"""


@pytest.mark.filterwarnings("ignore")
def test_copies_of_a_process_say_the_same(package: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", COPIES, str(package)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    ours, ways = json.loads(found.stdout)
    assert (ways[:2], ways[-2:]) == (["fast", "fast"], ["fast", "fast"])
    theirs = Package(str(package)).validate(limit_errors=0)
    assert without_seconds(ours) == plain(theirs)
    assert beginnings().get_start_method() == "spawn", "polars is loaded here"


@pytest.mark.filterwarnings("ignore")
def test_nothing_is_lost_between_processes(package: Path) -> None:
    report = Package(str(package)).validate(limit_errors=0)
    copy = unpacked(packed(report))
    assert copy.to_descriptor() == report.to_descriptor()
    assert [type(one) for one in copy.tasks[0].errors] == [
        type(one) for one in report.tasks[0].errors
    ]
    # Why it is not left to pickle alone.
    half = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own, made a moment ago
    assert half.to_descriptor() != report.to_descriptor()


@pytest.mark.filterwarnings("ignore")
def test_few_rows_are_left_to_frictionless(package: Path) -> None:
    ours = validate(package)
    assert plain(ours.report) == plain(Package(str(package)).validate(limit_errors=0))
    ways = {lane.table: (lane.way, lane.reason) for lane in ours.lanes}
    assert ways["child"] == ("whole", "few-rows")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "change",
    [
        {"resources": []},
        {"name": 5},
        {"resources": [{"name": "a", "path": "../a.csv"}]},
        {"resources": [{"name": "a"}]},
        {"resources": [{"name": "a", "path": "child.csv"}, {"name": "a", "path": "parent.csv"}]},
    ],
    ids=str,
)
def test_a_package_that_is_described_wrongly(package: Path, change: dict[str, Any]) -> None:
    descriptor = json.loads(package.read_text(encoding="utf-8"))
    package.write_text(json.dumps({**descriptor, **change}), encoding="utf-8")
    found: list[Any] = []
    for judge in (lambda: validate(package).report, lambda: Package(str(package)).validate()):
        try:
            found.append(plain(judge()))
        except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
            found.append(str(error))
    assert found[0] == found[1]


def test_only_so_much_runs_as_the_memory_bears() -> None:
    errands = [Errand("f", str(at), 1, 40, 0, few=False) for at in range(4)]
    seen: list[int] = []

    class Executor:
        def submit(self, *_: Any) -> Any:
            from concurrent.futures import Future

            future: Any = Future()
            future.set_result(Done(b"", "fast"))
            return future

    pool = packages._Pool(Executor(), 100, list(errands))  # type: ignore[arg-type]
    for _ in pool.done():
        seen.append(sum(one.need for one in pool.under_way.values()))
    assert max(seen) <= 100
    assert len(seen) == 4
