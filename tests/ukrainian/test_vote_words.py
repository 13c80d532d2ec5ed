"""Signs for choices: what a legend says, and what is no sign."""

import pytest

from pipeline.ukrainian.vote_words import NO_SIGNS, declared, legend_of
from pipeline.ukrainian.votes import Choice

FOR, AGAINST, ABSENT = Choice.FOR, Choice.AGAINST, Choice.ABSENT


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("Умовні позначення: З – за, П – проти, В – відсутній",
         {"з": FOR, "п": AGAINST, "в": ABSENT}),
        ("Позначення: «+» – за; «-» – проти.", {"+": FOR, "-": AGAINST}),
        ("Так – за, Ні – проти", {"так": FOR, "ні": AGAINST}),
        ("Пояснення: порожня клітинка – депутат відсутній", {"порожня клітинка": ABSENT}),
        ("Примітка: НГ = не голосував", {"нг": Choice.NOT_VOTING}),
        # Not a legend: people, totals, two meanings of a sign, any other words.
        ("Лис – за, Кіт – проти", {}),
        ("За – 12, проти – 3", {}),
        ("Позначення: З – за, З – проти", {}),
        ("Позначення: за – проти", {}),
        ("Примітка: засідання відкрите", {}),
        ("За – так", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_legends(line: str, signs: dict[str, Choice]) -> None:
    assert legend_of(line) == signs


SIGNS = NO_SIGNS.with_legend(
    ["Умовні позначення: З – за, П – проти, Так – за, НГ – не голосував, «-» – проти"]
)


@pytest.mark.parametrize(
    ("cells", "spelt"),
    [
        (["Приклад Петро Іванович", "З"], ["Приклад Петро Іванович", "За"]),
        (["Приклад Петро Іванович", "Так"], ["Приклад Петро Іванович", "За"]),
        (["1. Приклад П. П. – Так"], ["1. Приклад П. П. - За"]),
        (["Приклад П. П. ...... НГ"], ["Приклад П. П. - Не голосував"]),
        (["Приклад П. П. -"], ["Приклад П. П. - Проти"]),
        # An initial is no sign, nor a word after other words.
        (["Приклад П. П."], ["Приклад П. П."]),
        (["Приклад Петро П"], ["Приклад Петро П"]),
        (["Приклад", "П.", "П.", "За"], ["Приклад", "П.", "П.", "За"]),
        (["Чи буде так"], ["Чи буде так"]),
    ],
)
def test_a_row_with_words_in_place_of_signs(cells: list[str], spelt: list[str]) -> None:
    assert list(SIGNS.spelt(cells)) == spelt


def test_what_is_declared_goes_before_a_legend() -> None:
    signs = declared({"Так": "За"}, "").with_legend(["Позначення: так – проти, н – не голосував"])
    assert signs.choice_of("ТАК") is FOR
    assert signs.choice_of("н") is Choice.NOT_VOTING
    assert signs.choice_of("Утримався") is Choice.ABSTAINED
    assert signs.blank is None
    assert declared({}, "Відсутній").blank is ABSENT


def test_without_signs_only_words_of_the_law_are_choices() -> None:
    assert NO_SIGNS.choice_of("Так") is None
    assert NO_SIGNS.choice_of("За") is FOR
    assert NO_SIGNS.spelt(["Приклад П. П.", "Так"]) == ["Приклад П. П.", "Так"]


def test_dots_that_are_declared_are_no_empty_cell() -> None:
    dots = declared({"........": "Відсутній"}, "")
    assert [dots.choice_of(cell) for cell in (".........", "…", "")] == [
        Choice.ABSENT, Choice.ABSENT, None,
    ]  # fmt: skip
    assert NO_SIGNS.choice_of(".........") is None
