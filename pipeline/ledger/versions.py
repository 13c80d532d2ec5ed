"""Snapshots, and the versions that were made from them."""

from collections.abc import Iterable

from sqlalchemy import Insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from pipeline.ledger.tables import Base, SnapshotRow, VersionRow, VersionSnapshotRow
from pipeline.ledger.values import Run, Version
from pipeline.model import Release, Snapshot


def insert_new(session: Session, table: type[Base], **values: object) -> Insert:
    """An insert that does nothing where an equal row is there already, in either database."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).values(**values).on_conflict_do_nothing()


def record_snapshots(
    session: Session, run: Run, dataset: str, snapshots: Iterable[Snapshot]
) -> None:
    """Note what was fetched; a snapshot that is known stays with the run that fetched it first."""
    for snapshot in snapshots:
        session.execute(
            insert_new(
                session,
                SnapshotRow,
                run_id=run.id,
                dataset=dataset,
                address=snapshot.address,
                sha256=snapshot.sha256,
                size=snapshot.size,
                media_type=snapshot.media_type,
                fetched_at=snapshot.fetched_at,
                etag=snapshot.etag,
                last_modified=snapshot.last_modified,
            )
        )


def latest_snapshot(session: Session, address: str, since: int) -> Snapshot | None:
    """What was fetched last from an address, by this run or one after it."""
    row = session.scalars(
        select(SnapshotRow)
        .where(SnapshotRow.address == address, SnapshotRow.run_id >= since)
        .order_by(SnapshotRow.id.desc())
        .limit(1)
    ).first()
    return _snapshot(row) if row else None


def record_version(session: Session, run: Run, release: Release) -> None:
    """Note a release, unless it is the latest of its dataset already.

    The log keeps the order: after A, B and a return to A the latest is A again.
    """
    latest = _latest(session, release.dataset)
    if latest and (latest.version, latest.fingerprint) == (release.version, release.fingerprint):
        return
    record_snapshots(session, run, release.dataset, release.snapshots)
    number = session.scalar(
        insert_new(
            session,
            VersionRow,
            run_id=run.id,
            dataset=release.dataset,
            version=release.version,
            fingerprint=release.fingerprint,
            first_released_at=release.first_released_at,
            released_at=release.released_at,
            actual_on=release.actual_on,
            masked=dict(release.masked),
            rows={table.name: len(table.frame) for table in release.tables},
        ).returning(VersionRow.id)
    )
    if number is not None:
        _link(session, number, release)


def latest_version(session: Session, dataset: str) -> Version | None:
    """What was released last."""
    row = _latest(session, dataset)
    return _version(session, row) if row else None


def version_of(session: Session, dataset: str, version: str) -> Version | None:
    """A version of a dataset, as it was released last."""
    row = session.scalars(
        select(VersionRow)
        .where(VersionRow.dataset == dataset, VersionRow.version == version)
        .order_by(VersionRow.id.desc())
        .limit(1)
    ).first()
    return _version(session, row) if row else None


def versions_of(session: Session, dataset: str) -> tuple[Version, ...]:
    """The whole log of a dataset, the newest first."""
    rows = session.scalars(
        select(VersionRow).where(VersionRow.dataset == dataset).order_by(VersionRow.id.desc())
    )
    return tuple(_version(session, row) for row in rows)


def _latest(session: Session, dataset: str) -> VersionRow | None:
    return session.scalars(
        select(VersionRow)
        .where(VersionRow.dataset == dataset)
        .order_by(VersionRow.id.desc())
        .limit(1)
    ).first()


def _link(session: Session, number: int, release: Release) -> None:
    for position, snapshot in enumerate(release.snapshots):
        kept = session.scalars(
            select(SnapshotRow.id).where(
                SnapshotRow.dataset == release.dataset,
                SnapshotRow.address == snapshot.address,
                SnapshotRow.sha256 == snapshot.sha256,
                SnapshotRow.fetched_at == snapshot.fetched_at,
                SnapshotRow.media_type == snapshot.media_type,
            )
        ).one()
        session.add(VersionSnapshotRow(version_id=number, position=position, snapshot_id=kept))


def _version(session: Session, row: VersionRow) -> Version:
    snapshots = session.scalars(
        select(SnapshotRow)
        .join(VersionSnapshotRow, VersionSnapshotRow.snapshot_id == SnapshotRow.id)
        .where(VersionSnapshotRow.version_id == row.id)
        .order_by(VersionSnapshotRow.position)
    )
    return Version(
        dataset=row.dataset,
        version=row.version,
        fingerprint=row.fingerprint,
        first_released_at=row.first_released_at,
        released_at=row.released_at,
        actual_on=row.actual_on,
        masked=row.masked,
        rows=row.rows,
        snapshots=tuple(map(_snapshot, snapshots)),
    )


def _snapshot(row: SnapshotRow) -> Snapshot:
    return Snapshot(
        address=row.address,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        fetched_at=row.fetched_at,
        etag=row.etag,
        last_modified=row.last_modified,
    )
