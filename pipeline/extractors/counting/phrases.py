"""What a number governs: the noun phrase to its right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.counting.agreement import ANNIVERSARY, RANKED, ranks
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, measure_at, measure_of, unit_of
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

_JOINS = frozenset({"та", "і", "й", "або", "чи"})
_LONGEST_MIDDLE = 8
_LONGEST_PHRASE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What stands after a number."""

    rule: str = ""
    """Name of the rule by which the number is no count."""
    lemmas: frozenset[str] = frozenset()
    """Dictionary forms the counted noun may have; none where only adjectives follow."""
    unit: str = DEFAULT_UNIT
    start: int = 0
    """Index of the first token of the phrase."""
    end: int = 0
    """Index after its last token."""
    head: int | None = None
    """Index of the counted noun."""
    bare: bool = False
    """Only a unit, as in `15 шт`: what is counted stands elsewhere."""


def read_phrase(plain: str, tokens: Sequence[Token], place: int, *, dated: bool) -> Phrase | None:
    """The phrase that the number at `place` governs; None where nothing after it can be counted."""
    number = tokens[place]
    if number.quantity is None:
        return None
    measure = measure_at(plain, number.end) if not number.quantity.in_words else None
    if measure is not None and measure.rule:
        return Phrase(rule=measure.rule)
    if measure is not None:
        after = next(
            (at for at in range(place, len(tokens)) if tokens[at].start >= measure.end), len(tokens)
        )
        return _measured(tokens, place, after, measure.unit)
    start = place + 1
    if start < len(tokens) and (_is_parting_dash(tokens, start) or _opens_quote(tokens, start)):
        start += 1
    phrase = _governed(tokens, place, start, dated=dated)
    return phrase or _shared(tokens, place + 1, dated=dated)


def _opens_quote(tokens: Sequence[Token], at: int) -> bool:
    """`2 «гарячі лінії»`."""
    return tokens[at].is_mark('"') and at + 1 < len(tokens) and is_glued(tokens[at], tokens[at + 1])


def _shared(tokens: Sequence[Token], at: int, *, dated: bool) -> Phrase | None:
    """`1, 2 та 3 груп`, `5 та 6 класів`: the number is of the kind that the next one is.

    Only what ignores a number is passed on; «надійшло 5, розглянуто 3 заяви» shares nothing.
    """
    run = tokens[at : at + 2]
    if len(run) < 2 or run[1].quantity is None or run[0].text not in _JOINS | {","}:
        return None
    phrase = _governed(tokens, at + 1, at + 2, dated=dated) or _shared(tokens, at + 2, dated=dated)
    if phrase is None or not (phrase.rule or phrase.lemmas & RANKED):
        return None
    return replace(phrase, rule=phrase.rule or "class")


def _is_parting_dash(tokens: Sequence[Token], at: int) -> bool:
    """`1 – проєкт`, but not in `заяви – 1 – …`, nor the hyphen of a word."""
    if not tokens[at].is_mark("-") or at + 1 >= len(tokens):
        return False
    follows_sign = at >= 2 and tokens[at - 2].is_mark("-")
    return not follows_sign and tokens[at + 1].kind is Kind.WORD


def _measured(tokens: Sequence[Token], place: int, after: int, unit: str) -> Phrase:
    head = _head(tokens, after)
    if head is None or not _is_genitive(tokens[head]):
        return Phrase(unit=unit, start=place + 1, end=after, bare=True)
    return Phrase(
        lemmas=_lemmas(nouns(tokens[head].text)),
        unit=unit,
        start=after,
        end=phrase_end(tokens, head),
        head=head,
    )


def _is_genitive(token: Token) -> bool:
    return any(form.case == "gent" for form in nouns(token.text)) and not is_predicate(token.text)


