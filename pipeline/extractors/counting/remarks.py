"""What a person should know about the reading of a report."""

from collections.abc import Iterator

from pipeline.extractors.counting.statements import ReportReading
from pipeline.model import Finding, Place, Severity
from pipeline.readers.document import Document, Line

_MOST_LINES = 20


def remarks(report: str, document: Document, reading: ReportReading) -> Iterator[Finding]:
    """Findings about one report; numbers that nobody could name are one finding with all lines."""
    unmapped = [one.token.start for one in reading.others if not one.rule]
    if unmapped:
        yield _about(document, report, "numbers-unmapped", Severity.WARNING, unmapped)
    unclear = [one.token.start for one in reading.statements if one.unclear]
    if unclear:
        yield _about(document, report, "part-is-unclear", Severity.INFO, unclear)
    if reading.time.period is None and reading.time.as_of is None:
        yield _whole(document, report, "report-has-no-period")
    if not reading.statements:
        yield _whole(document, report, "report-has-no-counts")


def _about(
    document: Document, report: str, code: str, severity: Severity, starts: list[int]
) -> Finding:
    lines = [_line(document, start) for start in starts]
    numbers = list(dict.fromkeys(str(line.place.line) for line in lines))
    listed = ", ".join(numbers[:_MOST_LINES]) + (" …" if len(numbers) > _MOST_LINES else "")
    return Finding(
        code=code,
        severity=severity,
        place=lines[0].place,
        details={"report": report, "count": len(starts), "lines": listed},
    )


def _whole(document: Document, report: str, code: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        place=Place(source=document.snapshot.address),
        details={"report": report},
    )


def _line(document: Document, start: int) -> Line:
    return next(line for line in document.lines if line.start <= start <= line.end)
