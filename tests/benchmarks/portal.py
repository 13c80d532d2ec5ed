"""What a publication costs on a real portal, as ratios within one run.

    python -m tests.benchmarks.portal [rows]

A portal of its own is started. Against each other stand: the fastest way to load a table that the
API offers here (batches and connections are tried), the pipeline's first load, and a change of a
hundred rows: plan, apply and read-back, workbooks aside.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from pipeline.errors import SourceError
from pipeline.model import Release
from pipeline.publishing.ckan.connection import Portal as Connection
from pipeline.publishing.ckan.rows import batches
from pipeline.publishing.ckan.tables import records, shape_of
from pipeline.publishing.ckan.target import CkanTarget
from pipeline.publishing.passport import Passport
from tests.benchmarks import acts
from tests.benchmarks.desk import Desk
from tests.portal.install import cache, install
from tests.portal.portal import Portal
from tests.portal.servers import Servers
from tests.portal.website import PLAIN, Website

OLD, NEW = "000000000001", "000000000002"
CHANGED, SAMPLE, TURNS = 100, 20_000, 3
TRIES = ((1, 250), (1, 1000), (1, 5000), (2, 500), (2, 1000), (2, 2000), (2, 5000), (4, 2000))


@contextmanager
def running() -> Iterator[Portal]:
    """A portal of our own, thrown away afterwards."""
    servers = Servers(state=Path(tempfile.mkdtemp(prefix="portal-")), cache=cache())
    website = Website(servers=servers, profile=PLAIN)
    try:
        install(servers.cache, print)
        servers.start([PLAIN.name])
        website.start()
        yield Portal(website=website)
    finally:
        website.stop()
        servers.stop()
        shutil.rmtree(servers.home, ignore_errors=True)
        shutil.rmtree(servers.state, ignore_errors=True)


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    begun = time.monotonic()
    work()
    return time.monotonic() - begun


def raw_load(portal: Portal, name: str, rows: int, connections: int, size: int) -> float:
    """Rows a second of a plain loop over `datastore_upsert`, without anything of ours around it."""
    shape = shape_of(acts.CARD)
    owner = {"name": name, "title": name, "notes": name, "owner_org": "lysychansk"}
    package = portal.publisher.action("package_create", **owner, private=True)
    made = portal.publisher.action(
        "datastore_create",
        resource={"package_id": package["id"], "name": "Acts"},
        fields=[column.described() for column in shape.columns],
        primary_key=list(shape.key),
    )
    api = Connection(portal.url, portal.token, time.sleep)
    made_ready = records(acts.rows(rows), shape)

    def insert(batch: list[Any]) -> None:
        data = {
            "resource_id": made["resource_id"],
            "method": "insert",
            "records": batch,
            "calculate_record_count": False,
        }
        # CKAN 2.12 may answer 500 behind a batch that it has written: a job of its own that it
        # wants to put off has ended in that moment (`_cancel_patch_resource_last_modified`).
        with suppress(SourceError):
            api.call("datastore_upsert", data)

    def load() -> None:
        with ThreadPoolExecutor(connections) as pool:
            list(pool.map(insert, batches(made_ready, size)))

    speed = rows / timed(load)
    told = api.read("datastore_search", resource_id=made["resource_id"], limit=0)
    assert told["total"] == rows, told
    portal.sysadmin.action("dataset_purge", id=package["id"])
    return speed


def main() -> None:
    """Measure and tell."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with running() as portal, tempfile.TemporaryDirectory() as folder:
        speeds = {
            tried: raw_load(portal, f"raw-{number}", SAMPLE, *tried)
            for number, tried in enumerate(TRIES)
        }
        for (connections, size), speed in speeds.items():
            _say(f"raw API: {connections} connections, {size} rows a batch: {speed:.0f} rows/s")
        fastest = max(speeds, key=lambda tried: speeds[tried])
        raw = rows / raw_load(portal, "raw", rows, *fastest)
        desk = Desk(portal.url, portal.token, Path(folder), "acts")
        old, new = acts.release(rows, OLD), acts.release(rows, NEW, CHANGED)
        for kept in (old, new):
            desk.keep(kept)
        begun = time.monotonic()
        done = _applied(desk, old)
        load = time.monotonic() - begun
        _read_back(desk, old, *done)
        first = time.monotonic() - begun
        turns = [timed(partial(_published, desk, one)) for one in (new, old) * TURNS]
        change = median(turns)
        # Once before and once after: the machine itself is not as fast at one time as at another.
        raw = (raw + rows / raw_load(portal, "raw-again", rows, *fastest)) / 2
    _say(f"raw API, {fastest[0]} connections, {fastest[1]} a batch: {raw:.1f} s for {rows} rows")
    _say(f"first load: {load:.1f} s = {load / raw:.2f} of the raw load")
    _say(f"read back whole besides: {first:.1f} s = {first / raw:.2f} of the raw load")
    ratios = f"1/{raw / change:.0f} of the raw load, 1/{first / change:.0f} of the publication"
    said = ", ".join(f"{turn:.2f}" for turn in turns)
    _say(f"{CHANGED} rows changed: {change:.2f} s (median of {said}) = {ratios}")


def _published(desk: Desk, release: Release) -> None:
    """Plan, apply, read back; keeping is not the portal's business."""
    _read_back(desk, release, *_applied(desk, release))


def _applied(desk: Desk, release: Release) -> tuple[CkanTarget, Passport]:
    target, passport = desk.target(), replace(acts.passport(), modified=datetime.now(UTC))
    target.apply(target.plan(release, passport), release, passport)
    return target, passport


def _read_back(desk: Desk, release: Release, target: CkanTarget, passport: Passport) -> None:
    desk.last = target.read_back(release, passport, whole=False)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
