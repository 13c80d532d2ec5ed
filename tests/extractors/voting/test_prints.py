"""How systems and clerks print roll calls: what is read of each, and what must not be taken in."""

import pytest

from pipeline.extractors.voting.protocol import read_roll_calls
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.voters import voters_of
from pipeline.parameters.votes import Deputy
from tests.extractors.counting.reading import as_document

HEAD = "12 сесія VIII скликання від 06.04.2021\nПро затвердження плану\n"
PAIR = "1. Вигаданенко П.І.\tЗа\t2. Зразковий О.П.\tПроти\n"
NAMES = {"Вигаданенко Петро Іванович": "За", "Зразковий Олег Петрович": "Проти"}


def calls(text: str) -> tuple[RollCall, ...]:
    return read_roll_calls(as_document(text)).calls


def choices(call: RollCall) -> dict[str, str]:
    return {vote.name: vote.choice.value for vote in call.votes}


@pytest.mark.parametrize(
    "rows",
    [
        "ЗА (1)\nВигаданенко Петро Іванович\t\t\nПРОТИ (1)\nЗразковий Олег Петрович\t\t\n"
        "УТРИМАЛИСЬ (0)\n",
        "Вигаданенко Петро ІвановичЗАЗразковий Олег ПетровичПРОТИ\n",
        "Вигаданенко Петро Іванович – «за»; Зразковий Олег Петрович – «проти».\n",
        "1\tВигаданенко Петро Іванович (Рух зразків)\tЗА\n"
        "2\tЗразковий Олег Петрович (позафракційний)\tПРОТИ\n",
        "1\tВигаданенко Петро Іванович, секретар ради\tЗА\n"
        "2\tЗразковий Олег Петрович – самовисування\tПРОТИ\n",
        "1\tВигаданенко Петро\tІванович\tЗА\n2\tЗразковий\tОлег Петрович\tПРОТИ\n",
        "1\tВигаданенко Петро Іванович1\tЗА\n2\tЗразковий Олег Петрович [2]\tПРОТИ\n",
        "Рух зразків (За - 1, Проти - 0)\n1\tВигаданенко Петро Іванович\tЗА\n"
        "Позафракційні (За - 0, Проти - 1)\n2\tЗразковий Олег Петрович\tПРОТИ\n".replace(
            "Рух", "Фракція Рух"
        ),
        "Вигаданенко Петро Іванович\t3A\nЗразковий Олег Петрович\tПРОТИ\n",
    ],
    ids=[
        "rows of names",
        "glued",
        "quoted in one line",
        "factions",
        "posts",
        "cut",
        "notes",
        "shares",
        "a digit",
    ],
)  # fmt: skip
def test_a_print_is_read_whole(rows: str) -> None:
    (call,) = calls(f"{HEAD}{rows}Рішення прийнято більшістю голосів\n")
    assert choices(call) == NAMES
    assert (call.heading.title, call.unread) == ("Про затвердження плану", ())
    assert call.outcome == "Прийнято"


@pytest.mark.parametrize(
    "above",
    [
        "Зразкова міська рада Вигаданського району Зразкової області\n",
        "депутатів Зразкової міської ради\nЗагальний склад ради: 26 депутатів. Присутні: 24.\n",
        "Електронна рада. Протокол поіменного голосування\nПитання порядку денного № 4\n",
        "№ 14 06.04.21 11:15:22\nКількість голосів, необхідна для прийняття: 14\n",
        "Протокол № 3 поіменного голосування\nТип голосування: поіменне\n",
        "4. (s-zr-99) ",
        "Питання порядку денного: 5\nмісто\n",
        "Назва питання: ",
    ],
)
def test_words_of_the_form_are_no_title_and_no_number(above: str) -> None:
    text = f"12 сесія VIII скликання від 06.04.2021\n{above}Про звіт ради\n{PAIR}"
    (call,) = calls(text)
    assert (call.heading.title, call.heading.number) == ("Про звіт ради", "")
    assert (str(call.heading.day), call.heading.session) == ("2021-04-06", "12")


