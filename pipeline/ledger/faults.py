"""What a database says when it cannot, in the words of the project."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from pipeline.errors import MachineError

# https://www.sqlite.org/rescode.html, primary codes.
_SQLITE = {
    sqlite3.SQLITE_FULL: "ledger-disk-is-full",
    sqlite3.SQLITE_CORRUPT: "ledger-is-damaged",
    sqlite3.SQLITE_NOTADB: "ledger-is-damaged",
    sqlite3.SQLITE_PERM: "ledger-is-forbidden",
    sqlite3.SQLITE_READONLY: "ledger-is-forbidden",
    sqlite3.SQLITE_CANTOPEN: "ledger-is-forbidden",
    sqlite3.SQLITE_BUSY: "ledger-is-busy",
    sqlite3.SQLITE_LOCKED: "ledger-is-busy",
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL = {
    "53100": "ledger-disk-is-full",
    "42501": "ledger-is-forbidden",
    "25006": "ledger-is-forbidden",
    "55P03": "ledger-is-busy",
    "XX001": "ledger-is-damaged",
    "XX002": "ledger-is-damaged",
}


@contextmanager
def translated(ledger: str) -> Iterator[None]:
    """Turn what the database refuses into a `MachineError`.

    Args:
        ledger: its address without the password.

    Raises:
        MachineError: the ledger is damaged, full, forbidden, busy or out of reach.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise MachineError(_code(error), ledger=ledger) from error


def sqlite_code(error: sqlite3.Error) -> str:
    """The code of the project for what SQLite says."""
    # Errors of the driver itself, such as a closed connection, carry no code of SQLite.
    number: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return _SQLITE.get(number & 0xFF, "ledger-is-unusable")


def _code(error: DBAPIError) -> str:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return sqlite_code(original)
    state = getattr(original, "sqlstate", None)
    # A connection that is refused, for whatever reason, comes without a state.
    return _POSTGRESQL.get(state, "ledger-is-unusable") if state else "ledger-is-unreachable"
