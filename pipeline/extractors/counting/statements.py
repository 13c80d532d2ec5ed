"""What was read from a report: its counts, and its numbers that are none."""

from dataclasses import dataclass

from pipeline.extractors.counting.found import Manner
from pipeline.extractors.counting.times import Time
from pipeline.extractors.counting.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A count of a report with everything the report says of it."""

    token: Token
    manner: Manner
    title: str
    unit: str
    lemmas: frozenset[str]
    """Dictionary forms of the counted noun."""
    phrase: frozenset[str]
    """Dictionary forms of the words that name what is counted."""
    clause: frozenset[str]
    """Dictionary forms of the words between those of the counts before and after."""
    sentence: frozenset[str]
    """Dictionary forms of all words of the sentence."""
    time: Time
    quote_start: int
    quote_end: int
    whole: int | None = None
    """Index, among the statements, of the count this one is part of."""
    unclear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A number that is no count."""

    token: Token
    rule: str
    """Name of the rule that ignores it; empty where none does."""
    quote_start: int
    quote_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """All that was read from a report, in the order of the text."""

    statements: tuple[Statement, ...]
    others: tuple[Other, ...]
    time: Time
    plain: str
