"""Flats, and rooms of dormitories; offices and rooms of organisations are not personal."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_NUMBER = r"(?:№{1,2}\s?)?(?!(?:19|20)\d\d)\d{1,4}(?:[-/]\d{1,3})?(?:[-/]?[а-щьюяґєії](?![^\W_]))?"
_NUMBERS = rf"{_NUMBER}(?:\s(?:та|і|й)\s{_NUMBER})*"
_FLAT = re.compile(
    rf"(?<![^\W\d_])(?:кв(?:арт)?\s?[.,:]?|квартир(?:а|и|і|у|ою))\s?{_NUMBERS}"
    r"(?!\d|\s?(?:р\.|рок))",
    re.IGNORECASE,
)
_KILOVOLTS = re.compile(r"\d\s?кВ\b")
_FOREST = re.compile(r"\s*,?\s*вид(?:\.|іл)", re.IGNORECASE)
_ROOM = re.compile(rf"(?<![^\W\d_])(?:кім(?:н|нат[^\W\d_]*)?|к)\b\.?\s?{_NUMBERS}", re.IGNORECASE)
_DORMITORY = re.compile(r"гуртож", re.IGNORECASE)


class FlatDetector:
    """Finds «кв. 23» anywhere and «кімната 5» where a dormitory is named."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _FLAT.finditer(text.text):
            if not _something_else(text.text, match):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.FLAT)
        if _DORMITORY.search(text.text):
            for match in _ROOM.finditer(text.text):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.FLAT)


def _something_else(text: str, match: re.Match[str]) -> bool:
    """A quarter of a forest («кв. 12, вид. 3») or kilovolts («10 кВ 2»)."""
    before = text[max(0, match.start() - 2) : match.start() + 2]
    return bool(_FOREST.match(text, match.end()) or _KILOVOLTS.search(before))
