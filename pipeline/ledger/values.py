"""What the ledger hands out, frozen; every moment is aware and in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pipeline.model import Details, Snapshot


class Progress(StrEnum):
    """How far a run or a stage came."""

    RUNNING = "running"
    DONE = "done"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """Ctrl-C, or killed: found unfinished when the next run began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One call of the command."""

    id: int
    command: str
    whole_night: bool
    """Whether it was to go through all datasets."""
    pipeline_version: str
    started_at: datetime
    finished_at: datetime | None
    """None while it runs, and for ever if it was killed."""
    progress: Progress
    exit_code: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a run, for one dataset."""

    run: int
    dataset: str
    stage: str
    started_at: datetime
    finished_at: datetime | None
    progress: Progress
    error: str | None
    """Code of the error, or the class of what was not foreseen."""
    details: Details
    """Details of the error, as its sentence needs them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A plan that a person was asked about."""

    number: int = 0
    """Of the ledger; 0 before it is noted."""
    dataset: str
    target: str
    version: str
    digest: str
    """Of the plan: an approval holds for no other."""
    reasons: tuple[str, ...]
    """Codes of what the person should know."""
    asked_at: datetime
    who: str = ""
    """Who approved it; empty while it waits."""
    why: str = ""
    approved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What was released once; the tables themselves are with the releases."""

    dataset: str
    version: str
    fingerprint: str
    first_released_at: datetime
    released_at: datetime
    actual_on: date | None
    masked: Mapping[str, int]
    """Masked or withheld values, counted by rule."""
    rows: Mapping[str, int]
    """Name of a table -> number of its rows."""
    snapshots: tuple[Snapshot, ...]
    """What it was made from, in the order of the release."""
