"""Every schema against the columns that its publication prints, less the listed exceptions."""

import csv
import json
import re
from pathlib import Path

import frictionless
import pytest

from tests.schemas.facts import SCHEMAS, Printed, published, schema, unconstrained

# docs/decisions/0015: the sane form is held, the printed one is an alias.
RENAMED = {
    ("835-2025/10/regulatoryList", 9): "legalActId",
    ("835-2025/11/plan", 5): "isVersionOfId",
    ("835-2025/2/organizations", 10): "subOrgOfName",
    ("835-2025/2/organizations", 21): "contactPointName",
    ("835-2025/2/organizations", 22): "contactPointEmail",
    ("835-2025/2/organizations", 23): "contactPointTelephone",
    ("835-2025/65/wasteServises", 7): "contactPointEmail",
    ("835-2025/65/wasteServises", 8): "contactPointTelephone",
    ("835-2025/65/wasteServises", 9): "contactPointUrl",
    ("835-2025/40/equipment", 13): "amortizationCurrencyCode",
    ("835-2025/40/equipment", 15): "bookCurrencyCode",
    ("835-2025/69/penalty", 9): "inspectorGivenName",
}
RETYPED = {
    ("835-2025/36/parkingLots", "currencyCode"): "string",
    ("835-2025/38/services", "currency"): "string",
    ("835-2025/40/equipment", "yearMade"): "integer",
    ("835-2025/62/programs", "validFrom"): "integer",
    ("835-2025/62/programs", "validThrough"): "integer",
    ("835-2025/65/containers", "cansVolume"): "string",
    ("835-2025/66/landfill", "startYear"): "integer",
    ("835-2025/71/cameras", "cameraDirection"): "string",
    ("835-2025/74/systems", "year"): "integer",
    ("835-2025/74/systems", "modernisationalYear"): "integer",
    ("835-2025/74/systems", "overhaulYear"): "integer",
}
TYPES = {
    "string": "string",
    "integer": "integer",
    "decimal": "number",
    "date": "date",
    "dateTime": "datetime",
    "time": "time",
    "boolean": "boolean",
    "anyURI": "string",
}
# Words in a title that promise a list, a code or a form.
NAMES_A_RULE = re.compile(
    r"ЄДРПОУ|КАТОТ|[Кк]од\b|[Іі]ндекс|[Тт]елефон|пошти|Email|Валюта|Графік|[Рр]ежим роботи"
    r"|[Сс]татус|Тип|Вид\b|Види\b|[Кк]атегорія|Посилання|Стать|знак|VIN|Частота|[Оо]диниц|[Кк]лас|Форма"
    r"|Доступ|Пільг|Стан |Спосіб|Період|Країна|Мова|пояс|Колір|[Нн]омер|Ідентифікатор|Вулиц"
)
TABLES = sorted(published())


def test_every_table_of_both_editions_has_a_schema() -> None:
    ours = {
        file.relative_to(SCHEMAS).with_suffix("").as_posix()
        for file in SCHEMAS.glob("835-*/**/*.json")
    }
    assert ours == set(published())
    assert (len(ours), sum(map(len, published().values()))) == (122, 2174)


def test_the_copy_of_the_facts_is_the_reference(inputs: Path) -> None:
    editions = {"tapas2019": "835-2019", "draft2025": "835-2025"}
    found: dict[str, list[Printed]] = {}
    reference = inputs.parent / "reference" / "structures.csv"
    with reference.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = f"{editions[row['source']]}/{row['table']}"
            required = row["required"] == "true"
            column = Printed(name=row["name"], datatype=row["datatype"], required=required)
            found.setdefault(path, []).append(column)
    assert found == published()


@pytest.mark.parametrize("path", TABLES)
def test_columns_are_the_published_ones(path: str) -> None:
    ours, theirs = schema(path).fields, published()[path]
    assert len(ours) == len(theirs)
    for at, (field, printed) in enumerate(zip(ours, theirs, strict=True)):
        assert field.name == RENAMED.get((path, at), printed.name)
        assert field.constraints.required == printed.required, field.name
        held = "anyURI" if printed.datatype == "anyURL" else printed.datatype
        assert field.datatype == RETYPED.get((path, field.name), held), field.name
        assert field.type == TYPES[field.datatype], field.name


