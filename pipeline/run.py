"""The order of the stages for one dataset.

    fetch -> extract -> guard -> validate -> gate -> plan -> apply -> read back -> receipt

Each stage is a row of the ledger.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline import gate, judging
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ConfigurationError, DataError, SourceError
from pipeline.model import (
    Finding,
    Outcome,
    Plan,
    Receipt,
    Rejection,
    Release,
    Severity,
    State,
)
from pipeline.publishing.from_descriptor import passport_of
from pipeline.publishing.passport import PastVersion
from pipeline.publishing.target import Target
from pipeline.workplace import Workplace


def publish(
    spec: DatasetSpec,
    work: Workplace,
    targets: Sequence[Target],
    *,
    addresses: Sequence[str] = (),
    expected: Plan | None = None,
) -> Outcome:
    """Bring one dataset to its targets.

    Args:
        spec: the dataset.
        work: what a run works with.
        targets: where to.
        addresses: sources instead of the declared ones.
        expected: the plan that was looked at; nothing else is applied.

    Raises:
        PipelineError: a stage could not do its work; what was published stays.
    """
    taken = judging.fetch(spec, work, targets[0], addresses)
    due = [target for target in targets if not is_current(spec, work, target, taken.fingerprint)]
    if not due:
        return unchanged(spec, work, targets)
    decision = judging.judge(spec, work, taken)
    if isinstance(decision, Rejection):
        return rejected(decision)
    release = keep(work, decision)
    delivered = [deliver(spec, work, item, release, taken.fingerprint, expected) for item in due]
    return Outcome(
        dataset=spec.name,
        state=State.PUBLISHED if any(changed for _, changed in delivered) else State.UNCHANGED,
        version=release.version,
        findings=release.findings,
        receipts=tuple(receipt for receipt, _ in delivered),
    )


def preview(
    spec: DatasetSpec, work: Workplace, target: Target, addresses: Sequence[str] = ()
) -> Plan | Rejection:
    """What `publish` would change on a target; nothing is released or published."""
    taken = judging.fetch(spec, work, target, addresses)
    decision = judging.judge(spec, work, taken, noted=False)
    if isinstance(decision, Rejection):
        return decision
    if work.releases.has(spec.name, decision.version):
        kept = gate.readmit(work.releases, spec.name, decision.version)
        noted = work.ledger.version_of(spec.name, decision.version)
        decision = replace(kept, released_at=noted.released_at if noted else kept.released_at)
    passport = passport_of(spec, decision, history(work, decision, target.name))
    return target.plan(decision, passport)


def unchanged(spec: DatasetSpec, work: Workplace, targets: Sequence[Target]) -> Outcome:
    """Nothing ran: what the last receipts say still holds."""
    last = [work.ledger.latest_receipt(spec.name, target.name) for target in targets]
    receipts = tuple(receipt for receipt in last if receipt is not None)
    return Outcome(
        dataset=spec.name,
        state=State.UNCHANGED,
        version=receipts[0].version if receipts else None,
        findings=_still_said(work.ledger.findings_of(spec.name)),
        receipts=receipts,
    )


def _still_said(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What was said of the data that stand; errors were said of a source that is gone again."""
    if any(finding.severity is Severity.ERROR for finding in findings):
        return ()
    return findings


def rejected(decision: Rejection) -> Outcome:
    """The data are not fit; what was published stays."""
    return Outcome(
        dataset=decision.dataset,
        state=State.REJECTED,
        findings=decision.findings,
        exit_code=DataError.exit_code,
    )


def is_current(spec: DatasetSpec, work: Workplace, target: Target, fingerprint: str) -> bool:
    """Whether the target has a receipt for exactly this, and still shows what it says."""
    receipt = work.ledger.latest_receipt(spec.name, target.name)
    return (
        receipt is not None
        and receipt.fingerprint == stamped(fingerprint, target)
        and target.stands(receipt)
    )


def stamped(fingerprint: str, target: Target) -> str:
    """The fingerprint together with that of the target's own templates and formats."""
    return f"{fingerprint}/{target.renderer}"


