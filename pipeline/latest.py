"""The release of a dataset that counts as its last."""

from pipeline import gate
from pipeline.model import Release
from pipeline.settings import TARGETS
from pipeline.workplace import Workplace


def last_release(dataset: str, work: Workplace) -> Release | None:
    """The release that was made last, read back from where it is kept.

    One that waits for a person, or waited in vain, is none: its rows were never published.
    """
    waiting = work.ledger.unapproved(dataset)
    shown = {
        receipt.version
        for target in (TARGETS if waiting else ())
        for receipt in work.ledger.receipts_of(dataset, target)
    }
    log = work.ledger.versions_of(dataset)
    last = next((one for one in log if one.version not in waiting - shown), None)
    return gate.readmit(work.releases, dataset, last.version) if last else None
