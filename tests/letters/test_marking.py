"""The workbook returned: cells marked and commented, everything else as it was."""

import io
import re
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font

from pipeline.letters.marking import is_workbook, marked
from pipeline.letters.marks import FILLS, Mark
from pipeline.model import Severity

TOUCHED = re.compile(
    r"\[Content_Types\].xml|xl/(?:styles|comments|worksheets|drawings/(?:comments|vml)).*"
)


def mark(cell: str, sheet: str = "Рішення", severity: Severity = Severity.ERROR) -> Mark:
    line = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return Mark(sheet=sheet, line=line, cell=cell, severity=severity, text=f"Помилка: {cell} <&>")


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """With a chart, a comment of a person, merged cells, a formula and a second sheet."""
    book = Workbook()
    sheet = book.create_sheet("Рішення", 0)
    del book["Sheet"]
    for number in range(1, 12):
        sheet.append([number, f"Про питання {number}", "=A1+1"])
    sheet["A3"].font = Font(bold=True, color="FF0000FF")
    sheet["A3"].number_format = "0.00"
    sheet["B4"].comment = Comment("Перевірити!", "Клерк")
    sheet.merge_cells("E1:F2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=10))
    sheet.add_chart(chart, "H2")
    book.create_sheet("Інше")["A1"] = 5
    return saved(book)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_cells_are_coloured_and_say_what_is_wrong(workbook: bytes) -> None:
    marks = [
        mark("C3"),
        mark("A3", severity=Severity.WARNING),
        mark("B4"),
        mark("AB40"),
        mark("A1", "Інше"),
    ]
    book = load_workbook(io.BytesIO(marked(workbook, marks, "Програма")))
    for one in marks:
        cell = book[one.sheet or ""][one.cell]
        assert cell.fill.fgColor.rgb == FILLS[one.severity]
        assert one.text in cell.comment.text
    sheet = book["Рішення"]
    assert sheet["B4"].comment.text.startswith("Перевірити!")
    assert sheet["B4"].comment.author == "Клерк"
    assert (sheet["A3"].font.bold, sheet["A3"].number_format) == (True, "0.00")
    assert sheet["C3"].value == "=A1+1"
    assert sheet["D40"].fill.fgColor.rgb == "00000000"


def test_all_else_is_kept_byte_for_byte(workbook: bytes) -> None:
    before, after = parts(workbook), parts(marked(workbook, [mark("C3")], "Програма"))
    same = [name for name in before if not TOUCHED.fullmatch(name)]
    assert "xl/charts/chart1.xml" in same
    assert [name for name in same if before[name] != after[name]] == []
    assert b"mergeCell" in after["xl/worksheets/sheet1.xml"]
    assert after["xl/worksheets/sheet2.xml"] == before["xl/worksheets/sheet2.xml"]


def test_the_order_of_a_sheet_stays_as_the_format_asks(workbook: bytes) -> None:
    sheet = parts(marked(workbook, [mark("A1", "Інше"), mark("B20")], "Програма"))
    first, second = sheet["xl/worksheets/sheet1.xml"], sheet["xl/worksheets/sheet2.xml"]
    assert re.search(rb"<drawing [^>]*/><legacyDrawing [^>]*/>", first)
    assert second.index(b"<legacyDrawing") > second.index(b"<pageMargins")
    rows = [int(number) for number in re.findall(rb'<row r="(\d+)"', first)]
    assert rows == sorted(rows)
    assert len(set(rows)) == len(rows)


def test_twice_marked_is_marked_on(workbook: bytes) -> None:
    once = marked(workbook, [mark("C3"), mark("C5")], "Програма")
    twice = load_workbook(io.BytesIO(marked(once, [mark("C3"), mark("A2")], "Програма")))
    assert twice["Рішення"]["C3"].comment.text.count("Помилка") == 2
    assert twice["Рішення"]["A2"].comment is not None


def test_a_sheet_that_is_not_there_is_passed_over(workbook: bytes) -> None:
    same = load_workbook(io.BytesIO(marked(workbook, [mark("A1", "Немає")], "Програма")))
    assert same.sheetnames == ["Рішення", "Інше"]


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PK\x03\x04" + b"x" * 99]
)
def test_what_is_no_workbook(data: bytes) -> None:
    assert not is_workbook(data)


def test_a_text_document_is_no_workbook() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert not is_workbook(buffer.getvalue())


def test_macros_are_kept_as_they_are(workbook: bytes) -> None:
    buffer = io.BytesIO(workbook)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x01macro")
    assert parts(marked(buffer.getvalue(), [mark("C3")], "Програма"))["xl/vbaProject.bin"] == (
        b"\x01macro"
    )
