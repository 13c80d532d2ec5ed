"""What the register of datasets is made from: descriptors, and receipts of a target."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pipeline import holding
from pipeline.descriptor import DatasetSpec
from pipeline.extractors.catalogue import Entry, source
from pipeline.model import Receipt, Snapshot
from pipeline.parameters.fetching import Kind
from pipeline.publishing.package import CSV
from pipeline.publishing.target import Target
from pipeline.targets import PORTAL, target_names
from pipeline.workplace import Workplace

ADDRESS = "descriptors and receipts"


def snapshot(
    spec: DatasetSpec, work: Workplace, council: Sequence[DatasetSpec], target: Target
) -> Snapshot:
    """Keep the present state of descriptors and receipts as a source like any other."""
    data = source(tuple(entries(spec, work, council, target)))
    return Snapshot(
        address=ADDRESS,
        sha256=work.snapshots.put(data),
        size=len(data),
        media_type=Kind.JSON.media_type,
        fetched_at=work.clock(),
    )


def entries(
    spec: DatasetSpec, work: Workplace, council: Sequence[DatasetSpec], target: Target
) -> Iterator[Entry]:
    """Every dataset that the target shows, and the register itself, which is about to."""
    for other in council:
        receipt = work.ledger.latest_receipt(other.name, target.name)
        name = _identifier(other, work, target)
        if other.name == spec.name:
            address, formats = target.address(other.name), target.formats
        elif receipt is not None and not holding.is_withdrawn(other, work):
            address, formats = receipt.address, _formats(other, receipt)
        else:
            continue
        yield Entry(spec=other, identifier=name, address=address, formats=formats)


def _identifier(spec: DatasetSpec, work: Workplace, target: Target) -> str:
    """The name on the portal of a dataset that goes to one, or stands there."""
    goes = PORTAL in (target.name, *target_names(spec, work))
    known = goes or work.ledger.latest_receipt(spec.name, PORTAL) is not None
    return spec.portal_name if known else spec.name


def _formats(spec: DatasetSpec, receipt: Receipt) -> tuple[str, ...]:
    """Formats of the tables themselves; structure and passport files are not the data."""
    tables = {table.name.casefold() for table in spec.text.tables}
    files = (PurePosixPath(urlsplit(file.path).path) for file in receipt.files)
    return tuple(sorted(set(filter(None, (_format(file, tables) for file in files)))))


def _format(file: PurePosixPath, tables: Collection[str]) -> str:
    """The format of a file that holds a table; empty for another.

    A portal writes names of files small, and what it gives of a table of its DataStore is CSV.
    """
    if file.match("datastore/dump/*"):
        return CSV.upper()
    return file.suffix[1:].upper() if file.stem.casefold() in tables else ""
