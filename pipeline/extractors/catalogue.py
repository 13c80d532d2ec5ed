"""The register of datasets: item 7 of «Усі розпорядники», from descriptors and receipts.

Nothing is typed by hand: a dataset stands in the register because it was published. Columns follow
the recommended structure `RegisterOfDatasets` (regulation, 4.1 and п. 19): formats in upper-case
Latin, comma-separated; the identifier is the one a portal knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.descriptor import DatasetSpec
from pipeline.holder import Holder
from pipeline.model import Extraction, Origin, Place, Snapshot, Table

VERSION = "1"
SCHEMA = "835-2019/RegisterOfDatasets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dataset that the public can read, and where."""

    spec: DatasetSpec
    address: str
    formats: tuple[str, ...]
    """Upper-case Latin: `CSV`, `JSON`, `XLSX`."""


def extract(entries: Sequence[Entry], snapshot: Snapshot) -> Extraction:
    """One row for each entry, in the order of identifiers; publisher columns are derived."""
    ordered = sorted(entries, key=lambda entry: entry.spec.name)
    frame = pd.DataFrame([row(entry) for entry in ordered], dtype=str)
    origins = tuple(_origin(entry, snapshot) for entry in ordered)
    return Extraction(tables=(Table(schema=SCHEMA, frame=frame, origins=origins),))


def row(entry: Entry) -> dict[str, str]:
    """The columns that descriptor and receipt give."""
    text = entry.spec.text.passport
    holder: Holder = entry.spec.holder
    period = holder.bodies[entry.spec.text.body][-1]
    return {
        "identifier": entry.spec.name,
        "title": text.title.uk,
        "description": text.description.uk,
        "accrualPeriodicity": text.frequency.phrase("uk"),
        "keyword": ", ".join(text.keywords.uk),
        "purpose": text.purpose.uk,
        "landingPage": entry.address,
        "distributionFormat": ", ".join(sorted(entry.formats)),
        "publisherPrefLabel": period.title.uk,
        "publisherIdentifier": period.edrpou,
        "contactPointFn": holder.contact.name.uk,
        "contactPointHasEmail": holder.contact.email,
    }


def _origin(entry: Entry, snapshot: Snapshot) -> Origin:
    return Origin(sha256=snapshot.sha256, place=Place(source=f"{entry.spec.name}/dataset.yaml"))
