"""What is said of the parts of a table, as it would be said of the whole."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import Finding
from pipeline.readers.grids.cells import joined_ranges

_ORDER = (
    "csv-cell-looks-like-rows",
    "rows-look-like-totals",
    "rows-look-like-numbering",
    "rows-have-one-cell",
    "row-is-too-long",
    "rows-are-too-short",
    "rows-are-blank",
    "header-mixes-alphabets",
    "values-mix-alphabets",
    "characters-are-lost",
)
"""As `spreadsheet.sheet_of` says them of a CSV whose table fills it."""


class Gathered:
    """Findings of batches of rows, one after another; those that count rows become one."""

    def __init__(self) -> None:
        self._found: dict[str, list[Finding]] = {code: [] for code in _ORDER}

    def add(self, findings: Iterable[Finding]) -> None:
        """Hear what is said of the next batch."""
        for finding in findings:
            known = self._found[finding.code]
            if known and "rows" in finding.details:
                known[0] = _merged(known[0], finding)
            else:
                known.append(finding)

    def told(self) -> tuple[Finding, ...]:
        """What the reader of the whole table says."""
        return tuple(finding for found in self._found.values() for finding in found)


def _merged(first: Finding, second: Finding) -> Finding:
    count = int(first.details["count"]) + int(second.details["count"])
    rows = joined_ranges(str(first.details["rows"]), str(second.details["rows"]))
    return replace(first, details={**first.details, "count": count, "rows": rows})
