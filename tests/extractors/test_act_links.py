"""Relations between acts and titles cut by a site, from whole pages."""

from pipeline.extractors import act_links, decisions
from pipeline.model import Extraction, Finding
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from tests.command import Command
from tests.conftest import ROOT
from tests.pages import ADDRESS, article

SESSION = "Рішення 16 сесії міської ради від 10.09.2021"
CUT = "Про набори даних, які підлягають оприлюдненню у..."
WHOLE = "Про набори даних, які підлягають оприлюдненню у формі відкритих даних"


def link(*pages: Page, **given: bool) -> Extraction:
    parameters = DecisionsParameters.model_validate({"relations": True, **given})
    return act_links.linked(decisions.extract(pages, parameters), parameters)


def rows(extraction: Extraction, table: int = 1) -> list[dict[str, str]]:
    frame = extraction.tables[table].frame
    return [{str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")]


def page(*titles: str, heading: str = SESSION) -> Page:
    lines = (
        f'<p>№ 16-{number}/VIII <a href="{number}">{title}</a></p>'
        for number, title in enumerate(titles, start=1)
    )
    return article(heading, "".join(lines))


def said(extraction: Extraction, code: str) -> list[Finding]:
    return [finding for finding in extraction.findings if finding.code == code]


def test_an_act_that_changes_another_is_a_row_with_both() -> None:
    found = link(page("Про внесення змін до пункту 2 рішення від 24.12.2020 № 3-2VІІІ «Про сад»"))
    assert rows(found) == [
        {
            "identifier": "16-1/VIII-2021/1",
            "actIdentifier": "16-1/VIII-2021",
            "actType": "рішення",
            "actNumber": "16-1/VIII",
            "actDate": "2021-09-10",
            "action": "змінює",
            "part": "пункту 2",
            "targetType": "рішення",
            "targetIdentifier": "3-2/VIII-2020",
            "targetNumber": "3-2/VIII",
            "targetDate": "2020-12-24",
        }
    ]
    assert found.tables[1].origins[0] == found.tables[0].origins[0]


def test_several_earlier_acts_of_one_title_are_numbered() -> None:
    found = link(page("Про сад", "Про скасування рішень від 24.12.2020 № 3-2 та № 3-4"))
    assert [(row["identifier"], row["targetNumber"]) for row in rows(found)] == [
        ("16-2/VIII-2021/1", "3-2"),
        ("16-2/VIII-2021/2", "3-4"),
    ]


def test_an_act_on_two_pages_has_its_relations_once() -> None:
    same = page("Про скасування рішення від 24.12.2020 № 3-2")
    assert len(rows(link(same, same))) == 1


def test_what_is_repealed_whole_has_lost_force_and_a_finding_says_by_what() -> None:
    found = link(
        page(
            "Про сад",
            "Про парк",
            "Про визнання таким, що втратило чинність, рішення від 10.09.2021 № 16-1/VIII",
            "Про скасування пункту 1 рішення від 10.09.2021 № 16-2/VIII",
        )
    )
    assert [row["status"] for row in rows(found, 0)] == ["Втратив чинність", "", "", ""]
    (finding,) = said(found, "act-lost-force")
    assert (finding.row, finding.details["number"]) == (1, "16-3/VIII")


def test_a_status_that_the_page_prints_goes_before_one_that_follows() -> None:
    body = (
        '<p>№ 16-1/VIII <a href="1">Про сад (чинне)</a></p>'
        '<p>№ 16-2/VIII <a href="2">Про парк (втратило чинність)</a></p>'
        '<p>№ 16-3/VIII <a href="3">Про скасування рішення від 10.09.2021 № 16-1/VIII</a></p>'
    )
    found = link(article(SESSION, body))
    assert [row["status"] for row in rows(found, 0)] == ["Чинний", "Втратив чинність", ""]
    (finding,) = said(found, "act-status-contradicted")
    assert (finding.row, finding.details["status"]) == (1, "Чинний")


def test_a_table_with_a_column_of_statuses() -> None:
    body = (
        "<table><tr><th>Номер</th><th>Назва</th><th>Статус</th></tr>"
        '<tr><td>5</td><td><a href="1">Про сад</a></td><td>Втратив чинність</td></tr>'
        '<tr><td>6</td><td><a href="2">Про парк</a></td><td>Чинний</td></tr></table>'
    )
    found = link(article(SESSION, body))
    assert [row["status"] for row in rows(found, 0)] == ["Втратив чинність", "Чинний"]
    assert said(found, "column-not-read") == []


def test_a_number_of_another_day_or_kind_is_another_act() -> None:
    found = link(
        page(
            "Про сад",
            "Про скасування рішення від 10.09.2020 № 16-1/VIII",
            "Про скасування розпорядження від 10.09.2021 № 16-1/VIII",
        )
    )
    assert {row["status"] for row in rows(found, 0)} == {""}


def test_what_cannot_be_linked_is_counted() -> None:
    found = link(page("Про внесення змін до рішень міської ради"))
    assert rows(found) == []
    assert [item.details["count"] for item in said(found, "earlier-act-unnamed")] == [1]
    body = '<p><a href="1">Про скасування рішення від 24.12.2020 № 3-2</a></p>'
    found = link(article(SESSION, body))
    assert rows(found) == []
    assert [item.details["count"] for item in said(found, "relation-without-act")] == [1]


def test_a_title_cut_in_a_list_is_whole_where_another_page_has_it() -> None:
    found = link(page("Про сад", CUT, "Про парк"), page("Про сквер", WHOLE))
    titles = [row["title"] for row in rows(found, 0)]
    assert titles == ["Про сад", "Про парк", "Про сквер", WHOLE]
    assert len(found.tables[0].origins) == 4
    assert [item.details["count"] for item in said(found, "title-joined")] == [1]


def test_a_cut_title_stays_where_no_page_has_the_whole_one() -> None:
    found = link(page("Про сад", CUT), page("Про сквер", "Про набори даних обласної ради"))
    assert [row["title"] for row in rows(found, 0)][1] == CUT
    other_day = "Рішення 16 сесії міської ради від 11.09.2021"
    found = link(page("Про сад", CUT), page("Про сквер", WHOLE, heading=other_day))
    assert len(rows(found, 0)) == 4
    assert said(found, "title-joined") == []


def test_findings_keep_to_their_rows_when_a_row_goes() -> None:
    body = '<p><a href="9">Про тротуар</a></p>'
    found = link(page("Про сад", CUT), page("Про сквер", WHOLE), article(SESSION, body))
    (finding,) = said(found, "act-without-number")
    assert finding.row is not None
    assert rows(found, 0)[finding.row - 1]["title"] == "Про тротуар"
    assert rows(found, 0)[finding.row - 1]["url"] == f"{ADDRESS}9"


def test_drafts_have_no_relations_and_neither_have_acts_unless_asked() -> None:
    plain = link(page("Про скасування рішення від 24.12.2020 № 3-2"), relations=False)
    assert len(plain.tables) == 1
    drafts = link(page("Про скасування рішення від 24.12.2020 № 3-2"), drafts=True)
    assert [table.name for table in drafts.tables] == ["Projects"]


def test_a_session_that_changes_nothing_earlier_is_fit_to_publish(command: Command) -> None:
    page_of_session = ROOT / "datasets" / "council-decisions" / "sample" / "session-92.html"
    assert command("validate", "council-decisions", "--source", page_of_session).code == 0
    assert command("publish", "council-decisions", "--source", page_of_session).code == 0
    table = command.site / "datasets" / "council-decisions" / "ActRelations.csv"
    assert len(table.read_text(encoding="utf-8").splitlines()) == 1
