"""Lines that belong together because they stand in one card of the page."""

import pytest

from pipeline.extractors import decisions
from pipeline.extractors.act_pages.places import Reach, in_one_card, shared
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import article


def found(body: str, **given: bool) -> list[dict[str, str]]:
    parameters = DecisionsParameters.model_validate(given)
    frame = decisions.extract([article("Рішення сесій", body)], parameters).tables[0].frame
    return [{str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")]


def card(number: int, under: str) -> str:
    """As Joomla prints a post: title, what the site says of it, its text, the way to the rest."""
    return (
        f'<div><h2><a href="/{number}">Про план {number}</a></h2><dl><dt>Деталі</dt>'
        f"<dd>Категорія: Рішення</dd><dd>Перегляди: 30{number}</dd></dl>{under}"
        f'<p><a href="/{number}">Детальніше: Про план {number}</a></p></div>'
    )


def test_what_holds_two_places() -> None:
    assert shared("main/div[2]/p", "main/div[2]/ul/li") == ("main", "div[2]")
    assert in_one_card("main/div[2]/h2", "main/div[2]/p", ["main/div[1]/h2"])
    assert not in_one_card("main/p[1]", "main/p[2]", ["main/p[3]"])
    assert not in_one_card("main/div[2]/h2", "main/div[2]/p", [])


def test_a_day_reaches_as_far_as_what_holds_it_and_its_first_act() -> None:
    reach = Reach("main/div[1]/b")
    assert reach.holds("main/div[1]/ul/li[1]")
    assert reach.holds("main/div[1]/p")
    assert not reach.holds("main/div[2]/p")


@pytest.mark.parametrize(
    "under", ["<p>№ 39/{0} від 22.12.2023</p>", "<p>Рішення 39 сесії від 22.12.2023 № 39/{0}</p>"]
)
def test_requisites_far_below_a_title_are_of_its_card(under: str) -> None:
    rows = found(card(1, under.format(1)) + card(2, under.format(2)) + card(3, under.format(3)))
    assert [row["title"] for row in rows] == ["Про план 1", "Про план 2", "Про план 3"]
    assert [row["number"] for row in rows] == ["39/1", "39/2", "39/3"]
    assert {row["dateAccepted"] for row in rows} == {"2023-12-22"}


def test_another_number_in_a_card_is_not_that_of_the_next_one() -> None:
    under = "<p>№ 39/1 від 22.12.2023</p><p>Чергове</p><p>№ 40/7 від 12.01.2024</p>"
    rows = found(card(1, under) + card(2, ""))
    assert [row["number"] for row in rows] == ["39/1", ""]


def test_the_day_of_a_number_that_stands_in_the_title_too() -> None:
    under = "<p>№ 39 від 22.12.2023</p>"
    body = "".join(
        f'<div><h2><a href="/{n}">№ {n} Про план</a></h2>{under}</div>' for n in (39, 40)
    )
    assert [row["dateAccepted"] for row in found(body)] == ["2023-12-22", ""]


def test_the_day_of_publication_before_a_further_link() -> None:
    title = '<a href="/1.docx">Про план</a> (оприлюднено 02.04.2024)'
    body = f'<p>{title} <a href="/n.docx">пояснювальна записка</a></p>'
    assert found(body, drafts=True)[0]["issued"] == "2024-04-02"


def test_requisites_above_a_title_in_its_card_are_not_of_the_card_before() -> None:
    cards = (
        '<a href="/1">Про ставок</a>',
        '<div>№ 5 від 12.10.2023</div><a href="/2">Про сквер</a>',
        '<a href="/3">Про міст</a>',
        '<div>14.10.2023</div><a href="/4">№ 7 Про парк</a>',
    )
    rows = found("".join(f"<div>{card}</div>" for card in cards))
    assert [row["number"] for row in rows] == ["", "5", "", "7"]
    assert [row["dateAccepted"] for row in rows] == ["", "2023-10-12", "", "2023-10-14"]


def test_the_day_of_the_document_goes_before_a_day_above_its_title() -> None:
    card = '<div><b>22.01.2024</b><h4><a href="/{0}">№ {0} Про план</a></h4>{1}</div>'
    day = "<p>Дата документа: 19.01.2024</p>"
    rows = found(card.format(5, day) + card.format(6, ""))
    assert [row["dateAccepted"] for row in rows] == ["2024-01-19", "2024-01-22"]


@pytest.mark.parametrize(
    "words",
    [
        "змінено рішенням від 05.05.2015 № 40",
        "доповнено рішенням № 4",
        "викладено в новій редакції",
    ],
)
def test_what_a_site_says_behind_a_title_is_no_part_of_it(words: str) -> None:
    (row,) = found(f'<p><a href="/6">№ 6 Про ринки</a> – {words}</p>')
    assert (row["number"], row["title"]) == ("6", "Про ринки")


def test_how_a_text_begins_under_its_title_is_no_other_act() -> None:
    card = (
        '<div><h3><a href="/{0}">Про мережу</a></h3>'
        "<p>РІШЕННЯ від 12.01.2024 № {0} Про мережу Керуючись статтею 26 Закону...</p></div>"
    )
    rows = found(card.format(5) + card.format(6))
    assert [row["number"] for row in rows] == ["5", "6"]
    assert {(row["title"], row["dateAccepted"]) for row in rows} == {("Про мережу", "2024-01-12")}


@pytest.mark.parametrize("words", ["Читати далі", "Докладніше", "Завантажити"])
def test_the_way_to_a_text_is_no_part_of_its_title(words: str) -> None:
    (row,) = found(f'<h3><a href="/5">№ 5 Про сніг</a></h3><p><a href="/5">{words}</a></p>')
    assert row["title"] == "Про сніг"


def test_the_link_of_requisites_before_that_of_an_annex() -> None:
    body = (
        '<li><a href="/5.pdf">Рішення № 5 від 01.02.2024</a> Про статут КП «Ріка» '
        '(<a href="/s.pdf">Статут</a>)</li>'
    )
    (row,) = found(body)
    assert row["title"] == "Про статут КП «Ріка»"
    assert row["url"].endswith("/5.pdf")


@pytest.mark.parametrize(
    "issuer",
    ["Наказ МОЗ України", "Наказ Мінфіну", "Рішення Ясенського районного суду", "Постанова Уряду"],
)
def test_acts_of_the_state_named_in_short_are_left_out(issuer: str) -> None:
    line = '<p><a href="/{0}">{1} від 13.01.2024 № {0} Про план</a></p>'
    own = line.format(6, "Розпорядження Державної адміністрації") + line.format(7, "Рішення")
    assert [row["number"] for row in found(line.format(5, issuer) + own)] == ["6", "7"]


def test_an_act_inside_a_link_is_another_one_where_a_number_stands_behind_it() -> None:
    title = "Про згоду на майно, рішення від 01.09.2022 № 16-9/VIII"
    (row,) = found(f'<p>3. <a href="/3">{title}</a> № 17-3/VIII</p>')
    assert (row["number"], row["dateAccepted"], row["title"]) == ("17-3/VIII", "", title)
