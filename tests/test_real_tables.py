"""Tables that councils and the Ministry published, each read and published by YAML alone."""

import csv
import json
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.command import Command, tree
from tests.conftest import ROOT

COUNCIL = ROOT / "tests" / "councils" / "tables"
EXAMPLES = {
    "council-decisions": ("08-835-Legislation-LegalActs-Example.xlsx", "LegalActs", 3),
    "draft-decisions": ("08-835-Legislation-Projects-Example.xlsx", "Projects", 3),
    "regulatory-acts": ("08-835-ListOfRegulatoryActs-Example.xlsx", "ListOfRegulatoryActs", 3),
    "information-system": ("08-835-PublicInfoSystem-Example.xlsx", "PublicInfoSystem", 3),
    "information-system-2025": (
        "09-835rec-16-publicInfoSystem-example.xlsx", "PublicInfoSystem", 2,
    ),
    "reports": ("08-835-Reports-Example.xlsx", "Reports", 3),
    "datasets-of-bodies": ("08-835-RegisterOfDatasets-Example.xlsx", "RegisterOfDatasets", 3),
}  # fmt: skip


@pytest.fixture
def tables(command: Command, inputs: Path) -> Command:
    """The council of real tables."""
    assert inputs.is_dir()
    command.council = COUNCIL
    return command


def rows(command: Command, dataset: str, table: str) -> list[dict[str, str]]:
    file = command.site / "datasets" / dataset / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def findings(command: Command, dataset: str) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(command("report", dataset, "--json").out)
    return found[dataset]


def written(value: object) -> str:
    """A cell as a person reads it, by another library than the one that the pipeline uses."""
    match value:
        case datetime():
            return value.date().isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case None | "null":
            return ""
    return " ".join(str(value).split())


@pytest.mark.slow
def test_a_night_of_real_tables(tables: Command) -> None:
    done = tables("nightly", "--json")
    assert done.code == 0, done.said
    assert {item["state"] for item in json.loads(done.out)} == {"published"}
    before = tree(tables.site)
    again = tables("nightly", "--json")
    assert {item["state"] for item in json.loads(again.out)} == {"unchanged"}
    assert tree(tables.site) == before


@pytest.mark.slow
@pytest.mark.parametrize("dataset", EXAMPLES)
def test_every_cell_of_an_example_is_published(tables: Command, inputs: Path, dataset: str) -> None:
    file, table, first = EXAMPLES[dataset]
    assert tables("publish", dataset).code == 0
    book = openpyxl.load_workbook(inputs / "tables" / file, data_only=True)
    lines = book.worksheets[0].iter_rows(min_row=first, values_only=True)
    whole = sorted([cell for value in line if (cell := written(value))] for line in lines)
    made = [[cell for cell in row.values() if cell] for row in rows(tables, dataset, table)]
    if dataset == "information-system-2025":
        # The workbook holds this code as a number, so it lost the zero that `pad` puts back.
        made[0][made[0].index("01234567")] = "1234567"
    assert sorted(made) == [line for line in whole if line]


def test_versions_that_the_workbook_took_for_dates_are_told(tables: Command) -> None:
    assert tables("publish", "information-system-2025").code == 0
    said = {item["code"]: item for item in findings(tables, "information-system-2025")}
    assert set(said) == {"leading-zero-doubtful", "spaces-folded", "text-became-date"}
    assert (said["text-became-date"]["cell"], said["text-became-date"]["severity"]) == (
        "C2",
        "warning",
    )


def test_streets_of_a_real_city(tables: Command, inputs: Path) -> None:
    assert tables("publish", "streets").code == 0
    file = inputs / "tables" / "05-lysychansk-streets-houses.json"
    source = json.loads(file.read_text(encoding="utf-8"))
    made = rows(tables, "streets", "Streets")
    assert len(made) == len(source) == 415
    assert Counter(row["name"] for row in made) == Counter(street["name"] for street in source)
    houses = Counter(
        str(house)
        for street in source
        for group in street["houses"]
        for house in (group.values() if isinstance(group, dict) else group)
    )
    assert Counter(part.strip() for row in made for part in parts(row["houses"])) == houses
    said = Counter(item["code"] for item in findings(tables, "streets"))
    assert said == {
        "json-list-as-object": 1,
        "spelling-unreviewed": 1,
        "derived": 1,
        "key-alike": 2,
        "value-form": 2,
    }


def parts(houses: str) -> list[str]:
    return houses.replace(";", ",").split(",")


@pytest.mark.slow
def test_party_branches_under_three_headers(tables: Command) -> None:
    assert tables("publish", "party-branches").code == 0
    assert len(rows(tables, "party-branches", "PartyBranches")) == 34
    years = Counter(row["year"] for row in rows(tables, "party-branches", "PartyBranchHistory"))
    assert years == {"2017": 2, "2020": 32}
    assert {item["severity"] for item in findings(tables, "party-branches")} == {"info"}


STREETS = [
    {"name": "Зразкова", "type": "вул.", "houses": [[1, 2, "2А"], {"0": 10, "1": "11б", "3": 12}]},
    {"name": "зразкова", "type": "вул.", "houses": [[14]]},
    {"name": "Тиха", "type": "пров.", "houses": [["3 5", 7]]},
    {"name": "Кутова", "type": "тупік", "houses": []},
    {"name": "Далекий", "type": "роз'їзд", "houses": [[1]]},
]


def test_streets_of_the_same_shape(command: Command, tmp_path: Path) -> None:
    """The project's own streets in the shape of the real ones; runs wherever the tests do."""
    command.council = Path(shutil.copytree(COUNCIL, tmp_path / "tables"))
    file = tmp_path / "streets.json"
    file.write_text(json.dumps(STREETS, ensure_ascii=False), encoding="utf-8")
    assert command("publish", "streets", "--source", file).code == 0
    made = {
        row["name"]: (row["kind"], row["houses"]) for row in rows(command, "streets", "Streets")
    }
    assert made == {
        "Зразкова": ("вулиця", "1, 2, 2А; 10, 11б, 12"),
        "зразкова": ("вулиця", "14"),
        "Тиха": ("провулок", "3 5, 7"),
        "Кутова": ("тупик", ""),
        "Далекий": ("роз'їзд", "1"),
    }
    said = [
        (item["code"], item["cell"])
        for item in findings(command, "streets")
        if item["code"] != "derived"
    ]
    assert sorted(said) == [
        ("json-list-as-object", "[1]"),
        ("key-alike", "[2]"),
        ("spelling-unreviewed", "[5]"),
        ("value-form", "[3]"),
    ]
