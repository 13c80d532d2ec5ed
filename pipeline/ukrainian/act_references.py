"""The day and number of an act as one cell says them: «27.06.2019 № 45-12/VII».

Only what is certain is read: of two dates or two numbers neither is. Words beside them («Рішення
виконкому») are the rest.
"""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.ukrainian.act_numbers import FoundNumber, find_signed, match_bare
from pipeline.ukrainian.dates import FoundDate, date_of_cell
from pipeline.ukrainian.text import fold_spaces, plain

_JOINTS = re.compile(r"(?<!\w)(?:від|от)(?!\w)|[,;()]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActReference:
    """What a cell says of an act."""

    number: str
    """In its one form; empty where none is certain."""
    day: date | None
    rest: str
    """What else the cell says."""


def parse_reference(text: str) -> ActReference:
    """Read the day and the number of one act."""
    whole = fold_spaces(text)
    day = date_of_cell(whole)
    left = _without(whole, day)
    number = _number(left)
    rest = _without(left, number)
    if number is not None and find_signed(plain(rest)):
        return ActReference(number="", day=None, rest=whole)
    return ActReference(
        number=(number.value or "") if number else "",
        day=day.value if day else None,
        rest=fold_spaces(_JOINTS.sub(" ", rest)).strip(" ."),
    )


def _number(text: str) -> FoundNumber | None:
    """The number after its sign, or the one that is all there is."""
    folded = plain(text)
    signed = find_signed(folded)
    if signed is not None:
        return signed
    start = len(folded) - len(folded.lstrip(" ,;"))
    bare = match_bare(folded, start)
    return bare if bare is not None and not folded[bare.end :].strip(" .,;") else None


def _without(text: str, found: FoundDate | FoundNumber | None) -> str:
    return text if found is None else f"{text[: found.start]}  {text[found.end :]}"
