"""Connecting to the ledger and bringing its tables up to date."""

import sqlite3
from importlib import resources
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from pipeline.errors import ConfigurationError, MachineError
from pipeline.ledger.faults import translated
from pipeline.ledger.tables import Base

PATIENCE = 30
"""Seconds to wait for another process that writes or migrates."""

_MIGRATION_LOCK = 835_2015
"""Any number, the same for all: key of the advisory lock of PostgreSQL."""

_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


def address(url: str) -> URL:
    """The parsed address, with the driver of the project for PostgreSQL.

    Raises:
        ConfigurationError: it is no SQLAlchemy URL, or of a database other than the two.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigurationError("ledger-url-is-refused") from error
    parsed = parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))
    known = parsed.get_backend_name() in ("sqlite", "postgresql")
    if not known or (is_sqlite(parsed) and sqlite_file(parsed) is None):
        raise ConfigurationError("ledger-url-is-refused")
    return parsed


def is_sqlite(url: URL) -> bool:
    """Whether the ledger is a file of SQLite."""
    return url.get_backend_name() == "sqlite"


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite ledger; None for a database in memory, which keeps nothing."""
    named = url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if named else None


def shown(url: URL) -> str:
    """The address for people, without its password."""
    return url.render_as_string(hide_password=True)


def connect(url: URL) -> Engine:
    """An engine with the settings that keep the ledger safe; nothing is opened yet.

    Raises:
        MachineError: the driver is not installed.
    """
    try:
        engine = create_engine(url, pool_pre_ping=not is_sqlite(url))
    except (ImportError, NoSuchModuleError) as error:
        raise MachineError("ledger-has-no-driver", ledger=shown(url)) from error
    if is_sqlite(url):
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def prepare(engine: Engine) -> None:
    """Make the tables, or bring them up to date, under a lock.

    Raises:
        MachineError: it is newer than this program, holds something else, or cannot be opened.
    """
    _make_folder(engine.url)
    with translated(shown(engine.url)):
        with engine.connect() as connection:
            if _revision(connection) == _scripts(connection).get_current_head():
                return
        # A writing transaction: in SQLite no other process writes while it lasts.
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                key = {"key": _MIGRATION_LOCK}
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), key)
            # Looked at under the lock: another process may have migrated while this one waited.
            _check(connection)
            command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """What alembic needs to run the migrations that are shipped with the package."""
    config = Config()
    folder = str(resources.files("pipeline") / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = Base.metadata
    return config


def _set_up_sqlite(opened: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection = cast(sqlite3.Connection, opened)
    # The driver must not begin by itself: `_begin_sqlite` does, see "SAVEPOINT support" in
    # https://docs.sqlalchemy.org/en/21/dialects/sqlite.html
    connection.isolation_level = None
    # First of all, so that processes that open a new ledger together wait for each other.
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")
    # FULL: a commit survives a power cut, not only a killed process.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A reader that later writes may fail at once with "database is locked"; a writer says so first.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_folder(url: URL) -> None:
    file = sqlite_file(url) if is_sqlite(url) else None
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError("ledger-is-forbidden", ledger=shown(url)) from error


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _scripts(connection: Connection) -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration(connection))


def _check(connection: Connection) -> None:
    ledger = shown(connection.engine.url)
    revision = _revision(connection)
    if revision is None:
        taken = set(inspect(connection).get_table_names()) & set(Base.metadata.tables)
        if taken:
            raise MachineError("ledger-is-foreign", ledger=ledger, tables=", ".join(sorted(taken)))
    elif revision not in {script.revision for script in _scripts(connection).walk_revisions()}:
        raise MachineError("ledger-is-newer", ledger=ledger, revision=revision)
