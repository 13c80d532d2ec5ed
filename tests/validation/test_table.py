"""Each error of frictionless as a finding of ours, at its row, field and place."""

from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest

from pipeline import messages
from pipeline.model import Finding, Origin, Place, Severity, Table
from pipeline.validation.schema import Schema, load_schema
from pipeline.validation.table import validate
from tests.validation.test_schema import FIELD, SCHEMAS, TEXT, write

LETTERS = {"id": "A", "day": "B", "count": "C", "kind": "D", "link": "E"}

FIELDS: list[dict[str, Any]] = [
    {"name": "id", "constraints": {"required": True, "pattern": "[a-z]|[0-9]{2}"}},
    {"name": "day", "type": "date", "datatype": "date"},
    {"name": "count", "type": "integer", "datatype": "integer",
     "constraints": {"minimum": 1, "maximum": 9}},
    {"name": "kind", "constraints": {"enum": ["ліс", "гай"], "minLength": 3, "maxLength": 4}},
    {"name": "link", "format": "uri", "datatype": "anyURI",
     "constraints": {"unique": True, "pattern": r"https?://\S+"}},
]  # fmt: skip

GOOD = {"id": "a", "day": "2020-01-02", "count": "3", "kind": "ліс", "link": "https://а.укр/ї"}


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    fields = [{**FIELD, **field} for field in FIELDS]
    text = {**TEXT, "fields": fields, "primaryKey": ["id"]}
    return load_schema("council/T", write(tmp_path, text))


def table(*rows: dict[str, str], columns: list[str] | None = None) -> Table:
    frame = pd.DataFrame([{**GOOD, **row} for row in rows], columns=columns, dtype=str)
    origins = tuple(
        Origin(sha256="a", place=Place(source="t.xlsx", sheet="Дані", line=line), columns=LETTERS)
        for line in range(5, 5 + len(rows))
    )
    return Table(schema="council/T", frame=frame, origins=origins)


def said(found: tuple[Finding, ...]) -> list[tuple[str, int | None, str | None, str | None]]:
    for item in found:
        for language in messages.LANGUAGES:
            sentence = messages.text(language, f"finding-{item.code}", item.details)
            assert not item.value or item.row is None or item.value not in sentence.split()
    return [(item.code, item.row, item.field, item.place.cell) for item in found]


def test_a_good_table_has_no_findings(schema: Schema) -> None:
    other = {"id": "12", "link": "", "day": "null", "kind": "", "count": ""}
    assert validate(table({}, other), schema) == ()


CELLS = {
    "date": ({"day": "31.12.2020"}, "type-error", "day", "B6"),
    "impossible date": ({"day": "2020-02-30"}, "type-error", "day", "B6"),
    "integer": ({"count": "три"}, "type-error", "count", "C6"),
    "required": ({"id": ""}, "constraint-required", "id", "A6"),
    "required written null": ({"id": "null"}, "constraint-required", "id", "A6"),
    "pattern": ({"id": "Ы"}, "constraint-pattern", "id", "A6"),
    "pattern, only its beginning": ({"id": "axxx"}, "constraint-pattern", "id", "A6"),
    "pattern, line break at the end": ({"id": "12\n"}, "constraint-pattern", "id", "A6"),
    "enum": ({"kind": "сад"}, "constraint-enum", "kind", "D6"),
    "minimum": ({"count": "0"}, "constraint-minimum", "count", "C6"),
    "maximum": ({"count": "10"}, "constraint-maximum", "count", "C6"),
    "link without http": ({"link": "www.a.ua"}, "constraint-pattern", "link", "E6"),
    "unique": ({"link": GOOD["link"]}, "unique", "link", "E6"),
    "key": ({"id": "a"}, "key-duplicate", "id", "A6"),
    "short date": ({"day": "2020-1-5"}, "spelling-not-standard", "day", "B6"),
    "Arabic digits": ({"count": "٣"}, "spelling-not-standard", "count", "C6"),
    "underscore": ({"count": "0_3"}, "spelling-not-standard", "count", "C6"),
}


@pytest.mark.parametrize(("row", "code", "field", "cell"), CELLS.values(), ids=CELLS)
def test_each_error_has_its_code_and_place(
    schema: Schema, row: dict[str, str], code: str, field: str, cell: str
) -> None:
    bad = {"id": "b", "link": "https://б.укр", **row}
    found = validate(table({}, bad), schema)
    assert said(found) == [(code, 2, field, cell)]
    (finding,) = found
    assert finding.severity is Severity.ERROR
    assert finding.value == bad.get(field, GOOD.get(field))
    assert finding.table == "T"


LENGTHS = {
    "too short": ("ну", ["constraint-enum", "constraint-min-length"]),
    "too long": ("галявина", ["constraint-enum", "constraint-max-length"]),
}


@pytest.mark.parametrize(("kind", "codes"), LENGTHS.values(), ids=LENGTHS)
def test_lengths(schema: Schema, kind: str, codes: list[str]) -> None:
    found = validate(table({"kind": kind}), schema)
    assert sorted(item.code for item in found) == codes


def test_limits_are_told_in_the_sentence(schema: Schema) -> None:
    (finding,) = validate(table({"kind": "сад"}), schema)
    assert finding.details == {"field": "kind", "limit": "ліс · гай"}
    assert "ліс · гай" in messages.text("uk", "finding-constraint-enum", finding.details)


