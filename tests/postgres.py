"""A real PostgreSQL, started for the tests and thrown away: Debian's programs, a folder of its own.

It listens on a Unix socket only, so there is no port to collide with, and never runs as root.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

USER = "postgres"
FRESH = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
FRESH = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"
INSTALL = "apt-get install -y --no-install-recommends postgresql"

_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A running server."""

    programs: Path
    socket: Path

    def new_database(self) -> str:
        """The address of a database that nobody has used."""
        name = f"ledger_{next(_numbers)}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://{USER}@/{name}?host={self.socket}"

    def execute(self, url: str, statement: str) -> list[tuple[object, ...]]:
        """Ask a database directly."""
        with psycopg.connect(self._dsn(name_of(url)), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _dsn(self, name: str) -> str:
        return f"host={self.socket} user={USER} dbname={name}"


def name_of(url: str) -> str:
    """The name of the database in an address."""
    return url.partition("@/")[2].partition("?")[0]


def run_as_user(*order: str | Path) -> None:
    """Run a program as the owner of the cluster: PostgreSQL refuses to run as root."""
    root = os.geteuid() == 0
    done = subprocess.run(
        [str(part) for part in order],
        user=USER if root else None,
        group=pwd.getpwnam(USER).pw_gid if root else None,
        extra_groups=[] if root else None,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{order[0]}: {done.stderr or done.stdout}"


def programs() -> Path:
    """The folder of Debian's newest PostgreSQL."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parents[1].name),
    )
    if not found:
        pytest.fail(f"the tests need PostgreSQL; on Debian or Ubuntu: sudo {INSTALL}")
    return found[-1].parent


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A server for all tests; each takes a database of its own."""
    folder = programs()
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, USER)
    data = home / "data"
    options = f"-k {home} -c listen_addresses= {QUICK}"
    try:
        run_as_user(folder / "initdb", "-D", data, "-U", USER, *FRESH)
        run_as_user(folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
        yield Cluster(programs=folder, socket=home)
        run_as_user(folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)
