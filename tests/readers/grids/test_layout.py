"""Where a table begins and ends, its sections and totals, as declared; what is said of the rest."""

from typing import Any

import pytest
from pydantic import ValidationError

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.model import Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.sheets import cells, one
from tests.readers.workbooks.saved import ods, ods_row, xlsx


def sheet(data: bytes | str, address: str = "table", **options: Any) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    return read(content, snapshot(address=address), SpreadsheetOptions.model_validate(options))


def refusal(data: str, **options: Any) -> SourceError:
    with pytest.raises(SourceError) as caught:
        sheet(data, **options)
    for language in messages.LANGUAGES:
        assert "table" in caught.value.message(language)
    return caught.value


# Where the header is


def test_the_header_is_found_by_its_names() -> None:
    text = "Звіт,\nза рік,\nНАЗВА,Koд\nа,1\n"
    table = sheet(text, header_has=["Назва", "Код"])
    assert table.header == ("НАЗВА", "Koд")
    assert (table.header_line, cells(table)) == (3, [["а", "1"]])
    assert one(table, "rows-above-header").details == {"count": 2}


def test_an_absent_header_says_what_is_missing_and_which_row_is_nearest() -> None:
    error = refusal("Звіт,\nНазва,Сума\nа,1\n", header_has=["Назва", "Код"])
    assert error.code == "header-is-not-found"
    assert (error.details["names"], error.details["row"]) == ("Код", 2)


@pytest.mark.parametrize(
    "options",
    [
        {"header_has": ["а"], "header_row": 2},
        {"header_has": ["а"], "first_data_row": 3},
        {"begins_after": "а", "first_data_row": 3},
        {"columns": "A-C"},
        {"layouts": [{"address": "x", "layouts": [{"address": "y"}]}]},
        {"layouts": [{"address": "x", "header_row": 2}], "header_has": ["а"]},
    ],
    ids=["two ways", "fixed data", "fixed data below a title", "columns", "nested", "layout"],
)
def test_contradictory_options_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SpreadsheetOptions.model_validate(options)


def test_three_rows_of_a_header_that_a_csv_left_half_empty() -> None:
    text = "Район,Діти,,Разом\n,хлопці,дівчата,\n,осіб,осіб,осіб\nА,1,2,3\n"
    table = sheet(text, header_rows=3, fill_header=True)
    assert table.header == ("Район", "Діти хлопці осіб", "Діти дівчата осіб", "Разом осіб")
    assert cells(table) == [["А", "1", "2", "3"]]


# Several tables on a sheet

TWO = "Таблиця 1,\nназва,код\nа,1\n,\nТаблиця 2,\nназва,сума\nб,2\nв,3\n,\nВиконавець,\n"


def test_one_of_several_tables_on_a_sheet() -> None:
    first = sheet(TWO, begins_after="^Таблиця 1", until="^Таблиця 2")
    assert (first.header, cells(first)) == (("назва", "код"), [["а", "1"]])
    assert one(first, "rows-below-table").details == {"count": 5, "rows": "5–8, 10"}
    second = sheet(TWO, begins_after="^Таблиця 2", until_blank=True)
    assert (second.header, cells(second)) == (("назва", "сума"), [["б", "2"], ["в", "3"]])
    assert one(second, "rows-below-table").details == {"count": 1, "rows": "10"}


def test_an_absent_title_is_refused() -> None:
    error = refusal(TWO, begins_after="^Таблиця 3")
    assert (error.code, error.details["pattern"]) == ("table-title-is-absent", "^Таблиця 3")


def test_an_end_that_is_not_there_is_said() -> None:
    table = sheet("а,б\n1,2\n", until="^Примітка")
    assert cells(table) == [["1", "2"]]
    assert one(table, "table-end-is-absent").details == {"pattern": "^Примітка"}