def test_doubles_name_both_places(schema: Schema) -> None:
    rows = [{"link": f"https://{at}.ua"} for at in range(3)]
    found = validate(table(*rows), schema)
    assert [item.details["other_row"] for item in found] == ["1", "2"]
    assert [item.details["other_place"] for item in found] == ["A5", "A6"]
    assert [item.place.cell for item in found] == ["A6", "A7"]


def test_a_blank_row_is_told_once(schema: Schema) -> None:
    blank = dict.fromkeys(GOOD, "")
    (finding,) = validate(table({}, blank), schema)
    assert (finding.code, finding.row, finding.place.line) == ("blank-row", 2, 6)


def test_a_bad_key_is_told_once(tmp_path: Path) -> None:
    fields = [{**FIELD, "name": "year", "type": "year"}, {**FIELD, "name": "name"}]
    text = {**TEXT, "fields": fields, "primaryKey": ["year"]}
    schema = load_schema("council/T", write(tmp_path, text))
    bad = table({"year": "20166", "name": "a"}, {"year": "", "name": "b"}, columns=["year", "name"])
    assert [item.code for item in validate(bad, schema)] == ["type-error", "key-missing"]


def test_an_empty_table_is_an_error(schema: Schema) -> None:
    empty = Table(schema="council/T", frame=table({}).frame.iloc[:0], origins=())
    (finding,) = validate(empty, schema)
    assert (finding.code, finding.severity) == ("table-empty", Severity.ERROR)


def test_columns_may_stand_in_any_order(schema: Schema) -> None:
    assert validate(table({}, columns=["kind", "link", "id", "count", "day"]), schema) == ()


def test_columns_that_differ_are_told_and_the_others_checked(schema: Schema) -> None:
    columns = ["id", "day", "count", "kind", "extra", ""]
    rows = {"count": "три", "extra": "x", "": "y"}
    found = validate(table(rows, columns=columns), schema)
    assert [(item.code, item.field, item.value) for item in found] == [
        ("extra-label", None, "extra"),
        ("blank-label", None, ""),
        ("missing-label", "link", None),
        ("type-error", "count", "три"),
    ]
    assert said(found)


def test_a_column_twice_is_told(schema: Schema) -> None:
    good = table({})
    doubled = pd.concat([good.frame, good.frame[["kind"]]], axis=1)
    found = validate(Table(schema="council/T", frame=doubled, origins=good.origins), schema)
    assert [(item.code, item.value) for item in found] == [("duplicate-label", "kind")]


def test_a_missing_key_column_is_told_once(schema: Schema) -> None:
    found = validate(table({}, columns=["day", "count", "kind", "link"]), schema)
    assert [(item.code, item.field) for item in found] == [("missing-label", "id")]


def test_more_errors_than_frictionless_tells_by_itself(schema: Schema) -> None:
    rows = [{"id": "Ы", "link": ""} for _ in range(1500)]
    found = validate(table(*rows), schema)
    patterns = [item for item in found if item.code == "constraint-pattern"]
    assert len(patterns) == 1500
    assert patterns[-1].row == 1500


def test_a_report_cut_short_is_an_error(schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = frictionless.Resource.validate

    def cut(self: frictionless.Resource, **_: Any) -> frictionless.Report:
        return whole(self, limit_errors=1)

    monkeypatch.setattr(frictionless.Resource, "validate", cut)
    found = validate(table({"count": "x", "day": "y"}), schema)
    assert "validation-incomplete" in {item.code for item in found}
    assert {item.severity for item in found} == {Severity.ERROR}


def test_an_error_nobody_expected_is_not_lost(schema: Schema) -> None:
    from frictionless import errors

    from pipeline.validation.conversion import converted

    strange = errors.SourceError(note="щось")
    (finding,) = converted([strange], table({}), schema)
    assert (finding.code, finding.value) == ("validation-incomplete", "source-error: щось")


def test_every_code_of_a_constraint_has_its_sentence() -> None:
    for name in ("exclusive-minimum", "exclusive-maximum"):
        for language in messages.LANGUAGES:
            assert "5" in messages.text(
                language, f"finding-constraint-{name}", {"field": "a", "limit": "5"}
            )


def test_the_schema_of_acts_refuses_what_the_form_forbids() -> None:
    schema = load_schema("835-2019/Legislation/LegalActs", SCHEMAS)
    good = {
        "identifier": "1-р-2026", "type": "розпорядження", "title": "Про ліс",
        "dateAccepted": "2026-01-02", "number": "1-р", "issued": "2026-01-03",
        "valid": "2026-01-02", "status": "Чинний", "publisherName": "Рада",
        "publisherIdentifier": "", "url": "https://rada.example/1", "registrationNumber": "null",
        "registrationDate": "", "registratorPrefLabel": "", "registratorIdentifier": "",
    }  # fmt: skip
    bad = {
        **good, "identifier": "2-р-2026", "status": "чинний", "publisherIdentifier": "1234567",
        "url": "rada.example", "valid": "02.01.2026",
    }  # fmt: skip
    acts = Table(
        schema=schema.path,
        frame=pd.DataFrame([good, bad], dtype=str),
        origins=(Origin(sha256="a", place=Place(line=1)),) * 2,
    )
    assert {(item.code, item.row, item.field) for item in validate(acts, schema)} == {
        ("type-error", 2, "valid"),
        ("constraint-enum", 2, "status"),
        ("constraint-pattern", 2, "publisherIdentifier"),
        ("constraint-pattern", 2, "url"),
    }
