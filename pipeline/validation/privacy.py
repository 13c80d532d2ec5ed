"""The guard of personal data: masks or refuses before the first byte leaves.

Portals keep old versions of a file, so what was published once stays public: nothing of this kind
may reach a release, its findings or its logs. A finding of the guard never quotes a cell.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from pipeline.errors import ConfigurationError
from pipeline.model import Details, Finding, Severity, Table
from pipeline.parameters.privacy import (
    ColumnPolicy,
    Flat,
    Officials,
    Quoted,
    TablePolicy,
    Treatment,
)
from pipeline.validation.personal.columns import scan_cell
from pipeline.validation.personal.hits import Hit, Rule, apart
from pipeline.validation.personal.scanning import scan_codes, scan_links, scan_persons
from pipeline.validation.personal.tax_number import fills_by_chance

VERSION = "5"
"""Part of a dataset's fingerprint: raised whenever the same table would be guarded otherwise."""

Scan = Callable[[str], tuple[Hit, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A table after the guard."""

    table: Table
    findings: tuple[Finding, ...]
    masked: Mapping[str, int]
    """Masked values, counted by rule, for the receipt."""

    @property
    def refuses(self) -> bool:
        """Whether something is refused: then nothing of the dataset may leave."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def scan(text: str) -> tuple[Hit, ...]:
    """Everything personal in a text, officials included, as offsets in the order of the text."""
    return apart((*scan_codes(text), *scan_persons(text)))


def public_value(value: str) -> str | None:
    """The value, if a finding may keep and show it; None where any detector hits."""
    return None if scan(value) or scan_persons(value, in_quotes=True) else value


_NOBODY: Mapping[str, ColumnPolicy] = {}


def guard(
    table: Table, policy: TablePolicy, asked: Mapping[str, ColumnPolicy] = _NOBODY
) -> Guarded:
    """Mask and refuse personal data in a table by the policy of its descriptor.

    Args:
        table: as it was extracted.
        policy: what the descriptor says of its columns.
        asked: what its schema asks for in columns that the policy does not name; any other column
            is under the default treatment: codes are refused.

    Raises:
        ConfigurationError: the policy names a column that the table does not have.
    """
    _check_columns(table, policy)
    frame, masked, findings = table.frame.copy(), Counter[str](), []
    for column in frame.columns:
        settings = policy.columns.get(column) or asked.get(column) or ColumnPolicy()
        outcome = _guard_column(table, str(column), policy, settings)
        frame[column] = outcome.cells
        masked.update(outcome.masked)
        findings.extend(outcome.findings)
    return Guarded(
        table=replace(table, frame=frame),
        findings=tuple(findings),
        masked={rule: masked[rule] for rule in sorted(masked)},
    )


def _check_columns(table: Table, policy: TablePolicy) -> None:
    for column in policy.columns:
        if column not in table.frame.columns:
            raise ConfigurationError("privacy-column-is-unknown", table=table.name, column=column)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell after the guard."""

    text: str
    masked: Counter[str]
    refused: frozenset[Rule]
    """What the policy neither masks nor lets through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column after the guard."""

    cells: pd.Series
    masked: Counter[str]
    findings: list[Finding]


def _guard_column(
    table: Table, column: str, policy: TablePolicy, settings: ColumnPolicy
) -> _Column:
    cells = table.frame[column]
    look = _scanner(settings, column, cells)
    guarded = {value: _guard_cell(value, look, settings, policy) for value in cells.unique()}
    masked: Counter[str] = Counter()
    findings: list[Finding] = []
    for row, value in enumerate(cells):
        masked.update(guarded[value].masked)
        findings.extend(_refusals(table, column, row, guarded[value].refused))
    findings.extend(_summary(table, column, masked, _kept(cells, settings)))
    texts = {value: cell.text for value, cell in guarded.items()}
    return _Column(cells=cells.map(texts), masked=masked, findings=findings)


def _guard_cell(value: str, look: Scan, settings: ColumnPolicy, policy: TablePolicy) -> _Cell:
    """Mask until nothing is left: what one mark uncovers is looked at again."""
    masked: Counter[str] = Counter()
    text, hits = value, look(value)
    while covered := [hit for hit in hits if _is_masked(hit, settings)]:
        masked.update(hit.rule.value for hit in covered)
        text = _masked(text, covered, policy)
        hits = look(text)
    return _Cell(text=text, masked=masked, refused=frozenset(hit.rule for hit in hits))


def _scanner(settings: ColumnPolicy, column: str, cells: pd.Series) -> Scan:
    """What is looked for in a column, with what its policy lets through left out."""
    names = settings.treatment in (Treatment.REDACT, Treatment.REFUSE_NAMES)
    permitted = set(settings.permit) if settings.treatment is Treatment.ALLOW else set()
    by_chance = fills_by_chance(cells)
    quoted = settings.quoted is Quoted.SCAN

    def look(value: str) -> tuple[Hit, ...]:
        persons = scan_persons(value, in_quotes=quoted) if names else scan_links(value)
        found = (*scan_cell(column, value), *persons)
        return apart(
            hit
            for hit in found
            if hit.rule.value not in permitted
            and not (hit.official and settings.officials is Officials.KEEP)
            and not (by_chance and hit.rule is Rule.TAX_NUMBER and _fills(value, hit))
        )

    return look


def _fills(value: str, hit: Hit) -> bool:
    return value.strip() == value[hit.start : hit.end]


def _is_masked(hit: Hit, settings: ColumnPolicy) -> bool:
    redacts = settings.treatment is Treatment.REDACT
    if hit.rule is Rule.FLAT:
        return settings.flat is Flat.MASK or (redacts and settings.flat is None)
    return redacts


def _masked(value: str, hits: list[Hit], policy: TablePolicy) -> str:
    for hit in reversed(hits):
        value = value[: hit.start] + _mark(hit, policy) + value[hit.end :]
    return value


def _mark(hit: Hit, policy: TablePolicy) -> str:
    special = {
        Rule.PERSON: policy.mark,
        Rule.ADDRESS: policy.address_mark,
        Rule.FLAT: policy.flat_mark,
    }
    return special.get(hit.rule, policy.code_mark)


def _refusals(table: Table, column: str, row: int, refused: frozenset[Rule]) -> Iterator[Finding]:
    for rule in sorted(refused):
        yield Finding(
            code="personal-data-refused",
            severity=Severity.ERROR,
            place=table.origins[row].at(column),
            table=table.name,
            row=row + 1,
            field=column,
            details={"rule": rule.value, "column": column},
        )


def _kept(cells: pd.Series, settings: ColumnPolicy) -> int:
    """How many officials the policy leaves standing."""
    names = settings.treatment in (Treatment.REDACT, Treatment.REFUSE_NAMES)
    if not names or settings.officials is not Officials.KEEP:
        return 0
    quoted = settings.quoted is Quoted.SCAN
    found = (hit for value in cells for hit in scan_persons(value, in_quotes=quoted))
    return sum(hit.official for hit in found)


def _summary(table: Table, column: str, masked: Counter[str], kept: int) -> Iterator[Finding]:
    for rule in sorted(masked):
        details: Details = {"rule": rule, "column": column, "count": masked[rule]}
        yield _note("personal-data-masked", table, column, details)
    if kept:
        yield _note("officials-kept", table, column, {"column": column, "count": kept})


def _note(code: str, table: Table, column: str, details: Details) -> Finding:
    return Finding(
        code=code, severity=Severity.INFO, table=table.name, field=column, details=details
    )
