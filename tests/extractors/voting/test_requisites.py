"""Requisites above votes: everything with figures in them is used, or the line is said."""

import pytest

from pipeline.extractors.voting.above import Above, read_above
from pipeline.extractors.voting.lines import Printed
from pipeline.extractors.voting.requisites import numbers_left
from pipeline.model import Place


def above(*lines: str) -> Above:
    place = Place(source="a.rtf")
    return read_above(
        [Printed(text=text, place=place, lines=(at,)) for at, text in enumerate(lines)]
    )


@pytest.mark.parametrize(
    ("line", "number", "code", "time"),
    [
        ("Рішення від 12.03.2019 № 5/2", "5/2", "", ""),
        ("Рішення від 12.03.2019 10:15 № 5/2", "5/2", "", "10:15"),
        ("Рішення від 12.03.2019 № 5/2 (s-zr-12)", "5/2", "s-zr-12", ""),
        ("Рішення від 12.03.2019 № s-zr-163/1", "", "s-zr-163/1", ""),
        ("Рішення № 5 / 2 від 12 березня 2019 року", "5/2", "", ""),
        ("Рішення 8-ї сесії VII скликання від 12.03.2019 № 5\\2", "5/2", "", ""),
        ("№: 12 Дата: 12.03.2019 Час: 10:15:30", "", "", "10:15:30"),
    ],
)
def test_number_draft_and_time_of_a_line(line: str, number: str, code: str, time: str) -> None:
    found = above(line, "Про план")
    heading = found.heading
    assert (heading.number, heading.code, heading.time) == (number, code, time)
    assert (str(heading.day), heading.title, found.doubtful) == ("2019-03-12", "Про план", ())


@pytest.mark.parametrize(
    "line",
    [
        "Рішення від 12.03.2019 № 5/2 № 5/3",
        "№: 56/79 Дата: 12.03.2019 Час: 10:15:30",
        "Рішення від 12.032019 № 5/2",
        "8 сесія VII скликання від 12.03.2019 № 5/9",
    ],
)
def test_a_line_with_more_numbers_is_said(line: str) -> None:
    found = above(line, "Про план")
    assert [one.text for one in found.doubtful] == [line]
    assert line not in {one.text for one in found.lines}


@pytest.mark.parametrize("words", ["питання № 4", "Протокол № 3", "Поіменне голосування № 12"])
def test_the_number_of_something_else_beside_a_meeting_is_that_of_no_decision(words: str) -> None:
    found = above(f"8 сесія VII скликання, {words}", "Про план")
    assert (found.heading.number, found.heading.title, found.doubtful) == ("", "Про план", ())


@pytest.mark.parametrize(
    "line",
    [
        "21-а (позачергова) сесія Зразківської міської ради VII скликання",
        "8 сесія VII скликання, 2 пленарне засідання",
    ],
)
def test_the_number_of_a_meeting_is_not_said(line: str) -> None:
    assert above(line, "Про план").doubtful == ()


def test_a_number_that_is_written_otherwise_than_it_is_read_leaves_nothing() -> None:
    assert numbers_left("Рішення від 12.03.2019 № 14-р (к)") == []


def test_the_council_between_the_session_and_its_convocation_is_no_title() -> None:
    found = above("42-га сесія", "Зразківської міської ради", "VII скликання", "Про план")
    heading = found.heading
    assert (heading.session, heading.convocation, heading.title) == ("42", "VII", "Про план")
    assert above("Звіт", "Зразківської міської ради").heading.title == (
        "Звіт Зразківської міської ради"
    )
