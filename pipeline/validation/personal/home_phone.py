"""Landline numbers of persons: said to be at home, or given for one citizen.

A landline is mostly that of a body; without such words it stays.
"""

import re
from collections.abc import Iterator

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import announced

_AREA = r"(?:(?:\+?38[ -]?)?\(?0\d{2,4}\)?[ -]?)?"
_NUMBER = re.compile(
    rf"(?<![\d+/-])(?<!\d[.,])(?:{_AREA}\d{{1,3}}(?:[ -]\d{{2,3}}){{1,2}}|(?:\+?38)?0\d{{9}})"
    r"(?!\d|[.,/-]\d)"
)
_PHONE = r"(?:т(?:ел)?\.?|телефон\w*|номер\w*)"
_AT_HOME = re.compile(
    rf"(?:\bдом(?:\.|ашн\w+)\s*{_PHONE}|{_PHONE}\s*\(?дом(?:\.|ашн\w+)\)?)[\s:№–-]*$", re.IGNORECASE
)
_HOME_AFTER = re.compile(r"[\s,]*\(?дом(?:\.|ашн)", re.IGNORECASE)
_LABEL = re.compile(r"\bт(?:ел)?\b\.?[\s:№–-]*$|\bтелефон\w*[\s:№–-]*$", re.IGNORECASE)
_CITIZEN = re.compile(
    r"\bгр(?:-\w{1,2})?\b|\bгромадян(?:ин\w*|к\w+|ці)\b|\bзаявни(?:к|ка|ку|ком|ця|ці|цю|цею)\b"
    r"|\bскаржни(?:к|ка|ку|ком|ця|ці|цю|цею)\b|\bмешкан(?:ець|ця|цю|цем|ка|ки|ку|кою)\b"
    r"|\bжител(?:ь|я|ю|ем|ька|ьки|ьку|ькою|ьці)\b|\bпрожива(?:є|ють)\b|\bпенсіонер(?!ів)\w*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"приймальн|відділ|управлінн|рад[аиіу]\b|комітет|центр|служб|лінія", re.IGNORECASE
)
_REACH = 90


class HomePhoneDetector:
    """Finds «дом. тел. 2-15-34» and «гр. …, тел. (04738) 2-15-34»."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _NUMBER.finditer(text.text):
            if _is_of_person(text.text, match):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.HOME_PHONE)


def _is_of_person(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    if announced(text, start, _AT_HOME):
        return True
    if not announced(text, start, _LABEL):
        return False
    if _HOME_AFTER.match(text, match.end()):
        return True
    before = text[max(0, start - _REACH) : start]
    citizens = [match.end() for match in _CITIZEN.finditer(before)]
    return bool(citizens) and not _BODY.search(before, citizens[-1])
