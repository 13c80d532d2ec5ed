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
        ('<p><a href="5">№ 5 Про план 5</a>, скасовано рішенням № 9</p>', ["Втратив чинність"]),
        (f"{LINED.format(5)}<p>Статус: діючий</p>{LINED.format(6)}<p>Стан: втратив чинність</p>",
         ["Чинний", "Втратив чинність"]),
        (f"{LINED.format(5)}<p>Втратило чинність</p>{LINED.format(6)}", ["Втратив чинність", ""]),
        # Above the titles: of which act a line between two is, is not said.
        (f"<p>Статус: Чинний</p>{LINED.format(5)}<p>Статус: Втратив чинність</p>{LINED.format(6)}",
         ["", ""]),
        (f"{LINED.format(5)}<p>Чинний Закон України</p>{LINED.format(6)}", ["", ""]),
    ],
    ids=["named", "behind a link", "in small letters", "alone", "above", "a sentence"],
)  # fmt: skip
def test_the_state_on_a_line_of_its_own(body: str, statuses: list[str]) -> None:
    assert [act[3] for act in acts(body)] == statuses


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12.03.20", "2020-03-12"),
        ("Прийнято 12.03.2020 р.", "2020-03-12"),
        ("12.03.2020, зі змінами від 15.04.2021", ""),
        ("31.02.20", ""),
    ],
)
def test_the_only_day_of_a_cell(cell: str, day: str) -> None:
    header = "<tr><th>Дата</th><th>Номер</th><th>Назва</th></tr>"
    row = f"<tr><td>{cell}</td><td>№ 5</td><td>Про план</td></tr>"
    assert acts(f"<table>{header}{row}</table>") == [("5", day, "Про план", "")]


def table(header: str, *lines: str) -> list[tuple[str, str, str, str]]:
    """The acts of a table; its cells are parted by bars."""
    head = "".join(f"<th>{name.strip()}</th>" for name in header.split("|")) if header else ""
    body = [
        "".join(f"<td>{cell.strip()}</td>" for cell in line.split("|")) for line in (head, *lines)
    ]
    return acts(f"<table><tr>{head}</tr><tr>{'</tr><tr>'.join(body[1:])}</tr></table>")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("№ рішення | Дата | Назва", "45 | 12.03.2020 | Про план"),
        # What a column with another day or another number holds is not the act's.
        (
            "Номер | Дата | Дата набрання чинності | Назва",
            "45 | 12.03.2020 | 15.03.2020 | Про план",
        ),
        ("№ рішення | № сесії | Дата | Назва", "45 | 15 | 12.03.2020 | Про план"),
        ("№ сесії | № рішення | Дата | Назва", "15 | 45 | 12.03.2020 | Про план"),
        (
            "Номер | Дата прийняття | Назва | Дата останніх змін",
            "45|12.03.2020|Про план|01.02.2021",
        ),
        ("", "1 | 45 | Про план | 12.03.2020"),
        ("", "1. | № 45 | Про план | 12.03.2020"),
    ],
)
def test_columns_of_an_act_and_of_something_else(header: str, line: str) -> None:
    assert table(header, line) == [("45", "2020-03-12", "Про план", "")]


@pytest.mark.parametrize(
    ("header", "counts"), [("№ | Назва", 2), ("", 2), ("№ рішення | Назва", 0)]
)
def test_numbers_that_may_only_count_the_rows_are_said(header: str, counts: int) -> None:
    names = "".join(f"<th>{name}</th>" for name in header.split("|")) if header else ""
    rows = "<tr><td>1</td><td>Про план</td></tr><tr><td>2.</td><td>Про сад</td></tr>"
    page = article("Рішення сесії", f"<table><tr>{names}</tr>{rows}</table>")
    findings = decisions.extract([page], DecisionsParameters()).findings
    said = [one.details["count"] for one in findings if one.code == "number-is-of-the-item"]
    assert said == ([counts] if counts else [])


def test_a_number_above_a_title_with_another_number_is_not_lost() -> None:
    body = '<p><a href="all.zip">Рішення № 19-25</a></p><p><a href="26">№ 26 Про сад</a></p>'
    assert [act[:1] + act[2:3] for act in acts(body)] == [("19-25", ""), ("26", "Про сад")]


