"""Ukrainian words that a Latin spelling in a link may stand for.

Sites write links by the table of the Cabinet (resolution 55 of 2010) or by one of their own («j»
for «й», «cz» for «ц»); soft signs and apostrophes are lost. So one spelling stands for several
words, and the dictionary decides.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from pipeline.validation.personal.morphology import Reading, read

_MOST = 192
"""Spellings that are looked up for one word."""
_LONGEST = 24
"""Letters; what is longer is no name."""
_VOWELS = "aeiouy"

_UNITS: Mapping[str, tuple[str, ...]] = {
    "shch": ("щ",), "sch": ("щ", "сч"), "zgh": ("зг",), "zh": ("ж", "зг"), "kh": ("х",),
    "ts": ("ц", "тс"), "cz": ("ц",), "ch": ("ч",), "sh": ("ш",),
    "ie": ("є", "іє", "'є"), "ye": ("є", "'є"), "je": ("є", "'є"),
    "iu": ("ю", "ію", "'ю"), "yu": ("ю", "'ю"), "ju": ("ю", "'ю"),
    "ia": ("я", "ія", "'я"), "ya": ("я", "'я", "ия"), "ja": ("я", "'я", "ія"),
    "iia": ("ія",), "iya": ("ія",), "ija": ("ія",), "iyi": ("ії",), "iji": ("ії",),
    "iiu": ("ію",), "iyu": ("ію",), "iju": ("ію",), "yye": ("иє",), "yya": ("ия",), "yyu": ("ию",),
    "iye": ("іє",), "iie": ("іє",), "ije": ("іє",),
    "ii": ("ії", "ій", "ий"), "yi": ("ий", "ї"), "ji": ("ї",), "iy": ("ій", "ий"), "yy": ("ий",),
    "ij": ("ій", "ий"), "yj": ("ий",), "io": ("ьо", "іо", "йо"), "yo": ("йо", "ьо"),
    "jo": ("йо", "ьо"),
    "a": ("а",), "b": ("б",), "c": ("ц", "к"), "d": ("д",), "e": ("е", "є"), "f": ("ф",),
    "g": ("г", "ґ"), "h": ("г", "х"), "j": ("й",), "k": ("к",), "l": ("л",), "m": ("м",),
    "n": ("н",), "o": ("о",), "p": ("п",), "q": ("к",), "r": ("р",), "s": ("с",), "t": ("т",),
    "u": ("у",), "v": ("в",), "w": ("в",), "x": ("х", "кс"), "y": ("и", "й"), "z": ("з",),
    "i": ("і", "и"),
}  # fmt: skip
_AFTER_VOWEL: Mapping[str, tuple[str, ...]] = {"i": ("ї", "й", "і"), "y": ("й",)}
_UNIT = re.compile("|".join(sorted(_UNITS, key=len, reverse=True)))
_SOFT = re.compile(r"l(?![aeiouylj])|[nt](?=[kcs]|$)|s(?=k)|ts(?=k|$)|cz(?=k|$)")
"""Where a soft sign may have been lost: «kovalchuk», «vasyl», «hrynko», «zelenskyi»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What may stand behind a Latin word."""

    plain: str
    """The likeliest Ukrainian word; no name where it may be anything else; perhaps no word."""
    name: str
    """The likeliest part of a name, or nothing."""


@lru_cache(maxsize=16_384)
def behind(word: str) -> Behind:
    """What a Latin word in small letters may stand for."""
    if len(word) > _LONGEST:
        return Behind(plain=word, name="")
    spellings = tuple(islice(_spellings(word), _MOST))
    plain = min(spellings, key=lambda spelling: _plainness(read(spelling)))
    name = min(spellings, key=lambda spelling: _nameness(read(spelling)))
    worst = _UNKNOWN_NAME if not read(plain).known else _ALSO_A_WORD
    return Behind(plain=plain, name=name if _nameness(read(name)) <= worst else "")


def _plainness(reading: Reading) -> int:
    """A word before a surname; an ending that only names have before a word nobody knows."""
    if reading.typical:
        return 0
    if reading.known:
        return 1 if reading.common or not reading.surname else 2
    return 3 if reading.patronymic else 4


_ALSO_A_WORD, _UNKNOWN_NAME = 1, 2


def _nameness(reading: Reading) -> int:
    """The dictionary's names first, then an unknown word that ends like a surname."""
    if reading.patronymic or reading.given or reading.typical:
        return 0
    if reading.surname:
        return 1
    return _UNKNOWN_NAME if reading.likely and not reading.known else _UNKNOWN_NAME + 1


def _spellings(word: str) -> Iterator[str]:
    options = [_options(word, match) for match in _UNIT.finditer(word)]
    return ("".join(letters) for letters in product(*options))


def _options(word: str, match: re.Match[str]) -> tuple[str, ...]:
    letters = match.group()
    after_vowel = match.start() > 0 and word[match.start() - 1] in _VOWELS
    plain = _AFTER_VOWEL.get(letters, _UNITS[letters]) if after_vowel else _UNITS[letters]
    if not _SOFT.match(word, match.start()):
        return plain
    return (*plain, *(f"{letter}ь" for letter in plain[:1]))
