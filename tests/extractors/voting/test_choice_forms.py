"""Protocols of many voting systems: whatever the form, the same people voted the same way."""

import pytest

from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.vote_totals import Outcome
from tests.extractors.counting.reading import as_document

HEAD = "12 сесія VIII скликання від 06.04.2021\nПро затвердження плану\n"
WHOLE = {
    "Вигаданенко Петро Іванович": "За",
    "Зразковий Олег Петрович": "Утримався",
    "Примарна Ольга Олегівна": "Не голосував",
}
SHORT = {
    "Вигаданенко П.І.": "За",
    "Зразковий О.П.": "Утримався",
    "Примарна О.О.": "Не голосував",
}
FORMS = {
    "a choice on a line of its own": (
        "1. Вигаданенко Петро Іванович\nЗа\n2. Зразковий Олег Петрович\nУтримався\n"
        "3. Примарна Ольга Олегівна\nНе голосувала\n",
        WHOLE,
    ),
    "names with a colon above choices": (
        "Вигаданенко Петро Іванович:\nЗА\nЗразковий Олег Петрович:\nУТРИМАВСЯ\n"
        "Примарна Ольга Олегівна:\nНЕ ГОЛОСУВАЛА\n",
        WHOLE,
    ),
    "lists after choices": (
        "«ЗА»: Вигаданенко П.І.\n«ПРОТИ»: немає\n«УТРИМАЛИСЬ»: Зразковий О.П.\n"
        "«НЕ ГОЛОСУВАЛИ»: Примарна О.О.\n",
        SHORT,
    ),
    "lists with numbers": (
        "Голосували «за» 1 депутат: Вигаданенко П.І.\nГолосували «проти» – немає\n"
        "Утримався 1 депутат: Зразковий О.П.\nНе брали участі в голосуванні: Примарна О.О.\n",
        SHORT,
    ),
    "lists under choices": (
        "ЗА - 1\nВигаданенко Петро Іванович\nПРОТИ - 0\nУТРИМАЛИСЯ - 1\n"
        "Зразковий Олег Петрович\nНЕ ГОЛОСУВАЛИ - 1\nПримарна Ольга Олегівна\n",
        WHOLE,
    ),
    "lists in brackets in one line": (
        "ГОЛОСУВАЛИ: за – 1 (Вигаданенко П.І.), проти – 0, утрималися – 1 (Зразковий О.П.), "
        "не голосували – 1 (Примарна О.О.).\n",
        SHORT,
    ),
    "marks in columns": (
        "№|Прізвище, ім'я, по батькові|За|Проти|Утримався|Не голосував\n"
        "1|Вигаданенко Петро Іванович|+|||\n2|Зразковий Олег Петрович|||V|\n"
        "3|Примарна Ольга Олегівна|-|-|-|1\nРазом||1|0|1|1\n",
        WHOLE,
    ),
    "columns for, against and abstained under other words": (
        "ПІБ\tТак\tНі\tУтримався\tНе голосував\nВигаданенко П.І.\t+\t\t\t\n"
        "Зразковий О.П.\t\t\t+\t\nПримарна О.О.\t\t\t\t+\n",
        SHORT,
    ),
    "columns with two words": (
        "ПІБ\tЗа/Так\tПроти (Ні)\tУтримався\tНе голосував\nВигаданенко П.І.\t+\t\t\t\n"
        "Зразковий О.П.\t\t\t+\t\nПримарна О.О.\t\t\t\t+\n",
        SHORT,
    ),
    "a faction between": (
        "ПІБ\tФракція\tГолос\nВигаданенко Петро Іванович\tСамовисуванець\tЗа\n"
        "Зразковий Олег Петрович\tФракція «Вигадка»\tУтримався\n"
        "Примарна Ольга Олегівна\t-\tНе голосувала\n",
        WHOLE,
    ),
    "the choice first": (
        "ЗА|Вигаданенко Петро Іванович\nУТРИМАВСЯ|Зразковий Олег Петрович\n"
        "НЕ ГОЛОСУВАЛА|Примарна Ольга Олегівна\n",
        WHOLE,
    ),
    "a name in three cells": (
        "1|Вигаданенко|Петро|Іванович|За\n2|Зразковий|Олег|Петрович|Утримався\n"
        "3|Примарна|Ольга|Олегівна|Не гол.\n",
        WHOLE,
    ),
    "quoted choices after a dash": (
        "Вигаданенко П.І. – «за»;\nЗразковий О.П. – «утримався»;\nПримарна О.О. – не голосувала.\n",
        SHORT,
    ),
    "choices in brackets": (
        "Вигаданенко Петро Іванович (за)\nЗразковий Олег Петрович (утримався)\n"
        "Примарна Ольга Олегівна (не голосувала)\n",
        WHOLE,
    ),
    "columns that lost their spaces": (
        "№ п/п П.І.Б. депутата Результат голосування\n"
        "1 Вигаданенко П.І. ЗА 2 Зразковий О.П. УТРИМАВСЯ 3 Примарна О.О. НЕ ГОЛОСУВАЛА\n",
        SHORT,
    ),
    "posts before names": (
        "Міський голова Вигаданенко Петро Іванович|За\nСекретар ради Зразковий Олег Петрович|"
        "Утримався\nДепутат Примарна Ольга Олегівна|Не голосувала\n",
        WHOLE,
    ),
    "Russian words": (
        "1 Вигаданенко Петро Іванович За\n2 Зразковий Олег Петрович Воздержался\n"
        "3 Примарна Ольга Олегівна Не голосовала\n",
        WHOLE,
    ),
}


