"""Every number of a passage: what it counts, or the rule that ignores it, or neither."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.extractors.counting.ellipsis import (
    LISTING,
    closes_bracket,
    closes_item,
    follows_predicate,
    goes_on_in_words,
    has_total,
    is_elliptic,
    is_partitive,
    is_rest,
)
from pipeline.extractors.counting.ignoring import (
    bare_rule,
    is_average,
    is_lone,
    is_share_of_money,
    phrase_rule,
)
from pipeline.extractors.counting.labels import Label, read_inverted, read_label
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, PERSONS
from pipeline.extractors.counting.noun_phrases import phrase_end
from pipeline.extractors.counting.phrases import Phrase, read_phrase
from pipeline.extractors.counting.quotes import Quoted
from pipeline.extractors.counting.references import refers
from pipeline.extractors.counting.settling import WHOLE_UNITS, settled_token
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.extractors.counting.unreal import unreal_rule
from pipeline.ukrainian.morphology import is_predicate, nouns
from pipeline.ukrainian.numerals import Inflection

_NOT_ONE = frozenset({"раз", "бік", "час", "випадок", "сторона", "мета", "команда", "слово"})


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
            yield replace(base, rule=token.rule)
        elif token.quantity is not None:
            spot = Spot(plain=plain, tokens=tokens, place=place)
            in_name = any(name.start <= token.start < name.end for name in names)
            found = _read_number(spot, base, ignored, in_name=in_name)
            if found is None or found.rule:
                ignored.add(place)
            if found is not None:
                yield found


def _read_number(
    spot: Spot, base: Found, ignored: Collection[int], *, in_name: bool
) -> Found | None:
    if spot.quantity.in_words:
        return None if in_name or unreal_rule(spot) else _read_words(spot, base)
    if in_name:
        return replace(base, rule="quoted-name")
    if is_lone(spot):
        return replace(base, rule="page")
    phrase = read_phrase(spot)
    rule = _rule(spot, phrase)
    if rule:
        return replace(base, rule=rule)
    found = _settled(_read_count(spot, base, phrase, ignored))
    return replace(base, rule="rate") if _is_broken(found) else found


def _settled(found: Found) -> Found:
    if found.rule or found.manner is Manner.UNMAPPED:
        return found
    return replace(found, token=settled_token(found.token, found.unit))


def _is_broken(found: Found) -> bool:
    """«Читаність – 15,4»: where no noun stands by the number, it has to be whole."""
    quantity = found.token.quantity
    told = found.bare or found.manner is Manner.GOVERNED or found.unit not in WHOLE_UNITS
    return quantity is not None and not found.rule and not told and quantity.value % 1 != 0


def _rule(spot: Spot, phrase: Phrase | None) -> str:
    if spot.quantity.inflection is Inflection.ORDINAL:
        return (phrase.rule if phrase else "") or "ordinal"
    rule = refers(spot, phrase) or (phrase_rule(spot, phrase) if phrase else "")
    if not rule and phrase is None and is_share_of_money(spot):
        return "money"
    return rule or ("average" if is_average(spot) else unreal_rule(spot))


def _read_count(spot: Spot, base: Found, phrase: Phrase | None, ignored: Collection[int]) -> Found:
    if phrase is not None and phrase.bare:
        return _of_bare_unit(base, phrase, _label(spot, phrase.end, ignored))
    if phrase is not None and phrase.lemmas:
        return _of_phrase(base, phrase, Manner.GOVERNED)
    total = read_phrase(spot.at(spot.place + 2)) if phrase is None and has_total(spot) else None
    if total is not None and total.lemmas and not total.rule:
        return _of_phrase(base, total, Manner.GOVERNED)
    label = _label(spot, spot.place + 1, ignored)
    if phrase is None and not _is_told_by_list(spot):
        rule = bare_rule(spot)
        if rule and not (label is not None and _follows_sign(spot)):
            return replace(base, rule=rule)
    if label is not None and (phrase is None or label.lemmas):
        return _of_label(spot, base, label)
    return _without_noun(spot, base, phrase)


def _is_told_by_list(spot: Spot) -> bool:
    return is_partitive(spot) or closes_item(spot) or closes_bracket(spot)


def _label(spot: Spot, after: int, ignored: Collection[int]) -> Label | None:
    label = read_label(spot.tokens, spot.place, after, ignored)
    return label or read_inverted(spot.tokens, spot.place, after, ignored)


def _follows_sign(spot: Spot) -> bool:
    left = spot.left()
    return left is not None and left.is_mark("-:=")


def _of_phrase(base: Found, phrase: Phrase, manner: Manner) -> Found:
    return replace(
        base,
        manner=manner,
        lemmas=phrase.lemmas,
        unit=phrase.unit,
        start=phrase.start,
        end=phrase.end,
        head=phrase.head,
    )


def _of_bare_unit(base: Found, phrase: Phrase, label: Label | None) -> Found:
    """`15 шт`, `316 чол.`: what is counted may stand before the number."""
    if label is None:
        return replace(_of_phrase(base, phrase, Manner.GOVERNED), bare=True)
    named = replace(
        _of_phrase(base, phrase, Manner.LABEL), start=label.start, end=label.end, head=label.head
    )
    return replace(named, lemmas=label.lemmas | phrase.lemmas)


def _of_label(spot: Spot, base: Found, label: Label) -> Found:
    left = spot.left()
    is_sign = left is not None and left.kind is Kind.MARK
    return replace(
        base,
        manner=Manner.LABEL if is_sign else Manner.INVERTED,
        lemmas=label.lemmas,
        unit=label.unit,
        start=label.start,
        end=label.end,
        head=label.head,
    )


def _without_noun(spot: Spot, base: Found, phrase: Phrase | None) -> Found:
    """A number whose noun stands elsewhere, if a verb, «з них» or an adjective says so."""
    start = spot.place + 1
    if is_partitive(spot):
        end = phrase_end(spot.tokens, spot.place + 2)
        return _of_phrase(base, Phrase(start=start, end=end), Manner.PARTITIVE)
    if phrase is not None:
        return _of_phrase(base, phrase, Manner.ELLIPTIC)
    if is_elliptic(spot) or _is_told_by_list(spot):
        end = phrase_end(spot.tokens, spot.place) if start < len(spot.tokens) else start
        return _of_phrase(base, Phrase(start=start, end=end), Manner.ELLIPTIC)
    return base


def _read_words(spot: Spot, base: Found) -> Found | None:
    """A numeral in words counts only with its noun or with «з них»."""
    phrase = read_phrase(spot)
    if is_partitive(spot):
        return _without_noun(spot, base, None)
    if phrase is None or _opens_list(spot) or goes_on_in_words(spot):
        return _read_bare_words(spot, base)
    if not phrase.lemmas or phrase_rule(spot, phrase) or is_average(spot):
        return None
    if _is_location(spot, phrase) or (spot.quantity.value == 1 and not _counts_one(spot, phrase)):
        return None
    return _of_phrase(base, phrase, Manner.GOVERNED)


def _read_bare_words(spot: Spot, base: Found) -> Found | None:
    """«Перебуває на розгляді – два», «у тому числі одна – усна», «у трьох виявлено порушення»."""
    following = spot.right()
    is_last = following is None or (following.kind is Kind.MARK and not following.is_mark("-"))
    label = _label(spot, spot.place + 1, ()) if is_last and _follows_sign(spot) else None
    if label is not None and not is_average(spot):
        return _of_label(spot, base, label)
    if is_rest(spot) or goes_on_in_words(spot) or _is_last_one(spot, is_last=is_last):
        return _without_noun(spot, base, None)
    # «Фахівці (їх четверо)»: the noun stands before the bracket.
    opens = spot.word_before() in LISTING or (is_last and spot.word_before() == "їх")
    does = following is not None and is_predicate(following.text)
    ends = is_last and follows_predicate(spot)
    if opens or ((does or ends) and spot.quantity.value > 1):
        return _without_noun(spot, base, None)
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


def _opens_list(spot: Spot) -> bool:
    """«У тому числі одна – письмово»: what stands after the dash is not what is counted."""
    following = spot.right()
    is_dash = following is not None and following.is_mark("-")
    return is_dash and spot.word_before() in LISTING


def _counts_one(spot: Spot, phrase: Phrase) -> bool:
    """«Проведено одне засідання», but not «в одному місці» nor «один із видів»."""
    if phrase.lemmas & _NOT_ONE or spot.follows_preposition() or phrase.head is None:
        return False
    cases = {form.case for form in nouns(spot.tokens[phrase.head].text)}
    told = any(is_predicate(token.text) for token in spot.tokens)
    return told and bool(cases & {"nomn", "accs", "datv"})


def _is_location(spot: Spot, phrase: Phrase) -> bool:
    """«У чотирьох районах», «прийнято трьома лікарями»: where or by whom; in words only."""
    forms = nouns(spot.tokens[phrase.head].text) if phrase.head is not None else ()
    cases = {form.case for form in forms if form.plural}
    if phrase.unit == PERSONS and cases == {"ablt"}:
        return True
    return spot.follows_preposition() and cases == {"loct"}
