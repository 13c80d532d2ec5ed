"""Which number of a table is part of which: rows «у тому числі …» and rows of totals."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extractors.counting.counts import value_of_token
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT
from pipeline.extractors.counting.tokens import Token
from pipeline.ukrainian.periods import Mention

_TOTAL = re.compile(r"\W*(?:разом|всього|усього|загалом|підсумок)(?!\w)", re.IGNORECASE)
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNumber:
    """A number in a cell of its own."""

    token: Token
    start: int
    """Offsets of the row."""
    end: int
    line: int
    rule: str = ""
    title: str = ""
    lemmas: frozenset[str] = frozenset()
    unit: str = DEFAULT_UNIT
    column: int = 0
    is_part: bool = False
    """The label says «у тому числі» or «з них»."""
    is_in_part_column: bool = False
    """The header of the column says «у тому числі» or «з них»."""
    is_total: bool = False
    """The label says «разом» or «усього»."""
    time: Mention | None = None
    """What the header of the column says of the period."""
    whole: int | None = None
    """Index, among the numbers of tables, of the count this one is part of."""


def is_total(label: str) -> bool:
    """Whether a row names itself the total of others."""
    return _TOTAL.match(label) is not None


def with_wholes(numbers: Sequence[TableNumber], offset: int) -> Iterator[TableNumber]:
    """The numbers of one table with their wholes, as indices that begin with `offset`."""
    belonging = list(_with_openers(numbers, offset))
    for part, whole in _completing(belonging, offset):
        belonging[part] = replace(belonging[part], whole=whole)
    totals = dict(_of_totals(belonging))
    for place, number in enumerate(belonging):
        total = totals.get(place)
        yield number if total is None else replace(number, whole=total + offset)


def _completing(numbers: Sequence[TableNumber], offset: int) -> Iterator[tuple[int, int]]:
    """«Звернень 455», «з них письмових 318», «усних 137»: the rows that complete the sum."""
    for column in sorted({number.column for number in numbers}):
        own = [at for at, one in enumerate(numbers) if one.column == column and not one.rule]
        for nth, at in enumerate(own):
            whole = numbers[at].whole
            if numbers[at].is_part and whole is not None:
                rest = _rest_of(numbers, own[nth:], value_of_token(numbers[whole - offset].token))
                yield from ((one, whole) for one in rest)


def _rest_of(numbers: Sequence[TableNumber], run: Sequence[int], total: Decimal) -> Sequence[int]:
    """The fewest rows after a part that make the total with it; none where others come between."""
    made = value_of_token(numbers[run[0]].token)
    for nth, at in enumerate(run[1:], start=2):
        one = numbers[at]
        made += value_of_token(one.token)
        if one.whole is not None or one.is_total or made > total:
            return ()
        if made == total:
            return run[1:nth]
    return ()


def _of_totals(numbers: Sequence[TableNumber]) -> Iterator[tuple[int, int]]:
    """Rows that make exactly the total below them, or above them: part, total."""
    for column in sorted({number.column for number in numbers}):
        own = [
            at
            for at, number in enumerate(numbers)
            if number.column == column and not number.rule and number.whole is None
        ]
        totals = [nth for nth, at in enumerate(own) if numbers[at].is_total]
        for first, nth in zip((-1, *totals), totals, strict=False):
            last = next((one for one in totals if one > nth), len(own))
            runs = (own[first + 1 : nth], own[nth + 1 : last])
            yield from ((at, own[nth]) for at in _exact(numbers, runs, own[nth]))


def _exact(
    numbers: Sequence[TableNumber], runs: Sequence[Sequence[int]], total: int
) -> Sequence[int]:
    """The run whose numbers make the total."""
    value = value_of_token(numbers[total].token)
    for run in runs:
        made = sum(value_of_token(numbers[at].token) for at in run)
        if len(run) >= _FEWEST_ROWS and made == value:
            return run
    return ()


def _with_openers(numbers: Sequence[TableNumber], offset: int) -> Iterator[TableNumber]:
    """Rows «у тому числі …» belong to the last row before them that has no such words."""
    top: dict[int, int] = {}
    row: tuple[int, int] | None = None
    for place, number in enumerate(numbers, start=offset):
        if number.is_in_part_column and row is not None and row[0] == number.line:
            yield replace(number, whole=row[1])
            continue
        row = row if number.rule or number.is_in_part_column else (number.line, place)
        if number.is_part and number.column in top:
            yield replace(number, whole=top[number.column])
            continue
        yield number
        if not number.rule:
            top[number.column] = place
