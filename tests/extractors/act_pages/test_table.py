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
