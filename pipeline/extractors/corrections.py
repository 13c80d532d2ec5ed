"""Declared corrections of harmless faults: every column and kind of fault is counted, none silent.

The rules stand in the descriptor (`tables[].corrections`).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.errors import ConfigurationError
from pipeline.model import Finding, Severity, Table
from pipeline.parameters.corrections import Correction
from pipeline.ukrainian.hygiene import MENDS


def correct(table: Table, rules: Sequence[Correction]) -> tuple[Table, tuple[Finding, ...]]:
    """The table with its declared faults mended, and how many cells of each column had which.

    Raises:
        ConfigurationError: a rule names a column that the table does not have.
    """
    frame, findings = table.frame.copy(), []
    for rule in rules:
        for name in rule.fields:
            if name not in frame:
                raise ConfigurationError(
                    "correction-field-is-unknown", field=name, table=table.name
                )
            for fault in rule.faults:
                before = frame[name].tolist()
                after = [MENDS[fault](cell) for cell in before]
                count = sum(old != new for old, new in zip(before, after, strict=True))
                if count:
                    frame[name] = after
                    findings.append(_finding(table, name, fault, count, rule.because))
    return replace(table, frame=frame), tuple(findings)


def _finding(table: Table, name: str, fault: str, count: int, because: str) -> Finding:
    return Finding(
        code="corrected",
        severity=Severity.INFO,
        table=table.name,
        field=name,
        details={"field": name, "fault": fault, "count": count, "because": because},
    )
