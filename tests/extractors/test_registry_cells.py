"""Cells of registries, each kind with what it reads, what it mends and what it refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.registry_cells import clean, without_mark
from pipeline.parameters.registry import Column


def column(**parts: Any) -> Column:
    return Column.model_validate({"names": ["Назва"], **parts})


@pytest.mark.parametrize(
    ("text", "cell", "said"),
    [
        (" Клуб ", "Клуб", ""),
        ("Клуб  «Зразок»\nміста", "Клуб «Зразок» міста", "spaces-folded"),
        ("Клуб\u00a0міста", "Клуб міста", "spaces-folded"),
        ("Клуб\u200b міста", "Клуб міста", "spaces-folded"),
        ("Клу\u00adб", "Клуб", "spaces-folded"),
        ("NULL", "", ""),
        ("NULL\ufeff", "", ""),
        ("\u200b", "", "spaces-folded"),
        ("", "", ""),
    ],
)
def test_text(text: str, cell: str, said: str) -> None:
    assert clean(text, column(), ["null"]) == (cell, said)


@pytest.mark.parametrize(
    ("text", "sign", "number"),
    [
        ("1 234 567,89", ",", "1234567.89"),
        ("1\u00a0234\u00a0567", ",", "1234567"),
        ("1.234.567,8", ",", "1234567.8"),
        ("1,234,567.8", ".", "1234567.8"),
        ("1'234", ",", "1234"),
        ("56,712,000.00", ",", "56712000.00"),
        ("1,234,567", ",", "1234567"),
        ("-1.234.567,8", ".", "-1234567.8"),
        ("-0,50", ",", "-0.50"),
        ("−12", ",", "-12"),
        ("007", ",", "007"),
    ],
)
def test_number(text: str, sign: str, number: str) -> None:
    assert clean(text, column(kind="number", decimal_sign=sign), []) == (number, "")


@pytest.mark.parametrize(
    "text",
    [
        "5 шт",
        "1 23",
        "1,234.5",
        "12,",
        "близько 5",
        "-",
        "٥",
        "1 2345",
        "--5",
        "- -5",
        "0.750",
        "00 125",
    ],
)
def test_what_is_no_number_stays_and_is_said(text: str) -> None:
    assert clean(text, column(kind="number"), []) == (text, "number-unreadable")


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("985 400,00 грн.", "985400.00", "unit-left-out"),
        ("12 чол.", "12", "unit-left-out"),
        ("12 ЧОЛ.", "12", "unit-left-out"),
        ("12", "12", ""),
        ("12 тис.", "12 тис.", "number-unreadable"),
        ("грн.", "грн.", "number-unreadable"),
    ],
)
def test_declared_units_are_left_out(text: str, number: str, said: str) -> None:
    assert clean(text, column(kind="number", units=["грн.", "чол."]), []) == (number, said)


def test_units_belong_to_numbers() -> None:
    with pytest.raises(ValueError, match="units"):
        column(units=["грн."])


def test_a_word_may_mean_nothing_in_one_column_alone() -> None:
    assert clean("-", column(missing=["-"]), []) == ("", "")
    assert clean("-", column(), []) == ("-", "")


@pytest.mark.parametrize(
    ("text", "cell", "said"),
    [
        ("2-14-15\n 2-14-16\n", "2-14-15; 2-14-16", "spaces-folded"),
        ("вул. Тиха,\nбуд. 1", "вул. Тиха, буд. 1", "spaces-folded"),
        ("Клуб;\n\nДім", "Клуб; Дім", "spaces-folded"),
        ("один рядок", "один рядок", ""),
        ("\n", "", ""),
    ],
)
def test_lines_of_a_cell_may_be_values_of_their_own(text: str, cell: str, said: str) -> None:
    assert clean(text, column(between_lines="; "), []) == (cell, said)


def test_lines_belong_to_text() -> None:
    with pytest.raises(ValueError, match="between_lines"):
        column(between_lines="; ", kind="phone")


@pytest.mark.parametrize(
    ("text", "bare"),
    [("0217350*", "0217350"), ("9 **", "9"), ("*", "*"), ("а*б", "а*б"), (" а ", " а ")],
)
def test_marks_of_notes(text: str, bare: str) -> None:
    assert without_mark(text, ["*"]) == bare


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_a_number_written_in_groups_reads_back(whole: int, cents: int) -> None:
    written = f"{whole:,}".replace(",", " ") + f",{cents:02}"
    assert clean(written, column(kind="number"), []) == (f"{whole}.{cents:02}", "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 березня 2021 р.", "2021-03-03"),
        ("03 березня 2021 року", "2021-03-03"),
        ("03.03.2021", "2021-03-03"),
        ("2021-03-03", "2021-03-03"),
    ],
)
def test_date_in_words(text: str, day: str) -> None:
    assert clean(text, column(kind="date", formats=["words"]), []) == (day, "")


@pytest.mark.parametrize("text", ["весна 2021", "31 лютого 2021 р.", "3 березня", "2021"])
def test_what_is_no_date_stays_and_is_said(text: str) -> None:
    assert clean(text, column(kind="date", formats=["words"]), []) == (text, "date-unreadable")


@pytest.mark.parametrize(
    ("text", "number"),
    [("7-3/V\u0406\u0406\u0406", "7-3/VIII"), ("№ 16 - 1/VIII", "16-1/VIII"), ("365-р", "365-р")],
)
def test_number_of_an_act(text: str, number: str) -> None:
    assert clean(text, column(kind="act-number"), []) == (number, "")


@pytest.mark.parametrize(
    ("text", "number"), [("28-3 / VIII", "28-3/VIII"), ("№ 28-3 / VІІІ", "28-3/VIII")]
)
def test_a_number_of_an_act_is_not_cut_at_a_space(text: str, number: str) -> None:
    assert clean(text, column(kind="act-number"), []) == (number, "")


@pytest.mark.parametrize("text", ["№ 365-р зі змінами", "7-3/VIII від 12.03.2021", "№ 12, 13"])
def test_words_beside_a_number_of_an_act_are_said(text: str) -> None:
    assert clean(text, column(kind="act-number"), [])[1] == "act-number-with-words"


def test_what_is_no_number_of_an_act_stays_and_is_said() -> None:
    told = clean("без номера", column(kind="act-number"), [])
    assert told == ("без номера", "act-number-unreadable")


def test_a_decimal_sign_belongs_to_numbers() -> None:
    with pytest.raises(ValueError, match="decimal_sign"):
        column(decimal_sign=",")


@pytest.mark.parametrize(
    ("text", "width", "code", "said"),
    [
        ("0110150", 7, "0110150", ""),
        ("01 1 0150", 7, "0110150", "code-groups-joined"),
        ("01\u00a01\u00a00150", 7, "0110150", "code-groups-joined"),
        ("1 1 0150", 7, "1 1 0150", ""),
        ("01 1 0150", None, "01 1 0150", ""),
        ("110150", 7, "110150", "leading-zero-lost"),
        ("110150.0", 7, "110150.0", "code-written-as-number"),
    ],
)
def test_a_code_printed_in_groups(text: str, width: int | None, code: str, said: str) -> None:
    given = {"width": width} if width else {}
    assert clean(text, column(kind="code", **given), []) == (code, said)


@pytest.mark.parametrize(
    ("text", "phones", "said"),
    [
        ("044 555-01-01", "+380445550101", ""),
        ("тел. (06451) 7-00-01, 7-00-02", "+380645170001,+380645170002", ""),
        ("+380445550101", "+380445550101", ""),
        ("", "", ""),
        ("7-00-01", "7-00-01", "phone-unreadable"),
        ("у приймальні", "у приймальні", "phone-unreadable"),
        ("тел.", "тел.", "phone-unreadable"),
    ],
)
def test_phones_have_one_form(text: str, phones: str, said: str) -> None:
    assert clean(text, column(kind="phone"), []) == (phones, said)
