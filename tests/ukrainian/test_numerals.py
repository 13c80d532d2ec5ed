"""Numbers in digits, in words and in Roman numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.numerals import (
    Inflection,
    inflection,
    multiplier,
    plain_decimal,
    read_digits,
    read_roman,
    read_words,
)


@pytest.mark.parametrize(
    ("words", "value", "length"),
    [
        pytest.param("одне засідання", 1, 1, id="one"),
        pytest.param("двадцять три особи", 23, 2, id="tens-and-units"),
        pytest.param("сто двадцять п’ять тисяч триста справ", 125_300, 5, id="thousands"),
        pytest.param("дві тисячі одинадцять", 2011, 3, id="thousands-and-teens"),
        pytest.param("тисячу двісті заяв", 1200, 2, id="one-thousand-left-out"),
        pytest.param("чотирма бригадами", 4, 1, id="instrumental"),
        pytest.param("дев’ятьом родинам", 9, 1, id="dative"),
        pytest.param("двохсот мешканців", 200, 1, id="genitive-of-hundreds"),
        pytest.param("п`ятеро дітей", 5, 1, id="collective"),
        pytest.param("десять двадцять", 10, 1, id="no-tens-after-ten"),
        pytest.param("двадцять десять", 20, 1, id="no-ten-after-tens"),
        pytest.param("П’ЯТЬ ЗАЯВ", 5, 1, id="capitals"),
    ],
)
def test_numerals_in_words(words: str, value: int, length: int) -> None:
    numeral = read_words(words.split())
    assert numeral is not None
    assert (numeral.value, numeral.length) == (value, length)


@pytest.mark.parametrize("words", ["тисяча людей", "перша заява", "сьома година", "обидва", ""])
def test_words_that_are_no_numerals(words: str) -> None:
    assert read_words(words.split()) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("408", "408", id="plain"),
        pytest.param("10 000", "10000", id="space"),
        pytest.param("1\u00a0248\u202f000", "1248000", id="no-break-spaces"),
        pytest.param("12,5", "12.5", id="comma"),
        pytest.param("0.25", "0.25", id="point"),
        pytest.param("10 202,98", "10202.98", id="grouped-with-decimals"),
    ],
)
def test_numbers_in_digits(text: str, value: str) -> None:
    assert read_digits(text) == Decimal(value)


@pytest.mark.parametrize("text", ["10\t000", "1 00", "1,2,3", "", "12 осіб", "-5"])
def test_what_is_not_one_number_in_digits(text: str) -> None:
    with pytest.raises(ValueError, match="not a number in digits"):
        read_digits(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_are_read_as_written(value: int) -> None:
    assert read_digits(f"{value:,}".replace(",", " ")) == value
    assert plain_decimal(Decimal(value)) == str(value)


@pytest.mark.parametrize(
    ("value", "text"), [("12.50", "12.5"), ("2E+3", "2000"), ("10700.0", "10700"), ("0", "0")]
)
def test_plain_decimals(value: str, text: str) -> None:
    assert plain_decimal(Decimal(value)) == text


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("5-ти", Inflection.CARDINAL),
        ("4-х", Inflection.CARDINAL),
        ("3-м", Inflection.CARDINAL),
        ("7-ми", Inflection.CARDINAL),
        ("2-ма", Inflection.CARDINAL),
        ("5-ро", Inflection.CARDINAL),
        ("12-тьох", Inflection.CARDINAL),
        ("5-ї", Inflection.ORDINAL),
        ("78-х", Inflection.ORDINAL),
        ("14-х", Inflection.ORDINAL),
        ("7-ма", Inflection.ORDINAL),
        ("36-та", Inflection.ORDINAL),
        ("1-го", Inflection.ORDINAL),
        ("10-денний", None),
    ],
)
def test_letters_after_a_hyphen(written: str, meaning: Inflection | None) -> None:
    digits, _, letters = written.partition("-")
    assert inflection(digits, letters) is meaning


@pytest.mark.parametrize(
    ("text", "value"),
    [("ІІІ", 3), ("IV", 4), ("VIII", 8), ("ІХ", 9), ("XLII", 42), ("кіт", None), ("", None)],
)
def test_roman_numerals_in_both_scripts(text: str, value: int | None) -> None:
    assert read_roman(text) == value


@pytest.mark.parametrize(
    ("word", "factor"),
    [("тис", 1000), ("тисячі", 1000), ("млн", 10**6), ("десятки", 10), ("осіб", None)],
)
def test_multipliers(word: str, factor: int | None) -> None:
    assert multiplier(word) == factor
