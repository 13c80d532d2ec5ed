"""Parts that make exactly another count than the one they were first given to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise, takewhile

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.ellipsis import starts_total
from pipeline.extractors.counting.found import Manner
from pipeline.extractors.counting.partings import may_part
from pipeline.extractors.counting.passages import Passage

_BESIDE = 20
"""How many counts before a whole may be the one that is meant."""
_FEWEST_PARTS = 3
_PLAIN, _LARGE = 20, 100
_NEAR, _FAR = 3, 12
"""How many sentences back the whole of a small sum, and of a plain one, may stand."""


def label_lists(counts: Sequence[Count], own: Sequence[int]) -> Iterator[tuple[int, int]]:
    """«67 справ, позивачем – 24, відповідачем – 43»: labels that together make the count.

    Args:
        counts: all counts so far.
        own: indices of those of one passage.
    """
    for nth, at in enumerate(own):
        run = list(_labels_of(counts, at, own[nth + 1 :]))
        total = sum(counts[one].value for one in run)
        alike = all(counts[one].unit == counts[at].unit for one in run)
        if len(run) > 1 and alike and not _is_free_label(counts[at]) and total == counts[at].value:
            yield from ((one, at) for one in run)


def _labels_of(counts: Sequence[Count], whole: int, own: Sequence[int]) -> Iterator[int]:
    return takewhile(
        lambda at: counts[at].found.manner is Manner.LABEL and counts[at].whole in {None, whole},
        own,
    )


def _is_free_label(count: Count) -> bool:
    return count.found.manner is Manner.LABEL and count.whole is None


def with_remainders(counts: Sequence[Count]) -> tuple[Count, ...]:
    """«45 справ, у 36 з яких …, у 7 – …, 2 справи закрито»: the last one completes the sum."""
    moved = {at: whole for own in _by_passage(counts) for at, whole in _remainders(counts, own)}
    return tuple(replace(one, whole=moved.get(at, one.whole)) for at, one in enumerate(counts))


def _by_passage(counts: Sequence[Count]) -> Iterator[list[int]]:
    for _, own in groupby(range(len(counts)), key=lambda at: counts[at].found.passage):
        yield list(own)


def _remainders(counts: Sequence[Count], own: Sequence[int]) -> Iterator[tuple[int, int]]:
    for nth, whole in enumerate(own):
        run = own[nth + 1 :]
        parts = [at for at in run if counts[at].whole == whole]
        rest = [at for at in run if counts[at].whole is None]
        total = sum(counts[at].value for at in (*parts, *rest))
        alike = all(counts[at].lemmas & counts[whole].lemmas for at in rest)
        if len(parts) > 1 and len(rest) == 1 and alike and total == counts[whole].value:
            yield rest[0], whole


def with_totals_after(passages: Sequence[Passage], counts: Sequence[Count]) -> tuple[Count, ...]:
    """«Працюють 5 дільниць із 14 наявних»: five of the fourteen."""
    moved = {
        at: at + 1
        for at, (one, total) in enumerate(pairwise(counts))
        if one.whole is None and _is_total_of(passages, total, one)
    }
    return tuple(replace(one, whole=moved.get(at, one.whole)) for at, one in enumerate(counts))


def _is_total_of(passages: Sequence[Passage], total: Count, one: Count) -> bool:
    found = total.found
    tokens = passages[found.passage].tokens
    follows = found.passage == one.found.passage and one.found.end == found.place - 1
    is_larger = total.whole is None and total.value > one.value
    is_same = not found.lemmas and total.lemmas == one.lemmas
    return follows and is_larger and is_same and starts_total(tokens, found.place)


def with_sums(passages: Sequence[Passage], counts: Sequence[Count]) -> tuple[Count, ...]:
    """Counts that together make one told before are its parts.

    «Прийнято 346 заявок. Виконано 329 заявок, 17 – у роботі»; «57 запитів. У липні – 22, у серпні –
    16, у вересні – 19»; lines «поштою – 12», «телефоном – 3», «особисто – 42» one below another.
    """
    moved: dict[int, int] = {}
    by_value: defaultdict[Decimal, list[int]] = defaultdict(list)
    for at, one in enumerate(counts):
        by_value[one.value].append(at)
    for own in (*_by_passage(counts), *_lines_of_labels(passages, counts)):
        top = [at for at in own if counts[at].whole is None and at not in moved]
        total = sum((counts[at].value for at in top), Decimal())
        whole = _sum_before(passages, counts, top, by_value[total]) if len(top) > 1 else None
        moved |= {} if whole is None else dict.fromkeys(top, whole)
    return tuple(replace(one, whole=moved.get(at, one.whole)) for at, one in enumerate(counts))


def _lines_of_labels(passages: Sequence[Passage], counts: Sequence[Count]) -> Iterator[list[int]]:
    """Three or more lines, each a label with its number, that no sentence introduces."""
    run: list[int] = []
    for own in _by_passage(counts):
        top = [at for at in own if counts[at].whole is None]
        passage = passages[counts[own[0]].found.passage]
        is_label = len(top) == 1 and counts[top[0]].found.manner is Manner.LABEL
        is_item = is_label and passage.lead is None
        goes_on = run and passage.line == passages[counts[run[-1]].found.passage].line + 1
        if run and not (is_item and goes_on):
            yield run
            run = []
        run = [*run, top[0]] if is_item else run
    yield run


def _sum_before(
    passages: Sequence[Passage],
    counts: Sequence[Count],
    parts: Sequence[int],
    as_large: Sequence[int],
) -> int | None:
    """The one count before that the parts make, if they may be of its noun.

    Args:
        passages: of the report.
        counts: all counts.
        parts: indices of those that are added up.
        as_large: indices of those that are as large as the sum.
    """
    total = sum(counts[part].value for part in parts)
    enough = len(parts) >= _FEWEST_PARTS or (total >= _PLAIN and _goes_on(counts, *parts))
    alike = [
        at
        for at in as_large
        if enough and at < parts[0] and _reaches(counts[at], counts[parts[0]])
        if all(_may_be_of(counts, part, at) for part in parts)
        and may_part(passages, counts, parts, at)
    ]
    top = [at for at in alike if counts[at].whole is None]
    return next((chosen[0] for chosen in (top, alike) if len(chosen) == 1), None)


def _reaches(whole: Count, part: Count) -> bool:
    """The larger a sum, the less it is one by chance, however far its whole stands."""
    distance = part.found.passage - whole.found.passage
    if whole.value >= _LARGE:
        return distance > 0
    return 0 < distance <= (_FAR if whole.value >= _PLAIN else _NEAR)


def _may_be_of(counts: Sequence[Count], part: int, whole: int) -> bool:
    one = counts[part]
    return not one.lemmas or bool(one.lemmas & counts[whole].lemmas)


def _goes_on(counts: Sequence[Count], first: int, second: int) -> bool:
    """Two make a third by chance, unless the second goes on from the noun of the first."""
    one, other = counts[first], counts[second]
    return not other.found.lemmas and bool(one.lemmas) and one.lemmas == other.lemmas


def with_exact_wholes(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Parts that make exactly another count of the sentence of their whole belong to that one.

    «Навчається 2900 учнів, за кордоном – 1134. Із них у Польщі – 602, у Чехії – 532».
    """
    moved = dict(_moves(counts))
    return tuple(replace(one, whole=moved.get(at, one.whole)) for at, one in enumerate(counts))


