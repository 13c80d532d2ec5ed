"""Every number of a passage: what it counts, or the rule that ignores it, or neither."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.extractors.counting.ignoring import bare_rule, context_rule, is_lone, refers
from pipeline.extractors.counting.labels import Label, read_inverted, read_label
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT
from pipeline.extractors.counting.phrases import Phrase, phrase_end, read_phrase
from pipeline.extractors.counting.quotes import Quoted
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import (
    is_mainly,
    is_predicate,
    is_preposition,
    joins,
    nouns,
)
from pipeline.ukrainian.numerals import Inflection

FROM = frozenset({"з", "із", "зі", "серед", "з-поміж"})
THEM = frozenset({"них", "яких", "котрих"})
_DATED = frozenset({"date"})
_NOT_ONE = frozenset({"раз", "бік", "час", "випадок", "сторона", "мета", "команда", "слово"})


# After these words a number needs no noun: «з яких 90», «усього їх 47», «проти 25».
_NOUNLESS = THEM | frozenset("числі зокрема їх всього усього загалом разом проти".split())


class Manner(StrEnum):
    """How the text says what a number counts."""

    GOVERNED = "noun-after-number"
    """«14 звернень»."""
    LABEL = "label-before-number"
    """«скарги – 8», «питання (7)»."""
    INVERTED = "noun-before-number"
    """«звернень надійшло 15»."""
    PARTITIVE = "part-of-them"
    """«65 з яких», «троє з них»."""
    ELLIPTIC = "noun-left-out"
    """«3 колективних», «2 відхилено»: the noun stands earlier."""
    TABLE = "table-cell"
    UNMAPPED = "unmapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A number and what was understood of it."""

    token: Token
    passage: int
    place: int
    """Index of the token in the passage."""
    rule: str = ""
    """Name of the rule by which it is no count."""
    manner: Manner = Manner.UNMAPPED
    lemmas: frozenset[str] = frozenset()
    """Of the counted noun; none where the noun has to be inherited."""
    unit: str = DEFAULT_UNIT
    start: int = 0
    """Indices of the words that name what is counted."""
    end: int = 0
    head: int | None = None
    """Index of the counted noun."""
    bare: bool = False
    """Only a unit is named, as in `15 шт`."""


def read_numbers(
    plain: str, tokens: Sequence[Token], passage: int, names: Sequence[Quoted]
) -> Iterator[Found]:
    """The numbers and wholes of one passage, in order; numerals in words only where they count."""
    ignored: set[int] = set()
    for place, token in enumerate(tokens):
        base = Found(token=token, passage=passage, place=place)
        if token.kind is Kind.WHOLE:
            yield _ignored(base, token.rule)
        elif token.quantity is not None:
            in_name = any(name.start <= token.start < name.end for name in names)
            found = _read_number(plain, tokens, base, ignored, in_name=in_name)
            if found is None or found.rule:
                ignored.add(place)
            if found is not None:
                yield found


def _read_number(
    plain: str, tokens: Sequence[Token], base: Found, ignored: Collection[int], *, in_name: bool
) -> Found | None:
    place, quantity = base.place, base.token.quantity
    if quantity is not None and quantity.in_words:
        return None if in_name else _read_words(plain, tokens, base)
    if in_name:
        return _ignored(base, "quoted-name")
    if is_lone(plain, base.token):
        return _ignored(base, "page")
    phrase = read_phrase(plain, tokens, place, dated=_is_dated(tokens, place))
    if quantity is not None and quantity.inflection is Inflection.ORDINAL:
        return _ignored(base, (phrase.rule if phrase else "") or "ordinal")
    rule = refers(tokens, place, phrase) or context_rule(plain, tokens, place, phrase)
    if rule:
        return _ignored(base, rule)
    return _read_count(plain, tokens, base, phrase, ignored)


def _read_count(
    plain: str,
    tokens: Sequence[Token],
    base: Found,
    phrase: Phrase | None,
    ignored: Collection[int],
) -> Found:
    if phrase is not None and phrase.lemmas and not phrase.bare:
        return _of_phrase(base, phrase, Manner.GOVERNED)
    if phrase is None and _has_total(tokens, base.place):
        total = read_phrase(plain, tokens, base.place + 2, dated=False)
        if total is not None and total.lemmas and not total.rule:
            return _of_phrase(base, total, Manner.GOVERNED)
    after = phrase.end if phrase is not None and phrase.bare else base.place + 1
    label = read_label(tokens, base.place, after, ignored)
    label = label or read_inverted(tokens, base.place, after, ignored)
    if phrase is not None and phrase.bare:
        return _of_bare_unit(base, phrase, label)
    if phrase is None and not _is_partitive(tokens, base.place):
        rule = bare_rule(plain, tokens, base.place)
        if rule and not (label is not None and tokens[base.place - 1].is_mark("-:=")):
            return _ignored(base, rule)
    if label is not None and not (phrase is not None and not label.lemmas):
        return _of_label(tokens, base, label)
    return _without_noun(tokens, base, phrase)


def _ignored(base: Found, rule: str) -> Found:
    return Found(token=base.token, passage=base.passage, place=base.place, rule=rule)


def _of_phrase(base: Found, phrase: Phrase, manner: Manner) -> Found:
    return Found(
        token=base.token,
        passage=base.passage,
        place=base.place,
        manner=manner,
        lemmas=phrase.lemmas,
        unit=phrase.unit,
        start=phrase.start,
        end=phrase.end,
        head=phrase.head,
    )


