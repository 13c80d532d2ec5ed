"""A PDF as lines and rows, each with its place."""

import pytest

from pipeline.errors import SourceError
from pipeline.parameters.fetching import Kind
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers import pdf_text
from pipeline.readers.document import Document
from tests.extractors.counting.reading import snapshot
from tests.readers.grids.test_tables import IMAGE
from tests.readers.ugly import Drawing, as_pdf, pdf


def read(data: bytes) -> Document:
    return pdf_text.read(data, snapshot(data, "votes/1.pdf", Kind.PDF), SpreadsheetOptions())


def cells(document: Document) -> list[list[str]]:
    return [[document.text[start:end] for start, end in line.cells] for line in document.lines]


def words(*lines: tuple[int, int, str]) -> bytes:
    parts = (
        f"BT /F 8 Tf {across} {down} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        for across, down, text in lines
    )
    return "\n".join(parts).encode()


def test_rows_of_drawn_tables() -> None:
    document = read(as_pdf(Drawing([["№", "ПІБ"], ["1", "Зразок О.О."]] * 2), pages=2))
    assert cells(document) == [["№", "ПІБ"], ["1", "Зразок О.О."]] * 2
    assert document.lines[3].place.element == "page[2]/table[1]/row[2]"


def test_lines_whose_columns_stand_apart() -> None:
    page = words((40, 700, "Про звіт"), (40, 680, "Зразок О.О."), (200, 680, "За"))
    document = read(pdf([page, IMAGE]))
    assert document.text == "Про звіт\nЗразок О.О.\tЗа"
    assert cells(document) == [[], ["Зразок О.О.", "За"]]
    assert document.lines[1].place.element == "page[1]/line[2]"
    assert [one.code for one in document.findings] == ["pdf-pages-are-scanned"]


def test_a_frame_around_the_page_is_no_table() -> None:
    page = words((40, 700, "Зразок О.О."), (200, 700, "За")) + b"\n20 20 500 800 re S"
    assert cells(read(pdf([page]))) == [["Зразок О.О.", "За"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([IMAGE]), "pdf-is-scanned"),
        (b"%PDF-1.4\n", "pdf-is-damaged"),
        (b"1. Zrazok", "document-is-other-format"),
    ],
    ids=["scanned", "damaged", "text"],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as refusal:
        read(data)
    assert refusal.value.code == code
