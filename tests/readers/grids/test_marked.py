"""Cells whose signs say more than their letters: above the line, crossed out, seen by nobody."""

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.model import Severity
from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.grids.marked import percent_cells
from pipeline.readers.raised import raised
from tests.readers.grids.test_tables import page, sheet
from tests.readers.sheets import cells, one
from tests.readers.ugly import pdf
from tests.readers.workbooks.saved import archive, ods, parts, xlsx

_SPACES = (
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def document(run: str, text: str = "150") -> bytes:
    """A table of one name and one cell, which holds the XML of runs."""
    made = docx.Document()
    table = made.add_table(rows=2, cols=1)
    table.cell(0, 0).text = "А"
    cell: Any = table.cell(1, 0)
    cell._tc.replace(
        cell.paragraphs[0]._p,
        parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r>{run}</w:p>"),
    )
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def run(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def html(cell: str) -> str:
    return page(f"<table><tr><th>А<th>Б</tr><tr><td>{cell}</td><td>б</td></tr></table>")


def workbook(*pieces: str, **style: object) -> bytes:
    """A cell with the text 150 and one piece in another format."""

    def fill(book: Workbook, made: Worksheet) -> None:
        made.write_rich_string(1, 0, "150", book.add_format(style), *pieces)

    return xlsx([["А"], [""]], fill)


def opendocument(cell: str, style: str = "") -> bytes:
    content = parts(ods(f"<table:table-row>{_ods('<text:p>А</text:p>')}</table:table-row>{cell}"))
    styles = f'<style:style {_SPACES} style:name="T1">{style}</style:style>'
    name = "content.xml"
    changed = content[name].replace(b"<office:body>", f"{styles}<office:body>".encode())
    return archive({**content, name: changed})


def _ods(inner: str) -> str:
    return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'


def _ods_row(inner: str) -> str:
    return f"<table:table-row>{_ods(f'<text:p>{inner}</text:p>')}</table:table-row>"


def test_figures_above_the_line() -> None:
    assert raised("1)") == "¹⁾"
    assert raised("а") == "а"


_SUPER = '<w:vertAlign w:val="superscript"/>'
_STYLE = '<style:text-properties style:text-position="super 58%"/>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (html("150<sup>1</sup>"), "html"),
        (document(run("1", _SUPER)), "docx"),
        (workbook("1", font_script=1), "xlsx"),
        (opendocument(_ods_row('150<text:span text:style-name="T1">1</text:span>'), _STYLE), "ods"),
    ],
    ids=["html", "docx", "xlsx", "ods"],
)
def test_a_mark_of_a_note_is_no_digit(data: bytes | str, kind: str) -> None:
    assert cells(sheet(data, kind))[0][0] == "150¹"


def test_a_mark_of_a_note_in_a_pdf() -> None:
    def cell(text: str, top: int, size: int, left: int = 44) -> str:
        code = text.encode("utf-16-be").hex()
        return f"BT /F {size} Tf {left} {top} Td <{code}> Tj ET"

    drawn = [
        "40 780 60 20 re S 40 760 60 20 re S 100 780 60 20 re S 100 760 60 20 re S",
        *(cell("А", 786, 8), cell("Б", 786, 8, 104), cell("150", 766, 8), cell("1", 769, 5, 56)),
        cell("CO2", 766, 8, 104),
    ]
    table = sheet(pdf(["\n".join(drawn).encode()]), "pdf")
    assert cells(table) == [["150¹", "CO2"]]


@pytest.mark.parametrize(
    ("data", "kind", "struck"),
    [
        (html("<del>150</del> 160"), "html", "150"),
        (document(run("160", "<w:strike/>")), "docx", "160"),
        (workbook("160", font_strikeout=True), "xlsx", "160"),
        (
            opendocument(
                _ods_row('150<text:span text:style-name="T1">160</text:span>'),
                '<style:text-properties style:text-line-through-style="solid"/>',
            ),
            "ods",
            "160",
        ),
    ],
    ids=["html", "docx", "xlsx", "ods"],
)
def test_what_is_crossed_out_is_read_and_said(data: bytes | str, kind: str, struck: str) -> None:
    table = sheet(data, kind)
    assert struck in cells(table)[0][0]
    said = one(table, "text-is-struck")
    assert (said.value, said.details) == (struck, {"count": 1, "rows": "2"})


