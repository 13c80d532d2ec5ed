"""The day that a heading says of the acts under it, and headings under which it holds no longer."""

import re
from datetime import date

from pipeline.extractors.act_pages.lines import starts_with_about
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.ukrainian.acts import Act, is_requisites
from pipeline.ukrainian.dates import FoundDate, find_dates, month_of
from pipeline.ukrainian.text import plain

_MEETING = re.compile(r"сесі[яїюй]|засідан|виконавч\w+\s+комітет|виконком", re.IGNORECASE)
# What a site says of its page, and not of the meeting: «Рішення за лютий (оновлено 05.03.2024)».
_OF_PAGE = re.compile(
    r"(?:станом\s+на|(?:оновлен|опублік|оприлюдн|розміщен|додан|змінен)\w*)\s*:?\s*(?:від\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
# «Засідання відбудеться 25.04.2024»: acts below it are of another one.
_TO_COME = re.compile(r"відбуде|розпочне|планує|запланов|скликає|перенес", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"\s*(?:від|дата\s*:)?\s*", re.IGNORECASE)
_UNDATED = re.compile(
    r"(?:(?!(?:на|під|до|після|про)\s)\S+\s+){0,4}(?:сесія|засідання)(?:\s+[\w№(). -]{1,60})?",
    re.IGNORECASE,
)


def days_of_meetings(text: str, parameters: DecisionsParameters) -> set[date]:
    """All days of a heading but those of the page itself."""
    found = find_dates(text, dates=parameters.dates)
    return {one.value for one in found if not _is_of_page(text, one)}


def meeting_date(text: str, act: Act, parameters: DecisionsParameters) -> Act:
    """The act that a heading speaks of, with the day of its meeting: «Засідання … 29.11.2021».

    Two days in one heading are none.
    """
    if starts_with_about(act.subject):
        return act
    days = days_of_meetings(text, parameters)
    one = len(days) == 1 and not _TO_COME.search(text)
    known = one and (act.kind or _MEETING.search(text) or is_requisites(text))
    day = days.pop() if known else None
    return Act(kind=act.kind, number=act.number, date=day, subject=None)


def is_of_another_day(text: str, day: date) -> bool:
    """Whether a line that is no heading of acts begins with another day: «13.12.2022 (друге)»."""
    found = find_dates(text)
    return bool(found) and found[0].value != day and not _BEFORE_DAY.sub("", text[: found[0].start])


def is_other_period(text: str, day: date) -> bool:
    """Whether a heading that is only a year or a month, «2021 рік», is not that of the day."""
    years = [int(year) for year in _YEAR.findall(text)]
    months = [month for word in _WORD.findall(plain(text)) if (month := month_of(word))]
    return day.year not in (years or [day.year]) or day.month not in (months or [day.month])


def is_undated_meeting(text: str) -> bool:
    """«Позачергова сесія»: a heading that names a meeting and not its day."""
    return _UNDATED.fullmatch(plain(text).strip(" .:")) is not None and not find_dates(text)


def _is_of_page(text: str, found: FoundDate) -> bool:
    return _OF_PAGE.search(plain(text), max(0, found.start - 40), found.start) is not None
