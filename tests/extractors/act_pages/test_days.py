"""How far the day of a heading reaches, and which day it is."""

import pytest

from pipeline.extractors import decisions
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import article

FIRST = "<h3>5 сесія, 12.03.2020</h3>"


def days(body: str, heading: str = "Рішення ради") -> list[str]:
    """The day of each act."""
    found = decisions.extract([article(heading, body)], DecisionsParameters())
    return list(found.tables[0].frame["dateAccepted"])


def act(number: int) -> str:
    return f'<p><a href="{number}.pdf">№ {number} Про план</a></p>'


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("<h3>Позачергова сесія</h3>", ""),
        ("<h3>Позачергова 6 сесія</h3>", ""),
        ("<h3>Друге пленарне засідання</h3>", ""),
        ("<h3>Сесія 6 від 12.04.2020 (І засідання), 15.04.2020 (ІІ засідання)</h3>", ""),
        ("<h3>2019 рік</h3>", ""),
        ("<h3>Рішення виконавчого комітету</h3>", ""),
        ("<h3>Рішення виконкому від 15.04.2020</h3>", "2020-04-15"),
        ("<h3>Квітень 2020</h3>", ""),
        ("<h3>Сесія 6 від 15.04.2020</h3>", "2020-04-15"),
        ("<h3>15.04.2020</h3>", "2020-04-15"),
        ("<h3>5 сесія</h3>", "2020-03-12"),
        ("<h3>2020 рік</h3>", "2020-03-12"),
        ("<p>Рішення сесії</p>", "2020-03-12"),
    ],
)
def test_the_day_of_a_heading_ends_under_that_of_another_meeting(heading: str, day: str) -> None:
    assert days(FIRST + act(1) + heading + act(2)) == ["2020-03-12", day]


def test_a_heading_of_a_day_under_an_act_without_one_is_not_its_own() -> None:
    assert days(f"{act(1)}<h3>12.03.2020</h3>{act(2)}") == ["", "2020-03-12"]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Рішення виконкому за лютий (оновлено 05.03.2024)", ""),
        ("Рішення сесії станом на 01.03.2024", ""),
        ("Рішення ради, опубліковано 01.03.2024", ""),
        ("Рішення сесії від 29.02.2024, опубліковано 01.03.2024", "2024-02-29"),
    ],
)
def test_a_day_of_the_page_is_not_that_of_a_meeting(heading: str, day: str) -> None:
    assert days(act(1), heading) == [day]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f'<p><a href="1.pdf">Розпорядження про скликання сесії</a></p>{act(2)}', ""),
        (f"<p>Розпорядження голови</p>{act(2)}", "2024-02-29"),
        (act(2), "2024-02-29"),
    ],
    ids=["an order", "orders of a day", "a decision"],
)
def test_an_order_has_no_day_of_a_meeting(body: str, day: str) -> None:
    assert days(body, "5 сесія від 29.02.2024")[0] == day


def test_a_day_alone_under_a_heading_of_another_day_is_not_read() -> None:
    body = f"<p>05.03.2024</p>{act(1)}<p>06.03.2024</p>{act(2)}"
    page = article("Рішення виконкому від 29.02.2024", body)
    found = decisions.extract([page], DecisionsParameters())
    assert list(found.tables[0].frame["dateAccepted"]) == ["2024-02-29", "2024-03-06"]
    assert [one.value for one in found.findings if one.code == "text-not-read"] == ["05.03.2024"]


def test_of_two_days_above_the_first_act_neither_is_its_own() -> None:
    body = f"<p>05.03.2024</p><p>29 лютого 2024 року</p>{act(1)}<p>06.03.2024</p>{act(2)}"
    assert days(body) == ["", "2024-03-06"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("<h4>Сесія 48 (чергова)</h4><div>Дата: 18.10.2024</div>", "2024-10-18"),
        ("<p>Засідання виконкому</p><p>Дата проведення: 18 жовтня 2024 року</p>", "2024-10-18"),
        ("<p>Графік прийому</p><p>Дата: 18.10.2024</p>", ""),
        ("<p>Сесія 48</p><p>Дата оприлюднення: 18.10.2024</p>", ""),
    ],
)
def test_the_day_of_a_meeting_on_the_line_under_its_name(lines: str, day: str) -> None:
    assert days(lines + act(1)) == [day]


CARDS = f"<div>{{}}<div>{act(1)}</div><div>{act(2)}</div></div><div><div>{act(3)}</div></div>"


def test_a_day_alone_above_cards_is_not_that_of_cards_that_stand_apart() -> None:
    assert days(CARDS.format("<b>12.03.2020</b>")) == ["2020-03-12", "2020-03-12", ""]


def test_the_day_of_a_meeting_reaches_over_the_parts_of_a_page() -> None:
    assert days(CARDS.format("<b>5 сесія, 12.03.2020</b>")) == ["2020-03-12"] * 3


def test_a_day_alone_reaches_to_acts_in_parts_of_their_own() -> None:
    body = f"<div><b>12.03.2020</b></div><div>{act(1)}</div><ul><li>{act(2)}</li></ul>"
    assert days(body) == ["2020-03-12", "2020-03-12"]


@pytest.mark.parametrize(
    "line",
    ["Від 13.03.2020 року (друге пленарне)", "13.03.2020 (друге)", "Дата: 13.03.2020, друге"],
)
def test_the_day_of_a_heading_ends_under_a_line_of_another_day(line: str) -> None:
    body = f"<p>12.03.2020</p>{act(1)}<p><b>{line}</b></p>{act(2)}"
    assert days(body)[0] == "2020-03-12"
    assert days(body)[1] != "2020-03-12"


def test_the_day_of_a_meeting_to_come_is_that_of_no_act() -> None:
    assert days(f"<p>Засідання виконкому відбудеться 25.04.2024 о 10:00.</p>{act(1)}") == [""]
