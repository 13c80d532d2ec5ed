"""Findings as people and programs read them."""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline import messages
from pipeline.model import Finding, Place, Severity

COLUMNS = (
    *("code", "severity", "messageUk", "messageEn", "source", "sheet", "cell", "line", "row"),
    *("table", "field", "value"),
)
"""Parts of a finding as the contract names them."""
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def as_record(finding: Finding) -> dict[str, Any]:
    """A finding as the contract names its parts; `value` may quote a cell, so it is not public."""
    place = finding.place
    items = (
        finding.code,
        finding.severity.value,
        sentence(finding, "uk"),
        sentence(finding, "en"),
        place.source,
        place.sheet,
        place.cell or _element(place),
        place.line,
        finding.row,
        finding.table,
        finding.field,
        finding.value,
    )
    return dict(zip(COLUMNS, items, strict=True))


def as_public_record(finding: Finding) -> dict[str, Any]:
    """The same without what is quoted from a cell."""
    return {name: item for name, item in as_record(finding).items() if name != "value"}


def sentence(finding: Finding, language: str) -> str:
    """What is wrong and what to do, in `uk` or `en`.

    A home may hold findings of an older version, with other details or under another code.
    """
    try:
        return messages.text(language, f"finding-{finding.code}", finding.details)
    except KeyError:
        return messages.text(language, "finding-of-another-version", {"code": finding.code})


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, otherwise in the order they were found."""
    return sorted(findings, key=lambda finding: ORDER[finding.severity])


def _element(place: Place) -> str | None:
    """Where it stands in a document, page or JSON whose lines say nothing."""
    return place.element if place.line is None else None


def place_text(finding: Finding, language: str) -> str:
    """Where it stands: source, sheet and cell or line, row and column, as far as known."""
    place = finding.place
    parts: list[Mapping[str, str | int]] = []
    keys = []
    for key, item in (
        ("source", place.source),
        ("sheet", place.sheet),
        ("cell", place.cell),
        ("line", place.line if place.cell is None else None),
        ("element", _element(place) if place.cell is None else None),
        ("row", finding.row),
        ("field", finding.field),
    ):
        if item is not None:
            keys.append(key)
            parts.append({"it": str(item)})
    return ", ".join(
        messages.text(language, f"place-{key}", part) for key, part in zip(keys, parts, strict=True)
    )


def as_line(finding: Finding, language: str) -> str:
    """One line for a terminal: severity, place, sentence."""
    weight = messages.text(language, f"severity-{finding.severity.value}")
    where = place_text(finding, language)
    return (
        f"{weight}: {where}: {sentence(finding, language)}"
        if where
        else (f"{weight}: {sentence(finding, language)}")
    )
