"""Times that only the report makes definite: «торік», «попереднього тижня», «на початок року»."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.extractors.counting.open_times import open_mentions
from pipeline.ukrainian.morphology import is_predicate, modifiers
from pipeline.ukrainian.periods import Mention, Period, of_rank

_WEEK = 7
"""Days."""
_SEPTEMBER = 9
_SCHOOL_YEAR = re.compile(
    r"(?<!\w)(?:минул|попередн|торішн)\w+\s+навчальн\w+\s+ро(?:ці|ку|ком)(?!\w)", re.IGNORECASE
)


def relative_mentions(text: str, period: Period | None) -> tuple[Mention, ...]:
    """The times of a passage that are told by the period of the report.

    Args:
        text: the passage in plain signs; offsets of the mentions are characters of it.
        period: of the report.
    """
    if period is None:
        return ()
    same = (*_same_periods(text, period), *_beside(text, period), *_before_last(text, period))
    same = (*same, *_last_school_year(text, period))
    told = (*same, *_previous(text, period), *_edges(text, period))
    open_ones = (
        one
        for one in open_mentions(text, period)
        if all(one.end <= other.start or other.end <= one.start for other in told)
    )
    return (*told, *open_ones)


_SAME_PERIOD = re.compile(
    r"(?:(?<=порівняно з )|(?<=порівнянні з ))(?:минулим|попереднім|торішнім)\s+роком(?!\w)"
    r"|(?<=відміну від )(?:минулого|попереднього|торішнього)\s+року(?!\w)"
    r"|(?:аналогічн\w+|відповідн\w+|так\w+|цей|цьому|той|тому)\s+(?:же\s+)?період\w*\s+"
    r"(?:(?P<last>минул\w+|попередн\w+|торішн\w+)|(?:[ув]\s+)?(?P<year>20\d\d))"
    r"(?:\s+(?:року|році|р\.))?"
    # «48 проти 61 торік», «48 (торік – 61)», «Торік сталося 61».
    r"|(?:(?<=\()|^|(?<=[;,]\s)|(?<=[;,]\sа\s)|(?<=якщо\s))(?:торік|минулоріч)(?!\w)"
    r"|(?:(?<=проти\s)|(?<=порівняно\sз\s))[\d\s]*\d\s(?:[^\W\d]+\s)?(?P<after>торік)(?!\w)"
    # «У 2023 році за аналогічний період».
    r"|(?<=[ув]\s)(?P<first>20\d\d)\s+(?:році|р\.)\s+(?:за|протягом|упродовж|впродовж)\s+"
    r"(?:аналогічн|відповідн|так|той|цей)\w*\s+(?:же\s+|самий\s+)?період",
    re.IGNORECASE,
)


def _same_periods(text: str, report: Period) -> Iterator[Mention]:
    """«За аналогічний період минулого року»: the period of the report in another year."""
    for match in _SAME_PERIOD.finditer(text):
        if match.group().lower() == "торік" and _qualifies(text[match.end() :]):
            continue
        told = match["year"] or match["first"]
        year = int(told) if told else report.end.year - 1
        period = in_year(report, year)
        # After the mention of the year alone, which it outdoes.
        start = match.end("first") if match["first"] else match.start()
        start = match.start("after") if match["after"] else start
        yield Mention(start=start, end=match.end(), period=period, stated=True)


_BESIDE = re.compile(
    r"(?:[,;(]|(?<!\w)(?:проти|ніж|більше|менше))\s*(?:(?:а|тоді\s+як|коли|натомість)\s+)?"
    r"(?:(?:у|в|за)\s+)?(?P<it>торік|минулоріч|минул(?:ого\s+року|ому\s+році|ий\s+рік)"
    r"|торішн\w+(?:\s+(?:показник|рів|результат)\w*)?)"
    r"(?=(?:\s+(?:їх|таких|було|становил\w+|складал\w+))*\s*[-:(]?\s*\d)",
    re.IGNORECASE,
)


def _beside(text: str, report: Period) -> Iterator[Mention]:
    """«375 листів, минулого року – 350»: beside a number, the last year's is compared with it.

    «Минулого року проведено 20 нарад» may speak of the very year of the report.
    """
    period = in_year(report, report.end.year - 1)
    for match in _BESIDE.finditer(text):
        if re.search(r"\d", text[: match.start()]):
            yield Mention(start=match.start("it"), end=match.end(), period=period, stated=True)


def _last_school_year(text: str, report: Period) -> Iterator[Mention]:
    """«У минулому навчальному році (3498)»: before the one in which the report ends."""
    year = report.end.year - (report.end.month < _SEPTEMBER) - 1
    period = Period(start=date(year, 9, 1), end=date(year + 1, 8, 31))
    for match in _SCHOOL_YEAR.finditer(text):
        yield Mention(start=match.start(), end=match.end(), period=period, stated=True)


def _before_last(text: str, report: Period) -> Iterator[Mention]:
    """«Торік – 12, позаторік – 9»: the year before the last."""
    period = in_year(report, report.end.year - 2)
    for match in re.finditer(r"(?<!\w)позаторік(?!\w)", text, re.IGNORECASE):
        yield Mention(start=match.start(), end=match.end(), period=period, stated=True)


# «У першому кварталі надійшло 54 запити, у другому – 61»: the word stands once.
_FURTHER = re.compile(
    r"(?:[,;]|(?<!\w)(?:та|і|а))\s*(?:за|у|в)\s+(?P<rank>(?:друг|трет|четверт)\w+|[IІ]{2,3}|[IІ]V)"
    r"(?=\s*-?\s*\d)"
)


# «У 2023 році розкрито 263 справи, у 2024 – 314», «(у 2023 – 263)».
_FURTHER_YEAR = re.compile(
    r"(?:[,;(]|(?<!\w)(?:та|і|а|як|коли|натомість|проти))\s*(?:за|у|в)\s+(?P<year>20\d\d)(?:-?му)?(?=\s*-\s*\d)"
)


# «Звернень: 2022 – 120, 2023 – 145», «(2023 – 145)».
_LONE_YEAR = re.compile(r"(?:[:,;]\s|\()(?P<year>20[0-4]\d)(?=\s-\s\d)(?!\s-\s20\d\d(?!\d))")


def further_mentions(text: str, told: Sequence[Mention]) -> Iterator[Mention]:
    """Quarters and halves that a list names by their ordinal alone, after one named in full.

    Years without their word before a dash as well.
    """
    for match in (*_FURTHER_YEAR.finditer(text), *_LONE_YEAR.finditer(text)):
        year = int(match["year"])
        whole = Period(start=date(year, 1, 1), end=date(year, 12, 31))
        yield Mention(start=match.start("year"), end=match.end(), period=whole, stated=True)
    for match in _FURTHER.finditer(text):
        before = [one for one in told if one.period and one.end <= match.start()]
        period = of_rank(before[-1].period, match["rank"]) if before and before[-1].period else None
        if period is not None:
            yield Mention(start=match.start("rank"), end=match.end(), period=period, stated=True)


_DASHED = re.compile(r"\s*[-:]\s*\d")


def labels_number(text: str, mention: Mention) -> bool:
    """«Січень – 5; лютий – 6»: the time is all that stands before its number."""
    before = text[: mention.start].rstrip()
    return before[-1:] in {"", ":", ";", ","} and _DASHED.match(text, mention.end) is not None


def in_year(period: Period, year: int) -> Period:
    """The same days of another year; a leap day becomes the last day of February."""
    shift = year - period.end.year
    last = 28 if period.end.month == 2 and period.end.day == 29 else period.end.day
    if period.end.month == 2 and period.end.day == monthrange(period.end.year, 2)[1]:
        last = monthrange(year, 2)[1]
    return Period(
        start=period.start.replace(year=period.start.year + shift),
        end=period.end.replace(year=year, day=last),
    )


def _qualifies(after: str) -> bool:
    """«Торік створений центр прийняв 56 осіб»: when the centre was made, not when it received."""
    word = re.match(r"\s+([^\W\d]+)", after)
    return word is not None and bool(modifiers(word[1])) and not is_predicate(word[1])


_UNIT = r"(?P<unit>року|півріччя|кварталу|місяця|тижня|періоду)"
_PREVIOUS = re.compile(
    rf"(?<!\w)(?:попередн(?:ього|ім|ьому)|(?<=\()минулого|(?<=\([ув]\s)минулому|(?<=\(на\s)минулому|(?<=[;,]\s)минулого(?=\s+(?:півріччя|кварталу|місяця|тижня)\s*[-:(]?\s*\d)"
    rf"|(?<=[;,]\s[ув]\s)минулому(?=\s+(?:півріччі|кварталі|місяці|тижні)\s*[-:(]?\s*\d))"
    rf"\s+(?:{_UNIT}|(?P<other>році|півріччі|кварталі|місяці|тижні))(?!\w)"
    # «За попередній тиждень – 311», «(за попередній – 311)».
    r"|(?:(?<=за\s)|(?<=[ув]\s))попередн(?:ій|є)"
    r"(?:\s+(?P<named>півріччя|квартал|місяць|тиждень|період)(?!\w)|(?=\s*[-:]\s*\d))",
    re.IGNORECASE,
)


def _previous(text: str, report: Period) -> Iterator[Mention]:
    """«Попереднього тижня» of a report on a week, «попереднього кварталу» of one on a quarter."""
    for match in _PREVIOUS.finditer(text):
        told = match["unit"] or match["other"] or match["named"]
        unit = _unit_of(told) if told and told != "період" else _own_unit(report)
        if unit and _around(report.end, unit, report) == report:
            before = _around(report.start - timedelta(days=1), unit, report)
            if before is not None:
                yield Mention(start=match.start(), end=match.end(), period=before, stated=True)


def _own_unit(report: Period) -> str:
    """The unit that the report is on; empty where it is on none, as on nine months."""
    return next((unit for unit in _UNITS if _around(report.end, unit, report) == report), "")


_EDGES = re.compile(
    rf"(?<!\w)(?:станом\s+)?на\s+(?P<edge>початок|кінець)"
    rf"(?:\s+(?:(?P<own>звітного|поточного|цього)\s+)?{_UNIT}(?!\w)|(?=\s*[-:,;.)]|\s+\d))",
    re.IGNORECASE,
)


def _edges(text: str, report: Period) -> Iterator[Mention]:
    """«На початок півріччя у суді було 71 справа, на кінець – 64»."""
    span: Period | None = None
    for match in _EDGES.finditer(text):
        if match["unit"]:
            span = _span(match, report)
        if span is None:
            continue
        day = span.start if match["edge"].lower() == "початок" else span.end
        if day <= report.end:
            yield Mention(start=match.start(), end=match.end(), as_of=day, stated=True)


def _span(match: re.Match[str], report: Period) -> Period | None:
    unit = _unit_of(match["unit"])
    if not unit:
        return report
    span = _around(report.end, unit, report)
    # «На початок кварталу» in a report of a year may be any of four.
    return span if span is not None and span.start <= report.start else None


def _unit_of(word: str) -> str:
    """`рок`, `півр`, `кварт`, `міс`, `тиж`; empty for «періоду», which is the report's own."""
    return next((stem for stem in _UNITS if word.lower().startswith(stem)), "")


_UNITS = ("рок", "роц", "півр", "кварт", "міс", "тиж")
_MONTHS = {"рок": 12, "роц": 12, "півр": 6, "кварт": 3, "міс": 1}


def _around(day: date, unit: str, report: Period) -> Period | None:
    """The year, half, quarter, month or week of a day; weeks are those of the report."""
    if unit == "тиж":
        is_week = (report.end - report.start).days == _WEEK - 1
        start = report.start if day >= report.start else report.start - timedelta(days=_WEEK)
        return Period(start=start, end=start + timedelta(days=_WEEK - 1)) if is_week else None
    months = _MONTHS[unit]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Period(
        start=date(day.year, first, 1),
        end=date(day.year, last, monthrange(day.year, last)[1]),
    )
