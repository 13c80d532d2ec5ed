"""What bytes are, by their own signature: to confirm or refuse what was declared or named.

They choose nothing but which kind of a word processor a file is.

A page by the WHATWG MIME Sniffing Standard, section 7.1 (https://mimesniff.spec.whatwg.org);
packages by their ZIP directory and `[Content_Types].xml` (ECMA-376 part 2) or `mimetype`
(OpenDocument 1.3 part 2, 3.3); workbooks of Excel 97-2003 by the streams of a compound file
([MS-XLS] 2.1.2).
"""

import io
import json
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pipeline.errors import SourceError
from pipeline.parameters.fetching import Kind
from pipeline.sources.addresses import is_web

_HEAD = 4096


class Look(StrEnum):
    """What bytes look like; the words are those of `error-source-is-another-kind`."""

    EMPTY = "empty"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    DOC = "doc"
    ZIP = "zip"
    CUT_ZIP = "cut-zip"
    PAGE = "page"
    XML = "xml"
    JSON = "json"
    BROKEN_JSON = "broken-json"
    PDF = "pdf"
    RTF = "rtf"
    RAR = "rar"
    SEVEN_ZIP = "seven-zip"
    ARCHIVE = "archive"
    """gzip, bzip2, xz."""
    PROTECTED = "protected"
    """A workbook or document of Office under a password."""
    IMAGE = "image"
    BINARY = "binary"
    TEXT = "text"


_CONFIRMS = {
    Kind.CSV: {Look.TEXT, Look.BROKEN_JSON},
    Kind.TEXT: {Look.TEXT, Look.BROKEN_JSON},
    Kind.JSON: {Look.JSON},
    Kind.XML: {Look.XML},
    Kind.PAGE: {Look.PAGE},
    Kind.XLSX: {Look.XLSX},
    Kind.XLS: {Look.XLS},
    Kind.ODS: {Look.ODS},
    Kind.DOCX: {Look.DOCX},
    Kind.DOC: {Look.DOC},
    Kind.RTF: {Look.RTF},
    Kind.PDF: {Look.PDF},
    Kind.ZIP: {Look.ZIP},
    Kind.RAR: {Look.RAR},
    Kind.SEVEN_ZIP: {Look.SEVEN_ZIP},
}

_ENDINGS = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".txt": Kind.TEXT,
    ".docx": Kind.DOCX,
    ".doc": Kind.DOC,
    ".rtf": Kind.RTF,
    ".pdf": Kind.PDF,
    ".json": Kind.JSON,
    ".geojson": Kind.JSON,
    ".xml": Kind.XML,
    ".zip": Kind.ZIP,
    ".rar": Kind.RAR,
    ".7z": Kind.SEVEN_ZIP,
}

# Endings that tell how a page is made or nothing at all; a number is the end of a date or a title.
_SAY_NOTHING = frozenset({"", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".do", ".shtml", ".phtml"})

_OF_WORD = {Look.DOCX: Kind.DOCX, Look.DOC: Kind.DOC, Look.RTF: Kind.RTF}
"""A word processor opens each of these under the endings of the others, and so they are named."""

_SPEAKS_FOR_ITSELF = {
    Look.PAGE: Kind.PAGE,
    Look.XLSX: Kind.XLSX,
    Look.XLS: Kind.XLS,
    Look.ODS: Kind.ODS,
    **_OF_WORD,
    Look.PDF: Kind.PDF,
    Look.ZIP: Kind.ZIP,
    Look.RAR: Kind.RAR,
    Look.SEVEN_ZIP: Kind.SEVEN_ZIP,
}

