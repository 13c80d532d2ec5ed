"""Paragraphs and table rows of a DOCX, in the order a person reads them.

python-docx opens the package; its own lists of paragraphs and tables pass over content controls,
tracked insertions and text boxes, so the body is walked here (ECMA-376 part 1, 17.2-17.4). Deleted
text, field codes and the fallback copy of a drawing are not what a person reads.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from pipeline.errors import SourceError
from pipeline.readers.raised import raised
from pipeline.readers.zipped import DAMAGE

_TEXT = qn("w:t")
_BREAKS, _LINES = {qn("w:tab"), qn("w:ptab")}, {qn("w:br"), qn("w:cr")}
_LINE = "\v"
"""Stands for a break of a line, which is no sign of a text."""
_HYPHEN = qn("w:noBreakHyphen")
_BOX = qn("w:txbxContent")
_MOST_COLUMNS = 63
"""Of a table of Word; what says more is damaged."""
_RUN, _PROPERTIES = qn("w:r"), qn("w:rPr")
_OFF = {"0", "false", "off"}
_SIGN = qn("w:sym")
_SAYING = {" ": {_TEXT, _HYPHEN}, _LINE: {_TEXT, _HYPHEN, _SIGN}}
"""What has a text of its own: in a text, and in a table, where a sign alone may be the value."""
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_SIGNS = {
    ("Wingdings", 0xFE): "☑",
    ("Wingdings", 0xFD): "☒",
    ("Wingdings", 0xA8): "☐",
    ("Wingdings", 0x6F): "☐",
    ("Wingdings", 0xFC): "✓",
    ("Wingdings", 0xFB): "✗",
    ("Symbol", 0xB0): "°",
    ("Symbol", 0xD7): "×",
    ("Symbol", 0xB1): "±",
}
"""Signs of fonts that have their own places for them."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOVED = qn("w:moveFrom")
# python-docx has no error of its own for a package whose parts contradict each other.
_REFUSALS = (
    *DAMAGE,
    PackageNotFoundError,
    LookupError,
    AttributeError,
    TypeError,
    etree.XMLSyntaxError,
)
# Layers around paragraphs and tables that say nothing of their own.
_LAYERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:smartTag")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph (one part) or a row of a table (its cells)."""

    parts: tuple[str, ...]
    element: str | None
    """`paragraph[12]` or `table[1]/row[3]`, counted from 1."""
    line: int | None = None
    is_row: bool = False
    sign: str = "\t"
    """Parts the cells; one character."""
    listed: bool = False
    aligned: tuple[tuple[int, int], ...] = ()
    """Cells that spaces alone part: offsets in the line of a text file."""


def read_blocks(data: bytes, source: str, max_unpacked_mb: int) -> Iterator[Block]:
    """Every paragraph and table row of the body.

    Raises:
        SourceError: the package is damaged, too large unpacked, or not a DOCX.
    """
    return _number(walk(open_body(data, source, max_unpacked_mb)))


def open_body(data: bytes, source: str, max_unpacked_mb: int) -> etree._Element:
    """The body of a document.

    Raises:
        SourceError: the package is damaged, too large unpacked, or not a DOCX.
    """
    return open_linked(data, source, max_unpacked_mb)[0]


def open_linked(
    data: bytes, source: str, max_unpacked_mb: int
) -> tuple[etree._Element, Mapping[str, str]]:
    """The body of a document, and where its links lead by their identifiers.

    Raises:
        SourceError: the package is damaged, too large unpacked, or not a DOCX.
    """
    _inspect(data, source, max_unpacked_mb)
    try:
        document = docx.Document(io.BytesIO(data))
        parts = document.part.rels.items()
        links = {name: part.target_ref for name, part in parts if part.is_external}
        return document.element.body, links
    except _REFUSALS as error:
        raise SourceError("document-is-damaged", source=source) from error


