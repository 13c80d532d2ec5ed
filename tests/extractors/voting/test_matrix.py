"""Deputies and questions in one table: a vote for every column."""

import pytest

from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.ukrainian.vote_totals import Outcome
from pipeline.ukrainian.vote_words import NO_SIGNS, declared
from tests.extractors.counting.reading import as_document

TABLE = """Додаток до протоколу 17-ої позачергової сесії Зразкової ради від 28 вересня 2022 року
Питання:
1. Про порядок денний
2. Про бюджет
№\tПрізвище, ім’я, по батькові\t1\t2
1\tВигаданенко Петро Іванович\tЗ\tНГ
2\tЗразковий Олег Петрович\tП\tЗ
\tЗа:\t1\t1
\tПроти:\t1\t0
\tРішення\tПрийнято\tНе прийнято
"""
LEGEND = "Умовні позначення: З – за, П – проти, НГ – не голосував\n"


def calls(text: str) -> tuple[RollCall, ...]:
    return read_roll_calls(as_document(text)).calls


def choices(call: RollCall) -> list[tuple[str, str]]:
    return [(vote.name, vote.choice.value) for vote in call.votes]


@pytest.mark.parametrize("numbers", ["1\t2", "Питання 1\tПитання 2", "№ 1\t№ 2"])
def test_a_vote_for_every_column(numbers: str) -> None:
    first, second = calls(TABLE.replace("1\t2\n1", f"{numbers}\n1") + LEGEND)
    assert (first.heading.title, second.heading.title) == ("Про порядок денний", "Про бюджет")
    assert (first.heading.session, str(first.heading.day)) == ("17", "2022-09-28")
    assert choices(first) == [
        ("Вигаданенко Петро Іванович", "За"), ("Зразковий Олег Петрович", "Проти"),
    ]  # fmt: skip
    assert choices(second) == [
        ("Вигаданенко Петро Іванович", "Не голосував"), ("Зразковий Олег Петрович", "За"),
    ]  # fmt: skip
    assert (first.printed, second.printed) == ({"for": 1, "against": 1}, {"for": 1, "against": 0})
    assert (first.outcome, second.outcome) == (Outcome.ADOPTED, Outcome.NOT_ADOPTED)
    assert not first.unread + second.unread


def test_signs_that_nothing_explains_are_said_and_give_no_vote() -> None:
    first, second = calls(TABLE)
    assert not first.votes
    assert [line.text for line in first.unread] == [
        "1 Вигаданенко Петро Іванович: З", "2 Зразковий Олег Петрович: П",
    ]  # fmt: skip
    # «НГ» is a word that every council writes; «З» beside it is not read.
    assert [vote.choice.value for vote in second.votes] == ["Не голосував"]
    assert [line.text for line in second.unread] == ["2 Зразковий Олег Петрович: З"]
    signs = declared({"З": "За", "П": "Проти", "НГ": "Не голосував"}, "")
    found = read_roll_calls(as_document(TABLE), signs).calls
    assert [len(call.votes) for call in found] == [2, 2]


def test_an_empty_cell_is_a_choice_only_where_somebody_says_so() -> None:
    text = TABLE.replace("З\tНГ", "З\t") + LEGEND
    assert [line.text for line in calls(text)[1].unread] == ["1 Вигаданенко Петро Іванович:"]
    said = calls(text + "Пояснення: порожня клітинка – відсутній\n")[1]
    assert choices(said)[0] == ("Вигаданенко Петро Іванович", "Відсутній")
    assert read_roll_calls(as_document(text), NO_SIGNS).calls[1].unread


def test_surnames_alone_are_names_where_the_totals_of_every_column_agree() -> None:
    lone = TABLE.replace(" Петро Іванович", "").replace(" Олег Петрович", "")
    lone = lone[: lone.index("\tРішення")] + LEGEND
    first, second = calls(lone)
    assert choices(first) == [("Вигаданенко", "За"), ("Зразковий", "Проти")]
    assert not first.unread + second.unread
    assert all(not call.votes for call in calls(lone.replace("За:\t1\t1", "За:\t1\t2")))


def test_a_row_of_another_width_is_said_and_ends_no_table() -> None:
    head = "№\tПрізвище, ім’я, по батькові\t1\t2\n"
    short = TABLE.replace(
        "1\tВигаданенко Петро Іванович\tЗ\tНГ", "1\tВигаданенко Петро Іванович\tНГ"
    )
    first, second = calls(short.replace("2\tЗразковий", f"{head}2\tЗразковий") + LEGEND)
    assert [line.text for line in first.unread] == ["1 Вигаданенко Петро Іванович НГ"]
    assert (len(first.votes), len(second.votes)) == (1, 1)


def test_titles_may_head_the_columns() -> None:
    found = calls(TABLE.replace("1\t2\n1", "Про план\tПро звіт\n1") + LEGEND)
    assert [call.heading.title for call in found] == ["Про план", "Про звіт"]


def test_a_row_of_numbers_of_columns_heads_no_votes() -> None:
    text = (
        "12 сесія VIII скликання від 06.04.2021\nПро план\n№\tПІБ\tГолос\n1\t2\t3\n"
        "1\tВигаданенко Петро Іванович\tЗа\n2\tЗразковий Олег Петрович\tПроти\n"
    )
    (call,) = calls(text)
    assert len(call.votes) == 2
