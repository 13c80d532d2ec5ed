"""What a home knows already: versions and receipts, findings, letters, duties; nothing is run."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline import correspondence
from pipeline.annex import load_annex
from pipeline.annex_duties import (
    Disowned,
    TooSeldom,
    Unanswered,
    disowned,
    too_seldom,
    unanswered,
)
from pipeline.descriptor import DatasetSpec, dataset_folders, load_council
from pipeline.desk import Desk
from pipeline.duties import Duty, Past, day_of, duties, past
from pipeline.latest import last_release
from pipeline.ledger import Run
from pipeline.model import Finding
from pipeline.owed import not_held, record_of
from pipeline.publishing.inert import inert
from pipeline.reporting.findings import COLUMNS, as_record
from pipeline.reporting.words import DatasetStatus
from pipeline.settings import TARGETS
from pipeline.workplace import SCHEMAS, Workplace, open_workplace


def status(
    desk: Desk, names: Sequence[str], *, rows: bool
) -> tuple[list[DatasetStatus], Run | None]:
    """Versions and receipts of datasets, and the last good night."""
    specs = [desk.spec(name) for name in names] or list(load_council(desk.council, SCHEMAS))
    with open_workplace(desk.settings, desk.council) as work:
        found = [_status(spec, work, rows) for spec in specs]
        return found, work.ledger.last_good_night()


def _status(spec: DatasetSpec, work: Workplace, rows: bool) -> DatasetStatus:
    receipts = tuple(
        receipt
        for target in TARGETS  # also one that is not published to any more
        for receipt in work.ledger.receipts_of(spec.name, target)
    )
    release = last_release(spec.name, work) if rows else None
    return DatasetStatus(
        name=spec.name,
        versions=work.ledger.versions_of(spec.name),
        receipts=receipts,
        tables=release.tables if release else (),
    )


def report(desk: Desk, names: Sequence[str]) -> list[tuple[str, tuple[Finding, ...]]]:
    """What the last run said of datasets."""
    specs = [desk.spec(name) for name in names] or list(load_council(desk.council, SCHEMAS))
    with open_workplace(desk.settings, desk.council) as work:
        return [(spec.name, work.ledger.findings_of(spec.name)) for spec in specs]


def as_table(found: Sequence[tuple[str, tuple[Finding, ...]]]) -> bytes:
    """Findings of datasets as one CSV table, a row each, for programs and spreadsheets.

    UTF-8 with a mark of the order of bytes, by which Excel knows it; no cell is a formula.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(("dataset", *COLUMNS))
    for dataset, findings in found:
        for finding in findings:
            cells = ("" if item is None else str(item) for item in as_record(finding).values())
            writer.writerow((dataset, *map(inert, cells)))
    return target.getvalue().encode("utf-8-sig")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a council owes the public."""

    duties: tuple[Duty, ...]
    years: tuple[Past, ...]
    """How the last year of each dataset looked."""
    unanswered: tuple[Unanswered, ...]
    disowned: tuple[Disowned, ...]
    """Items of the annex whose data the council does not own, as it says."""
    too_seldom: tuple[TooSeldom, ...]
    now: datetime
    """The moment it was reckoned."""


def owed(desk: Desk, names: Sequence[str]) -> Owed:
    """What is owed and by when; items of the annex only where all datasets are asked about."""
    specs = [desk.spec(name) for name in names] or list(load_council(desk.council, SCHEMAS))
    annex, texts = load_annex(SCHEMAS), [spec.text for spec in specs]
    own_not = not_held(desk.council, annex)
    with open_workplace(desk.settings, desk.council) as work:
        records = [record_of(spec, work) for spec in specs]
        now = work.clock()
    today = day_of(now)
    return Owed(
        duties=duties(records, today),
        years=tuple(past(one, today) for one in records),
        unanswered=() if names else unanswered(annex, texts, today, own_not),
        disowned=() if names else disowned(annex, own_not),
        too_seldom=too_seldom(annex, texts),
        now=now,
    )


def letters(desk: Desk, names: Sequence[str]) -> Mapping[str, Path]:
    """Where the letters about datasets are, for those that have one."""
    wanted = names or [folder.name for folder in dataset_folders(desk.council)]
    home = desk.settings.home
    pages = {name: correspondence.folder_of(home, name) / correspondence.PAGE for name in wanted}
    return {name: page for name, page in pages.items() if page.is_file()}
