"""Plans that wait for a person, and what persons said of them."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pipeline.ledger.tables import ApprovalRow
from pipeline.ledger.values import Asked, Run


def ask(session: Session, run: Run, asked: Asked) -> None:
    """Note that a plan waits."""
    session.add(
        ApprovalRow(
            run_id=run.id,
            dataset=asked.dataset,
            target=asked.target,
            version=asked.version,
            digest=asked.digest,
            reasons=list(asked.reasons),
            asked_at=asked.asked_at,
            who="",
            why="",
            approved_at=None,
        )
    )


def latest(session: Session, dataset: str, target: str) -> Asked | None:
    """The plan of a dataset for a target that was asked about last."""
    row = session.scalars(
        select(ApprovalRow)
        .where(ApprovalRow.dataset == dataset, ApprovalRow.target == target)
        .order_by(ApprovalRow.id.desc())
        .limit(1)
    ).first()
    return _asked(row) if row else None


def unapproved(session: Session, dataset: str) -> frozenset[str]:
    """Versions that a person was asked about and never approved."""
    rows = session.execute(
        select(ApprovalRow.version, ApprovalRow.who).where(ApprovalRow.dataset == dataset)
    ).all()
    approved = {version for version, who in rows if who}
    return frozenset(version for version, _ in rows) - approved


def approve(session: Session, number: int, who: str, why: str, now: datetime) -> Asked:
    """Note who approved a plan that waits, and why."""
    session.execute(
        update(ApprovalRow)
        .where(ApprovalRow.id == number)
        .values(who=who, why=why, approved_at=now)
    )
    return _asked(session.get_one(ApprovalRow, number))


def _asked(row: ApprovalRow) -> Asked:
    return Asked(
        number=row.id,
        dataset=row.dataset,
        target=row.target,
        version=row.version,
        digest=row.digest,
        reasons=tuple(row.reasons),
        asked_at=row.asked_at,
        who=row.who,
        why=row.why,
        approved_at=row.approved_at,
    )
