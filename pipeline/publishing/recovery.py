"""What a target still shows, as tables again: for a home that has lost its ledger and releases."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from pipeline.model import Origin, Place, Recovered, Table
from pipeline.publishing.inert import Rows
from pipeline.publishing.record import Record


def recovered(
    dataset: str,
    record: Record,
    version: str,
    address: str,
    tables: Mapping[str, tuple[Sequence[str], Rows]],
) -> Recovered:
    """A dataset from its passport and the rows of its tables.

    Args:
        dataset: its name here, which a target need not use.
        record: the passport that stands on the target.
        version: which version the rows are of.
        address: where they were read; the only origin that is left to them.
        tables: name -> header and rows.
    """
    return Recovered(
        dataset=dataset,
        version=version,
        tables=tuple(
            _table(table.table_schema, *tables[table.name], address) for table in record.tables
        ),
        masked={item.rule: item.count for item in record.masked},
        actual_on=record.actual_on,
        first_released_at=record.first_published,
        released_at=record.modified,
    )


def _table(schema: str, header: Sequence[str], rows: Iterable[tuple[str, ...]], at: str) -> Table:
    frame = pd.DataFrame(list(rows), columns=list(header), dtype=str)
    origin = Origin(sha256="", place=Place(source=at))
    return Table(schema=schema, frame=frame, origins=(origin,) * len(frame))
