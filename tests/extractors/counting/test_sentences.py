"""Sentences as reports write them: every count, its unit and its whole, and nothing else."""

import pytest

from tests.extractors.counting.reading import assert_every_digit_once, brief, others, read
from tests.extractors.counting.sentences import ALL, IGNORED, TITLES


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL)
def test_counts_of_a_sentence(text: str, expected: list[str]) -> None:
    reading = read(text)
    assert brief(reading) == expected
    assert "" not in others(text, reading), "a number was left without an explanation"
    assert_every_digit_once(text, reading)


@pytest.mark.parametrize(("text", "expected"), IGNORED.values(), ids=IGNORED)
def test_rules_that_ignore(text: str, expected: dict[str, list[str]]) -> None:
    reading = read(text)
    assert others(text, reading) == expected
    assert brief(reading) == []


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_titles_are_the_words_of_the_report(text: str, expected: list[str]) -> None:
    assert [one.title for one in read(text).statements] == expected


def test_a_number_that_nothing_explains_is_unmapped() -> None:
    text = "Іваненко 15 і далі."
    assert others(text, read(text)) == {"": ["15"]}


def test_part_of_one_of_two_is_said_not_guessed() -> None:
    reading = read("Надійшло 80 листів, на 30 з яких дано відповідь, 4 з них – запити.")
    assert brief(reading) == ["80 шт", "30 шт <0", "4 шт"]
    assert [one.unclear for one in reading.statements] == [False, False, True]


def test_a_part_larger_than_the_part_before_is_clear() -> None:
    reading = read("Надійшло 80 листів, на 30 з яких дано відповідь, 41 з них – запити.")
    assert brief(reading) == ["80 шт", "30 шт <0", "41 шт <0"]


def test_what_is_counted_on_a_second_street_is_no_house() -> None:
    text = "Складено 45 актів, у тому числі 12 по вул. Садовій та 3 по вул. Лісовій, 5."
    assert others(text, read(text)) == {"": ["3"], "address": ["5"]}


def test_an_age_from_to_is_that_of_its_own_number() -> None:
    text = "Оцінок дітям віком від 6 до 10 років – 97, від 3 до 6 – 74."
    assert [one.whole for one in read(text).statements] == [None, None]


def test_numbers_of_sessions_in_a_bracket_count_none() -> None:
    assert brief(read("Відбулося 3 сесії (17, 18 та 19).")) == ["3 шт"]
