"""The order of the stages for one dataset.

    fetch -> extract -> guard -> validate -> gate -> plan -> apply -> read back -> receipt

Each stage is a row of the ledger.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

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
from pipeline.publishing.kept_passport import passport_from_json, passport_json
from pipeline.publishing.passport import Passport, PastVersion
from pipeline.publishing.target import DiffersError, Target
from pipeline.workplace import Workplace

WHOLE_EVERY = timedelta(days=7)
"""After so long everything is read back, also where nothing has changed."""


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
    if isinstance(decision, Release):
        decision = passable(spec, work, due, decision)
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


def passable(
    spec: DatasetSpec, work: Workplace, targets: Sequence[Target], release: Release
) -> Release | Rejection:
    """The release, unless a target would refuse its passport: then all its faults at once."""
    passport = passport_of(spec, release, ())
    found = tuple(fault for target in targets for fault in target.faults(passport))
    if not any(fault.severity is Severity.ERROR for fault in found):
        return release
    said = (*release.findings, *found)
    work.ledger.record_findings(spec.name, said)
    return Rejection(dataset=spec.name, fingerprint=release.fingerprint, findings=said)


def preview(
    spec: DatasetSpec, work: Workplace, target: Target, addresses: Sequence[str] = ()
) -> Plan | Rejection:
    """What `publish` would change on a target; nothing is released or published."""
    taken = judging.fetch(spec, work, target, addresses)
    decision = judging.judge(spec, work, taken, noted=False)
    if isinstance(decision, Release):
        decision = passable(spec, work, [target], decision)
    if isinstance(decision, Rejection):
        return decision
    if work.releases.has(spec.name, decision.version):
        decision = released(work, spec.name, decision.version)
    passport = passport_of(spec, decision, history(work, decision, target.name))
    return trusted(spec, work, target).plan(decision, passport)


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
        and not work.ledger.is_doubted(spec.name, target.name)
        and target.stands(receipt)
        and (is_fresh(receipt, work) or stands_whole(spec, work, target, receipt))
    )


def is_fresh(receipt: Receipt, work: Workplace) -> bool:
    """Whether everything was read back not long ago."""
    return receipt.whole_at is not None and work.clock() - receipt.whole_at < WHOLE_EVERY


def stands_whole(spec: DatasetSpec, work: Workplace, target: Target, receipt: Receipt) -> bool:
    """Read everything back; what differs makes the dataset due, so that it is put right."""
    try:
        read_whole(spec, work, target, receipt)
    except DiffersError:
        return False
    return True


def trusted(spec: DatasetSpec, work: Workplace, target: Target) -> Target:
    """The target, looking at every row where the last look at it did not end well."""
    return target.distrusting() if work.ledger.is_doubted(spec.name, target.name) else target


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
    return released(work, name, version)


def released(work: Workplace, name: str, version: str) -> Release:
    """A release that was kept, with the day on which it was released last.

    Raises:
        MachineError: it is not there or cannot be read.
    """
    kept = gate.readmit(work.releases, name, version)
    noted = work.ledger.version_of(name, version)
    return replace(kept, released_at=noted.released_at if noted else kept.released_at)


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
        SourceError: the target moved, or does not show what was published; then the version that
            stood before is put back.
    """
    passport = passport_of(spec, release, history(work, release, target.name))
    return delivered(work, trusted(spec, work, target), release, passport, fingerprint, expected)


def delivered(
    work: Workplace,
    target: Target,
    release: Release,
    passport: Passport,
    fingerprint: str,
    expected: Plan | None = None,
) -> tuple[Receipt, bool]:
    """The same with a passport at hand."""
    name = release.dataset
    with work.ledger.stage(name, f"plan-{target.name}"):
        plan = target.plan(release, passport)
        if expected is not None and expected != plan:
            raise SourceError("plan-is-stale", dataset=name)
        work.ledger.record_plan(plan)
    with work.ledger.stage(name, f"apply-{target.name}"):
        target.apply(plan, release, passport)
    before = work.ledger.latest_receipt(name, target.name)
    try:
        with work.ledger.stage(name, f"read-back-{target.name}"):
            receipt = target.read_back(release, passport, whole=False)
    except DiffersError:
        put_back(work, target, before, release)
        raise
    work.releases.keep_passport(name, release.version, passport_json(passport))
    receipt = replace(receipt, fingerprint=stamped(fingerprint, target))
    work.ledger.record_receipt(receipt)
    return receipt, bool(plan.changes)


def put_back(work: Workplace, target: Target, before: Receipt | None, release: Release) -> None:
    """Let a target show what it showed before a publication that went wrong.

    The site exchanges whole folders and is what it should be or was; so it has nothing to put back
    when the very version that went wrong stood before.
    """
    if before is None:
        target.remove(release.dataset)
    elif before.version != release.version:
        kept = released(work, release.dataset, before.version)
        with work.ledger.stage(release.dataset, f"put-back-{target.name}"):
            passport = passport_again(work, kept, target)
            if passport is not None:
                careful = target.distrusting()
                careful.apply(careful.plan(kept, passport), kept, passport)


def passport_again(work: Workplace, release: Release, target: Target) -> Passport | None:
    """What was said of a release when it was published first; None where nobody kept it."""
    text = work.releases.passport(release.dataset, release.version)
    if text is None:
        return None
    past = history(work, release, target.name)
    return replace(passport_from_json(text), history=past, modified=release.released_at)


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
        SourceError: the target does not show what was published; the next run puts it right.
    """
    last = work.ledger.latest_receipt(spec.name, target.name)
    if last is None:
        raise ConfigurationError("nothing-published", dataset=spec.name, target=target.name)
    return read_whole(spec, work, target, last)


def read_whole(spec: DatasetSpec, work: Workplace, target: Target, last: Receipt) -> Receipt:
    """Read everything back that a receipt says, and note that it was.

    Raises:
        SourceError: the target does not show it.
    """
    with work.ledger.stage(spec.name, f"verify-{target.name}"):
        release = released(work, spec.name, last.version)
        passport = passport_again(work, release, target) or passport_of(
            spec, release, history(work, release, target.name)
        )
        found = target.read_back(release, passport, whole=True)
    receipt = replace(found, fingerprint=last.fingerprint)
    work.ledger.record_receipt(receipt)
    return receipt


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
    passport = passport_again(work, release, target) or passport_of(
        spec, release, history(work, release, target.name)
    )
    careful = trusted(spec, work, target)
    receipt, changed = delivered(work, careful, release, passport, stamp)
    state = State.PUBLISHED if changed else State.UNCHANGED
    return Outcome(dataset=spec.name, state=state, version=chosen, receipts=(receipt,))
