"""The second half of a publication: from a release to what a target shows of it, with its proof."""

from contextlib import suppress
from dataclasses import replace

from pipeline import approval, holding, keeping, proof
from pipeline.descriptor import DatasetSpec
from pipeline.errors import PipelineError, SourceError
from pipeline.model import Finding, Plan, Receipt, Release
from pipeline.parameters.publication import Approval
from pipeline.publishing.from_descriptor import passport_of
from pipeline.publishing.kept_passport import passport_json
from pipeline.publishing.passport import Passport
from pipeline.publishing.plan import since
from pipeline.publishing.target import DiffersError, Target
from pipeline.workplace import Workplace


def deliver(
    spec: DatasetSpec,
    work: Workplace,
    target: Target,
    release: Release,
    fingerprint: str,
    expected: Plan | None = None,
) -> tuple[Receipt, Plan]:
    """Plan, apply, read back; the receipt, and what was changed.

    Raises:
        SourceError: the target moved, or does not show what was published; then the version that
            stood before is put back.
    """
    passport = passport_of(spec, release, keeping.history(work, release, target.name))
    return delivered(
        work,
        proof.trusted(spec, work, target),
        release,
        passport,
        fingerprint,
        expected,
        policy=spec.text.approval,
    )


def delivered(
    work: Workplace,
    target: Target,
    release: Release,
    passport: Passport,
    fingerprint: str,
    expected: Plan | None = None,
    *,
    policy: Approval | None,
) -> tuple[Receipt, Plan]:
    """The same with a passport at hand; without a `policy` a person has asked for this very plan.

    Raises:
        ApprovalError: a person has to approve the plan first.
    """
    name = release.dataset
    with work.ledger.stage(name, f"plan-{target.name}"):
        plan = target.plan(release, passport)
        if expected is not None and expected != plan:
            raise SourceError("plan-is-stale", dataset=name)
        if policy is not None:
            approval.check(work, plan, reasons_of(work, plan, release, passport, policy))
        work.ledger.record_plan(plan)
    before = work.ledger.latest_receipt(name, target.name)
    apply(work, target, plan, release, passport, before)
    try:
        with work.ledger.stage(name, f"read-back-{target.name}"):
            receipt = target.read_back(release, passport, whole=False)
    except DiffersError:
        if any(change.subject == "dataset" for change in plan.changes):
            target.remove(name)
        put_back(work, target, before, release)
        raise
    work.releases.keep_passport(name, release.version, passport_json(passport))
    receipt = replace(receipt, fingerprint=proof.stamped(fingerprint, target))
    work.ledger.record_receipt(receipt)
    return receipt, plan


def reasons_of(
    work: Workplace, plan: Plan, release: Release, passport: Passport, policy: Approval
) -> tuple[Finding, ...]:
    """Why a person has to look at the plan of a release.

    Where a hold has withdrawn the dataset, the target shows nothing to compare with: the release
    is compared with the version that stood there before.
    """
    rows = {table.name: len(table.frame) for table in release.tables}
    stay = frozenset(card.name for card in passport.tables if card.rows == "accumulate")
    last = work.ledger.latest_receipt(plan.dataset, plan.target)
    if last is not None and holding.was_withdrawn(work, plan.dataset, plan.target):
        stood = keeping.released(work, plan.dataset, last.version)
        plan = replace(plan, changes=since(stood, release, passport.tables))
    return approval.reasons(plan, policy, rows, stay, first=last is None)


def apply(
    work: Workplace,
    target: Target,
    plan: Plan,
    release: Release,
    passport: Passport,
    before: Receipt | None,
) -> None:
    """Apply a plan; one that fails is undone as far as the target lets us.

    What cannot be undone now, since the target does not answer, the next run continues or undoes.

    Raises:
        PipelineError: the target did not do its part.
    """
    name = release.dataset
    try:
        with work.ledger.stage(name, f"apply-{target.name}"):
            target.apply(plan, release, passport)
    except SourceError as error:
        if error.code != "target-moved":
            with suppress(PipelineError):
                put_back(work, target, before, release)
        raise


def put_back(work: Workplace, target: Target, before: Receipt | None, release: Release) -> None:
    """Let a target show what it showed before a publication that went wrong.

    The site exchanges whole folders and is what it should be or was; so it has nothing to put back
    when the very version that went wrong stood before.
    """
    if before is not None and before.version != release.version:
        kept = keeping.released(work, release.dataset, before.version)
        with work.ledger.stage(release.dataset, f"put-back-{target.name}"):
            passport = keeping.passport_again(work, kept, target)
            if passport is not None:
                careful = target.distrusting()
                careful.apply(careful.plan(kept, passport), kept, passport)
