"""Tables from any file: signatures, headers, rows, oddities; the real inputs."""

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.sheets import cells, one
from tests.readers.workbooks.saved import archive, ods, ods_row, xlsx


def sheet(data: bytes | str, **options: Any) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    given_options = SpreadsheetOptions.model_validate(options)
    return read(content, snapshot(address="table"), given_options)


def codes(table: Sheet) -> list[str]:
    return [item.code for item in table.findings]


def refusal(data: bytes, **options: Any) -> SourceError:
    with pytest.raises(SourceError) as caught:
        sheet(data, **options)
    for language in messages.LANGUAGES:
        assert "table" in caught.value.message(language)
    return caught.value


# Signatures

NOT_TABLES = {
    "empty": (b" \r\n ", "table-is-empty-file"),
    "HTML page": (b"\n<!DOCTYPE html><html><body>404</body></html>", "table-is-markup"),
    "HTML with a mark": (b"\xef\xbb\xbf<html lang='uk'>", "table-is-markup"),
    "table saved as a page": (b"<table><tr><td>a</td></tr></table>", "table-is-markup"),
    "XML": (b"<?xml version='1.0'?><Error/>", "table-is-markup"),
    "PDF": (b"%PDF-1.7 ...", "table-is-other-format"),
    "RAR": (b"Rar!\x1a\x07\x00", "table-is-other-format"),
    "archive of a table": (archive({"a.csv": b"a,b"}), "workbook-is-other-archive"),
    "document": (
        archive({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        "workbook-is-other-archive",
    ),
    "old binary document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "workbook-is-damaged",
    ),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "workbook-is-protected",
    ),
    "cut XLSX": (xlsx([["a"], ["б"]])[:-40], "workbook-is-damaged"),
    "beginning of an XLSX": (xlsx([["a"], ["б"]])[:300], "workbook-is-damaged"),
}


