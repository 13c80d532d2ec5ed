"""Tables set side by side in one: «№ | Дата | Назва | № | Дата | Назва» are two lists of acts."""

from collections.abc import Iterable, Iterator

from pipeline.extractors.decision_columns import named_columns, text_of
from pipeline.extractors.decision_places import table_of
from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.text import plain


def halves_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, the rows of such a table as a row for each of its parts."""
    table, width = "", 0
    for block in blocks:
        if not block.cells:
            yield block
            continue
        if table_of(block.element) != table:
            table, width = table_of(block.element), _width(block)
            yield _part(block, 0, width) if width else block
        elif width:
            yield from _parts(block, width)
        else:
            yield block


def _width(row: Block) -> int:
    """Columns of one of the tables that a header names again and again; zero where it does not."""
    if row.links or len(row.cells) < 4:
        return 0
    names = [plain(text_of(cell)).lower() for cell in row.cells]
    widths = (size for size in range(2, len(names) // 2 + 1) if len(names) % size == 0)
    again = (size for size in widths if names == names[:size] * (len(names) // size))
    return next((size for size in again if named_columns(_part(row, 0, size))), 0)


def _parts(row: Block, width: int) -> Iterator[Block]:
    """The parts of a row that hold anything; what is merged over all of them is one."""
    for start in range(0, max(len(row.cells), 1), width):
        part = _part(row, start, width)
        if part.text or part.links:
            yield part


def _part(row: Block, start: int, width: int) -> Block:
    cells = row.cells[start : start + width]
    texts = dict.fromkeys(text_of(cell) for cell in cells)
    return row._replace(
        text=" | ".join(filter(None, texts)),
        links=tuple(link for cell in cells for block in cell for link in block.links),
        cells=cells,
    )
