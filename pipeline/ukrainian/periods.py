"""Spans of time in Ukrainian text: «за ІІІ квартал 2019 року», «з 12 по 18 лютого», «станом на …».

A period without a year takes the one it is given; without one it is not returned. Both ends of a
period belong to it. Where the text writes only a day of the first date («12-18 лютого 2024»), month
and year are those of the last.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.ukrainian.months import MONTH, MONTHS
from pipeline.ukrainian.numerals import read_roman, read_words

_DASH = r"\s*[-–—]\s*"
_YEAR_WORD = r"(?:\s*(?:року|роком|роками|роках|рік|році|роки|років|рр\.|р\.|р(?!\w)))"
_THIS_YEAR = (
    r"\s+(?:(?:поточного|цього|нинішнього|звітного|минулого)\s+(?:року|р\.)|ц\.\s?р\.|п\.\s?р\.)"
)
_YEAR = rf"(?:\s+(?P<year>(?:19|20)\d\d)(?!\d){_YEAR_WORD}?|(?P<this>{_THIS_YEAR}))?"
_ORDINAL = (
    r"[IVІХ]{1,3}(?:-(?:й|ий|го|му|ше|ге|тє))?|[1-4](?:-\w{1,3})?"
    r"|перш\w{1,3}|друг\w{1,3}|трет\w{1,4}|четверт\w{1,3}"
)
_COUNTING = r"(?:за|протягом|упродовж|впродовж|на\s+протязі|у|в)"
_FILLER = r"(?:(?:звітн|вказан|зазначен|вес|увес|усь|всь|період|тижд|місяц|час)\w*\s+){0,3}"
_STATED = re.compile(
    rf"(?:^|(?<!\w))(?:{_COUNTING}\s+{_FILLER}|порівнян\w+\s+(?:(?:з|із)\s+)?|відміну\s+від\s+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `start` to `end`, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A period, or a day as of which something is said, and where the text has it."""

    start: int
    end: int
    period: Period | None = None
    as_of: date | None = None
    stated: bool = False
    """Introduced as the time of what is told: «за», «протягом», «упродовж», «у»."""


_LONGEST_OPENING = 120
"""Characters before a period that may say what it is."""
_EDGE = re.compile(r"(?<!\w)(?:станом\s+)?на\s+(?P<edge>початок|кінець)\s+$", re.IGNORECASE)
Read = Callable[[re.Match[str], int | None], Period | None]


def find_mentions(text: str, *, year: int | None = None) -> tuple[Mention, ...]:
    """Every period and «станом на …», in the order of the text.

    Args:
        text: any text; offsets of the mentions are characters of it.
        year: the year of periods that do not write one.
    """
    found: list[Mention] = []
    for mention in _all_mentions(text, year):
        if all(mention.end <= one.start or one.end <= mention.start for one in found):
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _all_mentions(text: str, year: int | None) -> Iterator[Mention]:
    for match in _AS_OF.finditer(text):
        day = _day(match, "1", year)
        if day is not None:
            yield Mention(start=match.start(), end=match.end(), as_of=day, stated=True)
    for pattern, read in _PERIODS:
        for match in pattern.finditer(text):
            period = read(match, year)
            if period is not None:
                edge = _EDGE.search(_words_before(text, match))
                if edge is not None:
                    day = period.start if edge["edge"].lower() == "початок" else period.end
                    start = match.start() - len(edge.group())
                    yield Mention(start=start, end=match.end(), as_of=day, stated=True)
                    continue
                stated = _is_stated(text, match)
                yield Mention(start=match.start(), end=match.end(), period=period, stated=stated)


def _is_stated(text: str, match: re.Match[str]) -> bool:
    """«За», «протягом» before it, or «з … по …», which says a time by itself."""
    if re.match(r"(?:з|із|від)\s.*\s(?:по|до)\s", match.group(), re.IGNORECASE):
        return True
    return _STATED.search(_words_before(text, match)) is not None


def _words_before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _LONGEST_OPENING) : match.start()]


