"""Plain text and DOCX: lines, cells, places; what is refused."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.readers import document
from pipeline.readers.document import Document
from tests.extractors.counting.reading import snapshot

UTF8 = DocumentOptions()


def read_text(data: bytes, options: DocumentOptions = UTF8) -> Document:
    return document.read(data, snapshot(data), options)


def read_docx(data: bytes, options: DocumentOptions = UTF8) -> Document:
    return document.read(data, snapshot(data, "reports/report.docx", Kind.DOCX), options)


def build(write: Callable[[Docx], None]) -> bytes:
    made = docx.Document()
    write(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def lines_of(read: Document) -> list[str]:
    return [read.text[line.start : line.end] for line in read.lines]


def test_lines_of_a_text_keep_their_places() -> None:
    read = read_text("Звіт\n\n  Надійшло 14 листів.\n".encode())
    assert lines_of(read) == ["Звіт", "", "  Надійшло 14 листів.", ""]
    assert [line.place.line for line in read.lines] == [1, 2, 3, 4]
    assert read.lines[2].place.source == "reports/report.txt"


def test_line_ends_become_one_kind_and_a_mark_is_dropped() -> None:
    read = read_text(b"\xef\xbb\xbf" + "а\r\nб\rв".encode())
    assert read.text == "а\nб\nв"


def test_declared_encoding() -> None:
    read = read_text("Звіт ІІІ".encode("cp1251"), DocumentOptions(encoding="windows-1251"))
    assert read.text == "Звіт ІІІ"


def test_tabs_part_cells() -> None:
    read = read_text("Показник\t2020\t2021\n\tлише відступ\n".encode())
    header, indented, _ = read.lines
    assert [read.text[start:end] for start, end in header.cells] == ["Показник", "2020", "2021"]
    assert indented.cells == ()


@given(st.text(max_size=200))
def test_lines_and_the_text_are_the_same(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    other = (b"%pdf", b"pk\x03\x04", b"<!doctype", b"<html")
    if not data.decode().strip() or data.strip(b"\xef\xbb\xbf \t\r\n").lower().startswith(other):
        return
    read = read_text(data.removeprefix(b"\xef\xbb\xbf"))
    assert "\n".join(lines_of(read)) == read.text


def test_paragraphs_and_tables_of_a_docx_in_their_order() -> None:
    def write(made: Docx) -> None:
        made.add_paragraph("Звіт за 2021 рік")
        table = made.add_table(rows=2, cols=2)
        for cell, text in zip(table.rows[1].cells, ("Заяви", "12"), strict=True):
            cell.text = text
        made.add_paragraph("Усе.")

    read = read_docx(build(write))
    assert lines_of(read) == ["Звіт за 2021 рік", "\t", "Заяви\t12", "Усе."]
    assert [line.place.element for line in read.lines] == [
        "paragraph[1]",
        "table[1]/row[1]",
        "table[1]/row[2]",
        "paragraph[2]",
    ]
    assert [read.text[start:end] for start, end in read.lines[2].cells] == ["Заяви", "12"]


def test_a_cell_over_several_columns_leaves_the_others_to_their_own() -> None:
    def write(made: Docx) -> None:
        table = made.add_table(rows=2, cols=4)
        for row in table.rows:
            for cell, text in zip(row.cells, "абвг", strict=True):
                cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2)).text = "бв"

    assert lines_of(read_docx(build(write))) == ["а\tбв\t\tг", "а\tб\tв\tг"]


def test_a_cell_that_covers_more_than_word_can_is_bounded() -> None:
    def write(made: Docx) -> None:
        cell = made.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "а"
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="999"/>'))

    assert lines_of(read_docx(build(write))) == ["а" + "\t" * 62]


def test_lists_of_a_docx_are_marked() -> None:
    def write(made: Docx) -> None:
        paragraph = made.add_paragraph("5 заявок")
        number = f"<w:numPr {nsdecls('w')}><w:numId w:val='1'/></w:numPr>"
        paragraph._p.get_or_add_pPr().append(parse_xml(number))
        made.add_paragraph("Кінець")

    assert [line.listed for line in read_docx(build(write)).lines] == [True, False]


def test_insertions_and_breaks_are_read_and_deletions_are_not() -> None:
    def write(made: Docx) -> None:
        paragraph = made.add_paragraph("Надано")
        space = nsdecls("w")
        for tag, text in (("ins", "t"), ("del", "delText")):
            xml = (
                f"<w:{tag} {space} w:id='1' w:author='x'><w:r>"
                f"<w:{text} xml:space='preserve'> 5</w:{text}></w:r></w:{tag}>"
            )
            paragraph._p.append(parse_xml(xml))
        run = paragraph.add_run()
        run.add_break()
        run.add_text("послуг")

    assert lines_of(read_docx(build(write))) == ["Надано 5 послуг"]


def test_content_controls_and_text_boxes_are_read_once() -> None:
    def write(made: Docx) -> None:
        space = nsdecls("w")
        body = made.element.body
        inner = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        control = f"<w:sdt {space}><w:sdtContent>{inner.format('7 листів')}</w:sdtContent></w:sdt>"
        body.insert(0, parse_xml(control))
        compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        box = f"<w:txbxContent>{inner.format('3 заяви')}</w:txbxContent>"
        drawing = (
            f"<w:p {space} xmlns:mc='{compatible}'><w:r><w:t>Поряд</w:t></w:r><w:r>"
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
        body.insert(1, parse_xml(drawing))

    assert lines_of(read_docx(build(write))) == ["7 листів", "Поряд", "3 заяви"]


def test_a_nested_table_stays_in_its_cell() -> None:
    def write(made: Docx) -> None:
        cell = made.add_table(rows=1, cols=2).rows[0].cells[0]
        cell.text = "Зовні"
        cell.add_table(rows=1, cols=1).rows[0].cells[0].text = "5 усередині"

    assert lines_of(read_docx(build(write))) == ["Зовні 5 усередині\t"]


def refused(code: str, data: bytes, kind: Kind = Kind.TEXT, **options: object) -> SourceError:
    declared = DocumentOptions.model_validate(options)
    with pytest.raises(SourceError) as caught:
        document.read(data, snapshot(data, kind=kind), declared)
    assert caught.value.code == code
    assert all(caught.value.message(language) for language in messages.LANGUAGES)
    return caught.value


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b"PK\x03\x04", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1", "doc"),
        (b"{\\rtf1", "rtf"),
        (b"%PDF-1.7", "pdf"),
        (b"\n<!DOCTYPE html><html>", "html"),
        (b"<HTML>", "html"),
    ],
)
def test_another_kind_than_declared_is_refused(data: bytes, seen: str) -> None:
    assert refused("document-is-other-kind", data).details["seen"] == seen


def test_text_declared_as_docx_is_refused() -> None:
    refused("document-is-other-kind", "Звіт".encode(), Kind.DOCX)


def test_wrong_encoding_is_refused_with_its_line() -> None:
    error = refused("document-is-not-in-encoding", "Звіт\n".encode() + b"\xc7\xe2\xb3\xf2")
    assert error.details["line"] == "2"


def test_utf_8_declared_as_something_else_is_refused() -> None:
    refused("document-is-utf-8", "Звіт".encode(), encoding="cp1251")


def test_an_unknown_encoding_is_refused_in_the_descriptor() -> None:
    with pytest.raises(ValueError, match="is not the name of an encoding"):
        DocumentOptions(encoding="utf-9")


def test_lines_with_as_many_bars_are_rows() -> None:
    read = read_text("Показник|Кількість\nЗаяви|12\nУсього | разом\n\nПерегляди: 5 | 2\n".encode())
    assert [len(line.cells) for line in read.lines] == [2, 2, 2, 0, 0, 0]
    start, end = read.lines[1].cells[1]
    assert read.text[start:end] == "12"
    assert lines_of(read)[1] == "Заяви|12"


@pytest.mark.parametrize("data", [b"", b" \n\t\n"], ids=["nothing", "blank"])
def test_an_empty_document_is_refused(data: bytes) -> None:
    refused("document-is-empty", data)


def test_a_truncated_docx_is_refused() -> None:
    whole = build(lambda made: None)
    refused("document-is-damaged", whole[: len(whole) // 2], Kind.DOCX)


def test_a_zip_that_is_no_docx_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    refused("document-is-damaged", out.getvalue(), Kind.DOCX)


def test_a_docx_larger_than_allowed_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (2 * 2**20))
    refused("document-is-too-large", out.getvalue(), Kind.DOCX, max_unpacked_mb=1)


def test_a_lost_letter_is_said() -> None:
    (finding,) = read_text("Добре\nЗв�т".encode()).findings
    assert (finding.code, finding.place.line) == ("character-lost", 2)
