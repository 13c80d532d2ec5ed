"""The tables of the ledger, as SQLAlchemy maps them; migrations/ makes them.

Cells of sources are never kept here: a finding comes without the value it quotes.
"""

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite has no zones, so the zone is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone, bring the others to UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment in the ledger needs a time zone")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give back UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        str: Text,
        int: Integer,
        datetime: Moment,
        dict[str, int]: JSON,
        dict[str, str | int]: JSON,
        dict[str, object]: JSON,
        list[str]: JSON,
        list[dict[str, str | int]]: JSON,
    }


class RunRow(Base):
    """One call of the command."""

    __tablename__ = "runs"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    command: Mapped[str]
    whole_night: Mapped[bool]
    pipeline_version: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    progress: Mapped[str]
    exit_code: Mapped[int | None]


class StageRow(Base):
    """One step of a run, for one dataset."""

    __tablename__ = "stages"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), index=True)
    dataset: Mapped[str]
    stage: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    progress: Mapped[str]
    error: Mapped[str | None]
    details: Mapped[dict[str, str | int]]


class SnapshotRow(Base):
    """Raw bytes as fetched; the run is the first that did."""

    __tablename__ = "snapshots"
    __table_args__ = (
        UniqueConstraint("dataset", "address", "sha256", "fetched_at", "media_type"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    address: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str]
    fetched_at: Mapped[datetime]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]


class VersionRow(Base):
    """A log of what was released: each row differs from the one before it of the same dataset."""

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("dataset", "version", "fingerprint", "released_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    version: Mapped[str]
    fingerprint: Mapped[str]
    first_released_at: Mapped[datetime]
    released_at: Mapped[datetime]
    actual_on: Mapped[date | None]
    masked: Mapped[dict[str, int]]
    rows: Mapped[dict[str, int]]


class VersionSnapshotRow(Base):
    """Which snapshots a version was made from, in order."""

    __tablename__ = "version_snapshots"

    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshots.id"))


class InspectionRow(Base):
    """The findings of one run on one dataset, under the digest of all of them together."""

    __tablename__ = "inspections"
    __table_args__ = (
        UniqueConstraint("run_id", "dataset"),
        Index("ix_inspections_dataset_id", "dataset", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    digest: Mapped[str]
    recorded_at: Mapped[datetime]


class FindingRow(Base):
    """One finding without its value; the same findings of the next night are not kept again."""

    __tablename__ = "findings"

    digest: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    severity: Mapped[str]
    source: Mapped[str | None]
    sheet: Mapped[str | None]
    cell: Mapped[str | None]
    line: Mapped[int | None]
    element: Mapped[str | None]
    table_name: Mapped[str | None]
    row_number: Mapped[int | None]
    field: Mapped[str | None]
    details: Mapped[dict[str, str | int]]


class PlanRow(Base):
    """Every change a publication was to make."""

    __tablename__ = "plans"
    __table_args__ = (
        Index("ix_plans_dataset_target_id", "dataset", "target", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    target: Mapped[str]
    version: Mapped[str]
    made_at: Mapped[datetime]
    plan: Mapped[dict[str, object]]


class ReceiptRow(Base):
    """Proof of what was published."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("dataset", "target", "version", "fingerprint", "read_back_at"),
        Index("ix_receipts_dataset_target_id", "dataset", "target", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    target: Mapped[str]
    version: Mapped[str]
    fingerprint: Mapped[str]
    address: Mapped[str]
    files: Mapped[list[dict[str, str | int]]]
    rows: Mapped[dict[str, int]]
    masked: Mapped[dict[str, int]]
    read_back_at: Mapped[datetime]
    standing: Mapped[dict[str, object]]
    whole_at: Mapped[datetime | None]


class ApprovalRow(Base):
    """A plan that waits for a person, and what the person said."""

    __tablename__ = "approvals"
    __table_args__ = (
        Index("ix_approvals_dataset_target_id", "dataset", "target", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    dataset: Mapped[str]
    target: Mapped[str]
    version: Mapped[str]
    digest: Mapped[str]
    reasons: Mapped[list[str]]
    asked_at: Mapped[datetime]
    who: Mapped[str]
    why: Mapped[str]
    approved_at: Mapped[datetime | None]
