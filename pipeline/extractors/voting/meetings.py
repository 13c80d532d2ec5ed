"""When a vote was held, as a line of a protocol says it: day and time."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.ukrainian.dates import find_dates_of_acts

_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])"
)
# «17.11.16 12:04:05»: two digits are a year where the time of day follows.
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<day>\d\d\.\d\d)\.(?P<year>\d\d)(?=\s+\d{1,2}:\d\d)")
# «Про план 26.11.2021 11:15:22»: a title has no time of day.
_STAMP = re.compile(r"\s+(?P<stamp>\d\d?\.\d\d\.\d{4}\s+\d\d?:\d\d(?::\d\d)?)\Z")
# «№ 14 26.11.21 11:15:22», «№: 14 Дата: 26.11.2021 Час: 11:15»: the number of the vote.
_OF_VOTE = re.compile(r"\A\W*№(?:\s*\d{1,4}\s+(?=\d)|\s*:\s*\d{1,4}\s+(?=дата))", re.IGNORECASE)
_AROUND = re.compile(
    r"дата|час|решение\s+~\w+~|голосування|проголосовано|проведення|початок|засідання|від|року|рік|р\.?"
    r"|[ійтаз]{1,2}(?!\w)|[\s.,:;()–—-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Day and time of a vote, as far as a line says them."""

    day: date | None
    time: str
    """`10:15:20`; empty where it is not said."""


def when_of(text: str) -> When | None:
    """The day and time that a line consists of; None: it is something else."""
    text = _SHORT_YEAR.sub(r"\g<day>.20\g<year>", text)
    time = time_of(text)
    text = _OF_VOTE.sub("", text) if time else text
    days = find_dates_of_acts(text)
    if not (days or time) or len(days) > 1:
        return None
    if _AROUND.sub("", without_when(text)):
        return None
    return When(day=days[0].value if days else None, time=time)


def without_when(text: str) -> str:
    """The words of a line without its days and times."""
    for day in find_dates_of_acts(text):
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return _TIME.sub(" ", text)


def parted(text: str) -> tuple[str, When | None]:
    """A title, and the day and time of the vote that a system prints after it in one line."""
    found = _STAMP.search(text)
    if found is None or not found.start():
        return text, None
    return text[: found.start()], when_of(found["stamp"])


def time_of(text: str) -> str:
    """The time of day in a text, `10:15:20` or `10:15`; empty where there is not exactly one."""
    found = list(_TIME.finditer(text))
    if len(found) != 1:
        return ""
    parts = (part for part in found[0].groups() if part)
    return ":".join(f"{int(part):02}" for part in parts)
