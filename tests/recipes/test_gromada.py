"""gromada.org.ua: pagers, articles and sections in the ways that editors and themes vary them.

The markup of the pager is that of a recorded list of news (seen 2026-11); the content is invented.
"""

import base64
import random
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from lxml import html

from pipeline import recipes
from pipeline.extractors import decisions
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.page import PageOptions
from pipeline.readers import listing, page
from pipeline.readers.page import Page
from tests.conftest import ROOT
from tests.pages import snapshot_of

SITE = "https://zrazok.example"
SECTION = f"{SITE}/rishennya-10-15-20-03-02-2023/"
FILE = "https://rada.example/upload/users_files/00000001/0123456789abcdef.pdf"


def card(number: int) -> str:
    return (
        f'<article class="post-modern wow"><ul class="post-modern-meta"><li><time datetime="2023">'
        f"24.02.2023, 10:00</time></li></ul><h4 class='post-modern-title'>"
        f'<a href="{SITE}/news/{number}/">Рішення</a></h4></article>'
    )


def section(pager: str) -> bytes:
    return (
        '<html><head><meta charset="utf-8"></head><body><div class="blog-layout">'
        '<div class="blog-layout-main"><main><div class="clearfix"></div></main>'
        f'<div class="row">{card(1677225600)}{card(1677225700)}</div>{pager}</div>'
        '<div class="blog-layout-aside"><ul class="list-marked">'
        '<li><a href="?date_from=2024-09-01&period=1">Вересень 2024 (44)</a></li>'
        '</ul></div></div><div class="owl-carousel owl-carousel-centered-pagination">'
        f'<a href="{SITE}/byudzhet-11-00-00-03-02-2023/">Бюджет</a></div></body></html>'
    ).encode()


def item(address: str, words: str) -> str:
    return f'<div class="page-item"><a class="page-link" href="{address}">{words}</a></div>'


RECORDED = (
    f'<div class="pagination"><div class="page-item active"><a href="#">1</a></div>'
    f"{item('?p=2', '2')}{item('?p=3', '3')}{item('?p=354', '&raquo;')}</div>"
)


@pytest.mark.parametrize(
    ("pager", "further"),
    [
        (RECORDED, ["?p=2", "?p=3", "?p=354"]),
        ('<ul class="pagination"><li><a href="?page=2">2</a></li></ul>', ["?page=2"]),
        ('<nav class="pagination-wrap"><a href="/x/?p=2">»</a></nav>', ["/x/?p=2"]),
        ('<div class="pager"><a href="?p=2&amp;o=d">далі</a></div>', ["?p=2&o=d"]),
        ('<p><a rel="next" href="?p=2">далі</a></p>', ["?p=2"]),
        ('<link rel="next" href="?p=2"><link rel="prev" href="?p=0">', ["?p=2"]),
        ('<p><a rel="nofollow next" href="/x/page/2/">→</a></p>', ["/x/page/2/"]),
        ('<p><a href="?page=2">Наступна</a></p>', ["?page=2"]),
        ('<p><a href="?page=2"><span>Наступна сторінка »</span></a></p>', ["?page=2"]),
        ('<p><a href="/news/1600000000/">Наступна сесія ради</a></p>', []),
        ('<div class="pagination"><a href="javascript:void(0)">2</a></div>', []),
        ('<div class="pagination"><a href="?print=1">Друк</a></div>', []),
        ("", []),
    ],
)
def test_pagers(pager: str, further: list[str]) -> None:
    data = section(pager)
    found = listing.read(data, snapshot_of(data, SECTION), PageOptions(), recipes.load("gromada"))
    assert [one.removeprefix(SECTION).removeprefix(SITE) for one in found.further] == further
    assert [one.removeprefix(SITE) for one in found.entries] == [
        "/news/1677225600/",
        "/news/1677225700/",
    ]


def article(
    body: str, *, meta: str = "", heading: str = "Рішення 21 сесії", after: str = ""
) -> bytes:
    meta = meta or '<time datetime="2023">24 Лютого, 2023 о 10:00</time>'
    return (
        '<html><head><meta charset="utf-8"></head><body><article class="post-creative">'
        f'<h1 class="post-creative-title">{heading}</h1><ul class="post-creative-meta">'
        f"<li>Переглядів: 20210</li><li>{meta}</li></ul><main>{body}</main>{after}</article>"
        '<article class="post-classic"><time datetime="2025">23.12.2025, 15:35</time></article>'
        "</body></html>"
    ).encode()


def read(data: bytes) -> Page:
    shape = recipes.load("gromada").page
    return page.read(data, snapshot_of(data, f"{SITE}/news/1677225600/"), PageOptions(), shape)


def frame_of(data: bytes) -> pd.DataFrame:
    return decisions.extract([read(data)], DecisionsParameters()).tables[0].frame


def rows(data: bytes) -> list[tuple[str, str, str]]:
    frame = frame_of(data)[["number", "title", "url"]]
    return [(str(number), str(title), str(url)) for number, title, url in frame.values.tolist()]


def hidden(address: str, safe: bool = False) -> str:
    encode = base64.urlsafe_b64encode if safe else base64.b64encode
    return f"http://counter.example/goto/{encode(address.encode()).decode()}/"


