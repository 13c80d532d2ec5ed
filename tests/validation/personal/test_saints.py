"""Saints stay in names of parishes; a person who stands beside a saint does not. Names invented."""

import pytest

from tests.validation.personal.test_persons import marked


@pytest.mark.parametrize(
    "name",
    [
        "Релігійна громада Святого Миколая",
        "Громада Святителя Миколая",
        "Громада преподобного Сергія Радонезького",
        "Громада блаженної Ксенії Петербурзької",
        "Парафія святих апостолів Петра і Павла",
        "Храм св. Миколая Чудотворця",
    ],
)
def test_a_saint_is_no_person(name: str) -> None:
    assert marked(name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Настоятель храму Святого Миколая <Вербенко І. П.>",
        "Громада Святителя Миколая, <Вербенко Микола Іванович>",
        "Святий Миколай <Вербенко>",
        "Голова святої громади <Вербенко Миколай Іванович>",
        "Громада Святителя <Миколая Івановича Вербенка>",
    ],
)
def test_a_person_beside_a_saint_is_found(text: str) -> None:
    assert marked(text.replace("<", "").replace(">", "")) == text
