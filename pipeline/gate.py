"""Candidate + findings + previous release -> Release | Rejection, by the descriptor's expectations.

The only module that judges: targets accept a `Release`, and a release is born here.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import pandas as pd

from pipeline.description import Rows, TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.model import Candidate, Finding, Recovered, Rejection, Release, Severity, Table
from pipeline.releases import ReleaseStore

_DIGITS = re.compile(r"(\d+)")


def carry_over(table: Table, spec: TableSpec, previous: Table | None) -> Table:
    """The table in canonical order; where rows accumulate, with what was published and is not here.

    A row of the present table replaces the published row of the same key.
    """
    if previous is not None and spec.rows is Rows.ACCUMULATE:
        table = _with_missing_rows(table, spec, previous)
    return _in_order(table, spec.order or spec.key)


def decide(
    candidate: Candidate,
    findings: tuple[Finding, ...],
    spec: DatasetSpec,
    previous: Release | None,
    now: datetime,
) -> Release | Rejection:
    """Judge a candidate.

    Args:
        candidate: tables as they would be published.
        findings: what validation says of these tables; an error of a row may hold that row back.
            What was said before (`candidate.findings`) is about the source: an error there rejects.
        spec: the descriptor with its expectations.
        previous: the last release, if there is one.
        now: the moment of the decision, aware UTC.
    """
    before = {table.name: table for table in previous.tables} if previous else {}
    judged = [
        _judge(
            table,
            candidate.fresh.get(table.name, len(table.frame)),
            spec.table(table.name),
            findings,
            before.get(table.name),
        )
        for table in candidate.tables
    ]
    held_back = {table.name: held for table, held, _ in judged}
    said = candidate.findings + _graded(findings, held_back)
    said += tuple(finding for _, _, more in judged for finding in more)
    if any(finding.severity is Severity.ERROR for finding in said):
        return Rejection(
            dataset=candidate.dataset, fingerprint=candidate.fingerprint, findings=said
        )
    tables = tuple(table for table, _, _ in judged)
    quarantine = tuple(
        _rows_of(_named(candidate, name), held) for name, held in held_back.items() if held
    )
    return _released(candidate, tables, quarantine, said, spec, previous, now)


def _released(
    candidate: Candidate,
    tables: tuple[Table, ...],
    quarantine: tuple[Table, ...],
    said: tuple[Finding, ...],
    spec: DatasetSpec,
    previous: Release | None,
    now: datetime,
) -> Release:
    return Release(
        dataset=candidate.dataset,
        version=version_of(tables, candidate, spec),
        fingerprint=candidate.fingerprint,
        snapshots=candidate.snapshots,
        tables=tables,
        quarantine=quarantine,
        findings=said,
        masked=candidate.masked,
        actual_on=candidate.actual_on,
        first_released_at=previous.first_released_at if previous else now,
        released_at=now,
    )


def readmit(store: ReleaseStore, dataset: str, version: str) -> Release:
    """A release that this gate let through before, read back from where it is kept.

    Raises:
        MachineError: it is not there or cannot be read.
    """
    return store.get(dataset, version, Release)


_RECOVERED = "recovered/"


def is_recovered(release: Release) -> bool:
    """Whether nothing is known of where its rows came from."""
    return release.fingerprint.startswith(_RECOVERED)


def recovered(found: Recovered) -> Release:
    """A release that this gate let through before, as a target still shows it.

    Where its rows came from is lost with the ledger; they only say which target kept them.
    """
    return Release(
        dataset=found.dataset,
        version=found.version,
        fingerprint=f"{_RECOVERED}{found.version}",
        snapshots=(),
        tables=found.tables,
        quarantine=(),
        findings=(),
        masked=found.masked,
        actual_on=found.actual_on,
        first_released_at=found.first_released_at,
        released_at=found.released_at,
    )


def version_of(tables: tuple[Table, ...], candidate: Candidate, spec: DatasetSpec) -> str:
    """Twelve hexadecimal digits over everything that makes a publication what it is."""
    content = {
        "tables": {table.name: _content(table.frame) for table in tables},
        "masked": dict(candidate.masked),
        "descriptor": spec.digest,
        "schemas": spec.schemas_digest,
        "extractor": candidate.extractor,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]


def _content(frame: pd.DataFrame) -> str:
    return hashlib.sha256(frame.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def _judge(
    table: Table,
    fresh: int,
    spec: TableSpec,
    findings: tuple[Finding, ...],
    previous: Table | None,
) -> tuple[Table, frozenset[int], tuple[Finding, ...]]:
    """The rows that may go on, the numbers of rows held back, and what the gate itself says.

    Shares and the minimum speak of the `fresh` rows, those that the sources gave now: a source
    that went bad must not hide behind the rows of earlier nights.
    """
    bad = frozenset(
        finding.row
        for finding in findings
        if finding.table == table.name and finding.row and finding.severity is Severity.ERROR
    )
    if len(bad) > spec.expect.quarantine * fresh:
        return table, frozenset(), tuple(_above_ceiling(table, fresh, spec, len(bad)))
    good = _rows_of(table, frozenset(range(1, len(table.frame) + 1)) - bad)
    good = carry_over(good, spec, previous)
    held = (*_held(table, len(bad)), *_unfit(table, bad, good))
    return good, bad, (*held, *_drift(good, fresh - len(bad), spec, previous))


def _above_ceiling(table: Table, fresh: int, spec: TableSpec, bad: int) -> Iterator[Finding]:
    # Without a quarantine the errors speak for themselves.
    if spec.expect.quarantine:
        allowed = int(spec.expect.quarantine * fresh)
        yield _finding("quarantine-ceiling", table, Severity.ERROR, bad=bad, allowed=allowed)


def _held(table: Table, count: int) -> Iterator[Finding]:
    if count:
        yield _finding("quarantined", table, Severity.WARNING, count=count)


def _unfit(table: Table, bad: frozenset[int], good: Table) -> Iterator[Finding]:
    """A published row that is bad by now cannot be held back: what accumulates stays published."""
    rows = set(_rows_of(table, bad).frame.itertuples(index=False, name=None))
    count = sum(row in rows for row in good.frame.itertuples(index=False, name=None))
    if count:
        yield _finding("published-rows-unfit", table, Severity.ERROR, count=count)


def _drift(table: Table, given: int, spec: TableSpec, previous: Table | None) -> Iterator[Finding]:
    rows, expect = len(table.frame), spec.expect
    if given < expect.min_rows:
        yield _finding("too-few-rows", table, Severity.ERROR, rows=given, expected=expect.min_rows)
    if expect.max_rows is not None and rows > expect.max_rows:
        yield _finding("too-many-rows", table, Severity.ERROR, rows=rows, expected=expect.max_rows)
    if previous is not None:
        yield from _against(table, spec, previous)


def _against(table: Table, spec: TableSpec, previous: Table) -> Iterator[Finding]:
    rows, before, expect = len(table.frame), len(previous.frame), spec.expect
    if rows < before * (1 - expect.max_shrink):
        sources = {"source": _sources(table), "earlier": _sources(previous)}
        yield _finding("volume-shrank", table, Severity.ERROR, rows=rows, before=before, **sources)
    if expect.max_growth is not None and rows > before * (1 + expect.max_growth):
        yield _finding("volume-grew", table, Severity.ERROR, rows=rows, before=before)
    for column in [name for name in table.frame if name not in previous.frame]:
        yield _finding("column-appeared", table, Severity.WARNING, column=str(column))
    for column in [name for name in previous.frame if name not in table.frame]:
        yield _finding("column-vanished", table, Severity.WARNING, column=str(column))
    for column in [name for name in previous.frame if name in table.frame]:
        if (previous.frame[column] != "").any() and not (table.frame[column] != "").any():
            yield _finding("column-emptied", table, Severity.ERROR, column=str(column))


def _sources(table: Table) -> str:
    """Sources of the rows; part of the hash tells versions of one address apart."""
    named = {f"{at.place.source or '?'} ({at.sha256[:8]})": None for at in table.origins}
    return ", ".join([*named][:3]) + (" …" if len(named) > 3 else "") or "–"


def _graded(
    findings: tuple[Finding, ...], held: Mapping[str, frozenset[int]]
) -> tuple[Finding, ...]:
    """An error of a row that was held back no longer stands against what is published."""
    return tuple(
        replace(finding, severity=Severity.WARNING)
        if finding.row in held.get(finding.table or "", frozenset())
        and finding.severity is Severity.ERROR
        else finding
        for finding in findings
    )


def _finding(code: str, table: Table, severity: Severity, **details: str | int) -> Finding:
    return Finding(
        code=code, severity=severity, table=table.name, details={"table": table.name, **details}
    )


def _named(candidate: Candidate, name: str) -> Table:
    return next(table for table in candidate.tables if table.name == name)


def _rows_of(table: Table, rows: frozenset[int]) -> Table:
    """The rows of those numbers, counted from 1."""
    positions = sorted(number - 1 for number in rows)
    return replace(
        table,
        frame=table.frame.iloc[positions].reset_index(drop=True),
        origins=tuple(table.origins[position] for position in positions),
    )


def _with_missing_rows(table: Table, spec: TableSpec, previous: Table) -> Table:
    present = set(_keys(table.frame, spec.key))
    stay = [
        position
        for position, key in enumerate(_keys(previous.frame, spec.key))
        if key not in present
    ]
    older = previous.frame.iloc[stay].reindex(columns=table.frame.columns, fill_value="")
    return replace(
        table,
        frame=pd.concat([table.frame, older], ignore_index=True),
        origins=table.origins + tuple(previous.origins[position] for position in stay),
    )


def _in_order(table: Table, key: tuple[str, ...]) -> Table:
    """Rows by columns, numbers in them by value: 16-2 before 16-10, whatever the page did."""
    keys = _keys(table.frame, key)
    order = sorted(
        range(len(keys)), key=lambda position: [_natural(part) for part in keys[position]]
    )
    return replace(
        table,
        frame=table.frame.iloc[order].reset_index(drop=True),
        origins=tuple(table.origins[position] for position in order),
    )


def _keys(frame: pd.DataFrame, key: tuple[str, ...]) -> list[tuple[str, ...]]:
    columns = [frame[name] if name in frame else pd.Series("", index=frame.index) for name in key]
    return list(zip(*columns, strict=True))


def _natural(text: str) -> list[tuple[int, int, str]]:
    parts = _DIGITS.split(text)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]
