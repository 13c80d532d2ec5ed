"""Words, numbers, marks and wholes of a report, each with its place in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pipeline.ukrainian.numerals import SPACES, Inflection


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    WHOLE = "whole"
    """Has digits but is no number: a date, an act, a telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What a number says."""

    value: Decimal
    value_max: Decimal | None = None
    """The upper end of `10-12`."""
    approximate: bool = False
    in_words: bool = False
    inflection: Inflection | None = None
    """What letters after a hyphen say, as in `5-ти`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of the text; offsets are characters of the report."""

    kind: Kind
    start: int
    end: int
    text: str
    """In plain signs: one shape of dash, quote and apostrophe."""
    rule: str = ""
    """Of a whole: the name of the rule that ignores it."""
    quantity: Quantity | None = None
    """Of a number."""

    def is_mark(self, marks: str) -> bool:
        """Whether it is one of the marks."""
        return self.kind is Kind.MARK and self.text in marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A stretch of the text with digits that is ignored under the name of a rule."""

    start: int
    end: int
    rule: str


_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<number>(?<!\d[.,])\d{{1,3}}(?:[{SPACES}']\d{{3}})+(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    rf"|(?<!\d[.,])\d+[.,]\d+(?![.,]?\d)|\d+)"
    rf"|(?P<word>{_LETTER}+(?:['-]{_LETTER}+)*)"
    r"|(?P<mark>\S)"
)


def tokenise(plain: str, wholes: Sequence[Whole]) -> tuple[Token, ...]:
    """Cut a text in plain signs into tokens; wholes, in their order, stay in one piece."""
    return tuple(_tokens(plain, wholes))


def _tokens(plain: str, wholes: Sequence[Whole]) -> Iterator[Token]:
    start = 0
    for whole in wholes:
        yield from _cut(plain, start, whole.start)
        yield Token(
            kind=Kind.WHOLE,
            start=whole.start,
            end=whole.end,
            text=plain[whole.start : whole.end],
            rule=whole.rule,
        )
        start = whole.end
    yield from _cut(plain, start, len(plain))


def _cut(plain: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(plain, start, end):
        yield Token(
            kind=Kind(str(match.lastgroup)),
            start=match.start(),
            end=match.end(),
            text=match.group(),
        )


def is_glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two neighbours."""
    return left.end == right.start
