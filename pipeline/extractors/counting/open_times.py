"""Times that begin before the report, or in it, and last to its end: «з початку року»."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.months import MONTH, MONTHS
from pipeline.ukrainian.numerals import read_words
from pipeline.ukrainian.periods import Mention, Period

_WAR = date(2022, 2, 24)
"""Martial law and the invasion at full scale: Указ Президента України № 64/2022."""
_MONTHS = {"рок": 12, "рік": 12, "півр": 6, "кварт": 3, "міс": 1}
_DURING = r"(?:за|протягом|упродовж|впродовж)"
_SINCE = re.compile(
    r"(?<!\w)(?:з|із|від)\s+початку\s+(?:(?:звітного|поточного|цього|нинішнього)\s+"
    r"|(?P<year>20\d\d)\s+|(?P<school>навчального\s+))?"
    r"(?P<unit>року|півріччя|кварталу|місяця|[пц]\.\s?р\.)(?!\w)",
    re.IGNORECASE,
)
_SINCE_WAR = re.compile(
    r"(?<!\w)(?:з|із|від)\s+(?:(?:моменту|часу|дня)\s+)?(?:початку|введення|запровадження)\s+"
    r"(?:дії\s+)?(?:(?:повно|широко)масштабн\w+\s+(?:[^\W\d]+\s+){0,2}(?:вторгнення|війни|агресії)"
    r"|(?:правового\s+режиму\s+)?воєнного\s+стану)(?!\w)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    rf"(?<!\w){_DURING}\s+(?:перші\s+)?(?P<count>\d{{1,2}}|[^\W\d]+(?:'[^\W\d]+)?)\s+місяц(?:ів|і)"
    r"(?!\w)(?!\s+(?:20\d\d|минул|попередн|торішн|поточн|звітн|цього|[пц]\.\s?р))",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?<!\w){_DURING}\s+(?:(?:весь|увесь|цілий|все|усе)\s+)?(?P<unit>рік|року|півріччя|квартал|кварталу)"
    r"(?=\s*[-:(]|\s+[^\W\d]|\s+\d+\s)",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?<!\w)останн(?:і|іх)\s+(?P<count>\d{1,2}|[^\W\d]+(?:'[^\W\d]+)?)\s+(?P<unit>рок|місяц)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:^\W*(?:починаючи\s+)?|(?<!\w)починаючи\s+)(?:з|із)\s+(?P<day>\d{{1,2}}\s+)?"
    rf"(?P<month>{MONTH})(?:\s+(?P<year>20\d\d)(?:\s*(?:року|р\.))?)?",
    re.IGNORECASE,
)
_FROM_DATE = re.compile(r"(?:^\W*(?:починаючи\s+)?|(?<!\w)починаючи\s+)(?:з|із)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:року|р\.)?\s*(?:-|(?:по|до|і|й|та)\s)", re.IGNORECASE)


def open_mentions(text: str, report: Period) -> Iterator[Mention]:
    """The times of a passage in plain signs that end with the report."""
    lowered = text.lower()
    if "почат" in lowered:
        yield from _since(text, report)
    if re.search(r"місяц|рік|року|квартал|півріччя", lowered):
        yield from _so_far(text, report)
    if "останн" in lowered:
        yield from _last(text, report)
    if re.match(r"\W*(?:з|із|поч)", lowered) or "починаючи" in lowered:
        yield from _from_day(text, report)


def lasts_longer(mention: Mention, report: Period | None) -> bool:
    """«У травні – 45, з початку року – 140, надіслано 30»: the year is that of one number."""
    period = mention.period
    if period is None or report is None:
        return False
    return period.start < report.start and period.end == report.end


def _mention(match: re.Match[str], start: date, report: Period) -> Iterator[Mention]:
    if start <= report.end:
        period = Period(start=start, end=report.end)
        yield Mention(start=match.start(), end=match.end(), period=period, stated=True)


def _since(text: str, report: Period) -> Iterator[Mention]:
    for match in _SINCE_WAR.finditer(text):
        yield from _mention(match, _WAR, report)
    for match in _SINCE.finditer(text):
        if match["school"]:
            year = report.end.year - (report.end.month < 9)
            yield from _mention(match, date(year, 9, 1), report)
        elif match["year"]:
            yield from _mention(match, date(int(match["year"]), 1, 1), report)
        else:
            start = _start_of(match["unit"], report)
            # «З початку кварталу» in a report of a year may be any of four.
            yield from _mention(match, start, report) if start <= report.start else ()


def _start_of(unit: str, report: Period) -> date:
    """The first day of the year, half, quarter or month in which the report ends."""
    months = next((one for stem, one in _MONTHS.items() if unit.lower().startswith(stem)), 12)
    month = (report.end.month - 1) // months * months + 1
    return date(report.end.year, month, 1)


def _so_far(text: str, report: Period) -> Iterator[Mention]:
    """«За п'ять місяців» in a report on May; «за рік» in one that ends with the year."""
    is_end_of_month = (report.end + timedelta(days=1)).day == 1
    first = date(report.end.year, 1, 1)
    for match in _SO_FAR.finditer(text):
        if is_end_of_month and _count(match["count"]) == report.end.month and first < report.start:
            yield from _mention(match, first, report)
    for match in _WHOLE.finditer(text):
        start = _start_of(match["unit"], report)
        ends = _start_of(match["unit"], _day_after(report)) == report.end + timedelta(days=1)
        if ends and start < report.start:
            yield from _mention(match, start, report)


def _day_after(report: Period) -> Period:
    day = report.end + timedelta(days=1)
    return Period(start=day, end=day)


def _last(text: str, report: Period) -> Iterator[Mention]:
    """«За останні три роки» of a report that ends with a month."""
    day = report.end + timedelta(days=1)
    for match in _LAST.finditer(text):
        count = _count(match["count"])
        if day.day == 1 and count:
            months = count * (12 if match["unit"].lower() == "рок" else 1)
            first = day.year * 12 + day.month - 1 - months
            yield from _mention(match, date(first // 12, first % 12 + 1, 1), report)


def _count(written: str) -> int:
    numeral = read_words([written])
    return int(written) if written.isdecimal() else numeral.value if numeral else 0


def _from_day(text: str, report: Period) -> Iterator[Mention]:
    """«З 24 лютого 2022 року видано 12», at the beginning or after «починаючи»."""
    for day in find_dates(text):
        opening = _FROM_DATE.search(text[: day.start])
        if opening is not None and not _UNTIL.match(text, day.end) and day.value <= report.end:
            period = Period(start=day.value, end=report.end)
            yield Mention(start=opening.start(), end=day.end, period=period, stated=True)
    for match in _FROM.finditer(text):
        is_told_so = bool(match["year"]) != bool(match["day"])
        start = _date(match, report) if is_told_so else None
        if start is not None and not _UNTIL.match(text, match.end()):
            yield from _mention(match, start, report)


def _date(match: re.Match[str], report: Period) -> date | None:
    """The day, or the first of the month; «з 31 лютого» is none."""
    year, month = int(match["year"] or report.end.year), MONTHS[match["month"][:3].lower()]
    day = int(match["day"] or 1)
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
