"""Flats, and rooms of dormitories; offices and rooms of organisations are not personal."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_NUMBER = r"(?:№\s?)?\d{1,4}(?:\s?[-/]\s?\d{1,3})?(?:\s?[-/]?[а-щьюяґєії](?![^\W_]))?"
_FLAT = re.compile(
    rf"(?<![^\W\d_])(?<![\dІХVIX]\s)(?<![\dІХVIX])кв(?:арт(?:ир[^\W\d_]*)?)?\s?[.,:]?\s?{_NUMBER}"
    r"(?![\d.,]*\d)(?!\s?(?:р\.|рок|м\b|га\b|км))",
    re.IGNORECASE,
)
_FOREST = re.compile(r"\s*,?\s*вид(?:\.|іл)", re.IGNORECASE)
_ROOM = re.compile(rf"(?<![^\W\d_])(?:к|кім|кімн|кімнат[^\W\d_]*)\b\.?\s?{_NUMBER}", re.IGNORECASE)
_DORMITORY = re.compile(r"гуртож", re.IGNORECASE)


class FlatDetector:
    """Finds «кв. 23» anywhere and «кімната 5» where a dormitory is named."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _FLAT.finditer(text.text):
            if not _FOREST.match(text.text, match.end()):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.FLAT)
        if _DORMITORY.search(text.text):
            for match in _ROOM.finditer(text.text):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.FLAT)