def _date_pattern(name: str, *, rest: str = "") -> str:
    """A date; with `rest="?"` the month and all after it may be missing."""
    return (
        rf"(?P<day{name}>\d{{1,2}})(?:-?(?:го|ого|е))?"
        rf"(?:(?:\.|/)\s?(?P<month{name}>\d{{1,2}})(?!\d)"
        rf"(?:[./ ]\s?(?P<year{name}>\d{{4}}|\d{{2}})(?!\d))?"
        rf"|\s*(?P<word{name}>{MONTH})(?:\s+(?P<of{name}>\d{{4}}))?){rest}"
        rf"{_YEAR_WORD}?"
    )


_IS = r"(?:станови(?:ть|ла|ло)|склада(?:є|ла|ло)|налічу|нарахову|перебува|прожива|обліков)"
_AS_OF = re.compile(
    rf"станом\s+на\s+(?:\d{{1,2}}[:.]\d\d\s+)?{_date_pattern('1')}"
    rf"|(?:^|(?<=[.!?]\s)|(?<=\n))На\s+{_date_pattern('2')}"
    rf"|(?<!\w)на\s+{_date_pattern('3')}(?=\s*[-–—:](?!\d)|\s+{_IS})",
    re.IGNORECASE,
)


def _day(match: re.Match[str], name: str, year: int | None) -> date | None:
    if match["day" + name] is None:
        return next((_day(match, one, year) for one in "23" if _has_day(match, one)), None)
    written = match["year" + name] or match["of" + name]
    month = match["month" + name] or _month(match["word" + name])
    return _make_date(_year(written) or year, month, match["day" + name])


def _has_day(match: re.Match[str], name: str) -> bool:
    return match.groupdict().get("day" + name) is not None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def _month(word: str | None) -> int | None:
    return MONTHS[word[:3].lower()] if word else None


def _make_date(year: int | None, month: str | int | None, day: str | int) -> date | None:
    if year is None or month is None:
        return None
    month, day = int(month), int(day)
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and 1900 <= year <= 2100:
        return date(year, month, day)
    return None


def _between(match: re.Match[str], year: int | None) -> Period | None:
    """`з 29 грудня по 4 січня 2024`: what the first date lacks it takes from the last."""
    end = _day(match, "2", year)
    if end is None:
        return None
    month = match["month1"] or _month(match["word1"]) or end.month
    written = _year(match["year1"] or match["of1"])
    start = _make_date(written or end.year, month, match["day1"])
    if start is not None and start > end and written is None:
        start = _make_date(end.year - 1, month, match["day1"])
    return Period(start=start, end=end) if start and start <= end else None


def _months(first: int, last: int, year: int | None) -> Period | None:
    if year is None or not 1 <= first <= last <= 12:
        return None
    return Period(start=date(year, first, 1), end=date(year, last, monthrange(year, last)[1]))


def of_rank(period: Period, ordinal: str) -> Period | None:
    """Another quarter, or half, of the year of a quarter or half: «другому», `III`."""
    months, rank = period.end.month - period.start.month + 1, _rank(ordinal)
    whole = _months(period.start.month, period.end.month, period.start.year) == period
    if months not in (3, 6) or not whole or not rank:
        return None
    return _months(rank * months - months + 1, rank * months, period.start.year)


def _own_year(match: re.Match[str], year: int | None) -> int | None:
    if match["this"] and "минул" in match["this"].lower():
        return year - 1 if year else None
    return _year(match["year"]) or year


def _rank(text: str) -> int:
    """1 to 4 from `ІІІ`, `3-й` or `третього`; 0 where it is none of them."""
    if text[:1].isdigit():
        return int(text[0])
    for stem, value in (("перш", 1), ("друг", 2), ("трет", 3), ("четверт", 4)):
        if text.lower().startswith(stem):
            return value
    return read_roman(text.partition("-")[0]) or 0


def _quarters(match: re.Match[str], year: int | None) -> Period | None:
    # «буд. 3 кв. 5» is a flat: a digit with the abbreviation needs a year.
    if match["first"][0].isdigit() and "кв." in match.group() and not match["year"]:
        return None
    first, last = _rank(match["first"]), _rank(match["last"] or match["first"])
    return _months(first * 3 - 2, last * 3, _own_year(match, year))


def _half(match: re.Match[str], year: int | None) -> Period | None:
    rank = _rank(match["first"])
    return _months(rank * 6 - 5, rank * 6, _own_year(match, year))


