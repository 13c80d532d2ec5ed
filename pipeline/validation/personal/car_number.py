"""Number plates: the present series anywhere, older ones and those of motorcycles by a label."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import labelled

_LETTERS = "[ABEIKMHOPCTXАВЕІКМНОРСТХ]"
_REGION = "(?:[AKHIАКНІ][ABCEHIKMOPTXАВСЕНІКМОРТХ]|[BВ][ABCEHIKMOTXАВСЕНІКМОТХ]|[CС][ABEHАВЕН])"
"""Series of the regions (order of the Ministry of Internal Affairs, with its second codes)."""

_PLATE = re.compile(rf"(?<!\w){_REGION}[ -]?\d{{2}}-?\d{{2}}[ -]?{_LETTERS}{{2}}(?!\w)")
_LABELLED = re.compile(
    rf"(?<![\w.,/-])(?:{_LETTERS}{{2}}[ -]?\d{{4}}|\d{{3}}-?\d{{2}}[ -]?{_LETTERS}{{2}}"
    rf"|\d{{2}}-\d{{2}}[ -]?{_LETTERS}{{3}}|{_LETTERS}\d{{4}}{_LETTERS}{{2}})(?!\w)"
)
_LABEL = re.compile(
    r"держ\w*\.?\s?(?:реєстр\w*\.?\s)?(?:номер|знак)|номерн\w+ знак|\bд\.?\s?н\.?\s?з\b"
    r"|\bд\.\s?н\.|\bавто\b|автомоб|мотоцикл|мопед|трактор|причеп|транспортн\w+ зас",
    re.IGNORECASE,
)


class CarNumberDetector:
    """Finds «АА 1234 ВС», and «12345 ВВ» or «АА 1234» beside a word for a vehicle or a plate."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _PLATE.finditer(text.text):
            yield Hit(start=match.start(), end=match.end(), rule=Rule.CAR_NUMBER)
        for match in _LABELLED.finditer(text.text):
            if labelled(text.text, match.start(), match.end(), _LABEL):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.CAR_NUMBER)
