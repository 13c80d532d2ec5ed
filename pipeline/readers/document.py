r"""Plain text, DOCX, RTF and DOC as one text whose lines keep their places.

A line is a paragraph of a text file or of a DOCX, or a row of a table with its cells parted by
tabs; in a text file, two lines or more with as many bars are rows as well, and so are lines whose
columns stand apart by spaces. Line ends become `\n`;
nothing else of the characters is changed, so an offset into `text` is an offset into what a person
sees. Headers, footers and comments of a DOCX are not its text.
"""

import codecs
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.readers.documents import rtf, word
from pipeline.readers.documents.aligned import aligned_cells
from pipeline.readers.documents.docx import Block, read_blocks

_SIGNATURES = (
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
)


_SIGNED = {Kind.DOCX, Kind.DOC, Kind.RTF}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the document: where it stands in the text and in the source."""

    start: int
    end: int
    """Offset after the last character; the line end is not part of the line."""
    place: Place
    cells: tuple[tuple[int, int], ...] = ()
    """Start and end of each cell, where the line is a row of a table."""
    listed: bool = False
    """The source marks it as an item of a list, though no mark stands in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A narrative document as read."""

    snapshot: Snapshot
    text: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()


def read(data: bytes, snapshot: Snapshot, options: DocumentOptions) -> Document:
    """Read one document.

    Raises:
        SourceError: the bytes are not of the kind or not in the encoding that is declared, the
            container is damaged, or the source is a kind of document that is not read.
    """
    source = snapshot.address
    kind = Kind.of_media_type(snapshot.media_type)
    _refuse_other_kinds(data, source, expected=kind.value if kind in _SIGNED else "text")
    document = _assemble(snapshot, _blocks(kind, data, source, options))
    if not document.text.strip():
        raise SourceError("document-is-empty", source=source)
    unseen = rtf.count_unseen(data, source) if kind is Kind.RTF else 0
    return _with_unseen(document, unseen) if unseen else document


def _with_unseen(document: Document, count: int) -> Document:
    place = Place(source=document.snapshot.address)
    left_out = Finding(
        code="document-has-unseen-text",
        severity=Severity.WARNING,
        place=place,
        details={"count": count},
    )
    return replace(document, findings=(*document.findings, left_out))


def _blocks(kind: Kind, data: bytes, source: str, options: DocumentOptions) -> Iterable[Block]:
    match kind:
        case Kind.DOCX:
            return read_blocks(data, source, options.max_unpacked_mb)
        case Kind.RTF:
            return _text_blocks(rtf.read_text(data, source))
        case Kind.DOC:
            return _text_blocks(word.read_text(data, source))
        case _:
            return _text_blocks(_decode(data, source, options.encoding))


def _refuse_other_kinds(data: bytes, source: str, *, expected: str) -> None:
    seen = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "text")
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html")):
        seen = "html"
    if seen != expected:
        raise SourceError("document-is-other-kind", source=source, seen=seen, expected=expected)


def _decode(data: bytes, source: str, encoding: str) -> str:
    body = data.removeprefix(codecs.BOM_UTF8) if encoding == "utf-8" else data
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = str(body.count(b"\n", 0, error.start) + 1)
        raise SourceError(
            "document-is-not-in-encoding", source=source, encoding=encoding, line=line
        ) from error
    if not encoding.startswith("utf") and not data.isascii() and _is_utf8(data):
        raise SourceError("document-is-utf-8", source=source, encoding=encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf8(data: bytes) -> bool:
    """By chance a text in a one-byte encoding practically never is UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text_blocks(text: str) -> Iterator[Block]:
    lines = text.split("\n")
    bars = [0, *(line.count("|") for line in lines), 0]
    aligned = aligned_cells(lines)
    for number, line in enumerate(lines, start=1):
        is_barred = bars[number] > 0 and bars[number] in {bars[number - 1], bars[number + 1]}
        sign = "|" if is_barred else "\t"
        parts = tuple(line.split(sign))
        is_row = sum(bool(part.strip()) for part in parts) > 1
        yield Block(
            parts=parts,
            sign=sign,
            element=None,
            line=number,
            is_row=is_row,
            aligned=() if is_row else aligned.get(number - 1, ()),
        )


def _assemble(snapshot: Snapshot, blocks: Iterable[Block]) -> Document:
    texts: list[str] = []
    lines: list[Line] = []
    findings: list[Finding] = []
    start = 0
    for number, block in enumerate(blocks, start=1):
        place = Place(source=snapshot.address, line=block.line or number, element=block.element)
        line = _line(block, start, place)
        lines.append(line)
        texts.append(block.sign.join(block.parts))
        if "\ufffd" in texts[-1]:
            findings.append(Finding(code="character-lost", severity=Severity.WARNING, place=place))
        start = line.end + 1
    return Document(
        snapshot=snapshot,
        text="\n".join(texts),
        lines=tuple(lines),
        findings=tuple(findings),
    )


def _line(block: Block, start: int, place: Place) -> Line:
    cells = spans_of(block.parts, start)
    return Line(
        start=start,
        end=cells[-1][1],
        place=place,
        cells=cells if block.is_row else _moved(block.aligned, start),
        listed=block.listed,
    )


def spans_of(parts: Sequence[str], start: int) -> tuple[tuple[int, int], ...]:
    """Start and end of each part in a text that puts one sign between them."""
    starts = accumulate((len(part) + 1 for part in parts), initial=start)
    return tuple((at, at + len(part)) for at, part in zip(starts, parts, strict=False))


def _moved(cells: Sequence[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in cells)
