"""Harmless faults of typed text: which a text has, and what it is without them.

Spaces, letters of the other alphabet, apostrophes and quotes have one right form; capitals have
none that a program knows, so they are told and never mended.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.ukrainian.dates import parse_date
from pipeline.ukrainian.text import fold_lookalikes, fold_spaces

Mend = Callable[[str], str]

_CYRILLIC = "А-ЯІЇЄҐа-яіїєґ"
# Any sign that people type for an apostrophe between two letters: «об"єкт», «зв`язок», «п*ять».
_APOSTROPHE = re.compile(
    rf"(?<=[{_CYRILLIC}])[`´‘‛ʹ′*](?=[єїюяЄЇЮЯ])"
    # A double quote only within a word: «ПП"Явір"» lacks a space, not an apostrophe.
    r'|(?<=[а-яіїєґ])"(?=[єїюя])|(?<=[А-ЯІЇЄҐ][а-яіїєґ])"(?=[єїюя])|(?<=^[А-ЯІЇЄҐ])"(?=[єїюя])'
)
# A sign after a digit or a letter is no opening one: 5" is inches.
_QUOTED = re.compile(
    r'(?<![^\s(«-])(?:"(?=\S)(?P<inside>[^"«»“”„]*)(?<=\S)"|[“„](?P<curly>[^"«»“”„]*)[”“])(?!\w)'
)
_STRAY = re.compile(r'["“”„]')
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORTEST_SHOUT = 3
"""Words in capitals that make a text shout; «КП КМУ» are abbreviations."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def with_apostrophes(text: str) -> str:
    """One apostrophe, ’, in the place of whatever was typed for it between letters."""
    return _APOSTROPHE.sub("’", text)


def with_quotes(text: str) -> str:
    """«…» in the place of "…" and “…”, where they stand in pairs; else the text as it is."""
    mended = _QUOTED.sub(lambda pair: f"«{pair['inside'] or pair['curly'] or ''}»", text)
    return text if _STRAY.search(mended) else mended


def with_iso_date(text: str) -> str:
    """The date of the text as 2026-11-05; the text as it is where it is no date or already so."""
    if _ISO.fullmatch(text):
        return text
    day = parse_date(text)
    return day.isoformat() if day else text


def is_shouted(text: str) -> bool:
    """Whether a text of several words is typed in capitals throughout."""
    words = _WORD.findall(text)
    return text.isupper() and len(words) >= _SHORTEST_SHOUT


def has_stray_quotes(text: str) -> bool:
    """Whether quotes are of another form than «…», or a pair is not closed."""
    return bool(_STRAY.search(text)) or text.count("«") != text.count("»")


MENDS: Mapping[str, Mend] = MappingProxyType(
    {
        "spaces": fold_spaces,
        "alphabets": fold_lookalikes,
        "apostrophes": with_apostrophes,
        "quotes": with_quotes,
        "dates": with_iso_date,
    }
)
"""Fault -> the text without it."""


def faults_of(text: str) -> tuple[str, ...]:
    """Names of the faults that a text has; a date is no matter of text."""
    mended = [name for name in ("spaces", "alphabets", "apostrophes") if MENDS[name](text) != text]
    plain = with_apostrophes(text)
    quotes = ("quotes",) if has_stray_quotes(plain) else ()
    return (*mended, *quotes, *(("capitals",) if is_shouted(text) else ()))
