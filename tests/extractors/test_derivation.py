"""Columns that the source lacks: filled by a named rule and counted, or left empty and said."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.extractors.derivation import Columns, complete
from pipeline.model import Finding, Severity, Table
from tests.builders import holder, table, table_spec

COLUMNS = Columns(
    names=("identifier", "number", "date", "valid", "status", "publisher", "code"),
    required=frozenset({"identifier", "valid", "status"}),
)


def completed(
    rows: list[dict[str, str]], may_be_empty: dict[str, str] | None = None, **rules: Any
) -> tuple[Table, dict[tuple[str, str | None], Finding]]:
    spec = table_spec(derive=rules, expect={"min_rows": 0, "may_be_empty": may_be_empty or {}})
    made, found = complete(table(rows), spec, COLUMNS, holder(), "council")
    return made, {(finding.code, finding.field): finding for finding in found}


@pytest.mark.parametrize(
    ("field", "rule", "value"),
    [
        ("status", {"rule": "constant", "value": "Чинний", "because": "-"}, "Чинний"),
        ("valid", {"rule": "same-as", "field": "date", "because": "-"}, "2020-02-27"),
        ("identifier", {"rule": "number-and-year", "number": "number", "date": "date"}, "7/1-2020"),
        ("publisher", {"rule": "body-title", "date": "date"}, "Тестова міська рада"),
        ("code", {"rule": "body-code", "date": "date"}, "26510514"),
    ],
)
def test_a_rule_fills_and_is_counted(field: str, rule: dict[str, str], value: str) -> None:
    made, found = completed([{"number": "7/1", "date": "2020-02-27"}], **{field: rule})
    assert made.frame[field].tolist() == [value]
    counted = found["derived", field]
    assert (counted.severity, counted.details["count"]) == (Severity.INFO, 1)
    assert counted.details["rule"] == rule["rule"]


def test_what_the_source_says_is_never_overwritten() -> None:
    rule = {"rule": "constant", "value": "Чинний", "because": "-"}
    made, found = completed([{"status": "Втратив чинність"}, {"status": ""}], status=rule)
    assert made.frame["status"].tolist() == ["Втратив чинність", "Чинний"]
    assert found["derived", "status"].details["count"] == 1


def test_a_publisher_follows_the_timeline() -> None:
    made, _ = completed(
        [{"date": "2020-12-31"}, {"date": "2021-01-01"}, {"date": ""}, {"date": "учора"}],
        publisher={"rule": "body-title", "date": "date"},
    )
    titles = ["Тестова міська рада", "Тестова адміністрація", "", ""]
    assert made.frame["publisher"].tolist() == titles


@pytest.mark.parametrize("row", [{"number": "7"}, {"date": "2020-01-01"}])
def test_half_an_identifier_is_none(row: dict[str, str]) -> None:
    rule = {"rule": "number-and-year", "number": "number", "date": "date"}
    made, _ = completed([row], identifier=rule)
    assert made.frame["identifier"].tolist() == [""]


def test_a_required_column_without_rule_is_named_with_its_place() -> None:
    _, found = completed([{"valid": "2020-01-01"}, {"valid": ""}])
    warning = found["required-column-is-empty", "valid"]
    assert warning.severity is Severity.WARNING
    assert (warning.place.line, warning.details) == (2, {"field": "valid", "count": 1, "rows": 2})
    assert ("required-column-is-empty", "number") not in found


def test_a_column_that_may_be_empty_is_named_without_a_call_to_mend_it() -> None:
    allowed = {"valid": "the site does not print it"}
    _, found = completed([{"valid": ""}], may_be_empty=allowed)
    assert found["required-column-may-be-empty", "valid"].severity is Severity.WARNING
    assert ("required-column-is-empty", "valid") not in found


def test_columns_stand_in_the_order_of_the_schema_and_strangers_last() -> None:
    made, _ = completed([{"extra": "x", "date": "2020-01-01", "number": "1"}])
    assert list(made.frame.columns) == [*COLUMNS.names, "extra"]


def test_an_empty_table_gets_its_columns() -> None:
    rule = {"rule": "constant", "value": "Чинний", "because": "-"}
    made, found = completed([], status=rule)
    assert (list(made.frame.columns), found) == (list(COLUMNS.names), {})


def test_a_code_of_a_place_from_the_former_one(tmp_path: Path) -> None:
    (tmp_path / "former.csv").write_text(
        "КОАТУУ;КАТОТТГ\n"
        "9010100000;UA90010010010010004\n"
        "9010200000;UA90010010010010004\n9010200000;UA90010010020010005\n",
        encoding="utf-8",
    )
    rule = {
        "rule": "territory-code",
        "koatuu": "number",
        "former": "former.csv",
        "reading": {"delimiter": ";"},
    }
    rows = [{"number": "9010100000"}, {"number": "9010200000"}, {"number": ""}]
    spec = table_spec(derive={"code": rule})
    made, found = complete(table(rows), spec, COLUMNS, holder(), "council", tmp_path)
    assert made.frame["code"].tolist() == ["UA90010010010010004", "", ""]
    assert [item.details["count"] for item in found if item.code == "derived"] == [1]
    made, _ = complete(table([{"date": ""}]), spec, COLUMNS, holder(), "council", tmp_path)
    assert made.frame["code"].tolist() == [""]
