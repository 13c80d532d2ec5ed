"""Web pages: blocks, links and places; what is refused."""

import base64
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.model import Severity
from pipeline.readers.links import absolute
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block
from pipeline.readers.pages.tables import Tables
from tests.pages import ADDRESS, read_bytes, read_file


def read(body: str, address: str = ADDRESS, **options: str) -> Page:
    return read_bytes(body.encode(), address, **options)


def main(body: str) -> Page:
    return read(f"<html><body><article><main>{body}</main></article></body></html>")


def texts(read_page: Page) -> list[str]:
    return [block.text for block in read_page.blocks]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>Про&nbsp; <b>бюд</b>жет\n міста</p>", ["Про бюджет міста"], id="folded"),
        pytest.param("<p>№1-2/VII<br>\nРішення сесії</p>", ["№1-2/VII", "Рішення сесії"], id="br"),
        pytest.param("<p>&nbsp;</p><p><br>&nbsp;</p>", [], id="empty"),
        pytest.param("<p>а<p>б</p>в", ["а", "б", "в"], id="unclosed paragraphs"),
        pytest.param("<div>а<p>б</p>в<ul><li>г</ul></div>", ["а", "б", "в", "г"], id="mixed"),
        pytest.param("<p>а<!-- ні -->б<script>ні()</script>в</p>", ["абв"], id="unseen parts"),
        pytest.param(
            "<pre>\n№ 1 <b>Про\nплан</b>\n№ 2</pre>", ["№ 1 Про", "план", "№ 2"], id="pre"
        ),
        pytest.param(
            "<h2><button>Сесія 5</button></h2><button>Пошук</button>"
            '<button data-bs-toggle="collapse">2021</button>',
            ["Сесія 5", "2021"],
            id="buttons that are headings",
        ),
        pytest.param("<div>" * 600 + "глибоко" + "</div>" * 600, ["глибоко"], id="very deep"),
    ],
)
def test_lines_as_a_reader_sees_them(body: str, lines: list[str]) -> None:
    assert texts(main(body)) == lines


def test_every_main_is_read_in_its_order() -> None:
    two = read("<body><main><p>а</p></main><p>ні</p><main><p>б</p><p>в</p></main></body>")
    assert texts(two) == ["а", "б", "в"]
    assert [block.element for block in two.blocks] == ["main[1]/p", "main[2]/p[1]", "main[2]/p[2]"]


def test_a_page_without_main_is_read_as_a_whole() -> None:
    assert texts(read("<html><body><h2>Назва</h2><p>Текст</p></body></html>")) == ["Назва", "Текст"]


def test_places_are_those_of_the_source() -> None:
    blocks = main("<h2>Один</h2>\n<p>Два</p>\n<p>Три\n<br>\nЧотири</p>").blocks
    assert [(block.line, block.element) for block in blocks] == [
        (1, "main/h2"),
        (2, "main/p[1]"),
        (3, "main/p[2]"),
        (4, "main/p[2]"),
    ]
    assert [block.heading for block in blocks] == [True, False, False, False]


def links(body: str) -> list[tuple[str, str]]:
    return [(link.text, link.address) for block in main(body).blocks for link in block.links]


def wrapped(address: str) -> str:
    return f"http://vlada.pp.ua/goto/{base64.b64encode(address.encode()).decode().rstrip('=')}/"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            '<a href="https://a.example/x.pdf">Про план</a>',
            [("Про план", "https://a.example/x.pdf")],
        ),
        ('<a href="x.pdf">а</a>', [("а", "https://rada.example/news/1/x.pdf")]),
        ('<a href="/docs/7/">а</a>', [("а", "https://rada.example/docs/7/")]),
        ('<a href="//b.example/7">а</a>', [("а", "https://b.example/7")]),
        ('<a href=" x.pdf\n">а</a>', [("а", "https://rada.example/news/1/x.pdf")]),
        ('<a href="план 1.pdf">а</a>', [("а", f"{ADDRESS}%D0%BF%D0%BB%D0%B0%D0%BD%201.pdf")]),
        ('<a href="x?a=1&amp;b=%D0%B0">а</a>', [("а", f"{ADDRESS}x?a=1&b=%D0%B0")]),
        ('<a href="x.pdf">Про</a><a href="x.pdf"> план</a>', [("Про план", f"{ADDRESS}x.pdf")]),
        ('<a href="x"><b>Про</b> <i>план</i></a>', [("Про план", f"{ADDRESS}x")]),
        ('<p>План <a href="x"><img></a></p>', [("", f"{ADDRESS}x")]),
        ('<a href="x"><p>а</p><p>б</p></a>', [("а", f"{ADDRESS}x"), ("б", f"{ADDRESS}x")]),
        (
            f'<a href="{wrapped("https://a.example/?b=ї")}">а</a>',
            [("а", "https://a.example/?b=%D1%97")],
        ),
        ('<a href="#x">а</a><a href="javascript:y()">б</a><a href="mailto:z@a.example">в</a>', []),
        ('<a name="x">а</a>', []),
    ],
)
def test_links_are_whole_and_out_of_their_wrapping(body: str, found: list[tuple[str, str]]) -> None:
    assert links(body) == found


