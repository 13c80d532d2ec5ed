"""Rows in batches: what is sent, and what is never deleted."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import RefusedError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import Row
from pipeline.publishing.ckan.rows import ANSWER_MAX, BATCH, KEYS, Rows, batches
from pipeline.publishing.ckan.tables import Column, Shape

SHAPE = Shape(
    columns=tuple(Column(name=name, kind="text", info={}) for name in "abc"), key=("a", "b")
)


class Asked:
    """Stands for a portal: keeps what it is told, and fails as it is bid."""

    url = "https://portal.example"

    def __init__(
        self,
        *failures: SourceError | None,
        there: Iterable[Row] = (),
        takes: int = 10**9,
        file: bytes = b"",
    ) -> None:
        self.failures = list(failures)
        self.there = [*there]
        self.takes = takes
        self.file = file
        self.calls: list[tuple[str, Mapping[str, Any], bool]] = []

    def call(self, action: str, data: Mapping[str, Any], *, repeatable: bool = False) -> Any:
        self.calls.append((action, data, repeatable))
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        if len(data.get("records", ())) > self.takes:
            raise SourceError("portal-upload-too-large", url=self.url)
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(row for row in self.there if matches(data, row))
        return {"records": lines.getvalue()}

    def download(self, address: str) -> bytes:
        return self.file

    @property
    def sent(self) -> list[int]:
        return [len(data["records"]) for _, data, _ in self.calls]


def matches(data: Mapping[str, Any], row: Row) -> bool:
    """As the DataStore filters: each column has one of its values."""
    named = dict(zip(SHAPE.names, row, strict=True))
    return all(
        named[name] in (value if isinstance(value, list) else [value])
        for name, value in data.get("filters", {}).items()
    )


def shape(key: str) -> Shape:
    return replace(SHAPE, key=tuple(key))


def rows_of(asked: Asked, shape: Shape = SHAPE) -> Rows:
    return Rows(portal=cast(Portal, asked), resource="r", shape=shape)


def quiet(_rows: int) -> None:
    """Hear nothing."""


letters = st.sampled_from("xyz")
every_row = st.sets(st.tuples(letters, letters, letters), max_size=20)


@given(st.sampled_from(["a", "b", "ab", "ba", "ca", "abc", "cab"]), every_row, every_row)
def test_a_deletion_matches_its_keys_and_no_other(
    key: str, gone: set[Row], there: set[Row]
) -> None:
    places = shape(key).places
    keys = {tuple(row[place] for place in places) for row in gone}
    asked, told = Asked(), list[int]()
    rows_of(asked, shape(key)).delete(keys, told.append)
    met = {row for row in gone | there if any(matches(data, row) for _, data, _ in asked.calls)}
    assert met == {row for row in gone | there if tuple(row[place] for place in places) in keys}
    assert sum(told) == len(keys)
    assert all(
        (action, again) == ("datastore_records_delete", True) for action, _, again in asked.calls
    )
    assert all(data["filters"].keys() == set(key) for _, data, _ in asked.calls)


@given(st.sampled_from(["a", "ab", "ba", "abc"]), every_row, every_row)
def test_rows_are_found_by_their_keys_and_no_other(
    key: str, wanted: set[Row], there: set[Row]
) -> None:
    places = shape(key).places
    known = {tuple(row[place] for place in places): row for row in there}
    keys = {tuple(row[place] for place in places) for row in wanted}
    asked = Asked(there=known.values())
    assert rows_of(asked, shape(key)).find(keys) == {
        one: known[one] for one in keys if one in known
    }
    assert all(again and action == "datastore_search" for action, _, again in asked.calls)


def test_many_keys_go_in_bounded_questions() -> None:
    keys = [(f"{number:03}", str(number % 2)) for number in range(2 * KEYS + 1)]
    asked = Asked()
    rows_of(asked).find(keys)
    filters = [data["filters"] for _, data, _ in asked.calls]
    assert [len(one["a"]) for one in filters] == [KEYS, KEYS, 1]
    assert all(len(one["a"]) * len(one["b"]) <= ANSWER_MAX for one in filters)
    asked = Asked()
    rows_of(asked).delete([("x", f"{number:03}") for number in range(KEYS + 1)], quiet)
    assert [len(data["filters"]["b"]) for _, data, _ in asked.calls] == [KEYS, 1]
    assert KEYS**2 <= ANSWER_MAX, "or an answer could lack rows"


def test_many_rows_go_in_bounded_batches() -> None:
    asked, told = Asked(), list[int]()
    rows_of(asked).upsert((("x", str(n), "") for n in range(BATCH + 1)), told.append)
    assert [len(data["records"]) for _, data, _ in asked.calls] == [BATCH, 1]
    assert told == [BATCH, 1]


def test_no_rows_are_no_call() -> None:
    asked = Asked()
    rows = rows_of(asked)
    rows.fill([], quiet)
    rows.upsert([], quiet)
    rows.delete([], quiet)
    assert rows.find([]) == {}
    assert asked.calls == []


def numbered(count: int) -> list[Row]:
    return [("x", str(number), "") for number in range(count)]


def test_too_large_a_batch_is_halved() -> None:
    asked, told = Asked(takes=2), list[int]()
    rows_of(asked).upsert(numbered(7), told.append)
    assert asked.sent == [7, 3, 1, 2, 4, 2, 2]
    taken = [data["records"] for _, data, _ in asked.calls if len(data["records"]) <= 2]
    assert [one["b"] for batch in taken for one in batch] == list("0123456")
    assert told == [7]
    with pytest.raises(SourceError) as found:
        rows_of(Asked(takes=0)).upsert(numbered(1), quiet)
    assert found.value.code == "portal-upload-too-large"


def test_any_other_failure_ends_it() -> None:
    asked = Asked(SourceError("portal-busy", url=""))
    with pytest.raises(SourceError, match="too many requests"):
        rows_of(asked).upsert(numbered(4), quiet)
    assert asked.sent == [4]


def test_a_new_table_is_filled_in_batches_from_several_connections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.publishing.ckan.rows.BATCH", 3)
    asked, told = Asked(), list[int]()
    rows_of(asked).fill(iter(numbered(20)), told.append)
    assert sorted(told) == [2, 3, 3, 3, 3, 3, 3]
    assert sorted(int(one["b"]) for _, data, _ in asked.calls for one in data["records"]) == [
        *range(20)
    ]
    assert {data["method"] for _, data, _ in asked.calls} == {"insert"}


def test_a_batch_that_fails_fails_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.publishing.ckan.rows.BATCH", 3)
    told = list[int]()
    with pytest.raises(RefusedError):
        rows_of(Asked(None, RefusedError("", ("records",)))).fill(numbered(9), told.append)
    assert sum(told) < 9


@pytest.mark.parametrize(
    "error",
    [
        SourceError("portal-failed", url="", status=504),
        SourceError("portal-out-of-reach", url="", reason=""),
        SourceError("portal-answer-unreadable", url="", status=200),
    ],
)
def test_an_insert_whose_answer_was_lost_is_made_again_by_key(error: SourceError) -> None:
    asked, told = Asked(error), list[int]()
    rows_of(asked).fill([("x", "1", "")], told.append)
    assert [(data["method"], again) for _, data, again in asked.calls] == [
        ("insert", False),
        ("upsert", True),
    ]
    assert told == [1]


def test_too_large_an_insert_is_made_in_parts() -> None:
    asked, told = Asked(takes=2), list[int]()
    rows_of(asked).fill(numbered(4), told.append)
    assert [(data["method"], len(data["records"])) for _, data, _ in asked.calls] == [
        ("insert", 4),
        ("upsert", 4),
        ("upsert", 2),
        ("upsert", 2),
    ]
    assert told == [4]


def test_refused_rows_are_not_sent_again() -> None:
    asked = Asked(RefusedError("", ("records",)))
    with pytest.raises(RefusedError):
        rows_of(asked).fill(numbered(2), quiet)
    assert asked.sent == [2]


@pytest.mark.parametrize("method", ["fill", "upsert"])
@pytest.mark.parametrize(("row", "code"), [(1, "portal-refused-row"), (2, "portal-refused")])
def test_a_refused_row_is_named_by_its_key(method: str, row: int, code: str) -> None:
    asked = Asked(*[RefusedError("https://portal.example", ("records",), row)] * 2)
    with pytest.raises(SourceError) as error:
        getattr(rows_of(asked), method)([("x", "1", "таємне"), ("y", "2", "таємне")], quiet)
    assert (error.value.code, error.value.exit_code) == (code, 4)
    assert error.value.details.get("key", "y, 2") == "y, 2"
    assert "таємне" not in f"{error.value} {vars(error.value)}"


TYPED = Shape(
    columns=(
        Column(name="t", kind="bool", info={}),
        Column(name="1.50", kind="numeric", info={}),
        Column(name="назва, повна", kind="text", info={}),
    ),
    key=("назва, повна",),
)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('t,1.50,"назва, повна"\r\n', []),
        ('t,1.50,"назва, повна"\r\nt,1.50,"а\r\nб"\nf,,\n', ["true 1.5 а\r\nб", "false  "]),
        ('t,1.50,"назва, повна"\n,,"""\x00"""', ['  "\x00"']),
    ],
)
def test_a_download_is_read_in_the_form_that_is_compared(data: str, found: list[str]) -> None:
    rows = rows_of(Asked(file=data.encode()), TYPED)
    assert [" ".join(row) for row in rows.all("a.csv")] == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html>",
        b"a,b\n",
        b"a,b,c,d\n1,2,3,4\n",
        b"_id,a,b,c\n1,2,3,4\n",
        b"a,b,c\n1,2\n",
        b"a,b,c\n1,2,3,4\n",
        b"a,b,c\n1,2,3\n\n",
        b"a,b,c\n1,2,\xff\n",
        "а,b,c\n".encode("cp1251"),
    ],
)
def test_what_is_no_such_table_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(SourceError) as found:
        list(rows_of(Asked(file=data)).all("a.csv"))
    assert (found.value.code, found.value.exit_code) == ("read-back-unreadable", 4)
    assert found.value.details == {"path": "a.csv"}


def test_a_cell_may_be_larger_than_csv_allows_by_itself() -> None:
    data = b"a,b,c\n1,2," + b"x" * 200_000 + b"\n"
    assert [len(row[2]) for row in rows_of(Asked(file=data)).all("a.csv")] == [200_000]


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (2, [2]), (3, [3]), (7, [3, 3, 1])])
def test_batches(count: int, sizes: list[int]) -> None:
    found = list(batches(range(count), 3))
    assert [len(one) for one in found] == sizes
    assert [item for one in found for item in one] == [*range(count)]