def test_a_cell_crossed_out_as_a_whole() -> None:
    def fill(book: Workbook, made: Worksheet) -> None:
        made.write(1, 0, "скасовано", book.add_format({"font_strikeout": True}))

    assert one(sheet(xlsx([["А"], [""]], fill), "xlsx"), "text-is-struck").value == "скасовано"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (html('150<span style="display: none">таємно</span>'), "html"),
        (html("150<b hidden>таємно</b>"), "html"),
        (document(run("таємно", "<w:vanish/>")), "docx"),
    ],
)
def test_what_nobody_sees_is_left_out_and_said(data: bytes | str, kind: str) -> None:
    table = sheet(data, kind)
    assert cells(table)[0][0] == "150"
    assert one(table, "text-is-unseen").value == "таємно"


def test_a_property_that_is_switched_off_hides_nothing() -> None:
    table = sheet(document(run("160", '<w:vanish w:val="0"/><w:strike w:val="false"/>')), "docx")
    assert cells(table) == [["150160"]]
    assert not table.findings


@pytest.mark.parametrize(("place", "sign"), [("F0FE", "☑"), ("00FC", "✓"), ("F041", "\uf041")])
def test_a_sign_of_another_font_is_a_value(place: str, sign: str) -> None:
    drawn = f'<w:r><w:sym w:font="Wingdings" w:char="{place}"/></w:r>'
    assert cells(sheet(document(drawn), "docx")) == [[f"150{sign}"]]


def test_breaks_inside_a_paragraph_of_an_opendocument_table() -> None:
    data = opendocument(_ods_row("вул. Тиха<text:line-break/>буд.<text:tab/>1<text:s/>а"))
    assert cells(sheet(data, "ods")) == [["вул. Тиха\nбуд. 1 а"]]


def test_lines_of_a_cell_of_a_pdf_stay_lines() -> None:
    def line(text: str, top: int) -> str:
        return f"BT /F 8 Tf 44 {top} Td <{text.encode('utf-16-be').hex()}> Tj ET"

    box = "40 780 60 20 re S 100 780 60 20 re S 40 750 60 30 re S 100 750 60 30 re S"
    drawn = "\n".join([box, line("А", 786), line("спортив-", 770), line("ний", 760)])
    assert cells(sheet(pdf([drawn.encode()]), "pdf"))[0][0] == "спортив-\nний"


@pytest.mark.parametrize("style", ["0%", "0.00%", "0.0%"])
def test_percents_of_a_workbook(style: str) -> None:
    def fill(book: Workbook, made: Worksheet) -> None:
        made.write(1, 0, 0.15, book.add_format({"num_format": style}))

    table = sheet(xlsx([["А"], [""], [3]], fill), "xlsx")
    assert cells(table) == [["0.15"], ["3"]]
    said = one(table, "numbers-are-percents")
    assert (said.value, said.place.cell, said.details) == ("0.15", "A2", {"count": 1, "rows": "2"})


def test_percents_of_an_opendocument_table() -> None:
    cell = '<table:table-cell office:value-type="percentage" office:value="0.15"/>'
    data = opendocument(f"<table:table-row>{cell}</table:table-row>")
    assert one(sheet(data, "ods"), "numbers-are-percents").value == "0.15"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<img src="tick.png" alt="є">', "є"),
        ('<a href="x.pdf"><img src="pdf.png"></a>', "img"),
        ('<input type="text" value="так">', "так"),
    ],
)
def test_a_picture_in_place_of_a_text_is_said(cell: str, shown: str) -> None:
    table = sheet(html(cell), "html")
    assert cells(table) == [["", "б"]]
    assert one(table, "cell-is-picture").value == shown


def test_a_picture_beside_a_text_says_nothing() -> None:
    assert not sheet(html('<img src="flag.png"> вул. Тиха'), "html").findings


