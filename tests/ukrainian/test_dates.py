"""Every form of a date that offices write, and what is no date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.dates import DateOrder, find_dates, parse_date

MONTHS = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14.05.2019", "2019-05-14"),
        ("від 14.05.2019 р.", "2019-05-14"),
        ("Від 05.07.2012.", "2012-07-05"),
        ("15.11.2022р.", "2022-11-15"),
        ("26.06.2020 року", "2020-06-26"),
        ("23.12. 2020р.", "2020-12-23"),
        ("01. 09. 2008 року", "2008-09-01"),
        ("1.9.2008", "2008-09-01"),
        ("14,05.2019", "2019-05-14"),
        ("14,05,2019", "2019-05-14"),
        ("14.05..2019", "2019-05-14"),
        ("07.листопада 2018", "2018-11-07"),
        ("7 ноября 2012 г.", "2012-11-07"),
        ("08.10.20 14", "2014-10-08"),
        ("08.10.201 4", "2014-10-08"),
        ("12 Лютого 2024", "2024-02-12"),
        ("23 липня 2024 року", "2024-07-23"),
        ("від  24  грудня  2019  року", "2019-12-24"),
        ("“30” грудня 2011р.", "2011-12-30"),
        ("« 30 » грудня 2011 року", "2011-12-30"),
        ("30-го грудня 2011 року", "2011-12-30"),
        ("20 берез. 2019", "2019-03-20"),
        ("2 лют. 2010 р.", "2010-02-02"),
        ("17 Вересня, 2021", "2021-09-17"),
        ("5 \u0063ічня 2020", "2020-01-05"),
        ("2021-09-10", "2021-09-10"),
        ("10-09-2021", "2021-09-10"),
        ("10/09/2021", "2021-09-10"),
        ("10/28/2012", "2012-10-28"),
    ],
)
def test_a_date_is_read(text: str, iso: str) -> None:
    assert parse_date(text) == datetime.date.fromisoformat(iso)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("14.05.19", id="two-digit year"),
        pytest.param("5, 6, 2020", id="a list of numbers"),
        pytest.param("5 січня 20", id="two-digit year after a word"),
        pytest.param("31.02.2020", id="no such day"),
        pytest.param("29.02.2021", id="not a leap year"),
        pytest.param("12.13.2020", id="no such month, with dots"),
        pytest.param("00.01.2020", id="day zero"),
        pytest.param("14.05.1819", id="a year no paper is from"),
        pytest.param("08.10.20 14:40", id="a time after a two-digit year"),
        pytest.param("08.10.20 14-р", id="a number after a two-digit year"),
        pytest.param("14.05.20191", id="five digits"),
        pytest.param("№ 7-43/2021", id="number of an act"),
        pytest.param("березневий 2020", id="not a month"),
        pytest.param("___ ________ 2021 року", id="blanks of a draft"),
        pytest.param("14.05.2019, 15.05.2019", id="two dates are not one"),
        pytest.param("з 14.05.2019", id="words around"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["від 08.10.20 14:40", "від 08.10.20 14-р", "08.10.20 144"])
def test_a_number_after_a_two_digit_year_is_no_part_of_it(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("order", "iso"), [("dmy", "2011-04-03"), ("mdy", "2011-03-04")], ids=["dmy", "mdy"]
)
def test_the_declared_order_decides(order: DateOrder, iso: str) -> None:
    assert parse_date("03/04/2011", dates=order) == datetime.date.fromisoformat(iso)
    assert parse_date("03.04.2011", dates=order) == datetime.date(2011, 4, 3)
    assert parse_date("28/10/2012", dates=order) == datetime.date(2012, 10, 28)


def test_places_are_those_of_the_text() -> None:
    text = "рішення від 14.05.2019 р. та від “30” грудня 2011 року"
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == [
        "14.05.2019 р.",
        "“30” грудня 2011 року",
    ]


@given(
    st.dates(min_value=datetime.date(1917, 1, 1), max_value=datetime.date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0.day:02}.{0.month:02}.{0.year}",
            "від {0.day}.{0.month:02}. {0.year}р.",
            "«{0.day:02}» {1} {0.year} року",
            "{0.day}\u00a0{2},\u00a0{0.year}",
            "{0.month}/{0.day}/{0.year}",
        ]
    ),
)
def test_what_is_written_is_read_back(day: datetime.date, form: str) -> None:
    month = MONTHS[day.month - 1]
    text = form.format(day, month, month.capitalize())
    assert parse_date(text, dates="mdy") == day
