"""Dates of birth: a full date beside the words that say so."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
_DATE = (
    rf"(?:\d{{1,2}}(?:[./-]\d{{1,2}}[./-]|\s+(?:{_MONTHS})\s+)(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d)"
    r"(?!\d)(?:\s?р(?:\.(?!\s?н)|оку(?!\s+нар)))?"
)
_AFTER = r"\s*,?\s*(?:р\.?\s?н\b|р(?:\.|оку)?\s+нар|року\s+нар|народж|нар\.)"
_WORD = (
    r"народи(?:вс|лас|лис|лос)[яь]|народжен\w*|народж\.|\bнар\.|\bд\.\s?н\.|\bд/н\b"
    r"|дата\s+нар\w*\.?"
)
_BORN = re.compile(
    rf"(?<![\d.])({_DATE}){_AFTER}|(?:{_WORD})[^\d.;\n]{{0,25}}(?<!\d)({_DATE})", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}")
_ALIVE_SINCE = 1905
"""Who was born earlier is nobody who lives: «народився 9 березня 1814 року»."""


class BirthDateDetector:
    """Finds «12.03.1985 р.н.» and «народився 12 березня 1985 року»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _BORN.finditer(text.text):
            group = 1 if match.group(1) else 2
            if (year := _YEAR.search(match[group])) and int(year[0]) < _ALIVE_SINCE:
                continue
            yield Hit(start=match.start(group), end=match.end(group), rule=Rule.BIRTH_DATE)
