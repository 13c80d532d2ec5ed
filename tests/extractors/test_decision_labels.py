"""Lists whose items have their number, day and state on lines of their own, under their names."""

import pytest

from pipeline.extractors import decisions
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import article

BELOW = (
    '<h3><a href="{0}">Про план {0}</a></h3><ul><li>Категорія: Загальні</li><li>Тема: Сад</li>'
    "<li>Розділ: Ліс</li><li>Номер: {0}</li><li>Дата прийняття: 0{0}.02.2023</li></ul>"
)
ABOVE = (
    "<ul><li>Номер: {0}</li><li>Дата прийняття: 0{0}.02.2023</li></ul>"
    '<p><a href="{0}">Про план {0}</a></p>'
)
LINED = '<p><a href="{0}">№ {0} від 0{0}.02.2023 Про план {0}</a></p>'


def acts(body: str) -> list[tuple[str, str, str, str]]:
    """Number, day, title and status of each act."""
    found = decisions.extract([article("Розпорядження", body)], DecisionsParameters())
    return [
        (row["number"], row["dateAccepted"], row["title"], row.get("status") or "")
        for row in found.tables[0].frame.to_dict("records")
    ]


@pytest.mark.parametrize("item", [BELOW, ABOVE, LINED], ids=["below", "above", "one line"])
def test_each_act_has_its_own_number_and_day(item: str) -> None:
    assert acts(item.format(5) + item.format(6)) == [
        ("5", "2023-02-05", "Про план 5", ""),
        ("6", "2023-02-06", "Про план 6", ""),
    ]


@pytest.mark.parametrize(
    ("body", "statuses"),
    [
        (f"{LINED.format(5)}<p>Статус: Чинний</p>{LINED.format(6)}<p>Стан: Втратив чинність</p>",
         ["Чинний", "Втратив чинність"]),
        (f"{LINED.format(5)}<p>Втратило чинність</p>{LINED.format(6)}", ["Втратив чинність", ""]),
        # Above the titles: of which act a line between two is, is not said.
        (f"<p>Статус: Чинний</p>{LINED.format(5)}<p>Статус: Втратив чинність</p>{LINED.format(6)}",
         ["", ""]),
        (f"{LINED.format(5)}<p>Чинний Закон України</p>{LINED.format(6)}", ["", ""]),
    ],
    ids=["named", "alone", "above", "a sentence"],
)  # fmt: skip
def test_the_state_on_a_line_of_its_own(body: str, statuses: list[str]) -> None:
    assert [act[3] for act in acts(body)] == statuses
