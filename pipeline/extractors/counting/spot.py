"""A number among the words around it, as the rules look at it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.counting.tokens import Kind, Quantity, Token
from pipeline.ukrainian.morphology import is_preposition

_BEFORE, _AFTER = 120, 40
"""How many characters around a number a rule may look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One number of a passage."""

    plain: str
    """The report in plain signs."""
    tokens: Sequence[Token]
    """Of the passage."""
    place: int
    """Index of the number."""
    closing: frozenset[int]
    """Numbers of the passage that end an item of a list."""

    @property
    def token(self) -> Token:
        """The number."""
        return self.tokens[self.place]

    @property
    def quantity(self) -> Quantity:
        """What the number says.

        Raises:
            ValueError: the token is no number.
        """
        quantity = self.token.quantity
        if quantity is None:
            raise ValueError(f"no number: {self.token.text!r}")
        return quantity

    @property
    def before(self) -> str:
        """The text of the passage right before the number."""
        start = max(self.tokens[0].start, self.token.start - _BEFORE)
        return self.plain[start : self.token.start]

    @property
    def after(self) -> str:
        """The text right after the number."""
        return self.plain[self.token.end : self.token.end + _AFTER]

    def left(self, distance: int = 1) -> Token | None:
        """The token so many places before the number."""
        return self.tokens[self.place - distance] if self.place >= distance else None

    def right(self, distance: int = 1) -> Token | None:
        """The token so many places after the number."""
        at = self.place + distance
        return self.tokens[at] if at < len(self.tokens) else None

    def word_before(self) -> str:
        """The word right before the number in lower case; empty where there is none."""
        left = self.left()
        return left.text.lower() if left is not None and left.kind is Kind.WORD else ""

    def words_after(self) -> tuple[str, str]:
        """The texts of the next two tokens in lower case."""
        first, second = self.right(), self.right(2)
        return first.text.lower() if first else "", second.text.lower() if second else ""

    def follows_preposition(self) -> bool:
        """Whether a preposition stands right before the number."""
        return is_preposition(self.word_before())

    def at(self, place: int) -> "Spot":
        """Another number of the same passage."""
        return replace(self, place=place)
