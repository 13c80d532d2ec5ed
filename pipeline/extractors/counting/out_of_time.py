"""Counts that a sentence sets long before the report, or after its last day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.ukrainian.dates import find_dates, month_of
from pipeline.ukrainian.months import MONTH
from pipeline.ukrainian.periods import find_mentions

_PLANNED = re.compile(r"(?<!\w)(?:план|заплан|намічен|передбач)\w*", re.IGNORECASE)
_MEETS = re.compile(r"(?<!\w)(?:наступн|відбуд|заплан)\w+[^,;.\d]{0,60}$", re.IGNORECASE)
"""«Наступна сесія – 20 червня», «засідання відбудеться 20 червня»: right before the day."""
_DAY = re.compile(
    rf"(?<![\d.,-])(?P<day>[1-9]|[12]\d|3[01])\s+(?P<month>{MONTH})(?!\s+\d)", re.IGNORECASE
)
_HALF_YEAR = timedelta(days=183)
_LONG_AGO = re.compile(
    r"(?<!\w)(?:у|в)\s+(?:[^\W\d]+\s+)?(?P<year>1[5-9]\d\d|20\d\d)\s*(?:роках|році|року|рр?\.)"
    r"[^,;()]*$",
    re.IGNORECASE,
)
_LONGEST_COMPARISON = 6
"""Years back that reports compare themselves with."""
_LONGEST_SENTENCE = 200
"""Characters to look at before a number."""
_FIRST_COMPARED = 1990


def is_historic(plain: str, start: int, end: int, year: int | None) -> bool:
    """Whether the sentence from `start` to a number at `end` sets it long before the `year`."""
    told = _LONG_AGO.search(plain[max(start, end - _LONGEST_SENTENCE) : end])
    if told is None:
        return False
    first = _FIRST_COMPARED if year is None else year - _LONGEST_COMPARISON
    return int(told["year"]) < first


def is_ahead(plain: str, start: int, end: int, last_day: date) -> bool:
    """Whether a sentence from `start` to a number at `end` plans it for after the last day told.

    «Наступна сесія запланована на 20 червня, внесено 29 питань» as well.
    """
    text = plain[start:end]
    if _PLANNED.search(text) is not None:
        mentions = find_mentions(text, year=last_day.year)
        if any(one.period is not None and one.period.start > last_day for one in mentions):
            return True
    return any(day > last_day for day in _days_of_meetings(text, last_day))


def _days_of_meetings(text: str, last_day: date) -> Iterator[date]:
    """A day without a year is the nearest to the last day."""
    for found in find_dates(text):
        if _MEETS.search(text[: found.start]):
            yield found.value
    for match in _DAY.finditer(text):
        if _MEETS.search(text[: match.start()]):
            near = (_date(year, match) for year in range(last_day.year - 1, last_day.year + 2))
            yield from (day for day in near if day and abs(day - last_day) < _HALF_YEAR)


def _date(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, month_of(match["month"]), int(match["day"]))
    except ValueError:
        return None