@pytest.mark.parametrize(
    ("line", "day", "issued"),
    [
        ("<p>{0}.03.2020</p>", "2020-03-{0}", ""),
        ("<p>Опубліковано: {0}.03.2020</p>", "", "2020-03-{0}"),
        ("<p>{0}.03.2020 14:20</p>", "", "2020-03-{0}"),  # a site says when it got the file
    ],
    ids=["adopted", "published", "with the hour"],
)
def test_a_day_under_a_title(line: str, day: str, issued: str) -> None:
    items = "".join(
        f'<p><a href="{n}">№ {n} Про план</a></p>{line.format(n)}' for n in ("15", "16")
    )
    page = article("Рішення", items, published="")
    frame = decisions.extract([page], DecisionsParameters()).tables[0].frame
    days = list(zip(frame["dateAccepted"], frame["issued"], strict=True))
    assert days == [(day.format(n), issued.format(n)) for n in ("15", "16")]


@pytest.mark.parametrize("words", ["Результати голосування", "Поіменне голосування", "Відео"])
def test_links_beside_a_title_are_no_part_of_it(words: str) -> None:
    body = f'<p><a href="5">№ 5 Про план</a> <a href="v">{words}</a></p>'
    assert [act[2] for act in acts(body)] == ["Про план"]


def test_ways_to_pages_about_the_site_are_no_acts() -> None:
    body = '<p><a href="5">№ 5 Про план</a></p><p><a href="/about">Про громаду</a></p>'
    assert [act[2] for act in acts(body)] == ["Про план"]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("N 1|Про план|N 2|Про звіт|Про тариф|N 4|Про статут", ["1", "2", "", "4"]),
        ("Про план|N 1|Про звіт|Про тариф|N 3", ["1", "", "3"]),
        ("N 1|Про план|Про звіт|N 2|Про тариф|N 3", ["1", "2", "3"]),
        ("N 1|Про план|Про звіт", ["1", ""]),
    ],
)
def test_a_number_is_not_given_to_the_wrong_title(body: str, numbers: list[str]) -> None:
    lines = "".join(f"<p>{line.replace('N', '№')}</p>" for line in body.split("|"))
    assert [number for number, *_ in acts(lines)] == numbers