def keep(work: Workplace, release: Release) -> Release:
    """Keep a release and note it; the same version made before is taken as it was then.

    A version that comes back after another one is released anew: its day is today.
    """
    name, version = release.dataset, release.version
    with work.ledger.stage(name, "keep"):
        work.releases.put(release)
        kept = gate.readmit(work.releases, name, version)
        latest = work.ledger.latest_version(name)
        came_back = work.ledger.version_of(name, version) and latest and latest.version != version
        day = release.released_at if came_back else kept.released_at
        work.ledger.record_version(replace(release, released_at=day))
    noted = work.ledger.version_of(name, version)
    return replace(kept, released_at=noted.released_at if noted else day)


def deliver(
    spec: DatasetSpec,
    work: Workplace,
    target: Target,
    release: Release,
    fingerprint: str,
    expected: Plan | None = None,
) -> tuple[Receipt, bool]:
    """Plan, apply, read back; the receipt, and whether anything changed.

    Raises:
        SourceError: the target moved, or does not show what was published.
    """
    passport = passport_of(spec, release, history(work, release, target.name))
    with work.ledger.stage(spec.name, f"plan-{target.name}"):
        plan = target.plan(release, passport)
        if expected is not None and expected != plan:
            raise SourceError("plan-is-stale", dataset=spec.name)
        work.ledger.record_plan(plan)
    with work.ledger.stage(spec.name, f"apply-{target.name}"):
        target.apply(plan, release, passport)
    with work.ledger.stage(spec.name, f"read-back-{target.name}"):
        receipt = target.read_back(release, passport)
        receipt = replace(receipt, fingerprint=stamped(fingerprint, target))
        work.ledger.record_receipt(receipt)
    return receipt, bool(plan.changes)


def history(work: Workplace, release: Release, target: str) -> tuple[PastVersion, ...]:
    """Earlier versions that stood on a target, newest first, each once."""
    stood = {receipt.version for receipt in work.ledger.receipts_of(release.dataset, target)}
    past = {
        version.version: PastVersion(
            version=version.version,
            released_at=version.released_at,
            rows=sum(version.rows.values()),
        )
        for version in reversed(work.ledger.versions_of(release.dataset))
        if version.version in stood - {release.version}
    }
    return tuple(sorted(past.values(), key=lambda item: item.released_at, reverse=True))


def verify(spec: DatasetSpec, work: Workplace, target: Target) -> Receipt:
    """Read the last publication back from a target, wholly.

    Raises:
        ConfigurationError: nothing has been published there yet.
        SourceError: the target does not show what was published.
    """
    last = work.ledger.latest_receipt(spec.name, target.name)
    if last is None:
        raise ConfigurationError("nothing-published", dataset=spec.name, target=target.name)
    with work.ledger.stage(spec.name, f"verify-{target.name}"):
        release = gate.readmit(work.releases, spec.name, last.version)
        passport = passport_of(spec, release, history(work, release, target.name))
        return replace(target.read_back(release, passport), fingerprint=last.fingerprint)


def roll_back(
    spec: DatasetSpec, work: Workplace, target: Target, version: str | None = None
) -> Outcome:
    """Publish an earlier version again; it stays until a source, the YAML or the code changes.

    Args:
        spec: the dataset.
        work: what a run works with.
        target: where to.
        version: which one; the one before the present by default.

    Raises:
        ConfigurationError: there is no such version on the target.
    """
    stood = tuple(
        dict.fromkeys(item.version for item in work.ledger.receipts_of(spec.name, target.name))
    )
    chosen = version or next(iter(stood[1:]), "-")
    if chosen not in stood:
        known = ", ".join(stood) or "-"
        raise ConfigurationError(
            "version-is-unknown", dataset=spec.name, version=chosen, known=known
        )
    # The stamp of the version that is left: the next night finds nothing new and lets this stand.
    stamp = work.ledger.receipts_of(spec.name, target.name)[0].fingerprint.rpartition("/")[0]
    kept = gate.readmit(work.releases, spec.name, chosen)
    release = keep(work, replace(kept, released_at=work.clock()))
    receipt, changed = deliver(spec, work, target, release, stamp)
    state = State.PUBLISHED if changed else State.UNCHANGED
    return Outcome(dataset=spec.name, state=state, version=chosen, receipts=(receipt,))
