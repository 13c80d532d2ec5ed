"""Pages to rows: the same rows on one core and on several, whatever is on a page."""

import os
import signal
import subprocess
import sys
import time
from multiprocessing import parent_process
from pathlib import Path

import pytest

from pipeline import messages, pages
from pipeline.errors import MachineError, SourceError
from pipeline.model import Snapshot
from pipeline.page_reading import Reading
from pipeline.pages import ALONE, extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.sources.snapshots import SnapshotStore
from tests.benchmarks.pages import html
from tests.pages import snapshot_of

READING = Reading(
    options=PageOptions(), shape=PageShape(), parameters=DecisionsParameters(kind="рішення")
)


def kept(count: int) -> tuple[list[Snapshot], dict[str, bytes]]:
    data = [html(number, links=3) for number in range(count)]
    snapshots = [
        snapshot_of(one, f"https://rada.example/news/{number}/") for number, one in enumerate(data)
    ]
    return snapshots, {snapshot.sha256: one for snapshot, one in zip(snapshots, data, strict=True)}


@pytest.mark.slow
def test_several_processes_give_the_same_rows_in_the_same_order() -> None:
    snapshots, data = kept(ALONE + 5)
    alone = extract(snapshots, data.__getitem__, READING, cores=1)
    together = extract(snapshots, data.__getitem__, READING, cores=2)
    assert len(alone.tables[0].frame) > ALONE
    assert together.tables[0].frame.equals(alone.tables[0].frame)
    assert together.tables[0].origins == alone.tables[0].origins
    assert together.findings == alone.findings
    assert together.actual_on == alone.actual_on


def test_rows_in_findings_are_those_of_the_whole_table() -> None:
    snapshots, data = kept(3)
    bare = "<html><body><main><p><a href='/1'>Про план</a></p></main></body></html>".encode()
    snapshots.append(snapshot_of(bare))
    found = extract(snapshots, {**data, snapshots[-1].sha256: bare}.__getitem__, READING)
    rows = [finding.row for finding in found.findings if finding.code == "act-without-number"]
    assert rows == [len(found.tables[0].frame)]


@pytest.mark.slow
def test_an_error_of_another_process_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ALONE", 1)
    snapshots, data = kept(2)
    broken = snapshot_of(b"%PDF-1.4", "https://rada.example/x.pdf")
    with pytest.raises(SourceError, match=r"x\.pdf") as caught:
        extract(
            [*snapshots, broken],
            {**data, broken.sha256: b"%PDF-1.4"}.__getitem__,
            READING,
            cores=2,
        )
    assert caught.value.code == "page-is-not-html"


@pytest.mark.slow
def test_bytes_that_another_process_does_not_find_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ALONE", 1)
    store, (snapshots, data) = SnapshotStore(tmp_path), kept(2)
    for one in data.values():
        store.put(one)
    lost = snapshot_of(b"<html>", "https://rada.example/lost/")
    with pytest.raises(MachineError) as caught:
        extract([*snapshots, lost], store.get, READING, cores=2)
    assert caught.value.code == "snapshot-is-missing"
    assert lost.sha256 in caught.value.message("uk")


def children(parent: int) -> list[int]:
    """Processes that one has begun and that read pages."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            before, _, after = stat.read_text().rpartition(")")
            line = stat.with_name("cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if int(after.split()[1]) == parent and b"spawn_main" in line:
            found.append(int(before.split()[0]))
    return found


def killed(_: str) -> bytes:
    """What ends the process that asks for a page."""
    assert parent_process() is not None
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def test_a_process_that_is_killed_is_a_matter_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "ALONE", 1)
    with pytest.raises(MachineError) as caught:
        extract(kept(200)[0], killed, READING, cores=2)
    assert caught.value.code == "reading-was-killed"
    assert all(caught.value.message(language) for language in messages.LANGUAGES)


def one(_: str) -> bytes:
    """A page, whichever is asked for."""
    return html(1, links=3)


ENDLESS = """
from tests import test_pages as t
t.pages.ALONE = 1
t.extract([t.snapshot_of(t.one(""))] * 10_000_000, t.one, t.READING, cores=2)
"""


@pytest.mark.slow
def test_a_night_that_is_killed_leaves_no_process_behind() -> None:
    night = subprocess.Popen([sys.executable, "-c", ENDLESS])
    limit = time.monotonic() + 30
    while len(begun := children(night.pid)) < 2 and time.monotonic() < limit:
        time.sleep(0.1)
    assert len(begun) == 2
    time.sleep(2)
    night.kill()
    night.wait()
    while any(is_there(child) for child in begun) and time.monotonic() < limit + 10:
        time.sleep(0.1)
    assert not any(is_there(child) for child in begun)


def is_there(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
