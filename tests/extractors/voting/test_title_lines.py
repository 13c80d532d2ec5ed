"""Titles over several lines, of which one looks like the form: each is of the title, or is said."""

import pytest

from pipeline.extractors.voting.protocol import read_roll_calls
from tests.extractors.counting.reading import as_document

LETTERHEAD = ("УКРАЇНА", "Зразківська міська РАДА", "8 сесія VII скликання", "місто Зразків")
REST = """Рішення ухвалює БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ
№|ПІБ|Голос|
1|Вигаданенко Петро Іванович|ЗА|
2|Примарна Ольга Олегівна|ПРОТИ|
РІШЕННЯ НЕ ПРИЙНЯТО
"""


def read(*title: str, above: tuple[str, ...] = LETTERHEAD) -> tuple[str, list[str]]:
    """The title, and the lines that nobody knows."""
    found = read_roll_calls(as_document("\n".join([*above, *title]) + "\n" + REST))
    (call,) = found.calls
    return call.heading.title, [one.line.text for one in found.left_out if one.kind == "other"]


@pytest.mark.parametrize(
    "title",
    [
        ("Про перейменування вулиць", "місто Вигадань", "та селища Степового"),
        ("Про угоду, стороною якої є", "Вигаданська міська рада", "та підприємство"),
        ("Про угоду, стороною якої є", "Вигаданська районна рада"),
        ("Про землю по Степовому району", "м. Зразкова"),
        ("Про землю для КП «Водоканал»", "м. Зразкова"),
        ("Про договір між містами", "місто Вигадань", "Примірне і Степове"),
        ("Про звіт", "депутатів Зразківської міської ради"),
        ("Про повноваження у сфері державної", "реєстрації прав на майно", "та їх обтяжень"),
        ("Про створення робочої", "групи з питань підготовки до зими"),
        ("Про пропозиції", "фракції «За майбутнє» щодо тарифів", "на тепло"),
        ("Про обрання", "лічильної комісії сесії"),
        ("Про склад комісії, до якої входять", "секретар ради та голова"),
        ("Про дозвіл на укладання та", "продовження терміну дії договорів"),
        ("Про ресурс", "система електронного документообігу міста"),
        ("Про внесення змін до", "рішення", "міської ради про план"),
        ("Про внесення змін до", "рішення", "Зразківської міської ради"),
        ("Про дозвіл на", "продовження", "строку оренди"),
        ("Про облік газу в", "м. Зразкові"),
        ("Про угоду, сторони якої – область та", "Зразківська міська рада"),
        ("Про школу №", "17", "та ліцей"),
        ("Про бюлетень, що містить", "результати голосування депутатів", "за кандидатури"),
        ("Про назву пункту", "в цілому", "по програмі"),
        ("Про звіт", "за 2016", "рік"),
        ("Про більшість", "від загального складу ради"),
    ],
)
def test_a_line_of_a_title_that_looks_like_the_form_is_part_of_it(title: tuple[str, ...]) -> None:
    assert read(*title) == (" ".join(title), [])


@pytest.mark.parametrize(
    "under",
    [
        "ЗРАЗКІВСЬКА МІСЬКА РАДА",
        "м. Зразків",
        "Зразківська міська рада Степового району",
        "доповідач: начальник управління",
        "БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ",
        "стор. 2",
        "12",
    ],
)
def test_a_line_of_which_nobody_can_tell_is_said(under: str) -> None:
    assert read("Про план", under, "на наступний рік") == ("Про план на наступний рік", [under])


@pytest.mark.parametrize(
    ("town", "title", "said"),
    [
        ("м. Зразкова", "Про землю м. Зразкова", []),
        ("м. Вигаданська.", "Про землю м. Вигаданська.", []),
        ("м. Зразків", "Про землю", []),
        ("м. Зразкині", "Про землю", ["м. Зразкині"]),
    ],
)
def test_a_town_under_a_title_without_a_letterhead(town: str, title: str, said: list[str]) -> None:
    assert read("Про землю", town, above=()) == (title, said)


def test_a_title_of_one_word_in_its_first_line() -> None:
    lines = ("Про", "строк", "2022-2023", "рр.")
    assert read(*lines) == ("Про строк 2022-2023 рр.", [])
    assert read("Назва: Про", *lines[1:]) == ("Про строк 2022-2023 рр.", [])


