"""The workbook itself returned, with the cells marked and commented and everything else kept."""

import zipfile
from collections.abc import Iterable, Sequence
from itertools import groupby

from lxml import etree

from pipeline.letters.cells import Styles, colour
from pipeline.letters.comments import comment
from pipeline.letters.marks import Mark
from pipeline.letters.package import Parts


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are an OOXML workbook."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        parts = Parts.opened(data)
        return _workbook(parts) is not None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, OSError, ValueError):
        return False


def marked(data: bytes, marks: Sequence[Mark], author: str) -> bytes:
    """The workbook with these cells coloured and commented; `is_workbook(data)` must hold."""
    parts = Parts.opened(data)
    workbook = _workbook(parts)
    if workbook is None:
        raise ValueError("no workbook")
    sheets = _sheets(parts, workbook)
    styles = Styles.of(parts, workbook)
    for name, found in _by_sheet(marks):
        part = sheets.get(name or "")
        if part is not None:
            cells = list(found)
            colour(parts.tree(part), cells, styles)
            comment(parts, part, cells, author)
    return parts.saved()


def _by_sheet(marks: Sequence[Mark]) -> Iterable[tuple[str | None, Iterable[Mark]]]:
    ordered = sorted(marks, key=lambda mark: (mark.sheet or "", mark.line))
    return groupby(ordered, key=lambda mark: mark.sheet)


def _workbook(parts: Parts) -> str | None:
    """The part that names the sheets."""
    name = parts.related("", "officeDocument")
    known = name is not None and name in parts.content
    is_one = known and etree.QName(parts.read(name or "")).localname == "workbook"
    return name if is_one else None


def _sheets(parts: Parts, workbook: str) -> dict[str, str]:
    found = {}
    for sheet in parts.read(workbook).iter("{*}sheet"):
        part = parts.by_id(workbook, sheet.get(f"{{{parts.office}}}id") or "")
        if part is not None and part in parts.content:
            found[sheet.get("name") or ""] = part
    return found
