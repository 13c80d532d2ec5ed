"""Parts of a page where the recipe of its platform says they are."""

from datetime import date

import pytest

from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.readers import page
from pipeline.readers.page import Page
from tests.pages import ADDRESS, snapshot_of

PAGE = """<html><head><base href="https://rada.example/base/"></head><body><h1>Сайт ради</h1>
<div class="doc"><h2>Рішення № 5</h2><time datetime="{day}">{words}</time>
<div class="text"><p>Про <a href="5.pdf">план</a></p><p class="share">Поділитися</p>
<div class="text"><p>Додаток</p></div></div></div><footer>Підвал</footer></body></html>"""


def read(day: str = "2021-03-04T10:00:00+02:00", words: str = "учора", **shape: object) -> Page:
    data = PAGE.format(day=day, words=words).encode()
    return page.read(data, snapshot_of(data), PageOptions(), PageShape.model_validate(shape))


def texts(read_page: Page) -> list[str]:
    return [block.text for block in read_page.blocks]


def test_the_text_is_where_it_is_said_once_and_without_what_is_dropped() -> None:
    assert texts(read(text=".text", drop=".share")) == ["Про план", "Додаток"]
    assert texts(read(text=".text")) == ["Про план", "Поділитися", "Додаток"]
    assert "Підвал" in texts(read())


def test_the_heading_is_where_it_is_said() -> None:
    assert read(heading=".doc h2").heading == "Рішення № 5"
    assert read().heading == "Сайт ради"


@pytest.mark.parametrize(
    ("day", "words", "published"),
    [
        ("2021-03-04T10:00:00+02:00", "учора", date(2021, 3, 4)),
        ("2021-03-04", "5 березня 2021", date(2021, 3, 4)),
        ("2021", "5 березня 2021", date(2021, 3, 5)),
        ("2021-02-31", "05.03.2021", date(2021, 3, 5)),
        ("", "учора", None),
    ],
)
def test_the_day_is_that_of_datetime_or_of_the_words(
    day: str, words: str, published: date | None
) -> None:
    assert read(day, words, published="time", drop="time").published == published


def test_links_start_from_the_base_of_the_page() -> None:
    (link,) = read(text=".text", drop=".share").blocks[0].links
    assert link.address == "https://rada.example/base/5.pdf"
    assert not ADDRESS.endswith("/base/")
