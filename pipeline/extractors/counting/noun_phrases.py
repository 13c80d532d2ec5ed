"""Nouns with what stands before and after them, as a number meets them."""

import re
from collections.abc import Sequence

from pipeline.extractors.counting.tokens import Kind, Token, is_glued
from pipeline.ukrainian.morphology import (
    Reading,
    is_mainly,
    is_predicate,
    is_preposition,
    joins,
    modifiers,
    nouns,
    readings,
)

JOINS = frozenset({"та", "і", "й", "або", "чи"})
HOW = frozenset({"онлайн", "офлайн", "разом"})
"""Nouns for the dictionary, adverbs in reports: «онлайн подано 478»."""
_RELATIVE = frozenset({"який", "котрий", "що", "весь", "увесь"})
_REFERRING = frozenset({"ст", "п", "ч"})
_DANGLING = frozenset(
    "час ході не ще обсягом діаметром терміном строком тривалістю площею вартістю довжиною вагою"
    " місткістю потужністю висотою загальною загальну суму сумою".split()
)
_ROMAN = re.compile(r"[IІ]{1,3}|[IІ]?V")
_LONGEST_MIDDLE = 8
_LONGEST_PHRASE = 30


def find_head(tokens: Sequence[Token], start: int) -> int | None:
    """Index of the noun that stands at `start`, or after adjectives from there on."""
    for at in range(start, min(len(tokens), start + _LONGEST_MIDDLE)):
        if _passes(tokens, at, start):
            continue
        token = tokens[at]
        return at if token.kind is Kind.WORD and _is_noun(token.text) else None
    return None


def adjectives_end(tokens: Sequence[Token], start: int) -> int:
    """Index after the last of the adjectives from `start` on; `start` where there are none."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_MIDDLE and is_modifier(tokens[end]):
        end += 1
    return end


def is_modifier(token: Token) -> bool:
    """An adjective or participle, also where it may be a noun as well."""
    if token.kind is not Kind.WORD or token.text.lower() in JOINS:
        return False
    return bool(modifiers(token.text)) and not _is_relative(token.text)


def counted_forms(word: str) -> tuple[Reading, ...]:
    """Readings of a noun; a word that may be plural counts as plural."""
    forms = nouns(word)
    return tuple(form for form in forms if form.plural) or forms


def is_genitive(token: Token) -> bool:
    """Whether the token may be a noun in the genitive."""
    return any(form.case == "gent" for form in nouns(token.text)) and not is_predicate(token.text)


def is_receiver(word: str) -> bool:
    """Whether a plural noun can be nothing but a dative: «учасникам» says to whom."""
    return all(form.case == "datv" for form in counted_forms(word)) and bool(nouns(word))


def is_role(word: str) -> bool:
    """Whether a plural noun can be nothing but an instrumental: «5 – переможцями»."""
    return all(form.case == "ablt" for form in counted_forms(word)) and bool(nouns(word))


def could_agree(word: str, forms: Sequence[Reading]) -> bool:
    """Whether an adjective may belong to a noun; slips among direct cases are forgiven.

    «Інформаційних матеріали» is a slip; «працевлаштовані підприємствами» is none, the noun says by
    whom.
    """
    direct = {"nomn", "gent", "accs"}
    cases = {form.case for form in modifiers(word)}
    known = {form.case for form in forms}
    return bool(cases & known) or bool(cases & direct and known & direct)


def phrase_end(tokens: Sequence[Token], head: int) -> int:
    """Index after the last token that belongs to the noun at `head`.

    Genitives belong to it, and what follows a preposition; another object does not: «надано 15
    жителям | матеріальну допомогу».
    """
    end = head + 1
    bound = False
    while end < len(tokens) and end - head < _LONGEST_PHRASE and not _stops(tokens, end):
        word = tokens[end]
        bound = bound or is_preposition(word.text) or word.kind is not Kind.WORD
        if not bound and _is_other_object(word.text):
            break
        end += 1
    while end > head + 1 and _dangles(tokens[end - 1]):
        end -= 1
    return end


def _passes(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether the token may stand between a number and its noun."""
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if not following or not _is_word(following[0]):
        return False
    if token.rule == "word" or _ROMAN.fullmatch(token.text):
        # «3 І місця».
        return True
    if token.is_mark(",") or token.text.lower() in JOINS:
        return at > start and is_modifier(tokens[at - 1]) and is_modifier(following[0])
    if token.kind is not Kind.WORD:
        return False
    if is_modifier(token):
        return not _is_noun(token.text) or agrees_further_on(tokens, at)
    if following[0].kind is not Kind.WORD:
        return False
    is_adverb = is_mainly(token.text, "ADVB", "PRCL") and not joins(token.text)
    return is_adverb and is_modifier(following[0])


def _is_word(token: Token) -> bool:
    """A word, or one with digits: «1 новий 9-поверховий будинок»."""
    return token.kind is Kind.WORD or token.rule == "word"


def agrees_further_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is adjective and noun («хворих») belongs to a noun further on."""
    pairs = {(form.case, form.plural) for form in modifiers(tokens[at].text)}
    for further in tokens[at + 1 : at + _LONGEST_MIDDLE]:
        if further.kind is not Kind.WORD or joins(further.text):
            return False
        if any((form.case, form.plural) in pairs for form in nouns(further.text)):
            return True
        if not is_modifier(further):
            return False
    return False


def _is_relative(word: str) -> bool:
    return any(form.lemma in _RELATIVE for form in readings(word))


def _is_noun(word: str) -> bool:
    if joins(word) or word.lower() in HOW:
        return False
    # «ст», «п», «м»: no other common noun is so short.
    if not word.isascii() and len(word) <= 2 and not word.isupper() and word != "ям":
        return False
    return bool(nouns(word)) or word.isascii()


def _is_other_object(word: str) -> bool:
    """A noun or adjective in a case that no noun governs."""
    cases = {form.case for form in (*nouns(word), *modifiers(word))}
    return bool(cases) and word.islower() and not cases & {"gent", "datv", "ablt"}


def _stops(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    match token.kind:
        case Kind.NUMBER:
            return not is_part_of_name(tokens, at)
        case Kind.MARK:
            return _is_closing(tokens, at)
        case Kind.WORD:
            following = tokens[at + 1].text if at + 1 < len(tokens) else ""
            opens_clause = token.text in JOINS and is_preposition(following)
            return opens_clause or is_predicate(token.text) or _is_relative(token.text)
    return False


def is_part_of_name(tokens: Sequence[Token], at: int) -> bool:
    """`буклетів «10 кроків»`, `матеріалів за ст. 184`."""
    in_quotes = tokens[at - 1].is_mark('"') and is_glued(tokens[at - 1], tokens[at])
    refers = tokens[at - 1].is_mark(".") and tokens[at - 2].text.lower() in _REFERRING
    return in_quotes or refers


def _is_closing(tokens: Sequence[Token], at: int) -> bool:
    is_dash = tokens[at].text == "-" and tokens[at - 1].end < tokens[at].start
    is_last_point = tokens[at].text == "." and at == len(tokens) - 1
    return tokens[at].text in ",;:()!?…" or is_dash or is_last_point


def _dangles(token: Token) -> bool:
    """Joins and prepositions say nothing at the end of a phrase."""
    if token.kind is not Kind.WORD:
        return token.is_mark("-.")
    return token.text.lower() in _DANGLING or joins(token.text)