def _first_months(match: re.Match[str], year: int | None) -> Period | None:
    if not (match["year"] or match["this"]):
        return None
    numeral = read_words([match["count"]])
    digits = match["count"].partition("-")[0]
    if numeral is None and not digits.isdecimal():
        return None
    return _months(1, numeral.value if numeral else int(digits), _own_year(match, year))


def _named_months(match: re.Match[str], year: int | None) -> Period | None:
    first = _month(match["first"]) or 0
    return _months(first, _month(match["last"]) or first, _own_year(match, year))


def _years(match: re.Match[str], _year_given: int | None) -> Period | None:
    first = int(match["first"])
    last = int(match["last"] or first)
    if match["season"] and first != last:
        # «Опалювальний сезон 2024-2025 років»: nobody knows its days.
        return None
    if not 1990 <= first <= last <= 2100:
        return None
    return Period(start=date(first, 1, 1), end=date(last, 12, 31))


def _school_years(match: re.Match[str], _year_given: int | None) -> Period | None:
    """From 1 September: Закон України «Про освіту», ст. 10 and the acts on each level."""
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if last != first + 1 or not 1990 <= first <= 2100:
        return None
    return Period(start=date(first, 9, 1), end=date(last, 8, 31))


def _school_halves(match: re.Match[str], year_given: int | None) -> Period | None:
    """The first half of a school year ends with the calendar year; the second is the rest of it."""
    whole, rank = _school_years(match, year_given), _rank(match["half"])
    if whole is None or rank not in {1, 2}:
        return None
    new_year = date(whole.end.year, 1, 1)
    if rank == 1:
        return Period(start=whole.start, end=new_year - timedelta(days=1))
    return Period(start=new_year, end=whole.end)


def _compiled(pattern: str, read: Read) -> tuple[re.Pattern[str], Read]:
    return re.compile(rf"(?<![\w.,])(?:{pattern})(?!\w)", re.IGNORECASE), read


_FEW_MONTHS = r"\d{1,2}(?:-\w{1,3})?|[а-яіїєґ'’]+"
_SCHOOL_YEAR = (
    rf"(?P<first>(?:19|20)\d\d)(?:{_DASH}|\s*/\s*)(?P<last>\d{{4}}|\d\d)\s*"
    r"(?:навч\w*\.?\s*(?:рік|ро[кц]\w*|р\.?)|н\.\s?р\.?)"
)
_PERIODS = (
    _compiled(
        rf"(?P<half>{_ORDINAL})\s*(?:півріччям?|півріччі|семестр\w*)\s+{_SCHOOL_YEAR}",
        _school_halves,
    ),
    _compiled(
        rf"(?:(?:з|із|від)\s+)?{_date_pattern('1', rest='?')}"
        rf"(?:\s*(?:по|до)\s+|{_DASH}){_date_pattern('2')}",
        _between,
    ),
    _compiled(
        rf"(?P<first>{_ORDINAL})(?:{_DASH}(?P<last>{_ORDINAL}))?\s*(?:квартал\w*|кв\.){_YEAR}",
        _quarters,
    ),
    _compiled(
        rf"(?P<first>{_ORDINAL})\s*(?:півріччя\w?|півріччі|півріччю|півр\.|пів\s?року){_YEAR}",
        _half,
    ),
    _compiled(rf"(?P<count>{_FEW_MONTHS})\s+(?:місяц(?:ів|і|я)|міс\.?){_YEAR}", _first_months),
    _compiled(
        rf"(?<!\d\s)(?<!\d\s\s)(?:з\s+)?(?P<first>{MONTH})(?:(?:{_DASH}|\s+(?:по|до)\s+)(?P<last>{MONTH}))?"
        rf"(?:\s+(?:місяц(?:ь|я|і)|м-ць|міс\.))?{_YEAR}",
        _named_months,
    ),
    _compiled(_SCHOOL_YEAR, _school_years),
    _compiled(
        # «р. н.» is a year of birth, «н. р.» a school year: neither is a time of reporting.
        rf"(?P<season>сезон\w*\s+)?(?P<first>\d{{4}})(?:{_DASH}(?P<last>\d{{4}}))?(?!\s*р\.?\s?н){_YEAR_WORD}",
        _years,
    ),
)
