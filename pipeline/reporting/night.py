"""The summary a night ends with: a line for each dataset, then where the catalogue is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import messages
from pipeline.model import Outcome, Severity, State
from pipeline.reporting.findings import as_line, by_weight

_SHOWN = 3
"""Errors of one dataset that the summary quotes; `pipeline report` has them all."""


def summary(
    outcomes: Sequence[Outcome], site: str | None, address: str, language: str
) -> list[str]:
    """Lines of the summary in one language.

    Args:
        outcomes: what became of each dataset, in the order of the night.
        site: the folder of the catalogue; none while there is no catalogue.
        address: its public address.
        language: `uk` or `en`.
    """
    width = max((len(outcome.dataset) for outcome in outcomes), default=0)
    lines = [line for outcome in outcomes for line in outcome_lines(outcome, width, language)]
    counts = Counter(outcome.state for outcome in outcomes)
    totals = {state.value: counts.get(state, 0) for state in State}
    lines.append(messages.text(language, "night-totals", totals))
    if site is not None:
        lines.append(messages.text(language, "night-catalogue", {"site": site, "address": address}))
    return lines


def outcome_lines(outcome: Outcome, width: int, language: str) -> Iterator[str]:
    """A dataset: its state, what went wrong and the first errors."""
    state = messages.text(language, f"state-{outcome.state.value}")
    rows = sum(count for receipt in outcome.receipts[:1] for count in receipt.rows.values())
    details = messages.text(language, "night-rows", {"rows": rows}) if rows else ""
    warnings = sum(1 for finding in outcome.findings if finding.severity is Severity.WARNING)
    doubts = messages.text(language, "night-warnings", {"count": warnings}) if warnings else ""
    parts = [part for part in (state, details, doubts) if part]
    yield f"{outcome.dataset:<{width}}  {', '.join(parts)}"
    if outcome.failure:
        yield f"{'':<{width}}  {outcome.failure[language]}"
        for receipt in outcome.receipts:
            there = messages.text(language, "night-published-there", {"target": receipt.target})
            yield f"{'':<{width}}  {there}"
    errors = [item for item in by_weight(outcome.findings) if item.severity is Severity.ERROR]
    for finding in errors[:_SHOWN]:
        yield f"{'':<{width}}  {as_line(finding, language)}"
