"""Numbers as Ukrainian reports write them: in digits, in words, with «тис.», in Roman numerals.

Forms of numerals: Український правопис 2019, §§ 106-108 (declension), § 38 (inflections after a
hyphen). Apostrophes of every shape are taken for one, Latin look-alikes of «І», «Х», «С» as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

APOSTROPHES = "'’ʼ‘`´ʹ′"
SPACES = " \u00a0\u2009\u202f"
"""Spaces that may part groups of three digits; a tab never does."""

_UNITS = {
    "один одна одне одно одного одної одному одній одним однією одною одну": 1,
    "два дві двох двом двома двоє": 2,
    "три трьох трьом трьома троє": 3,
    "чотири чотирьох чотирьом чотирма четверо": 4,
}
# «сьома» is left out: it is the ordinal far more often than the instrumental case of seven.
_FROM_FIVE = {
    5: "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро",
    6: "шість шести шістьох шістьом шістьма шістьома шестеро",
    7: "сім семи сімох сімом сімома семеро",
    8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро",
    9: "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро",
    10: "десять десяти десятьох десятьом десятьма десятьома десятеро",
    40: "сорок сорока",
    90: "дев'яносто дев'яноста",
    100: "сто ста",
    200: "двісті двохсот двомстам двомастами двохстах",
    300: "триста трьохсот трьомстам трьомастами трьохстах",
    400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
}
_TEENS = {
    11: "одинадцят",
    12: "дванадцят",
    13: "тринадцят",
    14: "чотирнадцят",
    15: "п'ятнадцят",
    16: "шістнадцят",
    17: "сімнадцят",
    18: "вісімнадцят",
    19: "дев'ятнадцят",
    20: "двадцят",
    30: "тридцят",
}
_TEEN_ENDINGS = ("ь", "и", "ьох", "ьом", "ьма", "ьома", "еро")
_TENS = {50: "п'ятдесят", 60: "шістдесят", 70: "сімдесят", 80: "вісімдесят"}
_TENS_ENDINGS = ("", "и", "ьох", "ьом", "ьма", "ьома")
_HUNDREDS = {
    500: ("п'ятсот", "п'ятисот", "п'ятистам", "п'ятистах"),
    600: ("шістсот", "шестисот", "шестистам", "шестистах"),
    700: ("сімсот", "семисот", "семистам", "семистах"),
    800: ("вісімсот", "восьмисот", "восьмистам", "восьмистах"),
    900: ("дев'ятсот", "дев'ятисот", "дев'ятистам", "дев'ятистах"),
}
_MULTIPLIERS = {
    10: "десяток десятка десятку десятки десятків десяткам десятками",
    100: "сотня сотню сотні сотень сотням сотнями",
    1_000: "тис тисяча тисячі тисяч тисячу тисячею тисячам тисячами тисячах",
    1_000_000: "млн мільйон мільйона мільйони мільйонів мільйонам мільйонами мільйонах",
    1_000_000_000: "млрд мільярд мільярда мільярди мільярдів мільярдам мільярдами мільярдах",
}
_HALVES = {"пів": 1, "півтора": 3, "півтори": 3}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LOOK_ALIKES = str.maketrans({"І": "I", "і": "I", "Х": "X", "х": "X", "С": "C", "с": "C", "У": "V"})
_GROUPED = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNumeral:
    """A numeral written in words at the head of a sequence."""

    value: int
    length: int
    """How many words it takes."""


class Inflection(StrEnum):
    """What letters after a hyphen say: `5-ти` counts, `5-го` ranks."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"


def plain_word(word: str) -> str:
    """Lower case with one shape of the apostrophe."""
    return word.lower().translate({ord(mark): "'" for mark in APOSTROPHES})


@cache
def _cardinals() -> dict[str, int]:
    forms = {form: value for names, value in _UNITS.items() for form in names.split()}
    forms |= {form: value for value, names in _FROM_FIVE.items() for form in names.split()}
    for stems, endings in ((_TEENS, _TEEN_ENDINGS), (_TENS, _TENS_ENDINGS)):
        forms |= {stem + ending: value for value, stem in stems.items() for ending in endings}
    return forms | {form: value for value, names in _HUNDREDS.items() for form in names}


