"""Words and signs that the format of a cell sets around its number: 7 shown as «7-А», «№ 7».

Source: ECMA-376 part 1, 18.8.31 (numFmts). A reader takes the number; the rest a person sees only.
"""

import re
import unicodedata

_UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")
"""Colours and currencies in brackets, spaces as wide as a sign, signs that fill a cell."""
_SAID = re.compile(r'"([^"]*)"|\\(.)|(?<=[0#?])(-)(?=[0#?])')
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_POWER = re.compile(r"(?<=[0-9])[Ee][+-]?[0-9]+")
_FIGURES = re.compile(r"^[-+−(]|[0-9\s.,'’%)]")
_MONEY = re.compile(r"(?i)(?:грн|uah)?\.?")
"""The unit of every sum changes nothing in it."""
_DAY = re.compile(r"[dmyhs]", re.IGNORECASE)
"""Letters of a format of days and times: the signs between them are those of a day."""


def words_of_format(code: str) -> str:
    """What a format sets around a number above zero; empty where it sets nothing, or its money."""
    section = _SECTION.match(_UNSEEN.sub("", code))
    if section is None or _DAY.search(_SAID.sub("", section[0])):
        return ""
    found = _SAID.findall(section[0])
    return _kept(" ".join("".join(parts) for parts in found))


def words_shown(text: str) -> str:
    """What stands around the digits of a number in the text that a person sees."""
    return _kept(_FIGURES.sub("", _POWER.sub("", text)))


def _kept(words: str) -> str:
    words = "".join(sign for sign in words if unicodedata.category(sign) != "Sc").strip()
    return "" if _MONEY.fullmatch(words) else words
