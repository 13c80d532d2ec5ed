"""Pages that are the text of an act: titles over several lines, menus around it."""

import pytest

from pipeline.extractors.decisions import read_page
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


def test_words_of_a_menu_are_no_kind_of_act() -> None:
    menu = "<nav><ul><li>Рішення ради</li><li>Проєкти рішень</li></ul></nav>"
    text = f"<p>РІШЕННЯ</p><p>від 12.12.2023 № 102</p><p>Про план</p>{BODY}"
    html = f'<html><head><meta charset="utf-8"></head><body>{menu}<div>{text}</div></body></html>'
    found = read_page(read_bytes(html.encode()), DecisionsParameters())
    assert [(act.number, act.title) for act in found.acts] == [("102", "Про план")]
    assert found.left_out["menu"] == 2
