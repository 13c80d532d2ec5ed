"""The records that duties are reckoned from: descriptors and the ledger."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pipeline import yamlfile
from pipeline.annex import Annex
from pipeline.annex_duties import unknown
from pipeline.descriptor import DatasetSpec
from pipeline.duties import Record, Update, day_of, too_lively
from pipeline.holder import FILE as HOLDER
from pipeline.holder import NotHeld, load_holder
from pipeline.ledger import Progress
from pipeline.model import Finding, Receipt, Severity
from pipeline.settings import TARGETS
from pipeline.workplace import Workplace


def record_of(spec: DatasetSpec, work: Workplace) -> Record:
    """What the ledger knows of the updates of a dataset, on the target that got them first."""
    receipts = _changes(spec, work)
    updates = tuple(_update(spec, work, receipt) for receipt in receipts)
    last = receipts[-1].read_back_at if receipts else None
    good = work.ledger.last_ended(spec.name, "current")
    well = good.finished_at if good and good.progress is Progress.DONE else None
    ended = [one for one in (last, well) if one is not None]
    failing = work.ledger.failing_since(spec.name, max(ended)) if ended else None
    return Record(
        dataset=spec.name,
        title=spec.text.passport.title.uk,
        frequency=spec.text.passport.frequency,
        term=spec.text.term,
        updates=updates,
        read_on=_read_on(spec, work) if failing is None else None,
        waiting_since=day_of(failing) if failing else None,
    )


def lively(spec: DatasetSpec, work: Workplace) -> Iterator[Finding]:
    """That the data have changed more often than their passport says."""
    yield from of_tempo(record_of(spec, work), day_of(work.clock()))


def of_tempo(record: Record, today: date) -> Iterator[Finding]:
    """The same of a record at hand."""
    tempo = too_lively(record, today)
    if tempo is not None:
        yield Finding(code="changes-more-often", severity=Severity.WARNING, details=asdict(tempo))


def not_held(council: Path, annex: Annex) -> tuple[NotHeld, ...]:
    """What the holder says it does not own.

    Raises:
        YamlError: it names an item that the annex does not have.
    """
    said = load_holder(council).not_held
    for at in unknown(annex, said):
        items = [f"{item.edition} {item.item}" for item in annex.items]
        word = f"{said[at].edition} {said[at].item}"
        details = {"word": word, "nearest": yamlfile.nearest(word, items)}
        raise yamlfile.refuse(council / HOLDER, ("not_held", at), "item-is-unknown", **details)
    return said


def _changes(spec: DatasetSpec, work: Workplace) -> list[Receipt]:
    """Receipts of versions that were not there before, oldest first, each once."""
    known = [work.ledger.receipts_of(spec.name, target) for target in TARGETS]
    found: list[Receipt] = []
    for receipt in reversed(next((receipts for receipts in known if receipts), ())):
        if not found or found[-1].version != receipt.version:
            found.append(receipt)
    return found


def _update(spec: DatasetSpec, work: Workplace, receipt: Receipt) -> Update:
    published = day_of(receipt.read_back_at)
    version = work.ledger.version_of(spec.name, receipt.version)
    seen = [day_of(snapshot.fetched_at) for snapshot in version.snapshots] if version else []
    return Update(noticed=min(max(seen, default=published), published), published=published)


def _read_on(spec: DatasetSpec, work: Workplace) -> date | None:
    last = work.ledger.last_ended(spec.name, "fetch")
    done = last is not None and last.progress is Progress.DONE and last.finished_at
    return day_of(done) if done else None