def test_an_act_that_a_title_names_is_not_the_one_that_was_voted_on() -> None:
    lines = ("Про зміни розпорядження Кабінету Міністрів України", "від 20 березня 2018 р. № 169-р")
    above = (*LETTERHEAD, "Рішення від 12.03.2019 № 5/2")
    (call,) = read_roll_calls(as_document("\n".join([*above, *lines]) + "\n" + REST)).calls
    assert (call.heading.title, call.heading.number) == (" ".join(lines), "5/2")
    assert str(call.heading.day) == "2019-03-12"


def test_a_line_between_those_of_a_title_without_a_letterhead_is_said() -> None:
    assert read("Про договір", "місто Зразків", "Вигадань", above=()) == (
        "Про договір Вигадань",
        ["місто Зразків"],
    )


@pytest.mark.parametrize(
    "under",
    [
        ("м. Зразків", "12.03.2019 10:15:20"),
        ("Зразківська міська рада", "8 сесія VII скликання"),
        ("Депутати Зразківської міської ради",),
        ("Поіменне голосування",),
        ("Продовження таблиці",),
        ("продовження таблиці",),
        ("стор. 2",),
        ("доповідач: Примарна О.О.",),
        ("результати голосування:",),
        ("(за основу)",),
        ("Рішення ухвалює БІЛЬШІСТЬ", "ВІД ЗАГАЛЬНОГО СКЛАДУ"),
        ("Рішення ухвалює БІЛЬШІСТЬ", "від загального складу ради"),
        ("БІЛЬШІСТЬ ВІД ЗАГАЛЬНОГО СКЛАДУ",),
        ("Ухвалює 2/3 від загального складу",),
        ("Для прийняття рішення необхідно 28 голосів",),
        ("Голосування: відкрите",),
    ],
)
def test_words_of_the_form_under_a_title_are_no_part_of_it(under: tuple[str, ...]) -> None:
    assert read("Про план", *under, above=()) == ("Про план", [])


def test_a_line_that_closes_the_quote_of_a_title_is_part_of_it() -> None:
    assert read("«Про землю", "м. Зразків»") == ("Про землю м. Зразків", [])


def test_a_letterhead_under_a_title_in_quotes_is_no_part_of_it() -> None:
    assert read("«Про план»", "м. Зразкова") == ("Про план", [])


def test_words_that_stand_apart_from_a_title_are_no_part_of_it() -> None:
    apart = ("Про план", "Рішення ухвалює БІЛЬШІСТЬ", "групи з питань зими")
    assert read(*apart)[0] == "Про план"


def test_words_over_a_vote_that_is_held_again_are_no_part_of_its_title() -> None:
    whole = "\n".join([*LETTERHEAD, "Рішення від 12.03.2019 № 5/2", "Про план"]) + "\n" + REST
    again = f"{whole}ПОВТОРНЕ ГОЛОСУВАННЯ\n{whole.replace('ПРОТИ', 'ЗА')}"
    found = read_roll_calls(as_document(again))
    assert [call.heading.title for call in found.calls] == ["Про план"] * 2


@pytest.mark.parametrize(
    "strange", ["Депутат Умовна О.І. прибула", "4|Незрозумілий рядок|7", "Зал засідань «Зразок»"]
)
def test_words_above_a_title_that_do_not_lead_to_it_are_said(strange: str) -> None:
    assert read(strange, "Про план", "на рік") == ("Про план на рік", [strange])
    assert read(strange, "«Про план»") == ("Про план", [strange])


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Пропозиція депутата", "про зняття питання"), "Пропозиція депутата про зняття питання"),
        (("Проект рішення", "Про план"), "Про план"),
        (("(s-zr-1)", "Про план"), "Про план"),
        (("Поправка Примарної О.О.:", "Про план"), "Поправка Примарної О.О.: Про план"),
        (("Звіт", "голови"), "Звіт голови"),
    ],
)
def test_words_above_a_title_that_lead_to_it_are_read(lines: tuple[str, ...], title: str) -> None:
    assert read(*lines) == (title, [])
