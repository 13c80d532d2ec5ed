import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.publishing.formats import number, to_csv, to_json, to_json_rows
from pipeline.publishing.inert import inert_rows
from pipeline.publishing.reading import (
    UnreadableError,
    first_difference,
    read_csv,
    read_json,
    read_xlsx,
    same,
)
from pipeline.publishing.workbook import fits, to_xlsx

HEADER = ("key", "text")
NUMERIC = frozenset({"text"})

# What breaks writers and readers: quotes, separators, markup of XlsxWriter, escapes of Excel.
UGLY = st.sampled_from(
    ["<r>a</r>", "<r></r>", "_x0041_", "_x005F_x0041_", "_x005F_x005F_x0041_", '"', "a\rb", "\x00"]
    + ["\x0b", "a\r\nb", "=1", "\ufeff", "007", "1.50", "-0", "1e5", "0.0000001", "\u2028", " "]
)
CELL = st.one_of(st.text(max_size=20), UGLY, st.lists(UGLY, max_size=3).map("".join))
ROWS = st.lists(st.tuples(st.integers(min_value=1).map(str), CELL), max_size=5)


def test_csv_is_utf8_comma_lf_with_quotes_only_where_needed() -> None:
    rows = [("1", "а,б"), ("2", 'каже "так"'), ("3", "a\rb"), ("4", "рядок\nрядок"), ("5", "")]
    assert to_csv(HEADER, rows) == (
        'key,text\n1,"а,б"\n2,"каже ""так"""\n3,"a\rb"\n4,"рядок\nрядок"\n5,\n'.encode()
    )


def test_a_single_empty_cell_is_still_a_row() -> None:
    assert to_csv(("only",), [("",), ("x",)]) == b'only\n""\nx\n'


def test_json_has_numbers_only_where_nothing_is_lost() -> None:
    rows = [("1", "5"), ("2", "1.5"), ("3", "007"), ("4", ""), ("5", "1234567890123456")]
    assert to_json_rows(HEADER, rows, NUMERIC).decode() == (
        '[\n{"key": "1", "text": 5},\n{"key": "2", "text": 1.5},\n{"key": "3", "text": "007"},\n'
        '{"key": "4", "text": null},\n{"key": "5", "text": "1234567890123456"}\n]\n'
    )


def test_an_empty_table_is_an_empty_array() -> None:
    assert to_json_rows(HEADER, [], NUMERIC) == b"[]\n"


def test_a_document_keeps_the_order_of_its_keys() -> None:
    assert to_json({"b": "ї", "a": [1]}).decode() == '{\n  "b": "ї",\n  "a": [\n    1\n  ]\n}\n'


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("-5", -5), ("1.50", 1.5), ("0.1", 0.1), ("123456789012345", 123456789012345)],
)
def test_plain_numbers_are_known(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "007", "+5", "1e3", "-0", "-0.0", "1,5", "1.", ".5", "1234567890123456", "٣", "nan"],
)
def test_other_spellings_stay_text(text: str) -> None:
    assert number(text) is None


@given(ROWS)
def test_csv_reads_back_as_the_inert_rows(rows: list[tuple[str, ...]]) -> None:
    found = read_csv(to_csv(HEADER, inert_rows(rows)))
    assert (found.header, found.rows) == (HEADER, inert_rows(rows))


@given(ROWS)
def test_json_reads_back_equal(rows: list[tuple[str, ...]]) -> None:
    data = to_json_rows(HEADER, rows, NUMERIC)
    assert [record["key"] for record in json.loads(data)] == [row[0] for row in rows]
    assert first_difference(read_json(data, HEADER).rows, rows) is None


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_a_workbook_reads_back_equal(rows: list[tuple[str, ...]]) -> None:
    if fits(rows):
        found = read_xlsx(to_xlsx("T", "Назва", HEADER, rows, NUMERIC))
        assert found.header == HEADER
        assert first_difference(found.rows, rows) is None
    else:
        assert any(re.search("[\ufffe\uffff]|<r>|_x", cell) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("found", "expected", "place"),
    [
        ([("1", "а")], [("1", "а")], None),
        ([("1", "1.5")], [("1", "1.50")], None),
        ([("1", "1")], [("1", "01")], (1, 2)),
        ([("1", "а"), ("2", "б")], [("1", "а"), ("2", "в")], (2, 2)),
        ([("1", "а")], [], (0, 0)),
    ],
)
def test_the_first_difference_is_told_by_row_and_column(
    found: list[tuple[str, ...]],
    expected: list[tuple[str, ...]],
    place: tuple[int, int] | None,
) -> None:
    assert first_difference(found, expected) == place


def test_a_number_and_a_word_are_never_the_same() -> None:
    assert not same("5", "п’ять")
    assert not same("п’ять", "5")


@pytest.mark.parametrize("data", [b"", b"\xff", b'a,b\n1,"2', b"a,b\n1\n"])
def test_what_is_no_csv_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_csv(data)


@pytest.mark.parametrize("data", [b"", b"{}", b'[{"a": 1}, {"a": 1, "b": 2}]'])
def test_what_is_no_table_in_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_json(data, HEADER)


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_xlsx(b"PK\x03\x04")
