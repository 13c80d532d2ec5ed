"""Numbers merged over titles, tables side by side, and tables of no acts."""

import pytest

from pipeline.extractors import decisions
from pipeline.model import Extraction
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import ADDRESS, article

HEADER = "<tr><th>№ рішення</th><th>Дата</th><th>Назва</th></tr>"
DAY = "<td>05.06.2024</td>"


def read(rows: str, heading: str = "Рішення ради") -> Extraction:
    return decisions.extract([article(heading, f"<table>{rows}</table>")], DecisionsParameters())


def acts(found: Extraction) -> list[tuple[str, str, str]]:
    frame = found.tables[0].frame
    links = [url.removeprefix(ADDRESS) for url in frame["url"]]
    return list(zip(frame["number"], frame["title"], links, strict=True))


@pytest.mark.parametrize(
    "rows",
    [
        f'<tr><td rowspan="2">202</td>{DAY}<td><a href="1">Про план</a></td></tr>'
        f'<tr>{DAY}<td><a href="2">Про сад</a></td></tr>',
        f'<tr><td rowspan="2">202</td>{DAY}<td><a href="1">Про план</a></td></tr>'
        f'<tr>{DAY}<td><a href="2">Про план</a></td></tr>',
        f'<tr><td>202</td>{DAY}<td><a href="1">Про план</a><br><a href="2">Про сад</a></td></tr>',
    ],
)
def test_a_number_beside_several_titles_is_of_none(rows: str) -> None:
    found = read(HEADER + rows)
    assert [number for number, _, _ in acts(found)] == ["", ""]
    said = [one for one in found.findings if one.code == "number-of-several-titles"]
    assert [dict(one.details) for one in said] == [{"number": "202", "count": 2}]


@pytest.mark.parametrize(
    "rows",
    [
        f'<tr><td rowspan="2">202</td>{DAY}<td rowspan="2"><a href="1">Про план</a></td></tr>'
        f"<tr>{DAY}</tr>",
        f'<tr><td rowspan="2">202</td>{DAY}<td><a href="1">Про план</a></td></tr>'
        f'<tr>{DAY}<td><a href="2">Додаток 1</a></td></tr>',
    ],
)
def test_a_number_merged_over_one_title_is_its_own(rows: str) -> None:
    assert acts(read(HEADER + rows)) == [("202", "Про план", "1")]


def test_a_number_in_the_title_itself_stays() -> None:
    rows = (
        f'<tr><td rowspan="2">202</td>{DAY}<td><a href="1">№ 7 Про план</a></td></tr>'
        f'<tr>{DAY}<td><a href="2">№ 8 Про сад</a></td></tr>'
    )
    assert [number for number, _, _ in acts(read(HEADER + rows))] == ["7", "8"]


def test_tables_side_by_side() -> None:
    names = "<th>№</th><th>Дата</th><th>Назва</th>"
    first = f'<td>15</td>{DAY}<td><a href="1">Про план</a></td>'
    second = f'<td>18</td>{DAY}<td><a href="2">Про сад</a></td>'
    last = f'<td>16</td>{DAY}<td><a href="3">Про парк</a></td><td></td><td></td><td></td>'
    found = read(f"<tr>{names}{names}</tr><tr>{first}{second}</tr><tr>{last}</tr>")
    assert acts(found) == [("15", "Про план", "1"), ("18", "Про сад", "2"), ("16", "Про парк", "3")]
    assert "column-not-read" not in {one.code for one in found.findings}


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Закупівлі 2024", "<th>Назва</th><th>Дата</th>"),
        ("Перелік укладених договорів", "<th>Назва</th><th>Дата</th>"),
        ("Інформація", "<th>Предмет</th><th>Дата</th>"),
        ("Інформація", "<th>Назва</th><th>Дата</th><th>Постачальник</th>"),
    ],
)
def test_a_table_of_purchases_has_no_acts(heading: str, names: str) -> None:
    row = "<tr><td>Про закупівлю газу</td><td>05.06.2024</td><td>ТОВ «Вогник»</td></tr>"
    assert acts(read(f"<tr>{names}</tr>{row}", heading)) == []


def test_what_acts_are_about_may_be_named_as_their_matter() -> None:
    rows = (
        f"<tr><th>№</th><th>Дата</th><th>Предмет</th></tr><tr><td>5</td>{DAY}<td>Про сад</td></tr>"
    )
    assert [title for _, title, _ in acts(read(rows))] == ["Про сад"]


