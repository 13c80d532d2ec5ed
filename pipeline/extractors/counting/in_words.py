"""Numerals in words: what they count, where they count anything."""

import re

from pipeline.extractors.counting.ellipsis import (
    LISTING,
    follows_predicate,
    goes_on_in_words,
    is_partitive,
    is_rest,
)
from pipeline.extractors.counting.found import (
    Found,
    Manner,
    follows_sign,
    label_of,
    of_label,
    of_phrase,
    without_noun,
)
from pipeline.extractors.counting.ignoring import is_average, is_cost_of_one, phrase_rule
from pipeline.extractors.counting.lexicon import PERSONS
from pipeline.extractors.counting.noun_phrases import is_modifier
from pipeline.extractors.counting.phrases import Phrase, read_phrase
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind
from pipeline.ukrainian.morphology import is_predicate, modifiers, nouns

_ONLY = frozenset({"лише", "тільки"})
_TAKES_PART = re.compile(r"(?<!\w)(?:бра|взя|узя|бер|візьм)\w+\s+участь\s+[ув]\s+$", re.IGNORECASE)
_NOT_ONE = frozenset({"раз", "бік", "час", "випадок", "сторона", "мета", "команда", "слово"})


def read_words(spot: Spot, base: Found) -> Found | None:
    """A numeral in words counts only with its noun or with «з них»."""
    phrase = read_phrase(spot)
    if is_partitive(spot):
        return without_noun(spot, base, None)
    if phrase is None or _opens_list(spot) or goes_on_in_words(spot) or _is_one_such(spot):
        return _read_bare_words(spot, base)
    if not phrase.lemmas or phrase_rule(spot, phrase) or is_average(spot):
        return None
    if _is_location(spot, phrase) or (spot.quantity.value == 1 and not _counts_one(spot, phrase)):
        return None
    return of_phrase(base, phrase, Manner.GOVERNED)


def _read_bare_words(spot: Spot, base: Found) -> Found | None:
    """«Перебуває на розгляді – два», «у тому числі одна – усна», «у трьох виявлено порушення»."""
    following = spot.right()
    is_last = following is None or (following.kind is Kind.MARK and not following.is_mark("-"))
    label = label_of(spot, spot.place + 1, ()) if is_last and follows_sign(spot) else None
    if label is not None and not is_average(spot):
        return of_label(spot, base, label)
    if _is_one_such(spot):
        return without_noun(spot, base, Phrase(start=spot.place + 2, end=spot.place + 3))
    if is_rest(spot) or goes_on_in_words(spot) or _is_last_one(spot, is_last=is_last):
        return without_noun(spot, base, None)
    # «Фахівці (їх четверо)»: the noun stands before the bracket.
    opens = spot.word_before() in LISTING or (is_last and spot.word_before() == "їх")
    does = following is not None and is_predicate(following.text)
    ends = is_last and follows_predicate(spot)
    if opens or ((does or ends) and spot.quantity.value > 1):
        return without_noun(spot, base, None)
    return None


def _is_last_one(spot: Spot, *, is_last: bool) -> bool:
    """«Двох поставлено на облік, одного знято», «знято одного», «чотири …, одна на розгляді»."""
    if spot.quantity.value != 1 or not any(
        token.quantity is not None for token in spot.tokens[: spot.place]
    ):
        return False
    left, right = spot.left(), spot.right()
    if left is None or left.kind is Kind.WORD:
        return left is not None and is_last and is_predicate(left.text)
    if not left.is_mark(",") or right is None or right.kind is not Kind.WORD:
        return False
    if right.text.lower() == "не":
        right = spot.right(2) or right
    is_done = is_predicate(right.text) and right.text.endswith(("но", "то"))
    return is_done or right.text.lower() in {"на", "в", "у"}


def _is_one_such(spot: Spot) -> bool:
    """«6 машин, одна – несправна», «54 відгуки, лише один – негативний»."""
    at = 2 if spot.word_before() in _ONLY else 1
    left, dash, kind, end = spot.left(at), spot.right(), spot.right(2), spot.right(3)
    if left is None or dash is None or kind is None:
        return False
    is_kind = is_modifier(kind) and any(one.case == "nomn" for one in modifiers(kind.text))
    is_ended = end is None or end.is_mark(",;.)")
    told = any(token.quantity is not None for token in spot.tokens[: spot.place])
    return (
        spot.quantity.value == 1
        and left.is_mark(",")
        and dash.is_mark("-")
        and (told and is_kind and is_ended)
    )


def _opens_list(spot: Spot) -> bool:
    """«У тому числі одна – письмово»: what stands after the dash is not what is counted."""
    following = spot.right()
    is_dash = following is not None and following.is_mark("-")
    return is_dash and spot.word_before() in LISTING


def _counts_one(spot: Spot, phrase: Phrase) -> bool:
    """«Проведено одне засідання», but not «в одному місці» nor «один із видів»."""
    if (
        phrase.lemmas & _NOT_ONE
        or is_cost_of_one(spot)
        or spot.follows_preposition()
        or phrase.head is None
    ):
        return False
    cases = {form.case for form in nouns(spot.tokens[phrase.head].text)}
    told = any(is_predicate(token.text) for token in spot.tokens) or _is_done_to(spot, phrase.head)
    return told and bool(cases & {"nomn", "accs", "datv"})


def _is_done_to(spot: Spot, head: int) -> bool:
    """«Одна дитина повернута батькам»: a passive participle right after the noun."""
    after = spot.tokens[head + 1 : head + 2]
    forms = modifiers(after[0].text) if after and after[0].kind is Kind.WORD else ()
    return any("pssv" in form.tags and form.case == "nomn" for form in forms)


def _is_location(spot: Spot, phrase: Phrase) -> bool:
    """«У чотирьох районах», «прийнято трьома лікарями»: where or by whom; in words only.

    «Взяли участь у трьох змаганнях» counts them.
    """
    forms = nouns(spot.tokens[phrase.head].text) if phrase.head is not None else ()
    cases = {form.case for form in forms if form.plural}
    if phrase.unit == PERSONS and cases == {"ablt"}:
        return True
    if _TAKES_PART.search(spot.before):
        return False
    return spot.follows_preposition() and cases == {"loct"}