def _governed(tokens: Sequence[Token], place: int, start: int, *, dated: bool) -> Phrase | None:
    number = tokens[place]
    head = _head(tokens, start)
    if number.quantity is None:
        return None
    if head is None:
        return _adjectives(tokens, start, dated=dated)
    word = tokens[head].text
    forms = _counted_forms(word)
    middle = [token.text for token in tokens[start:head] if _is_modifier(token)]
    if middle and not _could_agree(middle[-1], forms):
        return _adjectives(tokens, start, dated=dated)
    measure = measure_of(nouns(word))
    if measure is not None and measure.rule:
        return Phrase(rule=measure.rule, lemmas=_lemmas(nouns(word)))
    slot = "governed" if _is_governed(tokens, place) else "free"
    if _lemmas(forms) & ANNIVERSARY:
        return Phrase(rule="anniversary")
    is_ranked = ranks(number.quantity, middle, word, slot=slot, dated=dated)
    if is_ranked and start > place + 1:
        # «45 – реєстрація»: a label after a dash; what is counted was said before.
        return Phrase(start=start, end=phrase_end(tokens, head))
    if is_ranked:
        return Phrase(rule="class" if "клас" in _lemmas(forms) else "ordinal")
    if measure is not None:
        return _measured_by_word(tokens, place, start, head, measure.unit)
    return Phrase(
        lemmas=_lemmas(forms),
        unit=unit_of(forms),
        start=start,
        end=phrase_end(tokens, head),
        head=head,
    )


def _measured_by_word(
    tokens: Sequence[Token], place: int, start: int, head: int, unit: str
) -> Phrase:
    """`30 пар шкарпеток` counts socks; `19 осіб` and `25 сімей` count what the unit says."""
    inner = _head(tokens, head + 1)
    forms = _counted_forms(tokens[head].text)
    counts_things = unit not in {"осіб", "сімей", "голів"}
    if counts_things and inner is not None and _is_genitive(tokens[inner]):
        lemmas = _lemmas(nouns(tokens[inner].text)) | _lemmas(forms)
        end = phrase_end(tokens, inner)
        return Phrase(lemmas=lemmas, unit=unit, start=head + 1, end=end, head=inner)
    end = phrase_end(tokens, head)
    bare = counts_things and end == head + 1
    return Phrase(lemmas=_lemmas(forms), unit=unit, start=start, end=end, head=head, bare=bare)


def _adjectives(tokens: Sequence[Token], start: int, *, dated: bool) -> Phrase | None:
    """Only adjectives: «хворих», «безробітних» are nouns as well, «письмових» needs a noun.

    The noun may be shared with the next number: «3 нових та 2 старих будинки».
    """
    end = start
    while end < len(tokens) and end - start < _LONGEST_MIDDLE and _is_modifier(tokens[end]):
        end += 1
    if end == start:
        return None
    forms = _counted_forms(tokens[end - 1].text)
    last = phrase_end(tokens, end - 1)
    if forms:
        lemmas = _lemmas(forms)
        return Phrase(lemmas=lemmas, unit=unit_of(forms), start=start, end=last, head=end - 1)
    run = tokens[last : last + 2]
    if len(run) == 2 and run[0].text.lower() in _JOINS | {","} and run[1].quantity is not None:
        shared = _governed(tokens, last + 1, last + 2, dated=dated)
        if shared is not None and shared.lemmas and not shared.rule:
            return replace(shared, start=start, end=last)
    return Phrase(start=start, end=last)


def _head(tokens: Sequence[Token], start: int) -> int | None:
    """Index of the noun after adjectives, from `start` on."""
    at = start
    while at < min(len(tokens), start + _LONGEST_MIDDLE):
        token = tokens[at]
        if _passes(tokens, at, start):
            at += 1
        elif token.kind is Kind.WORD and _is_noun(token.text):
            return at
        else:
            return None
    return None


