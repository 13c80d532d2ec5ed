"""The order of the stages, for one dataset and for a night.

    fetch -> extract -> guard -> carry over -> validate -> gate -> plan -> apply -> read back -> receipt

Each stage is a row of the ledger. The only broad `except` of the program is in `contain`.
"""

import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from pipeline import gate, intake
from pipeline.descriptor import DatasetSpec
from pipeline.errors import BugError, DataError, PipelineError
from pipeline.model import (
    Candidate,
    Extraction,
    Finding,
    Outcome,
    Plan,
    Receipt,
    Rejection,
    Release,
    Severity,
    Snapshot,
    State,
)
from pipeline.publishing.target import Target
from pipeline.validation import inspection
from pipeline.workplace import Workplace

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the sources gave, before anything is read."""

    snapshots: tuple[Snapshot, ...]
    findings: tuple[Finding, ...]
    fingerprint: str


def publish(
    spec: DatasetSpec,
    work: Workplace,
    targets: Mapping[str, Target],
    *,
    addresses: Sequence[str] = (),
    expected: Plan | None = None,
) -> Outcome:
    """Bring one dataset to its targets.

    Args:
        spec: the dataset.
        work: what a run works with.
        targets: where to, by name.
        addresses: sources instead of the declared ones.
        expected: the plan that was looked at; nothing else is applied.

    Raises:
        PipelineError: a stage could not do its work; what was published stays.
    """
    taken = fetch(spec, work, addresses)
    due = [name for name in targets if not is_current(spec, work, targets[name], taken)]
    if not due:
        last = work.ledger.latest_receipt(spec.name, next(iter(targets)))
        return Outcome(
            dataset=spec.name, state=State.UNCHANGED, receipts=(last,) if last else ()
        )
    decision = judge(spec, work, taken)
    if isinstance(decision, Rejection):
        return Outcome(
            dataset=spec.name, state=State.REJECTED, findings=decision.findings, exit_code=1
        )
    release = keep(work, decision)
    receipts = [
        deliver(spec, work, name, targets[name], release, taken, expected) for name in due
    ]
    changed = any(changed for _, changed in receipts)
    return Outcome(
        dataset=spec.name,
        state=State.PUBLISHED if changed else State.UNCHANGED,
        version=release.version,
        findings=release.findings,
        receipts=tuple(receipt for receipt, _ in receipts),
    )


def fetch(spec: DatasetSpec, work: Workplace, addresses: Sequence[str]) -> Intake:
    """Fetch the sources and name what they, the YAML and the code make together."""
    with work.ledger.stage(spec.name, "fetch"):
        fetched = intake.gather(
            spec,
            addresses or intake.addresses_of(spec),
            store=work.snapshots,
            web=work.web,
            known=work.ledger.latest_snapshot,
        )
        work.ledger.record_snapshots(spec.name, fetched.everything)
    return Intake(
        snapshots=fetched.snapshots,
        findings=fetched.findings,
        fingerprint=intake.fingerprint(spec, fetched.snapshots),
    )


def is_current(spec: DatasetSpec, work: Workplace, target: Target, taken: Intake) -> bool:
    """Whether the target has a receipt for exactly this, and still holds it."""
    receipt = work.ledger.latest_receipt(spec.name, target.name)
    return receipt is not None and receipt.fingerprint == stamped(taken.fingerprint, target)


def stamped(fingerprint: str, target: Target) -> str:
    """The fingerprint together with that of the target's own templates and formats."""
    return f"{fingerprint}/{target.renderer}"


def judge(spec: DatasetSpec, work: Workplace, taken: Intake) -> Release | Rejection:
    """Extract, guard, validate and pass the gate."""
    with work.ledger.stage(spec.name, "extract"):
        extraction = extracted(spec, work, taken)
    with work.ledger.stage(spec.name, "validate"):
        previous = last_release(spec, work)
        candidate = candidate_of(spec, taken, extraction, previous)
        findings = candidate.findings + inspection.inspect(candidate.tables, spec)
    with work.ledger.stage(spec.name, "gate"):
        decision = gate.decide(candidate, findings, spec, previous, work.clock())
        work.ledger.record_findings(spec.name, decision.findings)
    return decision
