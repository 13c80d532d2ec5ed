"""Streets, their types and former names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.streets import parse_street

WRITTEN = {
    "short type": ("вул. Зразкова", "вул. Зразкова"),
    "long type": ("вулиця Зразкова", "вул. Зразкова"),
    "no space": ("вул.Зразкова", "вул. Зразкова"),
    "lane": ("пров. Тихий", "пров. Тихий"),
    "avenue": ("пр-т Зразковий", "просп. Зразковий"),
    "avenue with a point": ("пр. Зразковий", "просп. Зразковий"),
    "quarter": ("КВАРТАЛ ЗРАЗКОВИЙ", "квартал ЗРАЗКОВИЙ"),
    "type behind": ("Зразковий узвіз", "Зразковий узвіз"),
    "type behind a comma": ("Зразкова, вулиця", "вул. Зразкова"),
    "type behind in capitals": ("Зразкове Шосе", "Зразкове шосе"),
    "two types": ("вул. Зразковий шлях", "вул. Зразковий шлях"),
    "name that is a type as well": ("Набережна вул.", "Набережна вул."),
    "number": ("вул. 8 Березня", "вул. 8 Березня"),
    "apostrophe": ("в'їзд Зразковий", "в’їзд Зразковий"),
    "misspelt": ("тупік Зразковий", "тупик Зразковий"),
    "housing estate": ("жилий масив Зразковий", "житловий масив Зразковий"),
    "estate": ("масив Зразковий", "житловий масив Зразковий"),
    "descent": ("Зразковий спуск", "Зразковий спуск"),
    "no type": ("Зразкова", "Зразкова"),
}


@pytest.mark.parametrize(("text", "written"), WRITTEN.values(), ids=WRITTEN)
def test_type_and_name(text: str, written: str) -> None:
    assert str(parse_street(text)) == written


RENAMED = {
    "former": "вул. Нова (колишня вул. Стара)",
    "former with a dash": "вул. Нова (стара назва – вул. Стара)",
    "before": "вул. Нова (раніше вулиця Стара)",
    "former, short": "вул. Нова (кол. вул. Стара)",
    "former by comma": "вул. Нова, колишня вул. Стара",
    "later": "вул. Стара (нова назва: вул. Нова)",
    "renamed": "вул. Стара (перейменована на вул. Нова)",
    "renamed by a dash": "вул. Стара - перейменовано на вул. Нова",
    "renamed without a sign": "вул. Стара перейменована на вул. Нова",
    "renamed from": "вул. Нова (перейменована з вул. Стара)",
    "before renaming": "вул. Нова (до перейменування вул. Стара)",
    "arrow": "вул. Стара → вул. Нова",
}


@pytest.mark.parametrize("text", RENAMED.values(), ids=RENAMED)
def test_old_and_new_names(text: str) -> None:
    street = parse_street(text)
    assert (str(street), street.former) == ("вул. Нова", "вул. Стара")


ACTS = {
    "after": (
        "вул. Нова (колишня вул. Стара), перейменовано рішенням від 18.02.2016 № 4/51",
        "рішенням від 18.02.2016 № 4/51",
    ),
    "in the brackets": (
        "вул. Нова (колишня вул. Стара, рішення міської ради № 4/51 від 18 лютого 2016 року)",
        "рішення міської ради № 4/51 від 18 лютого 2016 року",
    ),
    "without a sign": (
        "вул. Нова (кол. вул. Стара) розпорядження від 18.02.2016 р. № 4/51",
        "розпорядження від 18.02.2016 р. № 4/51",
    ),
    "in brackets of its own": (
        "вул. Нова, колишня вул. Стара (згідно з рішенням № 4/51 від 18.02.2016)",
        "згідно з рішенням № 4/51 від 18.02.2016",
    ),
    "a day alone": ("вул. Нова (стара назва вул. Стара, 18.02.2016)", ""),
    "a day at the end": ("вул. Нова (раніше вул. Стара), 18 лютого 2016 р.", ""),
}


@pytest.mark.parametrize(("text", "act"), ACTS.values(), ids=ACTS)
def test_the_act_that_renamed_a_street(text: str, act: str) -> None:
    street = parse_street(text)
    assert (str(street), street.former, street.act) == ("вул. Нова", "вул. Стара", act)
    assert street.renamed_on == date(2016, 2, 18)


@pytest.mark.parametrize(
    "text",
    ["вул. 8 Березня", "вул. 18 лютого 2014 року", "вул. Рішення Зразка", "вул. Нова, 31.02.2016"],
)
def test_a_name_that_looks_like_an_act_or_a_day_stays(text: str) -> None:
    street = parse_street(text)
    assert (str(street), street.act, street.renamed_on) == (text, "", None)


def test_slashes_that_say_nothing_are_a_note() -> None:
    street = parse_street("пров. Тихий /Гучний/")
    assert (street.name, street.note) == ("Тихий", "Гучний")


def test_brackets_that_say_nothing_are_a_note() -> None:
    street = parse_street("вул. Нова (Стара)")
    assert (str(street), street.former, street.note) == ("вул. Нова", "", "Стара")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("вул. Зразка В. ім.", "вулиця ім. В. Зразка"),
        ("вул. ЗРАЗКОВА", "вул. Зразкова"),
        ("вул. Підгір’я", "вул. Підгір'я"),
        ("вул. Зpазкова", "вул. Зразкова"),
    ],
    ids=["order of words", "capitals", "apostrophe", "Latin letter"],
)
def test_the_same_street(one: str, other: str) -> None:
    assert parse_street(one).key == parse_street(other).key


def test_a_lane_is_not_the_street() -> None:
    assert parse_street("вул. Тиха").key != parse_street("пров. Тиха").key


@given(st.text("абвгіїє'() .-→", max_size=30))
def test_any_text_is_taken(text: str) -> None:
    street = parse_street(text)
    letters = sum(sign.isalpha() for sign in text)
    kept = f"{street.name}{street.kind}{street.former}{street.note}{street.act}"
    assert letters == 0 or any(sign.isalpha() for sign in kept)


@pytest.mark.parametrize(
    "text",
    ["вул. Нова, пров. Тихий", "вул. Нова та вул. Тиха", "вул. Нова, 5", "вул. Нова, буд. 5"],
)
def test_a_name_that_holds_more_than_a_street(text: str) -> None:
    assert parse_street(text).is_several


@pytest.mark.parametrize("text", ["вул. Стара площа", "пл. Ринок", "вул. Тиха 2-га", "Новий пров."])
def test_a_name_of_one_street(text: str) -> None:
    assert not parse_street(text).is_several