@pytest.mark.parametrize(("data", "code"), NOT_TABLES.values(), ids=NOT_TABLES)
def test_says_what_is_not_a_table(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_the_content_decides_and_a_declared_format_confirms() -> None:
    book = xlsx([["a"], ["б"]])
    assert cells(sheet(book)) == cells(sheet(book, format="xlsx")) == [["б"]]
    error = refusal(book, format="csv")
    assert (error.code, error.details["found"]) == ("format-differs", "xlsx")
    assert refusal(b"a,b\n1,2\n", format="xlsx").details["found"] == "csv"


# Header


def test_header_where_declared() -> None:
    table = sheet("Звіт\n\nкод,назва\n1,а\n", header_row=3)
    assert table.header == ("код", "назва")
    assert table.header_line == 3
    above = one(table, "rows-above-header")
    assert (above.place.line, above.details) == (1, {"count": 1})


def test_second_header_row_is_left_out_when_data_begin_later() -> None:
    table = sheet("id,name\nІдентифікатор,Назва\n1,а\n", first_data_row=3)
    assert cells(table) == [["1", "а"]]
    assert table.rows[0].line == 3


def test_two_header_rows_are_joined_over_merged_cells() -> None:
    def merge(book: Any, target: Any) -> None:
        target.merge_range(0, 1, 0, 2, "Населення")
        target.merge_range(0, 0, 1, 0, "Місто")

    rows: list[list[object]] = [["", "", ""], ["", "усього", "діти"], ["Лисичанськ", 100, 20]]
    table = sheet(xlsx(rows, merge), header_rows=2)
    assert table.header == ("Місто", "Населення усього", "Населення діти")
    assert cells(table) == [["Лисичанськ", "100", "20"]]
    assert "cells-are-merged" not in codes(table)


@pytest.mark.parametrize(
    ("data", "options"),
    [("a,b\n1,2\n", {"header_row": 9}), (",\n1,2\n", {}), ("a,b\n", {"header_rows": 2})],
    ids=["below the end", "empty row", "one row of two"],
)
def test_refuses_an_absent_header(data: str, options: dict[str, Any]) -> None:
    assert refusal(data.encode(), **options).code == "header-is-empty"


def test_names_with_line_breaks_and_tabs_show_as_one_line() -> None:
    table = sheet('"За\n рішення",a\tb\n1,2\n')
    assert table.header == ("За\n рішення", "a\tb")
    assert [table.label(0), table.label(1)] == ["За рішення", "a b"]


def test_column_without_a_name_goes_by_its_letter() -> None:
    table = sheet("a,\n1,2\n")
    assert table.header == ("a", "")
    assert table.label(1) == "[B]"


def test_alphabets_mixed_in_a_name_are_said() -> None:
    cyrillic_i = "legalActІd"
    found = one(sheet(f"Дата (date),{cyrillic_i}\n1,2\n"), "header-mixes-alphabets")
    assert found.value == cyrillic_i


def test_alphabets_mixed_in_values_are_counted() -> None:
    latin_i = "Зразк\u0069вська"
    found = one(sheet(f"а,б\nміська,II\n{latin_i},1\n"), "values-mix-alphabets")
    assert found.details == {"count": 1, "rows": "3"}


@pytest.mark.parametrize("first", [1, 2], ids=["the header itself", "its second row"])
def test_data_cannot_begin_in_the_header(first: int) -> None:
    with pytest.raises(ValidationError):
        SpreadsheetOptions(header_rows=2, first_data_row=first)


# Rows


def test_range_larger_than_the_data() -> None:
    table = sheet("a,b,,\n1,2,,\n,,,\n,,,\n")
    assert table.header == ("a", "b")
    assert cells(table) == [["1", "2"]]
    assert table.findings == ()


def test_blank_rows_between_data_are_said() -> None:
    table = sheet("a,b\n1,2\n\n,\n3,4\n\n")
    assert [row.line for row in table.rows] == [2, 5]
    found = one(table, "rows-are-blank")
    assert found.details == {"count": 2, "rows": "3–4"}


def test_lines_of_records_with_line_breaks_inside() -> None:
    table = sheet('a,b\r\n"1\r\n2",3\r\n4,5\r\n')
    assert [(row.line, row.cells) for row in table.rows] == [
        (2, ("1\n2", "3")),
        (4, ("4", "5")),
    ]
    assert table.place(4, 1).cell is None


def test_record_longer_than_the_header_is_an_error_with_its_line() -> None:
    table = sheet("a,b\n1,2\n1,2,3\n")
    found = one(table, "row-is-too-long")
    assert (found.severity, found.place.line, found.value) == ("error", 3, "3")
    assert table.header == ("a", "b", "")
    assert cells(table)[1] == ["1", "2", "3"]


def test_short_records_are_counted() -> None:
    found = one(sheet("a,b,c\n1\n1,2,3\n4,5\n"), "rows-are-too-short")
    assert found.details == {"count": 2, "rows": "2, 4", "expected": 3}


def test_lost_characters_are_said() -> None:
    found = one(sheet("a\nм�сто\n"), "characters-are-lost")
    assert found.place.line == 2


def test_long_lists_of_rows_are_cut() -> None:
    lines = "".join("1,2\n\n" for _ in range(40))
    assert str(one(sheet("a,b\n" + lines), "rows-are-blank").details["rows"]).endswith("25, …")


# The same table in any dress

NAMES = st.lists(
    st.text(st.characters(categories=["L"]), min_size=1, max_size=6),
    min_size=1,
    max_size=4,
    unique=True,
)
SIGNS = st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n")
FIRST = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    header = draw(NAMES)
    rest = st.lists(st.text(SIGNS, max_size=8), min_size=len(header) - 1, max_size=len(header) - 1)
    rows = draw(st.lists(st.tuples(FIRST, rest), min_size=1, max_size=4))
    return [header, *([first, *others] for first, others in rows)]


@settings(max_examples=60, deadline=None)
@given(
    table=tables(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    ending=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_reads_back_any_csv(
    table: list[list[str]], encoding: str, delimiter: str, ending: str, quoting: Any
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=ending, quoting=quoting).writerows(table)
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    found = sheet(text.getvalue().encode(encoding), encoding=declared, delimiter=delimiter)
    assert [list(found.header), *cells(found)] == table


@settings(max_examples=25, deadline=None)
@given(table=tables())
def test_reads_back_any_workbook(table: list[list[str]]) -> None:
    found = sheet(xlsx(table))
    assert [list(found.header), *cells(found)] == table
    assert [row.line for row in found.rows] == list(range(2, len(table) + 1))


def test_reads_opendocument() -> None:
    empty = ods_row("", repeat=1_048_000, cell_repeat=16_384)
    found = sheet(ods(ods_row("код", "назва") + ods_row("007", "місто") + empty), format="ods")
    assert (found.header, cells(found)) == (("код", "назва"), [["007", "місто"]])
    assert found.place(2, 1).cell == "B2"


# Real inputs

READ_OTHERWISE: dict[str, dict[str, Any]] = {
    "07": {"header_row": 2},
    "05": {"format": "json"},
    "13a": {"delimiter": ";"},
    "17a": {"header_row": 3, "header_rows": 2},
}
SHAPES = {
    "01-lysychansk-transparency-2018.xlsx": (18, 10),
    "03-lysychansk-party-branches-2016-2024.csv": (26, 9),
    "03e3-header-drift-2020.csv": (31, 8),
    "05-lysychansk-streets-houses.json": (415, 3),
    "07a-zp-deputies-2019-07.xlsx": (64, 7),
    "08-835-Legislation-LegalActs-Example.xlsx": (6, 15),
    "10b-835-required-datasets-Jul25.xlsx": (912, 2),
    "11a-drohobych-trees-removed.csv": (86, 22),
    "13a-katottg.csv": (31748, 7),
    "17a-derzhstat-population-2017-12.xls": (27, 5),
    "17b-subventions.xlsx": (12818, 13),
}


def test_reads_every_real_table(inputs: Path) -> None:
    shapes: dict[str, tuple[int, int]] = {}
    for file in sorted((inputs / "tables").iterdir()):
        key = next((name for name in READ_OTHERWISE if file.name.startswith(name)), "")
        table = sheet(file.read_bytes(), **READ_OTHERWISE.get(key, {}))
        shapes[file.name] = (len(table.rows), len(table.header))
    assert len(shapes) >= 51
    assert {name: shapes[name] for name in SHAPES} == SHAPES


def test_excel_shows_where(inputs: Path) -> None:
    table = sheet((inputs / "tables" / "01-lysychansk-transparency-2018.xlsx").read_bytes())
    assert one(table, "cell-has-comment").place.cell == "E7"
    merged = one(table, "cells-are-merged")
    assert (merged.place.cell, merged.details["last"]) == ("A19", "C19")
    assert table.label(9) == "[J]"


def test_durations_dates_and_numbers_become_text() -> None:
    def fill(book: Any, target: Any) -> None:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        target.write_datetime(1, 0, datetime(2020, 1, 2), day)  # noqa: DTZ001
        clock = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        target.write_datetime(1, 1, datetime(2020, 1, 2, 3, 4), clock)  # noqa: DTZ001
        target.write_number(1, 2, 1.5, book.add_format({"num_format": "[h]:mm"}))
        target.write_number(1, 3, 0.1 + 0.2)
        target.write_boolean(1, 4, True)
        target.write_number(1, 5, 0.25, book.add_format({"num_format": "hh:mm"}))
        target.write_number(1, 6, 1e-7)
        target.write_number(1, 7, 123456789012345)

    found = sheet(xlsx([list("abcdefgh")], fill))
    assert cells(found) == [
        [
            "2020-01-02",
            "2020-01-02T03:04:00",
            "36:00:00",
            "0.3",
            "true",
            "06:00:00",
            "0.0000001",
            "123456789012345",
        ]
    ]
