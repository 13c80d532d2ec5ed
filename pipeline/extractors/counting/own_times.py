"""Times by which a report comes back to its own: «торік було 15 скарг, цьогоріч – 12»."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ukrainian.periods import Mention, Period

_OWN = re.compile(
    r"(?<!\w)(?:за\s+(?:так|ц|т|аналогічн|відповідн)\w+\s+(?:же\s+|самий\s+)?(?P<same>період)\s+"
    r"(?:поточного|цього|звітного)(?:\s+року)?|цьогоріч|нині|зараз"
    r"|(?:цього|поточного|звітного)\s+(?:року|півріччя|кварталу|місяця|тижня|періоду)"
    r"|(?:у|в)\s+(?P<this>(?:цьому|поточному|звітному)(?:\s+(?:році|півріччі|кварталі|місяці|тижні"
    r"|періоді))?)|за\s+(?P<told>звітний(?:\s+(?:період|рік|квартал|місяць|тиждень))?))(?!\w)",
    re.IGNORECASE,
)

_TOTAL = re.compile(
    r"(?<=[,;]\s)(?:(?:а|і|й|та)\s+)?(?:загалом|[ву]сього|разом)(?=\s*[-:]?\s*\d)", re.IGNORECASE
)
"""«У липні – 12, у серпні – 9, загалом – 21»: the total is of all."""


def own_mentions(text: str, told: Sequence[Mention], report: Period | None) -> Iterator[Mention]:
    """The report's own period, where it is named after another one of the same passage.

    Args:
        text: the passage in plain signs; offsets of the mentions are characters of it.
        told: the times that the passage tells otherwise.
        report: the period of the report.
    """
    others = [one for one in told if one.period not in {None, report}]
    if report is None or not others:
        return
    first = min(one.end for one in others)
    periods = {one.period for one in others}
    totals = _TOTAL.finditer(text, first) if len(periods) > 1 else ()
    for match in (*_OWN.finditer(text, first), *totals):
        if all(one.end <= match.start() or match.end() <= one.start for one in told):
            # Without its preposition, as other times are.
            start = match.start(match.lastgroup or 0)
            yield Mention(start=start, end=match.end(), period=report, stated=True)
