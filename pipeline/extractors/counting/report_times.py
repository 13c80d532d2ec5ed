"""Of which days a report speaks: its title says so, or the first time that it covers."""

import re
from datetime import date

from pipeline.extractors.counting.compared_times import COMPARED
from pipeline.extractors.counting.times import Time, is_long
from pipeline.ukrainian.periods import Mention, Period, find_mentions

_HEADING_LINES = 12
_LONGEST_TITLE = 250
_SHORTEST_SPAN = 5
"""Days; a shorter stretch is when something took place, not what a report covers."""
_TITLE = re.compile(r"(?<!\w)(?:підсумк|звіт|результат|показник)\w{0,3}\s+$", re.IGNORECASE)
"""Before a period without a preposition: «Підсумки 2024 року»."""
_OPENS_ALONE = re.compile(
    r"(?:^|\n|(?P<bracket>\())[^\S\n]*(?:(?:за|у|в|протягом|період)\s+)?$", re.IGNORECASE
)
_CLOSES_ALONE = re.compile(r"[^\S\n]*(?P<bracket>\))?[^\S\n]*(?=\n|$)")
_OPENS_BRACKET = re.compile(r"\d[^\n]*\(\s*(?:\w+\s+){0,2}$")
"""After a number: «148 заяв (у 2022 році – 160)»; «Звіт (за 2023 рік) відділу» is a title."""


def report_time(plain: str) -> Time:
    """The period or day in the heading of a report; failing that, the first one it covers."""
    lines = _heading(plain)
    heading = "\n".join(lines)
    mentions = [one for one in find_mentions(heading) if one.period]
    periods = [one for one in mentions if one.period and _covers(one.period)]
    # «(у 2022 році – 148)», «порівняно з 2022 роком» before all else tell of another year.
    periods = [
        one for one in periods if _stands_alone(heading, one) or not _tells_of_another(heading, one)
    ]
    stated = [
        one
        for one in periods
        if one.stated or _TITLE.search(heading[: one.start]) or _stands_alone(heading, one)
    ]
    if periods:
        return Time(period=(stated or periods)[0].period)
    as_of = next(filter(None, map(_titled_day, lines)), None)
    if as_of is not None:
        return Time(as_of=as_of)
    later = (
        one
        for one in find_mentions(plain)
        if one.stated and one.period and not _tells_of_another(plain, one)
    )
    return Time(period=next((one.period for one in later if _covers(one.period)), None))


def _heading(plain: str) -> list[str]:
    lines = [line for line in plain.split("\n") if line.strip()]
    return [line[:400] for line in lines[:_HEADING_LINES]]


def _stands_alone(heading: str, mention: Mention) -> bool:
    """«(ІІІ квартал 2023 року)» at the end of a title, «ІІІ квартал 2023 року» as a line."""
    opening = _OPENS_ALONE.search(heading[: mention.start])
    closing = _CLOSES_ALONE.match(heading, mention.end)
    if opening is None or closing is None or is_long(mention):
        return False
    if not opening["bracket"]:
        return not closing["bracket"]
    # «Надійшло 48 заяв (2022 рік)» is no title.
    return bool(closing["bracket"]) and re.search(r"\d[^\n]*$", opening.string) is None


def _tells_of_another(heading: str, mention: Mention) -> bool:
    """Whether a bracket opens with the time, or something is compared with it."""
    before = heading[: mention.start]
    return _OPENS_BRACKET.search(before) is not None or COMPARED.search(before) is not None


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
