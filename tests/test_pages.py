"""Pages to rows: the same rows on one core and on several, whatever is on a page."""

import pytest

from pipeline import pages
from pipeline.errors import SourceError
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