ACT = f'<p><a href="{FILE}">№ 21-1/VIII від 23.02.2023 Про план</a></p>'
ONE = ("21-1/VIII", "Про план", FILE)
DISK = "https://drive.example/drive/folders/1AbC?usp=sharing"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (ACT, [ONE]),
        (ACT.replace("Про план", "&nbsp;Про&nbsp;план&nbsp;"), [ONE]),
        (ACT.replace("№ 21", '<img alt="Фото без опису" src="/1.png" width="1">№ 21'), [ONE]),
        (f"</main><main>{ACT}", [ONE]),
        (f"{ACT}</main><p>Поділитись</p><main>", [ONE]),
        (f"&nbsp;</main><main>{ACT}</main><main>{ACT.replace('21-1', '21-2')}",
         [ONE, ("21-2/VIII", "Про план", FILE)]),
        (f'<p><a href="{hidden(DISK)}">№ 21-1/VIII від 23.02.2023 Про план</a></p>',
         [("21-1/VIII", "Про план", DISK)]),
        (f'<p><a href="{hidden(DISK, safe=True).rstrip("/")}">№ 21-1/VIII Про план</a></p>',
         [("21-1/VIII", "Про план", DISK)]),
        (f'<p><a href="{hidden(DISK).replace("=", "")}">№ 21-1/VIII Про план</a></p>',
         [("21-1/VIII", "Про план", DISK)]),
        (f'<p><a href="{hidden("https://зразок.example/акт")}">№ 21-1/VIII Про план</a></p>',
         [("21-1/VIII", "Про план", "https://xn--80anbmtj.example/%D0%B0%D0%BA%D1%82")]),
        (f'{ACT}<p><a href="{hidden(DISK)}">21 - 258. Земельні рішення</a></p>', [ONE]),
    ],
)  # fmt: skip
def test_articles(body: str, found: list[tuple[str, str, str]]) -> None:
    assert rows(article(body)) == found


@pytest.mark.parametrize(
    "words",
    ["21 - 258. Земельні рішення", "Рішення №21-1/VIII - 21-258/VIII", "21 – 258 Земельні питання"],
)
def test_one_link_for_many_acts_is_said(words: str) -> None:
    read_page = read(article(f'{ACT}<p><a href="{hidden(DISK)}">{words}</a></p>'))
    extraction = decisions.extract([read_page], DecisionsParameters())
    assert len(extraction.tables[0].frame) == 1
    said = {finding.code for finding in extraction.findings}
    assert said & {"one-link-many-acts", "text-not-read"}


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ('<time datetime="2023">24 Лютого, 2023 о 10:00</time>', date(2023, 2, 24)),
        ('<time datetime="2021">24.02.2023, 10:00</time>', date(2023, 2, 24)),
        ('<time datetime="2023">24&nbsp;лютого&nbsp;2023</time>', date(2023, 2, 24)),
        ('<time datetime="2023"> 24\n лютого,\t2023 </time>', date(2023, 2, 24)),
        ('<time datetime="2023">2023</time>', None),
        ('<time datetime="2023"></time>', None),
        ('<time datetime="2023">31 Лютого, 2023</time>', None),
        ("Дата: 24.02.2023 10:00", date(2023, 2, 24)),
        ("15", None),
    ],
)
def test_the_day_when_only_the_year_is_in_its_attribute(meta: str, day: date | None) -> None:
    assert read(article(ACT, meta=meta)).published == day


@pytest.mark.parametrize(
    "body", ["", "&nbsp;", '<div class="clearfix"></div>', "<p></p><p>&nbsp;</p>"]
)
def test_empty_sections_have_no_acts_and_say_so(body: str) -> None:
    extraction = decisions.extract([read(article(body))], DecisionsParameters())
    assert len(extraction.tables[0].frame) == 0
    assert "no-acts-on-page" in {finding.code for finding in extraction.findings}


def harmless(data: bytes, chance: random.Random) -> bytes:
    """The same page as another editor or another version of the theme would have written it."""
    tree = html.document_fromstring(data.decode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in list(tree.iter("*")):
        pairs = list(element.attrib.items())
        chance.shuffle(pairs)
        element.attrib.clear()
        for name, value in [("data-x", str(chance.random())), *pairs]:
            element.set(name, value)
        if element.tag not in ("html", "head", "meta", "title"):
            element.set("style", f"margin: {chance.randint(0, 9)}px")
        if element.tag not in ("script", "style", "textarea", "pre"):
            element.text = _respaced(element.text, chance)
        element.tail = _respaced(element.tail, chance)
    text: bytes = html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>")
    return text


def _respaced(text: str | None, chance: random.Random) -> str | None:
    spaces = (" ", "\n  ", "\t", "  ", "\r\n")
    return re.sub(r"[ \t\n\r]+", lambda _: chance.choice(spaces), text) if text else text


PAGES = sorted(
    [
        *(ROOT / "tests" / "councils").glob("*/site/*.html"),
        *(ROOT / "datasets").glob("*/sample/*.html"),
    ]
)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_harmless_change_gives_the_same_rows(file: Path) -> None:
    _stays_the_same(file.read_bytes(), seeds=range(5))


@pytest.mark.parametrize("name", recipes.load("gromada").recorded)
def test_a_harmless_change_of_a_real_page_gives_the_same_rows(inputs: Path, name: str) -> None:
    _stays_the_same((inputs / "html" / name).read_bytes(), seeds=range(2))


def _stays_the_same(data: bytes, seeds: Iterable[int]) -> None:
    before = frame_of(data)
    for seed in seeds:
        changed = harmless(data, random.Random(seed))  # noqa: S311  # no secret
        assert changed != data
        pd.testing.assert_frame_equal(frame_of(changed), before)