def test_a_record_in_a_table_of_acts_is_none() -> None:
    header = "<tr><th>Тип</th><th>№</th><th>Дата</th><th>Назва</th></tr>"
    row = f'<tr><td>{{}}</td><td>3</td>{DAY}<td><a href="{{}}">Про план</a></td></tr>'
    found = read(header + row.format("Протокол", 1) + row.format("Рішення", 2))
    assert acts(found) == [("3", "Про план", "2")]


def test_a_column_that_counts_rows_beside_titles_with_requisites() -> None:
    row = "<tr><td>{0}</td><td>Рішення № 4{0} від 12.02.2024 «Про план»</td><td>є</td></tr>"
    rows = "<tr><th>№</th><th>Назва</th><th>Файл</th></tr>" + row.format(1) + row.format(2)
    found = read(rows)
    assert [number for number, _, _ in acts(found)] == ["41", "42"]
    assert "number-is-of-the-item" not in {one.code for one in found.findings}


def test_states_in_words_of_a_column() -> None:
    row = f"<tr><td>{{}}</td>{DAY}<td>Про план {{}}</td><td>{{}}</td></tr>"
    header = "<tr><th>№</th><th>Дата</th><th>Назва</th><th>Статус</th></tr>"
    said = ("діє", "не діє", "недіючий", "діє до 01.01.2025")
    rows = "".join(row.format(5 + at, at, words) for at, words in enumerate(said))
    states = list(read(header + rows).tables[0].frame["status"])
    assert states == ["Чинний", "Втратив чинність", "Втратив чинність", ""]


def test_a_number_with_that_of_its_changes() -> None:
    row = f'<tr><td>303 зі змінами № 310</td>{DAY}<td><a href="1">Про план</a></td></tr>'
    assert acts(read(HEADER + row)) == [("303", "Про план", "1")]


def test_tables_side_by_side_without_a_header() -> None:
    first = f'<td>№ 15</td>{DAY}<td><a href="1">Про план</a></td>'
    second = f'<td>№ 18</td>{DAY}<td><a href="2">Про сад</a></td>'
    last = f'<td>№ 16</td>{DAY}<td><a href="3">Про парк</a></td><td></td><td></td><td></td>'
    found = read(f"<tr>{first}{second}</tr><tr>{last}</tr>")
    assert acts(found) == [("15", "Про план", "1"), ("18", "Про сад", "2"), ("16", "Про парк", "3")]


def test_a_row_that_names_an_earlier_act_too_is_one() -> None:
    row = f'<td>15</td>{DAY}<td><a href="1">Про план</a></td><td><a href="2">Про сад</a></td>'
    assert [title for _, title, _ in acts(read(f"<tr>{row}</tr>"))] == ["Про план"]


def test_a_table_of_letters_of_citizens_has_no_acts() -> None:
    row = f"<tr><td>3</td>{DAY}<td>Про ремонт</td></tr>"
    assert acts(read(HEADER + row, "Звернення громадян")) == []


UNKNOWN = "<tr><th>{}</th><th>Номер</th><th>Дата</th></tr>"


@pytest.mark.parametrize(
    ("name", "title", "numbers"),
    [
        ("Назва", "Договір про співпрацю", []),
        ("Назва", "Надання допомоги при народженні", []),
        ("Назва рішення", "Програма «Село»", ["15"]),
        ("Назва", "Рішення «Програма «Село»»", ["15"]),
        ("Назва", "Про план", ["15"]),
    ],
)
def test_rows_under_a_heading_of_no_acts_must_say_that_they_are(
    name: str, title: str, numbers: list[str]
) -> None:
    row = f'<tr><td><a href="1.pdf">{title}</a></td><td>15</td>{DAY}</tr>'
    found = read(UNKNOWN.format(name) + row, "Корисна інформація")
    assert [number for number, _, _ in acts(found)] == numbers
    assert ("text-not-read" in {one.code for one in found.findings}) is not bool(numbers)


@pytest.mark.parametrize("header", ["", "<tr><th>Назва</th><th>Дата</th></tr>"])
@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Рішення № 5 від 04.06.2024 Про план", "2024-06-04"),
        ("Про план (рішення № 5 від 04.06.2024)", "2024-06-05"),
        ("Рішення № 5 Про план", "2024-06-05"),
    ],
)
def test_the_day_before_a_title_goes_before_that_of_the_row(
    header: str, title: str, day: str
) -> None:
    found = read(f'{header}<tr><td><a href="5.pdf">{title}</a></td>{DAY}</tr>')
    assert list(found.tables[0].frame["dateAccepted"]) == [day]
    said = [one.value for one in found.findings if one.code == "act-days-differ"]
    assert said == (["05.06.2024"] if day == "2024-06-04" else [])