def test_tables_side_by_side() -> None:
    rows: list[list[object]] = [
        ["код", "назва", "", "район", "сума"],
        ["1", "а", "", "Р", 5],
        ["2", "б", "", "С", 6],
    ]
    table = sheet(xlsx(rows), columns="D:E")
    assert (table.header, cells(table)) == (("район", "сума"), [["Р", "5"], ["С", "6"]])
    assert table.rows[0].numbers == {1}
    assert (table.place(2, 0).cell, table.letters(1)) == ("D2", "E")
    assert one(table, "columns-not-read").details == {"columns": "A, B"}


# Sections, totals, numbers of columns


def test_sections_become_columns() -> None:
    text = (
        "назва,сума,рік\nРозділ І,,\nпідрозділ а,,\nх,1,2020\nпідрозділ б,,\nу,2,2020\n"
        "Розділ ІІ,,\nц,3,2020\n"
    )
    levels = [{"name": "Розділ", "matches": "^Розділ"}, {"name": "Підрозділ"}]
    table = sheet(text, sections=levels)
    assert table.header == ("назва", "сума", "рік", "Розділ", "Підрозділ")
    assert cells(table) == [
        ["х", "1", "2020", "Розділ І", "підрозділ а"],
        ["у", "2", "2020", "Розділ І", "підрозділ б"],
        ["ц", "3", "2020", "Розділ ІІ", ""],
    ]
    assert table.letters(3) == ""
    assert table.place(4, 3) == table.place(4)


def test_a_total_that_contradicts_its_column() -> None:
    text = 'назва,сума,вага\nа,1 000,"1,5"\nб,2,"2,5"\nРазом,1003,4\n'
    table = sheet(text, totals=[{"matches": "(?i)^разом"}])
    assert cells(table) == [["а", "1 000", "1,5"], ["б", "2", "2,5"]]
    found = one(table, "total-differs")
    assert (found.place.line, found.value) == (4, "1003")
    assert found.details == {"column": "сума", "sum": "1002"}
    assert one(table, "totals-left-out").details == {"count": 1, "rows": "4"}


def test_totals_of_sections_and_of_the_whole_table() -> None:
    text = "назва,сума,х\nА,,\nа,1,к\nРазом,1,\nБ,,\nб,2,к\nв,3,к\nРазом,6,\nУсього,6,\n"
    table = sheet(
        text,
        sections=[{"name": "Розділ"}],
        totals=[{"matches": "^Разом", "of": "section"}, {"matches": "^Усього"}],
    )
    assert [row.cells[0] for row in table.rows] == ["а", "б", "в"]
    found = one(table, "total-differs")
    assert (found.place.line, found.details["sum"]) == (8, "5")


def test_only_the_declared_columns_are_summed_up() -> None:
    text = "назва,сума,ціна\nа,1,10\nб,2,20\nРазом,3,15\n"
    table = sheet(text, totals=[{"matches": "^Разом", "columns": ["Сума"]}])
    assert [item.code for item in table.findings] == ["totals-left-out"]


def test_latin_letters_in_the_word_for_a_total() -> None:
    table = sheet("а,б\n1,2\nPaзoм,2\n", totals=[{"matches": "^Разом"}])
    assert cells(table) == [["1", "2"]]


def test_a_title_that_no_pattern_of_a_section_fits_is_a_warning() -> None:
    text = "н,а,б\nс. Перше,,\n1,2,3\nсмт Друге,,\n2,3,4\n"
    table = sheet(text, sections=[{"name": "Село", "matches": r"^с\."}])
    said = one(table, "rows-may-be-sections")
    assert (said.severity, said.value) == (Severity.WARNING, "смт Друге")
    assert said.details == {"count": 1, "rows": "4"}


def test_what_looks_like_no_data_and_is_not_declared_stays_and_is_said() -> None:
    text = "н,а,б,в\n1,2,3,4\nРозділ,,,\nх,1,2,3\nВсього,1,2,3\n"
    table = sheet(text)
    assert len(table.rows) == 4
    assert one(table, "rows-look-like-numbering").details == {"count": 1, "rows": "2"}
    assert one(table, "rows-have-one-cell").details == {"count": 1, "rows": "3"}
    assert one(table, "rows-look-like-totals").details == {"count": 1, "rows": "5"}


