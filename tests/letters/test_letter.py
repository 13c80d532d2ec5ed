"""What a letter says: groups, their order, words in their right form; page and document alike."""

import io
from datetime import date

import pytest
from docx import Document

from pipeline.letters import wording
from pipeline.letters.document import to_docx
from pipeline.letters.letter import Column, Letter, groups_of, without_hints
from pipeline.letters.page import to_html
from pipeline.model import Finding, Place, Severity

COLUMN = Column(title="Дата <акта>", expected="дата", example="05.11.2026")


def finding(
    cell: str, code: str = "date-unreadable", severity: Severity = Severity.ERROR, value: str = "?"
) -> Finding:
    line = int(cell.lstrip("ABC"))
    place = Place(source="folder/acts.xlsx", sheet="Рішення", cell=cell, line=line)
    return Finding(
        code=code,
        severity=severity,
        place=place,
        table="LegalActs",
        field="dateAccepted",
        value=value,
        details={"field": "dateAccepted", "type": "date", "limit": "x"},
    )


def letter(*findings: Finding, rejected: bool = True, published: date | None = None) -> Letter:
    return Letter(
        dataset="acts",
        title="Рішення ради",
        holder="Тестова рада",
        contact="Відділ, od@test.example",
        day=date(2026, 11, 26),
        rejected=rejected,
        published_on=published,
        sources=("acts.xlsx",),
        groups=groups_of(findings, lambda _: COLUMN, lambda value: value),
    )


def test_the_most_important_first_and_each_cell_once() -> None:
    found = letter(
        finding("C30", "value-mixed", Severity.WARNING),
        finding("C10"),
        finding("C9"),
        finding("C9", "type-error"),
        finding("B1", "unique"),
        finding("C8", "spaces-folded", Severity.INFO),
    )
    kinds = [(group.severity, [spot.point for spot in group.spots]) for group in found.groups]
    assert kinds == [
        (Severity.ERROR, ["клітинка C9", "клітинка C10"]),
        (Severity.ERROR, ["клітинка B1"]),
        (Severity.WARNING, ["клітинка C30"]),
    ]
    assert (found.errors, found.doubts) == (3, 1)


def test_where_what_stands_what_is_expected_and_an_example() -> None:
    (group,) = letter(*(finding(f"C{row}", value="31.02.2020") for row in range(2, 8))).groups
    assert "«Дата <акта>»" in group.wrong
    assert any("columns: dateAccepted" in hint for hint in group.hints)
    assert "інженер" not in group.wrong
    assert dict(wording.about(group)) == {
        "Де": (
            "аркуш «Рішення», клітинка C2: стоїть «31.02.2020»; клітинка C3: стоїть «31.02.2020»; "
            "клітинка C4: стоїть «31.02.2020»; і ще 3 місця: дивіться таблицю наприкінці"
        ),
        "Очікується": "дата",
        "Приклад запису": "«05.11.2026»",
    }


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "знайшла 1 помилку, через яку набір"),
        (3, "знайшла 3 помилки, через які набір"),
        (5, "знайшла 5 помилок, через які набір"),
        (21, "знайшла 21 помилку, через яку набір"),
    ],
)
def test_numbers_and_words_agree(count: int, words: str) -> None:
    first, *_ = wording.opening(letter(*(finding(f"C{row}") for row in range(1, count + 1))))
    assert words in first


def test_what_the_public_sees_meanwhile() -> None:
    assert "ніхто не бачить" in list(wording.opening(letter(finding("C1"))))[1]
    later = wording.opening(letter(finding("C1"), published=date(2026, 11, 5)))
    assert "від 05.11.2026" in list(later)[1]
    doubtful = letter(finding("C1", severity=Severity.WARNING), rejected=False)
    assert "прийнято, але" in wording.subject(doubtful)
    assert len(list(wording.opening(doubtful))) == 1


def test_page_and_document_say_the_same_and_carry_nothing_alive() -> None:
    evil = finding("C2", value="<script>alert(1)</script>\x0b=cmd()")
    found = letter(evil, *(finding(f"C{row}") for row in range(3, 9)))
    page = to_html(found).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    document = Document(io.BytesIO(to_docx(found)))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (wording.subject(found), *wording.opening(found), *wording.steps(found)):
        assert words in said
        assert words in page
    cells = [cell.text for cell in document.tables[0].columns[0].cells]
    assert [f"аркуш «Рішення», клітинка C{row}" for row in range(2, 9)] == cells[2:]
    assert document.core_properties.author == ""


def test_the_same_letter_gives_the_same_page() -> None:
    assert to_html(letter(finding("C1"))) == to_html(letter(finding("C1")))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Введіть текст або попросіть інженера: columns: a: pad: true.", "Введіть текст."),
        ("Так. Введіть код або, якщо мало, попросіть інженера: a.b. Ще.", "Так. Введіть код. Ще."),
        ("Якщо акт, оформіть, а якщо ні, попросіть інженера: skip.", "Якщо акт, оформіть."),
        ("Він тут; якщо дата, попросіть інженера: kind: date.", "Він тут."),
        ("Немає. Попросіть файл.", "Немає. Попросіть файл."),
        ("Немає. Якщо інше, попросіть інженера: x.", "Немає."),
    ],
)  # fmt: skip
def test_what_is_asked_of_the_engineer_is_taken_out(text: str, rest: str) -> None:
    assert without_hints(text) == rest
