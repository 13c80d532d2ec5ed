"""Parts that make exactly another count than the one they were first given to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

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
        run = list(takewhile(lambda one: _is_free_label(counts[one]), own[nth + 1 :]))
        total = sum(counts[one].value for one in run)
        alike = all(counts[one].unit == counts[at].unit for one in run)
        if len(run) > 1 and alike and not _is_free_label(counts[at]) and total == counts[at].value:
            yield from ((one, at) for one in run)


def _is_free_label(count: Count) -> bool:
    return count.found.manner is Manner.LABEL and count.whole is None


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
