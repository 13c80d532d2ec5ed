"""Dates as Ukrainian offices write them; a date that cannot be, or of two-digit year, is no date.

Forms: «14.05.2019 р.», «15.11.2022р.», «23.12. 2020р.», «12 Лютого 2024», ««30» грудня 2011р.»,
«20 берез. 2019 р.», «17 Вересня, 2021», «08.10.20 14» (a year broken by a line), «2021-09-10»,
«10/28/2012» (Lotus Notes writes the month first).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from pipeline.ukrainian.numerals import read_roman
from pipeline.ukrainian.ordinals import ordinal_before
from pipeline.ukrainian.text import KEPT_LINES, fold_spaces, plain, roman

DateOrder = Literal["dmy", "mdy"]
"""What stands first in dates with slashes. Dates with dots are day, month, year everywhere."""

_MONTHS = (
    "січня січень січ января",
    "лютого лютий лют февраля",
    "березня березень берез бер марта",
    "квітня квітень квіт апреля",
    "травня травень трав мая",
    "червня червень черв июня",
    "липня липень лип июля",
    "серпня серпень серп августа",
    "вересня вересень верес вер сентября",
    "жовтня жовтень жовт октября",
    "листопада листопад листоп лист ноября",
    "грудня грудень груд декабря",
)
_MONTH_OF_WORD = {
    word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()
}
_MONTH = "|".join(sorted(_MONTH_OF_WORD, key=len, reverse=True))
# A year may be broken by the end of a line: «08.10.20\n14» (a page of 2014, seen 2026-11);
# «20 14:45» and «20 14-р» are something else after a year of two digits.
_YEAR = r"(?P<{0}>(?:19|20)\d\d|(?:19|20)\s\d\d(?![-:/])|(?:19|20)\d\s\d(?![-:/]))(?!\d)"
_YEAR_WORD = r"(?:\s*(?:року|рік|роком|рр?\.|р(?!\w)|года|г\.|г(?!\w)))?"
_FORMS = (
    rf"""(?<![\d./])(?P<day>\d{{1,2}})\s?[.,]\s?(?P<month>\d{{1,2}})(?:\s?\.{{1,2}}\s?|(?<=,\d\d),)
         {_YEAR.format("year")}{_YEAR_WORD}""",
    rf"""(?<![\d./])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/
         {_YEAR.format("slash_year")}{_YEAR_WORD}""",
    rf"""(?<![\d./-])(?P<dash_day>\d\d)-(?P<dash_month>\d\d)-
         {_YEAR.format("dash_year")}(?!-){_YEAR_WORD}""",
    r"""(?<![\d./-])(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-])""",
    rf"""(?<![\d./-])(?:"\s?)?(?P<word_day>\d{{1,2}})(?:-?(?:ого|го|е))?\s?[".]?\s*
         (?P<word>{_MONTH})(?![^\W\d_])\.?\s*,?\s*{_YEAR.format("word_year")}{_YEAR_WORD}""",
)
# What stands before it is asked for behind its first digits: most lines have none.
_SHORT = re.compile(
    r"(?P<day>\d{1,2})(?:(?<=від\s\d\d)|(?<=від\s\d))\.(?P<month>\d\d)\.(?P<year>\d\d)(?!\d|\.\d)(?:\s?(?:року|р\.|р(?!\w)))?",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?<![\w'-])(?P<words>(?:двадцять\s+|тридцять\s+)?[^\W\d_][\w']*(?:ого|ього))\s+(?P<word>{_MONTH})"
    rf"(?![^\W\d_])\s*,?\s*(?:{_YEAR.format('year')}{_YEAR_WORD}"
    r"|дві\s+тисячі\s+(?P<year_words>[^\W\d_][\w'\s]{3,30}?ого)\s+року)",
    re.IGNORECASE,
)
_MAY_BE_IN_WORDS = re.compile(rf"ого\s+(?:{_MONTH})")
_ROMAN = re.compile(
    rf"""(?<![\d./-])(?P<day>\d{{1,2}})\.\s?(?P<month>[IVXІХ]{{1,4}})\.\s?
         {_YEAR.format("year")}{_YEAR_WORD}""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE_ROMAN = re.compile(r"\d\.\s?[IVXІХ]{1,4}\.\s?\d")
