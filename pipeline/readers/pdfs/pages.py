"""The pages of a PDF, opened within limits; what is wrong with a file or with a page is said."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import ranges

_STREAM = re.compile(rb"stream\r?\n")
_RANGE = re.compile(rb"<\s*([0-9a-fA-F]{1,16})\s*>\s*<\s*([0-9a-fA-F]{1,16})\s*>")
_LETTERS = 2**20
"""Letters of all fonts together; Unicode has a sixth of that."""
GARBLED = "(cid:"
"""What stands for a glyph of a font that does not say which letter it draws."""
_EDGES = 20_000
"""Lines of one page: looking for tables among more takes minutes."""
# It tells its troubles to whoever listens; without a listener they would go to the terminal.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

# pdfminer has no error of its own for an object that is not of the kind it should be.
REFUSALS = (
    PdfminerException,
    MalformedPDFException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    EOFError,
    NotImplementedError,
    struct.error,
    zlib.error,
)


def read_pages(
    data: bytes, source: str, options: SpreadsheetOptions, take: Callable[[Page, int], None]
) -> None:
    """Give `take` every page with its number, one after another.

    Raises:
        SourceError: it is no PDF, damaged, protected, or beyond a limit.
    """
    if b"%PDF-" not in data[:1024]:
        raise SourceError("document-is-other-format", source=source, declared="PDF")
    _refuse_bomb(data, source, options)
    try:
        _take_each(data, source, options, take)
    except REFUSALS as error:
        code = "pdf-is-protected" if "Password" in repr(error) else "pdf-is-damaged"
        raise SourceError(code, source=source) from error


def _take_each(
    data: bytes, source: str, options: SpreadsheetOptions, take: Callable[[Page, int], None]
) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > options.max_pages:
            raise SourceError(
                "pdf-has-too-many-pages",
                source=source,
                pages=len(document.pages),
                limit=options.max_pages,
            )
        for number, page in enumerate(document.pages, start=1):
            if len(page.edges) > _EDGES:
                raise SourceError("pdf-page-is-too-dense", source=source, page=number)
            take(page, number)
            # A page keeps everything that stands on it until it is told to let go.
            page.close()


def _refuse_bomb(data: bytes, source: str, options: SpreadsheetOptions) -> None:
    """Unpack every stream within limits, as the library would without any."""
    left, letters = options.max_unpacked_mb * 2**20, _LETTERS
    for match in _STREAM.finditer(data):
        piece = data[match.end() : data.find(b"endstream", match.end())]
        letters -= _mapped(piece)
        while piece[:1] == b"\x78" and left > 0:
            piece = _inflated(piece, left)
            left -= len(piece)
            letters -= _mapped(piece)
        if left <= 0 or letters <= 0:
            limit = str(options.max_unpacked_mb)
            raise SourceError("document-is-too-large", source=source, limit=limit)


def _mapped(piece: bytes) -> int:
    """How many letters a font's map names by ranges; pdfminer writes down every one of them."""
    if b"begincmap" not in piece and b"range" not in piece:
        return 0
    spans = (int(match[2], 16) - int(match[1], 16) for match in _RANGE.finditer(piece))
    return sum(max(span, 0) for span in spans)


def _inflated(piece: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(piece, limit)
    except zlib.error:
        return b""


def unreadable(scanned: Sequence[int], garbled: Sequence[int], source: str) -> Iterator[Finding]:
    """Pages that are pictures, and pages whose fonts do not say which letters they draw."""
    for code, pages in (
        ("pdf-pages-are-scanned", scanned),
        ("pdf-text-is-garbled", garbled),
    ):
        if pages:
            yield Finding(
                code=code,
                severity=Severity.ERROR,
                place=Place(source=source, element=f"page[{pages[0]}]"),
                details={"pages": ranges(set(pages))},
            )
