"""Dates of birth: a full date beside the words that say so."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
_DATE = rf"\d{{1,2}}(?:[./-]\d{{1,2}}[./-]|\s+(?:{_MONTHS})\s+)\d{{4}}"
_BORN = re.compile(
    rf"(?<![\d.])({_DATE})\s*(?:р\.?\s?н\b|р(?:\.|оку)?\s+народж|народж)"
    rf"|(?:народ\w+|\bд\.\s?н\.|дата\s+народження)\s*[:,-]?\s*({_DATE})(?!\d)",
    re.IGNORECASE,
)


class BirthDateDetector:
    """Finds «12.03.1985 р.н.» and «народився 12 березня 1985 року»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _BORN.finditer(text.text):
            group = 1 if match.group(1) else 2
            yield Hit(start=match.start(group), end=match.end(group), rule=Rule.BIRTH_DATE)
