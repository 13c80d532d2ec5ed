"""What a person sees in a workbook and a reader of values does not; what may not be opened."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.model import Finding
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.workbooks.saved import archive, ods, ods_row, parts, with_part, xlsx

ROWS = [["код", "назва"], ["1", "місто"], ["2", "село"]]
SHEET = "xl/worksheets/sheet1.xml"


def sheet(data: bytes, **options: object) -> Sheet:
    return read(data, snapshot(address="t.xlsx"), SpreadsheetOptions.model_validate(options))


def refusal(data: bytes, **options: object) -> SourceError:
    with pytest.raises(SourceError) as caught:
        sheet(data, **options)
    assert "t.xlsx" in caught.value.message("uk")
    assert "t.xlsx" in caught.value.message("en")
    return caught.value


def found(table: Sheet, code: str) -> list[Finding]:
    for item in table.findings:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{item.code}", item.details)
    return [item for item in table.findings if item.code == code]


# Sheets


def several(*names: str, hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in names:
        target = book.create_sheet(name)
        for row in [["аркуш"], [name]]:
            target.append(row)
        target.sheet_state = "hidden" if name == hidden else "visible"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_several_sheets_with_data_want_a_name() -> None:
    error = refusal(several("Перший", "Другий"))
    assert error.code == "sheet-is-not-declared"
    assert error.details["sheets"] == "Перший, Другий"


@pytest.mark.parametrize("chosen", ["Другий", 2], ids=["by name", "by position"])
def test_the_chosen_sheet_is_read_and_the_other_is_said(chosen: object) -> None:
    table = sheet(several("Перший", "Другий"), sheet=chosen)
    assert table.rows[0].cells == ("Другий",)
    (other,) = found(table, "sheet-not-read")
    assert other.details == {"sheet": "Перший", "hidden": "no"}


def test_a_sheet_ignored_by_name_is_left_without_a_word() -> None:
    assert sheet(several("Перший", "Другий"), ignore_sheets=["Другий"]).findings == ()


def test_a_hidden_sheet_is_said() -> None:
    table = sheet(several("Перший", "Другий", hidden="Перший"))
    assert table.name == "Другий"
    assert found(table, "sheet-not-read")[0].details["hidden"] == "yes"
    chosen = sheet(several("Перший", "Другий", hidden="Перший"), sheet="Перший")
    assert found(chosen, "sheet-is-hidden")


@pytest.mark.parametrize("wanted", ["Третій", 3, 0], ids=str)
def test_an_absent_sheet_is_refused(wanted: object) -> None:
    assert refusal(several("Перший", "Другий"), sheet=wanted).code == "sheet-is-absent"


def test_a_workbook_without_data_is_refused() -> None:
    assert refusal(xlsx([])).code == "workbook-has-no-data"


# What values do not tell


def test_numbers_with_a_format_keep_their_zeros_and_others_are_marked() -> None:
    def fill(book: Any, target: Any) -> None:
        target.write_number(1, 0, 1234567, book.add_format({"num_format": "00000000"}))
        target.write_number(2, 0, 1234567)
        target.write_string(3, 0, "01234567")

    table = sheet(xlsx([["код"]], fill))
    assert [row.cells[0] for row in table.rows] == ["01234567", "1234567", "01234567"]
    assert [row.numbers for row in table.rows] == [frozenset(), {0}, frozenset()]


def test_a_number_longer_than_excel_keeps_is_said() -> None:
    table = sheet(xlsx([["рахунок"], [12345678901234567890], [123456789012345]]))
    (finding,) = found(table, "number-lost-digits")
    assert finding.place.cell == "A2"


def test_error_cells_and_formulas() -> None:
    def fill(book: Any, target: Any) -> None:
        target.write_formula(1, 0, "=1+1", None, 2)
        target.write_formula(1, 1, "=A9/0", None, "#DIV/0!")
        target.write_formula(1, 2, '=""', None, "")
        target.write_formula(2, 0, "=B1", None, "значення")

    def as_excel(content: bytes) -> bytes:
        return content.replace(b'<c r="C2">', b'<c r="C2" t="str">')

    table = sheet(with_part(xlsx([["a", "b", "c"]], fill), SHEET, as_excel))
    assert [row.cells for row in table.rows] == [("2", "", ""), ("значення", "", "")]
    (error,) = found(table, "cell-has-error")
    assert (error.place.cell, error.value, error.severity) == ("B2", "#DIV/0!", "error")
    assert not found(table, "formula-without-value")


def test_a_formula_never_calculated_is_said() -> None:
    book = openpyxl.Workbook()
    target = book.worksheets[0]
    target.append(["a", "b"])
    target.append(["=1+1", "є"])
    buffer = io.BytesIO()
    book.save(buffer)
    (finding,) = found(sheet(buffer.getvalue()), "formula-without-value")
    assert finding.place.cell == "A2"


def test_hidden_rows_and_columns_are_read_and_said() -> None:
    def hide(book: Any, target: Any) -> None:
        target.set_row(1, None, None, {"hidden": True})
        target.set_column(1, 1, None, None, {"hidden": True})

    table = sheet(xlsx(ROWS, hide))
    assert len(table.rows) == 2
    (rows,) = found(table, "rows-are-hidden")
    assert rows.details == {"count": 1, "rows": "2", "read": "yes"}
    (column,) = found(table, "column-is-hidden")
    assert column.place.cell == "B1"
    left = sheet(xlsx(ROWS, hide), skip_hidden_rows=True)
    assert [row.cells[0] for row in left.rows] == ["2"]
    assert found(left, "rows-are-hidden")[0].details["read"] == "no"


def test_comments_are_said() -> None:
    table = sheet(xlsx(ROWS, lambda _, target: target.write_comment(2, 1, "примітка")))
    assert [item.place.cell for item in found(table, "cell-has-comment")] == ["B3"]


def test_merged_cells_are_said_or_filled() -> None:
    def merge(book: Any, target: Any) -> None:
        target.merge_range(1, 1, 2, 1, "громада")

    rows = [["код", "назва"], ["1", ""], ["2", ""]]
    table = sheet(xlsx(rows, merge))
    (finding,) = found(table, "cells-are-merged")
    assert (finding.place.cell, finding.details["last"]) == ("B2", "B3")
    filled = sheet(xlsx(rows, merge), fill_merged=True)
    assert [row.cells for row in filled.rows] == [("1", "громада"), ("2", "громада")]
    assert filled.findings == ()


def test_text_that_looks_like_a_formula_is_text() -> None:
    assert sheet(xlsx([["a"], ["=HYPERLINK(1)"]])).rows[0].cells == ("=HYPERLINK(1)",)


def test_a_missing_part_leaves_the_values() -> None:
    def draw(book: Any, target: Any) -> None:
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Дані!$A$2:$A$3"})
        target.insert_chart("D2", chart)
        target.set_row(1, None, None, {"hidden": True})

    table = sheet(with_part(xlsx(ROWS, draw), "xl/drawings/drawing1.xml", lambda _: None))
    assert table.rows[0].cells == ("1", "місто")
    (finding,) = found(table, "workbook-details-unread")
    assert finding.severity == "warning"


def test_a_workbook_that_another_library_refuses_is_read_with_a_warning(inputs: Path) -> None:
    data = (inputs / "tables" / "17b-subventions.xlsx").read_bytes()
    with pytest.raises(KeyError, match="drawing1"):
        openpyxl.load_workbook(io.BytesIO(data))
    table = sheet(data)
    assert len(table.rows) == 12818
    (finding,) = found(table, "workbook-lacks-parts")
    assert finding.severity == "warning"
    assert finding.details["count"] == 2


def test_links_out_of_a_workbook_are_no_missing_parts() -> None:
    book = xlsx([["a"], ["б"]], lambda _, target: target.write_url("A2", "https://a.example/b"))
    assert not found(sheet(book), "workbook-lacks-parts")


def test_where_the_library_stumbles_the_workbook_is_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class PanicException(BaseException):
        """As PyO3 makes it: below no other error."""

    class Book:
        @staticmethod
        def from_filelike(_: object) -> None:
            raise PanicException

    monkeypatch.setattr("pipeline.readers.workbooks.workbook.CalamineWorkbook", Book)
    assert refusal(xlsx(ROWS)).code == "workbook-is-damaged"


@pytest.mark.parametrize("row", [b"99999999", b"1048576"])
def test_a_cell_that_names_a_row_far_away_is_refused(row: bytes) -> None:
    def stray(content: bytes) -> bytes:
        return content.replace(b'r="B3"', b'r="XFD%s"' % row)

    assert refusal(with_part(xlsx(ROWS), SHEET, stray)).code == "sheet-is-too-large"


def test_a_list_longer_than_its_part_is_a_lie() -> None:
    def lie(content: bytes) -> bytes:
        return content.replace(b'uniqueCount="', b'uniqueCount="99999')

    assert refusal(with_part(xlsx(ROWS), "xl/sharedStrings.xml", lie)).code == "workbook-is-damaged"


def test_few_texts_in_many_cells_are_no_lie() -> None:
    rows = [["так", "ні"] * 10 for _ in range(100)]
    assert len(sheet(xlsx([[f"c{at}" for at in range(20)], *rows])).rows) == 100


def test_an_ods_that_is_cut_off_is_refused_before_the_library_waits_for_its_end() -> None:
    cut = with_part(ods(ods_row("код")), "content.xml", lambda content: content[:-60])
    assert refusal(cut).code == "workbook-is-damaged"


def test_an_ods_tells_what_a_workbook_of_excel_tells() -> None:
    assert sheet(ods(ods_row("код") + ods_row("1"))).findings == ()


def test_openpyxl_is_left_alone_where_values_tell_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(openpyxl, "load_workbook", refuse)
    assert len(sheet(xlsx(ROWS)).rows) == 2
    with pytest.raises(AssertionError, match="opened"):
        sheet(xlsx(ROWS, lambda _, target: target.write_comment(2, 1, "примітка")))


# What may not be opened


def grown(content: bytes) -> bytes:
    return content.replace(b"</worksheet>", b" " * (8 * 2**20) + b"</worksheet>")


def test_a_bomb_is_refused_by_its_density() -> None:
    assert refusal(with_part(xlsx(ROWS), SHEET, grown)).code == "workbook-is-too-large"


def test_a_workbook_above_the_limit_is_refused() -> None:
    many = [[f"{line}-{line * 7919 % 10007}" for _ in range(4)] for line in range(6000)]
    error = refusal(xlsx(many), max_unpacked_mb=1)
    assert (error.code, error.details["limit"]) == ("workbook-is-too-large", 1)
    assert len(sheet(xlsx(many)).rows) == 5999


def test_a_lie_about_the_size_is_noticed() -> None:
    book = bytearray(xlsx(ROWS))
    entry = book.rfind(b"PK\x01\x02", 0, book.rfind(SHEET.encode()))
    book[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(book)).code == "workbook-is-damaged"


@pytest.mark.parametrize("code", ["workbook-is-damaged"])
def test_a_flipped_bit_is_noticed(code: str) -> None:
    book = bytearray(xlsx(ROWS))
    start = book.find(SHEET.encode()) + len(SHEET) + 20
    book[start] ^= 0xFF
    assert refusal(bytes(book)).code == code


def test_one_forgotten_cell_far_away_is_refused_before_it_takes_the_memory() -> None:
    def fill(book: Any, target: Any) -> None:
        target.write_string(1048575, 200, " ")

    book = xlsx(ROWS, fill)
    elsewhere = archive(
        {
            name.replace("worksheets/", "tables/"): text.replace(b"worksheets/", b"tables/")
            for name, text in parts(book).items()
        }
    )
    for far in (book, elsewhere):
        error = refusal(far)
        assert (error.code, error.details["cells"]) == ("sheet-is-too-large", 1048576 * 201)


def test_formats_far_away_are_no_cells() -> None:
    def fill(book: Any, target: Any) -> None:
        target.write_blank(1048575, 200, None, book.add_format({"bold": True}))

    assert len(sheet(xlsx(ROWS, fill)).rows) == 2


def test_a_merged_area_of_the_whole_sheet_is_refused() -> None:
    def merge(content: bytes) -> bytes:
        area = b'<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>'
        return content.replace(b"</sheetData>", b"</sheetData>" + area)

    assert refusal(with_part(xlsx(ROWS), SHEET, merge)).code == "sheet-is-too-large"


def test_repeated_cells_of_opendocument_are_counted() -> None:
    bomb = ods_row("x", repeat=4000, cell_repeat=4000)
    error = refusal(ods(ods_row("a") + bomb))
    assert (error.code, error.details["cells"]) == ("sheet-is-too-large", 4001 * 4000)


def test_a_document_type_is_refused() -> None:
    def bomb(content: bytes) -> bytes:
        head, tail = content.split(b"?>", 1)
        return head + b'?><!DOCTYPE x [<!ENTITY a "b">]>' + tail

    error = refusal(with_part(xlsx(ROWS), SHEET, bomb))
    assert (error.code, error.details["part"]) == ("workbook-has-document-type", SHEET)


def test_a_workbook_without_its_sheet_is_refused() -> None:
    broken = with_part(xlsx(ROWS), SHEET, lambda _: None)
    assert refusal(broken).code == "workbook-is-damaged"


def test_another_kind_of_opendocument_is_refused() -> None:
    text = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}
    assert refusal(archive(text)).code == "workbook-is-other-archive"


def test_old_workbooks_keep_their_letters(inputs: Path) -> None:
    data = (inputs / "tables" / "17a-derzhstat-population-2017-12.xls").read_bytes()
    table = sheet(data, format="xls", header_row=3, header_rows=2)
    assert table.header[1].startswith("Наявне населення на ")
    assert table.place(5, 1).cell == "B5"
    assert found(table, "workbook-details-unread") == []
