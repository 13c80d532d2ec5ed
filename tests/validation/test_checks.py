"""Each check with a table that passes and one that does not."""

from typing import Any

import pandas as pd
import pytest
from pydantic import TypeAdapter, ValidationError

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.model import Finding, Origin, Place, Severity, Table
from pipeline.parameters.checks import CheckSettings
from pipeline.validation.checks import CHECKS

SETTINGS: TypeAdapter[CheckSettings] = TypeAdapter(CheckSettings)


def run(rows: list[dict[str, str]], check: str, **given: Any) -> list[Finding]:
    settings = SETTINGS.validate_python({"check": check, **given})
    origins = tuple(
        Origin(
            sha256="a",
            place=Place(source="t.xlsx", sheet="Дані", line=line),
            columns={name: "BCD"[at] for at, name in enumerate(rows[0])},
        )
        for line in range(2, 2 + len(rows))
    )
    table = Table(schema="council/T", frame=pd.DataFrame(rows, dtype=str), origins=origins)
    found = list(CHECKS[settings.check].run(table, settings))
    for item in found:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{item.code}", item.details)
    return found


def said(found: list[Finding]) -> list[tuple[str, int | None, str | None]]:
    return [(item.code, item.row, item.place.cell) for item in found]


def test_checks_go_by_their_code() -> None:
    assert {check.code for check in CHECKS.values()} == set(CHECKS)


def test_a_check_of_an_unknown_name_is_refused() -> None:
    with pytest.raises(ValidationError):
        SETTINGS.validate_python({"check": "key-uniqe", "fields": ["a"]})


def test_a_check_of_an_unknown_column_is_refused() -> None:
    with pytest.raises(ConfigurationError) as caught:
        run([{"a": "1"}], "key-unique", fields=["b"])
    assert caught.value.code == "check-field-is-unknown"
    assert "«b»" in caught.value.message("uk")


# Keys


def test_keys_that_differ_pass() -> None:
    rows = [{"a": "1", "b": "x"}, {"a": "1", "b": "y"}, {"a": "", "b": ""}, {"a": "", "b": ""}]
    assert run(rows, "key-unique", fields=["a", "b"]) == []


def test_a_key_seen_before_names_both_places() -> None:
    rows = [{"a": "1", "b": "x"}, {"a": "2", "b": "x"}, {"a": "1", "b": "x"}]
    (finding,) = run(rows, "key-unique", fields=["a", "b"])
    assert said([finding]) == [("key-duplicate", 3, "B4")]
    assert finding.details == {
        "field": "a",
        "key": "a, b",
        "other_row": "1",
        "other_place": "B2",
    }
    assert finding.severity is Severity.ERROR
    (other,) = run(rows, "key-unique", fields=["a", "b"], severity="warning")
    assert other.severity is Severity.WARNING


def test_keys_that_are_alike() -> None:
    rows = [{"a": "ім. Зразка"}, {"a": "Ім.Зразка"}, {"a": "ім. Зразка"}, {"a": "Інша"}, {"a": ""}]
    found = run(rows, "key-unique", fields=["a"], alike=True, severity="warning")
    assert said(found) == [("key-alike", 2, "B3"), ("key-duplicate", 3, "B4")]
    assert said(run(rows, "key-unique", fields=["a"])) == [("key-duplicate", 3, "B4")]


# ЄДРПОУ


def test_check_digits_that_agree_pass() -> None:
    rows = [{"code": "09900308"}, {"code": "99001016"}, {"code": ""}, {"code": "123"}]
    assert run(rows, "edrpou-check-digit", fields=["code"]) == []


def test_a_check_digit_that_disagrees_is_a_warning() -> None:
    rows = [{"code": "09900308"}, {"code": "09900309"}]
    (finding,) = run(rows, "edrpou-check-digit", fields=["code"])
    assert said([finding]) == [("edrpou-check-digit", 2, "B3")]
    assert (finding.severity, finding.value) == (Severity.WARNING, "09900309")


# Dates


@pytest.mark.parametrize(
    "later", ["2026-01-02", "2026-01-03", "", "02.01.2020"], ids=["same", "after", "none", "bad"]
)
def test_dates_in_order_pass(later: str) -> None:
    rows = [{"accepted": "2026-01-02", "issued": later}]
    assert run(rows, "dates-in-order", fields=["accepted", "issued"]) == []


def test_a_publication_before_the_decision_is_told_at_its_cell() -> None:
    rows = [{"accepted": "2026-01-02", "issued": "2026-01-01"}]
    (finding,) = run(rows, "dates-in-order", fields=["accepted", "issued"])
    assert said([finding]) == [("dates-out-of-order", 1, "C2")]
    assert finding.details == {"field": "issued", "earlier": "accepted"}


