"""Words of a PDF that stand in no cell of its table."""

from typing import Any

from pipeline.model import Severity
from tests.readers.grids.test_tables import sheet
from tests.readers.sheets import cells, one
from tests.readers.ugly import pdf

BOXES = "40 780 60 20 re S 100 780 60 20 re S 40 760 60 20 re S 100 760 60 20 re S"


def text(words: str, top: int, left: int = 44) -> str:
    return f"BT /F 8 Tf {left} {top} Td <{words.encode('utf-16-be').hex()}> Tj ET"


def upright(top: int, bottom: int, *lefts: int) -> str:
    return " ".join(f"{left} {top} m {left} {bottom} l S" for left in lefts)


def filled(head: str = "А", first: str = "1") -> str:
    """A table of two rows."""
    drawn = [text(head, 786), text("Б", 786, 104), text(first, 766), text("2", 766, 104)]
    return "\n".join([BOXES, *drawn])


def table(*pages: str) -> Any:
    return sheet(pdf([page.encode("latin-1") for page in pages]), "pdf")


def test_a_table_with_all_its_lines() -> None:
    found = table(filled() + text("Начальник", 700))
    assert cells(found) == [["1", "2"]]
    assert not found.findings


def test_words_in_a_cell_without_its_line_below() -> None:
    open_cell = BOXES.replace("40 760 60 20 re S", upright(780, 760, 40))
    found = table("\n".join([open_cell, text("А", 786), text("Б", 786, 104), text("1", 766)]))
    said = one(found, "pdf-text-has-no-cell")
    assert (said.severity, said.value) == (Severity.ERROR, "1")
    assert said.place.element == "page[1]/table[1]/row[2]/cell[1]"


def test_a_row_that_the_page_cuts() -> None:
    cut = [upright(760, 740, 40, 100, 160), text("3", 746), text("4", 746, 104)]
    found = table("\n".join([filled(), *cut]), filled("5", "6"))
    said = one(found, "pdf-row-is-open")
    assert (said.severity, said.value, said.place.element) == (Severity.ERROR, "3 4", "page[1]")


def test_a_row_cut_on_the_page_after_the_table_and_one_elsewhere() -> None:
    cut = [upright(780, 700, 40, 100, 160), text("3", 746)]
    assert one(table(filled(), "\n".join(cut)), "pdf-row-is-open").place.element == "page[2]"
    found = table(filled(), text("Примітка", 746), "\n".join(cut))
    assert not found.findings


def test_lines_beside_a_text_are_no_row() -> None:
    drawn = [filled(), upright(700, 600, 40, 160), text("Начальник", 650)]
    assert not table("\n".join(drawn)).findings


def test_text_between_the_pages_of_a_table() -> None:
    first = "\n".join([filled(), text("с. Нове", 740), text("Сторінка 1", 720), text("1", 700)])
    second = "\n".join([filled("3", "4"), text("Сторінка 2", 720)])
    found = table(first, second)
    assert cells(found) == [["1", "2"], ["3", "Б"], ["4", "2"]]
    said = one(found, "pdf-text-between-pages")
    assert (said.severity, said.value) == (Severity.WARNING, "с. Нове")
    assert said.details == {"count": 1, "rows": "2"}
