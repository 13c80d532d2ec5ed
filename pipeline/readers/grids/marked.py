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
                severity=Severity.WARNING,
                place=grid.place(line, position - grid.first),
                value="\n".join(cells[spot] for spot in spots[:_SHOWN]),
                details={"count": len(cells), "rows": ranges({line for line, _ in spots})},
            )


def percent_cells(grid: Grid, percents: Set[tuple[int, int]]) -> Iterator[Finding]:
    """Numbers that are a hundredth of what the sheet shows."""
    cells = {row.line: row.cells for row in grid.rows}
    # A cell may be of percents and hold none.
    texts = {(at, place): "".join(cells.get(at, ())[place : place + 1]) for at, place in percents}
    shown = sorted(spot for spot, text in texts.items() if text)
    if shown:
        line, position = shown[0]
        yield Finding(
            code="numbers-are-percents",
            severity=Severity.WARNING,
            place=grid.place(line, position),
            value=texts[shown[0]],
            details={"count": len(shown), "rows": ranges({line for line, _ in shown})},
        )
