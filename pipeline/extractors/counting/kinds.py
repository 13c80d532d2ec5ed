"""Kinds of what was counted before: «10 сесій: 4 чергові, 6 позачергових»."""

from collections.abc import Iterator, Sequence

from pipeline.extractors.counting.noun_phrases import JOINS, adjectives_end, is_modifier
from pipeline.extractors.counting.tokens import Token
from pipeline.ukrainian.morphology import nouns

_ENDING = 2
"""Letters."""


def is_kind_of_list(tokens: Sequence[Token], place: int) -> bool:
    """Whether the lone adjective after a number is one of a list of kinds of a count before.

    «Чергові» and «вихідних» are nouns as well: beside «6 позачергових», which is none, they are
    kinds of the sessions before.
    """
    if _end(tokens, place) is None:
        return False
    run = [place, *_before(tokens, place), *_after(tokens, place)]
    if _lends(tokens, max(run)):
        return False
    told = any(token.quantity is not None for token in tokens[: min(run)])
    return told and any(_is_plain(tokens, at) for at in run)


def lends(tokens: Sequence[Token], end: int, is_bare: bool) -> bool:
    """«5 нових, 3 старі столи» are tables; in «12 письмових, 100 листів» the letters are others."""
    return not (is_bare and tokens[end].is_mark(","))


def is_made(word: str, adjective: str) -> bool:
    """Whether an adjective is made of another one, whatever their cases: «позачергові»."""
    stem = adjective.lower()[:-_ENDING]
    return len(stem) > _ENDING and stem in word.lower()


def _lends(tokens: Sequence[Token], last: int) -> bool:
    """«4 апеляційні та 2 касаційні скарги»: the noun of all stands after the last number."""
    end = _end(tokens, last)
    if end is None or end + 2 >= len(tokens) or not _parts(tokens[end]):
        return False
    return tokens[end + 1].quantity is not None and is_modifier(tokens[end + 2])


def _end(tokens: Sequence[Token], place: int) -> int | None:
    """Index after the adjectives that are all that follows the number at `place`."""
    end = adjectives_end(tokens, place + 1)
    if end == place + 1 or tokens[place].quantity is None:
        return None
    closes = end >= len(tokens) or _parts(tokens[end]) or tokens[end].is_mark(".()")
    return end if closes else None


def _parts(token: Token) -> bool:
    return token.is_mark(",;") or token.text.lower() in JOINS


def _is_plain(tokens: Sequence[Token], place: int) -> bool:
    """Whether no adjective after the number is a noun as well."""
    end = _end(tokens, place) or place
    return all(is_modifier(one) and not nouns(one.text) for one in tokens[place + 1 : end])


def _before(tokens: Sequence[Token], place: int) -> Iterator[int]:
    at = place
    while at > 1 and _parts(tokens[at - 1]):
        first = at - 2
        while first > 0 and is_modifier(tokens[first]):
            first -= 1
        if _end(tokens, first) != at - 1:
            return
        yield first
        at = first


def _after(tokens: Sequence[Token], place: int) -> Iterator[int]:
    end = _end(tokens, place)
    while end is not None and end + 1 < len(tokens) and _parts(tokens[end]):
        following = end + 1
        end = _end(tokens, following)
        if end is not None:
            yield following
