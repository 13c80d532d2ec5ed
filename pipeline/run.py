"""The order of the stages for one dataset.

    fetch -> extract -> guard -> validate -> gate -> plan -> apply -> read back -> receipt

Each stage is a row of the ledger. The first half is in `judging.py`, the second in `delivery.py`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pipeline import (
    correspondence,
    delivery,
    gate,
    holding,
    judging,
    keeping,
    messages,
    proof,
    reported,
)
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ConfigurationError, DataError, PipelineError
from pipeline.latest import last_release
from pipeline.ledger import PREVIEW
from pipeline.model import Finding, Outcome, Plan, Rejection, Release, Severity, State
from pipeline.publishing.from_descriptor import passport_of
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
    hold = holding.in_force(spec, work)
    if hold is not None:
        return holding.held(spec, work, targets, hold)
    taken = judging.fetch(spec, work, targets[0], addresses)
    due = [
        target for target in targets if not proof.is_current(spec, work, target, taken.fingerprint)
    ]
    if not due:
        return unchanged(spec, work, targets, taken)
    decision = judging.judge(spec, work, taken, partial(keeping.recover, spec, work, targets))
    if isinstance(decision, Release):
        decision = passable(spec, work, due, decision, noted=True)
    if isinstance(decision, Rejection):
        return rejected(decision)
    return released(spec, work, due, decision, taken.fingerprint, expected)


def released(
    spec: DatasetSpec,
    work: Workplace,
    due: Sequence[Target],
    decision: Release,
    fingerprint: str,
    expected: Plan | None,
) -> Outcome:
    """Keep a release and bring it to the targets that do not show it yet; each has its turn.

    Raises:
        PipelineError: the first that a target raised, when none did its part.
    """
    release = keeping.keep(work, decision)
    delivered, failures = [], []
    for target in due:
        try:
            delivered.append(delivery.deliver(spec, work, target, release, fingerprint, expected))
        except PipelineError as error:
            failures.append(error)
    if not delivered:
        raise failures[0]
    said = (*release.findings, *(item for _, plan in delivered for item in set_back(plan)))
    if len(said) > len(release.findings):
        work.ledger.record_findings(spec.name, said)
    done = Outcome(
        dataset=spec.name,
        state=State.PUBLISHED if any(plan.changes for _, plan in delivered) else State.UNCHANGED,
        version=release.version,
        findings=said,
        receipts=tuple(receipt for receipt, _ in delivered),
    )
    return failed(done, failures[0]) if failures else done


def failed(outcome: Outcome, error: PipelineError) -> Outcome:
    """The outcome with an error that one of its targets, or all of it, ended with."""
    sentences = {language: error.message(language) for language in messages.LANGUAGES}
    return replace(outcome, state=State.FAILED, failure=sentences, exit_code=error.exit_code)


def set_back(plan: Plan) -> tuple[Finding, ...]:
    """What somebody had changed by hand on a target and was set back: never in silence."""
    codes = {"drift": "portal-drift", "astray": "portal-astray"}
    return tuple(
        Finding(
            code=codes[change.subject],
            severity=Severity.WARNING,
            details={"name": change.name, "target": plan.target},
        )
        for change in plan.changes
        if change.subject in codes
    )


def passable(
    spec: DatasetSpec,
    work: Workplace,
    targets: Sequence[Target],
    release: Release,
    *,
    noted: bool,
) -> Release | Rejection:
    """The release, unless a target would refuse its passport: then all its faults at once.

    `noted`: whether a report shows them and a letter tells the owner.
    """
    passport = passport_of(spec, release, ())
    found = tuple(fault for target in targets for fault in target.faults(passport))
    if not any(fault.severity is Severity.ERROR for fault in found):
        return release
    said = (*release.findings, *found)
    if noted:
        work.ledger.record_findings(spec.name, said)
        correspondence.write(spec, work, release.snapshots, release.tables, said)
    return Rejection(dataset=spec.name, fingerprint=release.fingerprint, findings=said)


def preview(
    spec: DatasetSpec, work: Workplace, target: Target, addresses: Sequence[str] = ()
) -> Plan | Rejection:
    """What `publish` would change on a target; nothing is released or published."""
    holding.refuse(spec, work)
    with work.ledger.stage(spec.name, PREVIEW):
        return _previewed(spec, work, target, addresses)


def _previewed(
    spec: DatasetSpec, work: Workplace, target: Target, addresses: Sequence[str]
) -> Plan | Rejection:
    taken = judging.fetch(spec, work, target, addresses, noted=False)
    recover = partial(keeping.recover, spec, work, [target])
    decision = judging.judge(spec, work, taken, recover, noted=False)
    if isinstance(decision, Release):
        decision = passable(spec, work, [target], decision, noted=False)
    if isinstance(decision, Rejection):
        return decision
    decision = keeping.as_kept(work, decision)
    passport = passport_of(spec, decision, keeping.history(work, decision, target.name))
    plan = proof.trusted(spec, work, target).plan(decision, passport)
    waits = delivery.reasons_of(work, plan, decision, passport, spec.text.approval)
    held = proof.held(spec, work, target, taken.fingerprint)
    return replace(plan, notes=(*waits, *held))


def unchanged(
    spec: DatasetSpec, work: Workplace, targets: Sequence[Target], taken: judging.Intake
) -> Outcome:
    """Nothing ran: what the last receipts say still holds; a report may say otherwise now."""
    with work.ledger.stage(spec.name, "current"):
        correspondence.settle(work, spec.name)
    last = [work.ledger.latest_receipt(spec.name, target.name) for target in targets]
    receipts = tuple(receipt for receipt in last if receipt is not None)
    kept = (
        note for target in targets for note in proof.held(spec, work, target, taken.fingerprint)
    )
    return Outcome(
        dataset=spec.name,
        state=State.UNCHANGED,
        version=receipts[0].version if receipts else None,
        findings=(*_said_now(spec, work, taken), *kept),
        receipts=receipts,
    )


def _said_now(spec: DatasetSpec, work: Workplace, taken: judging.Intake) -> tuple[Finding, ...]:
    """What was said of the data that stand, and what the reports of today say of them."""
    said = _still_said(work.ledger.findings_of(spec.name))
    release = last_release(spec.name, work) if reported.is_checked(spec) else None
    if release is None:
        return said
    other = tuple(finding for finding in said if finding.code not in reported.CODES)
    now = (*other, *reported.contradictions(spec, work, release, taken.snapshots))
    if set(map(repr, now)) != set(map(repr, said)):
        work.ledger.record_findings(spec.name, now)
    return now


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
        ConfigurationError: there is no such version on the target, none before the present, or the
            dataset is held back.
    """
    holding.refuse(spec, work)
    stood = tuple(
        dict.fromkeys(item.version for item in work.ledger.receipts_of(spec.name, target.name))
    )
    if not stood:
        raise ConfigurationError("nothing-published", dataset=spec.name, target=target.name)
    chosen = _chosen(spec, target, stood, version)
    # The stamp of the version that is left: the next night finds nothing new and lets this stand.
    stamp = work.ledger.receipts_of(spec.name, target.name)[0].fingerprint.rpartition("/")[0]
    kept = gate.readmit(work.releases, spec.name, chosen)
    release = keeping.keep(work, replace(kept, released_at=work.clock()))
    passport = keeping.passport_again(work, release, target) or passport_of(
        spec, release, keeping.history(work, release, target.name)
    )
    careful = proof.trusted(spec, work, target)
    receipt, plan = delivery.delivered(work, careful, release, passport, stamp, policy=None)
    state = State.PUBLISHED if plan.changes else State.UNCHANGED
    return Outcome(dataset=spec.name, state=state, version=chosen, receipts=(receipt,))


def _chosen(spec: DatasetSpec, target: Target, stood: Sequence[str], version: str | None) -> str:
    """The version that is asked for, or the one before the present; of those that stood there."""
    if version is None and len(stood) == 1:
        raise ConfigurationError("no-earlier-version", dataset=spec.name, target=target.name)
    chosen = version or stood[1]
    if chosen not in stood:
        known = ", ".join(stood)
        raise ConfigurationError(
            "version-is-unknown", dataset=spec.name, version=chosen, known=known
        )
    return chosen