def _moves(counts: Sequence[Count]) -> Iterator[tuple[int, int]]:
    groups: dict[tuple[int, int], list[int]] = {}
    for at, one in enumerate(counts):
        if one.whole is not None and counts[one.whole].found.passage != one.found.passage:
            groups.setdefault((one.whole, one.found.passage), []).append(at)
    for (whole, _passage), parts in groups.items():
        total = sum(counts[at].value for at in parts)
        if len(parts) < 2 or total == counts[whole].value:
            continue
        beside = range(whole - _BESIDE, min(parts))
        passage = counts[whole].found.passage
        same = [at for at in beside if at >= 0 and counts[at].found.passage == passage]
        exact = [at for at in same if counts[at].value == total]
        if len(exact) == 1:
            yield from ((at, exact[0]) for at in parts)


def with_exact_neighbours(
    passages: Sequence[Passage], counts: Sequence[Count]
) -> tuple[Count, ...]:
    """«1412 одержувачів на 2018 дітей, у тому числі: …»: the parts make the receivers."""
    done = list(counts)
    groups: dict[int, list[int]] = {}
    for at, one in enumerate(counts):
        if one.whole is not None and _is_in_line(passages, counts[one.whole], one):
            groups.setdefault(one.whole, []).append(at)
    for whole, parts in groups.items():
        total = sum(counts[at].value for at in parts)
        beside = range(max(0, whole - _BESIDE), whole)
        exact = [at for at in beside if _is_twin(counts[at], counts[whole], total)]
        if len(parts) >= _FEWEST_PARTS and total >= _LARGE and len(exact) == 1:
            for at in parts:
                done[at] = _part_of_twin(passages, counts, at, exact[0])
    return tuple(done)


def _is_in_line(passages: Sequence[Passage], whole: Count, part: Count) -> bool:
    """Whether a part stands in the sentence of its whole, in no bracket of its own."""
    if part.found.passage != whole.found.passage:
        return False
    tokens = passages[part.found.passage].tokens[whole.found.place : part.found.place]
    return sum(one.is_mark("(") for one in tokens) <= sum(one.is_mark(")") for one in tokens)


def _is_twin(one: Count, whole: Count, total: Decimal | int) -> bool:
    same = one.found.passage == whole.found.passage and one.unit == whole.unit
    return same and one.whole is None and one.value == total != whole.value


def _part_of_twin(
    passages: Sequence[Passage], counts: Sequence[Count], part: int, twin: int
) -> Count:
    one, whole = counts[part], counts[twin]
    if one.whole is None or one.lemmas != counts[one.whole].lemmas or whole.found.head is None:
        return replace(one, whole=twin)
    noun = passages[whole.found.passage].tokens[whole.found.head]
    return replace(one, whole=twin, lemmas=whole.lemmas, noun=noun)
