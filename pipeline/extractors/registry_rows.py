"""Rows of a registry from one source: filtered by declared rules, cleaned, with their origin."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.extractors.registry_cells import clean
from pipeline.extractors.registry_columns import ColumnMap, Found
from pipeline.model import Finding, Origin, Severity
from pipeline.parameters.registry import (
    History,
    RegistryParameters,
    RowRule,
    YearFromAddress,
    YearFromColumn,
)
from pipeline.readers.cells import ranges
from pipeline.readers.grid import SheetRow
from pipeline.readers.headers import header_key
from pipeline.readers.spreadsheet import Sheet

_RESTORED = "leading-zero-restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row that stayed."""

    values: Mapping[str, str]
    """Field -> cell, helpers included."""
    year: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What one source gives."""

    records: tuple[Record, ...]
    years: frozenset[str]
    """Years of all its rows, also of those that a rule left out."""
    findings: tuple[Finding, ...]


def read_rows(sheet: Sheet, columns: ColumnMap, parameters: RegistryParameters) -> Rows:
    """Read the rows of a source; every row left out is counted under the rule that did it."""
    shared = columns.letters() if sheet.name is not None else {}
    kept: list[tuple[SheetRow, dict[str, str]]] = []
    left: Counter[str] = Counter()
    years: set[str] = set()
    for row in sheet.rows:
        raw = {name: _cell(row, found) for name, found in columns.fields.items()}
        reason = _left_out(row, raw, sheet, parameters)
        years.add(_year(raw, sheet, parameters.history))
        left[reason] += 1
        if not reason:
            kept.append((row, raw))
    cleaned = [_cleaned(row, raw, sheet, parameters) for row, raw in kept]
    records = tuple(
        Record(
            values=values,
            year=_year(raw, sheet, parameters.history),
            origin=Origin(
                sha256=sheet.snapshot.sha256, place=sheet.place(row.line), columns=shared
            ),
        )
        for (row, raw), (values, _) in zip(kept, cleaned, strict=True)
    )
    said = [item for _, found in cleaned for item in found]
    findings = (*_counted(left, sheet, parameters), *_folded(said, sheet), *_yearless(records))
    return Rows(records=records, years=frozenset(years - {""}), findings=findings)


def _cell(row: SheetRow, found: Found) -> str:
    parts = [row.cells[position].strip() for position in found.positions]
    return found.separator.join(part for part in parts if part)


def _left_out(
    row: SheetRow, raw: Mapping[str, str], sheet: Sheet, parameters: RegistryParameters
) -> str:
    """Name of the rule that leaves the row out; empty when it stays."""
    if [header_key(cell) for cell in row.cells] == [header_key(cell) for cell in sheet.header]:
        return "header-repeated"
    for rule in parameters.drop:
        if _falls_under(raw, rule):
            return rule.name
    return next((rule.name for rule in parameters.keep if not _falls_under(raw, rule)), "")


def _falls_under(raw: Mapping[str, str], rule: RowRule) -> bool:
    return any(re.search(rule.matches, raw.get(column, "")) for column in rule.columns)


def _year(raw: Mapping[str, str], sheet: Sheet, history: History | None) -> str:
    for where in history.year if history else ():
        if isinstance(where, YearFromColumn):
            found = re.search(where.pattern, raw.get(where.column, ""))
        elif isinstance(where, YearFromAddress):
            found = re.search(where.address, sheet.snapshot.address)
        else:
            found = re.search(where.sheet, sheet.name or "")
        if found:
            return found[1]
    return ""


def _cleaned(
    row: SheetRow, raw: Mapping[str, str], sheet: Sheet, parameters: RegistryParameters
) -> tuple[dict[str, str], list[Finding]]:
    values: dict[str, str] = {}
    findings = []
    for name, column in {**parameters.columns, **parameters.helpers}.items():
        values[name], code = clean(raw.get(name, ""), column, parameters.missing)
        if code:
            findings.append(
                Finding(
                    code=code,
                    severity=Severity.INFO if code == _RESTORED else Severity.ERROR,
                    place=sheet.place(row.line),
                    field=name,
                    value=raw[name],
                    details={"field": name, "width": column.width or 0},
                )
            )
    return values, findings
