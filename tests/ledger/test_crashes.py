"""A process killed between any two statements leaves a ledger that the next run completes."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from pipeline.ledger import Ledger, Progress
from tests.ledger.conftest import START, Base, Clock, finding, plan, receipt, release, snapshot
from tests.postgres import Cluster

pytestmark = pytest.mark.slow

NAME = "council-decisions"
STEP = int(os.environ.get("CRASH_STEP", "8"))
"""Every eighth statement; CRASH_STEP=1 tries all of them."""


def night(url: str) -> None:
    """What a night notes of one dataset."""
    with Ledger.open(url, Clock()) as ledger:
        ledger.begin_run("nightly", whole_night=True)
        with ledger.stage(NAME, "fetch"):
            ledger.record_snapshots(NAME, [snapshot(), snapshot("b.csv", sha256="b" * 64)])
        with ledger.stage(NAME, "gate"):
            ledger.record_findings(NAME, [finding(), finding(row=1)])
            ledger.record_version(release())
        with ledger.stage(NAME, "publish"):
            ledger.record_plan(plan())
            ledger.record_receipt(receipt())
        ledger.finish_run(Progress.DONE, 0)


def state(url: str) -> list[object]:
    """All that a reader of the ledger can see, but for the runs before the last."""
    with Ledger.open(url, Clock()) as ledger:
        last = ledger.runs(1)[0]
        earlier = {run.progress for run in ledger.runs(99)[1:]}
        assert earlier <= {Progress.INTERRUPTED}
        return [
            replace(last, id=0, started_at=START, finished_at=START),
            [(stage.stage, stage.progress) for stage in ledger.stages(last)],
            ledger.latest_snapshot(snapshot().address),
            ledger.latest_snapshot("b.csv"),
            ledger.findings_of(NAME),
            ledger.versions_of(NAME),
            ledger.latest_plan(NAME, "site"),
            ledger.receipts_of(NAME, "site"),
            ledger.last_good_night() == last,
        ]


def killed(url: str, after: int) -> bool:
    """Run a night that kills itself after so many statements; whether it came to that."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == signal.SIGKILL
    done = 0

    def count(*_args: object) -> None:
        nonlocal done
        done += 1
        if done == after:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", count)
    night(url)
    os._exit(0)


def test_a_night_on_sqlite_killed_anywhere_is_completed_by_the_next(tmp_path: Path) -> None:
    night(f"sqlite:///{tmp_path}/whole.sqlite")
    whole = state(f"sqlite:///{tmp_path}/whole.sqlite")
    moments = 0
    while killed(url := f"sqlite:///{tmp_path}/{moments}.sqlite", STEP * moments + 1):
        night(url)
        assert state(url) == whole, f"killed after statement {STEP * moments + 1}"
        moments += 1
    assert STEP * moments > 60


def test_a_night_on_postgresql_killed_anywhere_is_completed_by_the_next(
    postgresql: Cluster, postgres: Base
) -> None:
    night(postgres.url)
    whole = state(postgres.url)
    moments = 0
    # Fewer than on SQLite: a new database takes a while.
    while killed(url := postgresql.new_database(), 3 * STEP * moments + 1):
        night(url)
        assert state(url) == whole, f"killed after statement {3 * STEP * moments + 1}"
        moments += 1
    assert 3 * STEP * moments > 45


@pytest.mark.parametrize("nights", [2, 3])
def test_a_night_made_again_changes_nothing(base: Base, nights: int) -> None:
    night(base.url)
    tables = ("snapshots", "versions", "version_snapshots", "findings", "plans", "receipts")
    before = [base.ask(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]
    for _ in range(nights - 1):
        night(base.url)
    assert [base.ask(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables] == before
