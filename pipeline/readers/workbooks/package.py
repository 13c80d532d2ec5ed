"""A workbook's ZIP container, looked at before any library opens it.

OOXML (ECMA-376 part 2) and ODF 1.2 part 3 are ZIP archives. What is checked here is what can stop
the machine or give half a table: sizes and ratios as declared, checksums of every part, a document
type inside a part (the standard forbids it), and how far the cells with content reach.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import position_of
from pipeline.readers.zipped import DAMAGE

# Sheets of repeated XML shrink about a hundredfold, a bomb a thousandfold (zlib: 1032 at most).
_RATIO = 400
_SMALL = 4 * 2**20

_SHEET = re.compile(rb"<(?:\w+:)?worksheet[ >]")
_CELL = re.compile(rb'<(?:\w+:)?c (?:[^>]*? )?r=["\']([A-Z]{1,3})([0-9]+)["\'][^>]*(?<!/)>(?!</)')
_ROW = re.compile(rb'<(?:\w+:)?row (?:[^>]*? )?r=["\']([0-9]+)["\']')
_COLUMN = re.compile(rb' r=["\']([A-Z]{1,3})[0-9]')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref=["\']([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)["\']')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_TARGET = re.compile(rb"\bTarget=[\"']([^\"'#]+)[\"'#]")
_TEXTS = re.compile(rb"<(?:\w+:)?sst[\s>]")
_COUNT = re.compile(rb"\s(?:uniqueC|c)ount=[\"']([0-9]+)[\"'](?=[^<>]*>)")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
# Errors, hidden rows or columns; formats of codes; comments: what values do not tell.
_TELLING = tuple(
    f" {name}={quote}{value}{quote}".encode()
    for name, value in (("t", "e"), ("hidden", "1"), ("hidden", "true"))
    for quote in "\"'"
) + (b"hyperlink ",)
_TOLD_FORMAT = re.compile(rb'\bformatCode=["\'](?:0{2,}["\'; ]|[^"\'<>]*%)')
"""Formats of codes and of percents."""
_STYLES = b"cellXfs"
_PERCENT = re.compile(rb'<(?:\w+:)?xf [^<>]*?numFmtId=["\'](?:9|10)["\']')
"""Built-in formats of percents (ECMA-376 part 1, 18.8.30), among the styles of cells."""
_MARKED = re.compile(rb"""<(?:\w+:)?strike\b|["']superscript["']""")
"""Text crossed out, or set above the line, in styles or strings."""
_COMMENTS = re.compile(r"xl/(?:comments|threadedComments).*\.xml")
_ODS_TAG = re.compile(rb"<table:(table|table-row|table-cell)(?=[ />])([^>]*?)(/?)>")
_ODS_REPEAT = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the container says without being opened as a workbook."""

    kind: Literal["xlsx", "ods"]
    has_formulas: bool = False
    has_facts: bool = False
    """Whether it holds anything that values alone do not tell; else openpyxl is not needed."""
    missing: tuple[str, ...] = ()
    """Parts that others refer to and that are not there: a drawing, the boxes of comments."""


def inspect(data: bytes, source: str, options: SpreadsheetOptions) -> Package:
    """Look through the container of a workbook.

    Raises:
        SourceError: it is cut off, damaged, too large unpacked, or no workbook at all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive, source, options)
    except DAMAGE as error:
        raise SourceError("workbook-is-damaged", source=source) from error


def _inspect(archive: zipfile.ZipFile, source: str, options: SpreadsheetOptions) -> Package:
    parts = archive.infolist()
    _refuse_bomb(parts, source, options)
    names = {part.filename for part in parts}
    kind = _kind(names, archive)
    if kind is None:
        raise SourceError("workbook-is-other-archive", source=source)
    package = Package(kind=kind)
    for part in parts:
        name, content = part.filename, _content(archive, part, source)
        if b"<!DOCTYPE" in content[:4096]:
            raise SourceError("workbook-has-document-type", source=source, part=name)
        _refuse_lie(content, source)
        if _is_sheet(content):
            _refuse_vast(_reach(content, options.max_cells), source, options)
        elif kind == "ods" and name == "content.xml":
            _refuse_broken(content, source)
            _refuse_vast(_ods_reach(content), source, options)
        package = _learnt(package, name, content)
        if name.endswith(".rels"):
            absent = tuple(sorted(_targets(name, content) - names))
            package = replace(package, missing=package.missing + absent)
    return package


def _targets(name: str, content: bytes) -> set[str]:
    """Parts that a list of relationships leads to (ECMA-376 part 2, 9.3)."""
    above = posixpath.dirname(posixpath.dirname(name))
    inside = [tag for tag in _RELATION.findall(content) if b'"External"' not in tag]
    found = [match[1] for tag in inside if (match := _TARGET.search(tag))]
    paths = (posixpath.join(f"/{above}", path.decode("utf-8", "replace")) for path in found)
    return {posixpath.normpath(path).lstrip("/") for path in paths}


def _refuse_lie(content: bytes, source: str) -> None:
    """A list cannot have more items than its part has bytes; calamine would make room for them."""
    for match in _COUNT.finditer(content) if b"ount=" in content else ():
        if int(match[1][:20]) > len(content) and not _counts_uses(content, match.start()):
            raise SourceError("workbook-is-damaged", source=source)


