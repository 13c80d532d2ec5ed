"""Findings, without the values they quote."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from pipeline.ledger.tables import FindingRow, InspectionRow
from pipeline.ledger.values import Run
from pipeline.model import Finding, Place, Severity


def record(
    session: Session, run: Run, dataset: str, findings: Sequence[Finding], now: datetime
) -> None:
    """Note what a run found in a dataset, in the order given; a second time replaces the first."""
    public = [replace(finding, value=None) for finding in findings]
    digest = _digest(public)
    row = session.scalars(
        select(InspectionRow).where(
            InspectionRow.run_id == run.id, InspectionRow.dataset == dataset
        )
    ).first()
    if row is None:
        row = InspectionRow(run_id=run.id, dataset=dataset)
        session.add(row)
    row.digest, row.recorded_at = digest, now
    kept = select(FindingRow.digest).where(FindingRow.digest == digest).limit(1)
    if public and session.scalar(kept) is None:
        lines = [_line(digest, position, finding) for position, finding in enumerate(public)]
        session.execute(insert(FindingRow), lines)


def latest(session: Session, dataset: str) -> tuple[Finding, ...]:
    """The findings of the last run that looked at a dataset; none if it found nothing."""
    digest = session.scalar(
        select(InspectionRow.digest)
        .where(InspectionRow.dataset == dataset)
        .order_by(InspectionRow.id.desc())
        .limit(1)
    )
    rows = session.scalars(
        select(FindingRow).where(FindingRow.digest == digest).order_by(FindingRow.position)
    )
    return tuple(map(_finding, rows))


def _digest(findings: Sequence[Finding]) -> str:
    text = json.dumps([asdict(finding) for finding in findings], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _line(digest: str, position: int, finding: Finding) -> dict[str, object]:
    return {
        "digest": digest,
        "position": position,
        "code": finding.code,
        "severity": finding.severity,
        **asdict(finding.place),
        "table_name": finding.table,
        "row_number": finding.row,
        "field": finding.field,
        "details": dict(finding.details),
    }


def _finding(row: FindingRow) -> Finding:
    return Finding(
        code=row.code,
        severity=Severity(row.severity),
        place=Place(
            source=row.source,
            sheet=row.sheet,
            cell=row.cell,
            line=row.line,
            element=row.element,
        ),
        table=row.table_name,
        row=row.row_number,
        field=row.field,
        details=row.details,
    )
