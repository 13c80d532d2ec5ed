"""What stands together on a page, by the paths of its elements: `main/div[2]/p`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

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
