"""Numbers of acts, one form for each, and what is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.act_numbers import find_range, find_signed, normalise_number
from pipeline.ukrainian.text import plain


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("№ 365-р від", "365-р"),
        ("№206-р", "206-р"),
        ("№ 349р", "349р"),
        ("№ 134 - р від", "134-р"),
        ("№ 62-k", "62-к"),
        ("№ 280/97-BP", "280/97-ВР"),
        ("№7/58-35", "7/58-35"),
        ("№ 542-VIII", "542-VIII"),
        ("№ 1457-55/VII\u0406", "1457-55/VIII"),
        ("№ 12/\u0406\u0406\u0406", "12/III"),
        ("№ 12-V11 ", "12-VII"),
        ("№ 16-1/V111 Про", "16-1/VIII"),
        ("№ 16-1/VШ Про", "16-1/VIII"),
        ("№ 16-1/ХVШ від", "16-1/XVIII"),
        ("№ 16-1-VП від", "16-1-VII"),
        ("№ 16-1/УІІІ від", "16-1/VIII"),
        ("№ 16-1/УІ від", "16-1/УІ"),
        ("№ 16-1/УП від", "16-1/УП"),
        ("№ 08-434/2021", "08-434/2021"),
        ("№ 16 - 19 /V\u0406\u0406\u0406", "16-19/VIII"),
        ("№ 8-7/ VIII Про", "8-7/VIII"),
        ("№ 2734 – VIII", "2734-VIII"),
        ("№ 3-2VIII «Про", "3-2/VIII"),
        ("№ 5-10 VIII «Про", "5-10/VIII"),
        ("№ 12-5 VIII скликання", "12-5"),
        ("№ 5 VIII скликання", "5"),
        ("№ 48 - смт Ясне", "48"),
        ("№ 12 - Про", "12"),
        ("№ 154. Про", "154"),
        ("N 520/2589", "520/2589"),
        ("No 17", "17"),
        ("Номер: 6.2., Дата", "6.2"),
        ("№ МР-12/3", "МР-12/3"),
        ("№ 33_73-к", "33_73-к"),
        ("№ 1-П", "1-П"),
        ("№14-р(к) від", "14-р(к)"),
        ("№ 214(1) від", "214(1)"),
        ("№ 214(зі змінами) від", "214"),
        ("№ 21\\14 від", "21/14"),
        ("No17 від", "17"),
        ("№ 100/1-од/2021", "100/1-од/2021"),
        ("№ 42 р від 05.02.2024", "42-р"),
        ("№ 42 р. від 05.02.2024", "42-р"),
        ("№ 45 осн від 05.02.2024", "45-осн"),
        ("№ 45 сес від 05.02.2024", "45"),
        ("№ 42 ОД Про чергування", "42-ОД"),
        ("від 05.02.2024 № 42 р", "42-р"),
        ("№ 42/03-02 од «Про чергування»", "42/03-02-од"),
        ("№ 5 VI від 05.02.2024", "5"),
        ("№ 5 м. Ясне від 05.02.2024", "5"),
        ("№ 5 з 05.02.2024", "5"),
        ("№ 12-3-VIIIвід 05.02.2024", "12-3-VIII"),
        ("№8/05.02.2024", "8"),
        ("№ 45-О", "45-О"),
        ("№ 77 к-тр від 05.02.2024", "77-к-тр"),
        ("№ 77 м-н Ясний від 05.02.2024", "77"),
    ],
)
def test_a_number_after_its_sign(text: str, number: str) -> None:
    found = find_signed(plain(text))
    assert found is not None
    assert found.value == number


@pytest.mark.parametrize("text", ["№ 8/______ від", "№ ____", "№ б/н", "№ ___/2021"])
def test_a_blank_is_found_and_empty(text: str) -> None:
    found = find_signed(plain(text))
    assert found is not None
    assert found.value is None


@pytest.mark.parametrize("text", ["65/984 від 14.05.2019", "NASA 12", "номери телефонів 12"])
def test_no_sign_no_number(text: str) -> None:
    assert find_signed(plain(text)) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Рішення №21 - №48", "21", "48"),
        (
            "№16-26/V\u0406\u0406\u0406 – 16-172/V\u0406\u0406\u0406 (земельні):",
            "16-26/VIII",
            "16-172/VIII",
        ),
        ("№9-26/VIII-9-48/VIII", "9-26/VIII", "9-48/VIII"),
        ("№№ 15-20", "15", "20"),
        ("Розпорядження № 1-р – 30-р за січень", "1-р", "30-р"),
        ("№ 1 по № 5", "1", "5"),
        ("31 - 58. Земельні рішення", "31", "58"),
        ("31 – 58 Земельні питання", "31", "58"),
        ("31 — 58 Рішення", "31", "58"),
    ],
)
def test_a_range(text: str, first: str, last: str) -> None:
    found = find_range(plain(text))
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "№ 16-1/VIII",
        "№ 1-5/138",
        "№ 16 - 19 /VIII",
        "№ 7/58-35",
        "2021 - 2023 роки",
        "10 - 18 травня",
        "9 - 18 години",
        "№№ 870-30/VIII",
        "№ 15-р - 2-й план",
    ],
)
def test_one_number_is_no_range(text: str) -> None:
    assert find_range(plain(text)) is None


def test_normalising_twice_changes_nothing() -> None:
    once = normalise_number("16 - 19 /V\u0406\u0406\u0406")
    assert normalise_number(once) == once == "16-19/VIII"


@given(st.from_regex(r"[0-9]{1,3}([-/][0-9]{1,2}){0,2}(/[IVX]{1,5})?", fullmatch=True))
def test_a_number_taken_as_it_is_is_what_folding_gives(number: str) -> None:
    # A space at the end goes the long way and changes nothing.
    assert normalise_number(number) == normalise_number(f"{number} ")


@pytest.mark.parametrize(
    "text",
    ["№ 41-1О/VIII", "№ 41-З/VIII", "№ 5З від 05.02.2024", "№ 4l-3", "№ 1O/2", "без номера"],
)
def test_a_letter_that_may_be_a_figure_leaves_no_number(text: str) -> None:
    found = find_signed(plain(text))
    assert found is not None
    assert found.value is None
