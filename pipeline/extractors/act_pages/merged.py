"""Cells merged over rows of a table: a number that stands beside several titles is of none."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.readers.pages.blocks import Block

Place = tuple[str, str]
"""Where a cell begins, and the words there: of the lines of one cell each may be of an act."""


def rows_by_cell(blocks: Iterable[Block]) -> Mapping[Place, Sequence[Block]]:
    """Where a cell begins -> the rows that it reaches over, for cells that reach over several."""
    rows: dict[Place, list[Block]] = {}
    for block in blocks:
        for place in dict.fromkeys(place_of_cell(cell) for cell in block.cells if cell):
            rows.setdefault(place, []).append(block)
    return {place: reached for place, reached in rows.items() if len(reached) > 1}


def place_of_cell(cell: Sequence[Block]) -> Place:
    """Where a cell begins; a merged one does so at one place in every row."""
    return (cell[0].element, cell[0].text) if cell else ("", "")
