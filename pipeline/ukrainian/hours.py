"""Working hours as the recommended structures want them: `Пн-Чт 08:00-17:20, Пт 08:00-16:00`.

Source: value rules of the recommended structures (T, D); breaks stand in a column of their own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.ukrainian.text import fold_spaces, plain

_DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Нд")
_STEMS = ("понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ")
_WORD = (
    r"пн|вт|ср|чт|пт|сб|нд"
    r"|понеділ\w*|вівтор\w*|серед[аиуо]\w*|четвер\w*|п'ятниц\w*|субот\w*|неділ\w*"
)
_CLOCK = (
    r"(?P<{0}h>[01]?[0-9]|2[0-4])(?:[:.\-]|\s(?=[0-5][0-9]\b))(?P<{0}m>[0-5][0-9])(?:\s*год\.?)?"
)
_LAST_HOUR = 24
# «9⁰⁰»: minutes above the line, as paper has them.
_RAISED = re.compile("(?<=[0-9])[⁰¹²³⁴⁵][⁰¹²³⁴⁵⁶⁷⁸⁹](?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
_DASH = r"\s*(?:-|до|по)\s*"
_TOKENS = re.compile(
    "|".join(
        (
            rf"(?P<time>{_CLOCK.format('a')}{_DASH}{_CLOCK.format('b')})",
            r"(?P<whole>(?:з|від)\s(?P<ch>[0-9]{1,2})(?:\s*(?:до|по)\s*|\s-\s)"
            r"(?P<dh>[0-9]{1,2})(?!\s*[:.\-]?[0-9]))",
            r"(?P<round>цілодобово|24/7)",
            r"(?P<daily>щоденно|щодня|без вихідних)",
            r"(?P<work>(?:в\s)?будні(?:\sдні)?|робочі\sдні)",
            r"(?P<unbroken>без\s(?:обідньої\s)?перерви)",
            r"(?P<pause>обід(?:ня|ньої)?(?:\sперерв[аи])?|перерва(?:\sна\sобід)?)",
            r"(?P<closed>вихідн\w+(?:\sд\w+)?)",
            # Whole hours behind a day or a comma: «Пн-Пт 8-17».
            r"(?P<bare>(?<=[а-яіїє.,:;(]\s)(?P<eh>[0-9]{1,2})\s?-\s?(?P<fh>[0-9]{1,2})"
            r"(?!\s?[\d:.\-]))",
            rf"(?P<span>(?P<from>{_WORD})\.?{_DASH}(?P<to>{_WORD})\b\.?)",
            rf"(?P<day>(?:{_WORD})\b\.?)",
            r"(?P<filler>графік|режим|час|роботи|прийому|години|год\.?|з|від|та|і|у|в|[\s,;:.()\-]+)",
        )
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Working hours and breaks; empty where none are said."""

    work: str
    breaks: str = ""


@dataclass(slots=True)
class _Reading:
    """What is known after the words so far."""

    days: list[int] = field(default_factory=list)
    used: bool = False
    """Whether these days have their time already, so that the next day begins a new group."""
    in_pause: bool = False
    work: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)


def parse_hours(text: str) -> Hours | None:
    """Hours as a person writes them; None: some word of them is not understood."""
    written = _RAISED.sub(_minutes, plain(fold_spaces(text)).lower())
    reading = _Reading()
    place = 0
    while place < len(written):
        token = _TOKENS.match(written, place)
        if token is None or not _take(token, reading):
            return None
        place = token.end()
    if not reading.work:
        return None
    return Hours(work=", ".join(_written(reading.work)), breaks=", ".join(reading.breaks))


def is_hours(text: str) -> bool:
    """Whether a cell is written by the rule already."""
    found = parse_hours(text)
    return found is not None and found.work == text


def _minutes(found: re.Match[str]) -> str:
    return f":{unicodedata.normalize('NFKC', found.group())}"


def _take(token: re.Match[str], reading: _Reading) -> bool:
    """Take one word in; False: it has no meaning where it stands."""
    match token.lastgroup:
        case "time" | "whole" | "bare" | "round":
            return _take_time(_time(token), reading, is_round=token.lastgroup == "round")
        case "daily":
            _take_days(range(7), reading)
        case "work":
            _take_days(range(5), reading)
        case "span":
            first, last = _number(token["from"]), _number(token["to"])
            _take_days(range(first, last + 1), reading)
            return first <= last
        case "day":
            _take_days([_number(token["day"])], reading)
        case "closed":
            # Days that nobody works are those without a time.
            reading.days, reading.used = [], False
        case "pause":
            reading.in_pause = True
    return True


def _take_days(days: Sequence[int], reading: _Reading) -> None:
    if reading.used:
        reading.days, reading.used = [], False
    reading.in_pause = False
    reading.days += days


def _take_time(time: str, reading: _Reading, *, is_round: bool) -> bool:
    if not time:
        return False
    if reading.in_pause:
        reading.breaks.append(time)
        reading.in_pause = False
        return True
    days = reading.days or (list(range(7)) if is_round else [])
    reading.work.append((tuple(sorted(set(days))), time))
    reading.used = True
    return bool(days)


def _time(token: re.Match[str]) -> str:
    if token.lastgroup == "round":
        return "00:00-24:00"
    if token.lastgroup == "whole":
        return f"{int(token['ch']):02}:00-{int(token['dh']):02}:00"
    if token.lastgroup == "bare":
        first, last = int(token["eh"]), int(token["fh"])
        return f"{first:02}:00-{last:02}:00" if first < last <= _LAST_HOUR else ""
    begin, end = f"{int(token['ah']):02}:{token['am']}", f"{int(token['bh']):02}:{token['bm']}"
    return f"{begin}-{end}"


def _number(word: str) -> int:
    word = word.rstrip(".").lower()
    short = [day.lower() for day in _DAYS]
    if word in short:
        return short.index(word)
    return next(number for number, stem in enumerate(_STEMS) if word.startswith(stem))


def _written(work: Sequence[tuple[tuple[int, ...], str]]) -> Iterator[str]:
    for days, time in work:
        yield f"{_spans(days)} {time}"


def _spans(days: Sequence[int]) -> str:
    """`Пн-Пт`, `Пн,Ср`: neighbours as a span, others by a comma."""
    groups: list[list[int]] = []
    for day in days:
        if groups and day == groups[-1][-1] + 1:
            groups[-1].append(day)
        else:
            groups.append([day])
    named = (
        _DAYS[group[0]] if len(group) == 1 else f"{_DAYS[group[0]]}-{_DAYS[group[-1]]}"
        for group in groups
    )
    return ",".join(named)
