"""Ordinals in words at the end of a text."""

import pytest

from pipeline.ukrainian.ordinals import ordinal_before


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("перша", 1),
        ("сьомої", 7),
        ("третьої", 3),
        ("восьмого", 8),
        ("двадцять перша", 21),
        ("Тридцять п’ята", 35),
        ("дев'ятнадцята", 19),
        ("сорокова", 40),
        ("сорок четверта", 44),
        ("сто перша", 101),
        ("двадцята", 20),
        ("одинадцять перша", 1),
        ("міська", None),
        ("п'ять", None),
        ("", None),
    ],
)
def test_an_ordinal(text: str, number: int | None) -> None:
    assert ordinal_before(text, len(text)) == number
