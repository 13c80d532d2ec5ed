"""A night: all datasets one after another, the register last; one failure stops no other."""

from collections.abc import Callable, Sequence

from pipeline import run
from pipeline.description import Activity, Catalogue
from pipeline.descriptor import DatasetSpec, load_dataset
from pipeline.errors import NightError, PipelineError
from pipeline.ledger import Progress
from pipeline.model import Outcome, State
from pipeline.targets import open_targets
from pipeline.unforeseen import contain
from pipeline.workplace import Workplace

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
