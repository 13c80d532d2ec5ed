"""The second half of a publication: from a release to what a target shows of it, with its proof."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from pipeline import gate
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ApprovalError, ConfigurationError, PipelineError, SourceError
from pipeline.model import Action, Plan, Receipt, Recovered, Release
from pipeline.publishing.from_descriptor import passport_of
from pipeline.publishing.kept_passport import passport_from_json, passport_json
from pipeline.publishing.passport import Passport, PastVersion
from pipeline.publishing.target import DiffersError, Target
from pipeline.workplace import Workplace

WHOLE_EVERY = timedelta(days=7)
"""After so long everything is read back, also where nothing has changed."""


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


def recover(spec: DatasetSpec, work: Workplace, targets: Sequence[Target]) -> None:
    """Note what stands on a target where the ledger knows of nothing: it was lost.

    So rows that accumulate stay, the day of the first publication stays, and what is unchanged is
    not published again.

    Raises:
        SourceError: a target that has the dataset cannot be read.
    """
    if work.ledger.latest_version(spec.name) is not None:
        return
    for target in targets:
        with work.ledger.stage(spec.name, f"recover-{target.name}"):
            found = target.recover(spec.name)
            if found is not None and _fits(found, spec):
                release = gate.recovered(found)
                work.releases.put(release)
                work.ledger.record_version(release)
                return


def _fits(found: Recovered, spec: DatasetSpec) -> bool:
    """Whether it is made of the tables that the descriptor names."""
    declared = {table.schema_path for table in spec.text.tables}
    return {table.schema for table in found.tables} == declared


def stamped(fingerprint: str, target: Target) -> str:
    """The fingerprint together with that of the target's own templates and formats."""
    return f"{fingerprint}/{target.renderer}"


def keep(work: Workplace, release: Release) -> Release:
    """Keep a release and note it; the same version made before is taken as it was then.

    A version that comes back after another one is released anew: its day is today.
    """
    name, version = release.dataset, release.version
    with work.ledger.stage(name, "keep"):
        release = as_kept(work, release)
        work.releases.put(release, over=is_lost(work, release))
        kept = gate.readmit(work.releases, name, version)
        latest = work.ledger.latest_version(name)
        came_back = work.ledger.version_of(name, version) and latest and latest.version != version
        day = work.clock() if came_back else kept.released_at
        work.ledger.record_version(replace(release, released_at=day))
    return released(work, name, version)


def as_kept(work: Workplace, release: Release) -> Release:
    """A release as it was made before, if it was.

    One that was read off a target does not know its sources: it takes the days of that one, and
    the rest of what was made now.
    """
    if not work.releases.has(release.dataset, release.version):
        return release
    kept = released(work, release.dataset, release.version)
    if not gate.is_recovered(kept):
        return kept
    return replace(release, first_released_at=kept.first_released_at, released_at=kept.released_at)


def is_lost(work: Workplace, release: Release) -> bool:
    """Whether what is kept of a release was read off a target."""
    name, version = release.dataset, release.version
    return work.releases.has(name, version) and gate.is_recovered(
        gate.readmit(work.releases, name, version)
    )


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
) -> tuple[Receipt, Plan]:
    """Plan, apply, read back; the receipt, and what was changed.

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
    *,
    withdraws: bool = False,
) -> tuple[Receipt, Plan]:
    """The same with a passport at hand; `withdraws`: whether rows that accumulate may go."""
    name = release.dataset
    with work.ledger.stage(name, f"plan-{target.name}"):
        plan = target.plan(release, passport)
        if expected is not None and expected != plan:
            raise SourceError("plan-is-stale", dataset=name)
        if not withdraws:
            check_withdrawals(plan, passport)
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
    receipt = replace(receipt, fingerprint=stamped(fingerprint, target))
    work.ledger.record_receipt(receipt)
    return receipt, plan


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


def check_withdrawals(plan: Plan, passport: Passport) -> None:
    """What accumulates stays: no source that shrank, and no lost ledger, takes a row back.

    Raises:
        ApprovalError: rows would be withdrawn; that is for a person to say.
    """
    stay = {card.name for card in passport.tables if card.rows == "accumulate"}
    for change in plan.changes:
        if change.subject == "rows" and change.action is Action.REMOVE and change.name in stay:
            raise ApprovalError(
                "rows-would-be-withdrawn",
                dataset=plan.dataset,
                target=plan.target,
                table=change.name,
                count=change.count,
            )


def put_back(work: Workplace, target: Target, before: Receipt | None, release: Release) -> None:
    """Let a target show what it showed before a publication that went wrong.

    The site exchanges whole folders and is what it should be or was; so it has nothing to put back
    when the very version that went wrong stood before.
    """
    if before is not None and before.version != release.version:
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
