"""Invented names in the contexts of real acts and reports are found; clean texts are left alone."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from pipeline.validation.privacy import scan
from tests.validation.personal.invented import dig, people

HERE = Path(__file__).parent
ROUNDS = 20
"""Sentences made of each context."""


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def planted() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    crowd = people()
    for _ in range(ROUNDS):
        for context in lines("contexts.txt"):
            a, b, c = islice(crowd, 3)
            yield dig(context.format(a=a, b=b, c=c))


def covered(text: str, stretches: list[tuple[int, int]]) -> list[bool]:
    hits = scan(text)
    return [any(hit.start <= start and end <= hit.end for hit in hits) for start, end in stretches]


def test_at_least_99_of_100_planted_pieces_are_covered() -> None:
    outcomes = [(text, covered(text, stretches)) for text, stretches in planted()]
    pieces = [piece for _, found in outcomes for piece in found]
    missed = [text for text, found in outcomes if not all(found)]
    assert len(pieces) >= 1000
    assert sum(pieces) / len(pieces) >= 0.99, missed[:20]


def test_at_most_1_of_100_clean_lines_is_a_false_alarm() -> None:
    clean = lines("clean.txt")
    alarmed = [line for line in clean if scan(line)]
    assert len(clean) >= 150
    assert len(alarmed) / len(clean) <= 0.01, alarmed


@pytest.mark.parametrize("context", lines("contexts.txt"), ids=lambda context: context[:40])
def test_every_context_is_found_for_most_names(context: str) -> None:
    found = []
    crowd = people()
    for _ in range(10):
        a, b, c = islice(crowd, 3)
        found.extend(covered(*dig(context.format(a=a, b=b, c=c))))
    assert sum(found) / len(found) >= 0.9
