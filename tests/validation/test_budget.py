"""Codes of the budget in tables, and sums that their order promises."""

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from pipeline import messages
from pipeline.model import Severity
from pipeline.parameters.checks import BudgetCode
from pipeline.ukrainian.budget_codes import Classification, Fault
from tests.validation.test_checks import run, said

CASES = [
    ("programme", "0110150", "110150", "short"),
    ("programme", "0611021", "061102І", "shape"),
    ("programme", "0611021", "0601021", "parts"),
    ("programme", "0611021", "0610000", "group"),
    ("state-programme", "2201020", "2200020", "parts"),
    ("typical-programme", "0150", "150", "short"),
    ("function", "0910", "910", "short"),
    ("function", "1090", "9010", "parts"),
    ("economic", "2111", "2113.0", "shape"),
    ("economic", "2113", "1111", "unknown"),
    ("department", "06", "6", "short"),
]


def test_yaml_may_name_every_classification() -> None:
    declared = BudgetCode.model_fields["classification"].annotation
    assert set(get_args(declared)) == set(Classification)
    assert {fault for *_, fault in CASES} == set(Fault)


@pytest.mark.parametrize(("classification", "good", "bad", "fault"), CASES)
def test_a_bad_code_is_told(classification: str, good: str, bad: str, fault: str) -> None:
    rows = [{"a": good}, {"a": bad}, {"a": ""}]
    found = run(rows, "budget-code", fields=["a"], classification=classification)
    assert said(found) == [(f"budget-code-{fault}", 2, "B3")]
    assert (found[0].value, found[0].severity) == (bad, Severity.WARNING)


def test_a_sentence_says_what_the_code_is_made_of() -> None:
    details = {"field": "a", "classification": "function"}
    assert "від 01 до 10" in messages.text("uk", "finding-budget-code-parts", details)
    assert "seven digits" in messages.text(
        "en", "finding-budget-code-short", {"field": "a", "classification": "programme"}
    )


def test_an_unknown_classification_is_refused() -> None:
    with pytest.raises(ValidationError):
        run([{"a": "1"}], "budget-code", fields=["a"], classification="income")


def rows(*lines: tuple[str, str, str]) -> list[dict[str, Any]]:
    return [dict(zip(("year", "code", "sum"), line, strict=True)) for line in lines]


SUMS: dict[str, Any] = {"field": "code", "amount": "sum", "by": ["year"]}


def test_sums_that_agree() -> None:
    table = rows(
        ("2020", "2110", "10.50"), ("2020", "2111", "7.25"), ("2020", "2112", "3.25"),
        ("2021", "2110", "1"), ("2021", "2111", "1.00"), ("2021", "2240", "5"),
    )  # fmt: skip
    assert run(table, "budget-sums", **SUMS) == []


def test_a_sum_that_differs_is_told_at_its_cell() -> None:
    table = rows(
        ("2020", "2110", "10.50"), ("2020", "2111", "7.25"),
        ("2021", "2110", "7.25"), ("2021", "2111", "7.25"),
    )  # fmt: skip
    (finding,) = run(table, "budget-sums", **SUMS)
    assert said([finding]) == [("budget-sum-differs", 1, "D2")]
    assert (finding.details["economic"], finding.details["total"]) == ("2110", "7.25")


@pytest.mark.parametrize("text", ["", "багато", "NaN", "Infinity"])
def test_what_is_no_amount_sums_nothing(text: str) -> None:
    table = rows(("2020", "2110", text), ("2020", "2111", "7"))
    assert run(table, "budget-sums", **SUMS) == []


def test_a_code_that_comes_twice_sums_nothing() -> None:
    table = rows(("2020", "2110", "7"), ("2020", "2111", "3"), ("2020", "2111", "4"))
    assert run(table, "budget-sums", **SUMS) == []
