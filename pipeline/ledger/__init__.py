"""The database of runs, snapshots, versions, findings, plans and receipts.

    with Ledger.open("sqlite:///home/ledger.sqlite", clock) as ledger:
        ledger.begin_run("nightly", whole_night=True)
        with ledger.stage("council-decisions", "fetch"):
            …
        ledger.finish_run(Progress.DONE, 0)

Every method that writes is one transaction of the run that began last, and repeating it changes
nothing: a run that is killed between two of them is simply made again. One ledger belongs to one
home, which has one writer.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from pipeline.errors import MachineError
from pipeline.ledger import approvals, findings, opening, receipts, runs, versions
from pipeline.ledger.backup import backup, restore
from pipeline.ledger.ending import Ending
from pipeline.ledger.faults import translated
from pipeline.ledger.runs import PREVIEW
from pipeline.ledger.values import Asked, Progress, Run, Stage, Version
from pipeline.model import Finding, Plan, Receipt, Release, Snapshot

__all__ = [
    "PREVIEW",
    "Asked",
    "Ledger",
    "Progress",
    "Run",
    "Stage",
    "StageNote",
    "Version",
    "backup",
    "restore",
]


class StageNote:
    """A stage that is under way; `progress` says how it ends if no error ends it."""

    def __init__(self) -> None:
        self.progress = Progress.DONE


class Ledger:
    """The ledger, open; made by `Ledger.open`."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._shown = opening.shown(engine.url)
        self._run: Run | None = None

    @classmethod
    def open(cls, url: str, clock: Callable[[], datetime]) -> Self:
        """Open the ledger; tables are made or brought up to date first, under a lock.

        Args:
            url: of SQLAlchemy: `sqlite:///path` or `postgresql://…`.
            clock: aware UTC.

        Raises:
            ConfigurationError: the address is refused.
            MachineError: no driver, no permission, damaged, newer than this program, out of reach.
        """
        engine = opening.connect(opening.address(url))
        try:
            opening.prepare(engine)
        except MachineError:
            engine.dispose()
            raise
        return cls(engine, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def begin_run(self, command: str, *, whole_night: bool = False) -> Run:
        """Note that a run begins; earlier ones that never finished become `interrupted`.

        Args:
            command: as typed.
            whole_night: whether it goes through all datasets.
        """
        with self._writing() as session:
            run = runs.begin(session, command, whole_night=whole_night, now=self._clock())
        self._run = run
        return run

    def finish_run(self, progress: Progress, exit_code: int) -> Run:
        """Note how the run ended."""
        with self._writing() as session:
            run = runs.finish(session, self._current, progress, exit_code, self._clock())
        self._run = None
        return run

    @contextmanager
    def stage(self, dataset: str, stage: str) -> Iterator[StageNote]:
        """Note a stage around a block; an error is noted and goes on."""
        with self._writing() as session:
            number = runs.begin_stage(session, self._current, dataset, stage, self._clock())
        note = StageNote()
        with Ending(lambda error: self._end_stage(number, note, error)):
            yield note

    def _end_stage(self, number: int, note: StageNote, error: BaseException | None) -> None:
        progress = runs.progress_of(error, note.progress)
        with self._writing() as session:
            runs.finish_stage(session, number, progress, error, self._clock())

    def runs(self, limit: int) -> tuple[Run, ...]:
        """The newest runs first."""
        with self._reading() as session:
            return runs.newest(session, limit)

    def stages(self, run: Run) -> tuple[Stage, ...]:
        """The stages of a run, in the order they began."""
        with self._reading() as session:
            return runs.stages(session, run.id)

    def is_doubted(self, dataset: str, target: str) -> bool:
        """Whether the last look at what stands on a target did not end well."""
        with self._reading() as session:
            names = (f"read-back-{target}", f"verify-{target}")
            last = runs.last_ended(session, dataset, names)
        return last is not None and last.progress is Progress.FAILED

    def broken_since(self, dataset: str, stage: str) -> int | None:
        """The first run of those in which a stage broke off since the last that ended well."""
        with self._reading() as session:
            return runs.broken_since(session, dataset, stage)

    def last_ended(self, dataset: str, stage: str) -> Stage | None:
        """The newest stage of a name that came to an end, whatever end."""
        with self._reading() as session:
            return runs.last_ended(session, dataset, (stage,))

    def failing_since(self, dataset: str, after: datetime) -> datetime | None:
        """When a stage failed first after a moment; None where none did."""
        with self._reading() as session:
            return runs.failing_since(session, dataset, after)

    def last_good_night(self) -> Run | None:
        """The newest night through all datasets that ended without a failure."""
        with self._reading() as session:
            return runs.last_good_night(session)

    def record_snapshots(self, dataset: str, snapshots: Iterable[Snapshot]) -> None:
        """Note what was fetched for a dataset; what is known stays with its first run."""
        with self._writing() as session:
            versions.record_snapshots(session, self._current, dataset, snapshots)

    def latest_snapshot(self, address: str, *, since: int = 0) -> Snapshot | None:
        """What was fetched last from an address as people see it; `since`: first by this run."""
        with self._reading() as session:
            return versions.latest_snapshot(session, address, since)

    def record_version(self, release: Release) -> None:
        """Note a release with its snapshots, unless it is the latest of its dataset already."""
        with self._writing() as session:
            versions.record_version(session, self._current, release)

    def version_of(self, dataset: str, version: str) -> Version | None:
        """A version of a dataset, as it was released last."""
        with self._reading() as session:
            return versions.version_of(session, dataset, version)

    def latest_version(self, dataset: str) -> Version | None:
        """What was released last."""
        with self._reading() as session:
            return versions.latest_version(session, dataset)

    def versions_of(self, dataset: str) -> tuple[Version, ...]:
        """The whole log of a dataset, the newest first; a version that came back stands twice."""
        with self._reading() as session:
            return versions.versions_of(session, dataset)

    def record_plan(self, plan: Plan) -> None:
        """Note a plan, unless it is the latest of its dataset and target already."""
        with self._writing() as session:
            receipts.record_plan(session, self._current, plan, self._clock())

    def latest_plan(self, dataset: str, target: str) -> Plan | None:
        """The plan that was made last."""
        with self._reading() as session:
            return receipts.latest_plan(session, dataset, target)

    def ask(
        self, dataset: str, target: str, version: str, digest: str, reasons: Sequence[str]
    ) -> None:
        """Note that a plan waits for a person; an approval of an earlier one is of no use to it."""
        asked = Asked(
            dataset=dataset,
            target=target,
            version=version,
            digest=digest,
            reasons=tuple(reasons),
            asked_at=self._clock(),
        )
        with self._writing() as session:
            approvals.ask(session, self._current, asked)

    def asked(self, dataset: str, target: str) -> Asked | None:
        """The plan that a person was asked about last."""
        with self._reading() as session:
            return approvals.latest(session, dataset, target)

    def unapproved(self, dataset: str) -> frozenset[str]:
        """Versions that nobody approved, though a person was asked."""
        with self._reading() as session:
            return approvals.unapproved(session, dataset)

    def approve(self, asked: Asked, who: str, why: str) -> Asked:
        """Note who approved a plan, and why."""
        with self._writing() as session:
            return approvals.approve(session, asked.number, who, why, self._clock())

    def record_receipt(self, receipt: Receipt) -> None:
        """Note a receipt; the very same one is noted once."""
        with self._writing() as session:
            receipts.record_receipt(session, self._current, receipt)

    def latest_receipt(self, dataset: str, target: str) -> Receipt | None:
        """What stands on a target, as far as was proved."""
        with self._reading() as session:
            return receipts.latest_receipt(session, dataset, target)

    def receipts_of(self, dataset: str, target: str) -> tuple[Receipt, ...]:
        """All receipts of a dataset on a target, the newest first."""
        with self._reading() as session:
            return receipts.receipts_of(session, dataset, target)

    def receipts(self) -> tuple[Receipt, ...]:
        """The latest receipt of each dataset on each target, in the order of their names."""
        with self._reading() as session:
            return receipts.receipts(session)

    def record_findings(self, dataset: str, items: Sequence[Finding]) -> None:
        """Note what a run found in a dataset, without the values; again replaces the first."""
        with self._writing() as session:
            findings.record(session, self._current, dataset, items, self._clock())

    def findings_of(self, dataset: str) -> tuple[Finding, ...]:
        """The findings of the last run that looked at a dataset."""
        with self._reading() as session:
            return findings.latest(session, dataset)

    @property
    def _current(self) -> Run:
        if self._run is None:
            raise RuntimeError("a run has to begin before the ledger can note anything of it")
        return self._run

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            translated(self._shown),
            self._engine.connect().execution_options(writes=True) as connection,
            Session(connection) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with translated(self._shown), Session(self._engine) as session:
            yield session
