"""Schemas read strictly; those of the project against the columns of the regulation."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ConfigurationError
from pipeline.validation.schema import load_schema

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

FIELD: dict[str, Any] = {
    "name": "code",
    "title": "Код",
    "titleEn": "Code",
    "description": "Код.",
    "descriptionEn": "Code.",
    "type": "string",
    "datatype": "string",
}
TEXT: dict[str, Any] = {
    "title": "Т",
    "titleEn": "T",
    "description": "Т.",
    "descriptionEn": "T.",
    "fields": [FIELD],
    "missingValues": ["", "null"],
    "primaryKey": ["code"],
}


def write(root: Path, text: dict[str, Any] | str) -> Path:
    folder = root / "council"
    folder.mkdir(exist_ok=True)
    content = text if isinstance(text, str) else json.dumps(text, ensure_ascii=False, indent=1)
    (folder / "T.json").write_text(content, encoding="utf-8")
    return root


def refusal(root: Path, text: dict[str, Any] | str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        load_schema("council/T", write(root, text))
    return caught.value


def test_reads_a_schema(tmp_path: Path) -> None:
    schema = load_schema("council/T", write(tmp_path, TEXT))
    assert (schema.names, schema.required, schema.key) == (("code",), (), ("code",))
    assert schema.missing_values == ("", "null")
    assert schema.descriptor == TEXT
    assert schema.field("code").title_en == "Code"


MISSPELT = {
    "of the schema": ({**TEXT, "primarykey": ["code"]}, "primaryKey"),
    "of a field": ({**TEXT, "fields": [{**FIELD, "constrains": {}}]}, "constraints"),
    "of a constraint": (
        {**TEXT, "fields": [{**FIELD, "constraints": {"requried": True}}]},
        "required",
    ),
}


@pytest.mark.parametrize(("text", "nearest"), MISSPELT.values(), ids=MISSPELT)
def test_a_misspelt_key_is_refused_with_the_nearest_word(
    tmp_path: Path, text: dict[str, Any], nearest: str
) -> None:
    for language in ("uk", "en"):
        message = refusal(tmp_path, text).message(language)
        assert "T.json" in message
        assert nearest in message


def test_the_line_of_a_misspelt_key_is_named(tmp_path: Path) -> None:
    error = refusal(tmp_path, {**TEXT, "fields": [{**FIELD, "constrains": {}}]})
    lines = (tmp_path / "council" / "T.json").read_text(encoding="utf-8").splitlines()
    number = next(at for at, line in enumerate(lines, 1) if "constrains" in line)
    assert str(number) in error.message("en")


REFUSED = {
    "unknown type": {"fields": [{**FIELD, "type": "text"}]},
    "unknown datatype": {"fields": [{**FIELD, "datatype": "anyURL"}]},
    "Cyrillic name": {"fields": [{**FIELD, "name": "соde"}]},
    "no title": {"fields": [{key: FIELD[key] for key in FIELD if key != "titleEn"}]},
    "no fields": {"fields": []},
    "constraint of another type": {
        "fields": [{**FIELD, "type": "date", "constraints": {"pattern": "a"}}]
    },
    "broken pattern": {"fields": [{**FIELD, "constraints": {"pattern": "("}}]},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED)
def test_what_frictionless_might_take_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    error = refusal(tmp_path, {**TEXT, **changes})
    assert error.message("uk") != error.message("en")
    assert "T.json" in error.message("uk")


CONTRADICTIONS = {
    "key without a column": ({"primaryKey": ["kode"]}, "schema-key-is-unknown", "code"),
    "column twice": ({"fields": [FIELD, FIELD]}, "schema-field-twice", "code"),
}


@pytest.mark.parametrize(("changes", "code", "word"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions_say_which_column(
    tmp_path: Path, changes: dict[str, Any], code: str, word: str
) -> None:
    error = refusal(tmp_path, {**TEXT, **changes})
    assert error.code == code
    assert word in error.message("uk")


def test_broken_json_has_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, '{\n "title": "Т",\n "fields": [,]\n}')
    assert (error.code, error.details["line"]) == ("schema-is-not-json", "3")


def test_a_key_written_twice_is_refused(tmp_path: Path) -> None:
    text = json.dumps(TEXT, ensure_ascii=False)[:-1] + ', "title": "Інша"}'
    assert "T.json" in refusal(tmp_path, text).message("uk")


@pytest.mark.parametrize("path", ["council/Partybranches", "../secret", "/etc/passwd", "council/"])
def test_an_absent_schema_is_refused_with_the_nearest(path: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_schema(path, SCHEMAS)
    assert caught.value.code == "schema-is-absent"
    assert caught.value.details["nearest"]


def every_schema() -> list[str]:
    return sorted(
        p.relative_to(SCHEMAS).with_suffix("").as_posix() for p in SCHEMAS.rglob("*.json")
    )


@pytest.mark.parametrize("path", every_schema())
def test_every_schema_of_the_project_is_whole(path: str) -> None:
    schema = load_schema(path, SCHEMAS)
    assert schema.key
    assert "null" in schema.missing_values
    assert all(field.type == "string" for field in schema.fields if field.datatype == "anyURI")


OFFICIAL = [path for path in every_schema() if path.startswith("835-2019/")]


@pytest.mark.parametrize("path", OFFICIAL)
def test_columns_are_exactly_those_of_the_regulation(inputs: Path, path: str) -> None:
    table = path.removeprefix("835-2019/")
    structures = inputs.parent / "reference" / "structures.csv"
    with structures.open(encoding="utf-8", newline="") as file:
        official = [
            (row["name"], row["title"], row["datatype"], row["required"] == "true")
            for row in csv.DictReader(file)
            if (row["source"], row["table"]) == ("tapas2019", table)
        ]
    ours = [
        (field.name, field.title, field.datatype, field.constraints.required)
        for field in load_schema(path, SCHEMAS).fields
    ]
    assert ours == official
