"""Each table has a file that passes; each thing its schema forbids is found in its cell."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import letters_of
from pipeline.validation.files import validate_file
from pipeline.validation.schema import Schema
from tests.builders import NOW
from tests.readers.workbooks.saved import xlsx
from tests.schemas.examples import good_row, mutations
from tests.schemas.facts import published, schema

TABLES = sorted(published())


def errors(table: Schema, path: Path) -> list[Finding]:
    found = validate_file(table, path, options=SpreadsheetOptions(), now=NOW)
    return [item for item in found if item.severity is Severity.ERROR]


def text(path: Path, *rows: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return path


@pytest.mark.parametrize("path", TABLES)
def test_a_valid_file_passes(path: str, tmp_path: Path) -> None:
    table = schema(path)
    file = text(tmp_path / "t.csv", table.names, good_row(table))
    assert errors(table, file) == []


@pytest.mark.parametrize("path", TABLES)
def test_what_a_schema_forbids_is_found_in_its_cell(path: str, tmp_path: Path) -> None:
    table = schema(path)
    asked = list(mutations(table))
    # A row for each mutation: every row has one bad cell; keys repeat, which is told apart.
    rows = [_with(good_row(table), at, cell) for _, at, cell in asked]
    file = tmp_path / "t.xlsx"
    file.write_bytes(xlsx([list(table.names), *rows]))
    told = {(item.code, item.place.cell) for item in errors(table, file)}
    wanted = {(code, f"{letters_of(at)}{row}") for row, (code, at, _) in enumerate(asked, 2)}
    assert wanted <= told
    assert {item for item in told - wanted if item[0] != "key-duplicate"} == set()


def _with(row: list[str], at: int, cell: str) -> list[str]:
    return [*row[:at], cell, *row[at + 1 :]]


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("835-2025/2/organizations", "contactPoint\u2028Name"),
        ("835-2025/10/regulatoryList", "legalAct\u0406d"),
        ("835-2025/29/motions2", "CATUTTC"),
    ],
)
def test_a_printed_name_is_read_as_meant(path: str, printed: str, tmp_path: Path) -> None:
    table = schema(path)
    meant = next(field.name for field in table.fields if printed in field.aliases)
    names = [printed if name == meant else name for name in table.names]
    file = text(tmp_path / "t.csv", names, good_row(table))
    found = validate_file(table, file, options=SpreadsheetOptions(), now=NOW)
    assert [item.field for item in found if item.code.startswith("label-")] == [meant]
    assert "missing-label" not in {item.code for item in found}


@pytest.mark.parametrize(
    ("path", "printed"),
    [("835-2025/40/equipment", "currencyCode"), ("835-2025/69/penalty", "inspectorName")],
)
def test_a_name_printed_twice_means_the_next_column(
    path: str, printed: str, tmp_path: Path
) -> None:
    table = schema(path)
    names = [printed if printed in field.aliases else field.name for field in table.fields]
    assert names == [column.name for column in published()[path]]
    file = text(tmp_path / "t.csv", names, good_row(table))
    assert errors(table, file) == []
    wrong = _with(good_row(table), len(names) - 1 - names[::-1].index(printed), "")
    bad = errors(table, text(tmp_path / "t.csv", names, wrong))
    assert [item.code for item in bad] == ["constraint-required"]


@pytest.mark.parametrize("word", ["Так", "Ні", "True", "False"])
def test_a_yes_or_no_is_read_as_its_description_says(word: str, tmp_path: Path) -> None:
    table = schema("835-2025/63/line")
    row = _with(good_row(table), table.names.index("isBenefitType"), word)
    assert errors(table, text(tmp_path / "t.csv", table.names, row)) == []
