"""Comments of cells in an OOXML workbook (ECMA-376 part 1, 18.7), with the boxes Excel draws.

The boxes are VML (part 4, 19.4), which Excel still asks for. What stands there already stays.
"""

import re
from collections.abc import Iterable

from lxml import etree

from pipeline.letters.marks import MOST_COMMENTS, Mark
from pipeline.letters.package import Parts, tag
from pipeline.readers.grids.cells import position_of

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What stands after legacyDrawing in a sheet (CT_Worksheet, 18.3.1.99).
_AFTER = {
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
}
_SHAPE_NUMBER = re.compile(r'id=["\']_x0000_s(\d+)["\']')
_VML_END = re.compile(r"</xml>\s*\Z")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    f'<o:idmap v:ext="edit" data="1"/></o:shapelayout>{_SHAPE_TYPE}</xml>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    'margin-left:60pt;margin-top:2pt;width:260pt;height:110pt;z-index:{number};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, '
    "{top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_WIDE, _HIGH = 5, 7
"""Cells that a box covers."""


def comment(parts: Parts, sheet: str, marks: Iterable[Mark], author: str) -> None:
    """Let each marked cell say what is wrong with it."""
    shown = list(marks)[:MOST_COMMENTS]
    root = parts.tree(_comments(parts, sheet))
    known = {one.get("ref"): one for one in root.iter(tag(root, "comment"))}
    number = _author(root, author)
    fresh = [mark for mark in shown if mark.cell not in known]
    for mark in shown:
        if mark.cell in known:
            _say_more(known[mark.cell], mark.text)
        else:
            _say(root, mark, number)
    _draw(parts, sheet, fresh)


def _comments(parts: Parts, sheet: str) -> str:
    """The part with the comments of a sheet, made where it has none."""
    name = parts.related(sheet, "comments")
    if name is not None and name in parts.content:
        return name
    name = parts.free("xl/comments{}.xml")
    space = etree.QName(parts.read(sheet)).namespace
    parts.add(name, f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode())
    parts.relate(sheet, name, "comments")
    parts.declare(part=name, content_type=_COMMENTS_TYPE)
    return name


def _author(root: etree._Element, name: str) -> str:
    authors = root.find(tag(root, "authors"))
    if authors is None:
        authors = etree.Element(tag(root, "authors"))
        root.insert(0, authors)
    etree.SubElement(authors, tag(root, "author")).text = name
    return str(len(authors) - 1)


def _say(root: etree._Element, mark: Mark, author: str) -> None:
    listed = root.find(tag(root, "commentList"))
    if listed is None:
        listed = etree.SubElement(root, tag(root, "commentList"))
    made = etree.SubElement(listed, tag(root, "comment"), ref=mark.cell, authorId=author)
    _run(etree.SubElement(made, tag(root, "text")), mark.text)


def _say_more(made: etree._Element, words: str) -> None:
    """Add to what a person has written there."""
    text = made.find(tag(made, "text"))
    if text is None:
        text = etree.SubElement(made, tag(made, "text"))
    for plain in text.findall(tag(made, "t")):
        _run(text, plain.text or "")
        text.remove(plain)
    _run(text, f"\n\n{words}")


def _run(text: etree._Element, words: str) -> None:
    run = etree.SubElement(text, tag(text, "r"))
    said = etree.SubElement(run, tag(text, "t"))
    said.text = _NO_XML.sub("", words)
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(parts: Parts, sheet: str, marks: list[Mark]) -> None:
    """Add a box for each; the drawing is text, since not every program writes sound XML there."""
    name = _drawing(parts, sheet)
    vml = parts.content[name].decode("utf-8", "surrogateescape")
    if "_x0000_t202" not in vml:
        vml = _VML_END.sub(lambda end: _SHAPE_TYPE + end.group(), vml)
    first = max([1024, *(int(number) for number in _SHAPE_NUMBER.findall(vml))]) + 1
    shapes = "".join(_shape(mark, number) for number, mark in enumerate(marks, start=first))
    vml = _VML_END.sub(lambda end: shapes + end.group(), vml)
    parts.add(name, vml.encode("utf-8", "surrogateescape"))


def _drawing(parts: Parts, sheet: str) -> str:
    root = parts.tree(sheet)
    pointer = root.find(tag(root, "legacyDrawing"))
    number = pointer.get(f"{{{parts.office}}}id") if pointer is not None else None
    known = parts.by_id(sheet, number) if number else None
    if known is not None and known in parts.content:
        return known
    name = parts.free("xl/drawings/vmlDrawing{}.vml")
    parts.add(name, _VML.encode())
    parts.declare(extension="vml", content_type=_VML_TYPE)
    number = parts.relate(sheet, name, "vmlDrawing")
    if pointer is None:
        pointer = etree.Element(tag(root, "legacyDrawing"), nsmap={"r": parts.office})
        later = (child for child in root if etree.QName(child).localname in _AFTER)
        after = next(later, None)
        root.insert(len(root) if after is None else root.index(after), pointer)
    pointer.set(f"{{{parts.office}}}id", number)
    return name


def _shape(mark: Mark, number: int) -> str:
    column = position_of(mark.cell.rstrip("0123456789"))
    row = int(mark.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
    return _SHAPE.format(
        number=number,
        row=row,
        column=column,
        left=column + 1,
        right=column + _WIDE,
        top=max(row - 1, 0),
        bottom=row + _HIGH,
    )
