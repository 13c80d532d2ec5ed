"""Cells that say something else than they seem to: crossed out, seen by nobody, percents."""

from collections.abc import Iterator, Mapping, Set

from pipeline.model import Finding, Severity
from pipeline.readers.cells import ranges
from pipeline.readers.grid import Grid

_SHOWN = 5
"""Texts that a finding shows; where all of them stand it says."""


def marked_cells(
    grid: Grid, struck: Mapping[tuple[int, int], str], unseen: Mapping[tuple[int, int], str]
) -> Iterator[Finding]:
    """What is crossed out and read all the same, and what nobody sees and is left out."""
    for code, cells in (("text-is-struck", struck), ("text-is-unseen", unseen)):
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
    if percents:
        line, position = min(percents)
        yield Finding(
            code="numbers-are-percents",
            severity=Severity.WARNING,
            place=grid.place(line, position),
            value=cells[line][position],
            details={"count": len(percents), "rows": ranges({line for line, _ in percents})},
        )
