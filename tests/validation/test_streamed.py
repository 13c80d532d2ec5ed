"""A CSV in pieces against the same CSV as a whole: the same findings, or the same refusal."""

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers import batches
from pipeline.readers.grids.cells import joined_ranges, ranges
from pipeline.validation import files, pieces, table
from pipeline.validation.schema import Schema, load_schema
from tests.builders import NOW
from tests.validation.test_schema import SCHEMAS

BRANCHES = load_schema("council/PartyBranchHistory", SCHEMAS)
ACTS = load_schema("835-2019/Legislation/LegalActs", SCHEMAS)
NASTY = (
    *("", " ", "1", "2", "2.", "3", "4", "5", "Разом", "Pазом: 5", "Усього по місту", "Загальна"),
    *(
        "2024",
        "24",
        "٢٠٢٤",
        "+2024",
        "09900308",
        "9900308",
        "два\nрядки",
        "а,б,в,г,д,е\nж,з,и,к,л,м",
    ),
    *("два\r\nрядки", "ка\rретка", "кінoтеатр", "кі\ufffdно", "\x1f", "a\x1fb", "\u00a0", "\x1c"),
    *("міська", "обласна", "2024-01-05", "2024-1-5", "http://rada.example/1", "так, ні", '"'),
)


@contextmanager
def in_pieces(size: int, large: int) -> Iterator[None]:
    before = files.STREAMED, batches.SIZE, pieces.SIZE, table.LARGE
    files.STREAMED, batches.SIZE, pieces.SIZE, table.LARGE = 0, size, 40 * size, large
    try:
        yield
    finally:
        files.STREAMED, batches.SIZE, pieces.SIZE, table.LARGE = before


def examined(schema: Schema, path: Path) -> Any:
    """Everything that is said of a file, or why it is refused."""
    try:
        found = files.examine_file(schema, path, options=SpreadsheetOptions(), now=NOW)
    except PipelineError as error:
        return type(error).__name__, error.message("en")
    return found.findings, found.header, found.place


def both(schema: Schema, content: bytes, size: int, large: int) -> tuple[Any, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        whole = examined(schema, path)
        with in_pieces(size, large):
            return examined(schema, path), whole


@st.composite
def contents(draw: st.DrawFn) -> tuple[Schema, bytes]:
    """A schema and a file that belong together, more or less."""
    schema = draw(st.sampled_from([BRANCHES, ACTS]))
    names = list(schema.names)
    header = draw(
        st.sampled_from(
            [
                names,
                names,
                [*names[:3], "Year ", *names[4:]],
                [*names, "phone"],
                [*names[:-1], ""],
                [*names[:4], names[1], *names[4:]],
                [names[0].upper(), "nаme", *names[2:]],
                [],
                ["a;b"],
            ]
        )
    )
    cell = st.sampled_from(NASTY) if draw(st.booleans()) else st.sampled_from(("1", "2024", "так"))
    width = len(header)
    even = st.lists(cell, min_size=width, max_size=width)
    titles = [field.title for field in schema.fields]
    row = st.one_of(
        even, even, even, st.lists(cell, max_size=width + 3), st.just([]), st.just([""] * width)
    )
    rows = draw(st.lists(row, max_size=12))
    rows = [titles, *rows] if draw(st.integers(0, 3)) == 0 else rows
    end = draw(st.sampled_from(["\n", "\r\n"]))
    target = io.StringIO()
    csv.writer(target, lineterminator=end, quoting=draw(st.sampled_from([0, 1]))).writerows(
        [header, *rows]
    )
    mark = draw(st.sampled_from([b"", b"", b"\xef\xbb\xbf"]))
    broken = draw(
        st.sampled_from([b"", b"", b"", b"\xd0", b"\x00", b'"open', b'\n"a"b,c', b"\n\n"])
    )
    return schema, mark + target.getvalue().encode() + broken


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(contents(), st.sampled_from([1, 2, 3, 50]), st.sampled_from([0, 0, 10**9]))
def test_findings_are_the_very_same(given: tuple[Schema, bytes], size: int, large: int) -> None:
    streamed, whole = both(*given, size, large)
    assert streamed == whole


def test_two_odd_cells_of_a_row_are_told_in_the_order_of_the_schema() -> None:
    row = ["2024-1-5" if name in ("valid", "dateAccepted") else "" for name in ACTS.names]
    titles = ",".join(field.title for field in ACTS.fields)
    text = "\n".join([",".join(ACTS.names), titles, ",".join(row)])
    streamed, whole = both(ACTS, text.encode(), 1, 0)
    assert streamed == whole


@pytest.mark.parametrize("mark", ["1,2,3,4,5,6,7", "Разом,,,,,,", ",,усього,,,,", "одне,,,,,,"])
def test_marks_are_drawn_on_rows_that_are_no_data(mark: str, tmp_path: Path) -> None:
    rows = [",".join(BRANCHES.names), "09900308,2024,П,Н,міська,,", mark, "09900309,2024,П,Н,м,,"]
    streamed, whole = both(BRANCHES, "\n".join(rows).encode(), 2, 0)
    assert streamed == whole
    assert any(item.code.startswith("rows-") for item in whole[0])


MARKED = {
    "blank": ",,,,,,",
    "one cell": "одне,,,,,,",
    "numbering": "1,2,3,4,5,6,7",
    "total": "Разом,5,,,,,",
    "mixed": "09900308,2024,П,кінoтеатр,міська,,",
    "lost": "09900308,2024,П,кі\ufffdно,міська,,",
    "lines": '09900308,2024,П,"а\n1,2,3,4,5,6,7,8",міська,,',
}


@pytest.mark.parametrize("mark", batches.MARKS)
def test_comparison_notices_a_mark_that_is_not_drawn(
    mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = "09900301,2024,П,Н,міська,,"
    content = "\n".join([",".join(BRANCHES.names), good, MARKED[mark], good]).encode()
    streamed, whole = both(BRANCHES, content, 50, 0)
    assert streamed == whole
    others = {name: pattern for name, pattern in batches.MARKS.items() if name != mark}
    monkeypatch.setattr(batches, "MARKS", others)
    streamed, whole = both(BRANCHES, content, 50, 0)
    assert streamed != whole


@settings(max_examples=300, deadline=None)
@given(st.sets(st.integers(1, 120), min_size=2), st.integers(1, 120))
def test_ranges_of_parts_are_those_of_the_whole(numbers: set[int], cut: int) -> None:
    first, second = ({n for n in numbers if n <= cut}, {n for n in numbers if n > cut})
    if first and second:
        assert joined_ranges(ranges(first), ranges(second)) == ranges(numbers)


def test_the_way_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    row = ["09900308", "2024", "П", "Н", "міська", "", ""]
    rows = [list(BRANCHES.names), *([f"{n:08}", *row[1:]] for n in range(6000))]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    told: list[tuple[int, int]] = []
    with in_pieces(1000, 0):
        found = files.examine_file(
            BRANCHES,
            path,
            options=SpreadsheetOptions(),
            now=NOW,
            progress=lambda done, total: told.append((done, total)),
        )
    assert found.lane
    assert (found.lane.way, found.lane.rows, found.lane.streamed) == ("fast", 6000, True)
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
