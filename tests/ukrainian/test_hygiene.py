"""Faults of typed text: what has them, what they are without, what must stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.hygiene import MENDS, faults_of, with_iso_date, with_quotes


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Про тарифи", ()),
        ("Про  тарифи", ("spaces",)),
        (" Про тарифи", ("spaces",)),
        ("Про\u00a0тарифи", ("spaces",)),
        ("Про тарифи\u00ad", ("spaces",)),
        ("Прo тарифи", ("alphabets",)),
        ("Про ZIP та § 5", ()),
        ('Об"єднання', ("apostrophes",)),
        ("зв`язок", ("apostrophes",)),
        ("п*ять", ("apostrophes",)),
        ("зв’язок, п'ять, зв\u02bcязок", ()),
        ('КП "Промінь"', ("quotes",)),
        ("КП “Промінь”", ("quotes",)),
        ("КП «Промінь»", ()),
        ("КП «Промінь", ("quotes",)),
        ("ПРО ЗАТВЕРДЖЕННЯ ТАРИФІВ", ("capitals",)),
        ("КП КМУ", ()),
        ("КП КМУ № 5", ()),
        ("", ()),
        ("12 * 5", ()),
    ],
)
def test_faults_of_a_text(text: str, faults: tuple[str, ...]) -> None:
    assert faults_of(text) == faults


@pytest.mark.parametrize(
    ("fault", "text", "mended"),
    [
        ("spaces", " Про\u00a0 тарифи ", "Про тарифи"),
        ("alphabets", "Прo тарифи", "Про тарифи"),
        ("apostrophes", 'Об"єднання, зв`язок', "Об’єднання, зв’язок"),
        ("quotes", 'КП "Промінь" і “Крок”', "КП «Промінь» і «Крок»"),
        ("quotes", 'КП "Промінь', 'КП "Промінь'),
        ("quotes", 'екран 5" і 7"', 'екран 5" і 7"'),
        ("quotes", '("Промінь")', "(«Промінь»)"),
        ("dates", "05.11.2026", "2026-11-05"),
        ("dates", "5 листопада 2026 р.", "2026-11-05"),
        ("dates", "31.02.2020", "31.02.2020"),
        ("dates", "2026-11-05", "2026-11-05"),
        ("dates", "невідомо", "невідомо"),
    ],
)
def test_what_a_text_is_without_a_fault(fault: str, text: str, mended: str) -> None:
    assert MENDS[fault](text) == mended


@given(st.text(max_size=40), st.sampled_from(sorted(MENDS)))
def test_mended_is_mended(text: str, fault: str) -> None:
    once = MENDS[fault](text)
    assert MENDS[fault](once) == once


@given(st.dates().map(str))
def test_a_date_that_is_right_stays(text: str) -> None:
    assert with_iso_date(text) == text


@given(st.text(alphabet='абв «»"“”„', max_size=20))
def test_quotes_never_lose_a_word(text: str) -> None:
    letters = [sign for sign in text if sign.isalpha()]
    assert [sign for sign in with_quotes(text) if sign.isalpha()] == letters


@pytest.mark.parametrize("text", ['ПП"Явір"', 'ТОВ"Єдність"', 'ДНЗ"Ялинка"'])
def test_a_quote_without_a_space_before_it_is_no_apostrophe(text: str) -> None:
    assert MENDS["apostrophes"](text) == text
