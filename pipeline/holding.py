"""Datasets held back for a time: nothing new is published, what stands may be withdrawn."""

from collections.abc import Sequence

from pipeline.descriptor import DatasetSpec
from pipeline.duties import day_of
from pipeline.errors import ConfigurationError
from pipeline.ledger import Progress
from pipeline.model import Finding, Outcome, Severity, State
from pipeline.parameters.publication import Hold
from pipeline.publishing.target import Target
from pipeline.workplace import Workplace


def in_force(spec: DatasetSpec, work: Workplace) -> Hold | None:
    """The hold of a dataset, where one is in force today (in Kyiv)."""
    hold = spec.text.hold
    return hold if hold is not None and hold.in_force(day_of(work.clock())) else None


def is_withdrawn(spec: DatasetSpec, work: Workplace) -> bool:
    """Whether the public is not to see a dataset today."""
    hold = in_force(spec, work)
    return hold is not None and hold.shown == "withdraw"


def refuse(spec: DatasetSpec, work: Workplace) -> None:
    """Let nothing be planned or brought back while a hold is in force.

    Raises:
        ConfigurationError: one is.
    """
    if in_force(spec, work) is not None:
        raise ConfigurationError("dataset-is-held", dataset=spec.name)


def held(spec: DatasetSpec, work: Workplace, targets: Sequence[Target], hold: Hold) -> Outcome:
    """Publish nothing; withdraw what stands, where the hold says so.

    Raises:
        PipelineError: a target does not answer.
    """
    if hold.shown == "withdraw":
        for target in targets:
            if not was_withdrawn(work, spec.name, target.name):
                with work.ledger.stage(spec.name, f"withdraw-{target.name}"):
                    target.remove(spec.name)
    return Outcome(dataset=spec.name, state=State.UNCHANGED, findings=(_finding(hold),))


def was_withdrawn(work: Workplace, dataset: str, target: str) -> bool:
    """Whether a target shows nothing of a dataset since a hold withdrew it."""
    receipt = work.ledger.latest_receipt(dataset, target)
    last = work.ledger.last_ended(dataset, f"withdraw-{target}")
    return (
        last is not None
        and last.progress is Progress.DONE
        and (receipt is None or last.started_at >= receipt.read_back_at)
    )


def _finding(hold: Hold) -> Finding:
    details = {
        "shown": hold.shown,
        "because": hold.because,
        "until": hold.until.isoformat() if hold.until else "none",
    }
    return Finding(code="dataset-held", severity=Severity.WARNING, details=details)
