"""Findings as lines and records; what is quoted from a cell stays out of public copies."""

from dataclasses import replace

import pytest

from pipeline.model import Finding, Place, Severity
from pipeline.reporting.findings import (
    as_line,
    as_public_record,
    as_record,
    by_weight,
    place_text,
    sentence,
)

FOUND = Finding(
    code="too-few-rows",
    severity=Severity.ERROR,
    place=Place(source="штат.xlsx", sheet="Рішення", cell="C17", line=17),
    table="LegalActs",
    row=16,
    field="title",
    value="зміст клітинки",
    details={"table": "LegalActs", "rows": 1, "expected": 21},
)


def test_a_record_has_the_parts_of_the_contract() -> None:
    record = as_record(FOUND)
    assert (record["sheet"], record["cell"], record["row"]) == ("Рішення", "C17", 16)
    assert "очікується щонайменше 21" in record["messageUk"]
    assert "at least 21" in record["messageEn"]
    assert record["value"] == "зміст клітинки"


def test_a_public_record_quotes_nothing() -> None:
    assert "зміст клітинки" not in str(as_public_record(FOUND))
    assert "зміст клітинки" not in as_line(FOUND, "uk")


def test_a_place_without_lines_is_said_as_well() -> None:
    place = Place(source="вулиці.json", element="items[3]/cell[2]")
    found = replace(FOUND, place=place, row=None, field=None)
    assert place_text(found, "uk") == "вулиці.json, місце items[3]/cell[2]"
    assert as_record(found)["cell"] == "items[3]/cell[2]"
    page = replace(FOUND, place=Place(source="a.html", line=4, element="/html/body/p"))
    assert as_record(page)["cell"] is None


def test_a_place_is_said_as_a_clerk_finds_it() -> None:
    assert place_text(FOUND, "uk").startswith("штат.xlsx, аркуш «Рішення», клітинка C17")
    nowhere = Finding(code="derived", severity=Severity.INFO)
    assert place_text(nowhere, "uk") == ""


def test_errors_come_first_and_otherwise_the_order_stays() -> None:
    notes = [Finding(code=str(n), severity=Severity.INFO) for n in range(3)]
    assert [found.code for found in by_weight([*notes, FOUND])] == ["too-few-rows", "0", "1", "2"]


@pytest.mark.parametrize("code", ["volume-shrank", "a-code-of-old"])
def test_a_finding_of_an_older_version_is_said_by_its_code(code: str) -> None:
    old = Finding(code=code, severity=Severity.WARNING, details={"before": 155})
    for language in ("uk", "en"):
        assert code in sentence(old, language)
