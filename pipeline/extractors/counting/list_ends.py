"""Where the list of parts that «з них», «у тому числі» open ends, and something else is told."""

from collections.abc import Sequence

from pipeline.extractors.counting.counts import Context
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, PERSONS
from pipeline.extractors.counting.openers import Opener
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, nouns


def ends_before(context: Context, found: Found, siblings: Sequence[int], opener: Opener) -> bool:
    """Whether the list of the opener ends before the number.

    Args:
        context: of the number.
        found: the number.
        siblings: indices of the parts that the list has so far.
        opener: what opened it.
    """
    return (
        _begins_anew(context, found, siblings)
        or _is_complete(context, found, siblings)
        or _is_of_others(context, found, siblings)
        or _is_no_person(context, found, siblings)
        or _turns_to_deeds(context, found, opener)
    )


def _turns_to_deeds(context: Context, found: Found, opener: Opener) -> bool:
    """«214 сімей, з них пільговиків – 56; забезпечено житлом 2 сім'ї»: none of those parts."""
    tokens = context.passage.tokens
    marks = [at for at in range(opener.end, found.place) if tokens[at].is_mark(";")]
    if not marks or found.manner is not Manner.GOVERNED or tokens[opener.end].is_mark(":"):
        return False
    listed, own = tokens[opener.end : marks[-1]], tokens[marks[-1] : found.place]
    return not any(map(_tells, listed)) and any(map(_tells, own))


def _tells(token: Token) -> bool:
    return token.kind is Kind.WORD and is_predicate(token.text)


def _is_of_others(context: Context, found: Found, siblings: Sequence[int]) -> bool:
    """«Поранено 9 осіб, у тому числі 1 дитину, 2 особи загинули»: nobody of the wounded."""
    whole = context.counts[siblings[0]].whole
    tokens = context.passage.tokens
    if whole is None or context.counts[whole].found.passage != context.number:
        return False
    words = [one.text.lower() for one in tokens[: context.counts[whole].found.place]]
    wounded = any(word.startswith(("поранен", "травмован")) for word in words)
    dead = any(one.text.lower().startswith(("загинул", "помер")) for one in tokens[found.end :][:1])
    return wounded and dead


def _is_no_person(context: Context, found: Found, siblings: Sequence[int]) -> bool:
    """«400 пацієнтів, з них дітей – 120; викликів додому – 60»: after «;» no persons at all."""
    whole, tokens = context.counts[siblings[0]].whole, context.passage.tokens
    if whole is None or found.head is None or not tokens[found.start - 1].is_mark(";"):
        return False
    persons = all(context.counts[at].unit == PERSONS for at in (whole, *siblings))
    own = any(context.counts[at].found.head is not None for at in siblings)
    is_thing = found.unit == DEFAULT_UNIT and found.manner is Manner.LABEL
    return persons and own and is_thing and _counts_many(tokens[found.head])


def _counts_many(token: Token) -> bool:
    return any(form.plural and form.case == "gent" for form in nouns(token.text))


def _is_complete(context: Context, found: Found, siblings: Sequence[int]) -> bool:
    """«5 шкіл, з них 2 ліцеї, 3 гімназії; 4 садки»: the parts have made the whole before «;»."""
    whole = context.counts[siblings[0]].whole
    after = context.passage.tokens[context.counts[siblings[-1]].found.place : found.place]
    if whole is None or not any(token.is_mark(";") for token in after):
        return False
    total = sum(context.counts[at].value for at in siblings)
    return total == context.counts[whole].value


def _begins_anew(context: Context, found: Found, siblings: Sequence[int]) -> bool:
    """A predicate, then a noun that none of the parts has: something else is told."""
    if found.manner is not Manner.GOVERNED:
        return False
    whole = context.counts[siblings[0]].whole
    alike = [*siblings, *([] if whole is None else [whole])]
    if found.lemmas & frozenset[str]().union(*(context.counts[at].lemmas for at in alike)):
        return False
    words = [*_own_words(context, siblings[-1], found), *_after_semicolon(context, found)]
    return any(is_predicate(one.text) for one in words)


def _after_semicolon(context: Context, found: Found) -> Sequence[Token]:
    """The words after the number in a clause of its own: «…; понад 400 родин отримали паливо»."""
    tokens, end = context.passage.tokens, found.place
    marks = [at for at in range(end) if tokens[at].is_mark(",;:(")]
    if not marks or not tokens[marks[-1]].is_mark(";"):
        return ()
    stop = next((at for at in range(end, len(tokens)) if tokens[at].is_mark(",;:(")), len(tokens))
    return tokens[end:stop]


def _own_words(context: Context, sibling: int, found: Found) -> Sequence[Token]:
    """The words before a number that are not those of the count before it."""
    tokens = context.passage.tokens
    start = context.counts[sibling].found.place
    commas = [at for at in range(start, found.place) if tokens[at].is_mark(",;")]
    return tokens[commas[-1] if commas else start : found.place]
