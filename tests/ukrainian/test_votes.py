"""Words of printed roll calls, with what must not be taken for them."""

from collections.abc import Mapping

import pytest

from pipeline.ukrainian.vote_totals import Outcome, outcome_of, totals_of
from pipeline.ukrainian.votes import Choice, chain_of, choice_of, is_name, split_choice


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("ЗА", Choice.FOR),
        (" за. ", Choice.FOR),
        ("За*", Choice.FOR),
        ("Проти", Choice.AGAINST),
        ("УТРИМАВСЯ", Choice.ABSTAINED),
        ("УТРИМАЛАСЬ", Choice.ABSTAINED),
        ("утрималася", Choice.ABSTAINED),
        ("утримався (лась)", Choice.ABSTAINED),
        ("Утр.", Choice.ABSTAINED),
        ("НЕ ГОЛОСУВАВ", Choice.NOT_VOTING),
        ("не голосувала", Choice.NOT_VOTING),
        ("Не голосував(ла)", Choice.NOT_VOTING),
        ("Н/Г", Choice.NOT_VOTING),
        ("відсутня", Choice.ABSENT),
        ("Відсутній(ня)", Choice.ABSENT),
        ("був відсутній", Choice.ABSENT),
        ("3а", Choice.FOR),
        ("голосувала за", Choice.FOR),
        ("УТРИМАВСЬ", Choice.ABSTAINED),
        ("Не брала участі у голосуванні", Choice.NOT_VOTING),
        ("НЕ ГОЛ.", Choice.NOT_VOTING),
        ("3A", Choice.FOR),
        ("Утримуюсь", Choice.ABSTAINED),
        ("не приймав участі в голосуванні", Choice.NOT_VOTING),
        ("відсутній (відпустка)", Choice.ABSENT),
    ],
)
def test_a_choice(words: str, choice: Choice) -> None:
    assert choice_of(words) is choice


@pytest.mark.parametrize(
    "words",
    ["", "закрито", "за основу", "Вибір", "не", "голосував", "5", "УТРИМАЛИСЬ (2)", "Відсутні (1)"],
)
def test_what_is_no_choice(words: str) -> None:
    assert choice_of(words) is None


@pytest.mark.parametrize(
    ("line", "totals"),
    [
        ("УСЬОГО ПРОГОЛОСУВАЛО:  45", {"all": 45}),
        ("УСЬОГО:   45|", {"all": 45}),
        ('"ЗА":  30', {"for": 30}),
        ("«ПРОТИ» - 0", {"against": 0}),
        ('"УТРИМАЛОСЬ":  2', {"abstained": 2}),
        ('"НЕ ГОЛОСУВАЛО":  13', {"not_voting": 13}),
        ("Відсутні: 5", {"absent": 5}),
        ("За – 21 (84,6 %)", {"for": 21}),
        ("(за – 3, проти – 1)", {"for": 3, "against": 1}),
        ("В С Ь О Г О: 20", {"all": 20}),
        ("ВСЬО Г О : 45", {"all": 45}),
        ("В С Ь О Г:О 45", {"all": 45}),
        ("Не брали участі у голосуванні - 1", {"not_voting": 1}),
        (
            "За – 30, проти – 1, утрималось – 2, не голосувало – 3, відсутні - 5",
            {"for": 30, "against": 1, "abstained": 2, "not_voting": 3, "absent": 5},
        ),
    ],
)
def test_totals(line: str, totals: Mapping[str, int]) -> None:
    assert totals_of(line) == totals