def _of_bare_unit(base: Found, phrase: Phrase, label: Label | None) -> Found:
    """`15 шт`, `316 чол.`: what is counted may stand before the number."""
    named = label is not None
    return Found(
        token=base.token,
        passage=base.passage,
        place=base.place,
        manner=Manner.LABEL if named else Manner.GOVERNED,
        lemmas=(label.lemmas if label else frozenset()) | phrase.lemmas,
        unit=phrase.unit,
        start=label.start if label else phrase.start,
        end=label.end if label else phrase.end,
        head=label.head if label else phrase.head,
        bare=not named,
    )


def _of_label(tokens: Sequence[Token], base: Found, label: Label) -> Found:
    is_sign = tokens[base.place - 1].kind is Kind.MARK
    return Found(
        token=base.token,
        passage=base.passage,
        place=base.place,
        manner=Manner.LABEL if is_sign else Manner.INVERTED,
        lemmas=label.lemmas,
        unit=label.unit,
        start=label.start,
        end=label.end,
        head=label.head,
    )


def _without_noun(tokens: Sequence[Token], base: Found, phrase: Phrase | None) -> Found:
    """A number whose noun stands elsewhere, if a verb, «з них» or an adjective says so."""
    if _is_partitive(tokens, base.place):
        end = phrase_end(tokens, base.place + 2)
        return _of_phrase(base, Phrase(start=base.place + 1, end=end), Manner.PARTITIVE)
    if phrase is not None:
        return _of_phrase(base, phrase, Manner.ELLIPTIC)
    start = base.place + 1
    if _is_elliptic(tokens, base.place):
        end = phrase_end(tokens, base.place) if start < len(tokens) else start
        return _of_phrase(base, Phrase(start=start, end=end), Manner.ELLIPTIC)
    return base


def _is_partitive(tokens: Sequence[Token], place: int) -> bool:
    """`65 з яких`; not `15, з них 3`, where «з них» opens a list of parts."""
    run = [token.text.lower() for token in tokens[place + 1 : place + 3]]
    if len(run) < 2 or run[0] not in FROM or run[1] not in THEM:
        return False
    after = place + 3
    while after < len(tokens) and tokens[after].is_mark("-:"):
        after += 1
    return after >= len(tokens) or tokens[after].kind is not Kind.NUMBER


def _is_elliptic(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb or a preposition beside the number lets its noun be left out."""
    after = place + 1
    if after < len(tokens) and tokens[after].is_mark("-"):
        after += 1
    right = tokens[after] if after < len(tokens) else None
    left = tokens[place - 1] if place else None
    if right is not None and right.kind is Kind.WORD and is_predicate(right.text):
        return True
    if _has_total(tokens, place):
        return True
    ended = right is None or right.kind is Kind.MARK or joins(right.text)
    if _follows_list(tokens, place) or (left is not None and left.text.lower() in _NOUNLESS):
        return True
    if left is None or not ended:
        return False
    if left.is_mark(",") and right is not None and is_preposition(right.text):
        return True
    by_verb = left.kind is Kind.WORD and _has_predicate(tokens, place)
    return left.is_mark("(-:") or by_verb


def _has_predicate(tokens: Sequence[Token], place: int) -> bool:
    """Whether the clause up to the number says that something was done: «знято з обліку 14»."""
    for token in reversed(tokens[:place]):
        if token.kind is Kind.MARK and token.text in ",;:()":
            return False
        if token.kind is Kind.WORD and is_predicate(token.text):
            return True
    return False


def _follows_list(tokens: Sequence[Token], place: int) -> bool:
    """`8 – на прийомі`, `3 – письмово`: how or where, after a dash."""
    run = tokens[place + 1 : place + 3]
    if len(run) < 2 or not run[0].is_mark("-"):
        return False
    return is_preposition(run[1].text) or is_mainly(run[1].text, "ADVB")


def _has_total(tokens: Sequence[Token], place: int) -> bool:
    """`106 зі 133 – у області`."""
    run = tokens[place + 1 : place + 3]
    return len(run) == 2 and run[0].text.lower() in FROM and run[1].kind is Kind.NUMBER


def _is_dated(tokens: Sequence[Token], place: int) -> bool:
    return any(token.rule in _DATED for token in tokens[:place])


def _read_words(plain: str, tokens: Sequence[Token], base: Found) -> Found | None:
    """A numeral in words counts only with its noun or with «з них»."""
    phrase = read_phrase(plain, tokens, base.place, dated=False)
    if _is_partitive(tokens, base.place):
        return _without_noun(tokens, base, None)
    if phrase is None or phrase.rule or not phrase.lemmas:
        return None
    if context_rule(plain, tokens, base.place, phrase) or _is_location(tokens, base.place, phrase):
        return None
    quantity = base.token.quantity
    if quantity is not None and quantity.value == 1 and not _counts_one(tokens, base, phrase):
        return None
    return _of_phrase(base, phrase, Manner.GOVERNED)


def _counts_one(tokens: Sequence[Token], base: Found, phrase: Phrase) -> bool:
    """«Проведено одне засідання», but not «в одному місці» nor «один із видів»."""
    if phrase.lemmas & _NOT_ONE or not any(is_predicate(token.text) for token in tokens):
        return False
    if _after_preposition(tokens, base.place) or phrase.head is None:
        return False
    cases = {form.case for form in nouns(tokens[phrase.head].text)}
    return bool(cases & {"nomn", "accs", "datv"})


def _after_preposition(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and is_preposition(tokens[place - 1].text)


def _is_location(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    """«У чотирьох районах»: where, not how many; in words only."""
    if phrase.head is None or not _after_preposition(tokens, place):
        return False
    return {form.case for form in nouns(tokens[phrase.head].text) if form.plural} == {"loct"}
