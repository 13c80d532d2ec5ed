"""Parts that make exactly another count than the one they were first given to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from pipeline.extractors.counting.counts import Count
from pipeline.extractors.counting.found import Manner

_BESIDE = 20
"""How many counts before a whole may be the one that is meant."""


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


def with_complements(counts: Sequence[Count]) -> tuple[Count, ...]:
    """«Прийнято 346 заявок. Виконано 329 заявок, 17 – у роботі»: both are of the 346."""
    moved: dict[int, int] = {}
    for own in _by_passage(counts):
        if len(own) == 2 and all(counts[at].whole is None for at in own):
            whole = _sum_before(counts, *own)
            moved |= {} if whole is None else dict.fromkeys(own, whole)
    return tuple(replace(one, whole=moved.get(at, one.whole)) for at, one in enumerate(counts))


def _sum_before(counts: Sequence[Count], first: int, second: int) -> int | None:
    """The one count before that two make, where the second goes on from the noun of the first."""
    one, other = counts[first], counts[second]
    if other.found.lemmas or not one.lemmas or one.lemmas != other.lemmas:
        return None
    alike = [
        at
        for at in range(max(0, first - _BESIDE), first)
        if counts[at].value == one.value + other.value and counts[at].lemmas & one.lemmas
    ]
    return alike[0] if len(alike) == 1 else None


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