@pytest.mark.parametrize(
    ("under", "title"),
    [
        ("12 сесія Зразкової ради VIII скликання від 06.04.2021 р.", "Про скликання"),
        ("12 сесії VIII скликання", "Про скликання 12 сесії VIII скликання"),
        ("Питання № 4", "Про скликання"),
    ],
)
def test_a_meeting_under_a_title(under: str, title: str) -> None:
    (call,) = calls(f"Про скликання\n{under}\n{PAIR}")
    assert call.heading.title == title
    assert call.heading.session == ("12" if "сесія" in under else "")


def test_a_question_without_a_title_is_not_the_one_before() -> None:
    first, second = calls(f"{HEAD}Питання № 1\n{PAIR}За: 1\nПитання № 2\n{PAIR}За: 1\n")
    assert (second.heading.title, second.part) == ("", 1)
    again = calls(f"{HEAD}Питання № 1\n{PAIR}За: 1\nПитання № 1\n{PAIR}За: 1\n")
    assert [call.part for call in again] == [1, 2]
    assert first.heading.title == again[1].heading.title == "Про затвердження плану"


def test_a_matter_of_which_no_vote_was_held() -> None:
    text = f"{HEAD}ГОЛОСУВАННЯ НЕ ПРОВОДИЛОСЬ\n\n5. Про оренду\n{PAIR}Рішення прийнято\n"
    (call,) = calls(text)
    assert call.heading.title == "Про оренду"
    assert (call.heading.session, str(call.heading.day)) == ("12", "2021-04-06")


COMERS = "1. Вигаданенко П.І.\tприсутній\n2. Зразковий О.П.\tвідсутній\nПрисутні: 1\nВідсутні: 1\n"


@pytest.mark.parametrize("sign", ["\t", " - "])
def test_a_list_of_who_came_is_no_vote(sign: str) -> None:
    comers = "РЕЗУЛЬТАТИ РЕЄСТРАЦІЇ ДЕПУТАТІВ\n" + COMERS.replace("\t", sign)
    meeting, title = HEAD.split("\n", 1)
    (call,) = calls(f"{meeting}\n{comers}\n{title}{PAIR}За: 1\n")
    assert choices(call) == {"Вигаданенко П.І.": "За", "Зразковий О.П.": "Проти"}
    assert (call.printed, call.unread) == ({"for": 1}, ())
    assert not calls(comers)


def test_somebody_present_among_votes_is_said() -> None:
    rows = "1\tВигаданенко П.І.\tЗа\n2\tЗразковий О.П.\tприсутній\n3\tУмовна О.І.\tвідсутня\n"
    (call,) = calls(HEAD + rows)
    assert [line.text for line in call.unread] == ["2 Зразковий О.П. присутній"]


FACTIONS = "Фракція\tЗА\tПРОТИ\tУТРИМАЛОСЬ\nРух зразків\t1\t-\t-\nПозафракційний\t-\t1\t-\n"


def test_shares_of_factions_are_no_totals() -> None:
    (call,) = calls(f"{HEAD}{FACTIONS}{PAIR}За - 1, проти - 1\nРішення прийнято\n")
    assert (call.printed, call.unread) == ({"for": 1, "against": 1}, ())
    assert len(call.votes) == 2
    (whole,) = calls(f"{HEAD}{FACTIONS}Всього\t2\t1\t-\n{PAIR}")
    assert whole.printed == {"for": 2, "against": 1, "abstained": 0}


def test_columns_of_totals_say_nothing_of_the_next_table() -> None:
    totals = "ЗА\tПРОТИ\tУТРИМАЛИСЯ\n1\t1\t0\nРішення прийнято\n"
    row = "1\tВигаданенко П.І.\tПРОТИ\n2\tЗразковий О.П.\tЗА\n"
    first, second = calls(f"{HEAD}{PAIR}{totals}Про звіт\n{row}{totals}")
    assert choices(second) == {"Вигаданенко П.І.": "Проти", "Зразковий О.П.": "За"}
    assert first.printed == second.printed == {"for": 1, "against": 1, "abstained": 0}
    assert first.unread == second.unread == ()


@pytest.mark.parametrize("lines", [
    "За\nВигаданенко П.І.\nПроти\nЗразковий О.П.\n",
    "Умовна О.І.\nВигаданенко П.І.\nПроти\nЗразковий О.П.\n",
])  # fmt: skip
def test_a_choice_that_may_head_a_list_is_nobodys(lines: str) -> None:
    assert not [vote for call in calls(HEAD + lines) for vote in call.votes]


