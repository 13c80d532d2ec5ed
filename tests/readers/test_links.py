"""Links of cells: the same table in every format that can hold them gives the same columns."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.errors import SourceError
from tests.readers.grids.test_tables import sheet
from tests.readers.sheets import cells, one
from tests.readers.ugly import Drawing, as_pdf
from tests.readers.workbooks.saved import archive, ods, parts, xlsx

ROWS = [["Назва", "№"], ["Про план", "1"], ["Про звіт", "2"], ["Про мережу", "3"]]
FILE = "https://rada.example/1.pdf"
SECOND = "https://rada.example/2.pdf?a=1&b=2#x"


def as_xlsx(fill: Callable[[Worksheet], Any]) -> bytes:
    def filled(_book: Workbook, page: Worksheet) -> None:
        fill(page)

    return xlsx(ROWS, filled)


def links_of(data: bytes, kind: str, **options: Any) -> list[str]:
    table = sheet(data, kind, links=["назва"], **options)
    assert table.header == ("Назва", "№", "Назва (посилання)")
    assert [row[:2] for row in cells(table)] == ROWS[1:]
    return [row[2] for row in cells(table)]


def both(page: Worksheet) -> None:
    page.write_url("A2", FILE, string="Про план")
    page.write_url("A3", SECOND, string="Про звіт")
    page.write_url("B2", "https://elsewhere.example/", string="1")


def test_a_workbook() -> None:
    assert links_of(as_xlsx(both), "xlsx") == [FILE, SECOND, ""]
    left = one(sheet(as_xlsx(both), "xlsx", links=["назва"]), "links-not-read")
    assert (left.place.cell, left.details) == ("B2", {"count": 1})
    assert one(sheet(as_xlsx(both), "xlsx"), "links-not-read").details == {"count": 3}


def test_links_that_lead_to_no_page_are_none() -> None:
    def fill(page: Worksheet) -> None:
        page.write_url("A2", "mailto:rada@rada.example", string="Про план")
        page.write_url("A3", "internal:Дані!A1", string="Про звіт")

    assert links_of(as_xlsx(fill), "xlsx") == ["", "", ""]
    table = sheet(as_xlsx(fill), "xlsx")
    assert "links-not-read" not in {finding.code for finding in table.findings}


@pytest.mark.parametrize(
    ("text", "address", "unread"),
    [
        ("https://rada.example/1", "https://rada.example/1", False),
        ("rada.example", "http://rada.example/", False),
        ("https://rada.example/акт", "https://rada.example/%D0%B0%D0%BA%D1%82", False),
        ("https://rada.example/1", "https://rada.example/2", True),
        ("", "https://rada.example/1", True),
    ],
)
def test_an_address_that_leads_to_itself_is_read_already(
    text: str, address: str, unread: bool
) -> None:
    def fill(_book: Workbook, page: Worksheet) -> None:
        page.write_url("B2", address, string=text)

    table = sheet(xlsx([["Назва", "Адреса"], ["Про план", text]], fill), "xlsx")
    assert ("links-not-read" in {finding.code for finding in table.findings}) is unread


def test_a_link_beside_a_workbook_starts_from_the_declared_address() -> None:
    def fill(page: Worksheet) -> None:
        page.write_url("A2", "external:acts/1.pdf", string="Про план")

    assert links_of(as_xlsx(fill), "xlsx") == ["acts/1.pdf", "", ""]
    found = links_of(as_xlsx(fill), "xlsx", base="https://rada.example/x/")
    assert found == ["https://rada.example/x/acts/1.pdf", "", ""]


def test_a_link_over_many_cells() -> None:
    contents = parts(as_xlsx(lambda page: page.write_url("A2", FILE, string="Про план")))
    name = "xl/worksheets/sheet1.xml"
    contents[name] = contents[name].replace(b'<hyperlink ref="A2"', b'<hyperlink ref="A2:A4"')
    assert links_of(archive(contents), "xlsx") == [FILE, FILE, FILE]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        (f'=HYPERLINK("{FILE}","Про план")', FILE),
        (f'=hyperlink( "{FILE}" , "Про план")', FILE),
        ('=HYPERLINK(C2,"Про план")', ""),
        (f'=LEN("{FILE}")', ""),
    ],
)
def test_a_formula_that_makes_a_link(formula: str, found: str) -> None:
    data = as_xlsx(lambda page: page.write_formula("A2", formula, None, "Про план"))
    assert links_of(data, "xlsx") == [found, "", ""]


def test_an_opendocument_table() -> None:
    def row(first: str, second: str) -> str:
        cell = '<table:table-cell office:value-type="string"><text:p>'
        end = "</text:p></table:table-cell>"
        return f"<table:table-row>{cell}{first}{end}{cell}{second}{end}</table:table-row>"

    def link(words: str, *addresses: str) -> str:
        space = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
        return "".join(
            f'<text:a {space} xlink:href="{address}">{part}</text:a>'
            for address, part in zip(addresses, words.split("|"), strict=True)
        )

    rows = [row(*ROWS[0]), row(link("Про план", FILE), "1")]
    rows += [row(link("Про |звіт", FILE, "https://b.example/"), "2"), row(*ROWS[3])]
    found = links_of(ods("".join(rows)), "ods")
    assert found == [FILE, f"{FILE}, https://b.example/", ""]


def as_docx(change: Callable[[_Cell, Callable[[str], str]], None]) -> bytes:
    document = docx.Document()
    table = document.add_table(len(ROWS), 2)
    for line, row in enumerate(ROWS):
        for position, text in enumerate(row):
            table.cell(line, position).text = text

    def known(address: str) -> str:
        return document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    change(table.cell(1, 0), known)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def inside(cell: _Cell, start: str, end: str) -> None:
    """The paragraph of a cell anew, its words between these."""
    text = f"<w:p {nsdecls('w', 'r')}>{start}<w:r><w:t>Про план</w:t></w:r>{end}</w:p>"
    cell._tc.replace(cell.paragraphs[0]._p, parse_xml(text))  # no other way


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r>'
    f'<w:r><w:instrText>LINK "{FILE}" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ('<w:hyperlink r:id="{known}">', "</w:hyperlink>", FILE),
        ('<w:hyperlink r:id="{known}" w:anchor="p2">', "</w:hyperlink>", f"{FILE}#p2"),
        ('<w:hyperlink w:anchor="p2">', "</w:hyperlink>", ""),
        ('<w:hyperlink r:id="rId999">', "</w:hyperlink>", ""),
        (f"<w:fldSimple w:instr=' HYPERLINK \"{FILE}\" '>", "</w:fldSimple>", FILE),
        (FIELD, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', FILE),
        ("<w:fldSimple w:instr=' PAGE '>", "</w:fldSimple>", ""),
    ],
    ids=["link", "place", "own-place", "unknown", "field", "broken-field", "other-field"],
)
def test_a_document(start: str, end: str, found: str) -> None:
    data = as_docx(lambda cell, known: inside(cell, start.replace("{known}", known(FILE)), end))
    assert links_of(data, "docx") == [found, "", ""]


def note(left: int, bottom: int, address: str) -> str:
    rectangle = f"{left} {bottom} {left + 30} {bottom + 10}"
    return f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/A<</S/URI/URI({address})>>>>"


def test_a_pdf() -> None:
    notes = f"/Annots[{note(44, 765, FILE)}{note(44, 745, 'mailto:a@b.example')}]"
    assert links_of(as_pdf(Drawing(ROWS), notes=notes), "pdf") == [FILE, "", ""]
    data = as_pdf(Drawing([ROWS[0], ROWS[1], ROWS[0], ROWS[1]]), pages=2, notes=notes)
    found = [row[-1] for row in cells(sheet(data, "pdf", links=["назва"]))]
    assert found == [FILE, "", FILE]


def test_broken_links_of_a_pdf_lose_no_words_where_nobody_asks_for_links() -> None:
    data = as_pdf(Drawing(ROWS), notes="/Annots[<</Subtype/Link/Rect[1 2]/A<</URI(x)>>>>]")
    assert cells(sheet(data, "pdf")) == ROWS[1:]
    with pytest.raises(SourceError):
        sheet(data, "pdf", links=["назва"])
