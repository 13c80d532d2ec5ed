"""Labels that say which or how of what was counted before: «41 справа, на користь ради – 36»."""

from collections.abc import Sequence

from pipeline.extractors.counting.counts import Context
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.noun_phrases import is_modifier
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import is_predicate, is_preposition, modifiers, nouns

_PLACES = frozenset({"у", "в", "на", "по", "при", "біля"})
_ABSTRACT = frozenset({"користь", "підставі", "предмет", "тему", "умовах"})
"""After «на» no place."""
_TO_WHOM = frozenset({"до"})


def tells_which(context: Context, at: int, found: Found) -> bool:
    """Whether a label without a noun of its own tells of some of the count `at` right before it.

    «Виписано 93 рецепти, за програмою – 52», «за штатом 7 посад, вакантних – 2». Not where the
    count before has a word of the same kind: «через портал подано 96 заяв, через пошту – 12»,
    «письмових звернень – 40, усних – 12».
    """
    tokens, one = context.passage.tokens, context.counts[at].found
    later = [own for own in context.own if own > at]
    if one.passage != found.passage or one.head is None or not _are_told_so(context, at, later):
        return False
    start = context.counts[later[0]].found.start if later else found.start
    if one.manner not in {Manner.GOVERNED, Manner.INVERTED} or found.lemmas:
        return False
    between = tokens[one.place + 1 : start]
    if tokens[one.place - 1].is_mark("-"):
        # «До знесення – 212 дерев, до обрізки – 158»: both have a label.
        return False
    if any(token.is_mark(";:()") or token.quantity is not None for token in between):
        return False
    said = [*_clause_before(tokens, one), *between]
    words = tokens[found.start : found.end]
    return _is_kind(words, said) or _is_manner(words, said)


def _are_told_so(context: Context, at: int, later: Sequence[int]) -> bool:
    """«120 дозволів, на рекламу – 14, на торгівлю – 50»: labels of the same count go on."""
    return all(
        context.counts[own].whole == at and context.counts[own].found.manner is Manner.LABEL
        for own in later
    )


def _clause_before(tokens: Sequence[Token], one: Found) -> list[Token]:
    marks = [place for place in range(one.place) if tokens[place].is_mark(",;:()-")]
    return list(tokens[marks[-1] + 1 if marks else 0 : one.place])


def _is_kind(words: Sequence[Token], said: Sequence[Token]) -> bool:
    """«Вакантних»: an adjective alone, in the genitive; nothing before has an adjective."""
    alone = bool(words) and all(is_modifier(token) and not nouns(token.text) for token in words)
    genitive = alone and any(
        form.plural and form.case == "gent" for form in modifiers(words[-1].text)
    )
    return genitive and not any(is_modifier(token) for token in said)


def _is_manner(words: Sequence[Token], said: Sequence[Token]) -> bool:
    """«За програмою», «на користь ради»: a preposition of another kind than those before."""
    if len(words) < 2 or not is_preposition(words[0].text) or words[1].kind is not Kind.WORD:
        return False
    if any(token.kind is Kind.WORD and is_predicate(token.text) for token in words):
        return False
    kinds = {_kind(said, place) for place, token in enumerate(said) if is_preposition(token.text)}
    return not any(map(_is_how, said)) and _kind(words, 0) not in kinds


def _kind(tokens: Sequence[Token], place: int) -> str:
    word = tokens[place].text.lower()
    after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    return "where" if word in _PLACES and after not in _ABSTRACT else f"{word} {after in _ABSTRACT}"


def _is_how(token: Token) -> bool:
    """«Поштою»: a noun that can only be an instrumental."""
    forms = nouns(token.text) if token.kind is Kind.WORD else ()
    return bool(forms) and all(form.case == "ablt" for form in forms)