def test_a_wrapping_that_hides_no_address_is_kept_and_said() -> None:
    address = wrapped("не адреса")
    read_page = main(f'<a href="{address}">а</a>')
    assert read_page.blocks[0].links[0].address == address
    assert [finding.code for finding in read_page.findings] == ["link-is-hidden"]


def test_relative_links_need_an_address() -> None:
    body = "<html>\n<main><a href='/x'>а</a></main></html>"
    lost = read(body, address="page.html")
    assert lost.blocks[0].links == ()
    assert [(one.code, one.place.line) for one in lost.findings] == [("link-is-relative", 2)]
    found = read(body, address="page.html", base="https://b.example/news/")
    assert found.blocks[0].links[0].address == "https://b.example/x"
    assert found.findings == ()


@pytest.mark.parametrize(
    ("head", "address", "base", "own"),
    [
        ('<link rel="canonical" href="https://a.example/1/">', ADDRESS, "", "https://a.example/1/"),
        ('<meta property="og:url" content="/2/">', ADDRESS, "", "https://rada.example/2/"),
        ("", ADDRESS, "https://b.example/", ADDRESS),
        ("", "page.html", "https://b.example/", "https://b.example/"),
        ("", "page.html", "", ""),
        ('<meta property="og:url" content="">', "page.html", "", ""),
    ],
    ids=["canonical", "og:url", "fetched", "declared", "unknown", "said to be nothing"],
)
def test_the_address_of_a_page(head: str, address: str, base: str, own: str) -> None:
    assert read(f"<html><head>{head}</head><main></main></html>", address, base=base).address == own


ROWS = """
<table><tbody>
<tr><th>Дата</th><th>Номер</th><th>Назва</th></tr>
<tr><td colspan="3">2021 рік</td></tr>
<tr><td rowspan="2">01.02.2021</td><td>5</td>
<td><p>Про <a href="/1">план</a></p><p>міста</p></td></tr>
<tr><td>6</td><td>Про бюджет</td></tr>
</tbody></table>
"""


def cells(block: Block) -> list[list[str]]:
    return [[one.text for one in cell] for cell in block.cells]


def test_rows_of_a_table() -> None:
    header, year, first, second = main(ROWS).blocks
    assert header.text == "Дата | Номер | Назва"
    assert (year.text, year.cells) == ("2021 рік", ())
    assert cells(first) == [["01.02.2021"], ["5"], ["Про план", "міста"]]
    assert [link.address for link in first.links] == ["https://rada.example/1"]
    assert cells(second) == [["01.02.2021"], ["6"], ["Про бюджет"]]
    assert second.element == "main/table/tbody/tr[4]"


def test_tables_that_only_lay_out_the_page() -> None:
    body = "<table><tr><td><p>РІШЕННЯ</p>{}<p>Текст</p></td><td></td></tr></table>"
    row = "<table><tr><td>01.02.2021</td><td>№ 5</td></tr></table>"
    assert texts(main(body.format(row))) == ["РІШЕННЯ", "01.02.2021 | № 5", "Текст"]
    assert texts(main(body.format(""))) == ["РІШЕННЯ", "Текст"]
    beside = body.replace("<td></td>", "<td>Збоку</td>").format(row)
    assert texts(main(beside)) == ["РІШЕННЯ", "01.02.2021 | № 5", "Текст", "Збоку"]