def _passes(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether the token may stand between a number and its noun."""
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if not following or following[0].kind is not Kind.WORD:
        return False
    if token.is_mark(",") or token.text.lower() in _JOINS:
        return at > start and _is_modifier(tokens[at - 1]) and _is_modifier(following[0])
    if token.kind is not Kind.WORD:
        return False
    if _is_modifier(token):
        return not _is_noun(token.text) or _agree(token.text, tokens, at + 1)
    if joins(token.text):
        return False
    return is_mainly(token.text, "ADVB", "PRCL") and _is_modifier(following[0])


def _agree(word: str, tokens: Sequence[Token], after: int) -> bool:
    """Whether a word that is adjective and noun («хворих») belongs to a noun further on."""
    head = _head(tokens, after)
    if head is None:
        return False
    pairs = {(form.case, form.plural) for form in nouns(tokens[head].text)}
    return any((form.case, form.plural) in pairs for form in modifiers(word))


def _could_agree(word: str, forms: Sequence[Reading]) -> bool:
    """Slips of case are forgiven among direct cases: «інформаційних матеріали».

    «Працевлаштовані підприємствами» is no slip: the noun says by whom.
    """
    direct = {"nomn", "gent", "accs"}
    cases = {form.case for form in modifiers(word)}
    known = {form.case for form in forms}
    return bool(cases & known) or bool(cases & direct and known & direct)


def _is_modifier(token: Token) -> bool:
    if token.kind is not Kind.WORD or token.text.lower() in _JOINS:
        return False
    return bool(modifiers(token.text)) and not _is_relative(token.text)


def _is_relative(word: str) -> bool:
    return any(form.lemma in {"який", "котрий", "що", "весь", "увесь"} for form in readings(word))


def _is_noun(word: str) -> bool:
    if joins(word):
        return False
    # «ст», «п», «м»: no common noun is so short.
    if not word.isascii() and len(word) <= 2 and not word.isupper():
        return False
    return bool(nouns(word)) or word.isascii()


def _counted_forms(word: str) -> tuple[Reading, ...]:
    """Readings of a noun; a word that is both gives its readings in the plural first."""
    forms = nouns(word)
    return tuple(form for form in forms if form.plural) or forms


def _lemmas(forms: Sequence[Reading]) -> frozenset[str]:
    return frozenset(form.lemma for form in forms)


def _is_governed(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun or a preposition right before the number governs what follows it."""
    if place == 0 or tokens[place - 1].kind is not Kind.WORD:
        return False
    before = tokens[place - 1].text
    if is_predicate(before):
        return False
    return is_preposition(before) or is_mainly(before, "NOUN", "ADJF")


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
    while end > head + 1 and _is_loose(tokens[end - 1]):
        end -= 1
    return end


def _is_other_object(word: str) -> bool:
    """A noun or adjective in a case that no noun governs."""
    cases = {form.case for form in (*nouns(word), *modifiers(word))}
    return bool(cases) and word.islower() and not cases & {"gent", "datv"} and "ablt" not in cases


def _stops(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        names = tokens[at - 1].is_mark('"') and is_glued(tokens[at - 1], token)
        refers = tokens[at - 1].is_mark(".") and tokens[at - 2].text.lower() in {"ст", "п", "ч"}
        return not (names or refers)
    if token.kind is Kind.MARK:
        spaced_dash = token.text == "-" and tokens[at - 1].end < token.start
        return (
            token.text in ",;:()!?…" or spaced_dash or (token.text == "." and at == len(tokens) - 1)
        )
    if token.kind is not Kind.WORD:
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    opens_clause = token.text in _JOINS and is_preposition(following)
    return opens_clause or is_predicate(token.text) or _is_relative(token.text)


def _is_loose(token: Token) -> bool:
    """Joins and prepositions that would dangle at the end of a phrase."""
    if token.kind is not Kind.WORD:
        return token.is_mark("-.")
    word = token.text.lower()
    return word in {"час", "ході", "не", "ще"} or joins(word)
