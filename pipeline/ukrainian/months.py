"""Months of Ukrainian texts, by name and in any case."""

import re

from pipeline.ukrainian.numerals import plain_word

MONTHS = {
    "січ": 1,
    "лют": 2,
    "бер": 3,
    "кві": 4,
    "тра": 5,
    "чер": 6,
    "лип": 7,
    "сер": 8,
    "вер": 9,
    "жов": 10,
    "лис": 11,
    "гру": 12,
}
"""The first three letters of a month, which no two months share."""

MONTH = (
    r"(?:(?:січ|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)(?:ень|ня|ні|ню|нем|ням)"
    r"|лют(?:ий|ого|ому|им)|листопад(?:ом|а|і|у|ові)?)(?!\w)"
)
"""A month in any case."""


def is_month(word: str) -> bool:
    """Whether the word is a month in any case."""
    return re.fullmatch(MONTH, plain_word(word)) is not None