@pytest.mark.parametrize("path", TABLES)
def test_what_is_printed_otherwise_is_kept_as_an_alias(path: str) -> None:
    for field, printed in zip(schema(path).fields, published()[path], strict=True):
        if field.name != printed.name:
            assert printed.name in field.aliases
        kept = (printed.datatype,) if field.datatype != printed.datatype else ()
        assert field.datatype_aliases == kept, field.name


def test_each_exception_is_told_in_the_decision() -> None:
    text = (
        SCHEMAS.parent / "docs/decisions/0015-hold-the-sane-form-of-a-contradiction.md"
    ).read_text(encoding="utf-8")
    told = {path.removeprefix("835-2025/") for path, _ in (*RENAMED, *RETYPED)}
    assert {path for path in told if f"`{path}`" not in text} == set()


@pytest.mark.parametrize("path", TABLES)
def test_keys_stand_in_the_tables_they_name(path: str) -> None:
    table = schema(path)
    assert table.key
    for key in table.foreign_keys:
        beside = f"{path.rpartition('/')[0]}/{key.reference.resource}"
        other = schema(beside) if key.reference.resource else table
        assert set(key.fields) <= set(table.names)
        assert set(key.reference.fields) <= set(other.names)


def lacks_a_constraint(path: str) -> set[str]:
    """Columns of text whose title promises a rule and that have none."""
    return {
        field.name
        for field in schema(path).fields
        if field.type == "string"
        and NAMES_A_RULE.search(field.title)
        and not (field.constraints.model_fields_set - {"required"})
    }


@pytest.mark.parametrize("path", TABLES)
def test_a_column_that_names_a_rule_has_it_or_a_reason(path: str) -> None:
    excused = {column for place, column in unconstrained() if place == path}
    assert lacks_a_constraint(path) <= excused
    for column in excused:
        given = schema(path).field(column).constraints.model_fields_set
        assert given <= {"required"}, f"{column} has a constraint; take it off the list"


@pytest.mark.parametrize("path", TABLES)
def test_codes_addresses_and_places_are_held_to_their_form(path: str) -> None:
    forms = {
        "Код КАТОТТГ": "UA[0-9]{17}",
        "Поштовий індекс": "[0-9]{5}",
        "Валюта": "[A-Z]{3}",
    }
    for field in schema(path).fields:
        if field.title in forms:
            assert field.constraints.pattern == forms[field.title]
        if field.datatype == "anyURI":
            assert (field.constraints.pattern or "").startswith("https?://")
        if field.name in {"lat", "lon"}:
            assert field.constraints.minimum
            assert field.constraints.maximum


def every_schema() -> list[Path]:
    return sorted(SCHEMAS.rglob("*.json"))


@pytest.mark.parametrize("file", every_schema(), ids=lambda file: str(file.relative_to(SCHEMAS)))
def test_frictionless_itself_accepts_the_file(file: Path) -> None:
    report = frictionless.validate(str(file), type="schema")
    assert report.valid, report.flatten(["type", "note"])
    again = frictionless.Schema.from_descriptor(json.loads(file.read_text(encoding="utf-8")))
    assert [field.name for field in again.fields]


@pytest.mark.parametrize("path", TABLES)
def test_both_languages_describe_each_column(path: str) -> None:
    for field in schema(path).fields:
        assert re.search(r"[А-ЯІЇЄа-яіїє]", field.description), field.name
        told = re.sub(
            r"«[^»]*»|\([^)]*\)|ЄДРПОУ|КАТОТТГ|КВЦПЗ|НК 018|ДК 018", "", field.description_en
        )
        assert not re.search(r"[А-ЯІЇЄа-яіїє]", told), field.description_en
        assert re.search(r"[A-Za-z]{3}", told), field.name