def test_lines_of_pre_have_their_own_places() -> None:
    blocks = main("<pre>а\nб\n\nв</pre>").blocks
    assert [(block.text, block.line) for block in blocks] == [("а", 1), ("б", 2), ("в", 4)]


def test_numbers_that_a_browser_prints() -> None:
    body = (
        '<ol start="9"><li>а<p>б</p><li value="20">в<li>г</ol><ul><li>ґ</ul><ol type="a"><li>д</ol>'
    )
    markers = [(block.text, block.marker) for block in main(body).blocks]
    assert markers == [("а", 9), ("б", None), ("в", 20), ("г", 21), ("ґ", None), ("д", None)]


ARTICLE = """
<html><body><h6>2021 рік</h6><div><article class="post-creative"><h1>Рішення&nbsp;сесії</h1>
<ul><li>15</li><li>{}</li></ul><main><p><time>01.01.2001</time></p></main></article>
<article class="post-classic"><time datetime="2025">23.12.2025, 15:35</time></article>
</div></body></html>
"""


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ('<time datetime="2021">17 Вересня, 2021 о 16:01</time>', date(2021, 9, 17)),
        ("<span>Дата: 30.01.2024 15:41</span>", date(2024, 1, 30)),
        ("<span>Опубліковано 30.01.2024</span>", date(2024, 1, 30)),
        ('<time datetime="2021"></time>', None),
        ("", None),
    ],
)
def test_publication_is_the_article_s_own(meta: str, day: date | None) -> None:
    read_page = read(ARTICLE.format(meta))
    assert read_page.published == day
    assert read_page.heading == "Рішення сесії"


def test_publication_of_the_only_post_of_a_main() -> None:
    post = '<article><time class="entry-date published">12.03.2024</time><p>Про план</p></article>'
    assert read(f"<main>{post}</main>").published == date(2024, 3, 12)
    assert read(f"<main>{post}{post}</main>").published is None


def test_the_day_of_publication_alone_is_no_line_of_the_text() -> None:
    day = '<time class="published">12.03.2024</time>'
    post = (
        f"<article><header><h1>Рішення</h1>{day}</header><p>Про план</p><p>12.03.2024</p></article>"
    )
    assert [one.text for one in read(f"<main>{post}</main>").blocks] == [
        "Рішення",
        "Про план",
        "12.03.2024",
    ]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Дата оприлюднення: 12.02.2024"], date(2024, 2, 12)),
        (["Опубліковано 12.02.2024 р.", "Про план", "Опубліковано 12.02.2024"], date(2024, 2, 12)),
        (["Оприлюднено 12.02.2024", "Оприлюднено 13.02.2024"], None),
        (["Оприлюднено з 12.02.2024 до 12.03.2024"], None),
        (["Дата прийняття: 12.02.2024"], None),
    ],
)
def test_the_line_that_says_when_a_page_was_published(lines: list[str], day: date | None) -> None:
    assert main("".join(f"<p>{line}</p>" for line in lines)).published == day


def test_cards_beside_an_empty_main() -> None:
    card = (
        '<article class="post-modern"><a href="/n/7/"><img></a><h4><a href="/n/7/">Сесія 7</a></h4>'
    )
    side = '<article class="post-classic"><h4><a href="/n/8/">Інше</a></h4></article>'
    read_page = read(f"<html><h1>2021 рік</h1><main></main>{card}</article>{side}</html>")
    assert [(one.text, one.address) for one in read_page.cards] == [
        ("Сесія 7", "https://rada.example/n/7/")
    ]


def test_what_stands_beside_an_empty_main() -> None:
    side = "<div><article><time>1</time></article></div>"
    body = f"<div><article><main> </main></article><div><p>Рішення</p></div></div>{side}"
    assert texts(read(f"<html><body>{body}</body></html>")) == ["Рішення"]


