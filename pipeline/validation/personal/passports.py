"""Passports (book, card, for travelling abroad) and papers of a person with a series like theirs.

None has a check digit.
"""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import labelled

# Of a passport two letters; of a birth certificate «І-СР», of a driver «ВХІ».
_SERIES = re.compile(
    r"(?<![^\W\d_])(?<![IVXІХ]-)(?:[IVXІХ]{1,3}-[^\W\d_]{2}|[вb][хx][^\W\d_]|[^\W\d_]{2})"
    r"\s?(?:№|N[o°]?|номер)?\s?\d{6}(?!\d)",
    re.IGNORECASE,
)
_NINE = re.compile(r"(?<![\d.,/-])\d{9}(?![\d/-]|[.,]\d)")
_OF_LIFE = r"\s+про\s+(?:народж|смерт|шлюб|розірв)"
_PASSPORT = re.compile(
    rf"паспорт|\bвидан\w*|серії?я?\b|посвідч\w+ (?:особи|водія|учасни|інвалід|ветеран)"
    rf"|(?:пенсійн|водійськ)\w+ посвідч|військов\w+ квит|свідоцтв\w*{_OF_LIFE}",
    re.IGNORECASE,
)
_OTHER_PAPER = re.compile(
    rf"\bакт|свідоцтв\w*+(?!{_OF_LIFE})|бланк|диплом|сертифікат|атестат|ліцензі", re.IGNORECASE
)
_ABROAD = re.compile(r"закордон|для виїзду", re.IGNORECASE)
_CARD = re.compile(
    r"паспорт|\b[іi][дd][ -]?карт|айді|формі картки|№ документа|номер документа|орган, що видав",
    re.I,
)


class PassportDetector:
    """Finds two letters and six digits near «паспорт», «серія», «виданий», «посвідчення водія»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _SERIES.finditer(text.text):
            start, end = match.span()
            if labelled(text.text, start, end, _ABROAD):
                yield Hit(start=start, end=end, rule=Rule.FOREIGN_PASSPORT)
            elif _is_passport(text.text, start, end):
                yield Hit(start=start, end=end, rule=Rule.PASSPORT)


def _is_passport(text: str, start: int, end: int) -> bool:
    """A series without the word «паспорт» may be that of a land deed or of a diploma."""
    if labelled(text, start, end, re.compile("паспорт", re.IGNORECASE)):
        return True
    other = labelled(text, start, end, _OTHER_PAPER)
    return labelled(text, start, end, _PASSPORT) and not other


class IdCardDetector:
    """Finds nine digits near «паспорт» or «ID-картка»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _NINE.finditer(text.text):
            if labelled(text.text, match.start(), match.end(), _CARD):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.ID_CARD)