_MAGIC = (
    (b"%PDF-", Look.PDF),
    (b"{\\rtf", Look.RTF),
    (b"Rar!\x1a\x07", Look.RAR),
    (b"7z\xbc\xaf\x27\x1c", Look.SEVEN_ZIP),
    (b"\x1f\x8b", Look.ARCHIVE),
    (b"BZh", Look.ARCHIVE),
    (b"\xfd7zXZ\x00", Look.ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", Look.IMAGE),
    (b"\xff\xd8\xff", Look.IMAGE),
    (b"GIF8", Look.IMAGE),
    (b"II*\x00", Look.IMAGE),
)

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"

_PAGE_START = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*+"
    r"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p"
    r"|main|article|section|meta|link|center)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_SOON = re.compile(r"<!doctype\s+html[\s>]|<html[\s>]", re.IGNORECASE)

_PACKAGES = (
    (b"ms-excel.sheet.binary", Look.XLSB),
    (b"spreadsheetml.sheet.main+xml", Look.XLSX),
    (b"spreadsheetml.template.main+xml", Look.XLSX),
    (b"ms-excel.sheet.macroEnabled.main+xml", Look.XLSX),
    (b"wordprocessingml.document.main+xml", Look.DOCX),
    (b"ms-word.document.macroEnabled.main+xml", Look.DOCX),
)


def look_of(data: bytes) -> Look:
    """What the bytes look like."""
    if not data:
        return Look.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(_COMPOUND):
        return _compound(data)
    for magic, look in _MAGIC:
        if data.startswith(magic):
            return look
    return _written(data)


def kind_of(name: str, data: bytes) -> Kind | None:
    """The kind that the ending of a name says, if the bytes confirm it.

    A name whose ending says nothing (`/news/1632142990/`, `page.php`) has a kind only where the
    format carries a signature of its own: a page, a workbook, a document, an archive. Text without
    an ending stays unknown, since nothing tells a table from a report.

    Args:
        name: address, path or name of a member of an archive.
        data: all bytes.
    """
    return _kind(_ending(name), look_of(data))


def confirmed(kind: Kind | None, look: Look, *, name: str, address: str) -> Kind:
    """The declared kind, or the kind of the name, once the look of the bytes has confirmed it.

    Args:
        kind: what the descriptor declares; None leaves it to the ending of the name.
        look: of the bytes.
        name: what carries the ending.
        address: what people know the source by; stands in errors.

    Raises:
        SourceError: there are no bytes, they are something else, or nobody says what they are.
    """
    if look is Look.EMPTY:
        raise SourceError("source-is-empty", source=address)
    declared = kind or _said(_ending(name), look)
    if declared is not None and look not in _CONFIRMS[declared]:
        raise SourceError(
            "source-is-another-kind", source=address, declared=str(declared), found=str(look)
        )
    found = declared or _kind(_ending(name), look)
    if found is None:
        raise SourceError("source-kind-is-unknown", source=address, found=str(look))
    return found


def _ending(name: str) -> str:
    path = unquote(urlsplit(name).path) if is_web(name) else name
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


def _said(ending: str, look: Look) -> Kind | None:
    kind = _ENDINGS.get(ending)
    return _OF_WORD.get(look, kind) if kind in _OF_WORD.values() else kind


def _kind(ending: str, look: Look) -> Kind | None:
    declared = _said(ending, look)
    if declared is not None:
        return declared if look in _CONFIRMS[declared] else None
    silent = ending in _SAY_NOTHING or ending[1:].isdecimal()
    return _SPEAKS_FOR_ITSELF.get(look) if silent else None


def _package(data: bytes) -> Look:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                return _office(_opening(package, "[Content_Types].xml"))
            if "mimetype" in names:
                return _open_document(_opening(package, "mimetype"))
            return Look.ZIP
    except _DAMAGE:
        return Look.CUT_ZIP


def _opening(package: zipfile.ZipFile, member: str) -> bytes:
    # A list of content types is some kilobytes; a bomb may stand in its place.
    with package.open(member) as stream:
        return stream.read(256 * 1024)


def _office(types: bytes) -> Look:
    for content_type, look in _PACKAGES:
        if content_type in types:
            return look
    return Look.ZIP


def _open_document(media_type: bytes) -> Look:
    is_sheet = media_type.startswith(b"application/vnd.oasis.opendocument.spr")
    return Look.ODS if is_sheet else Look.ZIP


_STREAMS = (
    ("Workbook", Look.XLS),
    ("Book", Look.XLS),
    ("WordDocument", Look.DOC),
    ("EncryptedPackage", Look.PROTECTED),
)


def _compound(data: bytes) -> Look:
    for stream, look in _STREAMS:
        if f"{stream}\0".encode("utf-16-le") in data:
            return look
    return Look.BINARY


def _written(data: bytes) -> Look:
    wide = data.startswith(_UTF16_MARKS)
    if b"\0" in data and not wide:
        return Look.BINARY
    head = _head(data, wide=wide)
    if _PAGE_START.match(head) or _PAGE_SOON.search(head):
        return Look.PAGE
    if head.startswith("<?xml"):
        return Look.XML
    return _json_or_text(data) if head[:1] in ("{", "[") else Look.TEXT


def _head(data: bytes, *, wide: bool) -> str:
    if wide:
        return data[: 2 * _HEAD].decode("utf-16", errors="replace").lstrip()
    return data.removeprefix(_UTF8_MARK).lstrip()[:_HEAD].decode("latin-1")


def _json_or_text(data: bytes) -> Look:
    try:
        # Latin-1 gives every byte a letter: here only the brackets and quotes matter.
        json.loads(data.removeprefix(_UTF8_MARK).decode("latin-1"))
    except (ValueError, RecursionError):
        return Look.BROKEN_JSON
    return Look.JSON