def test_the_day_of_requisites_goes_before_that_of_another_column() -> None:
    header = "<tr><th>Назва</th><th>Реквізити</th><th>Дата</th></tr>"
    row = f'<tr><td><a href="1.pdf">Про план</a></td><td>№ 5 від 01.06.2024</td>{DAY}</tr>'
    found = read(header + row)
    assert list(found.tables[0].frame["dateAccepted"]) == ["2024-06-01"]
    assert [one.value for one in found.findings if one.code == "act-days-differ"] == ["05.06.2024"]


def test_the_text_of_an_act_behind_its_annex_in_a_cell_of_files() -> None:
    header = "<tr><th>Номер</th><th>Назва</th><th>Файли</th></tr>"
    files = '<a href="d.pdf">Додаток</a><br><a href="1.pdf">Рішення</a>'
    found = read(f"{header}<tr><td>5</td><td>Про план</td><td>{files}</td></tr>")
    assert acts(found) == [("5", "Про план", "1.pdf")]
    assert "column-not-read" not in {one.code for one in found.findings}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Відповідальний: відділ освіти", ["Відповідальний: відділ освіти"]),
        ("Статус: Втратив чинність", []),
    ],
)
def test_a_label_under_a_title_is_no_part_of_it(line: str, said: list[str]) -> None:
    title = f'<p><a href="1.pdf">Про план</a></p><p>{line}</p>'
    found = read(f"{HEADER}<tr><td>5</td>{DAY}<td>{title}</td></tr>")
    assert acts(found) == [("5", "Про план", "1.pdf")]
    assert [one.value for one in found.findings if one.code == "text-not-read"] == said


@pytest.mark.parametrize("name", ["Зміст звернення", "Суть запиту", "Назва петиції"])
def test_a_table_of_letters_under_any_heading_has_no_acts(name: str) -> None:
    row = f"<tr><td>3</td>{DAY}<td>Про ремонт</td></tr>"
    header = HEADER.replace("№ рішення", "№").replace("Назва", name)
    assert acts(read(header + row, "Для громадян")) == []


@pytest.mark.parametrize(
    ("title", "number", "day", "own", "said"),
    [
        ("Про план (рішення № 5 від 01.02.2020)", "", "12.03.2021", "", "whole"),
        ("Про план (рішення № 5 від 01.02.2020)", "7", "12.03.2021", "7", "whole"),
        ("Про план (№ 9)", "7", "12.03.2021", "7", "whole"),
        ("Про план (рішення № 15-2)", "5", "12.03.2021", "5", "whole"),
        ("Про план (№ 5-12/VIII)", "12", "12.03.2021", "12", "Про план"),
        ("Про план (рішення № 5 від 01.02.2020)", "5", "01.02.2020", "5", "Про план"),
        ("Про план (№ 5-12/VIII)", "5-12", "12.03.2021", "5-12", "Про план"),
        ("Про план (№ 5 від 01.02.2020)", "", "01.02.2020", "5", "Про план"),
    ],
)
def test_requisites_that_the_columns_contradict_are_of_another_act(
    title: str, number: str, day: str, own: str, said: str
) -> None:
    header = "<tr><th>Назва</th><th>Дата</th><th>Номер рішення</th></tr>"
    rows = f'<tr><td><a href="1">{title}</a></td><td>{day}</td><td>{number}</td></tr>'
    found = read(header + rows)
    assert acts(found) == [(own, title if said == "whole" else said, "1")]
    year, month, date = day[6:], day[3:5], day[:2]
    assert list(found.tables[0].frame["dateAccepted"]) == [f"{year}-{month}-{date}"]


def test_a_day_of_a_title_that_its_column_contradicts_is_told() -> None:
    header = "<tr><th>Назва</th><th>Дата</th></tr>"
    rows = '<tr><td><a href="1">Про план (№ 5 від 01.02.2020)</a></td><td>03.02.2020</td></tr>'
    found = read(header + rows)
    assert list(found.tables[0].frame["dateAccepted"]) == ["2020-02-03"]
    (said,) = (one for one in found.findings if one.code == "act-days-differ")
    assert said.details == {"taken": "03.02.2020", "other": "01.02.2020"}
