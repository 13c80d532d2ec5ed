import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from pipeline.frequencies import Frequency
from pipeline.model import Severity
from pipeline.publishing.dataset import dataset_files
from pipeline.publishing.pages import NOTICES_SHOWN, PREVIEW_ROWS, day, due_day, moment, size
from pipeline.publishing.passport import Contact, Licence, Passport, PastVersion, Text
from pipeline.publishing.record import record
from tests.conftest import Golden
from tests.publishing import samples

PAGE = "datasets/benches/index.html"

PAYLOADS = st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>"]
    + ["javascript:alert(1)", "</td></table><iframe src=//x>", "{{ 7*7 }}", "&lt;b&gt;", "]]>"]
    + ["https://example.org/\" onclick='alert(1)", "<!--", "\x00<a href='javascript:1'>x</a>"]
)
WORDS = st.one_of(st.text(max_size=30), PAYLOADS, st.lists(PAYLOADS, max_size=2).map("".join))


def page(passport: Passport | None = None, rows: Sequence[Sequence[str]] | None = None) -> str:
    released = samples.release(samples.ROWS if rows is None else rows)
    described = passport or samples.passport()
    return dataset_files(released, described, samples.HOLDER, "")[PAGE].decode()


def hrefs(tree: html.HtmlElement) -> list[str]:
    return [link.get("href") or "" for link in tree.iterfind(".//a")]


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_is_the_golden_one(golden: Golden) -> None:
    file = Path(__file__).parent / "golden" / "benches.html"
    golden(file, page(samples.passport(findings=[samples.FINDING])))


def test_ukrainian_comes_first_and_english_is_marked() -> None:
    tree = html.fromstring(page().encode())
    assert tree.get("lang") == "uk"
    articles = tree.findall(".//article")
    assert [article.get("lang") for article in articles] == [None, "en"]
    assert text_of(articles[0].find(".//h1")) == "Лавки міста"
    assert text_of(articles[1].find(".//h2")) == "Park benches"
    assert articles[1].xpath(".//p[@class='lead']/span/@lang") == ["uk"]


def test_headings_never_skip_a_level_and_ids_are_unique() -> None:
    tree = html.fromstring(page().encode())
    levels = [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
    ids = [element.get("id") for element in tree.iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in hrefs(tree) if href.startswith("#")}
    assert inner <= set(ids)


def test_the_three_sentences_of_the_notice_stand_on_the_page() -> None:
    words = text_of(html.fromstring(page().encode()))
    for part in ("вільного та безоплатного доступу", "зокрема в комерційних цілях"):
        assert part in words
    assert (
        "Умовою будь-якого подальшого використання відкритих даних є обов’язкове посилання "
        "на джерело їх отримання (у тому числі гіперпосилання на веб-сторінку відкритих даних "
        "розпорядника інформації)."
    ) in words


def test_sources_withheld_values_findings_and_versions_are_told() -> None:
    described = replace(
        samples.passport(findings=[samples.FINDING]),
        history=(
            PastVersion(
                version="000000000001", released_at=datetime(2026, 1, 2, tzinfo=UTC), rows=7
            ),
        ),
    )
    whole = page(described)
    words = text_of(html.fromstring(whole.encode()))
    assert "https://example.org/benches.csv" in words
    assert "benches-2026.csv" in words
    assert "of-nobody" not in whole
    assert "Імена дарувальників — 2 значення" in words
    assert "Увага. У таблиці «Benches» 1 комірку" in words
    assert samples.FINDING.value is not None
    assert samples.FINDING.value not in whole
    assert "Попередня версія 000000000001, 2 січня 2026 р., 02:00, 7 рядків" in words


def test_many_findings_are_counted_and_left_to_the_file() -> None:
    many = [
        replace(samples.FINDING, details={"table": f"Benches{i}", "count": 1})
        for i in range(NOTICES_SHOWN + 3)
    ]
    words = text_of(html.fromstring(page(samples.passport(findings=many * 2)).encode()))
    # The sample has a formula of its own.
    assert "Ще 4 зауваження" in words
    assert "(2 місця)" in words


def test_the_gravest_finding_stands_first() -> None:
    two = [samples.FINDING, replace(samples.FINDING, severity=Severity.ERROR)]
    tree = html.fromstring(page(samples.passport(findings=two)).encode())
    assert [one.get("class") for one in tree.iterfind(".//ul[@class='findings']/li")][:2] == [
        "error",
        "warning",
    ]


def test_nothing_withheld_and_nothing_found_is_said_too() -> None:
    words = text_of(
        html.fromstring(
            page(replace(samples.passport(), masked=()), [("1", "", "", "", "", "")]).encode()
        )
    )
    assert "жодного значення не приховано" in words
    assert "зауважень до даних не має" in words


def test_the_preview_is_cut_and_says_so() -> None:
    rows = [(str(i), "", "", "", "", "") for i in range(PREVIEW_ROWS + 5)]
    tree = html.fromstring(page(rows=rows).encode())
    assert len(tree.findall(".//table[@class='rows']/tbody/tr")) == PREVIEW_ROWS
    assert "Показано 20 із 25 рядків." in text_of(tree)


def test_an_empty_table_is_said_to_be_empty() -> None:
    assert "немає рядків" in text_of(html.fromstring(page(rows=[]).encode()))


def test_a_table_without_a_workbook_says_why() -> None:
    words = text_of(html.fromstring(page(rows=[("1", "\uffff", "", "", "", "")]).encode()))
    assert "Робочої книги XLSX немає" in words
    assert "XLSX 6 КБ" not in words


def test_only_web_addresses_become_links() -> None:
    tree = html.fromstring(page().encode())
    assert {link.get("href") for link in tree.iterfind(".//td//a")} == {"https://example.org/7.jpg"}
    assert "javascript:alert(1)" in text_of(tree)


def test_what_html_cannot_hold_is_shown_as_an_unknown_character() -> None:
    whole = page(samples.passport(title="\x07<b>"), [("1", "a\x0bb\x00", "", "", "", "")])
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", whole)
    assert "a\ufffdb\ufffd" in whole
    assert "\ufffd&lt;b&gt;" in whole


@settings(max_examples=60, deadline=None)
@given(cell=WORDS, words=WORDS)
def test_no_words_of_a_source_or_a_descriptor_become_markup(cell: str, words: str) -> None:
    described = replace(
        samples.passport(title=words or "x"),
        description=Text(uk=words, en=words),
        contact=Contact(name=Text(uk=words), email=words),
        licence=Licence(id="x", title=words, url=words),
        usage_notes=(Text(uk=words),),
    )
    whole = page(described, [("1", cell, cell, cell, cell, cell)])
    tree = html.document_fromstring(whole)
    assert not {element.tag for element in tree.iter()} & {"script", "img", "svg", "iframe"}
    assert not [name for element in tree.iter() for name in element.attrib if name[:2] == "on"]
    for href in hrefs(tree):
        assert re.match(r"https?://|mailto:|#|[\w./-]+(#english)?$", href)
    cells = tree.findall(".//table[@class='rows']/tbody/tr/td")
    assert len(cells) == len(samples.names())


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (date(2026, 5, 1), "uk", '<time datetime="2026-05-01">1 травня 2026\u202fр.</time>'),
        (date(2026, 5, 1), "en", '<time datetime="2026-05-01">1 May 2026</time>'),
        ("2026-05-01", "en", '<time datetime="2026-05-01">1 May 2026</time>'),
        # Half past ten in the evening by Greenwich is the next day in Kyiv.
        ("2026-05-01T22:30:00+00:00", "en", '<time datetime="2026-05-02">2 May 2026</time>'),
    ],
)
def test_days_are_those_of_kyiv(value: date | str, language: str, written: str) -> None:
    assert day(value, language).replace("\u00a0", "\u202f") == written


