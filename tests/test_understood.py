"""A page is understood once: the same rows again without a look at it, never rows of another."""

import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import pages, understood
from pipeline.errors import MachineError, SourceError
from pipeline.extractors.act_pages.rows import PageRows
from pipeline.model import Extraction, Finding, Place, Severity, Snapshot
from pipeline.page_reading import Reading
from pipeline.pages import extract
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.understood import UnderstoodPages
from tests.benchmarks.pages import html
from tests.pages import snapshot_of

READING = Reading(
    options=PageOptions(), shape=PageShape(), parameters=DecisionsParameters(kind="рішення")
)
BARE = "<html><body><main><p><a href='/1'>Про план</a></p></main></body></html>".encode()
FILE = "decisions.rows"


class Pages:
    """Bytes by their hash; `asked`: for which ones somebody came."""

    def __init__(self, *data: bytes) -> None:
        self.snapshots = [
            snapshot_of(one, f"https://rada.example/news/{number}/")
            for number, one in enumerate(data)
        ]
        self.data = {one.sha256: text for one, text in zip(self.snapshots, data, strict=True)}
        self.asked: list[str] = []

    def get(self, sha256: str) -> bytes:
        self.asked.append(sha256)
        return self.data[sha256]


@pytest.fixture
def three() -> Pages:
    return Pages(html(1, links=3), BARE, html(2, links=3))


def taken(
    root: Path, found: Pages, snapshots: Sequence[Snapshot] = (), reading: Reading = READING
) -> Extraction:
    found.asked.clear()
    with UnderstoodPages(root).of("decisions", reading.way) as before:
        wanted = snapshots or found.snapshots
        return extract(wanted, found.get, reading, understood=before, cores=1)


def same(one: Extraction, other: Extraction) -> bool:
    return (
        one.tables[0].frame.equals(other.tables[0].frame)
        and one.tables[0].origins == other.tables[0].origins
        and (one.findings, one.actual_on) == (other.findings, other.actual_on)
    )


def test_a_page_is_read_once_and_gives_the_same_again(tmp_path: Path, three: Pages) -> None:
    plain = extract(three.snapshots, three.get, READING, cores=1)
    assert plain.findings
    assert same(taken(tmp_path, three), plain)
    assert len(three.asked) == 3
    assert same(taken(tmp_path, three), plain)
    assert three.asked == []


def test_only_new_pages_are_read_and_the_order_is_theirs(tmp_path: Path, three: Pages) -> None:
    first, second, third = three.snapshots
    taken(tmp_path, three, [third, first])
    found = taken(tmp_path, three, [first, second, third, second])
    assert three.asked == [second.sha256, second.sha256]
    assert same(found, extract([first, second, third, second], three.get, READING, cores=1))


def test_pages_that_are_gone_are_forgotten(tmp_path: Path, three: Pages) -> None:
    taken(tmp_path, three)
    taken(tmp_path, three, three.snapshots[:1])
    taken(tmp_path, three)
    assert three.asked == [one.sha256 for one in three.snapshots[1:]]


@pytest.mark.parametrize(
    "other",
    [
        replace(READING, options=PageOptions(base="https://other.example/")),
        replace(READING, shape=PageShape(text="article")),
        replace(READING, parameters=DecisionsParameters(kind="розпорядження")),
    ],
    ids=["options", "shape", "parameters"],
)
def test_another_way_of_reading_reads_anew(tmp_path: Path, other: Reading) -> None:
    found = Pages(html(1, links=3))
    taken(tmp_path, found)
    taken(tmp_path, found, reading=other)
    assert len(found.asked) == 1


def test_other_code_reads_anew(
    tmp_path: Path, three: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(tmp_path, three)
    monkeypatch.setattr(understood, "_code", lambda: b"of tomorrow")
    taken(tmp_path, three)
    assert len(three.asked) == 3


def test_the_code_is_known_by_every_file_that_decides_on_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in understood.CODE:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        if not name.endswith(".py"):
            (tmp_path / name / "inner").mkdir(parents=True)
    (tmp_path / "__init__.py").touch()
    monkeypatch.setattr("pipeline.__file__", str(tmp_path / "__init__.py"))
    seen = {understood.digest_of_code()}
    for name in ("model.py", "ukrainian/dates.py", "extractors/inner/units.yaml"):
        for text in ("1", "2"):
            (tmp_path / name).write_text(text)
            seen.add(understood.digest_of_code())
    assert len(seen) == 7
    (tmp_path / "readers" / "page.pyc").write_text("compiled")
    assert understood.digest_of_code() in seen


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, address="https://rada.example/news/9/"),
        lambda one: replace(one, sha256="f" * 64),
    ],
    ids=["address", "bytes"],
)
def test_another_page_is_not_taken_for_the_one(
    tmp_path: Path, three: Pages, change: Callable[[Snapshot], Snapshot]
) -> None:
    taken(tmp_path, three, three.snapshots[:1])
    other = change(three.snapshots[0])
    three.data[other.sha256] = BARE
    assert taken(tmp_path, three, [other]).tables[0].origins[0].sha256 == other.sha256
    assert three.asked == [other.sha256]


