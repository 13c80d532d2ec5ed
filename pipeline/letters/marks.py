"""Which cells of a workbook are marked, and with what words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.model import Finding, Severity

FILLS: Mapping[Severity, str] = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFEB9C"}
"""As ARGB: the red and the yellow that Excel itself offers for bad and for neutral."""
LONGEST_COMMENT = 2_000
MOST_COMMENTS = 5_000
"""In one workbook; further cells are coloured all the same, and the letter has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One cell with everything that is said of it."""

    sheet: str | None
    line: int
    cell: str
    """`C17`; the first cell of the row where only the row is known."""
    severity: Severity
    text: str


def marks_of(
    findings: Iterable[Finding], source: str, said: Callable[[Finding], str]
) -> tuple[Mark, ...]:
    """The cells of one source that findings speak of, each once."""
    by_cell: dict[tuple[str | None, int, str], list[Finding]] = {}
    for finding in findings:
        place = finding.place
        if place.source != source or place.line is None or finding.severity is Severity.INFO:
            continue
        cell = place.cell or f"A{place.line}"
        by_cell.setdefault((place.sheet, place.line, cell), []).append(finding)
    return tuple(
        _mark(sheet, line, cell, items, said) for (sheet, line, cell), items in by_cell.items()
    )


def _mark(
    sheet: str | None,
    line: int,
    cell: str,
    items: list[Finding],
    said: Callable[[Finding], str],
) -> Mark:
    heavy = any(item.severity is Severity.ERROR for item in items)
    return Mark(
        sheet=sheet,
        line=line,
        cell=cell,
        severity=Severity.ERROR if heavy else Severity.WARNING,
        text="\n\n".join(dict.fromkeys(map(said, items)))[:LONGEST_COMMENT],
    )
