"""Of which days a count speaks: the period of the report, its own period, «станом на …»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extractors.counting.bare_times import SHUTS, goes_on, in_brackets
from pipeline.extractors.counting.compared_times import (
    is_against,
    is_aside,
    is_compared,
    is_left,
    is_of_files,
)
from pipeline.extractors.counting.open_times import lasts_longer
from pipeline.extractors.counting.own_times import own_mentions
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.relative_times import (
    further_mentions,
    in_year,
    labels_number,
    relative_mentions,
)
from pipeline.ukrainian.months import MONTH
from pipeline.ukrainian.morphology import lemmas
from pipeline.ukrainian.periods import Mention, Period, find_mentions

_LONGEST_OF_DEED = 366
"""Days; a longer stretch before the report, told after what was done, is that of the things."""
_LONGEST_AFTER = 90
"""Days from the end of a period to the day as of which its counts are told."""
# After these words a period belongs to the thing, not to what was done: «звіт за 2022 рік».
_THINGS_WITH_PERIODS = frozenset(
    "звіт робота інформація план підсумок бюджет виконання результат декларація програма дані"
    " звітність показник діяльність".split()
)
_PREPOSITION = re.compile(r"(\w+)\s+(?:за|у|в|протягом|упродовж|впродовж|на протязі)\s+$")


_LONGEST_CHANGE = 160
"""Characters."""
_OUTGROWN = re.compile(
    r"(?<!\w)(?:зрос|зріс|збільш|зменш|скорот|знизи|підвищ|впа)\w+[^.;]*[\s(](?:з|із|від)\s+$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\(\s*було\s+(?:-\s*)?$", re.IGNORECASE)
_GROWN = re.compile(r"\s+(?:[^\W\d]+\s+){0,2}до\s+\d", re.IGNORECASE)
_COUNT_BEFORE = re.compile(r"\d\s+[^\d,;:.()]+\s+за\s+$", re.IGNORECASE)
_LONGEST_OPENING = 30
_FIRST = re.compile(r"(?:,\s*(?:коли|де)\s[^\d]*|[\s(-]*(?:було\s*)?[-\s]*)", re.IGNORECASE)
"""What stands between a time that is compared with and its number."""
_AT_ONCE = re.compile(r"\s+(?:(?:у|в|за)\s+)?", re.IGNORECASE)
"""«Зменшилася з 48 у 2023 році до 40 у 2024 році»."""
_AGAINST = re.compile(r"(?<!\w)проти\s+$", re.IGNORECASE)
"""«57 запитів (проти 45 у ІІІ кварталі 2024 року)»."""
_WILL_BE = re.compile(r"(?<!\w)буд(?:е|уть)(?!\w)", re.IGNORECASE)
_STRETCH = re.compile(
    r"[,;(][^,;()]*(?<!\w)(?:за|протягом|упродовж|впродовж|з\s+початку)\s+(?:\w+\s+)?"
    r"(?:місяц|квартал|півріч|рік|рок|тиж|період)\w*",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf";[^;]*(?<!\w)(?:до|після|з|від)\s+{MONTH}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """The days a count speaks of."""

    period: Period | None = None
    as_of: date | None = None

    @property
    def last_day(self) -> date | None:
        """The day up to which it speaks."""
        return self.as_of or (self.period.end if self.period else None)

    @property
    def year(self) -> int | None:
        """The year of the last day."""
        return self.last_day.year if self.last_day else None


def is_long(mention: Mention) -> bool:
    """«Програма «Турбота» (2021-2025 роки)»."""
    period = mention.period
    return period is not None and (period.end - period.start).days > _LONGEST_OF_DEED


def passage_times(plain: str, passages: Sequence[Passage], report: Time) -> "Times":
    """The times that each passage states, those of its lead included."""
    mentions: list[tuple[Mention, ...]] = []
    for passage in passages:
        text = plain[passage.start : passage.end]
        relative = relative_mentions(text, report.period)
        every = [_not_ahead(text, one, report) for one in find_mentions(text, year=report.year)]
        unstated = [one for one in every if not one.stated]
        told = (*relative, *(one for one in every if one.stated), *in_brackets(text, unstated))
        told = (*told, *(one for one in unstated if labels_number(text, one)))
        told = (*told, *(one for one in unstated if goes_on(text, one, told)))
        told = (*told, *further_mentions(text, sorted(told, key=lambda mention: mention.start)))
        told = (*told, *own_mentions(text, told, report.period))
        own = tuple(
            _moved(one, passage.start)
            for one in sorted(told, key=lambda mention: mention.start)
            if not _belongs_to_thing(text, one)
        )
        if not own and passage.lead is not None:
            # «Здійснено 33 перевірки (торік – 25), виявлено:»: the items are not of last year.
            lead = passages[passage.lead]
            open_ones = (
                one for one in mentions[passage.lead] if is_open(plain[one.end : lead.end])
            )
            own = tuple(_moved_before(one, passage.start) for one in open_ones)
        mentions.append(own)
    return Times(plain=plain, mentions=tuple(mentions), report=report)


def _not_ahead(text: str, mention: Mention, report: Time) -> Mention:
    """«У грудні» of a report on January: a month without its year is none to come."""
    period, last = mention.period, report.last_day
    if period is None or last is None or period.start <= last:
        return mention
    if _WILL_BE.search(text, mention.end):
        return mention
    if re.search(r"\d{4}", text[mention.start : mention.end]) or period.start.year != last.year:
        return mention
    return replace(mention, period=in_year(period, period.end.year - 1))


def _moved(mention: Mention, offset: int) -> Mention:
    return replace(mention, start=mention.start + offset, end=mention.end + offset)


def _moved_before(mention: Mention, start: int) -> Mention:
    """A time of the lead, told before anything in the item."""
    return Mention(start=start, end=start, period=mention.period, as_of=mention.as_of, stated=True)


def _belongs_to_thing(text: str, mention: Mention) -> bool:
    before = _PREPOSITION.search(text[: mention.start])
    return before is not None and bool(lemmas(before[1]) & _THINGS_WITH_PERIODS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What is known of the times of a report."""

    plain: str
    mentions: tuple[tuple[Mention, ...], ...]
    """For each passage, in the order of the text."""
    report: Time

    def at_end_of(self, passage: int, end: int) -> Time:
        """The time of what a passage introduces that ends at `end`."""
        told = [one for one in self.mentions[passage] if is_open(self.plain[one.end : end])]
        periods = [one.period for one in told if one.period]
        days = [one.as_of for one in told if one.as_of]
        return Time(
            period=periods[-1] if periods else self.report.period,
            as_of=days[-1] if days else self.report.as_of,
        )

    def of(self, passage: int, start: int, end: int, others: Sequence[int]) -> Time:
        """The time of the count that stands at `start` to `end`.

        Args:
            passage: index of its passage.
            start: offset of the number.
            end: offset after it.
            others: offsets of the other numbers of the passage.
        """
        mentions = self.mentions[passage]
        before = self.plain[max(0, start - _LONGEST_CHANGE) : start]
        if _WAS.search(before) or (_OUTGROWN.search(before) and _GROWN.match(self.plain, end)):
            return Time(period=self._earlier(mentions))
        as_of = self._nearest([one for one in mentions if one.as_of], start, end)
        if as_of is not None and self._tells_stretch(as_of, mentions, start):
            as_of = None
        period = self._period([one for one in mentions if one.period], start, end, others)
        day = as_of.as_of if as_of else self.report.as_of
        if day is not None and period is not None and (day - period.end).days > _LONGEST_AFTER:
            # «На кінець серпня – 117, торік – 164»: last year's are not of that day.
            day = None
        return Time(period=period or self.report.period, as_of=day)

    def _tells_stretch(self, day: Mention, mentions: Sequence[Mention], start: int) -> bool:
        """«На 01.12 – 21 764 декларації, за місяць укладено 97»: the new ones are of no day."""
        told = _STRETCH.search(self.plain[day.end : start]) if day.end <= start else None
        if told is not None and is_open(self.plain[day.end + told.start() : start]):
            return True
        if is_left(self.plain, day, start):
            return True
        later = (one for one in mentions if one.period and day.end <= one.start <= one.end <= start)
        return any(
            re.search(r"[,;]", self.plain[day.end : one.start])
            and is_open(self.plain[one.end : start])
            for one in later
        )

    def _earlier(self, mentions: Sequence[Mention]) -> Period | None:
        """Of «зросла з 14 до 18»: when it was 14, where the sentence tells a time before."""
        report = self.report.period
        periods = [one.period for one in mentions if one.period is not None]
        before = [one for one in periods if report is not None and one.end < report.start]
        return before[-1] if len(before) == 1 else None

    def _nearest(self, mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
        before = [one for one in mentions if one.end <= start]
        # «816 угод (на 01.04 – 530), надано 15 послуг»: the bracket has a number of its own.
        before = [
            one
            for one in before
            if is_open(self.plain[one.end : start]) or SHUTS.match(self.plain, one.end)
        ]
        if before:
            return before[-1]
        mentions = [one for one in mentions if one.start >= end]
        # «Надано 5 послуг, на кінець кварталу в черзі 16 осіб»: the day is that of the queue.
        after = next(iter(mentions), None)
        # «24 816 декларацій (на 01.01.2024 – 24 530)»: the day of the number in the bracket.
        is_near = (
            after is not None
            and not re.search(r"[,;]", self.plain[end : after.start])
            and not (
                "(" in self.plain[end : after.start] and not SHUTS.match(self.plain, after.end)
            )
        )
        return after if is_near else None

    def _period(
        self, mentions: Sequence[Mention], start: int, end: int, others: Sequence[int]
    ) -> Period | None:
        before = [
            one
            for one in mentions
            if one.end <= start
            and self._reaches(one, start)
            and not (
                (one is mentions[0] or lasts_longer(one, self.report.period))
                and is_aside(self.plain, one, start, others)
            )
        ]
        at_once = (one for one in mentions if _AT_ONCE.fullmatch(self.plain[end : one.start]))
        if before and (told := next(at_once, None)) is not None:
            return told.period
        if before and not _AGAINST.search(self.plain[max(0, start - _LONGEST_OPENING) : start]):
            return before[-1].period
        for one in mentions:
            between = self.plain[end : one.start]
            crossed = any(end <= other < one.start for other in others)
            crossed = crossed or self._is_of_thing(one) or is_compared(self.plain, one)
            if one.start >= end and not crossed and not re.search(r"[,;()]", between):
                return one.period
        return before[-1].period if before else None

    def _is_of_thing(self, mention: Mention) -> bool:
        """«Описано 600 справ за 1991–2005 роки»: years of the files, long before the report."""
        period, report = mention.period, self.report.period
        if period is None or report is None or period.end >= report.start:
            return False
        return is_long(mention) or is_of_files(self.plain, mention)

    def _follows_count(self, mention: Mention) -> bool:
        opening = self.plain[max(0, mention.start - _LONGEST_CHANGE) : mention.start]
        return _COUNT_BEFORE.search(opening) is not None

    def _reaches(self, mention: Mention, start: int) -> bool:
        """Whether a time before the number is that of the number as well."""
        between = self.plain[mention.end : start]
        if is_compared(self.plain, mention):
            return _FIRST.fullmatch(between) is not None
        if is_against(self.plain, mention, start):
            return False
        if self._is_of_thing(mention) and self._follows_count(mention):
            # «Передано 132 справи за 2019–2021 роки, знищено 240»: those years are of the 132.
            return False
        return is_open(between) and _ANOTHER.search(between) is None


def is_open(between: str) -> bool:
    """Whether what stands before is not shut in brackets that close."""
    return between.count(")") <= between.count("(")