def test_when_and_how_a_page_came_changes_nothing_of_what_it_gives(three: Pages) -> None:
    later = [
        replace(
            one,
            fetched_at=datetime(2031, 1, 1, tzinfo=UTC),
            media_type="application/xhtml+xml",
            etag="other",
            last_modified="Wed, 01 Jan 2031 00:00:00 GMT",
            size=1,
        )
        for one in three.snapshots
    ]
    assert same(
        extract(later, three.get, READING, cores=1),
        extract(three.snapshots, three.get, READING, cores=1),
    )


@pytest.mark.parametrize("spoilt", [b"x", b"", b"\n", b"\xff"])
def test_what_is_damaged_is_read_anew(tmp_path: Path, three: Pages, spoilt: bytes) -> None:
    plain = taken(tmp_path, three)
    whole = (tmp_path / FILE).read_bytes()
    for at in range(0, len(whole), 97):
        (tmp_path / FILE).write_bytes(whole[:at] + spoilt + whole[at + 1 :])
        assert same(taken(tmp_path, three), plain)
    (tmp_path / FILE).write_bytes(whole.replace("програми".encode(), "побудови".encode()))
    assert same(taken(tmp_path, three), plain)


def test_an_extraction_that_fails_leaves_what_was_kept(tmp_path: Path, three: Pages) -> None:
    taken(tmp_path, three)
    whole = (tmp_path / FILE).read_bytes()
    broken = snapshot_of(b"%PDF-1.4", "https://rada.example/x.pdf")
    three.data[broken.sha256] = b"%PDF-1.4"
    with pytest.raises(SourceError):
        taken(tmp_path, three, [*three.snapshots, broken])
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).read_bytes() == whole


def test_what_a_killed_run_left_is_swept(tmp_path: Path, three: Pages) -> None:
    UnderstoodPages(tmp_path / "none").sweep()
    taken(tmp_path, three)
    (tmp_path / ".part-1234").write_bytes(b"half")
    UnderstoodPages(tmp_path).sweep()
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_only_the_pipeline_itself_may_look(tmp_path: Path, three: Pages) -> None:
    taken(tmp_path / "understood", three)
    assert stat.S_IMODE((tmp_path / "understood").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_a_matter_of_the_machine(
    tmp_path: Path, three: Pages
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError) as caught:
        taken(tmp_path / "file", three)
    assert caught.value.code == "store-fails"


@pytest.mark.slow
def test_new_pages_are_read_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "ALONE", 1)
    found = Pages(*(html(number, links=3) for number in range(40)))
    taken(tmp_path, found, found.snapshots[::3])
    with UnderstoodPages(tmp_path).of("decisions", READING.way) as before:
        both = extract(found.snapshots, found.get, READING, understood=before, cores=2)
    assert same(both, extract(found.snapshots, found.get, READING, cores=1))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
PLACES = st.builds(
    Place, source=st.none() | TEXTS, line=st.none() | st.integers(1), element=st.none() | TEXTS
)
ROWS = st.builds(
    PageRows,
    sha256=TEXTS,
    address=TEXTS,
    rows=st.lists(st.dictionaries(TEXTS, TEXTS)).map(tuple),
    places=st.lists(st.tuples(st.none() | st.integers(1), st.none() | TEXTS)).map(tuple),
    findings=st.lists(
        st.builds(
            Finding,
            code=TEXTS,
            severity=st.sampled_from(Severity),
            place=PLACES,
            row=st.none() | st.integers(1),
            value=st.none() | TEXTS,
            details=st.dictionaries(TEXTS, TEXTS | st.integers()),
        )
    ).map(tuple),
    published=st.none() | st.dates(date(1991, 8, 24)),
)


@given(ROWS)
def test_whatever_a_page_gives_is_given_again(
    tmp_path_factory: pytest.TempPathFactory, rows: PageRows
) -> None:
    root = tmp_path_factory.mktemp("understood")
    page = snapshot_of(BARE)
    with UnderstoodPages(root).of("decisions", "") as before:
        before.keep(page, rows)
    with UnderstoodPages(root).of("decisions", "") as before:
        assert before.holds(page)
        assert repr(before.get(page)) == repr(rows)
