"""Public copies of findings: what is said of the data, without a word quoted from a cell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import messages
from pipeline.model import Finding, Severity
from pipeline.publishing.formats import to_json
from pipeline.publishing.inert import public_source
from pipeline.publishing.passport import Json, Text
from pipeline.validation.privacy import public_value

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence about the data and how many places it holds for."""

    severity: Severity
    message: Text
    count: int


def findings_json(findings: Sequence[Finding]) -> bytes:
    """`findings.json`: every finding with its place, in the order given; no values."""
    return to_json([_public(finding) for finding in findings])


def _public(finding: Finding) -> Json:
    place, message = finding.place, _message(finding)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "messageUk": message.uk,
        "messageEn": message.en,
        "source": public_source(place.source) if place.source else None,
        "sheet": public_value(place.sheet) if place.sheet else None,
        "cell": place.cell,
        "line": place.line,
        "row": finding.row,
        "table": finding.table,
        "field": finding.field,
    }


def _message(finding: Finding) -> Text:
    key = f"finding-{finding.code}"
    told = {name: _told(item) for name, item in finding.details.items()}
    uk, en = (messages.text(language, key, told) for language in messages.LANGUAGES)
    return Text(uk=uk, en=en)


def _told(item: str | int) -> str | int:
    """What a sentence may name: a sheet or a file may be called after a person."""
    return (public_value(item) or "…") if item and isinstance(item, str) else item


def notices(findings: Sequence[Finding]) -> tuple[Notice, ...]:
    """The different sentences, gravest first, then in the order in which they were found."""
    counts = Counter((finding.severity, _message(finding)) for finding in findings)
    found = [
        Notice(severity=severity, message=message, count=count)
        for (severity, message), count in counts.items()
    ]
    return tuple(sorted(found, key=lambda notice: _ORDER.index(notice.severity)))
