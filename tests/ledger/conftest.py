"""The ledger on both databases, and values to note in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from pipeline.ledger import Ledger
from pipeline.ledger.tables import Base as Tables
from pipeline.model import (
    Action,
    Change,
    Finding,
    Origin,
    Place,
    Plan,
    PublishedFile,
    Receipt,
    Release,
    Severity,
    Snapshot,
    Table,
)
from tests.postgres import Cluster

START = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


class Clock:
    """Each look is a second later."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(frozen=True, kw_only=True)
class Base:
    """A database for a ledger, and a way to look into it past the ledger."""

    url: str
    ask: Callable[[str], list[tuple[object, ...]]]

    def open(self) -> Ledger:
        return Ledger.open(self.url, Clock())


def ask_sqlite(file: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


@pytest.fixture
def sqlite(tmp_path: Path) -> Base:
    file = tmp_path / "home" / "ledger.sqlite"
    return Base(url=f"sqlite:///{file}", ask=lambda statement: ask_sqlite(file, statement))


@pytest.fixture
def postgres(postgresql: Cluster) -> Base:
    url = postgresql.new_database()
    return Base(url=url, ask=lambda statement: postgresql.execute(url, statement))


@pytest.fixture(params=["sqlite", "postgres"])
def base(request: pytest.FixtureRequest) -> Base:
    """One after another: SQLite, PostgreSQL."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Base)
    return found


@pytest.fixture(scope="session")
def lasting(postgresql: Cluster) -> Base:
    """One ledger on PostgreSQL for many tests: emptying it is quicker than making it."""
    url = postgresql.new_database()
    Ledger.open(url, Clock()).__exit__(None, None, None)
    return Base(url=url, ask=lambda statement: postgresql.execute(url, statement))


@pytest.fixture
def emptied(lasting: Base) -> Base:
    tables = ", ".join(Tables.metadata.tables)
    lasting.ask(f"TRUNCATE {tables} RESTART IDENTITY")
    return lasting


def snapshot(address: str = "https://rada.example/a.csv", **changes: object) -> Snapshot:
    given: dict[str, object] = {
        "address": address,
        "sha256": "a" * 64,
        "size": 5_000_000_000,
        "media_type": "text/csv",
        "fetched_at": START,
        "etag": '"1"',
        "last_modified": None,
    }
    return Snapshot(**{**given, **changes})  # type: ignore[arg-type]  # changes are named by field


def release(version: str = "0123456789ab", **changes: object) -> Release:
    frame = pd.DataFrame([{"number": "16-1/VIII"}, {"number": "16-2/VIII"}], dtype=str)
    origins = (Origin(sha256="a" * 64, place=Place(line=1)),) * 2
    given: dict[str, object] = {
        "dataset": "council-decisions",
        "version": version,
        "fingerprint": "f" * 64,
        "snapshots": (snapshot(), snapshot("page.html", sha256="b" * 64, etag=None)),
        "tables": (Table(schema="835-2019/Legislation/LegalActs", frame=frame, origins=origins),),
        "quarantine": (),
        "findings": (),
        "masked": {"citizen": 3},
        "actual_on": date(2026, 11, 20),
        "first_released_at": START,
        "released_at": START + timedelta(hours=1),
    }
    return Release(**{**given, **changes})  # type: ignore[arg-type]  # changes are named by field


def receipt(**changes: object) -> Receipt:
    given: dict[str, object] = {
        "dataset": "council-decisions",
        "target": "site",
        "version": "0123456789ab",
        "fingerprint": "f" * 64,
        "address": "https://data.example/council-decisions/",
        "files": (PublishedFile(path="LegalActs.csv", sha256="c" * 64, size=3_000_000_000),),
        "rows": {"LegalActs": 2},
        "masked": {"citizen": 3},
        "read_back_at": START,
    }
    return Receipt(**{**given, **changes})  # type: ignore[arg-type]  # changes are named by field


def plan(**changes: object) -> Plan:
    given: dict[str, object] = {
        "dataset": "council-decisions",
        "target": "site",
        "version": "0123456789ab",
        "base": "",
        "changes": (
            Change(
                action=Action.ADD, subject="rows", name="LegalActs", count=2, samples=("1", "2")
            ),
            Change(action=Action.CHANGE, subject="passport", name="назва"),
        ),
    }
    return Plan(**{**given, **changes})  # type: ignore[arg-type]  # changes are named by field


def finding(**changes: object) -> Finding:
    given: dict[str, object] = {
        "code": "edrpou-check-digit",
        "severity": Severity.ERROR,
        "place": Place(source="a.xlsx", sheet="Аркуш 1", cell="D17", line=17, element="p[1]"),
        "table": "PartyBranches",
        "row": 16,
        "field": "edrpou",
        "value": "ТАЄМНИЦЯ",
        "details": {"count": 2, "name": "назва"},
    }
    return Finding(**{**given, **changes})  # type: ignore[arg-type]  # changes are named by field