def calls(text: str) -> tuple[RollCall, ...]:
    return read_roll_calls(as_document(text)).calls


def choices(call: RollCall) -> dict[str, str]:
    return {vote.name.rstrip("."): vote.choice.value for vote in call.votes}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ["Рішення не прийнято\n", ""])
def test_every_form_gives_the_same_votes(form: str, end: str) -> None:
    text, votes = FORMS[form]
    (call,) = calls(HEAD + text + end)
    assert choices(call) == {name.rstrip("."): choice for name, choice in votes.items()}
    assert call.heading.title == "Про затвердження плану"
    assert (call.heading.session, call.heading.convocation) == ("12", "VIII")
    assert call.unread == ()
    assert call.outcome is (Outcome.NOT_ADOPTED if end else None)
    for name, number in call.printed.items():
        assert number == (len(call.votes) if name == "all" else call.counted(name))


def test_totals_of_marked_columns_are_printed_totals() -> None:
    (call,) = calls(HEAD + FORMS["marks in columns"][0].replace("Разом||1|0", "Разом||2|0"))
    assert call.printed["for"] == 2
    assert call.counted("for") == 1


@pytest.mark.parametrize(
    "row",
    [
        "4|Умовна Олена Іванівна||||",
        "4|Умовна Олена Іванівна|+|+||",
        "4|Умовна Олена Іванівна|?|||",
    ],
)
def test_a_row_without_one_clear_mark_is_not_read(row: str) -> None:
    text = FORMS["marks in columns"][0].replace("Разом", f"{row}\nРазом")
    (call,) = calls(HEAD + text)
    assert [line.text for line in call.unread] == [" ".join(filter(None, row.split("|")))]
    assert len(call.votes) == 3


def test_a_signature_under_the_totals_is_no_vote() -> None:
    text = FORMS["lists under choices"][0].replace(
        "Примарна Ольга Олегівна", "Примарна О. О.\nУмовна О. І."
    )
    (call,) = calls(HEAD + text)
    assert "Умовна О. І" not in choices(call)


def test_several_matters_of_one_session() -> None:
    second = "2. Про звіт\nВигаданенко П.І. - за\nЗразковий О.П. - проти\nРішення не прийнято\n"
    first = "Вигаданенко П.І. - за\nЗразковий О.П. - за\nРішення прийнято\n"
    found = calls(HEAD.replace("Про", "1. Про") + first + second)
    assert [call.heading.title for call in found] == ["Про затвердження плану", "Про звіт"]
    assert {call.heading.session for call in found} == {"12"}
    assert [call.part for call in found] == [1, 1]


def test_a_matter_that_does_not_begin_with_about_is_its_own() -> None:
    again = "Звіт голови\nВигаданенко П.І. - за\nРішення прийнято\n"
    found = calls(HEAD + "Вигаданенко П.І. - за\nРішення прийнято\n" + again)
    assert [call.heading.title for call in found] == ["Про затвердження плану", "Звіт голови"]


@pytest.mark.parametrize(
    ("lines", "session", "convocation", "day", "time"),
    [
        ("двадцять перша сесія восьмого скликання\n06 квітня 2021 року", "21", "VIII",
         "2021-04-06", ""),
        ("П’ята (позачергова) сесія VІІІ скликання\nДата: 06.04.2021 Час: 10:15:20", "5", "VIII",
         "2021-04-06", "10:15:20"),
        ("СИСТЕМА ПОІМЕННОГО ГОЛОСУВАННЯ\nДвадцять друга сесія міської ради VII скликання\n"
         "17.11.16 12:04:05\n№: 12", "22", "VII", "2016-11-17", "12:04:05"),
        ("сьома сесія восьмого скликання\nДата і час голосування 06.04.2021, 9:05", "7", "VIII",
         "2021-04-06", "09:05"),
    ],
)  # fmt: skip
def test_a_meeting_in_words(
    lines: str, session: str, convocation: str, day: str, time: str
) -> None:
    text = (
        f"Зразкова рада\n{lines}\nПитання № 7. Про затвердження плану\n1| Вигаданенко П.І.| ЗА|\n"
    )
    (call,) = calls(text)
    heading = call.heading
    assert (heading.session, heading.convocation) == (session, convocation)
    assert (str(heading.day), heading.time) == (day, time)
    assert heading.title == "Про затвердження плану"


