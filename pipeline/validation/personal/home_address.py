"""Addresses where a person lives; a street without such words may be that of anything."""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import labelled

_STREET = (
    r"(?<!\w)(?:вул(?:иц\w+)?|пров(?:ул\w+)?|просп(?:ект\w*)?|пр-т|бульв(?:ар\w*)?|б-р|пл(?:ощ\w+)?"
    r"|майдан\w*|шосе|узв(?:о|і)з\w*|туп(?:ик\w*)?|мкрн?|мікрорайон\w*|кв-л|квартал\w*|проїзд\w*"
    r"|в'їзд\w*|набережн\w+|алея|алеї)\b\.?\s*"
)
_NAME = r"(?:\d{1,3}(?:-\w{1,3})?\s)?[^\d,;()]{2,45}?"
_HOUSE = (
    r"[,\s]\s*(?:б(?:уд(?:инок|инку)?)?\b\.?\s?)?№?\s?\d{1,4}(?:\s?[-/]\s?\w{1,4}|[^\W\d_](?!\w))?"
)
_HOUSE_FIRST = rf"№\s?\d{{1,4}}\w?\s(?:по|на)\s{_STREET}[^\W\d_]+"
_ADDRESS = re.compile(rf"{_STREET}{_NAME}{_HOUSE}(?!\d)|{_HOUSE_FIRST}(?![\s,]+\d)", re.IGNORECASE)
_LIVES = re.compile(
    r"(?:прожива(?:є|ють|в|ла|ння|юч)|мешка(?:є|ють|в|ла|юч)|\bживе\b|домашн\w+ адрес"
    r"|адрес\w+ (?:заявни|скаржни|особ|громадян|опікун)|прописан(?:ий|а|ого|ої)\b"
    r"|мешкан(?:ець|ця|цю|цем|ка|ки|ку|кою)\b"
    r"|жител(?:ь|я|ю|ем|ька|ьки|ьку|ькою)\b|жительці\b)[^;\n]{0,60}$",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"(?:зареєстрован(?:ий|а|ого|ої|ому|ій)|місц\w+ реєстрації)[^;\n]{0,60}$", re.IGNORECASE
)
_ADDRESS_OF = re.compile(
    r"(?:народж|\bр\.?\s?н\b|паспорт)[^;\n]{0,60}\bадрес\w*[^;\n]{0,30}$", re.I
)
_PERSON = re.compile(r"\bгр\b|громадян|\bособ|паспорт|\bфоп\b|\bр\.\s?н", re.IGNORECASE)
_BEFORE = 90


class HomeAddressDetector:
    """Finds «вул. Садова, 5» after «проживає», or «зареєстрований» where a person is named."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _ADDRESS.finditer(text.text):
            if _is_home(text.text, match):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.ADDRESS)


def _is_home(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _LIVES.search(before) or _ADDRESS_OF.search(before):
        return True
    person = labelled(text, match.start(), match.end(), _PERSON, _BEFORE)
    return bool(_REGISTERED.search(before)) and person
