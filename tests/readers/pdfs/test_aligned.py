"""Tables of a PDF without drawn lines: columns by white space, or a refusal."""

from typing import Any

import pytest

from pipeline.parameters.spreadsheet import SpreadsheetOptions
from tests.readers.grids.test_tables import refusal, sheet
from tests.readers.sheets import cells
from tests.readers.ugly import pdf

Piece = tuple[int, str]
"""Where a text begins, in letters from the left, and the text."""

AT = (0, 6, 40)
HEADER = ["№", "Назва рішення", "Дата"]


def drawn(*lines: list[str] | list[Piece] | str, gap: int = 12) -> bytes:
    """A page: rows in the columns of `AT`, pieces at their own places, or a line of text."""
    parts = []
    for number, line in enumerate(lines):
        pieces: Any = [(0, line)] if isinstance(line, str) else line
        if pieces and isinstance(pieces[0], str):
            pieces = list(zip(AT, pieces, strict=True))
        for place, text in pieces:
            code = text.encode("utf-16-be").hex()
            parts.append(f"BT /F 8 Tf {40 + place * 4} {800 - number * gap} Td <{code}> Tj ET")
    return "\n".join(parts).encode()


def read(*pages: bytes, notes: str = "", **options: Any) -> list[list[str]]:
    given = {"header_has": ["Назва рішення", "Дата"], "aligned": {}, **options}
    return cells(sheet(pdf(pages, notes), "pdf", **given))


def refused(*pages: bytes, **options: Any) -> str:
    given = {"header_has": ["Назва рішення", "Дата"], "aligned": {}, **options}
    return refusal(pdf(pages), "pdf", **given).code


FIRST, SECOND = ["1", "Про план роботи", "12.02.2024"], ["2", "Про звіт", "13.02.2024"]


def test_columns_by_white_space() -> None:
    page = drawn("Реєстр рішень Зразкової ради за рік", "", HEADER, FIRST, SECOND)
    assert read(page) == [FIRST, SECOND]


def test_a_title_with_letters_of_the_names_is_no_header() -> None:
    page = drawn("Реєстр: назва рішення, датам", HEADER, FIRST, SECOND)
    assert read(page) == [FIRST, SECOND]


def test_cells_that_are_empty_stay_so() -> None:
    row = ["3", "", "14.02.2024"]
    assert read(drawn(HEADER, FIRST, row, ["4", "Про тариф", ""])) == [
        FIRST, row, ["4", "Про тариф", ""],
    ]  # fmt: skip


def test_a_table_over_pages_with_numbers_of_pages() -> None:
    one, two = drawn(HEADER, FIRST, [(22, "1")]), drawn(SECOND, [(22, "2")])
    assert read(one, two, aligned={"skip": "^[0-9]$"}) == [FIRST, SECOND]


def test_what_follows_the_table_ends_it() -> None:
    page = drawn(HEADER, FIRST, SECOND, "Секретар ради підписав цей реєстр власноруч учора")
    assert read(page, until="^Секретар") == [FIRST, SECOND]
    assert refused(page) == "pdf-columns-are-unclear"


def test_rows_of_several_lines_begin_where_a_column_says() -> None:
    page = drawn(
        HEADER, ["1", "Про затвердження", "12.02.2024"], ["", "Програми озеленення", ""], SECOND
    )
    assert read(page, aligned={"begins": "№"}) == [
        ["1", "Про затвердження Програми озеленення", "12.02.2024"],
        SECOND,
    ]
    assert len(read(page)) == 3


def test_a_header_of_two_lines() -> None:
    page = drawn(["№", "Назва рішення", "Дата"], ["з/п", "", "набрання"], FIRST, SECOND)
    assert read(page, header_rows=2, aligned={"begins": "№ з/п"}) == [FIRST, SECOND]


def test_lines_that_may_be_of_two_rows_are_refused() -> None:
    middle = drawn(
        HEADER, [(6, "Про затвердження")], ["1", "Програми", "12.02.2024"], [(6, "озеленення")],
        ["2", "Про звіт", "13.02.2024"],
    )  # fmt: skip
    assert refused(middle, aligned={"begins": "№"}) == "pdf-rows-are-unclear"
    near = drawn(HEADER, FIRST, "", [(6, "Про")], ["2", "звіт", "13.02.2024"])
    assert refused(near, aligned={"begins": "№"}) == "pdf-rows-are-unclear"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (drawn("Просто текст без таблиці", "ще рядок"), "table-is-absent"),
        (drawn([(0, "№ Назва рішення Дата")], [(0, "1 Про план 12.02.2024")]),
         "pdf-columns-are-unclear"),
        (drawn(HEADER, FIRST, [(0, "2"), (6, "Про дуже довгу назву до самої дати 13.02.2024")]),
         "pdf-columns-are-unclear"),
        (drawn(HEADER, FIRST, [*zip(AT, SECOND, strict=True), (60, "зайве")]),
         "pdf-columns-are-unclear"),
        (drawn(HEADER, FIRST), "pdf-columns-are-unclear"),
    ],
    ids=["no-table", "one-column", "over-the-gap", "no-name", "begins-nowhere"],
)  # fmt: skip
def test_what_cannot_be_told_is_refused(page: bytes, code: str) -> None:
    begins = {"begins": "Номер"} if page == drawn(HEADER, FIRST) else {}
    assert refused(page, aligned=begins) == code


def test_places_and_links() -> None:
    note = "<</Type/Annot/Subtype/Link/Rect[64 786 90 796]/A<</URI(https://rada.example/1)>>>>"
    given = {"header_has": ["Дата"], "aligned": {}, "links": ["Назва рішення"]}
    data = pdf([drawn(HEADER, FIRST, SECOND)], f"/Annots[{note}]")
    table = sheet(data, "pdf", **given)
    assert [row[-1] for row in cells(table)] == ["https://rada.example/1", ""]
    assert table.place(2, 1).element == "page[1]/line[2]/cell[2]"


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "pdf", "aligned": {}},
        {"format": "docx", "header_has": ["а"], "aligned": {}},
        {"format": "pdf", "header_has": ["а"], "aligned": {"skip": "("}},
        {"format": "pdf", "header_has": ["а"], "aligned": {"gap": 2}},
    ],
    ids=str,
)
def test_wrong_options(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        SpreadsheetOptions.model_validate(wrong)