def test_columns_headed_by_numbered_titles() -> None:
    text = (
        "12 сесія VIII скликання від 06.04.2021\n"
        "№|ПІБ|1. Про план|2. Про звіт|\n1|Вигаданенко П.І.|за|відс.|\n2|Зразковий О.П.|за|за|\n"
        "|За|2|1|\n"
    )
    first, second = calls(text)
    assert (first.heading.title, second.heading.title) == ("Про план", "Про звіт")
    assert choices(second) == {"Вигаданенко П.І.": "Відсутній", "Зразковий О.П.": "За"}
    assert (first.printed, second.printed) == ({"for": 2}, {"for": 1})


def test_a_patronymic_of_two_words() -> None:
    (call,) = calls(HEAD + "1. Зразков Тест Рза огли\tЗа\n2. Уявний Т.О. оглу\tПроти\n")
    assert list(choices(call)) == ["Зразков Тест Рза огли", "Уявний Т.О. оглу"]
    voters = voters_of([Deputy(id="1", name="Зразков Тест Рза огли")], [])
    assert voters.find("Зразков Т.Р.").id == "1"


@pytest.mark.parametrize(
    ("printed", "id_"),
    [("Петро ПРИКЛАДНИЙ", "1"), ("Петро Іванович ПРИКЛАДНИЙ", "1"), ("Олег ПРИКЛАДНИЙ", "2"),
     ("ПРИКЛАДНИЙ Петро", "1"), ("Ганна ПРИКЛАДНИЙ", "")],
)  # fmt: skip
def test_a_surname_in_capitals_may_stand_last(printed: str, id_: str) -> None:
    listed = ("Прикладний Петро Іванович", "Прикладний Олег Іванович")
    deputies = [Deputy(id=str(at), name=name) for at, name in enumerate(listed, start=1)]
    found = voters_of(deputies, []).find(printed)
    assert (found.id if found.is_listed else "") == id_


def vote_with_totals_above(number: int, choice: str, *, total: str = "За - 1, проти - 0") -> str:
    return (
        f"Протокол поіменного голосування\nРішення №{number} від 30.01.2025\nПро план {number}\n"
        f"{total}\nРезультат: рішення прийнято\n1. Вигаданенко П.І. — {choice}\n"
    )


def test_totals_above_the_votes_belong_to_the_votes_under_them() -> None:
    second = vote_with_totals_above(102, "Проти", total="За - 0, проти - 1")
    found = calls(vote_with_totals_above(101, "За") + second + vote_with_totals_above(103, "За"))
    assert [call.heading.number for call in found] == ["101", "102", "103"]
    assert [call.heading.title[-3:] for call in found] == ["101", "102", "103"]
    assert [dict(call.printed) for call in found] == [
        {"for": 1, "against": 0}, {"for": 0, "against": 1}, {"for": 1, "against": 0},
    ]  # fmt: skip
    assert not [line for call in found for line in call.unread]


def test_the_same_people_under_another_title_vote_once_more() -> None:
    found = calls(HEAD + PAIR + "2. Про звіт\n" + PAIR.replace("Проти", "За"))
    assert [call.heading.title for call in found] == ["Про затвердження плану", "Про звіт"]
    assert [call.counted("for") for call in found] == [1, 2]
    numbered = "ВИРІШИЛИ: Рішення № 31 прийнято.\n"
    found = calls(HEAD + PAIR + numbered + "2. Про звіт\n" + PAIR + numbered)
    assert [call.outcome for call in found] == ["Прийнято", "Прийнято"]
    (whole,) = calls(HEAD + PAIR + "Про затвердження плану міста\n3. Умовна О.І.\tЗа\n")
    assert [line.text for line in whole.unread] == ["Про затвердження плану міста"]


def test_other_totals_over_further_votes_are_of_another_vote() -> None:
    first = "За - 1, проти - 1\nРішення прийнято\n" + PAIR
    (one,) = calls(HEAD + first + "За - 1, проти - 1\n")
    assert one.printed == {"for": 1, "against": 1}
    other = "За - 0, проти - 2\nРішення не прийнято\n" + PAIR.replace("За", "Проти")
    found = calls(HEAD + first + other)
    assert [call.printed["against"] for call in found] == [1, 2]
    assert [call.outcome for call in found] == ["Прийнято", "Не прийнято"]


