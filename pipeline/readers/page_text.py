"""A web page as one text whose lines and rows keep their places, as documents are read.

Menus and what stands under every page are no part of it. A cell merged over columns stands in the
first of them.
"""

from collections.abc import Iterator, Sequence

from pipeline.model import Place, Snapshot
from pipeline.parameters.page import PageOptions
from pipeline.readers import page
from pipeline.readers.document import Document, Line, spans_of
from pipeline.readers.pages.blocks import Block


def read(data: bytes, snapshot: Snapshot, options: PageOptions) -> Document:
    """Read a page.

    Raises:
        SourceError: it is no HTML, an error page of a server, or not in the declared encoding.
    """
    found = page.read(data, snapshot, options)
    texts: list[str] = []
    lines: list[Line] = []
    start = 0
    for block in found.blocks:
        if block.is_around:
            continue
        parts = _parts(block)
        texts.append("\t".join(parts))
        place = Place(source=snapshot.address, line=block.line, element=block.element)
        lines.append(_line(parts, start, place))
        start = lines[-1].end + 1
    return Document(
        snapshot=snapshot, text="\n".join(texts), lines=tuple(lines), findings=found.findings
    )


def _parts(block: Block) -> list[str]:
    """The cells of a row; else the words, after the number that a browser prints before them."""
    if block.cells:
        return list(_cells(block.cells))
    return [block.text if block.marker is None else f"{block.marker}. {block.text}"]


def _cells(cells: Sequence[tuple[Block, ...]]) -> Iterator[str]:
    before: tuple[Block, ...] | None = None
    for cell in cells:
        merged = bool(cell) and cell == before
        yield "" if merged else " ".join(block.text for block in cell)
        before = cell


def _line(parts: Sequence[str], start: int, place: Place) -> Line:
    cells = spans_of(parts, start)
    return Line(start=start, end=cells[-1][1], place=place, cells=cells if len(cells) > 1 else ())
