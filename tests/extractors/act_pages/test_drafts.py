"""Drafts on pages: rows of `Projects`, papers beside them, the term of the law."""

from datetime import date

import pytest

from pipeline.extractors import decisions
from pipeline.model import Extraction
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import ADDRESS, article

SESSION = "Проєкти рішень на 5 сесію міської ради від 28.05.2020"
NOTE, TABLE = "Пояснювальна записка", "Порівняльна таблиця"


def extract(body: str, heading: str = SESSION, *, drafts: bool = True) -> Extraction:
    return decisions.extract([article(heading, body)], DecisionsParameters(drafts=drafts))


def rows(extraction: Extraction) -> list[dict[str, str]]:
    frame = extraction.tables[0].frame
    found = [
        {str(name): str(cell) for name, cell in row.items()} for row in frame.to_dict("records")
    ]
    return [
        {name: cell.removeprefix(ADDRESS) for name, cell in row.items() if cell} for row in found
    ]


@pytest.mark.parametrize(
    "line",
    [
        '<a href="d">Проєкт рішення № 15 «Про план»</a>',
        '<a href="d">Проект рішення №15 Про план</a>',
        '№ 15 <a href="d">Про план</a>',
        'Проєкт рішення <a href="d">Про план</a> № 15',
    ],
)
def test_a_draft_is_a_row_of_its_own_table(line: str) -> None:
    extraction = extract(f"<p>{line}</p>")
    (row,) = rows(extraction)
    assert extraction.tables[0].schema == "835-2019/Legislation/Projects"
    assert (row["title"], row["type"], row["url"]) == ("Про план", "рішення", "d")
    assert row["identifier"].endswith("-15")
    assert "registrationDate" not in row, "the day of the session is not that of the draft"


def test_the_day_of_publication_behind_a_title() -> None:
    lines = [
        f'<p><a href="{n}">Проєкт рішення «Про план»</a> (оприлюднено {n}.04.2024)</p>'
        for n in ("19", "22")
    ]
    assert [row["issued"] for row in rows(extract("".join(lines)))] == ["2024-04-19", "2024-04-22"]


def test_pages_of_acts_leave_drafts_out() -> None:
    extraction = extract('<p><a href="d">Проєкт рішення № 15 «Про план»</a></p>', drafts=False)
    assert extraction.tables[0].schema == "835-2019/Legislation/LegalActs"
    assert rows(extraction) == []


@pytest.mark.parametrize(
    "papers",
    [
        f'<ul><li><a href="n">{NOTE}</a></li><li><a href="t">{TABLE}</a></li></ul>',
        f'<p><a href="n">{NOTE} до проєкту</a></p><p><a href="t">{TABLE}</a></p>',
    ],
)
def test_papers_under_a_draft_are_its_own(papers: str) -> None:
    body = f'<p>№ 1 <a href="d">Про план</a></p>{papers}<p>№ 2 <a href="e">Про звіт</a></p>'
    first, second = rows(extract(body))
    assert (first["note"], first["comparisonTable"]) == ("n", "t")
    assert not {"note", "comparisonTable"} & second.keys()


def test_papers_in_the_line_of_a_draft() -> None:
    line = f'<p>№ 1 <a href="d">Про план</a> (<a href="n">{NOTE.lower()}</a>)</p>'
    (row,) = rows(extract(line))
    assert (row["title"], row["url"], row["note"]) == ("Про план", "d", "n")


def test_without_a_number_the_identifier_is_the_same_wherever_the_draft_stands() -> None:
    one, other = '<a href="1">Про план</a>', '<a href="2">Про звіт</a>'
    first = [row["identifier"] for row in rows(extract(f"<ol><li>{one}</li><li>{other}</li></ol>"))]
    again = [row["identifier"] for row in rows(extract(f"<ol><li>{other}</li><li>{one}</li></ol>"))]
    assert first == again[::-1]
    assert len(set(first)) == 2


TABLE_OF_DRAFTS = (
    "<table><tr><th>№ з/п</th><th>Номер</th><th>Назва</th><th>Суб’єкт подання</th>"
    "<th>Дата оприлюднення</th></tr><tr><td>1</td><td>15</td>"
    f'<td><a href="d">Про план</a> <a href="n">{NOTE}</a></td><td>Фінансове управління</td>'
    "<td>{issued}</td></tr></table>"
)


def test_a_table_says_who_submitted_and_when_it_was_published() -> None:
    (row,) = rows(extract(TABLE_OF_DRAFTS.format(issued="15.04.2020")))
    assert row["identifier"] == "p-2020-15"
    assert (row["title"], row["note"]) == ("Про план", "n")
    assert (row["creatorName"], row["issued"]) == ("Фінансове управління", "2020-04-15")


@pytest.mark.parametrize(
    ("issued", "meeting", "days"),
    [
        ("15.04.2020", date(2020, 5, 28), None),
        ("20.05.2020", date(2020, 5, 28), 6),
        ("01.06.2023", date(2023, 6, 15), None),
        ("02.06.2023", date(2023, 6, 15), 9),
    ],
)
def test_a_draft_that_came_late_is_said(issued: str, meeting: date, days: int | None) -> None:
    heading = f"Проєкти рішень на 5 сесію міської ради від {meeting:%d.%m.%Y}"
    extraction = extract(TABLE_OF_DRAFTS.format(issued=issued), heading)
    late = [one for one in extraction.findings if one.code == "draft-published-late"]
    assert [one.details["days"] for one in late] == ([] if days is None else [days])


def test_a_column_of_authors_on_a_page_of_acts_is_not_passed_over() -> None:
    extraction = extract(
        TABLE_OF_DRAFTS.format(issued="15.04.2020"), "Рішення 5 сесії", drafts=False
    )
    said = [one for one in extraction.findings if one.code == "column-not-read"]
    assert [one.details["column"] for one in said] == ["Суб’єкт подання"]
