"""A number with what was understood of it, and the ways in which a text says what it counts."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.extractors.counting.ellipsis import (
    closes_bracket,
    closes_item,
    is_elliptic,
    is_partitive,
)
from pipeline.extractors.counting.labels import Label, read_inverted, read_label
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT
from pipeline.extractors.counting.noun_phrases import phrase_end
from pipeline.extractors.counting.phrases import Phrase
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token


class Manner(StrEnum):
    """How the text says what a number counts."""

    GOVERNED = "noun-after-number"
    """«14 звернень»."""
    LABEL = "label-before-number"
    """«скарги – 8», «питання (7)»."""
    INVERTED = "noun-before-number"
    """«звернень надійшло 15»."""
    PARTITIVE = "part-of-them"
    """«65 з яких», «троє з них»."""
    ELLIPTIC = "noun-left-out"
    """«3 колективних», «2 відхилено»: the noun stands earlier."""
    TABLE = "table-cell"
    UNMAPPED = "unmapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A number and what was understood of it."""

    token: Token
    passage: int
    place: int
    """Index of the token in the passage."""
    rule: str = ""
    """Name of the rule by which it is no count."""
    manner: Manner = Manner.UNMAPPED
    lemmas: frozenset[str] = frozenset()
    """Of the counted noun; none where the noun has to be inherited."""
    unit: str = DEFAULT_UNIT
    start: int = 0
    """Indices of the words that name what is counted."""
    end: int = 0
    head: int | None = None
    """Index of the counted noun."""
    bare: bool = False
    """Only a unit is named, as in `15 шт`."""


def is_told_by_list(spot: Spot) -> bool:
    """Whether the list around the number says what it counts."""
    return is_partitive(spot) or closes_item(spot) or closes_bracket(spot)


def label_of(spot: Spot, after: int, ignored: Collection[int]) -> Label | None:
    """The words before the number that say what it counts."""
    label = read_label(spot.tokens, spot.place, after, ignored)
    return label or read_inverted(spot.tokens, spot.place, after, ignored)


def follows_sign(spot: Spot) -> bool:
    """Whether a dash, a colon or «=» stands right before the number."""
    left = spot.left()
    return left is not None and left.is_mark("-:=")


def of_phrase(base: Found, phrase: Phrase, manner: Manner) -> Found:
    """A number that counts what its phrase says."""
    return replace(
        base,
        manner=manner,
        lemmas=phrase.lemmas,
        unit=phrase.unit,
        start=phrase.start,
        end=phrase.end,
        head=phrase.head,
    )


def of_bare_unit(base: Found, phrase: Phrase, label: Label | None) -> Found:
    """`15 шт`, `316 чол.`: what is counted may stand before the number."""
    if label is None:
        return replace(of_phrase(base, phrase, Manner.GOVERNED), bare=True)
    if phrase.head is not None and phrase.unit == DEFAULT_UNIT and not label.many:
        # «Бібліотечний фонд – 48 300 примірників»: copies are counted, not stocks.
        told = replace(of_phrase(base, phrase, Manner.LABEL), start=label.start, end=label.end)
        return replace(told, head=phrase.head)
    named = replace(
        of_phrase(base, phrase, Manner.LABEL), start=label.start, end=label.end, head=label.head
    )
    return replace(named, lemmas=label.lemmas | phrase.lemmas)


def of_label(spot: Spot, base: Found, label: Label) -> Found:
    """A number that counts what the words before it say."""
    left = spot.left()
    is_sign = left is not None and left.kind is Kind.MARK
    return replace(
        base,
        manner=Manner.LABEL if is_sign else Manner.INVERTED,
        lemmas=label.lemmas,
        unit=label.unit,
        start=label.start,
        end=label.end,
        head=label.head,
    )


def without_noun(spot: Spot, base: Found, phrase: Phrase | None) -> Found:
    """A number whose noun stands elsewhere, if a verb, «з них» or an adjective says so."""
    start = spot.place + 1
    if is_partitive(spot):
        end = phrase_end(spot.tokens, spot.place + 2)
        return of_phrase(base, Phrase(start=start, end=end), Manner.PARTITIVE)
    if phrase is not None:
        return of_phrase(base, phrase, Manner.ELLIPTIC)
    if is_elliptic(spot) or is_told_by_list(spot):
        end = phrase_end(spot.tokens, spot.place) if start < len(spot.tokens) else start
        return of_phrase(base, Phrase(start=start, end=end), Manner.ELLIPTIC)
    return base
