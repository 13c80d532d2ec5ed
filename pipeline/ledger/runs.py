"""Runs and their stages."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from pipeline import __version__
from pipeline.errors import PipelineError
from pipeline.ledger.tables import RunRow, StageRow
from pipeline.ledger.values import Progress, Run, Stage

PREVIEW = "preview"
"""The stage that holds all others of a dataset of which a run only says what it would do."""


def begin(session: Session, command: str, *, whole_night: bool, now: datetime) -> Run:
    """Note a run that begins; those that never finished were killed and become `interrupted`."""
    for table in (RunRow, StageRow):
        session.execute(
            update(table)
            .where(table.progress == Progress.RUNNING)
            .values(progress=Progress.INTERRUPTED)
        )
    row = RunRow(
        command=command,
        whole_night=whole_night,
        pipeline_version=__version__,
        started_at=now,
        progress=Progress.RUNNING,
    )
    session.add(row)
    session.flush()
    return _run(row)


def finish(session: Session, run: Run, progress: Progress, exit_code: int, now: datetime) -> Run:
    """Note how a run ended."""
    row = session.get_one(RunRow, run.id)
    row.progress, row.exit_code, row.finished_at = progress, exit_code, now
    return _run(row)


def newest(session: Session, limit: int) -> tuple[Run, ...]:
    """The newest runs first."""
    rows = session.scalars(select(RunRow).order_by(RunRow.id.desc()).limit(limit))
    return tuple(map(_run, rows))


def last_good_night(session: Session) -> Run | None:
    """The newest night through all datasets that ended without a failure."""
    row = session.scalars(
        select(RunRow)
        .where(RunRow.whole_night, RunRow.progress.in_([Progress.DONE, Progress.UNCHANGED]))
        .order_by(RunRow.id.desc())
        .limit(1)
    ).first()
    return _run(row) if row else None


def begin_stage(session: Session, run: Run, dataset: str, stage: str, now: datetime) -> int:
    """Note a stage that begins.

    Returns:
        Its number.
    """
    row = StageRow(
        run_id=run.id,
        dataset=dataset,
        stage=stage,
        started_at=now,
        progress=Progress.RUNNING,
        details={},
    )
    session.add(row)
    session.flush()
    return row.id


def finish_stage(
    session: Session,
    number: int,
    progress: Progress,
    error: BaseException | None,
    now: datetime,
) -> None:
    """Note how a stage ended; of an error its code and details, of a bug its class alone."""
    row = session.get_one(StageRow, number)
    row.progress, row.finished_at = progress, now
    row.error, row.details = _fault(error)


def stages(session: Session, run: int) -> tuple[Stage, ...]:
    """The stages of a run, in the order they began."""
    rows = session.scalars(select(StageRow).where(StageRow.run_id == run).order_by(StageRow.id))
    return tuple(map(_stage, rows))


def last_ended(session: Session, dataset: str, names: Sequence[str]) -> Stage | None:
    """The newest stage of some names that came to an end, whatever end."""
    row = session.scalars(
        select(StageRow)
        .where(
            StageRow.dataset == dataset,
            StageRow.stage.in_(names),
            StageRow.finished_at.is_not(None),
        )
        .order_by(StageRow.id.desc())
        .limit(1)
    ).first()
    return _stage(row) if row else None


def broken_since(session: Session, dataset: str, stage: str) -> int | None:
    """The first run of those in which a stage broke off since the last that ended well."""
    broken = [Progress.FAILED, Progress.INTERRUPTED]
    own = StageRow.dataset == dataset, StageRow.stage == stage
    ended_well = select(func.coalesce(func.max(StageRow.id), 0)).where(
        *own, StageRow.progress.not_in([*broken, Progress.RUNNING])
    )
    return session.scalars(
        select(StageRow.run_id)
        .where(*own, StageRow.progress.in_(broken), StageRow.id > ended_well.scalar_subquery())
        .order_by(StageRow.id)
        .limit(1)
    ).first()


def failing_since(session: Session, dataset: str, after: datetime) -> datetime | None:
    """When the first stage after a moment failed or rejected the data; None where none did.

    A preview is a trial: what it refused was never meant for the public.
    """
    bad = (Progress.FAILED.value, Progress.REJECTED.value)
    own = StageRow.dataset == dataset
    trials = select(StageRow.run_id).where(own, StageRow.stage == PREVIEW)
    return session.scalar(
        select(func.min(StageRow.started_at)).where(
            own,
            StageRow.started_at > after,
            StageRow.progress.in_(bad),
            StageRow.run_id.not_in(trials),
        )
    )


def progress_of(error: BaseException | None, declared: Progress) -> Progress:
    """How a stage ended that was left by an error, or without one."""
    if error is None:
        return declared
    return Progress.INTERRUPTED if isinstance(error, KeyboardInterrupt) else Progress.FAILED


def _fault(error: BaseException | None) -> tuple[str | None, dict[str, str | int]]:
    if error is None:
        return None, {}
    if isinstance(error, PipelineError):
        return error.code, dict(error.details)
    return type(error).__name__, {}


def _run(row: RunRow) -> Run:
    return Run(
        id=row.id,
        command=row.command,
        whole_night=row.whole_night,
        pipeline_version=row.pipeline_version,
        started_at=row.started_at,
        finished_at=row.finished_at,
        progress=Progress(row.progress),
        exit_code=row.exit_code,
    )


def _stage(row: StageRow) -> Stage:
    return Stage(
        run=row.run_id,
        dataset=row.dataset,
        stage=row.stage,
        started_at=row.started_at,
        finished_at=row.finished_at,
        progress=Progress(row.progress),
        error=row.error,
        details=row.details,
    )
