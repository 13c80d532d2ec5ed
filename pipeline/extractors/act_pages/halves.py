"""Tables set side by side in one: «№ | Дата | Назва | № | Дата | Назва» are two lists of acts."""

from collections.abc import Iterable, Iterator

from pipeline.extractors.act_pages.columns import guessed_columns, named_columns, text_of
from pipeline.extractors.act_pages.places import table_of
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.text import plain

_FEWEST = 4
"""Columns of two tables: a title and something else in each."""


def halves_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, the rows of such a table as a row for each of its parts."""
    table, width = "", 0
    for block in blocks:
        if not block.cells:
            yield block
            continue
        names = 0
        if table_of(block.element) != table:
            table, names = table_of(block.element), _width_of_names(block)
            width = names or _width_of_acts(block)
        if names:
            yield _part(block, 0, names)
        elif width:
            yield from _parts(block, width)
        else:
            yield block


def _width_of_names(row: Block) -> int:
    """Columns of one of the tables that a header names again and again; zero where it does not."""
    if row.links or len(row.cells) < _FEWEST:
        return 0
    names = [plain(text_of(cell)).lower() for cell in row.cells]
    widths = (size for size in _widths(row) if names == names[:size] * (len(names) // size))
    return next((size for size in widths if named_columns(_part(row, 0, size))), 0)


def _width_of_acts(row: Block) -> int:
    """The same for a table without a header, each part of whose first row is an act."""
    if len(row.links) < 2 or len(row.cells) < _FEWEST:
        return 0
    for size in _widths(row):
        parts = [_part(row, start, size) for start in range(0, len(row.cells), size)]
        columns = [guessed_columns(part) for part in parts]
        if len(columns[0]) > 1 and all(one == columns[0] for one in columns):
            return size
    return 0


def _widths(row: Block) -> Iterator[int]:
    count = len(row.cells)
    return (size for size in range(2, count // 2 + 1) if count % size == 0)


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
