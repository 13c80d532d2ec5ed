"""The register of datasets: item 7 of «Усі розпорядники», from descriptors and receipts.

Nothing is typed by hand: a dataset stands in the register because it was published. Columns follow
the recommended structure `RegisterOfDatasets` (п. 19 of the regulation): formats in upper-case
Latin, comma-separated; the identifier is the one a portal knows.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.descriptor import DatasetSpec
from pipeline.model import Extraction, Origin, Place, Snapshot, Table

VERSION = "1"
SCHEMA = "835-2019/RegisterOfDatasets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dataset that the public can read, and where."""

    spec: DatasetSpec
    identifier: str
    """As the portal knows it (п. 19: identifiers of the register are those of the portal)."""
    address: str
    formats: tuple[str, ...]
    """Upper-case Latin: `CSV`, `JSON`, `XLSX`."""


def source(entries: Sequence[Entry]) -> bytes:
    """The register as JSON, in the order of identifiers: the source that is kept and extracted."""
    rows = [_row(entry) for entry in sorted(entries, key=lambda entry: entry.identifier)]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def extract(data: bytes, snapshot: Snapshot) -> Extraction:
    """One row for each dataset of `source`."""
    rows = json.loads(data)
    frame = pd.DataFrame(rows, dtype=str)
    origins = tuple(
        Origin(
            sha256=snapshot.sha256,
            place=Place(source=snapshot.address, element=f"[{number}]"),
        )
        for number in range(len(rows))
    )
    return Extraction(tables=(Table(schema=SCHEMA, frame=frame, origins=origins),))


def _row(entry: Entry) -> dict[str, str]:
    passport, holder = entry.spec.text.passport, entry.spec.holder
    period = holder.bodies[entry.spec.text.body][-1]
    return {
        "identifier": entry.identifier,
        "title": passport.title.uk,
        "description": passport.description.uk,
        "accrualPeriodicity": passport.frequency.phrase("uk"),
        "keyword": ", ".join(passport.keywords.uk),
        "purpose": passport.purpose.uk,
        "landingPage": entry.address,
        "distributionFormat": ", ".join(sorted(entry.formats)),
        "publisherPrefLabel": period.title.uk,
        "publisherIdentifier": period.edrpou,
        "contactPointFn": holder.contact.name.uk,
        "contactPointHasEmail": holder.contact.email,
    }
