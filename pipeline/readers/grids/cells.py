"""Cells of workbooks as text, and their names as Excel writes them."""

import datetime
import math
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

Value = str | bool | int | float | datetime.datetime | datetime.date | datetime.time
"""What python-calamine gives for a cell; an empty one is the empty string."""

_SPANS = 12

PRECISION = 10**15
"""Excel keeps fifteen digits of a number; a longer one has lost its end."""


_NUMBER = re.compile(
    r"""(?P<sign>[-\u2212])?
    (?P<whole>[0-9]{1,3}(?:[ \xa0\u202f][0-9]{3})+
     |[0-9]{1,3}(?:\.[0-9]{3})+(?=,[0-9]) |[0-9]{1,3}(?:,[0-9]{3})+(?=\.[0-9])
     |[0-9]{1,3}(?:\.[0-9]{3}){2,} |[0-9]{1,3}(?:,[0-9]{3}){2,} |[0-9]{1,30})
    (?:[.,](?P<part>[0-9]{1,30}))?""",
    re.VERBOSE,
)
_AROUND = re.compile(r"(?P<left>\()?(?P<number>[^()]+?)(?P<right>\))?\s?(?:грн\.?)?\*{0,3}")
"""A sum in brackets is a negative one; a unit and the mark of a note do not change it."""


def letters_of(position: int) -> str:
    """Name of a column by its position from 0: `A`, `Z`, `AA`."""
    name = ""
    while position >= 0:
        position, letter = divmod(position, 26)
        name = chr(ord("A") + letter) + name
        position -= 1
    return name


def position_of(letters: str) -> int:
    """Position of a column from 0 by its name."""
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1


def text_of(value: Value | datetime.timedelta) -> str:
    """A cell as text: numbers without grouping, dates by ISO 8601, durations as `36:00:00`."""
    match value:
        case str():
            return one_line_end(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case datetime.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case datetime.datetime():
            return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
        case _:
            return value.isoformat()


def one_line_end(text: str) -> str:
    """The text with a line feed alone between its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _number(value: float) -> str:
    if not math.isfinite(value):
        return str(value)
    if value == int(value):
        return str(int(value))
    # Fifteen digits are what Excel shows: 0.1 + 0.2 is stored as 0.30000000000000004.
    return f"{Decimal(f'{value:.15g}'):f}"


def is_number(value: object) -> bool:
    """Whether a cell was stored as a number rather than as text."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def number_of(text: str) -> Decimal | None:
    """The number that a cell holds, written `-1 234,50`, `1.234.567,8` or `(25 000)`, or None."""
    around = _AROUND.fullmatch(text.strip())
    if around is None or bool(around["left"]) != bool(around["right"]):
        return None
    match = _NUMBER.fullmatch(around["number"].strip())
    if match is None:
        return None
    whole = "".join(sign for sign in match["whole"] if sign.isdigit())
    is_negative = bool(match["sign"]) != bool(around["left"])
    return Decimal(f"{'-' if is_negative else ''}{whole}.{match['part'] or '0'}")


def ranges(numbers: Iterable[int]) -> str:
    """Numbers of rows in short: `3, 5–9`; after twelve spans an ellipsis."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return _named(spans, cut=False)


def joined_ranges(first: str, second: str) -> str:
    """What `ranges` says of the numbers of both; those of the second all follow those of the first.

    Spans that are left out stand behind the twelfth in both, so none of them is missed.
    """
    if first.endswith("…"):
        return first
    spans = _spans(first)
    for start, end in _spans(second.removesuffix(", …")):
        if start == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return _named(spans, cut=second.endswith("…"))


def _named(spans: Sequence[tuple[int, int]], *, cut: bool) -> str:
    named = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    return ", ".join(named[:_SPANS] + ["…"] * (cut or len(named) > _SPANS))


def _spans(text: str) -> list[tuple[int, int]]:
    ends = [part.split("–") for part in text.split(", ")]
    return [(int(part[0]), int(part[-1])) for part in ends]
