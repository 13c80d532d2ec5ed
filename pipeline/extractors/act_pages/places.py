"""What stands together on a page, by the paths of its elements: `main/div[2]/p`."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import itemgetter

_IN_TABLE = re.compile(r"/(?:thead|tbody|tr)\b")


def shared(one: str, other: str) -> tuple[str, ...]:
    """The way to the nearest element that holds both, or is one of them."""
    pairs = zip(one.split("/"), other.split("/"), strict=False)
    return tuple(step for step, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


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
    """How far a day reaches that stands alone: as far as what holds it and the first act under it.

    So a day above some cards is not that of cards that stand apart from them.
    """

    start: str
    """Where the day stands."""
    within: tuple[str, ...] = ()

    def holds(self, element: str) -> bool:
        """Whether an act at this place is under the day; the first one always is."""
        self.within = self.within or shared(self.start, element)
        return tuple(element.split("/")[: len(self.within)]) == self.within
