"""Colours of cells in an OOXML workbook (ECMA-376 part 1, 18.3 and 18.8)."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from pipeline.letters.marks import FILLS, Mark
from pipeline.letters.package import Parts, tag
from pipeline.model import Severity
from pipeline.readers.grids.cells import position_of

# What stands before cellXfs in a style sheet, in this order.
_BEFORE = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_EMPTY_STYLES = (
    '<styleSheet xmlns="{0}"><fonts count="1"><font/></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
)
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


@dataclass(slots=True)
class Styles:
    """The style sheet of a workbook; makes the coloured twin of a style once."""

    root: etree._Element
    fills: Mapping[Severity, int]
    made: dict[tuple[int, Severity], int] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Parts, workbook: str) -> "Styles":
        """The style sheet, made where a workbook has none."""
        name = parts.related(workbook, "styles")
        if name is None or name not in parts.content:
            name = parts.free("xl/styles{}.xml")
            space = etree.QName(parts.read(workbook)).namespace
            parts.add(name, _EMPTY_STYLES.format(space).encode())
            parts.relate(workbook, name, "styles")
            parts.declare(part=name, content_type=_STYLES_TYPE)
        root = parts.tree(name)
        return cls(root, {severity: _fill(root, colour) for severity, colour in FILLS.items()})

    def coloured(self, style: int, severity: Severity) -> int:
        """The number of the style that differs from this one by its fill alone."""
        if (style, severity) not in self.made:
            self.made[style, severity] = self._twin(style, severity)
        return self.made[style, severity]

    def _twin(self, style: int, severity: Severity) -> int:
        formats = _child(self.root, "cellXfs")
        twin = deepcopy(formats[style]) if style < len(formats) else _new(formats, "xf")
        twin.set("fillId", str(self.fills[severity]))
        twin.set("applyFill", "1")
        return _appended(formats, twin)


def colour(sheet: etree._Element, marks: Iterable[Mark], styles: Styles) -> None:
    """Colour the marked cells of a sheet; cells and rows that are not there are made."""
    data = _child(sheet, "sheetData")
    rows = _numbered(data)
    for mark in marks:
        if mark.line not in rows:
            rows[mark.line] = _inserted(data, "row", mark.line, rows)
        cell = _cell(rows[mark.line], mark.cell)
        cell.set("s", str(styles.coloured(int(cell.get("s") or 0), mark.severity)))


def _numbered(data: etree._Element) -> dict[int, etree._Element]:
    """The rows by their numbers; a row that does not say its own follows the one before."""
    rows, last = {}, 0
    for row in data:
        if isinstance(row.tag, str):
            last = int(row.get("r") or last + 1)
            rows[last] = row
    return rows


def _cell(row: etree._Element, name: str) -> etree._Element:
    cells, last = {}, -1
    for cell in row:
        match = _CELL.fullmatch(cell.get("r") or "")
        last = position_of(match[1]) if match else last + 1
        cells[last] = cell
    match = _CELL.fullmatch(name)
    wanted = position_of(match[1]) if match else 0
    if wanted not in cells:
        cells[wanted] = _inserted(row, "c", wanted, cells)
        cells[wanted].set("r", name)
    return cells[wanted]


def _inserted(
    parent: etree._Element, tag: str, number: int, known: Mapping[int, etree._Element]
) -> etree._Element:
    """A new row or cell, before the first of a higher number."""
    made = _new(parent, tag)
    if tag == "row":
        made.set("r", str(number))
    later = [other for other in known if other > number]
    if later:
        known[min(later)].addprevious(made)
    else:
        parent.append(made)
    return made


def _fill(root: etree._Element, colour: str) -> int:
    fills = _child(root, "fills")
    fill = _new(fills, "fill")
    pattern = etree.SubElement(fill, tag(root, "patternFill"), patternType="solid")
    etree.SubElement(pattern, tag(root, "fgColor"), rgb=colour)
    etree.SubElement(pattern, tag(root, "bgColor"), indexed="64")
    return _appended(fills, fill)


def _appended(parent: etree._Element, child: etree._Element) -> int:
    parent.append(child)
    parent.set("count", str(len(parent)))
    return len(parent) - 1


def _child(root: etree._Element, name: str) -> etree._Element:
    """The child of that name; made in its place of a style sheet where there is none."""
    found = root.find(tag(root, name))
    if found is not None:
        return found
    made = _new(root, name)
    earlier = _BEFORE[: _BEFORE.index(name)] if name in _BEFORE else ()
    before = [child for child in root if etree.QName(child).localname in earlier]
    root.insert(root.index(before[-1]) + 1 if before else 0, made)
    return made


def _new(near: etree._Element, name: str) -> etree._Element:
    return etree.Element(tag(near, name))
