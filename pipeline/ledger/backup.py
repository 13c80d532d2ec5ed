"""Backup and restore of an SQLite ledger; PostgreSQL has pg_dump (docs/backup.md)."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL

from pipeline.errors import ConfigurationError, MachineError
from pipeline.ledger.faults import sqlite_code
from pipeline.ledger.opening import address, is_sqlite, shown, sqlite_file


def backup(url: str, file: Path) -> None:
    """Copy the ledger into a file while it may be in use.

    Args:
        url: of the ledger.
        file: the copy; one that is there is replaced once the new one is whole.

    Raises:
        ConfigurationError: the ledger is not SQLite.
        MachineError: it is absent or damaged, or the copy cannot be written.
    """
    source = _file(address(url))
    with _faults(source, file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with _copied(source, file) as part:
            part.replace(file)
        _sync(file.parent)


def restore(file: Path, url: str) -> None:
    """Put a copy in the place of the ledger; only under the lock of the home.

    What stood there is kept beside it as `<name>.before-restore`.

    Args:
        file: a copy that `backup` made.
        url: of the ledger.

    Raises:
        ConfigurationError: the ledger is not SQLite.
        MachineError: the copy is absent, damaged or no ledger; then nothing is touched.
    """
    target = _file(address(url))
    with _faults(file, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _copied(file, target) as part:
            _put_aside(target)
            part.replace(target)
        _sync(target.parent)


def _file(url: URL) -> Path:
    file = sqlite_file(url)
    if not is_sqlite(url) or file is None:
        raise ConfigurationError("ledger-has-its-own-backup", ledger=shown(url))
    return file


@contextmanager
def _copied(source: Path, final: Path) -> Iterator[Path]:
    """A whole copy beside its final place; what is not moved there is removed."""
    if not source.is_file():
        raise MachineError("ledger-is-absent", ledger=str(source))
    part = final.with_name(f".{final.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(_reading(source)) as reading, closing(sqlite3.connect(part)) as writing:
            reading.backup(writing)
            # One file, without the two that write-ahead logging keeps beside it.
            writing.execute("PRAGMA journal_mode = DELETE")
            _check(writing, source)
        _sync(part)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise MachineError("ledger-is-damaged", ledger=str(source))
    tables = copy.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('alembic_version', 'runs')"
    ).fetchone()
    if tables != (2,):
        raise MachineError("ledger-is-foreign", ledger=str(source), tables="-")


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _put_aside(target: Path) -> None:
    # The old write-ahead log must not be read into the restored file.
    for ending in ("", "-wal", "-shm"):
        old = target.with_name(f"{target.name}{ending}")
        kept = target.with_name(f"{target.name}.before-restore{ending}")
        kept.unlink(missing_ok=True)
        if old.exists():
            shutil.copy2(old, kept)
    for ending in ("-wal", "-shm"):
        target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _faults(source: Path, final: Path) -> Iterator[None]:
    both = f"{source} → {final}"
    try:
        yield
    except sqlite3.Error as error:
        raise MachineError(sqlite_code(error), ledger=both) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError("ledger-cannot-be-copied", ledger=both, reason=reason) from error
