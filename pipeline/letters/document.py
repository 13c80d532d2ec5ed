"""A letter as a DOCX, made with python-docx; its properties are fixed and name nobody."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import islice

from docx import Document
from docx.document import Document as Opened
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from pipeline.letters import wording
from pipeline.letters.letter import Group, Letter
from pipeline.model import Severity

_COLOURS = {
    Severity.ERROR: RGBColor(0xB3, 0x26, 0x1E),
    Severity.WARNING: RGBColor(0x8A, 0x62, 0x00),
}
_MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone
_WIDTHS = (Cm(6.5), Cm(4.5), Cm(5))
_TABLE_ROWS = 500
"""A document of more would not open in reasonable time; the workbook has them all marked."""
# XML has no place for these, and a cell may hold any of them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def to_docx(letter: Letter) -> bytes:
    """The letter as bytes of a DOCX."""
    document = Document()
    _set_up(document, letter)
    _opening(document, letter)
    for group in wording.first_groups(letter):
        _group(document, group)
    if wording.more_groups(letter):
        _paragraph(document, wording.more_groups(letter))
    if wording.for_engineer(letter):
        _paragraph(document, wording.for_engineer(letter))
    _paragraph(document, wording.word("signed", contact=letter.contact))
    if letter.has_table:
        _table(document, letter)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Opened, letter: Letter) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.8)
    properties = document.core_properties
    properties.title, properties.author = _clean(wording.subject(letter)), ""
    properties.comments, properties.language = "", "uk"
    properties.created = properties.modified = _MADE_ON


def _opening(document: Opened, letter: Letter) -> None:
    _paragraph(document, wording.word("to", title=letter.title, holder=letter.holder))
    _paragraph(document, wording.shown_day(letter.day))
    document.add_heading(_clean(wording.subject(letter)), level=1)
    for line in wording.opening(letter):
        _paragraph(document, line)
    document.add_heading(wording.word("what-to-do"), level=2)
    for step in wording.steps(letter):
        _paragraph(document, step, style="List Number")
    document.add_heading(wording.word("most-important"), level=2)


def _group(document: Opened, group: Group) -> None:
    lead = _paragraph(document, "")
    lead.paragraph_format.keep_with_next = True
    run = lead.add_run(f"{wording.heading(group)}. ")
    run.bold, run.font.color.rgb = True, _COLOURS[group.severity]
    lead.add_run(_clean(group.wrong))
    for label, text in wording.about(group):
        line = _paragraph(document, "", style="List Bullet")
        line.add_run(f"{label}: ").bold = True
        line.add_run(_clean(text))


def _table(document: Opened, letter: Letter) -> None:
    heading = document.add_heading(wording.word("table"), level=2)
    heading.paragraph_format.page_break_before = True
    rows = list(islice(_rows(letter), _TABLE_ROWS))
    table = document.add_table(rows=len(rows), cols=len(_WIDTHS), style="Table Grid")
    # Asking the table for each of its rows reads it anew from the beginning.
    for row, texts in zip(table.rows, rows, strict=True):
        cells = row.cells
        if len(texts) == 1:
            cells[0].merge(cells[-1])
        for cell, text, width in zip(cells, texts, _WIDTHS, strict=False):
            cell.width = width
            _fill(cell.paragraphs[0], text, bold=len(texts) == 1)


def _rows(letter: Letter) -> Iterator[tuple[str, ...]]:
    """Cells of the rows; one alone goes across the table."""
    yield wording.table_header()
    for wrong, spots in wording.table_parts(letter):
        yield (wrong,)
        for spot in spots:
            yield spot.where, spot.column, spot.stands


def _fill(paragraph: Paragraph, text: str, *, bold: bool) -> None:
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(_clean(text))
    run.font.size, run.bold = Pt(8.5), bold


def _paragraph(document: Opened, text: str, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph(_clean(text), style=style)
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