def test_a_name_without_a_choice_is_no_rest_of_the_name_above() -> None:
    rows = "|Приклад Петро|ЗА|\n|Зразок Олена||\n|Третя Ганна|ПРОТИ|\n"
    (call,) = calls(HEAD + rows)
    assert choices(call) == {"Приклад Петро": "За", "Третя Ганна": "Проти"}
    assert [line.text for line in call.unread] == ["Зразок Олена"]


def test_a_marked_row_without_a_readable_name_is_said() -> None:
    text = FORMS["marks in columns"][0].replace("1|Вигаданенко Петро Іванович", "1|Вигаданенко")
    (call,) = calls(HEAD + text)
    assert [line.text for line in call.unread] == ["1 Вигаданенко +"]
    assert call.heading.title == "Про затвердження плану"


PAIR = "1. Вигаданенко П.І.\tЗа\t2. Зразковий О.П.\tПроти\n"


def test_an_outcome_after_other_words_is_of_the_vote_above_it() -> None:
    def vote(number: int, outcome: str) -> str:
        return (
            f"Система поіменного голосування\nЗразкова міська рада VIII скликання\n"
            f"28 сесія від 14 березня 2024 року   11:0{number}:31\n"
            f"Поіменне голосування № {number}\n"
            f"Питання: Про план {number}\n{PAIR}За - 1   Проти - 1\nВсього депутатів: 2\n"
            f"Рішення: {outcome}\n\n"
        )

    found = calls(vote(1, "ПРИЙНЯТО") + vote(2, "НЕ ПРИЙНЯТО") + vote(3, "ПРИЙНЯТО"))
    assert [call.outcome for call in found] == [
        Outcome.ADOPTED, Outcome.NOT_ADOPTED, Outcome.ADOPTED,
    ]  # fmt: skip
    assert [call.heading.title for call in found] == ["Про план 1", "Про план 2", "Про план 3"]
    assert {call.heading.convocation for call in found} == {"VIII"}
    # The number of a vote is that of no decision.
    assert [call.heading.number for call in found] == ["", "", ""]
    assert not [call.unread for call in found if call.unread]


def test_words_between_totals_and_outcome_are_said_and_shift_no_outcome() -> None:
    first = "За - 1   Проти - 1\nНерозбірливі слова\nРішення: ПРИЙНЯТО\n"
    second = f"Про звіт\n{PAIR}За - 1   Проти - 1\nРішення: НЕ ПРИЙНЯТО\n"
    one, two = calls(HEAD + PAIR + first + second)
    assert (one.outcome, two.outcome) == (Outcome.ADOPTED, Outcome.NOT_ADOPTED)
    assert [line.text for line in one.unread] == ["Нерозбірливі слова"]


def test_a_title_that_names_a_session_is_a_title() -> None:
    (call,) = calls(f"28 сесія від 14.03.2024\nПитання: Про порядок денний сьомої сесії\n{PAIR}")
    assert call.heading.title == "Про порядок денний сьомої сесії"
    assert call.heading.session == "28"


@pytest.mark.parametrize(
    ("lines", "title", "code", "stage"),
    [
        ("Проєкт рішення № 41/1-пр\n«Про бюджет»\n(за основу і в цілому)\n", "Про бюджет",
         "41/1-пр", "за основу в цілому"),
        ("1. СЛУХАЛИ: Про Статут громади.\nГолосували поіменно:\n", "Про Статут громади", "", ""),
        ("Питання: Про передачу КП «Ясне»\n", "Про передачу КП «Ясне»", "", ""),
        ("«Про план» та «Про звіт»\n", "«Про план» та «Про звіт»", "", ""),
        ("«Про план»\nДата: 2 грудня 2022 року, 12:01\n", "Про план", "", ""),
        ("Про звіт до\n02.12.2022 року\n", "Про звіт до 02.12.2022 року", "", ""),
    ],
)  # fmt: skip
def test_titles(lines: str, title: str, code: str, stage: str) -> None:
    (call,) = calls(f"12 сесія VIII скликання від 06.04.2021\n{lines}{PAIR}")
    assert (call.heading.title, call.heading.code) == (title, code)
    assert call.stage == stage
    assert call.heading.number == ""


