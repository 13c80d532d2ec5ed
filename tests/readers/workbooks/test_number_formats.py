"""What the format of a cell sets around its number."""

import pytest

from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.grids.marked import worded_cells
from pipeline.readers.workbooks.number_formats import words_of_format, words_shown
from tests.readers.grids.test_marked import opendocument
from tests.readers.grids.test_tables import sheet
from tests.readers.sheets import cells, one
from tests.readers.workbooks.saved import xlsx


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("General", ""),
        ("#,##0.00", ""),
        ("0.00E-00", ""),
        ("[Red]0;-0", ""),
        ('_-* #,##0.00\\ "₴"_-;\\-* #,##0.00\\ "₴"_-;_-* "-"??\\ "₴"_-', ""),
        ('#,##0.00\\ "грн."', ""),
        ("#,##0\\ [$₴-422]", ""),
        ('0"-А"', "-А"),
        ('"№ "0', "№"),
        ("0\\/0", "/"),
        ("000-00-00", "- -"),
        ('0.0" тис. грн"', "тис. грн"),
        ('0;"мінус "0', ""),
        ('"а;б"0', "а;б"),
        ('0"', ""),
        ("dd\\.mm\\.yyyy;@", ""),
        ('yyyy" р."', ""),
        ('0" дн."', "дн."),
    ],
)
def test_words_of_a_format(code: str, words: str) -> None:
    assert words_of_format(code) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-1 234,50", ""),
        ("1E+06", ""),
        ("15%", ""),
        ("(45,00) грн.", ""),
        ("7-А", "-А"),
        ("05-12", "-"),
        ("12 тис", "тис"),
    ],
)
def test_words_around_digits(text: str, words: str) -> None:
    assert words_shown(text) == words


@pytest.mark.parametrize(("style", "words"), [('0"-А"', "-А"), ('"№ "0', "№")])
def test_a_number_shown_with_a_word_is_said(style: str, words: str) -> None:
    data = xlsx(
        [["А"], [""], [3]], lambda book, made: made.write(1, 0, 7, book.add_format(_of(style)))
    )
    table = sheet(data, "xlsx")
    assert cells(table) == [["7"], ["3"]]
    said = one(table, "numbers-have-words")
    assert (said.value, said.place.cell) == ("7", "A2")
    assert said.details == {"words": words, "count": 1, "rows": "2"}


def test_a_word_in_the_format_of_a_text_changes_nothing() -> None:
    data = xlsx(
        [["А"], [""]], lambda book, made: made.write(1, 0, "7-Б", book.add_format(_of('0"-А"')))
    )
    assert not sheet(data, "xlsx").findings


def test_a_number_shown_with_a_word_in_an_opendocument_table() -> None:
    cell = '<table:table-cell office:value-type="float" office:value="7"><text:p>7-А</text:p>'
    data = opendocument(f"<table:table-row>{cell}</table:table-cell></table:table-row>")
    assert one(sheet(data, "ods"), "numbers-have-words").details["words"] == "-А"


def test_each_word_is_said_once_and_empty_cells_have_none() -> None:
    rows = (SheetRow(line=2, cells=("7", "8")), SheetRow(line=3, cells=("9", "")))
    grid = Grid(source="x.xls", name="1", rows=rows)
    said = list(worded_cells(grid, {(2, 0): "-А", (2, 1): "№", (3, 0): "-А", (3, 1): "№"}))
    assert [(one.details["words"], one.details["rows"]) for one in said] == [
        ("-А", "2–3"),
        ("№", "2"),
    ]


def _of(code: str) -> dict[str, str]:
    return {"num_format": code}
