"""The library of schemas by command: lists, maps, exports, and files of another edition."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import frictionless
import pytest

from pipeline.validation.structure_file import load_structure
from tests.command import Command, Done
from tests.schemas.examples import good_row
from tests.schemas.facts import SCHEMAS, published, schema

LEGAL_2019, LEGAL_2025 = "835-2019/Legislation/LegalActs", "835-2025/9/legalActs"


def table(path: Path, name: str) -> Path:
    """A file that the schema of that name accepts."""
    known = schema(name)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([known.names, good_row(known)])
    return path


def codes(done: Done) -> list[str]:
    return [finding["code"] for finding in json.loads(done.out)]


def test_the_list_has_every_table(command: Command) -> None:
    listed = json.loads(command("schemas", "list", "--json").out)
    paths = [entry["schema"] for entry in listed]
    assert set(published()) <= set(paths)
    assert len(paths) == len(set(paths))
    votes = next(entry for entry in listed if entry["schema"] == "835-2025/29/vote")
    assert (votes["item"], votes["holders"], votes["columns"]) == ("29", "councils", 3)
    assert votes["datasets"] == ["roll-call-votes"]


@pytest.mark.parametrize(
    ("under", "count"), [("835-2019", 13), ("835-2025", 109), ("835-2025/29", 7)]
)
def test_the_list_can_be_narrowed(command: Command, under: str, count: int) -> None:
    assert len(command("schemas", "list", under).out.splitlines()) == count


def test_show_tells_terms_keys_and_rules(command: Command) -> None:
    said = command("schemas", "show", "835-2025/55/routes").out
    for word in ("835-2025/55/routes", "3 робочі дні", "uid, agencyId", "agency", "enum: 0 | 1"):
        assert word in said
    english = command("schemas", "show", "835-2025/55/routes", "--language", "en").out
    assert "3 working days" in english
    record = json.loads(command("schemas", "show", "835-2025/55/routes", "--json").out)
    assert record["annex"]["item"] == "55"
    assert record["schema"]["foreignKeys"][0]["reference"]["resource"] == "agency"


def test_what_is_not_there_is_refused_with_the_nearest(command: Command) -> None:
    done = command("schemas", "show", "835-2025/29/votess")
    assert done.code == 2
    assert "835-2025/29/vote" in done.err


def test_a_map_tells_what_became_of_columns(command: Command) -> None:
    rows = json.loads(command("schemas", "map", LEGAL_2019, "--json").out)
    assert {"from": "dateAccepted", "to": "acceptedDate"} in rows
    assert {"from": None, "to": "text"} in rows
    back = json.loads(command("schemas", "map", LEGAL_2025, LEGAL_2019, "--json").out)
    assert {"from": "acceptedDate", "to": "dateAccepted"} in back
    assert {"from": "text", "to": None} in back
    assert "перейменовано" in command("schemas", "map", LEGAL_2019).out


def test_a_map_of_editions_tells_what_became_of_items(command: Command) -> None:
    items = json.loads(command("schemas", "map", "835-2019", "--json").out)
    assert {"item": "mun-031", "answers": ["29"]} in items
    back = json.loads(command("schemas", "map", "835-2025", "--json").out)
    assert {"item": "52", "answers": ["mun-001", "mun-007", "mun-030"]} in back


def test_tables_without_a_map_are_refused(command: Command) -> None:
    for words in (["835-2025/29/vote"], [LEGAL_2019, "835-2025/29/vote"]):
        assert command("schemas", "map", *words).code == 2


def test_a_package_of_everything_is_accepted_by_frictionless(
    command: Command, tmp_path: Path
) -> None:
    assert command("schemas", "export", "--as", "datapackage", "--to", tmp_path).code == 0
    package = tmp_path / "datapackage.json"
    resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
    assert len(resources) == len(list(SCHEMAS.rglob("*.json"))) > 122
    assert any("foreignKeys" in resource["schema"] for resource in resources)
    report = frictionless.validate(str(package))
    assert report.valid, report.flatten(["name", "type", "note"])[:5]


def test_keys_of_an_export_hold_between_its_tables(command: Command, tmp_path: Path) -> None:
    command("schemas", "export", "835-2025/36", "--as", "datapackage", "--to", tmp_path)
    lots, operators = "835-2025/36/parkingLots", "835-2025/36/operators"
    for name in (lots, operators):
        table(tmp_path / f"{name}.csv", name)
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    file = tmp_path / f"{operators}.csv"
    file.write_text(file.read_text("utf-8").replace("00032684", "00013534"), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert {error[0] for error in report.flatten(["type"])} == {"foreign-key"}


def test_an_export_as_structure_is_read_back(command: Command, tmp_path: Path) -> None:
    assert command("schemas", "export", "--as", "csv", "--to", tmp_path).code == 0
    for path in published():
        form = load_structure(tmp_path / f"{path}-structure.csv")
        assert form.names == schema(path).names
        assert form.required == schema(path).required


def test_an_export_as_csvw_describes_the_table_beside_it(command: Command, tmp_path: Path) -> None:
    command("schemas", "export", "835-2025/31", "--as", "csvw", "--to", tmp_path)
    told = json.loads((tmp_path / "835-2025/31/acts.csv-metadata.json").read_text("utf-8"))
    assert (tmp_path / "835-2025/31" / told["url"]).is_file()
    names = [column["name"] for column in told["tableSchema"]["columns"]]
    assert tuple(names) == schema("835-2025/31/acts").names


def csvw(folder: Path, name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return told


def test_csvw_carries_forms_lists_and_ranges(command: Command, tmp_path: Path) -> None:
    command("schemas", "export", "835-2025/31", "--as", "csvw", "--to", tmp_path)
    told = csvw(tmp_path, "835-2025/31/acts.csv-metadata.json")["tableSchema"]
    types = {column["name"]: column["datatype"] for column in told["columns"]}
    assert types["CATUTTC"] == {"base": "string", "format": "^(?:UA[0-9]{17})$"}
    assert types["lat"] == {"base": "decimal", "minimum": 44, "maximum": 53}
    assert re.fullmatch(types["type"]["format"], "Кущ")
    assert not re.fullmatch(types["type"]["format"], "Кущі")
    assert types["species"] == "string"
    assert told["null"] == ["", "null"]


def test_csvw_of_an_item_holds_the_keys_between_its_tables(
    command: Command, tmp_path: Path
) -> None:
    command("schemas", "export", "835-2025/2", "--as", "csvw", "--to", tmp_path)
    tables = csvw(tmp_path, "835-2025/2/csv-metadata.json")["tables"]
    keys = {table["url"]: table["tableSchema"].get("foreignKeys", []) for table in tables}
    assert keys["organizations.csv"] == []
    assert keys["organizationUnits.csv"][1] == {
        "columnReference": ["subUnitOfId"],
        "reference": {"resource": "organizationUnits.csv", "columnReference": ["uid"]},
    }
    assert keys["posts.csv"][1]["reference"]["resource"] == "organizations.csv"


def test_every_form_is_one_that_csvw_knows(command: Command, tmp_path: Path) -> None:
    command("schemas", "export", "--as", "csvw", "--to", tmp_path)
    for path in published():
        told = csvw(tmp_path, f"{path}.csv-metadata.json")["tableSchema"]
        row = dict(zip(schema(path).names, good_row(schema(path)), strict=True))
        for column in told["columns"]:
            kind = column["datatype"]
            form = kind.get("format") if isinstance(kind, dict) else None
            assert form is None or re.search(form, row[column["name"]]), (path, column["name"])


def test_one_table_goes_to_standard_output_and_many_to_a_folder(command: Command) -> None:
    text = command("schemas", "export", LEGAL_2019).out
    assert json.loads(text) == json.loads((SCHEMAS / f"{LEGAL_2019}.json").read_text("utf-8"))
    assert command("schemas", "export", "835-2019").code == 2


NAMES = {
    "exactly": ("835-2025/29/vote", []),
    "in another case": ("835-2025/29/VOTE", []),
    "with its ending": ("835-2025/29/vote.json", []),
    "in the plural": ("835-2025/29/Votes", ["schema-read-as"]),
}


@pytest.mark.parametrize(("typed", "expected"), NAMES.values(), ids=NAMES)
def test_a_table_may_be_named_loosely(
    command: Command, tmp_path: Path, typed: str, expected: list[str]
) -> None:
    file = table(tmp_path / "t.csv", "835-2025/29/vote")
    done = command("validate", "--schema", typed, file, "--json")
    assert (done.code, codes(done)) == (0, expected)


@pytest.mark.parametrize(("actual", "asked"), [(LEGAL_2019, LEGAL_2025), (LEGAL_2025, LEGAL_2019)])
def test_a_table_of_the_other_edition_is_named_and_the_map_offered(
    command: Command, tmp_path: Path, actual: str, asked: str
) -> None:
    done = command("validate", "--schema", asked, table(tmp_path / "t.csv", actual), "--json")
    assert done.code == 1
    first = json.loads(done.out)[0]
    assert first["code"] == "table-of-other-edition"
    for language in ("messageUk", "messageEn"):
        assert actual.partition("/")[0] in first[language]
        assert f"pipeline schemas map {actual} {asked}" in first[language]


def test_a_table_of_another_structure_is_named(command: Command, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", "835-2025/30/deputies")
    done = command("validate", "--schema", "835-2025/29/vote", file, "--json")
    first = json.loads(done.out)[0]
    assert first["code"] == "table-of-another-structure"
    assert "835-2025/30/deputies" in first["messageUk"]


def test_a_file_of_no_edition_is_said_to_be_so(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("лавка,колір,сквер\n1,зелена,Липовий\n", encoding="utf-8")
    done = command("validate", "--schema", LEGAL_2019, file, "--json")
    assert (done.code, codes(done)[0]) == (1, "table-of-no-structure")


def test_a_file_with_one_wrong_name_is_still_of_its_table(command: Command, tmp_path: Path) -> None:
    file = table(tmp_path / "t.csv", LEGAL_2019)
    file.write_text(file.read_text("utf-8").replace("publisherName", "hto"), encoding="utf-8")
    done = command("validate", "--schema", LEGAL_2019, file, "--json")
    assert sorted(codes(done)) == ["extra-label", "missing-label"]