def test_the_head_of_a_further_page_is_no_row() -> None:
    top = (
        'Система поіменного голосування "Вигадка"     Стор. 1\n'
        "Зразкова рада   сесія 12   скликання 8\n"
    )
    text = (
        f"{top}РЕЗУЛЬТАТИ ПОІМЕННОГО ГОЛОСУВАННЯ № 101\nПро звіт\n"
        f"  1. Вигаданенко П.І. ......... За\n{top}   (продовження, голосування № 101)\n"
        "  2. Зразковий О.П. ........... Не голосував\nУсього: 2    Присутніх: 2\nЗа: 1\n"
    )
    (call,) = calls(text)
    assert [(vote.name, vote.choice.value) for vote in call.votes] == [
        ("Вигаданенко П.І.", "За"), ("Зразковий О.П.", "Не голосував"),
    ]  # fmt: skip
    assert (call.heading.session, call.heading.convocation) == ("12", "8")
    assert call.heading.title == "Про звіт"
    assert not call.unread
    # Any other line there is said.
    other = calls(text.replace("(продовження", "(невідомо"))
    assert [line.text for line in other[0].unread] == ["(невідомо, голосування № 101)"]


@pytest.mark.parametrize("line", ["Вигаданенко П.І.", "Фракція «Вигадка» – за", "Група за"])
def test_a_name_or_a_choice_that_is_not_read_is_no_word_of_the_form(line: str) -> None:
    rows = f"1. Зразковий О.П. ......... За\n{line}\n2. Умовна О.І. ......... За\n"
    found = calls(f"12 сесія VIII скликання\nВигаданенко П.І.\nПро звіт\n{rows}За: 2\n")
    assert [one.text for call in found for one in call.unread] == [line]


LISTS = (
    "«За» – 3: Вигаданенко, Зразковий Т.,\n    Умовна (Примарна);\n«Проти» – 0: немає;\n"
    "«Утримались» – 1: Уявна-Проста;\nРішення прийнято.\n"
)


def test_lists_of_surnames_whose_number_is_printed() -> None:
    (call,) = calls(HEAD + LISTS)
    assert [(vote.name, vote.choice.value) for vote in call.votes] == [
        ("Вигаданенко", "За"), ("Зразковий Т.", "За"), ("Умовна (Примарна)", "За"),
        ("Уявна-Проста", "Утримався"),
    ]  # fmt: skip
    assert call.printed == {"for": 3, "against": 0, "abstained": 1}
    # With another number the words may be anything.
    assert not calls(HEAD + LISTS.replace("– 3", "– 4").replace("– 1", "– 2"))


LONE = "Вигаданенко – за\nЗразковий – проти\nУмовна – за\n{totals}Рішення прийнято\n"


def test_surnames_alone_are_names_where_the_totals_agree_or_the_list_has_them() -> None:
    (call,) = calls(HEAD + LONE.format(totals="За – 2, проти – 1\n"))
    assert choices(call) == {"Вигаданенко": "За", "Зразковий": "Проти", "Умовна": "За"}
    for totals in ("", "За – 3, проти – 0\n", "Проти – 1\n"):
        assert not calls(HEAD + LONE.format(totals=totals))
    surnames = frozenset(map(header_key, ("Вигаданенко", "Зразковий")))
    (known,) = read_roll_calls(as_document(HEAD + LONE.format(totals="")), surnames=surnames).calls
    assert choices(known) == {"Вигаданенко": "За", "Зразковий": "Проти"}
    assert [line.text for line in known.unread] == ["Умовна – за"]


def test_totals_in_short_words() -> None:
    (call,) = calls(HEAD + PAIR + "ПІДСУМКИ: ЗА – 1; ПРОТИ – 1; УТР. – 0; НЕ ГОЛ. – 0; ВІДС. – 3\n")
    assert call.printed == {"for": 1, "against": 1, "abstained": 0, "not_voting": 0, "absent": 3}


def test_yes_and_no_are_choices_only_where_the_file_or_the_council_says_so() -> None:
    rows = "ПІБ\tГолос\nВигаданенко Петро Іванович\tТак\nЗразковий Олег Петрович\tНі\n"
    assert not calls(HEAD + rows)
    (call,) = calls(HEAD + rows + "Позначення: так – за, ні – проти\n")
    assert list(choices(call).values()) == ["За", "Проти"]


def test_a_name_of_before_with_a_year_is_one_name() -> None:
    row = "3\tПрикладна (до 2022 р. – Зразкова) Ірина Петрівна\t«Вигадка»\tЗа\n"
    (call,) = calls(HEAD + row)
    assert choices(call) == {"Прикладна (до 2022 р. – Зразкова) Ірина Петрівна": "За"}