@pytest.mark.parametrize(
    ("lines", "title", "number"),
    [
        ("Система «Вигадка»\nРішення № 21 від 06.04.2021 «Про план»\nГолосування: за основу\n",
         "Про план", "21"),
        ("ВИТЯГ З ПРОТОКОЛУ\nРішення № 15-4/VIII\nПро план\n", "Про план", "15-4/VIII"),
        ("«Про план»\nрішення № 22-4\n", "Про план", "22-4"),
        ("Про внесення змін до\nрішення № 22-4\n", "Про внесення змін до рішення № 22-4", ""),
        ("«Про план» (у цілому)\n", "Про план", ""),
        ("Про план 06.04.2021 11:03:44\n", "Про план", ""),
        ("Вопрос: 1. О плане\nРешение ~ОБЫЧНОЕ~ 06.04.2021 11:03:44\n№\tФ.И.О.\tРешение\n",
         "О плане", ""),
    ],
)  # fmt: skip
def test_titles_and_numbers(lines: str, title: str, number: str) -> None:
    (call,) = calls(f"12 сесія VIII скликання від 06.04.2021\n{lines}{PAIR}")
    assert (call.heading.title, call.heading.number) == (title, number)


def test_a_matter_whose_title_names_a_stage_is_its_own() -> None:
    found = calls(f"{HEAD}{PAIR}За: 1\nПро програму (в цілому)\n{PAIR}За: 1\n")
    assert [call.heading.title for call in found] == [
        "Про затвердження плану", "Про програму (в цілому)",
    ]  # fmt: skip


def test_totals_and_the_outcome_in_one_line() -> None:
    (call,) = calls(f"{HEAD}{PAIR}Кворум - 2; За - 1; Проти - 1; РІШЕННЯ НЕ ПРИЙНЯТО\n")
    assert (call.printed["for"], call.printed["against"]) == (1, 1)
    assert (call.outcome, call.unread) == ("Не прийнято", ())


@pytest.mark.parametrize(
    "row",
    [
        "1   Зразко-Простий Петро             За\n      Іванович\n",
        "1\tЗразко- Простий Петро Іванович\tЗа\n",
        "1|Зразко-Простий Петро Рза|За\n|огли|\n",
    ],
)
def test_a_name_broken_over_lines_is_whole(row: str) -> None:
    (call,) = calls(HEAD + row + "2\tУмовна Олена Іванівна\tЗа\n")
    last = "Рза огли" if "огли" in row else "Іванович"
    assert f"Зразко-Простий Петро {last}" in choices(call)
    assert not call.unread


def test_a_secret_ballot_is_no_roll_call() -> None:
    table = "№\tКандидат\tЗа\tПроти\n1\tВигаданенко П.І.\t1\t0\n2\tЗразковий О.П.\t0\t1\n"
    line = "Протокол лічильної комісії про результати таємного голосування"
    (call,) = calls(f"{line}\n1 сесія VIII скликання 24.11.2020\n{table}")
    assert [one.text for one in call.unread] == [line]
    about = "Про протокол лічильної комісії щодо таємного голосування\n"
    (other,) = calls(f"1 сесія VIII скликання 24.11.2020\n{about}{PAIR}")
    assert not other.unread
    assert (other.heading.session, other.heading.convocation) == ("1", "VIII")


@pytest.mark.parametrize(
    ("above", "printed"),
    [
        ("Присутні: Вигаданенко П.І., Зразковий О.П.\nВідсутні: Умовна О.І., Уявна Т.П.\n", {}),
        ("Всього депутатів – 26, присутні – 24, відсутні – 2\n", {}),
        ("Порядок денний:\n1. Про план\n2. Про звіт\n", {}),
    ],
)
def test_what_stands_over_the_first_matter_is_of_the_meeting(
    above: str, printed: dict[str, int]
) -> None:
    text = f"12 сесія VIII скликання від 06.04.2021\n{above}1. Про план\nГОЛОСУВАЛИ:\n{PAIR}"
    (call,) = calls(text)
    assert (call.heading.title, dict(call.printed), call.unread) == ("Про план", printed, ())
    assert list(choices(call)) == ["Вигаданенко П.І.", "Зразковий О.П."]


