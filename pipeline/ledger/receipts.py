"""Plans and receipts."""

from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pipeline.ledger.tables import PlanRow, ReceiptRow
from pipeline.ledger.values import Run
from pipeline.ledger.versions import insert_new
from pipeline.model import Action, Change, Plan, PublishedFile, Receipt


def record_plan(session: Session, run: Run, plan: Plan, now: datetime) -> None:
    """Note a plan, unless it is the latest of its dataset and target already."""
    if latest_plan(session, plan.dataset, plan.target) == plan:
        return
    session.add(
        PlanRow(
            run_id=run.id,
            dataset=plan.dataset,
            target=plan.target,
            version=plan.version,
            made_at=now,
            plan=asdict(plan),
        )
    )


def latest_plan(session: Session, dataset: str, target: str) -> Plan | None:
    """The plan that was made last."""
    row = session.scalars(
        select(PlanRow)
        .where(PlanRow.dataset == dataset, PlanRow.target == target)
        .order_by(PlanRow.id.desc())
        .limit(1)
    ).first()
    return _plan(row) if row else None


def record_receipt(session: Session, run: Run, receipt: Receipt) -> None:
    """Note a receipt; the very same one is noted once."""
    session.execute(
        insert_new(
            session,
            ReceiptRow,
            run_id=run.id,
            dataset=receipt.dataset,
            target=receipt.target,
            version=receipt.version,
            fingerprint=receipt.fingerprint,
            address=receipt.address,
            files=[asdict(file) for file in receipt.files],
            rows=dict(receipt.rows),
            masked=dict(receipt.masked),
            read_back_at=receipt.read_back_at,
            standing=dict(receipt.standing),
            whole_at=receipt.whole_at,
        )
    )


def receipts_of(session: Session, dataset: str, target: str) -> tuple[Receipt, ...]:
    """All receipts of a dataset on a target, the newest first."""
    rows = session.scalars(
        select(ReceiptRow)
        .where(ReceiptRow.dataset == dataset, ReceiptRow.target == target)
        .order_by(ReceiptRow.id.desc())
    )
    return tuple(map(_receipt, rows))


def latest_receipt(session: Session, dataset: str, target: str) -> Receipt | None:
    """What stands on a target, as far as was proved."""
    row = session.scalars(
        select(ReceiptRow)
        .where(ReceiptRow.dataset == dataset, ReceiptRow.target == target)
        .order_by(ReceiptRow.id.desc())
        .limit(1)
    ).first()
    return _receipt(row) if row else None


def receipts(session: Session) -> tuple[Receipt, ...]:
    """The latest receipt of each dataset on each target, in the order of their names."""
    latest = select(func.max(ReceiptRow.id)).group_by(ReceiptRow.dataset, ReceiptRow.target)
    rows = session.scalars(select(ReceiptRow).where(ReceiptRow.id.in_(latest)))
    return tuple(sorted(map(_receipt, rows), key=lambda item: (item.dataset, item.target)))


def _receipt(row: ReceiptRow) -> Receipt:
    return Receipt(
        dataset=row.dataset,
        target=row.target,
        version=row.version,
        fingerprint=row.fingerprint,
        address=row.address,
        files=tuple(map(_file, row.files)),
        rows=row.rows,
        masked=row.masked,
        read_back_at=row.read_back_at,
        standing=row.standing,
        whole_at=row.whole_at,
    )


def _file(kept: dict[str, str | int]) -> PublishedFile:
    return PublishedFile(path=str(kept["path"]), sha256=str(kept["sha256"]), size=int(kept["size"]))


def _plan(row: PlanRow) -> Plan:
    changes = cast(list[dict[str, str | int | list[str]]], row.plan["changes"])
    return Plan(
        dataset=row.dataset,
        target=row.target,
        version=row.version,
        base=str(row.plan["base"]),
        changes=tuple(map(_change, changes)),
    )


def _change(kept: dict[str, str | int | list[str]]) -> Change:
    return Change(
        action=Action(str(kept["action"])),
        subject=str(kept["subject"]),
        name=str(kept["name"]),
        count=cast(int, kept["count"]),
        samples=tuple(cast(list[str], kept["samples"])),
    )
