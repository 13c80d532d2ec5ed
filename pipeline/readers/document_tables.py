"""The table of a DOCX: grid spans and vertical merges as merged areas (ECMA-376 part 1, 17.4)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

from pipeline.errors import SourceError
from pipeline.model import Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.documents.docx import (
    lines_of_paragraph,
    number_in,
    open_linked,
    own,
    texts_with,
    walk,
)
from pipeline.readers.grids.found import Found
from pipeline.readers.grids.grid import Grid
from pipeline.readers.grids.marked import PICTURE, STRUCK, UNSEEN
from pipeline.readers.grids.spans import Span, laid_out
from pipeline.readers.grids.tables import chosen
from pipeline.readers.links import followed

_PICTURES = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_PACKAGE = b"PK\x03\x04"
_FIELD = re.compile(r'\bHYPERLINK\s+"([^"]+)"')


def read_grid(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Grid:
    """Read the declared table of a document.

    Raises:
        SourceError: it is no DOCX, is damaged or too large unpacked, or has no such table.
    """
    source = snapshot.address
    if not data.startswith(_PACKAGE):
        raise SourceError("document-is-other-format", source=source, declared="DOCX")
    body, links = open_linked(data, source, options.max_unpacked_mb)
    linked = _Linked(links, options.base)
    tables, below = _tables(body)
    found = [
        replace(_found(table, place, linked, source, options), above=above)
        for place, (table, above) in enumerate(tables, start=1)
    ]
    return chosen(found, source, options, below)


def _tables(
    body: etree._Element,
) -> tuple[list[tuple[etree._Element, tuple[str, ...]]], tuple[str, ...]]:
    """The tables, each with the lines between it and the one before; the lines after the last."""
    tables: list[tuple[etree._Element, tuple[str, ...]]] = []
    lines: list[str] = []
    for element in walk(body):
        if element.tag == qn("w:tbl"):
            tables.append((element, tuple(lines)))
            lines = []
        else:
            lines += lines_of_paragraph(element)
    return tables, tuple(lines)


class _Linked(NamedTuple):
    """The links of a document."""

    targets: Mapping[str, str]
    """By the identifiers that its parts name."""
    base: str

    def of(self, cell: etree._Element) -> str:
        """Whole addresses that a cell leads to, by comma."""
        found = (followed(written, self.base) for written in self._written(cell))
        return ", ".join(dict.fromkeys(filter(None, found)))

    def _written(self, cell: etree._Element) -> Iterator[str]:
        """Of links (ECMA-376 part 1, 17.16.22) and of fields `HYPERLINK "…"` (17.16.5.25)."""
        for link in cell.iter(qn("w:hyperlink")):
            anchor = link.get(qn("w:anchor"))
            target = self.targets.get(link.get(qn("r:id")) or "", "")
            yield f"{target}#{anchor}" if target and anchor else target
        for field in cell.iter(qn("w:fldSimple")):
            yield from _FIELD.findall(field.get(qn("w:instr")) or "")
        # An editor may break a field over several runs.
        yield from _FIELD.findall("".join(one.text or "" for one in cell.iter(qn("w:instrText"))))


def _found(
    table: etree._Element, place: int, linked: _Linked, source: str, options: SpreadsheetOptions
) -> Found:
    elements = [row for row in own(table, "w:tr") if not _has(row, "w:trPr", "w:del")]
    cells = [list(_cells(row)) for row in elements]
    spans = [list(_spans(cells, line, linked)) for line in range(len(cells))]
    laid = laid_out(spans, source, options)
    hidden = (number for number, row in enumerate(elements, start=1) if _is_hidden(row))
    return Found(
        element=f"table[{place}]",
        rows=laid.rows,
        merged=laid.merged,
        links=laid.links,
        marks=laid.marks,
        hidden=frozenset(hidden),
    )


_Cell = tuple[int, int, etree._Element]
"""First column, width, element."""


def _cells(row: etree._Element) -> Iterator[_Cell]:
    position = number_in(row, "w:trPr", "w:gridBefore", 0)
    for cell in own(row, "w:tc"):
        width = number_in(cell, "w:tcPr", "w:gridSpan", 1)
        yield position, width, cell
        position += width


def _spans(rows: list[list[_Cell]], line: int, linked: _Linked) -> Iterator[Span]:
    """The cells of a row; those that a cell above covers are left to it."""
    reached = 0
    for start, width, cell in rows[line]:
        for _ in range(reached, start):
            yield Span(text="")
        reached = start + width
        if not (_continues(cell) and _above(rows, line - 1, start) is not None):
            height = _height(rows, line, start)
            yield Span(
                text=_text(cell),
                across=width,
                down=height,
                link=linked.of(cell),
                marks=_marks(cell),
            )


def _height(rows: list[list[_Cell]], line: int, start: int) -> int:
    height = 1
    for below in range(line + 1, len(rows)):
        cell = _above(rows, below, start)
        if cell is None or not _continues(cell):
            break
        height += 1
    return height


def _above(rows: list[list[_Cell]], line: int, start: int) -> etree._Element | None:
    cells = rows[line] if line >= 0 else []
    return next((cell for position, _, cell in cells if position == start), None)


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _text(cell: etree._Element) -> str:
    """Lines of the paragraphs of a cell, nested tables included."""
    lines = (line for part in cell.iter(qn("w:p")) for line in lines_of_paragraph(part))
    return "\n".join(line for line in lines if line)


def _marks(cell: etree._Element) -> dict[str, str]:
    drawn = not _text(cell) and next(cell.iter(*_PICTURES), None) is not None
    return {
        STRUCK: texts_with(cell, "w:strike", "w:dstrike"),
        UNSEEN: texts_with(cell, "w:vanish"),
        PICTURE: "1" if drawn else "",
    }


def _is_hidden(row: etree._Element) -> bool:
    return _has(row, "w:trPr", "w:hidden")


def _has(element: etree._Element, properties: str, name: str) -> bool:
    return element.find(f"{qn(properties)}/{qn(name)}") is not None
