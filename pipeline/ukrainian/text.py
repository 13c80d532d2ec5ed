"""Signs that look alike or cannot be seen: spaces, dashes, apostrophes, quotes, letters.

Two kinds of work: `fold_spaces` makes text fit to publish; `plain` makes text fit to compare, sign
by sign, so that a place in the plain text is the same place in the text it was made from.
"""

import re
import unicodedata
from functools import lru_cache

KEPT_LINES = 4096
"""Lines whose reading is remembered: the stages of one page ask about each line many times."""

_INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2066\u2067\u2068\u2069\ufeff",
    )
)
_HAS_INVISIBLE = re.compile("[" + "".join(map(chr, _INVISIBLE)) + "]")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07"
_QUOTES = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2039\u203a\uff02"
_PLAIN_SIGNS = (
    dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"')
)
_SIGN = re.compile("[" + "".join(_PLAIN_SIGNS) + "]")

# Pairs that a reader cannot tell apart; R, k and their like are what people type for them
# («RІШЕННЯ», seen 2026-11), so they count only inside a word of both scripts.
_TWINS = dict(zip("ABCEHIKMOPTXYacehikopxyïÏ", "АВСЕНІКМОРТХУасенікорхуїЇ", strict=True))
_LATIN_TO_CYRILLIC = _TWINS | {"R": "Р"}
_CYRILLIC_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TWINS.items()}

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_UNLIKE_PLAIN = re.compile(_SIGN.pattern.replace("]", "A-Za-zÀ-ÿ]"))
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# A word of two scripts has a Latin letter beside one that is not.
_CHANGE = re.compile(r"[A-Za-zÀ-ÿ](?:(?<=[^\W\d_A-Za-zÀ-ÿ].)|(?=[^\W\d_A-Za-zÀ-ÿ]))")
_MIXED_WORD = re.compile(
    r"(?<![^\W\d_])(?=[^\W\d_]*?[A-Za-zÀ-ÿ])(?=[^\W\d_]*?[\u0400-\u04ff])[^\W\d_]+"
)
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def fold_spaces(text: str) -> str:
    """One ordinary space for every run of spaces and line breaks, none at the ends.

    Marks that take no place on the screen (soft hyphen, zero width space, direction) are dropped,
    letters typed as two signs («й» from a PDF) become one (Unicode NFC).
    """
    # `translate` asks for every sign of a Ukrainian text one by one: only where there is a need.
    whole = unicodedata.normalize("NFC", text)
    if whole.isprintable():  # no space but the ordinary one is
        folded = "  " not in whole and whole[:1] != " " and whole[-1:] != " "
        return whole if folded else " ".join(whole.split())
    shown = whole.translate(_INVISIBLE) if _HAS_INVISIBLE.search(whole) else whole
    return " ".join(shown.split())


@lru_cache(maxsize=KEPT_LINES)
def plain(text: str) -> str:
    """The text with one sign for every dash, apostrophe and quote, and words of one script.

    The length never changes.
    """
    if _UNLIKE_PLAIN.search(text) is None:
        return text  # as many titles
    # `translate` would ask for every letter: ten times slower.
    return fold_lookalikes(_SIGN.sub(lambda sign: _PLAIN_SIGNS[sign.group()], text))


def fold_lookalikes(text: str) -> str:
    """Every word that mixes Latin and Cyrillic letters, folded to the script that is right for it.

    A Roman numeral becomes Latin («VІІІ»), any other word Cyrillic where every Latin letter has a
    twin («вiд», «RІШЕННЯ»), else Latin where that works; a word that fits neither stays as it is.
    """
    if not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return text
    changes = [change.start() for change in _CHANGE.finditer(text)]
    if not changes:
        return text
    # The expression for a word is slow: it is asked from the first such word to the last.
    begin, end = text.rfind(" ", 0, changes[0]) + 1, text.find(" ", changes[-1])
    end = len(text) if end < 0 else end
    mixed = _MIXED_WORD.sub(lambda found: _fold_word(found.group()), text[begin:end])
    return f"{text[:begin]}{mixed}{text[end:]}"


def roman(word: str) -> str | None:
    """The Roman numeral up to LXXXIX in Latin letters, whatever script it is typed in; or None."""
    latin = "".join(_CYRILLIC_TO_LATIN.get(sign, sign) for sign in word)
    return latin if _ROMAN.fullmatch(latin) else None


def to_cyrillic(word: str) -> str:
    """The word with Cyrillic letters, where each of its Latin ones has a twin; else unchanged."""
    return _translated(word, _LATIN_TO_CYRILLIC, _LATIN)


@lru_cache(maxsize=KEPT_LINES)
def _fold_word(word: str) -> str:
    as_cyrillic = to_cyrillic(word)
    as_latin = _translated(word, _CYRILLIC_TO_LATIN, _CYRILLIC)
    return roman(word) or (as_cyrillic if as_cyrillic != word else as_latin)


def _translated(word: str, twins: dict[str, str], script: re.Pattern[str]) -> str:
    letters = [twins.get(sign, sign) for sign in word]
    return word if any(script.match(letter) for letter in letters) else "".join(letters)
