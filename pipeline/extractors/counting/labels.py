"""What is counted stands before the number: «скарги – 8», «звернень надійшло 15», «питання (7)»."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.extractors.counting.label_nouns import countable, read_noun
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, unit_of
from pipeline.extractors.counting.noun_phrases import agrees_further_on
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.ukrainian.morphology import (
    Reading,
    is_predicate,
    is_preposition,
    joins,
    lemmas,
    modifiers,
    nouns,
)

_SIGNS = "-:="
AMOUNTS = frozenset(
    "кількість чисельність число загал склад контингент третина чверть половина більшість".split()
)
_JOINS = frozenset({"та", "і", "й"})
# «З контактного центру – ще 33».
_BETWEEN = frozenset("ще лише тільки близько понад майже всього усього по до".split())
_FIRST_WORDS = frozenset(
    "з із них яких також а зокрема всього усього саме у в тому числі т ч".split()
)


_IDLE = frozenset("становить складає становила склала дорівнює було є".split())
_TOTALS = frozenset({"всього", "усього", "разом", "загалом"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words before a number that say what it counts."""

    start: int
    """Index of the first token."""
    end: int
    """Index after the last one."""
    lemmas: frozenset[str] = frozenset()
    """Of the counted noun; none where the label has none: «надійшло поштою – 58»."""
    unit: str = DEFAULT_UNIT
    head: int | None = None
    """Index of the counted noun."""
    many: bool = False
    """Whether the counted noun is plural."""


def read_label(
    tokens: Sequence[Token], place: int, after: int, ignored: Collection[int] = ()
) -> Label | None:
    """The label before a dash, a colon or a bracket; None where there is none.

    Args:
        tokens: the passage.
        place: index of the number.
        after: index of the token after the number and its unit.
        ignored: indices of numbers that count nothing and may stand in a label: «до 5 днів – 61».
    """
    at = place - 1
    while at > 1 and (tokens[at].text.lower() in _BETWEEN or _is_place(tokens, at, after)):
        at -= 1
    if at < 1:
        return None
    sign = tokens[at]
    bracketed = sign.is_mark("(") and after < len(tokens) and tokens[after].is_mark(")")
    tells_more = sign.is_mark(":") and after < len(tokens) and is_predicate(tokens[after].text)
    if tells_more or not (sign.is_mark(_SIGNS) or bracketed):
        return None
    if at == 1 and tokens[0].text.lower() in _TOTALS:
        # «Всього: 88»: the heading has said of what.
        return Label(start=0, end=1)
    last = _before_brackets(tokens, at - 1)
    start = _label_start(tokens, last, ignored)
    return None if start is None else _label(tokens, start, last + 1)


def _is_place(tokens: Sequence[Token], at: int, after: int) -> bool:
    """«З них у режимі відеозв'язку – у 8»: the preposition of what was said before."""
    is_ended = after >= len(tokens) or tokens[after].is_mark(",;.)")
    return is_ended and tokens[at - 1].is_mark("-") and is_preposition(tokens[at].text)


def _before_brackets(tokens: Sequence[Token], last: int) -> int:
    """«Кількість громадян (з урахуванням колективних звернень) – 206»."""
    if not tokens[last].is_mark(")"):
        return last
    opening = next((at for at in range(last, 0, -1) if tokens[at].is_mark("(")), 0)
    return opening - 1 if opening else last


def read_inverted(
    tokens: Sequence[Token], place: int, after: int, ignored: Collection[int] = ()
) -> Label | None:
    """The noun before the number in the same clause: «працівників закладу становить 27».

    Args:
        tokens: the passage.
        place: index of the number.
        after: index of the token after the number and its unit.
        ignored: indices of numbers that count nothing.
    """
    if place < 1 or tokens[place - 1].kind is not Kind.WORD or not _is_closed(tokens, after):
        return None
    start = _label_start(tokens, place - 1, ignored)
    if start is None:
        return None
    left = tokens[place - 1].text
    direct = read_noun(tokens, place - 1) if not is_predicate(left) else None
    if not is_predicate(left) and not _is_plainly_plural(left, direct or ()):
        return None
    label = _label(tokens, start, place)
    return label if label is not None and label.lemmas else None


def names_amount(words: Sequence[Token]) -> bool:
    """«Кількість рейсів»: such words need no noun of another count."""
    return any(lemmas(token.text) & AMOUNTS for token in words)


def name_label(tokens: Sequence[Token]) -> Label | None:
    """The label that all of the tokens make: the first cell of a row."""
    return _label(tokens, 0, len(tokens))


def _is_plainly_plural(word: str, forms: Sequence[Reading]) -> bool:
    """An abbreviation and a misspelt word may be anything."""
    return not word.isupper() and any(form.plural and form.known for form in forms)


def _is_closed(tokens: Sequence[Token], after: int) -> bool:
    """Whether nothing that could be counted follows."""
    if after >= len(tokens):
        return True
    following = tokens[after]
    if following.kind is Kind.MARK:
        return following.text in ",;.:()"
    return joins(following.text)


