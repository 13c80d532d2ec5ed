"""What may be no part of a title is said, and never lost: a second matter, a label, a row."""

import pytest

from pipeline import messages
from pipeline.model import Finding, Severity
from tests.extractors.voting.test_left_out import MEETING, PAIR, TOTALS, extract, left, read


def doubted(text: str) -> list[Finding]:
    return [one for one in extract(text).findings if one.code == "vote-title-doubtful"]


@pytest.mark.parametrize(
    "line",
    [
        "Про освітлення вулиць",
        "2) Про освітлення вулиць",
        "Ініціатива: Зразковий О.П.",
        "За – 11 голосів із 20",
        "№\tкартка\tколір",
        "12.12.2022 № 45",
        "10:15",
        "та озеленення; Про освітлення вулиць",
    ],
)
def test_a_line_that_begins_as_something_else_is_said_and_stays(line: str) -> None:
    text = f"{MEETING}Про ремонт доріг\n{line}\n{PAIR}{TOTALS}"
    (finding,) = doubted(text)
    assert (finding.severity, finding.place.line, finding.field) == (Severity.WARNING, 4, "title")
    assert read(text).calls[0].heading.title.startswith("Про ремонт доріг ")
    assert messages.text("uk", "finding-vote-title-doubtful", {})


@pytest.mark.parametrize(
    "lines",
    [
        "Про внесення змін до рішення\n«Про бюджет»",
        "Про внесення змін до рішення «Про бюджет. Про план»",
        "Про внесення змін до рішення\nвід 12.12.2022 № 45",
        "Про внесення змін до рішення «Програма\nПро все»",
        "Про звіт\nза 2022 рік",
        "4.1. Про звіт",
        "Питання 1. Про звіт",
        "Про звіт\n№ 5",
        "Про затвердження Програми:\n«Безпечне місто. Крок 2»",
        "Про звіт депутатів, які голосували\nза (проти – теж) у 2022 році",
    ],
)
def test_a_title_of_several_lines_is_no_doubt(lines: str) -> None:
    assert not doubted(f"{MEETING}{lines}\n{PAIR}{TOTALS}")


def test_numbered_matters_over_one_vote_are_said_unless_they_are_an_agenda() -> None:
    both = "1. Про ремонт доріг\n2. Про освітлення вулиць\n"
    found = left(f"{MEETING}{both}{PAIR}{TOTALS}")
    assert found["other"] == ["1. Про ремонт доріг"]
    listed = left(f"{MEETING}{both}1. Про ремонт доріг\n{PAIR}{TOTALS}")
    assert listed["agenda"] == both.splitlines()
    assert "other" not in listed


@pytest.mark.parametrize(
    "line",
    [
        "Рішення прийнято",
        "рішення прийнято",
        "присутні: 12",
    ],
)
def test_a_line_of_a_title_that_looks_like_the_form_is_said(line: str) -> None:
    text = f"{MEETING}Про облік того, чи\n{line}\n{PAIR}За: 1\nПроти: 1\nРішення прийнято\n"
    found = read(text)
    assert line in [one.line.text for one in found.left_out if one.kind == "other"]
    assert "present" not in found.calls[0].printed


def test_totals_in_small_letters_over_the_votes_are_totals() -> None:
    (call,) = read(f"{MEETING}Про план\nза 1\nпроти 1\nвідсутні 0\n{PAIR}Рішення прийнято\n").calls
    assert dict(call.printed) == {"for": 1, "against": 1, "absent": 0}
    above = f"{MEETING}Про план\nЗа: 1\nПроти: 1\nРішення прийнято\n{PAIR}Рішення прийнято\n"
    assert "other" not in left(above)


def test_words_in_small_letters_do_not_end_a_matter() -> None:
    lines = "Про підсумки того, що\nголосування не відбулося\nна сесії\n"
    (call,) = read(f"{MEETING}{lines}{PAIR}{TOTALS}").calls
    assert call.heading.title == "Про підсумки того, що голосування не відбулося на сесії"


def test_an_outcome_after_its_label_may_stand_above_and_below() -> None:
    outcome = "Результат: не прийнято\n"
    assert "other" not in left(f"{MEETING}Про план\n{outcome}{PAIR}За: 1\nПроти: 1\n{outcome}")
