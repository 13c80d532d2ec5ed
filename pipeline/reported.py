"""Counts of published reports held against the tables that they speak of.

A report says «зареєстровано 155 громадських організацій»; the registry of organisations has as many
rows, or somebody should know that it has not. A report says «за квартал опубліковано 227 актів»;
the table has as many acts with a date of that quarter.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from pipeline.description import Reported, TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.latest import last_release
from pipeline.model import Candidate, Finding, Release, Severity, Snapshot, Table
from pipeline.publishing.from_descriptor import actual_day
from pipeline.workplace import Workplace

_COUNTS = "counts"
_MOST = 3
"""Sources that a finding names."""
CODES = frozenset(
    {"report-says-otherwise", "report-says-otherwise-of-period", "report-of-another-time"}
)


def is_checked(spec: DatasetSpec) -> bool:
    """Whether a table of the dataset is held against reports."""
    return any(table.expect.reported is not None for table in spec.text.tables)


def contradictions(
    spec: DatasetSpec, work: Workplace, held: Candidate | Release, sources: Sequence[Snapshot]
) -> Iterator[Finding]:
    """A warning for each table that has another number of rows than the newest report says.

    Both are named with their days; a report too far from the day of the data is not compared, and
    that is said. Without a published report that counts this, nothing is said.

    Args:
        spec: the dataset.
        work: what a run works with.
        held: its tables.
        sources: what was fetched now: with the same bytes, the data are as new as this.
    """
    newest = max((snapshot.fetched_at.date() for snapshot in sources), default=None)
    day = newest if spec.text.passport.actual_on == "fetched" else actual_day(spec, held)
    names = ", ".join(snapshot.address for snapshot in sources[:_MOST])
    for table in held.tables:
        reported = spec.table(table.name).expect.reported
        if reported is not None:
            counts = _counts(reported.dataset, work)
            for finding in compared(spec.table(table.name), reported, table, counts, day):
                yield Finding(
                    code=finding.code,
                    severity=finding.severity,
                    table=table.name,
                    details={**finding.details, "sources": names},
                )


def compared(
    declared: TableSpec,
    reported: Reported,
    table: Table,
    counts: pd.DataFrame | None,
    day: date | None,
) -> Iterator[Finding]:
    """What the counts of the reports say against one table of the given day."""
    if reported.dated:
        yield from by_periods(reported, table, counts)
        return
    said = newest_count(counts, reported.indicator)
    if said is None:
        return
    told = said["asOf"] or said["periodEnd"]
    details: dict[str, str | int] = {
        "table": declared.name,
        "rows": len(table.frame),
        "dataDay": day.isoformat() if day else "",
        **_named(said),
        "day": told,
    }
    if day and told and abs((day - date.fromisoformat(told)).days) > reported.within_days:
        more = {**details, "days": reported.within_days}
        yield Finding(code="report-of-another-time", severity=Severity.INFO, details=more)
    elif said["value"] != str(len(table.frame)):
        yield Finding(code="report-says-otherwise", severity=Severity.WARNING, details=details)


def by_periods(reported: Reported, table: Table, counts: pd.DataFrame | None) -> Iterator[Finding]:
    """Rows with a date in the period of a report; only periods that the table reaches."""
    days = table.frame[reported.dated].astype(str)
    days = days[days != ""]
    exact = _exact(counts, reported.indicator)
    if days.empty or exact is None:
        return
    reached = exact[(exact["periodStart"] <= days.max()) & (exact["periodEnd"] >= days.min())]
    reached = reached[(reached["periodStart"] != "") & (reached["periodEnd"] != "")]
    newest = reached.drop_duplicates(["periodStart", "periodEnd"], keep="last")
    for record in newest.to_dict("records"):
        said = {str(name): str(cell) for name, cell in record.items()}
        rows = int(days.between(said["periodStart"], said["periodEnd"]).sum())
        if str(rows) != said["value"]:
            yield Finding(
                code="report-says-otherwise-of-period",
                severity=Severity.WARNING,
                details={
                    "table": table.name,
                    "rows": rows,
                    "field": reported.dated,
                    "start": said["periodStart"],
                    "end": said["periodEnd"],
                    **_named(said),
                },
            )


def _named(said: Mapping[str, str]) -> dict[str, str]:
    return {name: said[name] for name in ("value", "title", "report")}


def newest_count(counts: pd.DataFrame | None, indicator: str) -> dict[str, str] | None:
    """The exact count of the newest report; None where there is none.

    Args:
        counts: rows of `council/counts`, or None.
        indicator: id of the indicator.
    """
    found = _exact(counts, indicator)
    if found is None or found.empty:
        return None
    days = found["asOf"].where(found["asOf"] != "", found["periodEnd"])
    newest = found.loc[days.sort_values(kind="stable").index[-1]]
    return {str(name): str(cell) for name, cell in newest.items()}


def _exact(counts: pd.DataFrame | None, indicator: str) -> pd.DataFrame | None:
    """Whole counts of one indicator that are no range, no estimate, no part."""
    if counts is None:
        return None
    exact = (counts["valueMax"] == "") & (counts["approximate"] == "false")
    return counts[(counts["indicator"] == indicator) & exact & (counts["partOf"] == "")]


def _counts(dataset: str, work: Workplace) -> pd.DataFrame | None:
    release = last_release(dataset, work)
    if release is None:
        return None
    return next((table.frame for table in release.tables if table.name == _COUNTS), None)
