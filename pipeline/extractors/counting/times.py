"""Of which days a count speaks: the period of the report, its own period, «станом на …»."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extractors.counting.passages import Passage
from pipeline.ukrainian.morphology import lemmas
from pipeline.ukrainian.periods import Mention, Period, find_mentions, of_rank

_HEADING_LINES = 12
_LONGEST_TITLE = 250
_SHORTEST_SPAN = 5
"""Days; a shorter stretch is when something took place, not what a report covers."""
_LONGEST_OF_DEED = 366
"""Days; a longer stretch before the report, told after what was done, is that of the things."""
# After these words a period belongs to the thing, not to what was done: «звіт за 2022 рік».
_THINGS_WITH_PERIODS = frozenset(
    "звіт робота інформація план підсумок бюджет виконання результат декларація програма дані"
    " звітність показник діяльність".split()
)
_TITLE = re.compile(r"(?<!\w)(?:підсумк|звіт|результат|показник)\w{0,3}\s+$", re.IGNORECASE)
"""Before a period without a preposition: «Підсумки 2024 року»."""
_PREPOSITION = re.compile(r"(\w+)\s+(?:за|у|в|протягом|упродовж|впродовж|на протязі)\s+$")


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


def report_time(plain: str) -> Time:
    """The period or day in the heading of a report; failing that, the first one it covers."""
    lines = _heading(plain)
    heading = "\n".join(lines)
    mentions = [one for one in find_mentions(heading) if one.period]
    periods = [one for one in mentions if one.period and _covers(one.period)]
    stated = [one for one in periods if one.stated or _TITLE.search(heading[: one.start])]
    if stated or periods:
        return Time(period=(stated or periods)[0].period)
    as_of = next(filter(None, map(_titled_day, lines)), None)
    if as_of is not None:
        return Time(as_of=as_of)
    later = (one for one in find_mentions(plain) if one.stated and one.period)
    return Time(period=next((one.period for one in later if _covers(one.period)), None))


def _heading(plain: str) -> list[str]:
    lines = [line for line in plain.split("\n") if line.strip()]
    return [line[:400] for line in lines[:_HEADING_LINES]]


def _titled_day(line: str) -> date | None:
    """The day «станом на …» of a line that is a title, no sentence and no lead of a list."""
    day = next((one for one in find_mentions(line) if one.as_of), None)
    if day is None:
        return None
    rest = line[: day.start] + line[day.end :]
    ends = rest.rstrip().endswith((".", ":", ";")) or len(line) > _LONGEST_TITLE
    return None if ends and re.search(r"\w", rest) else day.as_of


def _covers(period: Period | None) -> bool:
    return period is not None and (period.end - period.start).days >= _SHORTEST_SPAN - 1


_SAME_PERIOD = re.compile(
    r"(?:аналогічн|відповідн|так)\w+\s+(?:же\s+)?період\w*\s+"
    r"(?:(?P<last>минул\w+|попередн\w+|торішн\w+)|(?:[ув]\s+)?(?P<year>20\d\d))"
    r"(?:\s+(?:року|році|р\.))?"
    # «48 проти 61 торік», «48 (торік – 61)».
    r"|(?<=\()(?:торік|минулоріч)(?!\w)|(?<=проти\s)[\d\s]*\d\s(?:[^\W\d]+\s)?(?P<after>торік)(?!\w)"
    # «У 2023 році за аналогічний період».
    r"|(?<=[ув]\s)(?P<first>20\d\d)\s+(?:році|р\.)\s+(?:за|протягом|упродовж|впродовж)\s+"
    r"(?:аналогічн|відповідн|так|той)\w*\s+(?:же\s+|самий\s+)?період",
    re.IGNORECASE,
)


def _same_periods(text: str, report: Time) -> Iterator[Mention]:
    """«За аналогічний період минулого року»: the period of the report in another year."""
    if report.period is None:
        return
    for match in _SAME_PERIOD.finditer(text):
        told = match["year"] or match["first"]
        year = int(told) if told else report.period.end.year - 1
        period = _in_year(report.period, year)
        # After the mention of the year alone, which it outdoes.
        start = match.end("first") if match["first"] else match.start()
        start = match.start("after") if match["after"] else start
        yield Mention(start=start, end=match.end(), period=period, stated=True)


# «У першому кварталі надійшло 54 запити, у другому – 61»: the word stands once.
_FURTHER = re.compile(
    r"(?:[,;]|(?<!\w)(?:та|і|а))\s*(?:за|у|в)\s+(?P<rank>(?:друг|трет|четверт)\w+|[IІ]{2,3}|[IІ]V)"
    r"(?=\s*-?\s*\d)"
)


def _further(text: str, told: Sequence[Mention]) -> Iterator[Mention]:
    """Quarters and halves that a list names by their ordinal alone, after one named in full."""
    for match in _FURTHER.finditer(text):
        before = [one for one in told if one.period and one.end <= match.start()]
        period = of_rank(before[-1].period, match["rank"]) if before and before[-1].period else None
        if period is not None:
            yield Mention(start=match.start("rank"), end=match.end(), period=period, stated=True)


def _in_year(period: Period, year: int) -> Period:
    """The same days of another year; a leap day becomes the last day of February."""
    shift = year - period.end.year
    last = 28 if period.end.month == 2 and period.end.day == 29 else period.end.day
    if period.end.month == 2 and period.end.day == monthrange(period.end.year, 2)[1]:
        last = monthrange(year, 2)[1]
    return Period(
        start=period.start.replace(year=period.start.year + shift),
        end=period.end.replace(year=year, day=last),
    )


def passage_times(plain: str, passages: Sequence[Passage], report: Time) -> "Times":
    """The times that each passage states, those of its lead included."""
    mentions: list[tuple[Mention, ...]] = []
    for passage in passages:
        text = plain[passage.start : passage.end]
        same = tuple(_same_periods(text, report))
        told = (*same, *(one for one in find_mentions(text, year=report.year) if one.stated))
        told = (*told, *_further(text, sorted(told, key=lambda mention: mention.start)))
        own = tuple(
            _moved(one, passage.start)
            for one in sorted(told, key=lambda mention: mention.start)
            if not _belongs_to_thing(text, one)
        )
        if not own and passage.lead is not None:
            own = tuple(_moved_before(one, passage.start) for one in mentions[passage.lead])
        mentions.append(own)
    return Times(plain=plain, mentions=tuple(mentions), report=report)


def _moved(mention: Mention, offset: int) -> Mention:
    return Mention(
        start=mention.start + offset,
        end=mention.end + offset,
        period=mention.period,
        as_of=mention.as_of,
        stated=mention.stated,
    )


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

    def of(self, passage: int, start: int, end: int, others: Sequence[int]) -> Time:
        """The time of the count that stands at `start` to `end`.

        Args:
            passage: index of its passage.
            start: offset of the number.
            end: offset after it.
            others: offsets of the other numbers of the passage.
        """
        mentions = self.mentions[passage]
        as_of = self._nearest([one for one in mentions if one.as_of], start)
        period = self._period([one for one in mentions if one.period], start, end, others)
        return Time(
            period=period or self.report.period,
            as_of=as_of.as_of if as_of else self.report.as_of,
        )

    def _nearest(self, mentions: Sequence[Mention], start: int) -> Mention | None:
        before = [one for one in mentions if one.end <= start]
        return before[-1] if before else next(iter(mentions), None)

    def _period(
        self, mentions: Sequence[Mention], start: int, end: int, others: Sequence[int]
    ) -> Period | None:
        before = [one for one in mentions if one.end <= start and self._reaches(one.end, start)]
        if before:
            return before[-1].period
        for one in mentions:
            between = self.plain[end : one.start]
            crossed = any(end <= other < one.start for other in others) or self._is_of_thing(one)
            if one.start >= end and not crossed and not re.search(r"[,;()]", between):
                return one.period
        return None

    def _is_of_thing(self, mention: Mention) -> bool:
        """«Описано 600 справ за 1991–2005 роки»: years of the files, long before the report."""
        period, report = mention.period, self.report.period
        if period is None or report is None or period.end >= report.start:
            return False
        return (period.end - period.start).days > _LONGEST_OF_DEED

    def _reaches(self, end: int, start: int) -> bool:
        """Whether a time before the number is not shut in brackets that close before it."""
        between = self.plain[end:start]
        return between.count(")") <= between.count("(")
