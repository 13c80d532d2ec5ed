"""A PDF with a text layer as one text whose lines and rows keep their places.

Drawn tables of two columns or more give rows; of all other words a line gives cells where wide gaps
part it, as columns without drawn lines are parted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from pipeline.errors import SourceError
from pipeline.model import Place, Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.document import Document, Line, spans_of
from pipeline.readers.pdfs.aligned import lines_of
from pipeline.readers.pdfs.pages import GARBLED, read_pages, unreadable

_GAP = 1.2
"""White space between cells, in heights of a letter; of a justified line it is less."""
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A line or a row, and how far down the page it begins."""

    top: float
    parts: tuple[str, ...]
    element: str


@dataclass(slots=True)
class _Read:
    """What the pages so far have given."""

    pieces: list[_Piece] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)


def read(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Document:
    """Read a PDF as a document.

    Raises:
        SourceError: it is no PDF, damaged, protected, scanned or beyond a limit.
    """
    source, found = snapshot.address, _Read()
    read_pages(data, source, options, lambda page, number: _take(page, number, found))
    if not found.pieces:
        raise SourceError("pdf-is-scanned", source=source)
    lines = tuple(_lines(found.pieces, source))
    return Document(
        snapshot=snapshot,
        text="\n".join("\t".join(piece.parts) for piece in found.pieces),
        lines=lines,
        findings=tuple(unreadable(found.scanned, found.garbled, source)),
    )


def _take(page: Page, number: int, read: _Read) -> None:
    if not page.chars:
        if page.images:
            read.scanned.append(number)
        return
    tables = [one for one in page.find_tables() if _columns(one) >= _FEWEST_COLUMNS]
    rows = [piece for at, one in enumerate(tables, 1) for piece in _rows(one, number, at)]
    pieces = sorted([*rows, *_around(page, number, tables)], key=lambda piece: piece.top)
    if any(GARBLED in part for piece in pieces for part in piece.parts):
        read.garbled.append(number)
    read.pieces += pieces


def _columns(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def _rows(table: Table, page: int, place: int) -> Iterator[_Piece]:
    for number, (row, cells) in enumerate(zip(table.rows, table.extract(), strict=True), start=1):
        parts = tuple(" ".join((cell or "").split()) for cell in cells)
        element = f"page[{page}]/table[{place}]/row[{number}]"
        yield _Piece(top=row.bbox[1], parts=parts, element=element)


def _around(page: Page, number: int, tables: Sequence[Table]) -> Iterator[_Piece]:
    """The lines that stand in none of the tables."""
    outside = page.filter(lambda one: not any(_is_inside(one, table.bbox) for table in tables))
    for line in lines_of(outside, number, ()):
        element = f"page[{number}]/line[{line.number}]"
        yield _Piece(top=line.top, parts=tuple(_parted(line.words)), element=element)


def _is_inside(one: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _parted(words: Sequence[Any]) -> Iterator[str]:
    kept: list[str] = []
    end = 0.0
    for word in words:
        if kept and word["x0"] - end > _GAP * (word["bottom"] - word["top"]):
            yield " ".join(kept)
            kept = []
        kept.append(str(word["text"]))
        end = word["x1"]
    yield " ".join(kept)


def _lines(pieces: Sequence[_Piece], source: str) -> Iterator[Line]:
    start = 0
    for piece in pieces:
        cells = spans_of(piece.parts, start)
        end = cells[-1][1]
        place = Place(source=source, element=piece.element)
        yield Line(start=start, end=end, place=place, cells=cells if len(cells) > 1 else ())
        start = end + 1
