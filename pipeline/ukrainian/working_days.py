"""Working days of Ukraine, and how many of them a draft has to be public before it is considered.

Saturdays, Sundays and the holidays of article 73 of the Labour Code are no working days; during
martial law holidays are (law 2136-IX, article 6), and the calendar of `holidays` knows that.
"""

from datetime import date, timedelta
from functools import cache

import holidays

_SHORTER_SINCE = date(2020, 10, 1)
"""Law 890-IX, signed on 29.09.2020, is in force from the day after its publication."""
_LONG, _SHORT = 20, 10


@cache
def _holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("UA", years=year)


def is_working_day(day: date) -> bool:
    """Whether people work on that day; days that a government moved are not known."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def working_days_between(first: date, last: date) -> int:
    """Working days from the first day on and before the last one.

    Args:
        first: the day of publication, which counts.
        last: the day of consideration, which does not.
    """
    days = (first + timedelta(days=number) for number in range((last - first).days))
    return sum(map(is_working_day, days))


def term_of_publication(issued: date) -> int:
    """Working days that the law asks for (law 2939-VI, article 15, part 3) of a draft that day."""
    return _SHORT if issued >= _SHORTER_SINCE else _LONG
