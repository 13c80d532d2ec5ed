"""Parts that a list tells: after a colon, in brackets, in items on lines of their own.

The rules are 3 and 5 of `parts`.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.found import Manner
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, FAMILIES, PERSONS
from pipeline.extractors.counting.openers import find_openers
from pipeline.extractors.counting.partings import may_part
from pipeline.extractors.counting.parts import are_comparable, is_shut
from pipeline.extractors.counting.passages import Passage
from pipeline.ukrainian.morphology import is_predicate

_FEWEST_EXACT = 3
"""Two numbers make a third by chance."""
_NEAR, _FAR = 3, 12
"""How many sentences back a list without a count of its own may have its whole."""
_PLAIN = 20
"""A smaller sum may be a chance, unless its whole stands near."""


def colon_parts(
    passages: Sequence[Passage], counts: Sequence[Count], own: Sequence[int], earlier: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Counts after a colon or in brackets that make exactly the count before them.

    Without a count before the colon («За видами вони розподілилися так: …») it may be the one of
    the sentence before (`earlier`) that they make.
    """
    passage = passages[counts[own[0]].found.passage]
    labelled = {counts[at].found.place - 1 for at in own if counts[at].found.manner is Manner.LABEL}
    for sign in (at for at, token in enumerate(passage.tokens) if token.is_mark(":(")):
        if passage.tokens[sign].is_mark(":") and sign in labelled:
            # «Прийом: 42 особи; листи: 15; дзвінки: 27»: the colon opens no list.
            continue
        end = _end_of_list(passage, sign)
        inside = [at for at in own if sign < counts[at].found.place < end]
        before = [at for at in own if counts[at].found.place < sign]
        before = [at for at in before if not is_shut(passage, counts[at], sign)] or before
        inside = _first_clause(passage, counts, inside, before) or inside
        after = _items(counts, inside, before)
        if not before or sum(counts[at].value for at in after) > counts[before[-1]].value:
            # «Діє 7 секцій: футбол – 104, шахи – 80, …»: pupils, told in the sentence before.
            before = exact_wholes(passages, counts, earlier, after) or before
        if len(after) < 2 or not _could_be_parts(passage, counts, sign, after, before):
            continue
        whole, total = before[-1], sum(counts[at].value for at in after)
        if total == counts[whole].value:
            # «64 заяви, з них 5 злочинів: крадіжок – 3, шахрайств – 2» are parts of the five.
            allowed = {None, *after, counts[whole].whole}
            yield from ((at, whole) for at in after if counts[at].whole in allowed)
        elif total < counts[whole].value and _are_siblings(counts, after, whole):
            yield from ((at, whole) for at in after if counts[at].whole is None)


def _first_clause(
    passage: Passage, counts: Sequence[Count], inside: Sequence[int], before: Sequence[int]
) -> list[int]:
    """«77 тварин: 64 собаки та 13 котів; стерилізовано 50»: what makes the whole before «;»."""
    marks = (at for at, token in enumerate(passage.tokens) if token.is_mark(";"))
    first = counts[inside[0]].found.place if inside else 0
    end = next((at for at in marks if at > first), None)
    clause = [] if end is None else [at for at in inside if counts[at].found.place < end]
    total = sum(counts[at].value for at in clause)
    return clause if len(clause) > 1 and before and total == counts[before[-1]].value else []


def _items(counts: Sequence[Count], inside: Sequence[int], before: Sequence[int]) -> list[int]:
    """«29 закладів: 14 шкіл (з них ліцеїв – 3), 13 садків …»: lyceums are no items of the list."""
    top = [at for at in inside if counts[at].whole not in inside]
    total = sum(counts[at].value for at in top)
    return top if before and total == counts[before[-1]].value else list(inside)


def exact_wholes(
    passages: Sequence[Passage],
    counts: Sequence[Count],
    earlier: Sequence[int],
    parts: Sequence[int],
) -> list[int]:
    """The count that the parts make, where just one of those told before is as large."""
    if len(parts) < _FEWEST_EXACT:
        return []
    total = sum(counts[at].value for at in parts)
    near = counts[parts[0]].found.passage - _NEAR
    alike = [
        at
        for at in earlier
        if counts[at].value == total and (total >= _PLAIN or counts[at].found.passage >= near)
        if may_part(passages, counts, parts, at)
    ]
    top = [at for at in alike if counts[at].whole is None]
    return next((chosen for chosen in (top, alike) if len(chosen) == 1), [])


