"""What a number governs: the noun phrase to its right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.counting.agreement import (
    ANNIVERSARY,
    RANKED,
    counts_letters,
    forms_after,
    ranks,
)
from pipeline.extractors.counting.around import (
    is_among_them,
    is_gapped,
    is_next_subject,
    is_parting_dash,
    opens_quote,
    took_place,
)
from pipeline.extractors.counting.kinds import is_kind_of_list, is_made, lends
from pipeline.extractors.counting.lexicon import (
    DEFAULT_UNIT,
    Measure,
    measure_at,
    measure_of,
    unit_of,
)
from pipeline.extractors.counting.noun_phrases import (
    JOINS,
    adjectives_end,
    could_agree,
    counted_forms,
    find_head,
    is_genitive,
    is_modifier,
    is_receiver,
    is_role,
    phrase_end,
)
from pipeline.extractors.counting.spot import Spot
from pipeline.extractors.counting.tokens import Token
from pipeline.ukrainian.morphology import (
    Reading,
    is_mainly,
    is_predicate,
    is_preposition,
    nouns,
)

_MOST_NEIGHBOURS = 6
_KINDS = frozenset({"вид", "тип", "різновид", "категорія", "характер"})
_GROUPS = frozenset({"група", "клас"})
_FIRST_MANY = 20
_FEWEST_BEFORE = 3
"""Tokens: a number, its noun, a comma."""
_SAID_BY_UNIT = frozenset({"осіб", "сімей", "голів"})


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


def read_phrase(spot: Spot, *, neighbours: int = _MOST_NEIGHBOURS) -> Phrase | None:
    """The phrase that a number governs; None where nothing after it can be counted.

    Args:
        spot: the number.
        neighbours: how many numbers of a list may be asked what they are of.
    """
    tokens, start = spot.tokens, spot.place + 1
    measure = None if spot.quantity.in_words else measure_at(spot.plain, spot.token.end)
    if measure is not None:
        return Phrase(rule=measure.rule) if measure.rule else _measured(spot, measure)
    if start < len(tokens) and (is_parting_dash(tokens, start) or opens_quote(tokens, start)):
        if tokens[start].is_mark("-") and is_gapped(tokens, spot.place):
            return Phrase(start=start + 1, end=phrase_end(tokens, start + 1))
        start += 1
        if tokens[start - 1].is_mark("-"):
            return _after_dash(tokens, _governed(spot, start, neighbours))
    phrase = _governed(spot, start, neighbours) or _shared(spot, neighbours)
    return _after_dash(tokens, phrase) if is_among_them(tokens, spot.place) else phrase


def _after_dash(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """«75 посвідчень, 23 – учасникам бойових дій, 4 – інших видів»: to whom, of which kind."""
    if phrase is None or phrase.head is None or phrase.rule:
        return phrase
    word = tokens[phrase.head].text
    if not (is_receiver(word) or is_role(word) or phrase.lemmas <= _KINDS):
        return phrase
    return Phrase(start=phrase.start, end=phrase.end)


def _measured(spot: Spot, measure: Measure) -> Phrase:
    """`920 м³ сміття`, or the unit alone."""
    tokens = spot.tokens
    after = spot.place
    while after < len(tokens) and tokens[after].start < measure.end:
        after += 1
    head = find_head(tokens, after)
    if head is None or not is_genitive(tokens[head]):
        return Phrase(unit=measure.unit, start=spot.place + 1, end=after, bare=True)
    return Phrase(
        lemmas=_lemmas(nouns(tokens[head].text)),
        unit=measure.unit,
        start=after,
        end=phrase_end(tokens, head),
        head=head,
    )


def _governed(spot: Spot, start: int, neighbours: int) -> Phrase | None:
    tokens = spot.tokens
    head = None if is_kind_of_list(tokens, spot.place) else _past_kind(tokens, start)
    if head is None:
        return _adjectives(spot, start, neighbours)
    lent = _lent(spot, start, head, neighbours)
    if lent is not None:
        return lent
    if is_next_subject(tokens, spot.place, head):
        return Phrase(start=start, end=head + 2)
    forms = forms_after(spot.quantity, tokens[head].text)
    first = max(start, head - 1) if _is_kind(tokens[head - 1]) else start
    middle = [token.text for token in tokens[first:head] if is_modifier(token)]
    if middle and not could_agree(middle[-1], forms):
        return _adjectives(spot, start, neighbours)
    measure = measure_of(nouns(tokens[head].text))
    if measure is not None and measure.rule:
        return _ruled(spot, start, head, measure.rule)
    ranked = _ranked(spot, start, head, middle)
    if ranked is not None:
        return ranked
    if measure is not None:
        return _measured_by_word(tokens, start, head, measure.unit)
    end = phrase_end(tokens, head)
    return Phrase(lemmas=_lemmas(forms), unit=unit_of(forms), start=start, end=end, head=head)


def _past_kind(tokens: Sequence[Token], start: int) -> int | None:
    """Index of the noun: «36 різного виду допомог» are benefits."""
    head = find_head(tokens, start)
    if head is None or head == start or not _is_kind(tokens[head]):
        return head
    inner = find_head(tokens, head + 1)
    if inner is None or not any(
        form.case == "gent" and form.plural for form in nouns(tokens[inner].text)
    ):
        return head
    of_kind = any(form.case == "gent" and form.singular for form in nouns(tokens[head].text))
    return inner if of_kind else head


def _is_kind(token: Token) -> bool:
    return bool(_lemmas(nouns(token.text)) & {*_KINDS, "рід"})


def _ruled(spot: Spot, start: int, head: int, rule: str) -> Phrase:
    """`5 років` by their rule; times count where they are those of meetings."""
    names = _lemmas(nouns(spot.tokens[head].text))
    if rule == "times" and took_place(spot, head):
        return Phrase(lemmas=names, start=start, end=head + 1, head=head, bare=True)
    return Phrase(rule=rule, lemmas=names)


def _ranked(spot: Spot, start: int, head: int, middle: Sequence[str]) -> Phrase | None:
    """`29 пленарне засідання`, `9 класу`; None where the number counts."""
    word = spot.tokens[head].text
    lemmas = _lemmas(counted_forms(word))
    if lemmas & ANNIVERSARY:
        return Phrase(rule="anniversary")
    slot = "governed" if _is_governed(spot) else "free"
    dated = any(token.rule == "date" for token in spot.tokens[: spot.place])
    if not ranks(spot.quantity, middle, word, slot=slot, dated=dated):
        return None
    goes_on = lemmas <= _GROUPS and _goes_on_counting(spot)
    if goes_on or counts_letters(spot.tokens, spot.place, word):
        return None
    if middle and not lemmas & RANKED and is_among_them(spot.tokens, spot.place):
        # «Із них 5 національного значення»: of what kind those five are.
        return Phrase(start=start, end=phrase_end(spot.tokens, head))
    if start > spot.place + 1:
        # «45 – реєстрація»: a label after a dash; what is counted was said before.
        return Phrase(start=start, end=phrase_end(spot.tokens, head))
    return Phrase(rule="class" if "клас" in lemmas else "ordinal")


def _goes_on_counting(spot: Spot) -> bool:
    """«8 відділень, 31 група»: after a count and a comma the twenty-first and on are counted."""
    tokens, at = spot.tokens, spot.place
    if at < _FEWEST_BEFORE or not tokens[at - 1].is_mark(",") or spot.quantity.value <= _FIRST_MANY:
        return False
    plural = any(form.plural and form.case == "gent" for form in nouns(tokens[at - 2].text))
    return plural and tokens[at - 3].quantity is not None


def _is_governed(spot: Spot) -> bool:
    """Whether a noun or a preposition right before the number governs what follows it."""
    before = spot.word_before()
    if not before or is_predicate(before):
        return False
    return is_preposition(before) or is_mainly(before, "NOUN", "ADJF")


def _measured_by_word(tokens: Sequence[Token], start: int, head: int, unit: str) -> Phrase:
    """`30 пар шкарпеток` counts socks; `19 осіб` and `25 сімей` count what the unit says."""
    inner = find_head(tokens, head + 1)
    lemmas = _lemmas(counted_forms(tokens[head].text))
    counts_things = unit not in _SAID_BY_UNIT
    if counts_things and inner is not None and is_genitive(tokens[inner]):
        lemmas |= _lemmas(nouns(tokens[inner].text))
        end = phrase_end(tokens, inner)
        # «30 пар шкарпеток» are socks; «одиниць зберігання» says what they are only as a whole.
        first = head if unit == DEFAULT_UNIT else head + 1
        return Phrase(lemmas=lemmas, unit=unit, start=first, end=end, head=inner)
    end = phrase_end(tokens, head)
    bare = counts_things and end == head + 1
    return Phrase(lemmas=lemmas, unit=unit, start=start, end=end, head=head, bare=bare)


def _adjectives(spot: Spot, start: int, neighbours: int) -> Phrase | None:
    """Only adjectives: «хворих», «безробітних» are nouns as well, «письмових» needs a noun."""
    tokens = spot.tokens
    end = adjectives_end(tokens, start)
    if end == start:
        return None
    if is_kind_of_list(tokens, spot.place):
        return Phrase(start=start, end=end)
    forms = counted_forms(tokens[end - 1].text)
    last = phrase_end(tokens, end - 1)
    if forms:
        lemmas = _lemmas(forms)
        return Phrase(lemmas=lemmas, unit=unit_of(forms), start=start, end=last, head=end - 1)
    shared = _of_next_number(spot, last, neighbours)
    has_noun = shared is not None and shared.lemmas and not shared.rule
    if shared is not None and has_noun and lends(tokens, last, shared.start == shared.head):
        return replace(shared, start=start, end=last)
    return Phrase(start=start, end=last)


def _lent(spot: Spot, start: int, at: int, neighbours: int) -> Phrase | None:
    """«5 золотих та 4 бронзові медалі», «8 чергових та 6 позачергових сесій»: one noun for both.

    «12 хворих та 5 нових осередків» are sick people: who may be a person lends no thing, unless the
    second adjective is made of the first.
    """
    word = spot.tokens[at].text
    if not is_modifier(spot.tokens[at]):
        return None
    shared = _of_next_number(spot, at + 1, neighbours)
    if shared is None or shared.rule or shared.head is None or shared.unit in _SAID_BY_UNIT:
        return None
    further = spot.tokens[shared.head - 1]
    is_thing = unit_of(counted_forms(word)) not in _SAID_BY_UNIT
    if not is_modifier(further) or not (is_thing or is_made(further.text, word)):
        return None
    return replace(shared, start=start, end=at + 1)


def _shared(spot: Spot, neighbours: int) -> Phrase | None:
    """`1, 2 та 3 груп`, `5 та 6 класів`: the number is of the kind that the next one is.

    Only what ignores a number is passed on; «надійшло 5, розглянуто 3 заяви» shares nothing.
    """
    if (left := spot.left()) is not None and left.is_mark("-"):
        # «До 30 років – 12, 30-50 років – 45»: no years.
        return None
    phrase = _of_next_number(spot, spot.place + 1, neighbours)
    if phrase is None or not (phrase.rule or phrase.lemmas & RANKED):
        return None
    return replace(phrase, rule=phrase.rule or "class")


def _of_next_number(spot: Spot, at: int, neighbours: int) -> Phrase | None:
    """The phrase of the number that a comma or «та» joins on: «3 нових та 2 старих будинки»."""
    run = spot.tokens[at : at + 2]
    if not neighbours or len(run) < 2 or run[0].text.lower() not in JOINS | {","}:
        return None
    if run[1].quantity is None:
        return None
    return read_phrase(spot.at(at + 1), neighbours=neighbours - 1)


def _lemmas(forms: Sequence[Reading]) -> frozenset[str]:
    return frozenset(form.lemma for form in forms)
