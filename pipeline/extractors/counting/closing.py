"""Lists whose every item ends with its number: «Із них: поштою 140, на прийомі 5»."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extractors.counting.tokens import Kind, Token

_BEFORE_ITEMS = frozenset("них яких котрих числі кількості числа".split())


def closing_numbers(tokens: Sequence[Token]) -> frozenset[int]:
    """Places of the numbers that end an item of such a list.

    A list goes from its colon to the end of the passage; a number is of the last list before it.
    The passage is looked at once for all its numbers: it may be one list of hundreds.
    """
    ends = [at for at, token in enumerate(tokens) if token.is_mark(",;.")]
    unnumbered = [at for at in ends if at and tokens[at - 1].quantity is None]
    last = unnumbered[-1] if unnumbered else 0
    colons = [at for at in range(1, len(tokens)) if tokens[at].is_mark(":")]
    found: set[int] = set()
    for colon, following in pairwise([*colons, len(tokens)]):
        items = ends[bisect_right(ends, colon) :] if colon >= last else []
        if len(items) > 1 and _are_items(tokens, colon, items):
            found.update(end - 1 for end in items if end - 1 < following)
    return frozenset(found)


def _are_items(tokens: Sequence[Token], colon: int, ends: Sequence[int]) -> bool:
    return tokens[colon - 1].text.lower() in _BEFORE_ITEMS or _adds_up(tokens, colon, ends)


def _adds_up(tokens: Sequence[Token], colon: int, ends: Sequence[int]) -> bool:
    """`71 медаль: золотих 25, срібних 22, бронзових 24`: the items make the number before."""
    before = (tokens[at] for at in range(colon - 1, -1, -1) if tokens[at].kind is Kind.NUMBER)
    whole = next((one.quantity for one in before), None)
    items = [tokens[at - 1].quantity for at in ends]
    return whole is not None and whole.value == sum(one.value for one in items if one is not None)
