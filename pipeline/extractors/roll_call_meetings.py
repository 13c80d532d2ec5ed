"""Which meeting a line of a protocol names: session, convocation, day and time of the vote."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.ordinals import ordinal_before
from pipeline.ukrainian.text import plain, roman

_NUMERAL = r"([IVXLCІХС]+|\d{1,3})"
_EXTRA = r"(?:\(?(?:поза)?чергов\w+\)?\s+)?"
_MEETING = {
    "session": re.compile(
        rf"(?<!\w){_NUMERAL}(?:\s?-?[^\W\d_]{{1,2}})?\s+{_EXTRA}сесі\w+"
        rf"|сесія\s*[:№]+\s*{_NUMERAL}(?!\w)",
        re.IGNORECASE,
    ),
    "convocation": re.compile(
        rf"(?<!\w){_NUMERAL}(?:\s?-?го)?\s+скликання|скликання\s*[:№]+\s*{_NUMERAL}(?!\w)",
        re.IGNORECASE,
    ),
}
_IN_WORDS = {
    "session": re.compile(rf"\s*{_EXTRA}сесі[яїюй]", re.IGNORECASE),
    "convocation": re.compile(r"\s*скликання", re.IGNORECASE),
}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])"
)
# «17.11.16 12:04:05»: two digits are a year where the time of day follows.
_SHORT_YEAR = re.compile(r"(?<![\d.])(?P<day>\d\d\.\d\d)\.(?P<year>\d\d)(?=\s+\d{1,2}:\d\d)")
_AROUND = re.compile(
    r"дата|час|голосування|проголосовано|проведення|початок|засідання|від|року|рік|р\.?"
    r"|[ійтаз]{1,2}(?!\w)|[\s.,:;()–—-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Day and time of a vote, as far as a line says them."""

    day: date | None
    time: str
    """`10:15:20`; empty where it is not said."""


def meeting_of(text: str) -> Mapping[str, str]:
    """Numbers of session and convocation in a line; empty: it names neither."""
    folded = plain(text)
    found = {}
    for name, pattern in _MEETING.items():
        match = pattern.search(folded)
        number = _numeral(match[1] or match[2]) if match else _in_words(name, folded)
        if number:
            found[name] = number
    return found


def when_of(text: str) -> When | None:
    """The day and time that a line consists of; None: it is something else."""
    text = _SHORT_YEAR.sub(r"\g<day>.20\g<year>", text)
    days, time = find_dates(text), time_of(text)
    if not (days or time) or len(days) > 1:
        return None
    left = text
    for day in days:
        left = left[: day.start] + " " * (day.end - day.start) + left[day.end :]
    if _AROUND.sub("", _TIME.sub("", left)):
        return None
    return When(day=days[0].value if days else None, time=time)


def time_of(text: str) -> str:
    """The time of day in a text, `10:15:20` or `10:15`; empty where there is not exactly one."""
    found = list(_TIME.finditer(text))
    if len(found) != 1:
        return ""
    parts = (part for part in found[0].groups() if part)
    return ":".join(f"{int(part):02}" for part in parts)


def _numeral(words: str) -> str:
    """Typed with Cyrillic letters as often as with Latin ones: «ІІІ сесія»."""
    return roman(words.upper()) or words


def _in_words(name: str, text: str) -> str:
    """«двадцять перша сесія восьмого скликання»: 21 and VIII, as both are written in digits."""
    for match in _IN_WORDS[name].finditer(text):
        number = ordinal_before(text, match.start())
        if number is not None:
            return str(number) if name == "session" else _to_roman(number)
    return ""


def _to_roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words
