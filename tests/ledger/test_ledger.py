from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

import pipeline
from pipeline.errors import MachineError, SourceError
from pipeline.ledger import Ledger, Progress, Stage
from pipeline.model import Severity
from tests.ledger.conftest import (
    START,
    Base,
    finding,
    plan,
    receipt,
    release,
    snapshot,
)

NAME = "council-decisions"


@pytest.fixture(params=["sqlite", "emptied"], ids=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest) -> Base:
    """One after another: SQLite, PostgreSQL."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Base)
    return found


@pytest.fixture
def ledger(base: Base) -> Iterator[Ledger]:
    with base.open() as opened:
        yield opened


def test_a_run_is_noted_from_its_beginning_to_its_end(ledger: Ledger) -> None:
    began = ledger.begin_run("nightly --only x", whole_night=False)
    assert ledger.runs(5) == (began,)
    assert (began.progress, began.exit_code, began.finished_at) == (Progress.RUNNING, None, None)
    assert began.pipeline_version == pipeline.__version__
    ended = ledger.finish_run(Progress.FAILED, 3)
    assert ledger.runs(5) == (ended,)
    assert ended == replace(
        began,
        finished_at=began.started_at + timedelta(seconds=1),
        progress=Progress.FAILED,
        exit_code=3,
    )


def test_moments_are_aware_and_in_utc(ledger: Ledger) -> None:
    ledger.begin_run("extract")
    kyiv = timezone(timedelta(hours=2))
    ledger.record_snapshots(NAME, [snapshot(fetched_at=START.astimezone(kyiv))])
    found = ledger.latest_snapshot(snapshot().address)
    assert found is not None
    assert (found.fetched_at, found.fetched_at.tzinfo) == (START, UTC)
    with pytest.raises(StatementError, match="time zone"):
        ledger.record_snapshots(NAME, [snapshot(fetched_at=datetime(2026, 1, 1))])  # noqa: DTZ001


def test_runs_that_were_killed_are_found_by_the_next(ledger: Ledger) -> None:
    killed = ledger.begin_run("nightly", whole_night=True)
    with pytest.raises(SystemExit), ledger.stage(NAME, "fetch"):
        raise SystemExit
    second = ledger.begin_run("nightly", whole_night=True)
    assert ledger.runs(5) == (second, replace(killed, progress=Progress.INTERRUPTED))


def test_a_stage_that_was_killed_is_found_by_the_next_run(ledger: Ledger, base: Base) -> None:
    run = ledger.begin_run("nightly")
    with ledger.stage(NAME, "fetch"), base.open() as other:
        other.begin_run("nightly")
        assert [stage.progress for stage in ledger.stages(run)] == [Progress.INTERRUPTED]


def test_newest_runs_first_as_many_as_asked(ledger: Ledger) -> None:
    ids = [ledger.begin_run("status").id for _ in range(3)]
    assert [run.id for run in ledger.runs(2)] == [ids[2], ids[1]]


def test_nothing_can_be_noted_outside_a_run(ledger: Ledger) -> None:
    with pytest.raises(RuntimeError, match="begin"):
        ledger.record_receipt(receipt())
    ledger.begin_run("publish")
    ledger.finish_run(Progress.DONE, 0)
    with pytest.raises(RuntimeError, match="begin"):
        ledger.record_receipt(receipt())
    assert ledger.receipts() == ()


def test_the_last_good_night_is_a_whole_one_without_failures(ledger: Ledger) -> None:
    assert ledger.last_good_night() is None
    ledger.begin_run("nightly", whole_night=True)
    good = ledger.finish_run(Progress.DONE, 0)
    for whole, progress in ((True, Progress.FAILED), (False, Progress.DONE)):
        ledger.begin_run("nightly", whole_night=whole)
        ledger.finish_run(progress, 0)
    ledger.begin_run("nightly", whole_night=True)
    assert ledger.last_good_night() == good


@pytest.mark.parametrize(
    ("error", "progress", "code", "details"),
    [
        (None, Progress.DONE, None, {}),
        (
            SourceError("source-is-gone", source="a", attempts=1, status="404"),
            Progress.FAILED,
            "source-is-gone",
            {"source": "a", "attempts": 1, "status": "404"},
        ),
        (KeyError("Особа"), Progress.FAILED, "KeyError", {}),
        (KeyboardInterrupt(), Progress.INTERRUPTED, "KeyboardInterrupt", {}),
    ],
    ids=["none", "foreseen", "bug", "ctrl-c"],
)
def test_a_stage_notes_its_end_and_lets_the_error_go_on(
    ledger: Ledger,
    error: BaseException | None,
    progress: Progress,
    code: str | None,
    details: dict[str, str | int],
) -> None:
    run = ledger.begin_run("publish")
    caught = None
    try:
        with ledger.stage(NAME, "fetch"):
            if error is not None:
                raise error
    except (SourceError, KeyError, KeyboardInterrupt) as raised:
        caught = raised
    assert caught is error
    began = run.started_at + timedelta(seconds=1)
    assert ledger.stages(run) == (
        Stage(
            run=run.id,
            dataset=NAME,
            stage="fetch",
            started_at=began,
            finished_at=began + timedelta(seconds=1),
            progress=progress,
            error=code,
            details=details,
        ),
    )


def test_a_stage_says_itself_how_it_ended(ledger: Ledger) -> None:
    run = ledger.begin_run("publish")
    with ledger.stage(NAME, "fetch") as note:
        note.progress = Progress.UNCHANGED
    with ledger.stage(NAME, "gate"):
        pass
    stages = [(stage.stage, stage.progress) for stage in ledger.stages(run)]
    assert stages == [("fetch", Progress.UNCHANGED), ("gate", Progress.DONE)]


def test_the_first_error_wins_over_a_ledger_that_cannot_note_it(ledger: Ledger, base: Base) -> None:
    ledger.begin_run("publish")
    with pytest.raises(KeyError) as caught, ledger.stage(NAME, "fetch"):  # noqa: PT012 - one stage
        base.ask("ALTER TABLE stages RENAME TO elsewhere")
        raise KeyError
    assert "ledger" in caught.value.__notes__[0]
    base.ask("ALTER TABLE elsewhere RENAME TO stages")
    with pytest.raises(MachineError), ledger.stage(NAME, "fetch"):
        base.ask("ALTER TABLE stages RENAME TO elsewhere")
    base.ask("ALTER TABLE elsewhere RENAME TO stages")


def test_what_broke_off_since_the_last_good_end(ledger: Ledger) -> None:
    assert ledger.broken_since(NAME, "fetch") is None
    runs = []
    for outcome in ("killed", "fails", "well", "other", "fails", "killed"):
        runs.append(ledger.begin_run("nightly", whole_night=True).id)
        if outcome == "killed":
            ledger.stage(NAME, "fetch").__enter__()
            continue
        name = "mayor-orders" if outcome == "other" else NAME
        try:
            with ledger.stage(name, "fetch"):
                ledger.record_snapshots(name, [snapshot(fetched_at=START)])
                if outcome != "well":
                    raise SourceError("source-is-silent", source="a")
        except SourceError:
            pass
        first = runs[0] if len(runs) < 3 else runs[-1]
        assert ledger.broken_since(NAME, "fetch") == (first if outcome == "fails" else None)
    ledger.begin_run("nightly", whole_night=True)
    assert ledger.broken_since(NAME, "fetch") == runs[4]
    address = snapshot().address
    assert ledger.latest_snapshot(address, since=runs[1]) is not None
    assert ledger.latest_snapshot(address, since=runs[4]) is None


def test_the_latest_snapshot_of_an_address(ledger: Ledger) -> None:
    assert ledger.latest_snapshot(snapshot().address) is None
    ledger.begin_run("publish")
    later = snapshot(sha256="b" * 64, fetched_at=START + timedelta(days=1), etag=None)
    ledger.record_snapshots(NAME, [snapshot(), snapshot("other.csv"), later])
    assert ledger.latest_snapshot(snapshot().address) == later
    ledger.record_snapshots(NAME, [snapshot()])
    assert ledger.latest_snapshot(snapshot().address) == later


def test_the_same_snapshot_is_noted_once_for_each_dataset(ledger: Ledger, base: Base) -> None:
    for dataset in (NAME, "mayor-orders", NAME):
        ledger.begin_run("publish")
        ledger.record_snapshots(dataset, [snapshot(), snapshot()])
    assert base.ask("SELECT run_id, dataset FROM snapshots ORDER BY id") == [
        (1, NAME),
        (2, "mayor-orders"),
    ]


def test_a_version_comes_back_with_everything_it_was_made_from(ledger: Ledger) -> None:
    assert ledger.latest_version(NAME) is None
    ledger.begin_run("publish")
    made = release()
    ledger.record_version(made)
    found = ledger.latest_version(NAME)
    assert found is not None
    assert ledger.version_of(NAME, made.version) == found
    assert (found.dataset, found.version, found.fingerprint) == (NAME, made.version, "f" * 64)
    assert (found.first_released_at, found.released_at) == (
        made.first_released_at,
        made.released_at,
    )
    assert (found.actual_on, found.masked, found.rows) == (
        made.actual_on,
        {"citizen": 3},
        {"LegalActs": 2},
    )
    assert found.snapshots == made.snapshots
    ledger.record_version(release("b" * 12, snapshots=made.snapshots[::-1]))
    turned = ledger.latest_version(NAME)
    assert turned is not None
    assert turned.snapshots == made.snapshots[::-1]
    assert ledger.version_of(NAME, "ffffffffffff") is None
    assert ledger.version_of("mayor-orders", made.version) is None


def test_a_version_is_noted_once_until_another_one_comes(ledger: Ledger) -> None:
    ledger.begin_run("publish")
    later = START + timedelta(days=1)
    ledger.record_version(release())
    ledger.record_version(release())
    ledger.record_version(release(released_at=later))
    assert [version.version for version in ledger.versions_of(NAME)] == ["0123456789ab"]
    ledger.record_version(release("bbbbbbbbbbbb"))
    ledger.record_version(release())
    assert len(ledger.versions_of(NAME)) == 2
    ledger.record_version(release(released_at=later))
    versions = [version.version for version in ledger.versions_of(NAME)]
    assert versions == ["0123456789ab", "bbbbbbbbbbbb", "0123456789ab"]
    latest = ledger.latest_version(NAME)
    assert latest is not None
    assert latest.released_at == START + timedelta(days=1)
    assert ledger.version_of(NAME, "0123456789ab") == latest


def test_the_same_version_under_a_new_fingerprint_is_noted(ledger: Ledger) -> None:
    ledger.begin_run("publish")
    ledger.record_version(release())
    ledger.record_version(release(fingerprint="e" * 64, snapshots=()))
    latest = ledger.latest_version(NAME)
    assert latest is not None
    assert (latest.fingerprint, latest.snapshots) == ("e" * 64, ())


def test_a_receipt_is_noted_once(ledger: Ledger) -> None:
    assert ledger.latest_receipt(NAME, "site") is None
    ledger.begin_run("publish")
    first, second = receipt(), receipt(version="b" * 12, read_back_at=START + timedelta(days=1))
    for item in (first, first, second, first):
        ledger.record_receipt(item)
    assert ledger.latest_receipt(NAME, "site") == second
    assert ledger.receipts_of(NAME, "site") == (second, first)
    again = replace(first, read_back_at=START + timedelta(days=2))
    ledger.record_receipt(again)
    assert ledger.latest_receipt(NAME, "site") == again


def test_the_latest_receipts_of_all(ledger: Ledger) -> None:
    ledger.begin_run("nightly")
    old = receipt(version="a" * 12, read_back_at=START - timedelta(days=1))
    others = [receipt(), receipt(target="ckan"), receipt(dataset="activity-counts")]
    for item in (old, *others):
        ledger.record_receipt(item)
    assert ledger.receipts() == (others[2], others[1], others[0])
    assert ledger.latest_receipt(NAME, "ckan") == others[1]


def test_a_plan_comes_back_as_it_was(ledger: Ledger, base: Base) -> None:
    assert ledger.latest_plan(NAME, "site") is None
    ledger.begin_run("plan")
    ledger.record_plan(plan())
    ledger.record_plan(plan())
    assert ledger.latest_plan(NAME, "site") == plan()
    assert ledger.latest_plan(NAME, "ckan") is None
    ledger.record_plan(plan(base="x", changes=()))
    assert ledger.latest_plan(NAME, "site") == plan(base="x", changes=())
    assert base.ask("SELECT count(*) FROM plans") == [(2,)]


def test_findings_come_back_in_order_without_the_values(ledger: Ledger, base: Base) -> None:
    ledger.begin_run("publish")
    bare = finding(
        code="empty",
        severity=Severity.INFO,
        place=finding().place.__class__(),
        table=None,
        row=None,
        field=None,
        value=None,
        details={},
    )
    items = [finding(), bare, finding()]
    ledger.record_findings(NAME, items)
    assert ledger.findings_of(NAME) == tuple(replace(item, value=None) for item in items)
    assert ledger.findings_of("mayor-orders") == ()


def test_no_cell_of_a_source_reaches_the_file(sqlite: Base) -> None:
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        ledger.record_findings(NAME, [finding()])
        files = [*Path(sqlite.url.removeprefix("sqlite:///")).parent.iterdir()]
        kept = b"".join(file.read_bytes() for file in files)
    assert "Аркуш 1".encode() in kept
    assert "ТАЄМНИЦЯ".encode() not in kept


def test_findings_are_those_of_the_last_run_that_looked(ledger: Ledger) -> None:
    ledger.begin_run("publish")
    ledger.record_findings(NAME, [finding()])
    ledger.begin_run("publish")
    assert len(ledger.findings_of(NAME)) == 1
    ledger.record_findings(NAME, [])
    assert ledger.findings_of(NAME) == ()


def test_a_second_record_of_a_run_replaces_the_first(ledger: Ledger) -> None:
    ledger.begin_run("publish")
    ledger.record_findings(NAME, [finding(), finding()])
    ledger.record_findings(NAME, [finding(row=1)])
    assert [item.row for item in ledger.findings_of(NAME)] == [1]


def test_the_same_findings_of_many_nights_are_kept_once(ledger: Ledger, base: Base) -> None:
    for value in ("а", "б", "в"):
        ledger.begin_run("nightly")
        ledger.record_findings(NAME, [finding(value=value), finding(row=1)])
    assert base.ask("SELECT count(*) FROM findings") == [(2,)]
    assert base.ask("SELECT count(*) FROM inspections") == [(3,)]
    assert len(ledger.findings_of(NAME)) == 2
