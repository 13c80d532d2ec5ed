"""Pages that are the text of an act: titles over several lines, menus around it."""

import pytest

from pipeline.extractors.act_pages.rows import read_page
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import article, read_bytes

BODY = "<p>Керуючись Законом України „Про місцеве самоврядування в Україні”, міська рада</p>"
LONG = (
    "Про внесення змін до Положення, затвердженого рішенням міської ради "
    "від 03.05.2022 року № 12 «Про відділи»"
)
LINES = (
    "<p>Про внесення змін до Положення, затвердженого<br>рішенням міської ради<br>"
    "від 03.05.2022 року № 12<br>«Про відділи»</p>"
)
# Lines under «РІШЕННЯ» -> number, day and title of the act.
HEADERS = {
    "its own number above a title that names an act": (
        f"<p>від 12.12.2023 № 102</p>{LINES}",
        ("102", "2023-12-12", LONG),
    ),
    "the number of another act is not its own": (LINES, (None, None, LONG)),
    "its own number below a title that names an act": (
        f"{LINES}<p>від 12.12.2023 № 102</p>",
        ("102", "2023-12-12", LONG),
    ),
    "a title in quotes over two lines": (
        "<p>від 12.12.2023 № 102</p><p>«Про план<br>роботи»</p>",
        ("102", "2023-12-12", "Про план роботи"),
    ),
    "a title over fifteen lines": (
        f"<p>від 12.12.2023 № 102</p><p>Про план{'<br>на рік' * 14}</p>",
        ("102", "2023-12-12", f"Про план{' на рік' * 14}"),
    ),
    "a Russian title": (
        "<p>от 12.12.2023 № 102</p><p>Об утверждении<br>плана</p>",
        ("102", "2023-12-12", "Об утверждении плана"),
    ),
    "its own number below a title that names none": (
        "<p>Про затвердження<br>положень</p><p>від 12.12.2023 № 102</p>",
        ("102", "2023-12-12", "Про затвердження положень"),
    ),
}


@pytest.mark.parametrize(("lines", "act"), HEADERS.values(), ids=list(HEADERS))
def test_a_title_over_several_lines(lines: str, act: tuple[str | None, str | None, str]) -> None:
    page = article("Новина", f"<p>РІШЕННЯ</p>{lines}{BODY}")
    found = read_page(page, DecisionsParameters()).acts
    days = [one.date.isoformat() if one.date else None for one in found]
    assert [(one.number, day, one.title) for one, day in zip(found, days, strict=True)] == [act]


def test_an_order_may_begin_with_what_it_orders() -> None:
    text = (
        "<p>РОЗПОРЯДЖЕННЯ</p><p>від 12.03.2020 № 45-р</p><p>Про скликання сесії</p>"
        "<p>Скликати 15 сесію міської ради 20.03.2020 о 10:00.</p><p>Внести питання:</p>"
        "<p>1. Про бюджет.</p><p>2. Про план.</p>"
    )
    acts = read_page(article("Новина", text), DecisionsParameters()).acts
    assert [(act.number, act.title) for act in acts] == [("45-р", "Про скликання сесії")]


@pytest.mark.parametrize(
    "preamble",
    [
        "За результатами наради від 15.01.2024 № 2, протоколу комісії",
        "У зв’язку з погіршенням погоди, листа від 15.01.2024 № 3",
        "Ураховуючи лист служби від 15.01.2024 № 4, погіршення погоди",
    ],
)
def test_what_an_act_rests_on_is_no_part_of_its_title(preamble: str) -> None:
    text = (
        "<p>РОЗПОРЯДЖЕННЯ</p><p>від 16.01.2024 № 15-р</p><p>Про чергування</p>"
        f"<p>{preamble}:</p><p>1. Встановити чергування з 17.01.2024 року.</p>"
    )
    acts = read_page(article("Новина", text), DecisionsParameters()).acts
    assert [(act.number, act.title) for act in acts] == [("15-р", "Про чергування")]


def test_an_annex_that_names_its_act_is_not_another_one() -> None:
    requisites = "<p>від 16.01.2024 № 5</p>"
    text = (
        f"<p>РІШЕННЯ</p>{requisites}<p>Про план</p>{BODY}<p>ЗАТВЕРДЖЕНО</p>"
        f"<p>Рішення ради</p>{requisites}<p>Про порядок сплати</p>{BODY}"
    )
    found = read_page(article("Новина", text), DecisionsParameters())
    assert [(act.number, act.title) for act in found.acts] == [("5", "Про план")]


def test_a_list_under_one_word_is_no_text_of_an_act() -> None:
    text = "<p>РІШЕННЯ</p><p>№ 5 Про план</p><p>№ 6 Про сад</p>"
    acts = read_page(article("Новина", f"{text}{BODY}"), DecisionsParameters()).acts
    assert [(act.number, act.title) for act in acts] == [("5", "Про план"), ("6", "Про сад")]


def test_words_of_a_menu_are_no_kind_of_act() -> None:
    menu = "<nav><ul><li>Рішення ради</li><li>Проєкти рішень</li></ul></nav>"
    text = f"<p>РІШЕННЯ</p><p>від 12.12.2023 № 102</p><p>Про план</p>{BODY}"
    html = f'<html><head><meta charset="utf-8"></head><body>{menu}<div>{text}</div></body></html>'
    found = read_page(read_bytes(html.encode()), DecisionsParameters())
    assert [(act.number, act.title) for act in found.acts] == [("102", "Про план")]
    assert found.left_out["menu"] == 2


ACT = '<p><a href="/1.pdf">№ 5 Про план</a></p>'
NEWS = '<ul><li><a href="/news/1">Про графік подачі води</a> 12.03.2024</li></ul>'


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        (f'{ACT}<div class="sidebar">{NEWS}</div>', ["Про план"]),
        (f'{ACT}<div id="footer">{NEWS}</div>', ["Про план"]),
        (f"{ACT}<aside>{NEWS}</aside>", ["Про план"]),
        # A name of a layout, and a part that holds the heading, are no side bar.
        (f'<div class="right-sidebar">{ACT}</div>', ["Про план"]),
        (f'<div class="sidebar"><h1>Рішення</h1>{ACT}</div>', ["Про план"]),
        # What stands in `main` is chosen by its site.
        (
            f'<main>{ACT}<div class="sidebar">{NEWS}</div></main>',
            ["Про план", "Про графік подачі води"],
        ),
    ],
    ids=["class", "identifier", "tag", "layout", "heading", "main"],
)
def test_news_in_a_side_bar_are_no_acts(page: str, titles: list[str]) -> None:
    html = f'<html><head><meta charset="utf-8"></head><body>{page}</body></html>'
    acts = read_page(read_bytes(html.encode()), DecisionsParameters()).acts
    assert [act.title for act in acts] == titles


def test_a_stroke_between_a_title_and_its_paper_is_no_part_of_it() -> None:
    body = '<p>1. <a href="1.pdf">Про план</a> / <a href="2.pdf">Пояснювальна записка</a></p>'
    acts = read_page(article("Рішення сесії", body), DecisionsParameters()).acts
    assert [act.title for act in acts] == ["Про план"]
