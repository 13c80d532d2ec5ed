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