def _counts_uses(content: bytes, at: int) -> bool:
    """Whether a number is how often texts are used, which may well be more than there are bytes.

    Ten thousand cells of «так» are one text; calamine makes room for `uniqueCount` alone.
    """
    tag = content[content.rfind(b"<", 0, at) : at]
    return bool(_TEXTS.match(tag)) and content.startswith(b"count", at + 1)


def _refuse_broken(content: bytes, source: str) -> None:
    """Calamine 0.9 never comes back from an ODS whose XML is cut off."""
    try:
        for _, element in etree.iterparse(io.BytesIO(content), resolve_entities=False):
            element.clear()
    except etree.XMLSyntaxError as error:
        raise SourceError("workbook-is-damaged", source=source) from error


def _learnt(package: Package, name: str, content: bytes) -> Package:
    """What is known of the workbook after one more of its parts."""
    if _is_sheet(content):
        formulas = _FORMULA.search(content) is not None
        told = formulas or any(sign in content for sign in _TELLING)
        return replace(
            package,
            has_formulas=package.has_formulas or formulas,
            has_facts=package.has_facts or told,
        )
    formats = name == "xl/styles.xml" and _tells_formats(content)
    comments = _COMMENTS.fullmatch(name) is not None
    marked = package.kind == "xlsx" and _MARKED.search(content) is not None
    return replace(package, has_facts=package.has_facts or formats or comments or marked)


def _tells_formats(content: bytes) -> bool:
    own = content[content.find(_STYLES) : content.rfind(_STYLES)]
    return _TOLD_FORMAT.search(content) is not None or _PERCENT.search(own) is not None


def _is_sheet(content: bytes) -> bool:
    # By its root, not by its name: a workbook may keep its sheets anywhere.
    return _SHEET.search(content, 0, 4096) is not None


def _refuse_bomb(parts: list[zipfile.ZipInfo], source: str, options: SpreadsheetOptions) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    too_dense = unpacked > _SMALL and unpacked > _RATIO * max(packed, 1)
    if too_dense or unpacked > options.max_unpacked_mb * 2**20:
        megabytes = -(-unpacked // 2**20)
        limit = options.max_unpacked_mb
        raise SourceError("workbook-is-too-large", source=source, size=megabytes, limit=limit)


def _kind(names: set[str], archive: zipfile.ZipFile) -> Literal["xlsx", "ods"] | None:
    if "[Content_Types].xml" in names and "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        is_table = b"opendocument.spreadsheet" in archive.read("mimetype")
        return "ods" if is_table else None
    return None


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, source: str) -> bytes:
    """The unpacked part; `zipfile` stops at the declared size and compares the checksum."""
    if part.flag_bits & 0x1:
        raise SourceError("workbook-is-protected", source=source)
    return archive.read(part)


def _reach(content: bytes, limit: int) -> Iterator[int]:
    """Rows times columns: of the rectangle of cells with content, and of each merged area."""
    rows = set(_ROW.findall(content))
    rows |= _stray(content, max(map(int, rows), default=0))
    area = _area(rows, _COLUMN.findall(content))
    # Cells with a format alone are no content, but telling them apart takes four times as long.
    yield area if area <= limit else _area(*_filled(content))
    for match in _MERGED.finditer(content):
        wide = position_of(match[3].decode()) - position_of(match[1].decode()) + 1
        yield wide * (int(match[4]) - int(match[2]) + 1)


def _stray(content: bytes, last: int) -> set[bytes]:
    """Rows that cells name with as many digits as the last row has, or more.

    A cell may name another row than the one it stands in, and calamine believes the cell.
    """
    digits = len(str(last))
    return set(re.findall(rb' r=["\'][A-Z]{1,3}([0-9]{%d,})["\']' % digits, content))


def _filled(content: bytes) -> tuple[set[bytes], set[bytes]]:
    cells = [(match[2], match[1]) for match in _CELL.finditer(content)]
    return {row for row, _ in cells}, {column for _, column in cells}


def _area(rows: Iterable[bytes], columns: Iterable[bytes]) -> int:
    height = max(map(int, set(rows)), default=0)
    return height * max((position_of(name.decode()) + 1 for name in set(columns)), default=0)


def _ods_reach(content: bytes) -> Iterator[int]:
    """The same for ODF, where repeated rows and cells are written once with a number."""
    row = column = last_row = last_column = 0
    for match in _ODS_TAG.finditer(content):
        found = _ODS_REPEAT.search(match[2])
        repeat = int(found[1]) if found else 1
        if match[1] == b"table":
            yield last_row * last_column
            row = last_row = last_column = 0
        elif match[1] == b"table-row":
            row, column = row + repeat, 0
        else:
            column += repeat
            if not match[3]:
                last_row, last_column = row, max(last_column, column)
    yield last_row * last_column


def _refuse_vast(areas: Iterator[int], source: str, options: SpreadsheetOptions) -> None:
    for area in areas:
        if area > options.max_cells:
            limit = options.max_cells
            raise SourceError("sheet-is-too-large", source=source, cells=area, limit=limit)
