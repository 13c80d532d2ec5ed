"""What an ODS says beside values: hidden rows and columns, merged cells, comments, errors.

Source: OpenDocument 1.3 part 3, 9 (tables) and 19.749 (`table:visibility`).
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.readers.grids.grid import Area
from pipeline.readers.workbooks.facts import Facts, Spot
from pipeline.readers.workbooks.odf_texts import STYLE, Styles, struck_text, told_text
from pipeline.readers.zipped import DAMAGE

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE = _SPACE % "table"
_OFFICE = _SPACE % "office"
_TEXT = _SPACE % "text"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_ROW, _COLUMN = f"{_TABLE}table-row", f"{_TABLE}table-column"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_UNSEEN = ("collapse", "filter")


@dataclass(slots=True)
class _Sheet:
    """Facts so far."""

    rows: int
    columns: int
    line: int = 0
    position: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    links: dict[Spot, tuple[str, ...]] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    texts: dict[Spot, str] = field(default_factory=dict)
    percents: set[Spot] = field(default_factory=set)
    struck: dict[Spot, str] = field(default_factory=dict)


def read_odf_facts(
    data: bytes, name: str, size: tuple[int, int]
) -> tuple[Facts, tuple[Area, ...]] | None:
    """Facts about the sheet `name`, within `size` rows and columns; None: they cannot be read."""
    sheet = _Sheet(rows=size[0], columns=size[1])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            for part in _parts_of(stream, name):
                if part.tag == STYLE:
                    sheet.styles.take(part)
                else:
                    _take(part, sheet)
    except (etree.XMLSyntaxError, LookupError, *DAMAGE):
        return None
    facts = Facts(
        errors=sheet.errors,
        comments=frozenset(sheet.comments),
        texts=sheet.texts,
        percents=frozenset(sheet.percents),
        struck=sheet.struck,
        links=sheet.links,
        hidden_rows=frozenset(sheet.hidden_rows),
        hidden_columns=frozenset(sheet.hidden_columns),
    )
    return facts, tuple(sheet.merged)


def _parts_of(stream: object, name: str) -> Iterator[etree._Element]:
    """Styles; columns and rows of one sheet, each forgotten after it has been looked at."""
    inside = False
    events = etree.iterparse(stream, events=("start", "end"), resolve_entities=False)
    for event, element in events:
        if element.tag == f"{_TABLE}table" and event == "start":
            inside = element.get(f"{_TABLE}name") == name
        elif event == "end" and element.tag == STYLE:
            yield element
        elif event == "end" and element.tag in (_ROW, _COLUMN):
            if inside:
                yield element
            element.clear()


def _take(element: etree._Element, sheet: _Sheet) -> None:
    repeat = _count(element, f"{'columns' if element.tag == _COLUMN else 'rows'}-repeated")
    unseen = element.get(f"{_TABLE}visibility") in _UNSEEN
    if element.tag == _COLUMN:
        last = min(sheet.position + repeat, sheet.columns)
        if unseen:
            sheet.hidden_columns |= set(range(sheet.position, last))
        sheet.position = last
        return
    first, last = sheet.line + 1, min(sheet.line + repeat, sheet.rows)
    if unseen:
        sheet.hidden_rows |= set(range(first, last + 1))
    for line in range(first, last + 1) if len(element) else ():
        _take_cells(element, line, sheet)
    sheet.line += repeat


def _take_cells(row: etree._Element, line: int, sheet: _Sheet) -> None:
    position = 0
    for cell in row.iterchildren(*_CELLS):
        if position >= sheet.columns:
            return
        spot = (line, position)
        if cell.find(f"{_OFFICE}annotation") is not None:
            sheet.comments.add(spot)
        if links := tuple(link.get(_HREF) or "" for link in cell.iter(f"{_TEXT}a")):
            sheet.links[spot] = links
        if cell.get(f"{_CALC}value-type") == "error":
            sheet.errors[spot] = "".join(map(str, cell.itertext())) or "#"
        _take_texts(cell, spot, sheet)
        down, across = _count(cell, "rows-spanned"), _count(cell, "columns-spanned")
        if down > 1 or across > 1:
            bottom, right = line + down - 1, position + across - 1
            sheet.merged.append(Area(top=line, left=position, bottom=bottom, right=right))
        position += _count(cell, "columns-repeated")


def _take_texts(cell: etree._Element, spot: Spot, sheet: _Sheet) -> None:
    if cell.get(f"{_OFFICE}value-type") == "percentage":
        sheet.percents.add(spot)
    if text := told_text(cell, sheet.styles):
        sheet.texts[spot] = text
    if text := struck_text(cell, sheet.styles):
        sheet.struck[spot] = text


def _count(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}number-{name}", element.get(f"{_TABLE}{name}", "1"))
    return max(int(text), 1) if text.isascii() and text.isdecimal() and len(text) < 9 else 1
