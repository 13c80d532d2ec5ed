"""Pages to rows: the same rows on one core and on several, whatever is on a page."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline import messages, pages
from pipeline.errors import MachineError, SourceError
from pipeline.model import Snapshot
from pipeline.pages import ALONE, Reading, extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
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


def test_a_process_that_is_killed_is_a_matter_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "ALONE", 1)
    snapshots, data = kept(200)

    def get(sha256: str) -> bytes:
        for child in children(os.getpid()):
            with suppress(ProcessLookupError):  # the pool itself has ended it meanwhile
                os.kill(child, signal.SIGKILL)
        return data[sha256]

    with pytest.raises(MachineError) as caught:
        extract(snapshots, get, READING, cores=2)
    assert caught.value.code == "reading-was-killed"
    assert all(caught.value.message(language) for language in messages.LANGUAGES)


ENDLESS = """
from tests import test_pages as t
one = t.html(1, links=3)
t.pages.ALONE = 1
t.extract([t.snapshot_of(one)] * 10_000_000, lambda _: one, t.READING, cores=2)
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