def test_moments_are_those_of_kyiv() -> None:
    assert moment("2026-05-01T22:30:00+00:00", "en") == (
        '<time datetime="2026-05-02T01:30:00+03:00">2 May 2026, 01:30</time>'
    )


@pytest.mark.parametrize(
    ("count", "language", "written"),
    [(1, "uk", "1 КБ"), (10_240, "en", "10 KB"), (1_572_864, "uk", "1,5 МБ")],
)
def test_sizes_are_for_people(count: int, language: str, written: str) -> None:
    assert size(count, language) == written


def test_templates_hold_no_sentences() -> None:
    folder = Path(__file__).parents[2] / "pipeline" / "publishing" / "templates"
    for template in folder.glob("*.j2"):
        assert not re.search("[а-яіїєґ]", template.read_text(encoding="utf-8"), re.IGNORECASE)


@pytest.mark.parametrize(
    ("frequency", "modified", "due"),
    [
        (Frequency.WEEKLY, "2026-11-20T01:00:00Z", date(2026, 11, 27)),
        (Frequency.WEEKLY, "2026-11-21T23:30:00Z", date(2026, 11, 30)),  # a Sunday in Kyiv
        (Frequency.ON_CHANGE, "2026-11-20T01:00:00Z", None),
        (Frequency.DISCONTINUED, "2026-11-20T01:00:00Z", None),
    ],
)
def test_the_day_that_a_passport_promises(
    frequency: Frequency, modified: str, due: date | None
) -> None:
    described = replace(
        samples.passport(), frequency=frequency, modified=datetime.fromisoformat(modified)
    )
    assert due_day(record(samples.release(samples.ROWS), described, ("CSV",), "")) == due


def test_the_page_of_quality_links_to_every_dataset(tmp_path: Path) -> None:
    target = samples.site(tmp_path / "site")
    samples.publish(target, samples.release(samples.ROWS), samples.passport(title="<b>Лави"))
    page = html.fromstring((tmp_path / "site" / "quality.html").read_bytes())
    assert hrefs(page).count("datasets/benches/index.html") == 1
    row = next(page.iter("tbody"))[0]
    assert text_of(row).startswith("<b>Лави")
