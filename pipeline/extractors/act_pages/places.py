"""What stands together on a page, by the paths of its elements: `main/div[2]/p`."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import itemgetter

# What holds a part of a page; a paragraph or a list ends where its editor pressed a key.
_PART = re.compile(r"(?:div|section|article|details|fieldset|main|body)\b")
_IN_TABLE = re.compile(r"/(?:thead|tbody|tr)\b")


def shared(one: str, other: str) -> tuple[str, ...]:
    """The way to the nearest element that holds both, or is one of them."""
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    return tuple(step for step, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _part(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The way to the nearest part of the page that holds an element, or is it."""
    at = next((at for at in range(len(steps), 1, -1) if _PART.match(steps[at - 1])), 1)
    return steps[:at]


def table_of(row: str) -> str:
    """The table that a row stands in."""
    return _IN_TABLE.split(row, 1)[0]


def in_one_card(title: str, element: str, others: Iterable[str]) -> bool:
    """Whether a line stands closer to a title than that stands to any of the titles around it."""
    near = len(shared(title, element))
    around = [len(shared(title, other)) for other in others]
    return bool(around) and near > max(around)


@dataclass(frozen=True, slots=True)
class Cards:
    """Which title a line stands closest to, where a page shows each act in a part of its own."""

    titles: Sequence[tuple[int, str]] = ()
    """Position and place of every title of the page."""

    def is_of_open(self, title: str, element: str, position: int, before: Iterable[str]) -> bool:
        """Whether a line under a title is in its card, not in the next one or that before."""
        return in_one_card(title, element, [*self._next(position), *before])

    def is_of_next(self, title: str, element: str, position: int) -> bool:
        """Whether a line under a title is in the card of the next one."""
        return any(in_one_card(one, element, [title]) for one in self._next(position))

    def _next(self, position: int) -> list[str]:
        at = bisect_right(self.titles, position, key=itemgetter(0))
        return [element for _, element in self.titles[at : at + 1]]


@dataclass(slots=True)
class Reach:
    """How far a day of a heading reaches: as far as what holds it and the first act under it.

    So a day above some cards is not that of cards that stand apart from them, and the heading of
    one panel is not that of the next. That of a meeting may stand over all parts of a page, but
    not where it has a part of its own in a panel.
    """

    start: str
    """Where the day stands."""
    alone: bool = True
    """Whether the heading is nothing but a day; another may share a paragraph with its acts."""
    of_meeting: bool = False
    within: tuple[str, ...] = ()

    def holds(self, element: str) -> bool:
        """Whether an act at this place is under the day; the first one always is."""
        self.within = self.within or self._first(shared(self.start, element))
        there = tuple(element.split("/")[: len(self.within)])
        return there == self.within or not (self.alone or _are_alike(there, self.within))

    def _first(self, both: tuple[str, ...]) -> tuple[str, ...]:
        parts = both if self.alone else _part(both)
        own = _part(tuple(self.start.split("/")))
        return parts[:1] if self.of_meeting and own == parts else parts


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two parts stand side by side as panels do; no paragraph is one beside a panel."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a.split("[")[0] == b.split("[")[0] for a, b in pairs)
