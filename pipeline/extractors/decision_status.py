"""The status of an act where its own line or a cell of its row says it."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.readers.page_blocks import Block
from pipeline.ukrainian.act_status import find_status

_COLUMN = "status"


def status_of(block: Block, of_page: str = "") -> dict[str, str]:
    """The column and the word of the closed list; nothing where neither line nor page says any."""
    cells = (" ".join(part.text for part in cell) for cell in block.cells)
    said = map(find_status, (block.text, *cells, of_page))
    found = next(filter(None, said), None)
    return {_COLUMN: found} if found else {}


def with_status(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> list[str]:
    """The columns, and that of statuses where a page says any: else the descriptor fills it."""
    said = any(_COLUMN in row for row in rows)
    return [*columns, *([_COLUMN] if said else [])]
