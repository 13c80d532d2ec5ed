"""A night: all datasets one after another, the register last; one failure stops no other.

Here is the only broad `except` of the program: a bug in one dataset must not take others with it.
"""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pipeline import run
from pipeline.description import Activity, Catalogue
from pipeline.descriptor import DatasetSpec, load_dataset
from pipeline.errors import BugError, NightError, PipelineError
from pipeline.ledger import Progress
from pipeline.model import Outcome, State
from pipeline.targets import open_targets
from pipeline.workplace import Clock, Workplace

T = TypeVar("T")

_PROGRESS = {
    State.PUBLISHED: Progress.DONE,
    State.UNCHANGED: Progress.UNCHANGED,
    State.REJECTED: Progress.REJECTED,
    State.FAILED: Progress.FAILED,
}


def go_through(
    names: Sequence[str], work: Workplace, told: Callable[[Outcome], None]
) -> tuple[Outcome, ...]:
    """Publish each dataset, reports first and the register last; `told` hears of each when done."""
    outcomes = []
    loaded = [(name, _loaded(name, work)) for name in names]
    for name, spec in sorted(loaded, key=lambda pair: _turn(pair[1])):
        outcome = spec if isinstance(spec, Outcome) else _one(name, spec, work)
        told(outcome)
        outcomes.append(outcome)
    return tuple(outcomes)


def _loaded(name: str, work: Workplace) -> DatasetSpec | Outcome:
    """A dataset, or what its refused description makes of it: the others go on."""
    try:
        return load_dataset(work.council, name, work.schemas)
    except PipelineError as error:
        return failed(name, error)


def _turn(spec: DatasetSpec | Outcome) -> int:
    """Other datasets are held against what reports say; the register lists all of them."""
    extractor = spec.text.extractor if isinstance(spec, DatasetSpec) else None
    return 0 if isinstance(extractor, Activity) else 2 if isinstance(extractor, Catalogue) else 1


def progress_of(outcome: Outcome) -> Progress:
    """What the ledger calls an outcome."""
    return _PROGRESS[outcome.state]


def verdict(outcomes: Sequence[Outcome]) -> tuple[Progress, NightError | None]:
    """How the night ended, and the error that says so when datasets failed."""
    bad = [item for item in outcomes if item.state in {State.REJECTED, State.FAILED}]
    if bad:
        names = ", ".join(item.dataset for item in bad)
        return Progress.FAILED, NightError("night-failed", count=len(bad), names=names)
    quiet = all(item.state is State.UNCHANGED for item in outcomes)
    return (Progress.UNCHANGED if quiet else Progress.DONE), None


def _one(name: str, spec: DatasetSpec, work: Workplace) -> Outcome:
    try:
        return contain(
            lambda: run.publish(spec, work, open_targets(spec, work)),
            work.settings.home,
            work.clock,
        )
    except PipelineError as error:
        return failed(name, error)


def failed(dataset: str, error: PipelineError) -> Outcome:
    """The outcome that an error makes of a dataset."""
    return run.failed(Outcome(dataset=dataset, state=State.FAILED), error)


def contain(work: Callable[[], T], home: Path, clock: Clock) -> T:
    """Do the work; whatever nobody foresaw becomes a `BugError` that says where the details are.

    Raises:
        PipelineError: as the work raised it, or `BugError`.
    """
    try:
        return work()
    except PipelineError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise BugError("internal", kind=kind, details=_kept(error, home, clock)) from error


def _kept(error: Exception, home: Path, clock: Clock) -> str:
    """Keep the frames without the text of the error: it may quote a cell."""
    frames = traceback.format_tb(error.__traceback__)
    file = home / "bugs" / f"{clock():%Y%m%dT%H%M%S}-{type(error).__name__}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join([*frames, type(error).__name__, "\n"]), encoding="utf-8")
    except OSError:
        # The disk may be why we are here: the last frame is better than nothing.
        return frames[-1].strip()
    return str(file)
