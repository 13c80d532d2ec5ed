"""Tables drawn with spaces: columns two spaces or more apart, as in a text file or a letter.

A row is a label and its numbers; two rows or more with as many cells make a table, and the lines
right above them with as many cells, or with one fewer where the corner is left empty, its header.
"""

import re
from collections.abc import Iterator, Sequence

Cells = tuple[tuple[int, int], ...]
"""Start and end of each cell of a line, in characters."""

_GAP = re.compile(r"[ \u00a0]{2,}")
_FIGURE = re.compile(r"[-–—]|[~≈<>]?\d[\d \u00a0]*(?:[.,]\d+)?\s?%?")
_FEWEST_ROWS = 2
_MOST_HEADERS = 3


def aligned_cells(lines: Sequence[str]) -> dict[int, Cells]:
    """The cells of every line, by its index, that belongs to a table drawn with spaces.

    An empty corner is a cell of no width, so that each column of the header stands above its own.
    """
    cells = [_cells(line) for line in lines]
    found: dict[int, Cells] = {}
    for first, last in _runs(lines, cells):
        width = len(cells[first])
        found |= {at: cells[at] for at in range(first, last)}
        found |= dict(_header(lines, cells, first, width))
    return found


def _cells(line: str) -> Cells:
    body = len(line.rstrip())
    start = len(line) - len(line.lstrip())
    found: list[tuple[int, int]] = []
    for gap in _GAP.finditer(line, start, body):
        found.append((start, gap.start()))
        start = gap.end()
    return (*found, (start, body)) if start < body else ()


def _runs(lines: Sequence[str], cells: Sequence[Cells]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and _goes_on(lines[last], cells[last], cells[first]):
            last += 1
        if last - first >= _FEWEST_ROWS:
            yield first, last
        first = max(last, first + 1)


def _goes_on(line: str, cells: Cells, first: Cells) -> bool:
    """A label, then nothing but figures; the number of the row may stand before the label."""
    if len(cells) < 2 or len(cells) != len(first):
        return False
    texts = [line[start:end] for start, end in cells]
    if _is_order(texts[0]) and len(texts) > 2:
        texts = texts[1:]
    is_label = any(sign.isalpha() for sign in texts[0]) and not texts[0].endswith((".", ":"))
    return is_label and all(_FIGURE.fullmatch(text) for text in texts[1:])


def _is_order(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}[.)]?", text) is not None


def _header(
    lines: Sequence[str], cells: Sequence[Cells], first: int, width: int
) -> Iterator[tuple[int, Cells]]:
    for at in range(first - 1, max(-1, first - 1 - _MOST_HEADERS), -1):
        own = cells[at]
        if len(own) == width and width > 1:
            yield at, own
        elif len(own) == width - 1 and own and _is_indented(lines[at], lines[first]):
            yield at, ((0, 0), *own)
        else:
            return


def _is_indented(line: str, below: str) -> bool:
    """Whether the corner above the labels is empty."""
    return len(line) - len(line.lstrip()) > len(below) - len(below.lstrip())