def refused(data: bytes, **options: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_bytes(data, **options)
    assert ADDRESS in caught.value.message("uk")
    assert ADDRESS in caught.value.message("en")
    return caught.value


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7 <html>", "pdf"),
        (b"PK\x03\x04 <html>", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "office"),
        (b"{\\rtf1 x}", "office"),
        (b"\x89PNG\r\n", "picture"),
        (b'{"html": "<p>"}', "json"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "xml"),
        ("Рішення, прийняті <сесією>".encode(), "text"),
        (b"  \n", "empty"),
        (b"<html>\x00</html>", "binary"),
        (b"", "empty"),
    ],
)
def test_what_is_no_page(data: bytes, looks: str) -> None:
    error = refused(data)
    assert (error.code, error.details["looks"]) == ("page-is-not-html", looks)
    assert error.exit_code == 4


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<html><title>404 Not Found</title><h1>Not Found</h1></html>", "404"),
        ("<html><title>rada.example | 502: Bad gateway</title><h1>Bad gateway</h1></html>", "-"),
        ("<html><title>Громада</title><h1>Помилка 503</h1></html>", "503"),
        ("<html><title>Just a moment...</title></html>", "-"),
    ],
)
def test_error_pages_of_servers(body: str, status: str) -> None:
    error = refused(body.encode())
    assert (error.code, error.details["status"]) == ("page-is-error-page", status)


def test_bytes_that_are_not_in_the_declared_encoding() -> None:
    error = refused("<html>\n<p>Рішення</p></html>".encode("cp1251"))
    assert (error.code, error.details["line"]) == ("page-not-in-encoding", "2")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="utf-8">',
        '<META http-equiv="Content-Type" content="text/html; charset=UTF-8">',
    ],
)
def test_the_page_contradicts_the_declared_encoding(meta: str) -> None:
    error = refused(f"<html>\n{meta}<p>Рішення</p></html>".encode(), encoding="windows-1251")
    assert error.code == "page-encoding-mismatch"
    assert error.details["line"] == "2"


def test_the_declared_encoding_is_used() -> None:
    body = '<html><meta charset="windows-1251"><main>Рішення сесії</main></html>'
    assert texts(read_bytes(body.encode("cp1251"), encoding="cp1251")) == ["Рішення сесії"]
    assert texts(read_bytes(b"\xef\xbb\xbf" + b"<p>a</p>")) == ["a"]


def test_a_page_that_breaks_off_is_an_error() -> None:
    whole = "<html><main><p>Один</p><p>Два</p></main></html>"
    findings = read(whole[:-20]).findings
    assert [(one.code, one.severity) for one in findings] == [("page-is-cut-off", Severity.ERROR)]
    assert read(whole).findings == ()


def test_sentences_of_the_findings() -> None:
    for language in messages.LANGUAGES:
        assert messages.text(language, "finding-page-is-cut-off")
        for code in ("link-is-relative", "link-is-hidden"):
            assert "5" in messages.text(language, f"finding-{code}", {"count": 5})


def test_real_pages(inputs: Path) -> None:
    files = sorted((inputs / "html").glob("*.html"))
    pages = {file.stem: read_file(file) for file in files}
    assert len(pages) == 6
    assert all(one.heading and not one.findings for one in pages.values())
    session = pages["drabiv-session16-decisions-labels"]
    assert session.published == date(2021, 9, 17)
    assert session.address.startswith("https://")
    assert [len(block.cells) for block in pages["drabiv-regulatory-acts-table"].blocks] == [4] * 4
    votes = pages["drabiv-named-votes-list"]
    addresses = [link.address for block in votes.blocks for link in block.links]
    assert addresses
    assert not any("goto" in address for address in addresses)


@pytest.mark.parametrize("address", ["http://[x", "http://" + "ї" * 80 + ".ua/", "http://а..ua/"])
def test_an_address_that_nobody_can_read_is_said_and_not_followed(address: str) -> None:
    assert absolute(address, "https://rada.example.org/") == ""


@given(st.from_regex(r"https?://[a-z.-]{1,9}/[A-Za-z/%:@!$&'()*+,=~._;-]{0,12}", fullmatch=True))
def test_a_whole_address_is_as_if_joined(address: str) -> None:
    joined = urljoin("https://rada.example.org/a/b", address)
    assert absolute(address, "https://rada.example.org/a/b") == joined


@pytest.mark.parametrize("around", ["div", "li", "tbody"])
def test_a_cell_in_no_row_is_text_like_any_other(around: str) -> None:
    rows = "<tr><td>а</td><td>б</td></tr>"
    region = etree.fromstring(f"<main><table>{rows}<{around}><td>в</td></{around}></table></main>")
    tables = Tables(region=region)
    cells = {cell.text: tables.row_and_cell(cell)[1] for cell in region.iter("td")}
    assert cells["в"] is None
    assert cells["а"] is not None