def told_before(by_passage: Mapping[int, Sequence[int]], number: int) -> list[int]:
    """The counts of the sentences before one, as far back as a list may have its whole."""
    return [at for back in range(_FAR, 0, -1) for at in by_passage.get(number - back, ())]


def _are_siblings(counts: Sequence[Count], after: Sequence[int], whole: int) -> bool:
    """«92 особи: лікарів – 21, персоналу – 48, решта …»: labels alike, one of them plainly part."""
    alike = all(
        counts[at].found.manner is Manner.LABEL and counts[at].unit == counts[whole].unit
        for at in after
    )
    return alike and any(counts[at].whole == whole for at in after)


def _could_be_parts(
    passage: Passage,
    counts: Sequence[Count],
    sign: int,
    after: Sequence[int],
    before: Sequence[int],
) -> bool:
    """Labels, or things measured as the count before: not «3 дітей: придбано 2 квартири і …»."""
    if not before:
        return False
    named = any(counts[at].found.manner is Manner.GOVERNED for at in after)
    if named and is_predicate(passage.tokens[sign + 1].text):
        return False
    return all(
        counts[at].found.manner is Manner.LABEL
        or are_comparable(counts[at].unit, counts[before[-1]].unit)
        or is_dashed(passage, counts[at])
        for at in after
    )


def is_dashed(passage: Passage, count: Count) -> bool:
    """«18 доручень: 12 – голови, 4 – заступників»: by whom, nobody is counted."""
    after = passage.tokens[count.found.place + 1 : count.found.place + 2]
    return bool(after) and after[0].is_mark("-")


def _end_of_list(passage: Passage, sign: int) -> int:
    """Index after a list that a colon or a bracket opens."""
    tokens = passage.tokens
    if tokens[sign].is_mark(":"):
        return len(tokens)
    return next((at for at in range(sign, len(tokens)) if tokens[at].is_mark(")")), len(tokens))


def list_parts(
    passages: Sequence[Passage], counts: Sequence[Count], by_passage: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Counts of list items with the count that introduces the list, as indices: part, whole."""
    for lead in sorted({one.lead for one in passages if one.lead is not None}):
        told = introducer(passages, lead)
        items = [number for number, one in enumerate(passages) if one.lead == lead]
        parts = [at for number in items for at in _heads(counts, by_passage.get(number, ()))]
        introducing = by_passage.get(told, ())
        if not introducing and told:
            introducing = exact_wholes(passages, counts, told_before(by_passage, told), parts)
            told = counts[introducing[0]].found.passage if introducing else told
        if introducing:
            opens = _ends_open(passages[lead])
            end = len(passages[told].tokens)
            unshut = [at for at in introducing if not is_shut(passages[told], counts[at], end)]
            yield from _related(counts, parts, (unshut or introducing)[-1], is_told=opens)


def introducer(passages: Sequence[Passage], lead: int) -> int:
    """The passage with the counts of a list: «у тому числі:» on a line of its own has none."""
    tokens = passages[lead].tokens
    opener = next(iter(find_openers(tokens)), None)
    is_idle = opener is not None and opener.start == 0 and opener.end >= len(tokens) - 1
    return lead - 1 if is_idle and lead else lead


def _heads(counts: Sequence[Count], own: Sequence[int]) -> list[int]:
    """The first count of an item and those that are told like labels."""
    rest = [
        at for at in own[1:] if counts[at].found.manner is Manner.LABEL and counts[at].whole is None
    ]
    return [*own[:1], *rest]


def _ends_open(lead: Passage) -> bool:
    return any(one.end >= len(lead.tokens) - 1 for one in find_openers(lead.tokens))


def _related(
    counts: Sequence[Count], parts: Sequence[int], whole: int, *, is_told: bool
) -> Iterator[tuple[int, int]]:
    makes_whole = sum(counts[at].value for at in parts) == counts[whole].value
    for at in parts:
        is_alike = not counts[at].found.lemmas or bool(counts[at].lemmas & counts[whole].lemmas)
        is_free = counts[at].whole is None and counts[at].value <= counts[whole].value
        may_be = counts[at].unit in {counts[whole].unit, DEFAULT_UNIT} or counts[
            whole
        ].unit not in (PERSONS, FAMILIES)
        if is_free and may_be and (is_told or makes_whole or is_alike):
            yield at, whole