def _inspect(data: bytes, source: str, max_unpacked_mb: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > max_unpacked_mb * 2**20:
                raise SourceError(
                    "document-is-too-large", source=source, limit=str(max_unpacked_mb)
                )
            broken = archive.testzip()
    except DAMAGE as error:
        raise SourceError("document-is-damaged", source=source) from error
    if broken is not None:
        raise SourceError("document-is-damaged", source=source)


def walk(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, the paragraphs of their text boxes, and tables."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield child
            for box in _boxes(child):
                yield from walk(box)
        elif child.tag == qn("w:tbl"):
            yield child
        elif child.tag in _LAYERS:
            yield from walk(child)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    for box in paragraph.iter(_BOX):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box


def _number(elements: Iterator[etree._Element]) -> Iterator[Block]:
    paragraphs = tables = 0
    for element in elements:
        if element.tag == qn("w:p"):
            paragraphs += 1
            yield Block(
                parts=(text_of_paragraph(element),),
                element=f"paragraph[{paragraphs}]",
                listed=_is_listed(element),
            )
        else:
            tables += 1
            yield from _rows(element, tables)


def _rows(table: etree._Element, number: int) -> Iterator[Block]:
    for place, row in enumerate(own(table, "w:tr"), start=1):
        yield Block(
            parts=tuple(_cell_texts(row)),
            element=f"table[{number}]/row[{place}]",
            is_row=True,
        )


def _cell_texts(row: etree._Element) -> Iterator[str]:
    """A text for each column of the grid: of a cell over several, in the first of them."""
    yield from [""] * min(number_in(row, "w:trPr", "w:gridBefore", 0), _MOST_COLUMNS)
    for cell in own(row, "w:tc"):
        yield _cell_text(cell)
        covered = min(number_in(cell, "w:tcPr", "w:gridSpan", 1), _MOST_COLUMNS)
        yield from [""] * (covered - 1)


def number_in(element: etree._Element, properties: str, name: str, default: int) -> int:
    """What a property of a row or a cell says: how many columns it covers or leaves out."""
    found = element.find(f"{qn(properties)}/{qn(name)}")
    text = "" if found is None else (found.get(qn("w:val")) or "")
    return (
        min(int(text), 1000) if text.isascii() and text.isdecimal() and len(text) < 7 else default
    )


def own(parent: etree._Element, name: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, without those of tables nested in it."""
    return [
        child
        for child in parent.iter(qn(name))
        if next(child.iterancestors(parent.tag), None) is parent
    ]


def _cell_text(cell: etree._Element) -> str:
    """Paragraphs of a cell, nested tables included, on one line."""
    texts = (text_of_paragraph(paragraph) for paragraph in cell.iter(qn("w:p")))
    return " ".join(text for text in texts if text.strip())


def _is_listed(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None


def text_of_paragraph(paragraph: etree._Element) -> str:
    """What is visible of a paragraph; breaks and tabs become spaces."""
    return "".join(_pieces(paragraph)).replace("\n", " ").replace("\t", " ")


def lines_of_paragraph(paragraph: etree._Element) -> list[str]:
    """The lines of a paragraph as breaks part them, each with single spaces.

    Hidden text is left out, figures above the line and signs of other fonts are what they look.
    """
    lines = "".join(_pieces(paragraph, _LINE)).split(_LINE)
    return [" ".join(line.split()) for line in lines]


def texts_with(element: etree._Element, *properties: str) -> str:
    """The text of the runs that have one of the properties: crossed out, hidden."""
    runs = (run for run in element.iter(_RUN) if any(has(run, name) for name in properties))
    return " ".join(text for run in runs if (text := text_of_paragraph(run).strip()))


def has(run: etree._Element, name: str) -> bool:
    """Whether a property of a run is set and not switched off again (17.7.3)."""
    found = run.find(f"{_PROPERTIES}/{qn(name)}")
    return found is not None and found.get(qn("w:val"), "true") not in _OFF


def _is_raised(run: etree._Element) -> bool:
    found = run.find(f"{_PROPERTIES}/{qn('w:vertAlign')}")
    return found is not None and found.get(qn("w:val")) == "superscript"


def _pieces(element: etree._Element, line: str = " ") -> Iterator[str]:
    for child in element:
        if child.tag in _SAYING[line]:
            yield _said(child)
        elif child.tag in _LINES:
            yield line
        elif child.tag in _BREAKS:
            # w:tab is also the name of a tab stop, which stands in the properties.
            yield "" if element.tag == qn("w:tabs") else " "
        elif child.tag == _RUN and line == _LINE:
            yield from _run(child)
        elif child.tag not in {_BOX, _FALLBACK, _MOVED}:
            yield from _pieces(child, line)


def _said(element: etree._Element) -> str:
    if element.tag == _HYPHEN:
        return "-"
    return (element.text or "") if element.tag == _TEXT else _sign(element)


def _run(run: etree._Element) -> Iterator[str]:
    """The pieces of a run of a table as a person sees them."""
    if not has(run, "w:vanish"):
        pieces = _pieces(run, _LINE)
        yield from map(raised, pieces) if _is_raised(run) else pieces


def _sign(element: etree._Element) -> str:
    """A sign by its place in a font (17.3.3.30); one that is not known keeps that place."""
    code, font = element.get(qn("w:char")) or "", element.get(qn("w:font")) or ""
    place = int(code, 16) if _HEX.fullmatch(code) else 0xFFFD
    return _SIGNS.get((font, place & 0xFF), chr(place))
