"""Words and data on a terminal: data to standard output, messages to standard error."""

import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline import messages
from pipeline.errors import DataError
from pipeline.model import Finding, Severity
from pipeline.reporting.findings import as_line, as_record, by_weight
from pipeline.reporting.progress import RowsProgress


def say(
    key: str,
    details: Mapping[str, str | int],
    languages: Sequence[str] = messages.LANGUAGES,
    *,
    error: bool = True,
) -> None:
    """One sentence of the catalogues, in each of the languages."""
    show((messages.text(language, key, details) for language in languages), error=error)


def show(lines: Iterable[str], *, error: bool = False) -> None:
    """Lines as they are."""
    stream = sys.stderr if error else sys.stdout
    for line in lines:
        stream.write(f"{line}\n")
    stream.flush()


def show_json(value: Any) -> None:
    """A value for programs, on standard output."""
    show([json.dumps(value, ensure_ascii=False, indent=2)])


def show_findings(
    findings: Sequence[Finding], *, as_json: bool, limit: int, error: bool = False
) -> None:
    """Findings, the heaviest first, no more than `limit`; 0 shows them all.

    To the person at the desk they quote what stands in the source, unless it may be personal.
    """
    ordered = by_weight(findings)
    shown = ordered[: limit or None]
    if as_json:
        show_json(shown_findings(findings, limit))
        return
    show((_line(finding) for finding in shown), error=error)
    if not ordered:
        say("findings-none", {}, ("uk",), error=error)
    if len(shown) < len(ordered):
        say("findings-more", {"count": len(ordered) - len(shown)}, ("uk",), error=error)


def shown_findings(findings: Sequence[Finding], limit: int) -> list[dict[str, Any]]:
    """The same for programs."""
    return [as_record(finding) for finding in by_weight(findings)[: limit or None]]


def read_progress() -> RowsProgress:
    """Hears how much of a file has been read, and says it on standard error."""
    return RowsProgress(time.monotonic, sys.stderr.write, "read-progress")


def _line(finding: Finding) -> str:
    quoted = _public(finding.value) if finding.value else None
    line = as_line(finding, "uk")
    return f"{line} {messages.text('uk', 'finding-stands', {'value': quoted})}" if quoted else line


def _public(value: str) -> str | None:
    from pipeline.validation.privacy import public_value

    return public_value(value)


def count_errors(findings: Sequence[Finding]) -> int:
    """How many findings make data unfit."""
    return sum(1 for finding in findings if finding.severity is Severity.ERROR)


def exit_on_errors(findings: Sequence[Finding]) -> None:
    """End the command with the exit code of unfit data, if they are."""
    if count_errors(findings):
        sys.exit(DataError.exit_code)
