"""A clerk's file under a schema: header, cells and places as the file shows them."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SourceError
from pipeline.model import Finding
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.validation.files import validate_file
from pipeline.validation.schema import load_schema
from tests.builders import NOW
from tests.readers.workbooks.saved import xlsx
from tests.validation.test_schema import SCHEMAS

BRANCHES = load_schema("council/PartyBranchHistory", SCHEMAS)
HEADER = list(BRANCHES.names)
GOOD = ["09900308", "2024", "Партія «Липовий гай»", "Міська організація", "міська", "", ""]


def check(path: Path, schema: str = "council/PartyBranchHistory", **given: Any) -> list[Finding]:
    options = SpreadsheetOptions.model_validate(given)
    return list(validate_file(load_schema(schema, SCHEMAS), path, options=options, now=NOW))


def workbook(folder: Path, *rows: list[Any]) -> Path:
    file = folder / "t.xlsx"
    file.write_bytes(xlsx(rows))
    return file


def test_a_good_file_has_no_findings(tmp_path: Path) -> None:
    assert check(workbook(tmp_path, HEADER, GOOD)) == []
    text = tmp_path / "t.csv"
    text.write_text(f"{';'.join(HEADER)}\n{';'.join(GOOD)}\n", encoding="cp1251")
    assert check(text, encoding="cp1251", delimiter=";") == []


def test_a_bad_cell_is_named_as_excel_names_it(tmp_path: Path) -> None:
    bad = ["9900308", *GOOD[1:4], "міський", *GOOD[5:]]
    found = check(workbook(tmp_path, HEADER, GOOD, bad))
    assert [(item.code, item.place.sheet, item.place.cell) for item in found] == [
        ("constraint-pattern", "Дані", "A3"),
        ("constraint-enum", "Дані", "E3"),
    ]


def test_a_name_spelled_otherwise_is_told_and_its_cells_checked(tmp_path: Path) -> None:
    header = ["EDRPOU", "yeаr\n", *HEADER[2:]]
    found = check(workbook(tmp_path, header, ["1", *GOOD[1:]]))
    assert [(item.code, item.field, item.place.cell) for item in found] == [
        ("header-mixes-alphabets", None, "B1"),
        ("label-differs", "edrpou", "A1"),
        ("label-differs", "year", "B1"),
        ("constraint-pattern", "edrpou", "A2"),
    ]


def test_columns_that_differ_have_the_cell_of_their_name(tmp_path: Path) -> None:
    found = check(workbook(tmp_path, [*HEADER[:6], "phone"], GOOD))
    assert [(item.code, item.place.cell) for item in found] == [
        ("extra-label", "G1"),
        ("missing-label", None),
    ]


def test_the_second_header_row_of_official_templates_is_left_out(tmp_path: Path) -> None:
    titles = [field.title for field in BRANCHES.fields]
    found = check(workbook(tmp_path, HEADER, titles, GOOD))
    assert [(item.code, item.place.line) for item in found] == [("header-titles-left-out", 2)]


def test_only_a_header_is_an_empty_table(tmp_path: Path) -> None:
    assert [item.code for item in check(workbook(tmp_path, HEADER))] == ["table-empty"]


def test_findings_of_the_reader_come_first(tmp_path: Path) -> None:
    found = check(workbook(tmp_path, HEADER, GOOD, [], [*GOOD[:1], "2025", *GOOD[2:]]))
    assert [item.code for item in found] == ["rows-are-blank"]


@pytest.mark.parametrize("name", ["absent.csv", "."], ids=["absent", "folder"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError) as caught:
        check(tmp_path / name)
    assert name in caught.value.message("uk")


def test_the_official_example_of_acts(inputs: Path) -> None:
    file = inputs / "tables" / "08-835-Legislation-LegalActs-Example.xlsx"
    found = check(file, "835-2019/Legislation/LegalActs")
    assert [item.code for item in found] == ["header-titles-left-out"]
