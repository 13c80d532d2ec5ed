"""Requisites by the short ways say what the long way says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.act_headers import is_requisites, read_header

WORDS = (
    "рішення Рішення розпорядження селищної ради Черкаської області сесії восьмого скликання від №"
    " № N 16-8/VIII 365-р б/н ____ 12 5. 01.02.2020 20 травня листопада грудень 2021 року р. 14:30"
    " м. Лиман смт Вільне с.Зоря Київ (зі змінами) (доповнення протокол (зміна Приміщення"
    " громадський округ Коваленко прийом номер порядок денний про слухання голос Тарас видання дата"
    " двадцятого січня дві тисячі третього року відділення прийняття депутат"
).split()
NUMBERS = st.from_regex(r"№ ?\d{1,6}(-\d{1,6}){0,2}(/[IVX]{1,5})?", fullmatch=True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("№ 16-8/VIII", True),
        ("Рішення від 20 листопада 2020 року № 15-3/VIII", True),
        ("5 (зі змінами) листопада 2020 року № 7", True),
        ("м. Вільногірськ, 01.02.2020", True),
        ("2 | Коваленко Петро | 14.00", False),
        ("3 сесія | 24.12.2020 | Результати", False),
        ("номером 15", True),
        ("м. б/н Ясногірськ", True),
        ("Приміщення", False),
        ("дата видання: 01.02.2020 № 5", True),
        ("№ 5 від одинадцятого січня 2023 року", True),
        ("№ 5 від двадцятого січня дві тисячі двадцять третього року", True),
        ("№ 5 від 20 листопада 2020 року", True),
        ("за номером 15 від 20 листопада 2020 року", True),
        ("відділення № 5 від 01.02.2020", False),
        ("депутат Лиман № 5 від 01.02.2020", False),
    ],
)
def test_requisites(line: str, expected: bool) -> None:
    assert is_requisites(line, "dmy") is expected


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from((" ", " | ", ", ")))
def test_a_quick_refusal_refuses_what_the_long_way_would(words: list[str], between: str) -> None:
    line = between.join(words)
    header = read_header(line, "dmy")
    assert is_requisites(line, "dmy") == (header.says_something and header.is_whole)


@given(NUMBERS)
def test_a_number_alone_is_read_as_among_other_words(number: str) -> None:
    assert read_header(number, "dmy") == read_header(f"{number} ", "dmy")
