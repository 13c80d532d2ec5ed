"""Which session of which convocation (скликання) a text names, in digits, Roman numerals or words.

XXIV сесія … VIII скликання     двадцять перша сесія восьмого скликання
сесія 12   скликання 8          сесія № 12
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from pipeline.ukrainian.ordinals import ordinal_before
from pipeline.ukrainian.text import KEPT_LINES, plain, roman

_NUMERAL = r"([IVXLCІХС]+|\d{1,3})"
_EXTRA = r"(?:\(?(?:поза)?чергов\w+\)?\s+)?"
_SHORT = r"(?:скликання|скл\.|созыва)"
_BEFORE = {
    "session": re.compile(
        rf"(?<!\w)(?<!\d/){_NUMERAL}(?:\s?-?[^\W\d_]{{1,2}}|-ої)?\s+{_EXTRA}сес(?:і|си)\w+",
        re.IGNORECASE,
    ),
    "convocation": re.compile(rf"(?<!\w){_NUMERAL}(?:\s?-?(?:ого|го))?\s+{_SHORT}", re.IGNORECASE),
}
# After the word a number needs a sign, or «від» behind it: «сесія 12 лютого» names none.
_AFTER = {
    "session": re.compile(
        rf"сесія\s*(?:[:№]+\s*|(?=\d{{1,3}}\s+від\s)){_NUMERAL}(?![\w/-]|\.\d)", re.IGNORECASE
    ),
    "convocation": re.compile(rf"скликання\s*[:№]+\s*{_NUMERAL}(?![\w/-]|\.\d)", re.IGNORECASE),
}
# … or the other word beside it: «сесія 12 скликання 8», where 12 is not of the convocation.
_PAIR = re.compile(
    rf"сесія\s*[:№]*\s*{_NUMERAL}\s*[,;.]?\s*скликання\s*[:№]*\s*{_NUMERAL}(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_IN_WORDS = {
    "session": re.compile(rf"\s*{_EXTRA}сесі[яїюй]", re.IGNORECASE),
    "convocation": re.compile(rf"\s*{_SHORT}", re.IGNORECASE),
}
_MAY_BE = re.compile(r"сесі|сесси|скл|созыва", re.IGNORECASE)
_NEITHER: Mapping[str, str] = MappingProxyType({})
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@lru_cache(maxsize=KEPT_LINES)
def meeting_of(text: str) -> Mapping[str, str]:
    """Numbers of `session` and `convocation` in a text, as printed; empty: it names neither."""
    folded = plain(text)
    if not _MAY_BE.search(folded):
        return _NEITHER  # as most lines: the expressions below are slow to find that out
    # «1 сесія VIII скликання 24.11.2020»: there the numbers stand before the words.
    pair = None if _BEFORE["session"].search(folded) else _PAIR.search(folded)
    if pair is not None:
        return MappingProxyType({"session": _numeral(pair[1]), "convocation": _numeral(pair[2])})
    labelled = {name: pattern.search(folded) for name, pattern in _AFTER.items()}
    if all(labelled.values()):  # «Скликання: VIII Сесія: XXIX»: no number belongs to what follows
        known = {name: _numeral(match[1]) for name, match in labelled.items() if match}
        return MappingProxyType(known)
    found = {name: _named(name, folded) for name in _BEFORE}
    return MappingProxyType({name: number for name, number in found.items() if number})


def _named(name: str, text: str) -> str:
    before = _BEFORE[name].search(text)
    if before is not None:
        return _numeral(before[1])
    words = _in_words(name, text)
    after = None if words else _AFTER[name].search(text)
    return _numeral(after[1]) if after else words


def _numeral(words: str) -> str:
    """Typed with Cyrillic letters as often as with Latin ones: «ІІІ сесія»."""
    return roman(words.upper()) or words


def _in_words(name: str, text: str) -> str:
    """«двадцять перша сесія восьмого скликання»: 21 and VIII, as both are written in digits."""
    for match in _IN_WORDS[name].finditer(text):
        number = ordinal_before(text, match.start())
        if number is not None:
            return str(number) if name == "session" else to_roman(number)
    return ""


def to_roman(number: int) -> str:
    """A number of a convocation as Roman numerals: VIII."""
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words
