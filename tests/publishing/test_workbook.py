import io
import time
import zipfile

import openpyxl
import pytest

from pipeline.publishing import workbook
from pipeline.publishing.workbook import CELL_MAX, fits, to_xlsx

HEADER = ("code", "count", "share", "note")
ROWS = [
    ("007", "12", "1.50", "=SUM(A1:A9)"),
    ("008", "007", "2", "https://example.org"),
    ("009", "", "0.25", "<r><t>x</t></r>"),
    ("010", "1234567890123456", "", "рядок\nдругий"),
]


def made() -> bytes:
    return to_xlsx("Benches", "Лавки", HEADER, ROWS, frozenset({"count", "share"}))


def test_cells_are_text_or_numbers_and_never_formulas_or_links() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made()))
    sheet = book["Benches"]
    assert book.sheetnames == ["Benches"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert cells == [
        ["007", 12, 1.5, "=SUM(A1:A9)"],
        ["008", "007", 2, "https://example.org"],
        ["009", None, 0.25, "<r><t>x</t></r>"],
        ["010", "1234567890123456", None, "рядок\nдругий"],
    ]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_the_header_stays_and_columns_are_wide_enough() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made()))["Benches"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].number_format == "@"
    assert sheet["C2"].number_format == "0.00"
    assert sheet["C3"].number_format == "0"
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["A"].width


def test_the_same_table_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert made() == first
    stamps = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        pytest.param("а" * CELL_MAX, True, id="longest"),
        pytest.param("а" * (CELL_MAX + 1), False, id="too-long"),
        pytest.param("😀" * (CELL_MAX // 2 + 1), False, id="too-long-in-utf-16"),
        pytest.param("\uffff", False, id="not-a-character"),
        pytest.param("<r>\x1f</r>", False, id="markup-and-control"),
        pytest.param("<r>\n</r>", True, id="markup"),
    ],
)
def test_what_excel_cannot_hold_is_known_beforehand(cell: str, holds: bool) -> None:
    assert fits([("1", cell)]) is holds


def test_too_many_rows_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "ROWS_MAX", 1)
    assert fits([("1",)])
    assert not fits([("1",), ("2",)])


def test_the_properties_name_nobody() -> None:
    data = to_xlsx("Benches", "Лавки", ["id"], [("1",)], frozenset())
    properties = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert not properties.description
