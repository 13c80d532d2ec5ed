"""When something takes place, as plans of events say it: a day, several days, an hour beside them.

«19.01.2024», «23–24.08.2024», «1-3 травня 2024 року», «9 травня 2024 р. о 11:00». A month or a
quarter is no day, and of several days that do not follow one another («1, 3, 5 травня») none is
certain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.ukrainian.dates import FoundDate, date_of_cell, find_dates
from pipeline.ukrainian.months import MONTH
from pipeline.ukrainian.periods import find_mentions
from pipeline.ukrainian.text import fold_spaces, plain

_OWN = rf"(?:з|із|від|по|до|та|і|року|рік|рр|р|{MONTH})"
_DAYS = re.compile(rf"(?:(?:з|із|від)\s)?\d{{1,2}}(?!\d)(?:[\d\s./–—-]|(?<!\w){_OWN}(?!\w))*", re.I)
_SHORT = re.compile(rf"\d{{1,2}}(?:[./]\d{{1,2}}(?![\d./])|\s{MONTH})(?!\s*(?:19|20)\d\d)", re.I)
_TIME = re.compile(
    r"(?:(?<!\w)(?:о|об|з)\s)?(?<![\d.:])(\d{1,2}):(\d\d)(?![\d:])(?:\s?год\.?)?", re.I
)
_HOURS = re.compile(
    r"(?:(?<!\w)(?:о|об|з|від)\s)?(?<![\d.:])(\d{1,2}):(\d\d)\s?(?:-|до)\s?(\d{1,2}):(\d\d)(?![\d:])"
    r"(?:\s?год\.?)?",
    re.I,
)
_CLOCK = re.compile(r"(?<!\w)(?:о|об)\s(\d{1,2})[.-](\d\d)(?![\d.])(?:\s?год\.?)?", re.I)
_LAST = re.compile(r"(?<=,)\s(\d{1,2})\.(\d\d)(?:\s?год\.?)?$", re.I)
"""An hour that ends the text behind a comma; a day would have its month there."""
_MORE = re.compile(rf"\d[./]\d|(?<!\w){MONTH}|^[^\w]*\d", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """The first and the last day, the hour, and what else the text says."""

    first: date | None = None
    last: date | None = None
    """None where it takes one day."""
    time: str = ""
    rest: str = ""


def parse_days(text: str, *, year: int | None = None) -> DaySpan:
    """Read the days; `year` is of dates that write none. What is not certain is all of it rest."""
    whole = fold_spaces(text)
    # `plain` keeps every sign in its place.
    hour = _hour(plain(whole))
    left = _blanked(whole, hour.start(), hour.end()) if hour else whole
    span = _span(plain(left), year)
    if span is None:
        return DaySpan(rest=whole)
    rest = _blanked(left, span.start, span.end).strip(" ,;()")
    if _MORE.search(rest):
        return DaySpan(rest=whole)
    time = "-".join(_clocks(hour)) if hour else ""
    return DaySpan(first=span.first, last=span.last, time=time, rest=fold_spaces(rest))


class _Found(NamedTuple):
    start: int
    end: int
    first: date
    last: date | None


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _hour(text: str) -> re.Match[str] | None:
    """The only hour of the text, or the only span of two."""
    if len(spans := [*_HOURS.finditer(text)]) == 1:
        return spans[0]
    found = [*_TIME.finditer(text), *_CLOCK.finditer(text), *_LAST.finditer(text)]
    return found[0] if len(found) == 1 else None


def _clocks(hour: re.Match[str]) -> Iterator[str]:
    numbers = hour.groups()
    for at in range(0, len(numbers), 2):
        yield f"{int(numbers[at]):02}:{numbers[at + 1]}"


def _span(text: str, year: int | None) -> _Found | None:
    for one in find_mentions(text, year=year):
        if one.period is not None and _DAYS.fullmatch(text[one.start : one.end]):
            return _Found(one.start, one.end, one.period.start, one.period.end)
    day = date_of_cell(text) or _day_of_year(text, year)
    # What stands before a date says more of it than is read here: «до», «1, 3 та».
    if day is None or text[: day.start].strip():
        return None
    return _Found(day.start, day.end, day.value, None)


def _day_of_year(text: str, year: int | None) -> FoundDate | None:
    short = _SHORT.match(text)
    if short is None or year is None:
        return None
    joint = "." if short.group()[-1].isdigit() else " "
    found = find_dates(f"{short.group()}{joint}{year}")
    return FoundDate(start=0, end=short.end(), value=found[0].value) if found else None