def test_a_picture_in_a_document() -> None:
    assert not sheet(document("<w:r><w:pict/></w:r>"), "docx").findings
    for drawn in ("<w:r><w:pict/></w:r>", f"<m:oMath {nsdecls('m')}/>"):
        alone = sheet(document(drawn, text=""), "docx")
        assert one(alone, "cell-is-picture").details == {"count": 1, "rows": "2"}


def test_a_cell_of_percents_that_holds_none_is_no_percent() -> None:
    grid = Grid(source="x.ods", name="1", rows=(SheetRow(line=2, cells=("", "0.15")),))
    (said,) = percent_cells(grid, {(1, 0), (2, 0), (2, 1), (9, 4)})
    assert (said.value, said.details) == ("0.15", {"count": 1, "rows": "2"})
    assert not list(percent_cells(grid, {(9, 4)}))


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('12<a href="#n1">1</a>', "12¹"),
        ('<b>12</b> <a href="#n1">[1]</a>', "12 [¹]"),
        ('<p>12</p><a name="r1" href="#n1"><b>1</b></a>', "12\n¹"),
        ('<a href="#n1">1</a>', "1"),
        ('<b> <a href="#n1">1</a></b>', "1"),
        ('вул. <a href="#lisova">Лісова</a>', "вул. Лісова"),
        ('№ <a href="acts/5.html">5</a>', "№ 5"),
    ],
)
def test_a_link_to_a_note_is_no_digit(cell: str, read: str) -> None:
    assert cells(sheet(html(cell), "html"))[0][0] == read


@pytest.mark.parametrize("mark", ["footnoteReference", "endnoteReference", "commentReference"])
def test_a_note_of_a_document_is_said(mark: str) -> None:
    table = sheet(document(f'<w:r><w:{mark} w:id="2"/></w:r>'), "docx")
    assert cells(table) == [["150"]]
    said = one(table, "cell-has-note")
    assert (said.value, said.details) == ("150", {"count": 1, "rows": "2"})


def test_a_note_of_an_opendocument_table_is_no_part_of_the_text() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    note += "<text:p>інше</text:p></text:note-body></text:note>"
    table = sheet(opendocument(_ods_row(f"150{note}")), "ods")
    assert cells(table) == [["150"]]
    assert one(table, "cell-has-comment").place.cell == "A2"


def test_a_table_in_a_cell_of_a_document_is_said() -> None:
    made = docx.Document()
    table = made.add_table(rows=2, cols=1)
    table.cell(0, 0).text = "А"
    table.cell(1, 0).text = "150"
    inner = table.cell(1, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "тел.", "5-55"
    buffer = io.BytesIO()
    made.save(buffer)
    found = sheet(buffer.getvalue(), "docx")
    assert cells(found) == [["150\nтел.\n5-55"]]
    assert one(found, "cell-has-table").value == "тел.\n5-55"


def test_rows_that_run_into_a_cell_are_an_error() -> None:
    rows = "<tr><th>А<th>Б<tr><td>Пер<wbr>ша<td>б<tr><td>Друга<td>в"
    said = one(sheet(page(f"<table>{rows}</table>"), "html"), "page-row-in-cell")
    assert (said.severity, said.place.element) == (Severity.ERROR, "table[1]/row[2]/cell[1]")


def test_text_that_a_page_keeps_out_of_sight() -> None:
    table = sheet(html('150<span style="visibility: hidden">таємно</span>'), "html")
    assert cells(table)[0][0] == "150"
    assert one(table, "text-is-unseen").value == "таємно"


def test_zeros_that_an_opendocument_table_shows_before_a_number() -> None:
    cell = '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{1}</text:p>'
    drawn = "".join(
        f"<table:table-row>{cell.format(*one)}</table:table-cell></table:table-row>"
        for one in (("7", "007"), ("0", "0"), ("0.5", "0,5"))
    )
    assert cells(sheet(opendocument(drawn), "ods")) == [["007"], ["0"], ["0.5"]]