@pytest.mark.parametrize(
    "labels",
    [
        "<p>Вид: Розпорядження</p><p>Номер: {0}-р</p><p>Дата: 0{0}.02.2023</p>",
        "<p>Дата: 0{0}.02.2023</p><p>Номер: № {0}-р</p><p>Тип документа: Розпорядження</p>",
        "<p>Дата прийняття: 0{0}.02.2023</p><p>Реєстраційний номер: {0}-р</p>"
        "<p>Вид: Розпорядження</p>",
        "<dl><dt>Вид</dt><dd>Розпорядження</dd><dt>Номер</dt><dd>{0}-р</dd>"
        "<dt>Дата</dt><dd>0{0}.02.2023</dd></dl>",
    ],
    ids=["beside", "the other way round", "registered", "under"],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_kind_number_and_day_under_their_names(labels: str, above: bool) -> None:
    title = '<p><a href="{0}">Про план {0}</a></p>'
    item = labels + title if above else title + labels
    page = article("Рішення ради", item.format(5) + item.format(6))
    rows = decisions.extract([page], DecisionsParameters()).tables[0].frame.to_dict("records")
    assert [(row["type"], row["number"], row["dateAccepted"]) for row in rows] == [
        ("розпорядження", "5-р", "2023-02-05"),
        ("розпорядження", "6-р", "2023-02-06"),
    ]


def test_a_day_alone_is_not_that_of_an_act() -> None:
    assert acts('<p><a href="5">№ 5 Про план</a></p><p>Дата: 05.02.2023</p>')[0][1] == ""


@pytest.mark.parametrize(("name", "cell"), [("Стан", "втратило чинність"), ("Статус", "скасовано")])
def test_the_state_in_a_column(name: str, cell: str) -> None:
    header, row = f"Номер | Назва | {name}", f"5 | Про план | {cell}"
    assert table(header, row) == [("5", "", "Про план", "Втратив чинність")]


def test_a_state_that_is_not_understood_is_said() -> None:
    body = "<tr><th>Номер</th><th>Назва</th><th>Стан</th></tr><tr><td>5</td><td>Про план</td>"
    page = article("Рішення", f"<table>{body}<td>на доопрацюванні</td></tr></table>")
    findings = decisions.extract([page], DecisionsParameters()).findings
    assert [one.value for one in findings if one.code == "text-not-read"] == ["на доопрацюванні"]


ITEM = (
    "<div>Рішення {2} № {0} (0{1}.03.2024)</div>"
    '<div><a href="{0}">Про план {0}</a></div><div>Переглянути документ повністю</div>'
)


def test_numbers_above_titles_stay_with_them_whatever_stands_between() -> None:
    """The first line is that of a session as well: a list under it would have several titles."""
    body = ITEM.format(5, 1, "сесії") + ITEM.format(6, 2, "виконкому")
    assert [act[:3] for act in acts(body)] == [
        ("5", "2024-03-01", "Про план 5"),
        ("6", "2024-03-02", "Про план 6"),
    ]


def test_a_number_before_a_title_without_one_is_not_of_the_act_above() -> None:
    body = (
        '<p><a href="1">Про сад</a></p><p>Детальніше</p>'
        '<p>Рішення № 6</p><p><a href="2">Про ліс</a></p>'
    )
    assert [act[0] for act in acts(body)] == ["", "6"]


def test_the_session_over_several_titles_is_a_heading() -> None:
    body = '<p>Рішення сесії № 5 від 12.03.2024</p><p><a href="1">Про сад</a></p>'
    more = '<p><a href="2">Про ліс</a></p>'
    assert [act[:2] for act in acts(body + more)] == [("", "2024-03-12")] * 2


def test_names_of_columns_that_cells_repeat() -> None:
    header, row = "№ | Дата | Назва", "№: 15/1 | Дата: 12.03.2024 | Назва: Про план"
    assert table(header, row) == [("15/1", "2024-03-12", "Про план", "")]


def test_a_card_that_is_one_link() -> None:
    card = '<a href="{0}"><div>№ {0}</div><div>Про план</div><div>0{0}.03.2024</div></a>'
    assert acts(card.format(5) + card.format(6)) == [
        ("5", "2024-03-05", "Про план", ""),
        ("6", "2024-03-06", "Про план", ""),
    ]


def test_a_second_column_of_titles_is_said() -> None:
    header = "<tr><th>Номер</th><th>Назва</th><th>Номер</th><th>Назва рішення</th></tr>"
    row = "<tr><td>5</td><td>Про план</td><td>6</td><td>Про сад</td></tr>"
    found = decisions.extract(
        [article("Рішення", f"<table>{header}{row}</table>")], DecisionsParameters()
    )
    said = [one.details["column"] for one in found.findings if one.code == "column-not-read"]
    assert said == ["Номер", "Назва рішення"]


def test_a_table_of_telephones_has_no_acts() -> None:
    body = "<table><tr><td>Про гарячу лінію</td><td>0 800 50 50 50</td></tr></table>"
    found = decisions.extract([article("Контакти", body)], DecisionsParameters())
    assert found.tables[0].frame.empty
    assert "text-not-read" in {one.code for one in found.findings}


def test_a_title_with_its_number_under_a_heading_of_no_acts_is_said() -> None:
    body = '<p>Оголошення</p><p><a href="1">Про збори</a></p><p><a href="2">№ 5-1/VIII Про сад</a>'
    found = decisions.extract([article("Документи", body)], DecisionsParameters())
    said = [one.value for one in found.findings if one.code == "text-not-read"]
    assert said == ["№ 5-1/VIII Про сад"]


def test_labels_on_one_line() -> None:
    line = "<p>Номер: {0} Прийнято: 0{0}.02.2023 Оприлюднено: 1{0}.02.2023</p>"
    body = "".join(f'<h3><a href="{n}">Про план {n}</a></h3>{line.format(n)}' for n in (5, 6))
    frame = decisions.extract([article("Рішення", body)], DecisionsParameters()).tables[0].frame
    assert list(frame["number"]) == ["5", "6"]
    assert list(frame["dateAccepted"]) == ["2023-02-05", "2023-02-06"]
    assert list(frame["issued"]) == ["2023-02-15", "2023-02-16"]


def test_a_line_of_labels_and_other_words_is_not_read() -> None:
    body = "<p>№ 5 Про план</p><p>Номер: 9 Прийнято: десь Дата: 01.02.2023</p>"
    assert acts(body) == [("5", "", "Про план", "")]


CARD = (
    "<p>Документ № 5 від 01.02.2023р. Втратив чинність</p>"
    "<h3>Повязані документи</h3><p><a href='9'>Рішення \"Про сад...\" № 9 від 02.03.2023р.</a></p>"
    "<h3>Публікації документа</h3><p>05.02.2023</p><p>Про план розвитку міста на 2024 рік</p>"
)


NAME = 'Рішення "Про план розвитку мі..." № 5 від 01.02.2023р.'


@pytest.mark.parametrize("above", ["", f"<h1>{NAME}</h1>"])
def test_the_card_of_one_act(above: str) -> None:
    page = article(NAME, above + CARD)
    (row,) = decisions.extract([page], DecisionsParameters()).tables[0].frame.to_dict("records")
    assert (row["number"], row["dateAccepted"]) == ("5", "2023-02-01")
    assert (row["title"], row["status"]) == (
        "Про план розвитку міста на 2024 рік",
        "Втратив чинність",
    )