@cache
def _multipliers() -> dict[str, int]:
    return {form: value for value, names in _MULTIPLIERS.items() for form in names.split()}


def _halves(words: Sequence[str]) -> WordNumeral | None:
    """`півтори тисячі` is 1500, `пів тисячі` 500, two words; alone the word counts nothing."""
    factor = multiplier(words[1]) if len(words) > 1 else None
    halves = _HALVES.get(plain_word(words[0])) if words else None
    if factor is None or halves is None:
        return None
    return WordNumeral(value=factor * halves // 2, length=2)


def multiplier(word: str) -> int | None:
    """1000 for `тис` and every form of `тисяча`, 10 for `десятки`; None for another word."""
    return _multipliers().get(plain_word(word))


def read_words(words: Sequence[str]) -> WordNumeral | None:
    """The longest numeral at the head of `words`: `двадцять три особи` is 23, two words.

    «Тисяча» alone is not a numeral here: it stands for an indefinite crowd as often as for 1000.
    """
    half = _halves(words)
    if half is not None:
        return half
    total, length = _lone_thousand(words)
    while length < len(words):
        below = _below_thousand(words[length:])
        if below is None:
            break
        value, length = below.value, length + below.length
        factor = multiplier(words[length]) if length < len(words) else None
        if factor is None:
            return WordNumeral(value=total + value, length=length)
        total, length = total + value * factor, length + 1
    return WordNumeral(value=total, length=length) if length else None


def _lone_thousand(words: Sequence[str]) -> tuple[int, int]:
    """`тисяча двісті`: one thousand, where a smaller numeral goes on with it; else nothing."""
    is_one = len(words) > 1 and plain_word(words[0]) in {"тисяча", "тисячу", "тисячею"}
    return (1000, 1) if is_one and _below_thousand(words[1:]) is not None else (0, 0)


def _below_thousand(words: Sequence[str]) -> WordNumeral | None:
    total, length, ceiling = 0, 0, 1000
    for word in words:
        value = _cardinals().get(plain_word(word))
        if value is None or value >= ceiling:
            break
        total, length = total + value, length + 1
        # After hundreds any smaller numeral may follow, after tens only units.
        ceiling = 100 if value >= 100 else 10 if value >= 20 else 1
    return WordNumeral(value=total, length=length) if length else None


def read_digits(text: str) -> Decimal:
    """The value of `10 000`, `12,5` or `408`; a comma or a point before decimals.

    Raises:
        ValueError: the text is not one number in digits.
    """
    if not (_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text)):
        raise ValueError(f"not a number in digits: {text!r}")
    return Decimal(re.sub(rf"[{SPACES}]", "", text).replace(",", "."))


def plain_decimal(value: Decimal) -> str:
    """The value as text without exponent and without idle zeros: `12.5`, `2000`."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def inflection(digits: str, letters: str) -> Inflection | None:
    """What the letters after `digits-` say; None where they are a word of their own.

    `4-х рейдів` counts, `78-х роковин` ranks: only two, three and four have a genitive in -х.
    """
    letters = plain_word(letters)
    few = digits[-1:] in "234" and digits[-2:-1] != "1"
    if letters in {"ох", "ом", "ьох", "ьом", "ьма", "ти", "тьох", "тьом", "ро", "є", "ть"}:
        return Inflection.CARDINAL
    if letters == "ма" and digits[-1:] not in "78":  # «7-ма» is the seventh
        return Inflection.CARDINAL
    if letters in {"х", "м"} and few:
        return Inflection.CARDINAL
    if letters in {"ми", "и"} and digits[-1:] in "5678":
        return Inflection.CARDINAL
    if letters == "и" and len(digits) > 1 and few:  # «24-и»: двадцяти чотири
        return Inflection.CARDINAL
    return Inflection.ORDINAL if len(letters) <= 3 else None


def read_roman(text: str) -> int | None:
    """The value of a Roman numeral, Cyrillic look-alikes included: `ІІІ` is 3; None if not one."""
    values = [_ROMAN.get(letter) for letter in text.translate(_LOOK_ALIKES)]
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    return sum(
        -value if any(value < later for later in known[place + 1 : place + 2]) else value
        for place, value in enumerate(known)
    )
