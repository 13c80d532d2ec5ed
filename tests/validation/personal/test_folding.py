"""Spellings are folded, and every place leads back to the text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.validation.personal.folding import fold

SPELLINGS = {
    "Latin initials": ("Вербенко O.B.", "Вербенко О.В."),
    "Latin letter in a word": ("Bербенко", "Вербенко"),
    "stress mark": ("Вербе\u0301нко", "Вербенко"),
    "soft hyphen": ("Вер\u00adбенко", "Вербенко"),
    "zero width": ("Вер\u200bбенко", "Вербенко"),
    "decomposed letter": ("Гаи\u0306", "Гай"),
    "apostrophe": ("Мар’яна", "Мар'яна"),
    "no-break space": ("гр.\u00a0Вербенко", "гр. Вербенко"),
    "dash in a double surname": ("Вербенко–Гай", "Вербенко-Гай"),
    "dash between words": ("Вербенко – Гай", "Вербенко – Гай"),
    "Latin text": ("COM Port", "COM Port"),
    "Latin word in a Cyrillic text": ("слово Volvo", "слово Volvo"),
}


@pytest.mark.parametrize(("written", "read"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_spelling(written: str, read: str) -> None:
    assert fold(written).text == read


def test_place_covers_the_marks_of_the_last_letter() -> None:
    written = "гр. Гаи\u0306 І\u0301."
    folded = fold(written)
    start, end = folded.place(folded.text.index("Гай"), folded.text.index("Гай") + 3)
    assert written[start:end] == "Гаи\u0306"


@given(st.text())
def test_every_place_is_inside_the_text(written: str) -> None:
    folded = fold(written)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(written) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert all(a <= b for a, b in zip(folded.ends, folded.starts[1:], strict=False))
