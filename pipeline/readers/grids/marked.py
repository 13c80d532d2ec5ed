"""Cells that say something else than they seem to: crossed out, seen by nobody, percents."""

from collections.abc import Iterator, Mapping, Set

from pipeline.model import Finding, Severity
from pipeline.readers.grids.cells import ranges
from pipeline.readers.grids.grid import Grid

STRUCK = "text-is-struck"
"""Code of text that is crossed out; it is read."""
UNSEEN = "text-is-unseen"
"""Code of text that nobody sees; it is not read."""
PICTURE = "cell-is-picture"
"""Code of a cell that has a picture or a field of a form, and no text."""
NOTE = "cell-has-note"
"""Code of a cell with a note at the foot of the page or a comment, which is not read."""
TABLE = "cell-has-table"
"""Code of a cell with a table of its own, whose texts are read as lines of the cell."""
LOST = "pdf-text-has-no-cell"
"""Code of words inside a table that no cell holds, as its lines are not whole; they are lost."""
BETWEEN = "pdf-text-between-pages"
"""Code of lines between the parts of a table on two pages; they are not read."""
BROKEN = "page-row-in-cell"
"""Code of a cell that rows of its table have run into, as a tag before them was not closed."""
_ERRORS = {LOST, BROKEN}
_SHOWN = 5
"""Texts that a finding shows; where all of them stand it says."""


def marked_cells(
    grid: Grid, marks: Mapping[str, Mapping[tuple[int, int], str]]
) -> Iterator[Finding]:
    """What is said of cells, counted by its code."""
    for code, cells in sorted(marks.items()):
        if cells:
            spots = sorted(cells)
            line, position = spots[0]
            yield Finding(
                code=code,
                severity=Severity.ERROR if code in _ERRORS else Severity.WARNING,
                place=grid.place(line, position - grid.first),
                value="\n".join(cells[spot] for spot in spots[:_SHOWN]),
                details={"count": len(cells), "rows": ranges({line for line, _ in spots})},
            )


def percent_cells(grid: Grid, percents: Set[tuple[int, int]]) -> Iterator[Finding]:
    """Numbers that are a hundredth of what the sheet shows."""
    yield from _numbers(grid, percents, "numbers-are-percents", {})


def worded_cells(grid: Grid, words: Mapping[tuple[int, int], str]) -> Iterator[Finding]:
    """Numbers that the sheet shows with words or signs, which are not read."""
    for said in sorted(set(words.values())):
        spots = {spot for spot, text in words.items() if text == said}
        yield from _numbers(grid, spots, "numbers-have-words", {"words": said})


def _numbers(
    grid: Grid, spots: Set[tuple[int, int]], code: str, details: Mapping[str, str]
) -> Iterator[Finding]:
    cells = {row.line: row.cells for row in grid.rows}
    # A cell may have a format and hold nothing.
    texts = {(at, place): "".join(cells.get(at, ())[place : place + 1]) for at, place in spots}
    shown = sorted(spot for spot, text in texts.items() if text)
    if shown:
        line, position = shown[0]
        rows = ranges({line for line, _ in shown})
        yield Finding(
            code=code,
            severity=Severity.WARNING,
            place=grid.place(line, position),
            value=texts[shown[0]],
            details={**details, "count": len(shown), "rows": rows},
        )