_FIRST_SHORT_YEAR = 91
"""Councils exist since the end of 1990: a year below this is of the twenty-first century."""
_DATE = re.compile("|".join(_FORMS), re.VERBOSE | re.IGNORECASE)
_YEAR_DIGITS = re.compile(r"(?:19|20)\s?\d")
_FROM = "від "
_AROUND = re.compile(r"(?:(?:від|от|від\.|дата:?)\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date and where it stands in the text, with its «року» or «р.»."""

    start: int
    end: int
    value: date


def month_of(word: str) -> int:
    """The number of the month that a word names, zero where it names none."""
    return _MONTH_OF_WORD.get(word.casefold(), 0)


@lru_cache(maxsize=KEPT_LINES)
def find_dates(text: str, *, dates: DateOrder = "dmy") -> tuple[FoundDate, ...]:
    """All dates of the text, in their order."""
    return tuple(_found(plain(text), dates))


@lru_cache(maxsize=KEPT_LINES)
def find_dates_of_acts(text: str, *, dates: DateOrder = "dmy") -> tuple[FoundDate, ...]:
    """Dates in the requisites of an act; where there is none, «від 14.05.19» is one too.

    So are «від двадцятого січня 2023 року» and «12.ІІІ.2019». Elsewhere a year of two digits stays
    unread: «12.05.20 осіб» may be anything.
    """
    found = find_dates(text, dates=dates)
    folded = plain(text)
    return found or (*_short_dates(folded), *_dates_in_words(folded), *_roman_dates(folded))


def date_of_cell(text: str) -> FoundDate | None:
    """The only date of a cell; one of a two-digit year counts where a cell begins with it, too."""
    found = find_dates_of_acts(text)
    if not found:
        moved = len(_FROM)
        found = tuple(
            FoundDate(start=one.start - moved, end=one.end - moved, value=one.value)
            for one in find_dates_of_acts(_FROM + text)
        )
    return found[0] if len(found) == 1 else None


def _dates_in_words(text: str) -> Iterator[FoundDate]:
    if not _MAY_BE_IN_WORDS.search(text.lower()):
        return  # as in most lines: the expression below is slow to find that out
    for match in _IN_WORDS.finditer(text):
        day = ordinal_before(match["words"], len(match["words"]))
        month = _MONTH_OF_WORD[match["word"].lower()]
        value = _day(_year_of(match), month, str(day)) if day is not None else None
        if value is not None:
            yield FoundDate(start=match.start(), end=match.end(), value=value)


def _roman_dates(text: str) -> Iterator[FoundDate]:
    if not _MAY_BE_ROMAN.search(text):
        return
    for match in _ROMAN.finditer(text):
        month = read_roman(roman(match["month"]) or "")
        value = _day(match["year"], month or 0, match["day"])
        if value is not None:
            yield FoundDate(start=match.start(), end=match.end(), value=value)


def _year_of(match: re.Match[str]) -> str:
    """In digits; «дві тисячі двадцять четвертого» is 2024, and no year where it is no ordinal."""
    if match["year"]:
        return match["year"]
    words = match["year_words"]
    return str(2000 + (ordinal_before(words, len(words)) or -2000))


def _short_dates(text: str) -> Iterator[FoundDate]:
    for match in _SHORT.finditer(text):
        century = "19" if int(match["year"]) >= _FIRST_SHORT_YEAR else "20"
        value = _day(century + match["year"], int(match["month"]), match["day"])
        if value is not None:
            yield FoundDate(start=match.start(), end=match.end(), value=value)


def parse_date(text: str, *, dates: DateOrder = "dmy") -> date | None:
    """The date that the text consists of, apart from «від» and «р.»; None: it is something else."""
    folded = fold_spaces(text)
    found = find_dates(folded, dates=dates)
    if len(found) != 1:
        return None
    before, after = folded[: found[0].start], folded[found[0].end :]
    clean = _AROUND.fullmatch(plain(before).strip()) and not after.strip(" .,;")
    return found[0].value if clean else None


def _found(text: str, dates: DateOrder) -> Iterator[FoundDate]:
    if not _YEAR_DIGITS.search(text):
        return  # most lines hold no date: the expression below is slow to find that out
    for match in _DATE.finditer(text):
        value = _value(match, dates)
        if value is not None:
            yield FoundDate(start=match.start(), end=match.end(), value=value)


def _value(match: re.Match[str], dates: DateOrder) -> date | None:
    part = match.groupdict()
    if part["slash_year"]:
        return _slashed(part["first"], part["second"], part["slash_year"], dates)
    if part["word"]:
        month = _MONTH_OF_WORD[part["word"].lower()]
        return _day(part["word_year"], month, part["word_day"])
    for prefix in ("", "dash_", "iso_"):
        if part[f"{prefix}year"]:
            return _day(part[f"{prefix}year"], int(part[f"{prefix}month"]), part[f"{prefix}day"])
    return None


def _slashed(first: str, second: str, year: str, dates: DateOrder) -> date | None:
    """In the declared order, and in the other one only where the declared is impossible."""
    day_first, month_first = _day(year, int(second), first), _day(year, int(first), second)
    return (month_first or day_first) if dates == "mdy" else (day_first or month_first)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(re.sub(r"\s", "", year)), month, int(day))
    except ValueError:  # the thirty-first of February is no date
        return None