def test_numbers_of_columns_are_left_out() -> None:
    table = sheet("н,а\n1,2\nх,1\n", skip_numbering=True)
    assert cells(table) == [["х", "1"]]
    assert one(table, "numbering-left-out").details == {"count": 1, "rows": "2"}


# Files of one dataset that differ


def test_a_file_may_have_a_layout_of_its_own() -> None:
    options: dict[str, Any] = {
        "delimiter": ";",
        "layouts": [{"address": "2019", "header_row": 2, "encoding": "cp1251"}],
    }
    old = sheet("Звіт;\nназва;код\nа;1\n".encode("cp1251"), "parties-2019.csv", **options)
    new = sheet("назва;код\nа;1\n", "parties-2020.csv", **options)
    assert (old.header, cells(old)) == (new.header, cells(new)) == (("назва", "код"), [["а", "1"]])


# What an ODS says beside values


def test_hidden_rows_merged_cells_and_comments_of_an_ods() -> None:
    hidden = ods_row("тихе", "село").replace(
        "<table:table-row", '<table:table-row table:visibility="collapse"'
    )
    merged = (
        '<table:table-row><table:table-cell table:number-rows-spanned="2"'
        " office:value-type='string'><text:p>громада</text:p></table:table-cell>"
        "<table:table-cell office:value-type='string'>"
        "<office:annotation><text:p>примітка</text:p></office:annotation><text:p>місто</text:p>"
        "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/>"
        '<table:table-cell office:value-type="string"><text:p>хутір</text:p></table:table-cell>'
        "</table:table-row>"
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    data = ods(columns + ods_row("назва", "вид") + hidden + merged)
    table = sheet(data, fill_merged=True)
    assert cells(table) == [["тихе", "село"], ["громада", "місто"], ["громада", "хутір"]]
    assert one(table, "rows-are-hidden").details == {"count": 1, "rows": "2", "read": "yes"}
    assert one(table, "column-is-hidden").place.cell == "B1"
    assert one(table, "cell-has-comment").place.cell == "B3"
    assert one(sheet(data), "cells-are-merged").place.cell == "A3"


def test_a_section_without_a_total_is_no_part_of_the_next_one() -> None:
    text = "назва,сума,х\nА,,\nа,1,к\nБ,,\nб,2,к\nРазом,2,\n"
    totals = [{"matches": "^Разом", "of": "section"}]
    table = sheet(text, sections=[{"name": "Розділ"}], totals=totals)
    assert [item.code for item in table.findings] == ["totals-left-out"]


def test_an_empty_row_under_the_header_is_not_the_end() -> None:
    assert cells(sheet("а,б\n,\n1,2\n,\nх,у\n", until_blank=True)) == [["1", "2"]]


def test_a_header_of_two_rows_that_a_page_repeats() -> None:
    text = "а,б\nв,г\n1,2\nа,б\nв,г\n3,4\n"
    table = sheet(text, header_rows=2)
    assert cells(table) == [["1", "2"], ["3", "4"]]
    assert one(table, "header-repeated").details == {"count": 2, "rows": "4–5"}


# What is no data, and what totals say


TWO_ROWS = "Назва,Сума,,\n,всього,план,\n"


@pytest.mark.parametrize(
    ("row", "taken"),
    [
        ("Назва,всього,план,", True),
        ("назва,Всього,,", True),
        ("Назва,Сума,,", True),
        (",всього,план,", True),
        ("Назва,1,2,", False),
        ("Назва,,,", False),
        ("план,всього,Назва,", False),
    ],
)
def test_a_header_of_two_rows_is_known_again_in_one(row: str, taken: bool) -> None:
    table = sheet(f"{TWO_ROWS}а,1,2,\n{row}\nб,3,4,\n", header_rows=2)
    assert len(cells(table)) == (2 if taken else 3)
    assert not taken or one(table, "header-repeated").details == {"count": 1, "rows": "4"}


@pytest.mark.parametrize(
    ("row", "taken"),
    [("1,,2,3", True), ("1,2,3,4", True), ("1,2,,3", False), ("1,а,2,3", False)],
)
def test_a_column_without_a_name_has_no_number(row: str, taken: bool) -> None:
    table = sheet(f"№,,Назва,Сума\n{row}\n1,,а,5\n", skip_numbering=True)
    assert len(cells(table)) == (1 if taken else 2)


def test_a_total_that_cannot_be_compared_is_said() -> None:
    text = "Назва,Сума\nа,5 тис.\nб,3\nРазом,8\n"
    table = sheet(text, totals=[{"matches": "^Разом"}])
    found = one(table, "total-not-compared")
    assert (found.place.line, found.value) == (4, "5 тис.")
    assert found.details == {"column": "Сума"}
    assert one(table, "totals-left-out").value == "Разом 8"


def test_a_header_repeated_in_the_middle_does_not_stop_the_comparison() -> None:
    text = "Назва,Сума\nа,5\nНазва,Сума\nб,3\nРазом,9\n"
    table = sheet(text, totals=[{"matches": "^Разом"}])
    assert one(table, "total-differs").details == {"column": "Сума", "sum": "8"}


@pytest.mark.parametrize(
    "cell", ["2.180.000,50", "2,180,000.50", "2 180 000,50 грн.", "2180000,5*", "2180000.5"]
)
def test_sums_are_understood_in_every_certain_form(cell: str) -> None:
    text = f"Назва;Сума\nа;{cell}\nб;(180 000,50)\nРазом;2 000 001\n"
    table = sheet(text, delimiter=";", totals=[{"matches": "^Разом"}])
    assert one(table, "total-differs").details["sum"] == "2000000"


@pytest.mark.parametrize(
    ("total", "rows"),
    [("Всього: 3,,", 3), (",Всього,3 спілки", 3), ("Всього: 2,,", None), ("Вcього: 3,,", 3)],
)
def test_a_printed_number_of_rows_is_compared(total: str, rows: int | None) -> None:
    text = f"Назва,Вид,Адреса\nа,б,в\nг,д,е\n{total}\n"
    table = sheet(text, totals=[{"matches": "^Всього:? (?P<rows>[0-9]+)"}])
    assert len(cells(table)) == 2
    found = [item for item in table.findings if item.code == "total-of-rows-differs"]
    assert [item.details for item in found] == ([{"printed": 3, "rows": 2}] if rows else [])
    assert all(one(table, item.code) for item in found)


UNITS = (
    "Код;Назва;Сума\n200000;Рада;{}\n210150;а;5\n210160;б;(1)\n600000;Освіта;7\n611010;в;7\n"
    "Усього;;11\n"
)


@pytest.mark.parametrize(("printed", "differs"), [("4", False), ("6", True), ("", False)])
def test_a_unit_is_compared_with_the_rows_under_it(printed: str, differs: bool) -> None:
    table = sheet(
        UNITS.format(printed),
        delimiter=";",
        sums_above="^[0-9]{1,2}0{5}$",
        totals=[{"matches": "^Усього"}],
    )
    found = [item for item in table.findings if item.code == "total-differs"]
    assert [(item.place.line, item.details["sum"]) for item in found] == [(2, "4")] * differs


def test_a_cell_in_error_is_an_error_only_among_the_data() -> None:
    def fill(_: Any, page: Any) -> None:
        page.write_formula("B3", "=1/0", None, "#DIV/0!")

    book = xlsx([["Назва", "Сума"], ["а", 5], ["Разом", 0]], fill)
    table = sheet(book, "list.xlsx", totals=[{"matches": "^Разом"}])
    assert one(table, "cell-has-error").severity is Severity.INFO
    table = sheet(book, "list.xlsx")
    assert one(table, "cell-has-error").severity is Severity.ERROR
