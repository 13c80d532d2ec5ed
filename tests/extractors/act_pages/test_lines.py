"""What a single line of a page is: a title with what stands behind it, a point of an act."""

import pytest

from pipeline.extractors import decisions
from pipeline.model import Extraction
from pipeline.parameters.decisions import DecisionsParameters
from tests.pages import article


def read(body: str, heading: str = "Рішення виконкому від 05.02.2026") -> Extraction:
    return decisions.extract([article(heading, body)], DecisionsParameters())


def titles(found: Extraction) -> list[str]:
    return list(found.tables[0].frame["title"])


@pytest.mark.parametrize(
    "behind",
    [
        " (docx, 40 Кб, завантажено 25.11.2024)",
        " .pdf 350 KB 20.07.2026 11:30",
        " (оновлено 20.07.2026)",
        " [PDF, 1,2 МБ]",
        " (за – 20, проти – 0, утрималися – 1)",
        " «За» – 20; «проти» – 0",
    ],
)
def test_what_a_site_says_of_the_file_or_the_vote_is_no_part_of_a_title(behind: str) -> None:
    found = read(f'<p><a href="1.pdf">№ 32-1 Про план</a>{behind}</p>')
    assert titles(found) == ["Про план"]
    assert list(found.tables[0].frame["dateAccepted"]) == ["2026-02-05"]


@pytest.mark.parametrize("behind", [" на 2026 рік", " 05.02.2026", " формат Зразок"])
def test_other_words_behind_a_link_are_kept(behind: str) -> None:
    (title,) = titles(read(f'<p><a href="1.pdf">№ 32-1 Про план</a>{behind}</p>'))
    assert title == "Про план" + ("" if "2026" in behind and "рік" not in behind else behind)


@pytest.mark.parametrize("point", ["Затвердити перелік", "Звільнити від сплати", "Надати згоду"])
def test_a_point_of_an_act_is_no_title(point: str) -> None:
    found = read(f'<p><b>Рішення № 5 від 05.02.2026</b></p><p>1. <a href="1.pdf">{point}</a></p>')
    assert titles(found) == [""]
    assert "act-without-title" in {one.code for one in found.findings}


@pytest.mark.parametrize("title", ["Звіти про роботу ради", "Кандидати про себе"])
def test_a_noun_that_ends_as_a_verb_may_be_a_title(title: str) -> None:
    assert titles(read(f'<p><a href="1.pdf">№ 5 {title}</a></p>')) == [title]


def test_a_title_that_breaks_off_before_an_act_goes_on_in_the_same_link() -> None:
    body = (
        '<p><a href="1.pdf">№ 32-1 Про внесення змін до</a></p>'
        '<p><a href="1.pdf">рішення від 22.12.2023 № 21-4 «Про план»</a></p>'
    )
    found = read(body)
    assert titles(found) == ["Про внесення змін до рішення від 22.12.2023 № 21-4 «Про план»"]
    assert list(found.tables[0].frame["number"]) == ["32-1"]


@pytest.mark.parametrize("heading", ["Читайте також:", "Дивіться також:", "Див. також"])
def test_what_a_page_leads_to_besides_is_no_act(heading: str) -> None:
    body = f'<p><a href="1.pdf">№ 5 Про план</a></p><p>{heading}</p><p><a href="2">Про сад</a></p>'
    assert titles(read(body)) == ["Про план"]
