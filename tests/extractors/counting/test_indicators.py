"""Which indicator a count is."""

import pytest

from pipeline.extractors.counting.indicators import indicator_of
from pipeline.parameters.activity import Indicator
from tests.extractors.counting.reading import read


def indicator(name: str, **match: list[str]) -> Indicator:
    return Indicator.model_validate({"id": name, "title": {"uk": name, "en": name}, "match": match})


LETTERS = indicator("letters", counted=["лист"])
ANSWERED = indicator("answered", counted=["лист"], clause=["відповідь"])
DRAFTS = indicator("drafts", counted=["проєкт"], phrase=["рішення"])
ON_SITE = indicator("on-site", counted=["новина"], sentence=["сайт|сторінка"])
NOT_OPEN = indicator("not-open", counted=["документ"], without=["відкритий"])
ALL = (LETTERS, ANSWERED, DRAFTS, ON_SITE, NOT_OPEN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Надійшло 14 листів.", ["letters"], id="noun"),
        pytest.param(
            "Надійшло 14 листів, на 9 з яких надано відповіді.",
            ["letters", "answered"],
            id="the-one-that-asks-for-more",
        ),
        pytest.param(
            "Складено 3 проєкти рішень та 2 – проєкти планів.", ["drafts", ""], id="phrase"
        ),
        pytest.param("На сторінці ради розміщено 5 новин.", ["on-site"], id="sentence"),
        pytest.param("У газеті розміщено 5 новин.", [""], id="sentence-without-it"),
        pytest.param(
            "Видано 8 документів, відкритих даних – 4 документи.", ["not-open", ""], id="without"
        ),
        pytest.param("Проведено 4 наради.", [""], id="unknown"),
    ],
)
def test_indicators_of_a_sentence(text: str, expected: list[str]) -> None:
    found = [indicator_of(one, ALL) for one in read(text).statements]
    assert [one.id if one else "" for one in found] == expected


def test_of_two_that_ask_for_equally_much_the_first_is_taken() -> None:
    (count,) = read("Надійшло 14 листів.").statements
    again = indicator("again", counted=["лист"])
    assert indicator_of(count, (LETTERS, again)) is LETTERS
    assert indicator_of(count, (again, LETTERS)) is again
