"""The nouns of a label that may be what is counted."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.counting.noun_phrases import HOW, is_receiver
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import (
    Reading,
    is_mainly,
    is_predicate,
    is_preposition,
    joins,
    lemmas,
    modifiers,
    nouns,
)

_SECOND = frozenset({"друга", "друге", "другу", "другої"})
"""«Перша доза – 112, друга – 98»: no friend."""
# «За квартал звернень надійшло 63»: such a phrase ends with its noun.
_ROMAN = re.compile(r"[IVXІХ]+")
_TIMES = frozenset("рік півріччя квартал місяць тиждень день доба період час".split())


def read_noun(tokens: Sequence[Token], at: int) -> tuple[Reading, ...]:
    """Readings of the token as the noun that is counted: nominative, or genitive plural."""
    token = tokens[at]
    if token.kind is not Kind.WORD or _is_bound(tokens, at):
        return ()
    if joins(token.text) or token.text.lower() in HOW | _SECOND:
        return ()
    if at > 1 and tokens[at - 1].is_mark(",:") and token.text.istitle() and modifiers(token.text):
        # «За округами: Степовий – 12, Лісовий – 8»: a name, no forester.
        return ()
    forms = _agreeing(tokens, at)
    if at and _ROMAN.fullmatch(tokens[at - 1].text) and {form.lemma for form in forms} & _TIMES:
        # «За IV квартал – 80».
        return ()
    if is_predicate(token.text) and not any(
        form.case == "nomn" and form.singular for form in forms
    ):
        return ()
    if at and tokens[at - 1].kind is Kind.NUMBER and {form.lemma for form in forms} & _TIMES:
        # «Понад 20 років – 98»: nobody counts years.
        return ()
    plural = tuple(form for form in forms if form.case == "gent" and form.plural)
    return plural or tuple(form for form in forms if form.case == "nomn")


def countable(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Indices of words of which one may be the noun that is counted.

    «Членам сімей загиблих – 26»: the genitives belong to those who received, no family is counted.
    """
    received = False
    for at in free_words(tokens, start, end):
        received = (received or is_receiver(tokens[at].text)) and not is_predicate(tokens[at].text)
        if not received or any(form.case == "nomn" for form in read_noun(tokens, at)):
            yield at


def free_words(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Indices of words outside of phrases with a preposition: in «від громадян» nobody is counted.

    Such a phrase goes on over commas and genitives until a verb or a noun in the nominative.
    """
    bound = is_quoted = False
    for at in range(start, end):
        word = tokens[at].text
        is_quoted ^= tokens[at].is_mark('"')
        if tokens[at].kind is not Kind.WORD:
            continue
        if is_preposition(word):
            bound = True
        elif is_predicate(word) or (bound and not is_quoted and _is_nominative(tokens, at)):
            bound = False
        if not bound:
            yield at
        bound = bound and not lemmas(word) & _TIMES


def _is_nominative(tokens: Sequence[Token], at: int) -> bool:
    """A subject, plainly: after a preposition a noun that may be oblique is taken to be."""
    forms = nouns(tokens[at].text)
    return (
        bool(forms)
        and all(form.case in {"nomn", "accs", "voct"} for form in forms)
        and not (_is_bound(tokens, at))
    )


def _agreeing(tokens: Sequence[Token], at: int) -> tuple[Reading, ...]:
    """The readings of a noun that agree with the adjective before it."""
    forms = nouns(tokens[at].text)
    before = modifiers(tokens[at - 1].text) if at and tokens[at - 1].kind is Kind.WORD else ()
    if not before or nouns(tokens[at - 1].text) or is_mainly(tokens[at - 1].text, "ADVB"):
        return forms
    pairs = {(form.case, form.plural) for form in before}
    return tuple(form for form in forms if (form.case, form.plural) in pairs) or forms


def _is_bound(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition before the noun (and its adjectives) governs it."""
    left = at - 1
    while left >= 0 and tokens[left].kind is Kind.WORD and _stands_within(tokens[left].text):
        left -= 1
    if left < 0 or tokens[left].kind is not Kind.WORD:
        return False
    return is_preposition(tokens[left].text)


def _stands_within(word: str) -> bool:
    """«За такий же період»: what may stand between a preposition and its noun."""
    return bool(modifiers(word)) or word.lower() in {"же", "ж"}
