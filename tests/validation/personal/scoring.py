"""How much of what was planted the guard covers, by kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.validation.privacy import scan
from tests.validation.personal.planting import Planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Values planted and values covered, by kind."""

    planted: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    """Texts with a value that was not covered; all are invented."""

    @property
    def recall(self) -> float:
        """Share of the values that are covered."""
        return self.covered.total() / self.planted.total()


def score(texts: Iterable[Planted]) -> Score:
    """Scan every text; a value counts where hits cover all of it."""
    result = Score()
    for one in texts:
        found = _covered(one)
        result.planted[one.kind] += len(one.stretches)
        result.covered[one.kind] += found
        if found < len(one.stretches):
            result.missed.append(f"{one.kind}: {one.text}")
    return result


def _covered(one: Planted) -> int:
    hits = scan(one.text)
    return sum(
        any(hit.start <= start and end <= hit.end for hit in hits) for start, end in one.stretches
    )
