"""Phone numbers as resolution 835's recommended structures want them: `+380` and nine digits.

Source: recommended structures of the Ministry (T, D), value rules; numbering plan of Ukraine, наказ
Мінтрансзв’язку від 23.11.2006 № 1105: a national number has nine digits after the trunk prefix 0.
"""

import re

from pipeline.ukrainian.text import fold_spaces

_LABEL = re.compile(
    r"(?:тел(?:ефон)?\.?(?:\s?/\s?факс)?|факс|моб(?:ільний)?|гаряча лінія|приймальня|т)"
    r"(?:[.:]|\s|$)+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[;,\n]|\s+(?:та|або|і)\s+")
_SIGNS = re.compile(r"[+0-9()\s.\-–—]+")
_AREA = re.compile(r"\((?P<area>0[0-9]{2,5})\)")
_NATIONAL = 10
"""Digits of a national number with its trunk prefix: 0 and nine."""


def normal_phones(text: str) -> tuple[str, ...] | None:
    """Every number of a cell as `+380…`; None: one of them is not a whole Ukrainian number.

    An area in brackets also holds for the shorter numbers after it: `(06451) 7-00-01, 7-00-02`.
    """
    found: list[str] = []
    area = ""
    for part in _PARTED.split(_LABEL.sub(" ", text)):
        written = fold_spaces(part)
        if not written:
            continue
        match = _AREA.search(written)
        area = match["area"] if match else area
        phone = _normal(written, area)
        if phone is None:
            return None
        found.append(phone)
    return tuple(found)


def is_phone(text: str) -> bool:
    """Whether a cell is written by the rule already: numbers parted by a comma, no spaces."""
    return bool(re.fullmatch(r"\+380[0-9]{9}(?:,\s?\+380[0-9]{9})*", text))


def _normal(written: str, area: str) -> str | None:
    if not _SIGNS.fullmatch(written):
        return None
    digits = "".join(sign for sign in written if sign.isdigit())
    if len(digits) == _NATIONAL + 2 and digits.startswith("380"):
        return f"+{digits}"
    if len(digits) == _NATIONAL + 1 and digits.startswith("80"):
        # The trunk prefix 8 was in use until 2009.
        return f"+3{digits}"
    if area and not digits.startswith("0") and len(area) + len(digits) == _NATIONAL:
        digits = area + digits
    is_whole = len(digits) == _NATIONAL and digits.startswith("0") and digits[1] != "0"
    return f"+38{digits}" if is_whole and "+" not in written else None
