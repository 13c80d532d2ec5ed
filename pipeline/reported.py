"""Counts of published reports held against the tables that they speak of.

A report says «зареєстровано 155 громадських організацій»; the registry of organisations has as many
rows, or somebody should know that it has not.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from pipeline import gate
from pipeline.description import Reported, TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.model import Finding, Severity, Snapshot, Table
from pipeline.workplace import Workplace

_COUNTS = "counts"
_MOST = 3
"""Sources that a finding names."""


def contradictions(
    spec: DatasetSpec, work: Workplace, tables: Sequence[Table], sources: Sequence[Snapshot]
) -> Iterator[Finding]:
    """A warning for each table that has another number of rows than the newest report says.

    Without a published report that counts this, nothing is said.
    """
    for table in tables:
        declared = spec.table(table.name)
        if declared.expect.reported is not None:
            yield from _of_table(table, declared, declared.expect.reported, work, sources)


def _of_table(
    table: Table,
    declared: TableSpec,
    reported: Reported,
    work: Workplace,
    sources: Sequence[Snapshot],
) -> Iterator[Finding]:
    said = newest_count(_counts(reported.dataset, work), reported.indicator)
    rows = len(table.frame)
    if said is None or said["value"] == str(rows):
        return
    yield Finding(
        code="report-says-otherwise",
        severity=Severity.WARNING,
        table=declared.name,
        details={
            "table": declared.name,
            "rows": rows,
            "value": said["value"],
            "title": said["title"],
            "report": said["report"],
            "day": said["asOf"] or said["periodEnd"],
            "sources": ", ".join(snapshot.address for snapshot in sources[:_MOST]),
        },
    )


def newest_count(counts: pd.DataFrame | None, indicator: str) -> dict[str, str] | None:
    """The exact count of the newest report; None where there is none.

    Args:
        counts: rows of `council/counts`, or None.
        indicator: id of the indicator.
    """
    if counts is None:
        return None
    exact = (counts["valueMax"] == "") & (counts["approximate"] == "false")
    found = counts[(counts["indicator"] == indicator) & exact & (counts["partOf"] == "")]
    if found.empty:
        return None
    days = found["asOf"].where(found["asOf"] != "", found["periodEnd"])
    newest = found.loc[days.sort_values(kind="stable").index[-1]]
    return {str(name): str(cell) for name, cell in newest.items()}


def _counts(dataset: str, work: Workplace) -> pd.DataFrame | None:
    last = work.ledger.latest_version(dataset)
    if last is None:
        return None
    release = gate.readmit(work.releases, dataset, last.version)
    return next((table.frame for table in release.tables if table.name == _COUNTS), None)
