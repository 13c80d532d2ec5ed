"""What stands behind a portal: PostgreSQL, Redis and Solr, one of each for all profiles."""

import json
import os
import shutil
import socket
import tempfile
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests import postgres
from tests.portal import processes
from tests.portal.install import HERE, packages

ROLES = ("ckan", "datastore_reader")
NEW_ROLE = "DO $$ BEGIN CREATE ROLE {} LOGIN; EXCEPTION WHEN duplicate_object THEN END $$"
LONGEST_SOCKET = 90  # bytes; Linux takes 107, the name of the socket included


@dataclass(frozen=True, kw_only=True)
class Servers:
    """The servers of one state folder."""

    state: Path
    cache: Path

    @property
    def home(self) -> Path:
        """Where PostgreSQL and the sockets are: `postgres` itself must get there."""
        return (self.state / "servers").resolve()

    @property
    def solr_port(self) -> int:
        return int((self.state / "solr.port").read_text(encoding="utf-8"))

    def start(self, cores: Iterable[str]) -> None:
        """Start whatever does not run yet."""
        self.state.mkdir(parents=True, exist_ok=True)
        _make_home(self.state / "servers")
        self._prepare_solr(cores)
        self._launch_solr()  # the slowest goes first
        self._start_postgresql()
        self._start_redis()
        self._wait_for_solr()

    def stop(self) -> None:
        """Stop all of them."""
        self.stop_solr()
        processes.stop(self.state, "redis")
        if self._postgresql_answers():
            self._pg_ctl("-m", "fast", "stop")

    # PostgreSQL

    def execute(self, database: str, statement: str) -> None:
        """Say something to a database, as its superuser."""
        cluster = postgres.Cluster(programs=postgres.programs(), socket=self.home)
        cluster.execute(f"postgresql://{postgres.USER}@/{database}", statement)

    def address(self, database: str, role: str = "ckan") -> str:
        """The address of a database, for CKAN."""
        return f"postgresql://{role}@/{database}?host={self.home}"

    def copy(self, source: str, target: str) -> None:
        """Make a database anew from another one, whoever is connected to it."""
        self.execute("postgres", f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        self.execute("postgres", f"CREATE DATABASE {target} OWNER ckan TEMPLATE {source}")

    def _start_postgresql(self) -> None:
        data = self.home / "data"
        if not data.exists():
            postgres.run_as_user(
                postgres.programs() / "initdb", "-D", data, "-U", postgres.USER, *postgres.FRESH
            )
        if self._postgresql_answers():
            return
        options = f"-k {self.home} -c listen_addresses= {postgres.QUICK}"
        self._pg_ctl("-w", "-l", self.home / "postgresql.log", "-o", options, "start")
        for role in ROLES:
            self.execute("postgres", NEW_ROLE.format(role))

    def _postgresql_answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.home / ".s.PGSQL.5432")) == 0

    def _pg_ctl(self, *words: str | Path) -> None:
        postgres.run_as_user(postgres.programs() / "pg_ctl", "-D", self.home / "data", *words)

    # Redis

    def redis(self, number: int) -> str:
        """The address of a database of Redis, for CKAN."""
        return f"unix://{self.home}/redis?db={number}"

    def empty_redis(self, number: int) -> None:
        """Forget the jobs of a portal."""
        processes.run(["redis-cli", "-s", self.home / "redis", "-n", str(number), "flushdb"])

    def _start_redis(self) -> None:
        if processes.running(self.state, "redis"):
            return
        place = self.home / "redis"
        words = ["--port", "0", "--unixsocket", place, "--dir", self.state, "--save", ""]
        processes.launch(self.state, "redis", ["redis-server", *words])
        processes.wait(self.state, "redis", place.exists)

    # Solr

    def _prepare_solr(self, cores: Iterable[str]) -> None:
        """Lay out a home with a core a portal."""
        home = self.state / "solr"
        home.mkdir(exist_ok=True)
        (home / "solr.xml").write_text("<solr/>", encoding="utf-8")
        for name in cores:
            conf = home / name / "conf"
            conf.mkdir(parents=True, exist_ok=True)
            (home / name / "core.properties").write_text(f"name={name}\n", encoding="utf-8")
            shutil.copy(packages(self.cache) / "ckan" / "config" / "solr" / "schema.xml", conf)
            shutil.copy(HERE / "solr" / "solrconfig.xml", conf)
            for empty in ("protwords.txt", "synonyms.txt"):
                (conf / empty).touch()

    def core(self, name: str) -> str:
        """The address of a core of Solr."""
        return f"http://127.0.0.1:{self.solr_port}/solr/{name}"

    def start_solr(self) -> None:
        """Start the search index again; it comes back with what it knew."""
        self._launch_solr()
        self._wait_for_solr()

    def _launch_solr(self) -> None:
        if processes.running(self.state, "solr"):
            return
        port = processes.port(self.state / "solr.port")
        words = [
            "java",
            "-Xmx512m",
            "-cp",
            f"{self.cache / 'solr'}/*",
            HERE / "solr/SolrServer.java",
        ]
        processes.launch(self.state, "solr", [*words, self.state / "solr", str(port)])

    def _wait_for_solr(self) -> None:
        processes.wait(self.state, "solr", self._solr_answers)

    def stop_solr(self) -> None:
        """Stop the search index, as it would fail in life."""
        processes.stop(self.state, "solr")

    def empty_solr(self, core: str) -> None:
        """Forget every dataset of a core."""
        body = json.dumps({"delete": {"query": "*:*"}}).encode()
        ask(f"{self.core(core)}/update?commit=true", body)

    def _solr_answers(self) -> bool:
        try:
            names = [path.parent.name for path in (self.state / "solr").glob("*/core.properties")]
            return all(ask(f"{self.core(name)}/select?q=*:*&rows=0") for name in names)
        except OSError:
            return False


def ask(address: str, body: bytes | None = None) -> bytes:
    """Ask one of our own servers, past any proxy of the machine."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        address, data=body, headers={"Content-Type": "application/json"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=30) as answer:
        return bytes(answer.read())


def _make_home(link: Path) -> None:
    """Make the folder of PostgreSQL, elsewhere if `postgres` could not reach it here.

    Below /root it could not; and the name of a socket has a limit.
    """
    if link.exists():
        return
    reachable = os.geteuid() != 0 or all(path.stat().st_mode & 1 for path in link.parents)
    if reachable and len(bytes(link)) < LONGEST_SOCKET:
        link.mkdir(mode=0o700)
    else:
        link.unlink(missing_ok=True)
        link.symlink_to(tempfile.mkdtemp(prefix="portal-", dir="/var/tmp"))
    if os.geteuid() == 0:
        shutil.chown(link, postgres.USER)
