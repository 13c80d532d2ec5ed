"""Ordinals in words, as sessions and convocations have them: «сьомої сесії восьмого скликання»."""

import re
from functools import cache

from pipeline.ukrainian.numerals import plain_word, read_words

_STEMS = {
    1: "перш", 2: "друг", 3: "трет", 4: "четверт", 5: "п'ят", 6: "шост", 7: "сьом", 8: "восьм",
    9: "дев'ят", 10: "десят", 11: "одинадцят", 12: "дванадцят", 13: "тринадцят",
    14: "чотирнадцят", 15: "п'ятнадцят", 16: "шістнадцят", 17: "сімнадцят", 18: "вісімнадцят",
    19: "дев'ятнадцят", 20: "двадцят", 30: "тридцят", 40: "сороков", 50: "п'ятдесят",
    60: "шістдесят", 70: "сімдесят", 80: "вісімдесят", 90: "дев'яност", 100: "сот",
}  # fmt: skip
_HARD, _SOFT = (
    ("а", "ої", "ій", "у", "е", "ого", "ому"),
    ("я", "ьої", "ій", "ю", "є", "ього", "ьому"),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)?")


@cache
def _forms() -> dict[str, int]:
    return {
        stem + ending: value
        for value, stem in _STEMS.items()
        for ending in (_SOFT if value == 3 else _HARD)
    }


def ordinal_before(text: str, end: int) -> int | None:
    """The ordinal in words that ends a text cut at `end`: 21 of «двадцять перша »; None: none."""
    words = [plain_word(match.group()) for match in _WORD.finditer(text[:end])][-2:]
    last = _forms().get(words[-1]) if words else None
    if last is None:
        return None
    tens = read_words(words[:1]) if len(words) > 1 else None
    whole = tens is not None and tens.value >= 20 and tens.value % 10 == 0 and last < 10
    return last + tens.value if whole and tens else last
