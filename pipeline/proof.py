"""Whether a target shows what its last receipt says: at a glance each night, wholly once a week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pipeline import keeping
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ConfigurationError, SourceError
from pipeline.model import Finding, Receipt, Severity
from pipeline.publishing.from_descriptor import passport_of
from pipeline.publishing.target import Target
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
        and _stands(target, receipt)
        and (is_fresh(receipt, work) or stands_whole(spec, work, target, receipt))
    )


def held(spec: DatasetSpec, work: Workplace, target: Target, fingerprint: str) -> Iterator[Finding]:
    """A word on a version that a rollback brought back, while nothing has changed since."""
    receipts = work.ledger.receipts_of(spec.name, target.name)
    same = [one for one in receipts if one.fingerprint == stamped(fingerprint, target)]
    # The oldest of them is what was made of these sources; a rollback bears its stamp.
    if same and same[0] == receipts[0] and same[0].version != same[-1].version:
        details = {
            "dataset": spec.name,
            "target": target.name,
            "version": receipts[0].version,
            "left": same[-1].version,
        }
        yield Finding(code="held-at-version", severity=Severity.INFO, details=details)


def _stands(target: Target, receipt: Receipt) -> bool:
    """A target that does not answer keeps no other waiting: it is due, and fails in its turn."""
    try:
        return target.stands(receipt)
    except SourceError:
        return False


def is_fresh(receipt: Receipt, work: Workplace) -> bool:
    """Whether everything was read back not long ago."""
    return receipt.whole_at is not None and work.clock() - receipt.whole_at < WHOLE_EVERY


def stands_whole(spec: DatasetSpec, work: Workplace, target: Target, receipt: Receipt) -> bool:
    """Read everything back; what differs makes the dataset due, so that it is put right."""
    try:
        read_whole(spec, work, target, receipt)
    except SourceError:
        return False
    return True


def trusted(spec: DatasetSpec, work: Workplace, target: Target) -> Target:
    """The target, looking at every row where the last look at it did not end well."""
    return target.distrusting() if work.ledger.is_doubted(spec.name, target.name) else target


def stamped(fingerprint: str, target: Target) -> str:
    """The fingerprint together with that of the target's own templates and formats."""
    return f"{fingerprint}/{target.renderer}"


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
        release = keeping.released(work, spec.name, last.version)
        passport = keeping.passport_again(work, release, target) or passport_of(
            spec, release, keeping.history(work, release, target.name)
        )
        found = target.read_back(release, passport, whole=True)
    receipt = replace(found, fingerprint=last.fingerprint)
    work.ledger.record_receipt(receipt)
    return receipt
