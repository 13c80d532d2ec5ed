"""Counts as they are put together, and what a rule may look at while it does so."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.noun_phrases import is_modifier
from pipeline.extractors.counting.openers import Opener
from pipeline.extractors.counting.passages import Passage
from pipeline.extractors.counting.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count, its noun inherited where it has none, and the count it is part of."""

    found: Found
    lemmas: frozenset[str]
    unit: str
    noun: Token | None = None
    """The word it inherited its noun from."""
    whole: int | None = None
    """Index of the count this one is part of."""
    unclear: bool = False
    """Part of one of several counts; the text leaves open of which."""

    @property
    def value(self) -> Decimal:
        """The number."""
        return value_of(self.found)


def value_of(found: Found) -> Decimal:
    """The number that was found."""
    return value_of_token(found.token)


def value_of_token(token: Token) -> Decimal:
    """The number that a token says."""
    return token.quantity.value if token.quantity else Decimal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands before a number: counts are known by their indices in `counts`."""

    passages: Sequence[Passage]
    number: int
    """Index of the passage."""
    openers: tuple[Opener, ...]
    counts: Sequence[Count]
    own: tuple[int, ...]
    """Counts of the same passage, so far."""
    earlier: tuple[int, ...]
    """Counts of the passage that introduces this one, or that this one goes on from."""

    @property
    def passage(self) -> Passage:
        """The passage of the number."""
        return self.passages[self.number]

    def named(self, places: Sequence[int]) -> list[int]:
        """Those of the counts that have a noun of their own."""
        named = [at for at in places if self.counts[at].found.lemmas]
        return [at for at in named if not self.is_kind(at)] or named

    def is_kind(self, at: int) -> bool:
        """Whether a count has a label of nothing but an adjective that may be a noun: «золотих»."""
        found = self.counts[at].found
        words = self.passages[found.passage].tokens[found.start : found.end]
        is_label = found.manner in {Manner.LABEL, Manner.INVERTED}
        return is_label and len(words) == 1 and is_modifier(words[0])

    def fitting(self, found: Found, whole: int | None) -> int | None:
        """The whole, unless the part would be larger."""
        if whole is None or value_of(found) > self.counts[whole].value:
            return None
        return whole