# Numbers of acts


def acts(*numbers: str, day: str = "2026-01-02") -> list[dict[str, str]]:
    return [{"number": number, "dateAccepted": day} for number in numbers]


GAPS = {
    "one in a session": (["16-1/VIII", "16-2/VIII", "16-4/VIII"], "16-3/VIII", 1),
    "at the beginning of a session": (["16-3/VIII"], "16-1/VIII … 16-2/VIII", 2),
    "within a convocation": (["540-VIII", "542-VIII"], "541-VIII", 1),
    "orders": (["7-р", "9-р", "8-рк"], "8-р", 1),
    "glued suffix": (["7р", "9р"], "8р", 1),
    "plain": (["7", "9", "12"], "8, 10 … 11", 3),
    "in any order": (["9", "7"], "8", 1),
}


@pytest.mark.parametrize(("numbers", "missing", "count"), GAPS.values(), ids=GAPS)
def test_gaps_are_named(numbers: list[str], missing: str, count: int) -> None:
    (finding,) = run(acts(*numbers), "act-numbers")
    assert (finding.code, finding.severity) == ("act-number-gap", Severity.WARNING)
    assert finding.details == {"field": "number", "count": count, "numbers": missing}


WHOLE = {
    "a session": ["16-2/VIII", "16-1/VIII", "16-3/VIII"],
    "two sessions": ["16-1/VIII", "17-1/VIII", "16-1/VII"],
    "orders begin where the source begins": ["365-р", "366-р"],
    "a letter after the number": ["16-1/VIII", "16-1а/VIII", "16-2/VIII"],
    "no numbers": ["", ""],
}


@pytest.mark.parametrize("numbers", WHOLE.values(), ids=WHOLE)
def test_numbers_without_gaps_pass(numbers: list[str]) -> None:
    assert run(acts(*numbers), "act-numbers") == []


def test_numbers_of_orders_begin_anew_each_year() -> None:
    rows = [*acts("365-р", day="2025-12-30"), *acts("1-р", "2-р", day="2026-01-02")]
    assert run(rows, "act-numbers") == []


def test_a_gap_stands_at_the_act_after_it() -> None:
    (finding,) = run(acts("9", "7", "6"), "act-numbers")
    assert said([finding]) == [("act-number-gap", 1, "B2")]


def test_doubles_name_both_places() -> None:
    (finding,) = run(acts("16-1/VIII", "16-2/VIII", "16-1/VIII"), "act-numbers")
    assert said([finding]) == [("act-number-double", 3, "B4")]
    assert (finding.details["other_row"], finding.details["other_place"]) == ("1", "B2")


def test_numbers_of_an_unknown_form_are_counted_not_dropped() -> None:
    (finding,) = run(acts("65/984", "65/986", "7/58-35"), "act-numbers")
    assert (finding.code, finding.severity) == ("act-number-unread", Severity.INFO)
    assert (finding.details["count"], finding.value) == (3, "65/984")


def test_another_form_is_declared() -> None:
    pattern = "[0-9]+/(?P<serial>[0-9]+)"
    (finding,) = run(acts("65/984", "66/986"), "act-numbers", pattern=pattern)
    assert finding.details["numbers"] == "66/985"
    rows = [*acts("65/984"), *acts("66/986", day="2027-01-02")]
    assert run(rows, "act-numbers", pattern=pattern, by_year=True) == []
    (first,) = run(acts("3/2"), "act-numbers", pattern=pattern, from_one=True)
    assert first.details["numbers"] == "3/1"


def test_many_gaps_are_cut_in_the_sentence_and_counted() -> None:
    (finding,) = run(acts(*(str(number) for number in range(1, 80, 2))), "act-numbers")
    assert finding.details["count"] == 39
    assert str(finding.details["numbers"]).endswith("24, …")


@pytest.mark.parametrize("pattern", ["([0-9]+)", "(?P<serial>"], ids=["no serial", "broken"])
def test_a_pattern_without_the_running_number_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError):
        SETTINGS.validate_python({"check": "act-numbers", "pattern": pattern})


# Typing


def test_text_that_is_typed_badly_is_told_cell_by_cell() -> None:
    rows = [{"a": "Про тарифи"}, {"a": "Прo  тарифи"}, {"a": "ПРО НОВІ ТАРИФИ"}]
    found = run(rows, "text-hygiene", fields=["a"])
    assert [(one.row, one.details["fault"]) for one in found] == [
        (2, "spaces"),
        (2, "alphabets"),
        (3, "capitals"),
    ]
    assert run(rows, "text-hygiene", fields=["a"], faults=["quotes"]) == []