def _label_start(tokens: Sequence[Token], last: int, ignored: Collection[int]) -> int | None:
    """Index of the first token of the label that ends at `last`.

    A comma parts labels only after a number: «пропозиції, заяви, скарги – 8; запити – 2». None
    where the words before belong to another number: «закрито 346 закладів: 106 – у …».
    """
    at = last
    while at >= 0 and (
        (at in ignored and not _is_told(tokens, at, last))
        or _is_gloss(tokens, at)
        or not _parts(tokens, at)
    ):
        at -= 3 if _is_gloss(tokens, at) else 1
    if at >= 0 and tokens[at].kind is Kind.NUMBER:
        comma = next((one for one in range(at, last) if tokens[one].is_mark(",;")), None)
        if comma is None:
            comma = next((one for one in range(at, last) if tokens[one].text in _JOINS), None)
        if comma is None:
            return None
        at = comma
    return at + 1


def _is_told(tokens: Sequence[Token], at: int, last: int) -> bool:
    """«Борг складає 412 тис. грн, кількість боржників – 17», «план – 40, факт – 38»."""
    if at and tokens[at - 1].is_mark("-") and tokens[at + 1].is_mark(",;") and at + 1 < last:
        return True
    unit, comma = tokens[at + 1 : at + 2], tokens[at + 2 : min(at + 4, last)]
    is_sum = any(one.text.lower().startswith(("грн", "гривен", "гривн")) for one in unit)
    return is_sum and any(one.is_mark(",;") for one in comma) and _counts(tokens[at + 3 : last + 1])


def _counts(words: Sequence[Token]) -> bool:
    """«Лютий – 38» after «січень – 41 тис. грн,» names no things: thousands again."""
    forms = [form for one in words if one.kind is Kind.WORD for form in nouns(one.text)]
    return any(form.lemma in AMOUNTS or (form.plural and form.case == "gent") for form in forms)


def _is_gloss(tokens: Sequence[Token], at: int) -> bool:
    """Whether the bracket ends with `at` in «загиблих (померлих) захисників – 26»: one word."""
    if at < 2 or not tokens[at].is_mark(")") or not tokens[at - 2].is_mark("("):
        return False
    return tokens[at - 1].kind is Kind.WORD


def _parts(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind is Kind.NUMBER or token.rule == "list-item":
        return True
    is_dash = token.text == "-" and at > 0 and tokens[at - 1].end < token.start
    return token.kind is Kind.MARK and (token.text in ";:()" or is_dash)


def _label(tokens: Sequence[Token], start: int, end: int) -> Label | None:
    while start < end and (
        tokens[start].kind is Kind.MARK
        or (tokens[start].text.lower() in _FIRST_WORDS and not _is_place_or_time(tokens, start))
    ):
        start += 1
    while end > start and (tokens[end - 1].is_mark(",-:") or tokens[end - 1].text.lower() in _IDLE):
        end -= 1
    if not any(token.kind is Kind.WORD and len(token.text) > 1 for token in tokens[start:end]):
        return None
    first = _appended(tokens, start, end)
    for head in countable(tokens, first, end):
        if modifiers(tokens[head].text) and agrees_further_on(tokens[:end], head):
            # «Багатодітних сімей – 23»: no people with many children.
            continue
        forms = read_noun(tokens, head)
        if any(form.lemma in AMOUNTS for form in forms):
            return _amount(tokens, start, head, end)
        if forms:
            names = frozenset(form.lemma for form in forms)
            return Label(
                start=start,
                end=end,
                lemmas=names,
                unit=unit_of(forms),
                head=head,
                many=any(form.plural for form in forms),
            )
    return Label(start=start, end=end)


def _is_place_or_time(tokens: Sequence[Token], at: int) -> bool:
    """«В інклюзивних групах – 18», «з початку року – 18»; «у тому числі» opens a list."""
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    if after == "початку":
        return True
    return tokens[at].text.lower() in {"у", "в"} and after not in {"тому", "т"}


def _appended(tokens: Sequence[Token], start: int, end: int) -> int:
    """«Турнір з шахів, учасників – 24»: where a genitive after a comma begins; else `start`."""
    last = end - 1
    if last < start + 2 or not tokens[last - 1].is_mark(","):
        return start
    forms = nouns(tokens[last].text)
    counted = any(form.plural and form.case == "gent" for form in forms)
    if not counted or any(form.case == "nomn" for form in forms):
        return start
    before = (form for at in range(start, last) for form in nouns(tokens[at].text))
    return last if any(form.case == "nomn" and form.singular for form in before) else start


def _amount(tokens: Sequence[Token], start: int, amount: int, end: int) -> Label:
    """«Кількість запитів»: the noun after the amount is the one that is counted."""
    for head in range(amount + 1, end):
        if modifiers(tokens[head].text) and agrees_further_on(tokens[:end], head):
            # «Кількість багатодітних сімей»: families.
            continue
        forms = nouns(tokens[head].text) if tokens[head].kind is Kind.WORD else ()
        genitives = tuple(form for form in forms if form.case == "gent")
        if genitives:
            names = frozenset(form.lemma for form in genitives)
            unit = unit_of(genitives)
            return Label(start=start, end=end, lemmas=names, unit=unit, head=head, many=True)
    return Label(start=start, end=end)
