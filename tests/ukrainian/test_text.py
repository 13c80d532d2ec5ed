"""Signs that look alike: what is folded, what must stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.text import fold_lookalikes, fold_spaces, plain, roman, to_cyrillic


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("\u00a0Про\u00a0 бюджет\n\t міста ", "Про бюджет міста", id="no-break spaces"),
        pytest.param("14\u202f500\u2009осіб", "14 500 осіб", id="narrow spaces"),
        pytest.param("Ли\u00adси\u200bчанськ\ufeff", "Лисичанськ", id="invisible marks"),
        pytest.param("и\u0306ого", "його", id="letter typed as two signs"),
        pytest.param("с.  Ясне – «Мрія»", "с. Ясне – «Мрія»", id="dashes and quotes stay"),
    ],
)
def test_spaces_are_folded(text: str, folded: str) -> None:
    assert fold_spaces(text) == folded


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        pytest.param("V\u0406\u0406\u0406", "VIII", id="roman of both scripts"),
        pytest.param("L\u0425\u0406", "LXI", id="roman with Cyrillic tens"),
        pytest.param("X\u0406", "XI", id="roman whose every letter has a twin"),
        pytest.param("в\u0069д", "від", id="Latin i in від"),
        pytest.param("R\u0406ШЕННЯ", "РІШЕННЯ", id="Latin R for Cyrillic Р"),
        pytest.param("p\u0069к", "рік", id="mostly Latin, Ukrainian word"),
        pytest.param("N\u043e", "No", id="Cyrillic о in the sign No"),
        pytest.param("WebСайт", "WebСайт", id="a word that fits neither"),
        pytest.param("ІІІ", "ІІІ", id="one script: untouched"),
        pytest.param("c", "c", id="one Latin letter: untouched"),
        pytest.param("Oracle", "Oracle", id="a Latin word of twins"),
    ],
)
def test_words_of_two_scripts(word: str, folded: str) -> None:
    assert fold_lookalikes(word) == folded


@pytest.mark.parametrize(
    ("word", "numeral"),
    [
        ("VIII", "VIII"),
        ("\u0406\u0406\u0406", "III"),
        ("\u0425\u0406V", "XIV"),
        ("XL", "XL"),
        ("IIII", None),
        ("VX", None),
        ("", None),
        ("р", None),
    ],
)
def test_roman_numerals(word: str, numeral: str | None) -> None:
    assert roman(word) == numeral


def test_suffixes_become_cyrillic() -> None:
    assert to_cyrillic("p") == "р"
    assert to_cyrillic("zr") == "zr"


def test_one_sign_for_many() -> None:
    assert plain("„Об’єкт” – “А” ʼ « »") == '"Об\'єкт" - "А" \' " "'


@given(st.text())
def test_plain_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_spaces(fold_spaces(text)) == fold_spaces(text)
    assert plain(plain(text)) == plain(text)
