"""Counts of tables, with the time and the whole that the sentence before a table tells of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.counting.counts import Count, value_of_token
from pipeline.extractors.counting.found import Manner
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.statements import Statement
from pipeline.extractors.counting.table_wholes import TableNumber
from pipeline.extractors.counting.times import Time, Times
from pipeline.readers.document import Line
from pipeline.ukrainian.morphology import lemmas

_FEWEST_ROWS = 3
"""Two rows make a count by chance."""


def table_statements(
    lines: Sequence[Line],
    plain: str,
    passages: Sequence[Passage],
    counts: Sequence[Count],
    in_tables: Sequence[TableNumber],
    times: Times,
) -> list[Statement]:
    """The counts of all tables; their wholes are indices into `counts` and these after them.

    Args:
        lines: of the document.
        plain: the report in plain signs.
        passages: its sentences and items.
        counts: what they count.
        in_tables: the numbers of tables, those that count nothing among them.
        times: of the passages.
    """
    leads = _by_leads(plain, lines, passages)
    tabled = [one for one in in_tables if not one.rule]
    # Wholes are indices into the numbers of tables; the ignored ones stand between.
    counting = [at for at, one in enumerate(in_tables) if not one.rule]
    place = {at: nth + len(counts) for nth, at in enumerate(counting)}
    wholes = _leading_wholes(counts, tabled, leads)
    found: list[Statement] = []
    for nth, one in enumerate(tabled):
        lead = leads.get(one.line)
        time = times.report if lead is None else times.at_end_of(lead, passages[lead].end)
        whole = wholes.get(nth) if one.whole is None else place[one.whole]
        found.append(replace(_statement(one, time), whole=whole))
    return found


def _statement(one: TableNumber, report: Time) -> Statement:
    mention = one.time
    words = frozenset(lemma for word in one.title.split() for lemma in lemmas(word))
    return Statement(
        token=one.token,
        manner=Manner.TABLE,
        title=one.title,
        unit=one.unit,
        lemmas=one.lemmas,
        phrase=words,
        clause=words,
        sentence=words,
        time=Time(
            period=(mention.period if mention else None) or report.period,
            as_of=(mention.as_of if mention else None) or report.as_of,
        ),
        quote_start=one.start,
        quote_end=one.end,
    )


def _by_leads(plain: str, lines: Sequence[Line], passages: Sequence[Passage]) -> dict[int, int]:
    """Line of a table -> index of the passage that introduces it: «навчаються 186 учнів:»."""
    leads = {_line_at(lines, one.end): at for at, one in enumerate(passages) if one.introduces}
    found: dict[int, int] = {}
    above: int | None = None
    for at, line in enumerate(lines):
        if not line.cells and plain[line.start : line.end].strip():
            above = leads.get(at)
        elif line.cells and above is not None:
            found[at] = above
    return found


def _line_at(lines: Sequence[Line], end: int) -> int:
    """Index of the line in which a passage ends."""
    return bisect_left(lines, end, key=lambda line: line.end)


def _leading_wholes(
    counts: Sequence[Count], tabled: Sequence[TableNumber], leads: Mapping[int, int]
) -> dict[int, int]:
    """Columns that make exactly a count of the sentence before the table are parts of it."""
    columns: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, one in enumerate(tabled):
        if one.line in leads and one.whole is None:
            columns[leads[one.line], one.column].append(at)
    wholes: dict[int, int] = {}
    for (lead, _), own in columns.items():
        total = sum(value_of_token(tabled[at].token) for at in own)
        told = (at for at, count in enumerate(counts) if count.found.passage == lead)
        alike = [at for at in told if counts[at].value == total]
        if len(own) >= _FEWEST_ROWS and len(alike) == 1:
            wholes |= dict.fromkeys(own, alike[0])
    return wholes
