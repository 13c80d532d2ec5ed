"""Counts out of the numbers of a report: nouns inherited, parts related to their wholes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extractors.counting.counts import Context, Count
from pipeline.extractors.counting.exact import (
    label_lists,
    with_exact_neighbours,
    with_exact_wholes,
    with_remainders,
    with_sums,
    with_totals_after,
)
from pipeline.extractors.counting.found import Found, Manner
from pipeline.extractors.counting.inheritance import noun_of
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, FAMILIES, PERSONS
from pipeline.extractors.counting.lists import (
    colon_parts,
    introducer,
    is_dashed,
    list_parts,
    told_before,
)
from pipeline.extractors.counting.noun_phrases import is_modifier, is_receiver
from pipeline.extractors.counting.openers import Opener, find_openers
from pipeline.extractors.counting.parts import find_whole
from pipeline.extractors.counting.passages import Passage

_LIVING = frozenset({PERSONS, "голів"})
_OF_KINDS = frozenset({DEFAULT_UNIT, FAMILIES})


def relate(passages: Sequence[Passage], found: Sequence[Found]) -> tuple[Count, ...]:
    """The counts among the numbers of a report, in order; what finds no noun is left out."""
    counts: list[Count] = []
    by_passage: dict[int, list[int]] = {}
    openers = [find_openers(passage.tokens) for passage in passages]
    for one in found:
        if one.rule or one.manner is Manner.UNMAPPED:
            continue
        count = _count(_context(passages, one.passage, openers, counts, by_passage), one)
        if count is not None:
            by_passage.setdefault(one.passage, []).append(len(counts))
            counts.append(count)
    wholes = dict(list_parts(passages, counts, by_passage))
    for number, own in by_passage.items():
        colons = colon_parts(passages, counts, own, told_before(by_passage, number))
        for part, whole in (*label_lists(counts, own), *colons):
            wholes[part] = whole
            counts[part] = _kind_of(passages[number], counts[part], counts[whole])
    related = [replace(count, whole=wholes.get(at, count.whole)) for at, count in enumerate(counts)]
    related = [_kind_of_things(passages, count, related) for count in related]
    completed = with_sums(passages, with_remainders(with_totals_after(passages, related)))
    exact = with_exact_neighbours(passages, with_exact_wholes(completed))
    return tuple(_with_units_of_wholes(exact))


def _kind_of(passage: Passage, part: Count, whole: Count) -> Count:
    """A part as a kind of its whole: «4 відділення: 3 – допомоги вдома, 1 – перебування»."""
    if part.found.manner is Manner.LABEL:
        return replace(part, lemmas=whole.lemmas, unit=whole.unit)
    here = whole.found.passage == part.found.passage and whole.found.head is not None
    if not is_dashed(passage, part) or not here or part.noun is not None:
        return part
    noun = passage.tokens[whole.found.head or 0]
    if part.unit in _LIVING and whole.unit == DEFAULT_UNIT:
        return replace(part, lemmas=whole.lemmas, unit=whole.unit, noun=noun)
    is_same = part.unit == whole.unit
    return replace(part, lemmas=part.lemmas | whole.lemmas, noun=noun) if is_same else part


def _kind_of_things(passages: Sequence[Passage], part: Count, counts: Sequence[Count]) -> Count:
    """«62 справи, з них:» and an item «29 цивільних»: cases, though the word may mean persons."""
    found, whole = part.found, None if part.whole is None else counts[part.whole]
    if whole is None or found.head is None or part.unit != PERSONS or whole.unit not in _OF_KINDS:
        return part
    word = passages[found.passage].tokens[found.head]
    is_alone = found.manner is Manner.GOVERNED and found.start == found.head == found.end - 1
    if not is_alone or not is_modifier(word) or is_receiver(word.text):
        return part
    noun = whole.noun
    if noun is None and whole.found.head is not None:
        noun = passages[whole.found.passage].tokens[whole.found.head]
    return replace(part, lemmas=whole.lemmas, unit=whole.unit, noun=noun)


def _with_units_of_wholes(counts: Sequence[Count]) -> Iterator[Count]:
    """«402 особи, з них: І група – 117, ІІ – 285»: groups that make up the whole count persons."""
    sums: dict[int, Decimal] = {}
    for one in counts:
        if one.whole is not None:
            sums[one.whole] = sums.get(one.whole, Decimal()) + one.value
    for one in counts:
        whole = None if one.whole is None else counts[one.whole]
        is_label = one.found.manner is Manner.LABEL and one.unit == DEFAULT_UNIT
        if whole is None or not is_label or sums[one.whole or 0] != whole.value:
            yield one
        else:
            yield replace(one, unit=whole.unit)


def _context(
    passages: Sequence[Passage],
    number: int,
    openers: Sequence[tuple[Opener, ...]],
    counts: Sequence[Count],
    by_passage: Mapping[int, Sequence[int]],
) -> Context:
    return Context(
        passages=passages,
        number=number,
        openers=openers[number],
        counts=counts,
        own=tuple(by_passage.get(number, ())),
        earlier=tuple(by_passage.get(_told_before(passages, number, openers), ())),
    )


def _told_before(
    passages: Sequence[Passage], number: int, openers: Sequence[tuple[Opener, ...]]
) -> int:
    """Index of the passage that this one goes on from; -1 where it begins by itself."""
    passage = passages[number]
    if passage.lead is not None:
        return introducer(passages, passage.lead)
    goes_on = number > 0 and passages[number - 1].line == passage.line
    opens = bool(openers[number]) and openers[number][0].start == 0
    return number - 1 if goes_on or opens else -1


def _count(context: Context, found: Found) -> Count | None:
    whole, unclear = find_whole(context, found)
    noun = noun_of(context, found, whole)
    if noun is None:
        return None
    return Count(
        found=found,
        lemmas=noun.lemmas,
        unit=noun.unit,
        noun=noun.token,
        whole=whole,
        unclear=unclear,
    )