@pytest.mark.parametrize(
    "line", ["", "Про звіт за 2019 рік", "за", "№ 5", "голосували за 5 і 6 пункти", "За 5 днів"]
)
def test_what_are_no_totals(line: str) -> None:
    assert totals_of(line) == {}


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("   РІШЕННЯ ПРИЙНЯТО  ", Outcome.ADOPTED),
        ("Рішення: Прийнято", Outcome.ADOPTED),
        ("РІШЕННЯ НЕ ПРИЙНЯТО", Outcome.NOT_ADOPTED),
        ("Рішення відхилено.", Outcome.NOT_ADOPTED),
        ("Рішення прийнято більшістю голосів.", Outcome.ADOPTED),
        ("ВИРІШИЛИ: Рішення № 31 прийнято.", Outcome.ADOPTED),
        ("Прийнято одноголосно", Outcome.ADOPTED),
        ("Р І Ш Е Н Н Я  Н Е  П Р И Й Н Я Т О", Outcome.NOT_ADOPTED),
        ("(прийнято / не прийнято)", None),
        ("За - 20, проти - 1. Рішення прийнято.", Outcome.ADOPTED),
        ("Про план. Рішення прийнято.", None),
        ("ПРОЄКТ РІШЕННЯ НЕ ПРИЙНЯТО", Outcome.NOT_ADOPTED),
        ("Результат голосування: прийнято", Outcome.ADOPTED),
        ("РІШЕННЯ ПРИЙНЯТО ЗА ОСНОВУ", Outcome.ADOPTED),
        ("Рішення не набрало необхідної кількості голосів", Outcome.NOT_ADOPTED),
        ("Пропозицію відхилено", Outcome.NOT_ADOPTED),
        ("Рішення від 05.02.2020", None),
        ("Рішення прийнято за основу і в цілому з поправками", None),
    ],
)
def test_an_outcome(line: str, outcome: Outcome | None) -> None:
    assert outcome_of(line) is outcome


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Приклад Петро Іванович", True),
        ("Приклад П. І.", True),
        ("Приклад П.І.", True),
        ("Приклад-Зразок Ольга Петрівна", True),
        ("В’юн (Приклад) Ольга Петрівна", True),
        ("Прізвище, Ім'я, По-батькові", False),
        ("Приклад", False),
        ("про звіт міського голови", False),
    ],
)
def test_a_name(words: str, expected: bool) -> None:
    assert is_name(words) is expected


def test_name_and_choice_in_one_text() -> None:
    assert split_choice("Приклад Петро Іванович – За") == ("Приклад Петро Іванович", Choice.FOR)
    assert split_choice("Приклад Петро Іванович") is None


def test_a_cell_without_end_is_no_vote() -> None:
    assert split_choice("V сесія " * 4000) is None
    assert choice_of("за " * 4000) is None


LINK = "1 Приклад Петро Іванович ЗА "


@pytest.mark.parametrize("count", [2, 60, 89])
def test_a_chain_is_read_whole_however_long(count: int) -> None:
    assert len(chain_of(LINK * count)) == count


@pytest.mark.parametrize(
    "line", ["Приклад П. П. за " * 40 + "!", LINK * 40 + "!", LINK * 1_000, "за 1 " * 80 + "!"]
)
def test_a_long_line_that_is_none_ends_at_once(line: str) -> None:
    assert chain_of(line) == ()
    assert totals_of(line) == {}


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Пропозицію підтримано", "Прийнято"),
        ("Пропозиція не підтримана.", "Не прийнято"),
        ("Рішення не прийнято (недостатньо голосів)", "Не прийнято"),
        ("Рішення прийнято: за – 20, проти – 1", "Прийнято"),
        ("Не прийнято: за - 2; проти - 11", "Не прийнято"),
        ("Рішення прийнято (не прийнято)", None),
        ("Рішення прийнято: за пропозицією комісії", None),
    ],
)
def test_outcomes_beside_their_reason_or_totals(line: str, outcome: str | None) -> None:
    assert outcome_of(line) == outcome


def test_totals_after_the_outcome_and_with_their_noun_in_brackets() -> None:
    assert totals_of("Рішення прийнято: за – 20, проти – 1") == {"for": 20, "against": 1}
    assert totals_of("«ЗА» – 18 (голосів)") == {"for": 18}


def test_letters_of_a_choice_spread_for_the_eye() -> None:
    spread = ("З А", "П Р О Т И", "Н Е  Г О Л О С У В А В", "А Б")
    assert [choice_of(one) for one in spread] == [
        Choice.FOR, Choice.AGAINST, Choice.NOT_VOTING, None,
    ]  # fmt: skip
