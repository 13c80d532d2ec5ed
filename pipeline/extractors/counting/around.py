"""What around a number tells that the words after it are, or are not, what it counts."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extractors.counting.lexicon import tells_of_times
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token, is_glued
from pipeline.ukrainian.morphology import (
    is_predicate,
    is_preposition,
    lemmas,
    nouns,
    readings,
)

_LONGEST_GAP = 40
"""Tokens between a verb and what goes without it."""
_NEAR_VERB = 5
"""Tokens before a number."""
_IN = frozenset({"у", "в", "на"})
_AMONG = frozenset({"них", "яких", "котрих"})


def is_among_them(tokens: Sequence[Token], place: int) -> bool:
    """«143 адреси, з яких 88 об'єктам й 55 ділянкам»: both numbers follow «з яких»."""
    for at in range(place - 1, max(0, place - _LONGEST_GAP), -1):
        if tokens[at].text.lower() in _AMONG:
            return True
        if tokens[at].is_mark(".;:()") or (
            tokens[at].kind is Kind.WORD and is_predicate(tokens[at].text)
        ):
            return False
    return False


def is_parting_dash(tokens: Sequence[Token], at: int) -> bool:
    """`1 – проєкт`, but not in `заяви – 1 – …`, nor the hyphen of a word."""
    if not tokens[at].is_mark("-") or at + 1 >= len(tokens):
        return False
    follows_sign = at >= 2 and tokens[at - 2].is_mark("-")
    return not follows_sign and tokens[at + 1].kind is Kind.WORD


def is_gapped(tokens: Sequence[Token], place: int) -> bool:
    """«12 отримали дипломи, 8 – грамоти, 5 – подяки»: the verb is said once, none is counted."""
    if not place or not tokens[place - 1].is_mark(","):
        return False
    for at in range(place - 1, max(0, place - _LONGEST_GAP), -1):
        if tokens[at - 1].quantity is None or tokens[at].is_mark("-"):
            continue
        return tokens[at].kind is Kind.WORD and is_predicate(tokens[at].text)
    return False


def opens_quote(tokens: Sequence[Token], at: int) -> bool:
    """`2 «гарячі лінії»`."""
    return tokens[at].is_mark('"') and at + 1 < len(tokens) and is_glued(tokens[at], tokens[at + 1])


def is_next_subject(tokens: Sequence[Token], place: int, head: int) -> bool:
    """«На 9 об'єктах …, ще у 2 роботи тривають»: the noun is what goes on there."""
    if not place or head != place + 1 or tokens[place - 1].text.lower() not in _IN:
        return False
    verb, end = tokens[head + 1 : head + 2], tokens[head + 2 : head + 3]
    is_last = not end or end[0].is_mark(",;.)")
    does = bool(verb) and any(one.part == "VERB" and one.plural for one in readings(verb[0].text))
    return is_last and does and any(form.case == "nomn" for form in nouns(tokens[head].text))


def took_place(spot: Spot, head: int) -> bool:
    """«Комісія засідала 7 разів», «3 рази зіграла внічию»; not «тричі на тиждень», «у 3 рази»."""
    tokens = spot.tokens
    if (
        spot.follows_preposition()
        or tokens[head + 1 : head + 2]
        and is_preposition(tokens[head + 1].text)
    ):
        return False
    before = reversed(tokens[max(0, spot.place - _NEAR_VERB) : spot.place])
    own = takewhile(lambda one: not one.is_mark(",;:("), before)
    near = (*own, *tokens[head + 1 : head + 2])
    verb = next((one for one in near if one.kind is Kind.WORD and is_predicate(one.text)), None)
    return verb is not None and tells_of_times(lemmas(verb.text))
