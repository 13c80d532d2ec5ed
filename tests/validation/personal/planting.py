"""Values of personal data planted in texts, with the places where they stand; no detector here.

Names come from `invented.py` in the contexts of `contexts.txt` and `more_contexts.txt`, codes from
`planted_codes.py` in those of `codes.txt`; `written.txt`, `unseen.txt` and `third.txt` are written
by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.validation.personal.invented import CLOSE, OPEN, dig, people
from tests.validation.personal.planted_codes import MAKERS

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text with personal data."""

    kind: str
    text: str
    stretches: tuple[tuple[int, int], ...]
    """Where the values stand; each must be covered."""


def lines(name: str) -> list[str]:
    """The lines of a list beside this module, without comments."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def planted(values: int, seed: int) -> list[Planted]:
    """So many values at least: names and codes by turns, the same for the same seed."""
    found: list[Planted] = []
    count = 0
    turns = zip(_named(_dice(seed)), _coded(_dice(seed)), strict=False)
    while count < values:
        for one in next(turns):
            found.append(one)
            count += len(one.stretches)
    return found


def written(name: str = "written.txt") -> list[Planted]:
    """A set written by hand."""
    marks = str.maketrans({"⟦": OPEN, "⟧": CLOSE})
    return [_planted("written", line.translate(marks)) for line in lines(name)]


def _dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 (nothing secret: the same values on every machine)


def _planted(kind: str, marked: str) -> Planted:
    text, stretches = dig(marked)
    return Planted(kind=kind, text=text, stretches=tuple(stretches))


def _named(random: Random) -> Iterator[Planted]:
    crowd = people()
    contexts = [*lines("contexts.txt"), *lines("more_contexts.txt")]
    random.shuffle(contexts)
    for context in cycle(contexts):
        a, b, c = islice(crowd, 3)
        yield _planted("person", context.format(a=a, b=b, c=c))


def _coded(random: Random) -> Iterator[Planted]:
    for line in cycle(lines("codes.txt")):
        kind, _, context = line.partition("|")
        value = MAKERS[kind](random)
        yield _planted(kind, context.replace("{}", f"{OPEN}{value}{CLOSE}"))