def test_those_absent_from_a_vote_are_its_own() -> None:
    lists = "Присутні: 2\nВідсутні: Умовна О.І.\nЗа: Вигаданенко П.І., Зразковий О.П.\n"
    (call,) = calls(HEAD + lists)
    assert choices(call)["Умовна О.І."] == "Відсутній"


def test_a_title_of_several_matters_is_whole() -> None:
    (call,) = calls(f"Про зміни до рішень:\n1. Про план\n2. Про звіт\n{PAIR}")
    assert call.heading.title == "Про зміни до рішень: 1. Про план 2. Про звіт"


def test_names_after_bullets() -> None:
    (call,) = calls(HEAD + "- Вигаданенко П.І. - за\n• Зразковий О.П. – проти\n")
    assert choices(call) == {"Вигаданенко П.І.": "За", "Зразковий О.П.": "Проти"}


def test_two_outcomes_of_one_vote_are_said() -> None:
    (call,) = calls(f"{HEAD}Рішення прийнято\n{PAIR}За: 1\nРішення не прийнято\n")
    assert [line.text for line in call.unread] == ["Рішення не прийнято"]


@pytest.mark.parametrize(
    "rows",
    [
        "№|Прізвище|Ім'я та по батькові|Голос\n1|Вигаданенко|Петро Іванович|За\n"
        "2|Зразковий|Олег Петрович|Проти\n",
        "Прізвище|Ім'я|По батькові|За|Проти|Утримався\nВигаданенко|Петро|Іванович|+||\n"
        "Зразковий|Олег|Петрович||+|\n",
        "ПІБ|Округ|Рух|Голос\nВигаданенко Петро Іванович|№ 5|Рух Зразків|За\n"
        "Зразковий Олег Петрович|№ 7|Сила Прикладів|Проти\n",
    ],
    ids=["surname apart", "three cells and marks", "a number between"],
)
def test_names_in_several_cells(rows: str) -> None:
    (call,) = calls(HEAD + rows)
    assert (choices(call), call.unread) == (NAMES, ())


def test_initials_in_a_cell_of_their_own() -> None:
    (call,) = calls(HEAD + "Вигаданенко\tП.І.\tЗа\nЗразковий\tО. П.\tПроти\n")
    assert choices(call) == {"Вигаданенко П.І.": "За", "Зразковий О. П.": "Проти"}


def test_a_name_without_its_surname_is_said() -> None:
    rows = "".join(f"{name}\t{choice}\n" for name, choice in NAMES.items())
    (call,) = calls(HEAD + rows + "Ольга Олегівна\tЗа\nПетро Приклад\tЗа\n")
    assert [line.text for line in call.unread] == []
    (cut,) = calls(HEAD + rows + "Ольга Олегівна\tЗа\n")
    assert [line.text for line in cut.unread] == ["Ольга Олегівна"]
    assert choices(cut) == NAMES


@pytest.mark.parametrize(
    "line",
    [
        "Голова лічильної комісії\t\tУявний Т.О.",
        "Члени комісії:\tУявний Т.О.",
        "Депутат Зразкової міської ради____________ / Уявний Т.О. /",
        "ПІДСУМКИ ГОЛОСУВАННЯ",
        "Депутатська група «За розвиток»",
        "- 2 -",
    ],
)
def test_who_signs_and_numbers_of_pages_are_no_votes(line: str) -> None:
    (call,) = calls(f"{HEAD}{PAIR}{line}\n3. Умовна О.І.\tЗа\nЗа - 2\nРішення прийнято\n{line}\n")
    assert call.unread == ()
    assert len(call.votes) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Секретар ради\tУявний Т.О.\t",
        "Міський голова\tза",
        "Член комісії – за",
        "4|||",
        "Група «Зразок» – за",
    ],
)
def test_who_may_have_voted_is_said(line: str) -> None:
    (call,) = calls(f"{HEAD}{PAIR}{line}\n3. Умовна О.І.\tЗа\nЗа - 2\n")
    assert len(call.unread) == 1
