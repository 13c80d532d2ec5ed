"""Cells of registries, each kind with what it reads, what it mends and what it refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.records.cells import clean, without_mark
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


ACCOUNTS: dict[str, Any] = {"kind": "number", "negative": "brackets", "units": ["грн"]}


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("(1 234,50)", "-1234.50", "brackets-are-negative"),
        ("( 10 )", "-10", "brackets-are-negative"),
        ("(10) грн", "-10", "brackets-are-negative"),
        ("(10 грн)", "-10", "brackets-are-negative"),
        ("10", "10", ""),
        ("-10", "-10", ""),
        ("(-10)", "(-10)", "number-unreadable"),
        ("-(10)", "-(10)", "number-unreadable"),
        ("(10", "(10", "number-unreadable"),
        ("10 (12)", "10 (12)", "number-unreadable"),
        ("(10) (12)", "(10) (12)", "number-unreadable"),
        ("(десять)", "(десять)", "number-unreadable"),
        ("()", "()", "number-unreadable"),
    ],
)
def test_brackets_of_accountants_where_they_are_declared(text: str, number: str, said: str) -> None:
    assert clean(text, column(**ACCOUNTS), []) == (number, said)
    if said == "brackets-are-negative":
        assert clean(text, column(kind="number"), [])[1] == "number-unreadable"


SCALES: dict[str, Any] = {"млн": 1_000_000, "тис. грн": 1000, "тис.": 1000}


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("1,2 млн", "1200000", "number-scaled"),
        ("1,2 млн.", "1200000", "number-scaled"),
        ("0,0005 МЛН", "500", "number-scaled"),
        ("12,5 тис. грн", "12500", "number-scaled"),
        ("12,5 тис.грн.", "12500", "number-scaled"),
        ("1,2345678 млн", "1234567.8", "number-scaled"),
        ("1 200 тис", "1200000", "number-scaled"),
        ("-3 млн", "-3000000", "number-scaled"),
        ("0", "0", ""),
        ("0,00", "0.00", ""),
        ("950", "950", "number-unreadable"),
        ("1 млн 200 тис.", "1 млн 200 тис.", "number-unreadable"),
        ("3 млрд", "3 млрд", "number-unreadable"),
        ("млн", "млн", "number-unreadable"),
        ("1-2 млн", "1-2 млн", "number-unreadable"),
        ("понад 2 млн", "понад 2 млн", "number-unreadable"),
        ("2 млн осіб", "2 млн осіб", "number-unreadable"),
    ],
)
def test_words_for_thousands_and_millions_that_are_declared(
    text: str, number: str, said: str
) -> None:
    assert clean(text, column(kind="number", scales=SCALES), []) == (number, said)
    if said == "number-scaled":
        assert clean(text, column(kind="number"), [])[1] == "number-unreadable"


def test_a_number_without_a_word_beside_declared_words() -> None:
    bare = column(kind="number", scales={**SCALES, "": 1}, units=["грн"])
    assert clean("950,5", bare, []) == ("950.5", "")
    assert clean("950 грн", bare, []) == ("950", "unit-left-out")
    assert clean("2 млн грн", bare, []) == ("2000000", "number-scaled")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("березень 2024", "2024-03"),
        ("Березень 2024 р.", "2024-03"),
        ("березня 2024 року", "2024-03"),
        ("берез. 2024", "2024-03"),
        ("03.2024", "2024-03"),
        ("3.2024", "2024-03"),
        ("03/2024", "2024-03"),
        ("2024-03", "2024-03"),
        ("2024-03-01", "2024-03"),
        ("2024-03-01T00:00:00", "2024-03"),
    ],
)
def test_months(text: str, cell: str) -> None:
    assert clean(text, column(kind="month"), []) == (cell, "")
    days = column(kind="date", formats=["%d.%m.%Y", "words"])
    assert text.startswith("2024-03-01") or clean(text, days, []) == (text, "date-unreadable")


@pytest.mark.parametrize(
    "text",
    [
        "березень",
        "2024",
        "13.2024",
        "03.24",
        "01.03.2024",
        "2024-03-02",
        "січень-березень 2024",
        "I квартал 2024",
        "03.2024 - 05.2024",
        "місяць 2024",
    ],
)
def test_what_is_no_month(text: str) -> None:
    assert clean(text, column(kind="month"), []) == (text, "month-unreadable")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("2024", "2024"),
        ("2024 рік", "2024"),
        ("2024р.", "2024"),
        ("1899", "1899"),
        ("2024 р", "2024"),
    ],
)
def test_years(text: str, cell: str) -> None:
    assert clean(text, column(kind="year"), []) == (cell, "")


@pytest.mark.parametrize("text", ["24", "2023/2024", "2023-2024", "01.01.2024", "12024", "торік"])
def test_what_is_no_year(text: str) -> None:
    assert clean(text, column(kind="year"), []) == (text, "year-unreadable")


@pytest.mark.parametrize(
    "parts",
    [{"scales": {"млн": 10}}, {"negative": "brackets"}, {"kind": "month", "formats": ["x"]}],
)
def test_what_belongs_to_other_kinds(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="belongs to"):
        column(**parts)


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


@pytest.mark.parametrize("text", ["№ 365-р зі змінами", "7-3/VIII від 12.03.2021"])
def test_words_beside_a_number_of_an_act_are_said(text: str) -> None:
    assert clean(text, column(kind="act-number"), [])[1] == "act-number-with-words"


@pytest.mark.parametrize("text", ["№ 12, 13", "12 та 13", "№ 12-р, № 13-р"])
def test_of_several_numbers_of_acts_none_is_taken(text: str) -> None:
    assert clean(text, column(kind="act-number"), []) == (text, "act-number-unreadable")


def test_what_is_no_number_of_an_act_stays_and_is_said() -> None:
    told = clean("без номера", column(kind="act-number"), [])
    assert told == ("без номера", "act-number-unreadable")


@pytest.mark.parametrize("text", ["150\n200", "1 250\n000", "150 \n 200"])
def test_digits_on_two_lines_are_not_one_number(text: str) -> None:
    assert clean(text, column(kind="number"), [])[1] == "number-unreadable"


def test_a_unit_on_the_next_line_is_one() -> None:
    assert clean("1 250\nгрн", column(kind="number", units=["грн"]), [])[0] == "1250"


def test_a_point_before_three_digits_is_doubtful_unless_declared() -> None:
    assert clean("12.500", column(kind="number"), []) == ("12500", "number-sign-doubtful")
    assert clean("12.500", column(kind="number", decimal_sign=","), []) == ("12500", "")
    assert clean("1.234.567", column(kind="number"), []) == ("1234567", "")


def test_a_decimal_sign_belongs_to_numbers() -> None:
    with pytest.raises(ValueError, match="decimal_sign"):
        column(decimal_sign=",")


@pytest.mark.parametrize(
    ("text", "width", "code", "said"),
    [
        ("0110150", 7, "0110150", ""),
        ("01 1 0150", 7, "0110150", "code-groups-joined"),
        ("01\u00a01\u00a00150", 7, "0110150", "code-groups-joined"),
        ("1 1 0150", 7, "1 1 0150", "code-of-other-form"),
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
