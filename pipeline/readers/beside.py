"""What a file says beside the table that is read: properties, comments, hidden sheets.

None of it is ever published; it is read so that the guard can tell the owner of personal data
there.
"""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pdfplumber
import python_calamine
from lxml import etree
from pdfplumber.utils.exceptions import PdfminerException
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from pipeline.parameters.fetching import Kind
from pipeline.readers.grids.cells import text_of
from pipeline.readers.workbooks.biff_remarks import remarks
from pipeline.readers.workbooks.summary import summary
from pipeline.readers.zipped import DAMAGE

_PROPERTIES = re.compile(r"docProps/(?:core|custom)\.xml|meta\.xml")
_COMMENTS = re.compile(
    r"xl/(?:comments|threadedComments|persons).*\.xml|word/comments.*\.xml|content\.xml"
)
_REMARKS = frozenset({"comment", "threadedComment", "annotation", "author"})
_NAMED = frozenset({"author", "displayName"})
"""Attributes that name who wrote a comment."""
_SAY_NOTHING = frozenset({"generator", "Application", "AppVersion"})
_LARGEST = 64 * 2**20
_DAMAGE = (etree.XMLSyntaxError, LookupError, *DAMAGE)


class UnreadError(Exception):
    """A part of the file is damaged or too large to be looked at; the others have been."""


class Part(StrEnum):
    """Where in a file something stands."""

    PROPERTIES = "properties"
    COMMENTS = "comments"
    HIDDEN_SHEETS = "hidden-sheets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A text beside the table."""

    part: Part
    text: str


def asides(data: bytes, kind: Kind) -> Iterator[Aside]:
    """Everything that a file of such a kind says beside its table.

    Raises:
        UnreadError: not all of it could be looked at; what could has been given before.
    """
    unread: list[UnreadError] = []
    for look in _LOOKS.get(kind, ()):
        try:
            yield from (aside for aside in look(data) if aside.text.strip())
        except UnreadError as error:
            unread.append(error)
    if unread:
        raise unread[0]


def _of_package(data: bytes) -> Iterator[Aside]:
    unread = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                try:
                    yield from _of_part(part, archive)
                except (UnreadError, *_DAMAGE):
                    unread = True
    except _DAMAGE as error:
        raise UnreadError from error
    if unread:
        raise UnreadError


def _of_part(part: zipfile.ZipInfo, archive: zipfile.ZipFile) -> Iterator[Aside]:
    name = part.filename
    told = _PROPERTIES.fullmatch(name) or _COMMENTS.fullmatch(name)
    if told and part.file_size > _LARGEST:
        raise UnreadError
    if _PROPERTIES.fullmatch(name):
        for element in _elements(archive.read(name)):
            if not len(element) and _local(element) not in _SAY_NOTHING:
                yield Aside(part=Part.PROPERTIES, text=element.text or "")
    elif _COMMENTS.fullmatch(name):
        for element in _elements(archive.read(name)):
            yield from (Aside(part=Part.COMMENTS, text=text) for text in _remarks(element))


def _elements(content: bytes) -> Iterator[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for element in etree.fromstring(content, parser).iter():
        if isinstance(element.tag, str):
            yield element


def _remarks(element: etree._Element) -> Iterator[str]:
    if _local(element) in _REMARKS:
        yield "".join(str(text) for text in element.itertext())
    for name, value in element.attrib.items():
        if etree.QName(name).localname in _NAMED:
            yield str(value)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _of_old_office(data: bytes) -> Iterator[Aside]:
    return (Aside(part=Part.PROPERTIES, text=text) for text in summary(data))


def _of_old_comments(data: bytes) -> Iterator[Aside]:
    try:
        yield from (Aside(part=Part.COMMENTS, text=text) for text in remarks(data))
    except (struct.error, LookupError, ValueError) as error:
        raise UnreadError from error


def _of_hidden_sheets(data: bytes) -> Iterator[Aside]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                if sheet.visible is not SheetVisibleEnum.Visible:
                    for row in book.get_sheet_by_name(sheet.name).to_python():
                        cells = map(text_of, row)
                        yield from (Aside(part=Part.HIDDEN_SHEETS, text=cell) for cell in cells)
    except python_calamine.CalamineError as error:
        raise UnreadError from error


def _of_pdf(data: bytes) -> Iterator[Aside]:
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            texts = [value for value in document.metadata.values() if isinstance(value, str)]
    except (PdfminerException, *_DAMAGE, TypeError, AttributeError) as error:
        raise UnreadError from error
    yield from (Aside(part=Part.PROPERTIES, text=text) for text in texts)


_LOOKS: Mapping[Kind, tuple[Callable[[bytes], Iterator[Aside]], ...]] = {
    Kind.XLSX: (_of_package, _of_hidden_sheets),
    Kind.ODS: (_of_package, _of_hidden_sheets),
    Kind.XLS: (_of_old_office, _of_old_comments, _of_hidden_sheets),
    Kind.DOCX: (_of_package,),
    Kind.DOC: (_of_old_office,),
    Kind.PDF: (_of_pdf,),
}
SPEAKING = frozenset(_LOOKS)
"""Kinds of files that may say something beside their table."""
