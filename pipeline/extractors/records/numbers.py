"""Numbers of a registry: `1234567.89` for «1 234 567,89»; what its column declares, and no more."""

import re
from collections.abc import Sequence
from decimal import Context, Decimal

from pipeline.parameters.registry import Column

UNIT = "unit-left-out"
"""Code of a number that had a declared unit beside it."""
BRACKETS = "brackets-are-negative"
"""Code of a number in brackets that is declared to be below zero."""
SCALED = "number-scaled"
"""Code of a number with a declared word for thousands or millions."""
UNREADABLE = "number-unreadable"
"""Code of a cell that is no number by what is declared."""
SIGN_DOUBTFUL = "number-sign-doubtful"
"""Code of a number like «12.500», which is 12500 only if nobody writes decimals so."""
# «0.750» is no seven hundred and fifty: a first group never begins with zero.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[ '’ʼ][0-9]{3})+")
_TWICE = {
    ",": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?"),
    ".": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"),
}
"""Numbers in which the declared sign of decimals stands twice, so it groups."""
_ONE_GROUP = re.compile(r"[-−–]?\s?[1-9][0-9]{0,2}\.[0-9]{3}")
_TAIL = re.compile(r"(?P<number>.*[0-9])\s*(?P<tail>[^0-9]*)")
_BRACKETS = re.compile(r"\((?P<inner>[^()]+)\)\s*(?P<tail>[^()0-9]*)")
_EXACT = Context(prec=200)
_ZERO = re.compile(r"0+(?:[.,]0+)?")


def read_number(text: str, column: Column) -> tuple[str, str]:
    """A number without its groups, and the code of what is wrong with it or was left out."""
    bare, is_negative = _without_brackets(text, column)
    bare = _without_unit(bare, column.units)
    shown, factor = _scaled(bare, column)
    number = _plain_number(shown, column.decimal_sign) if factor else None
    if number is None or (is_negative and number.startswith("-")):
        return text, UNREADABLE
    number = _multiplied(number, factor) if factor > 1 else number
    code = BRACKETS if is_negative else SCALED if factor > 1 else UNIT if bare != text else ""
    if "decimal_sign" not in column.model_fields_set and _ONE_GROUP.fullmatch(shown):
        code = SIGN_DOUBTFUL
    return f"-{number}" if is_negative else number, code


def _without_brackets(text: str, column: Column) -> tuple[str, bool]:
    """What stands in brackets around a number, where they are declared to mean a minus."""
    match = _BRACKETS.fullmatch(text) if column.negative == "brackets" else None
    return (f"{match['inner'].strip()} {match['tail']}".strip(), True) if match else (text, False)


def _scaled(text: str, column: Column) -> tuple[str, int]:
    """The number without its word for thousands or millions, and what that word stands for.

    Where such words are declared a number without one is not certain: zero, when it is not said.
    """
    if not column.scales or _ZERO.fullmatch(text):
        return text, 1
    match = _TAIL.fullmatch(text)
    known = {_word(word): factor for word, factor in column.scales.items()}
    return (match["number"], known.get(_word(match["tail"]), 0)) if match else (text, 0)


def _word(text: str) -> str:
    return re.sub(r"[\s.]", "", text).casefold()


def _multiplied(number: str, factor: int) -> str:
    return f"{_EXACT.normalize(_EXACT.multiply(Decimal(number), Decimal(factor))):f}"


def _without_unit(text: str, units: Sequence[str]) -> str:
    for unit in sorted(units, key=len, reverse=True):
        if text.casefold().endswith(unit.casefold()):
            return text[: -len(unit)].rstrip()
    return text


def _plain_number(text: str, decimal_sign: str) -> str | None:
    sign = "-" if text[:1] in ("-", "−", "–") else ""
    bare = text[1:].lstrip() if sign else text
    if _TWICE[decimal_sign].fullmatch(bare):
        decimal_sign = "." if decimal_sign == "," else ","
    whole, mark, decimals = bare.partition(decimal_sign)
    whole = whole.replace("," if decimal_sign == "." else ".", " ")
    read = whole.isascii() and whole.isdecimal() or _GROUPED.fullmatch(whole)
    if not read or (mark and not (decimals.isascii() and decimals.isdecimal())):
        return None
    digits = re.sub(r"[^0-9]", "", whole)
    return f"{sign}{digits}.{decimals}" if mark else f"{sign}{digits}"
