"""Rows of a registry from one source: filtered by declared rules, cleaned, with their origin."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.registry_cells import GROUPED, SPACES, clean
from pipeline.extractors.registry_columns import ColumnMap, Found
from pipeline.model import Finding, Origin, Severity
from pipeline.parameters.registry import (
    Column,
    History,
    RegistryParameters,
    RowRule,
    YearFromAddress,
    YearFromColumn,
)
from pipeline.parameters.registry_split import fields_of
from pipeline.readers.cells import ranges
from pipeline.readers.grid import SheetRow
from pipeline.readers.headers import header_key
from pipeline.readers.spreadsheet import Sheet

_MENDED = {"leading-zero-restored", SPACES, GROUPED}
"""What was put right in a cell: counted, no error."""
_TURNED = "text-became-date"
_COUNTED = {*_MENDED, _TURNED}
"""What is said once a field, with the first place."""
_TEXT = Column(names=("text",))
_NO_DATES = {"text", "code", "act-number", "phone"}
# No rule of a descriptor can have this name: a rule's begins with a letter.
_REPEATED = "*header"


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


class _Above:
    """What the headings above a row say of it."""

    def __init__(self, parameters: RegistryParameters) -> None:
        self._headings = parameters.headings
        self._missing = parameters.missing
        self.said = dict.fromkeys(parameters.headings, "")

    def take(self, raw: Mapping[str, str]) -> str:
        """Take the row in where it is a heading: the name of its rule; empty where it is none."""
        names = list(self._headings)
        for place, (field, rule) in enumerate(self._headings.items()):
            if _falls_under(raw, rule):
                text, _ = clean(raw.get(rule.value, ""), _TEXT, self._missing)
                self.said |= {**dict.fromkeys(names[place:], ""), field: text}
                return rule.name
        return ""


def read_rows(sheet: Sheet, columns: ColumnMap, parameters: RegistryParameters) -> Rows:
    """Read the rows of a source; every row left out is counted under the rule that did it."""
    letters = _letters(columns.letters(sheet), parameters)
    records: list[Record] = []
    findings: list[Finding] = []
    left: dict[str, list[int]] = {}
    years: set[str] = set()
    above = _Above(parameters)
    for row in sheet.rows:
        raw = {name: _cell(row, found) for name, found in columns.fields.items()}
        year = _year(raw, sheet, parameters.history)
        years.add(year)
        rule = above.take(raw) or _left_out(row, raw, sheet, parameters)
        if rule:
            left.setdefault(rule, []).append(row.line)
            continue
        place = sheet.place(row.line)
        origin = Origin(sha256=sheet.snapshot.sha256, place=place, columns=letters)
        values, found = _cleaned(raw, origin, parameters)
        records.append(Record(values={**values, **above.said}, year=year, origin=origin))
        findings += [*found, *_turned(row, columns, origin, parameters)]
    said = (*_counted(left, sheet, parameters), *_folded(findings))
    if parameters.history is not None:
        said = (*said, *_yearless(records))
    return Rows(records=tuple(records), years=frozenset(years - {""}), findings=said)


def _letters(letters: Mapping[str, str], parameters: RegistryParameters) -> dict[str, str]:
    """The letters of columns, also for the fields that are split from them."""
    parted = {name: letters[at] for name, at in fields_of(parameters.split) if at in letters}
    return {**letters, **parted}


def _cell(row: SheetRow, found: Found) -> str:
    parts = [row.cells[position].strip() for position in found.positions]
    return found.separator.join(part for part in parts if part)


def _left_out(
    row: SheetRow, raw: Mapping[str, str], sheet: Sheet, parameters: RegistryParameters
) -> str:
    """Name of the rule that leaves the row out; empty when it stays."""
    if [header_key(cell) for cell in row.cells] == [header_key(cell) for cell in sheet.header]:
        return _REPEATED
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
    raw: Mapping[str, str], origin: Origin, parameters: RegistryParameters
) -> tuple[dict[str, str], list[Finding]]:
    values: dict[str, str] = {}
    findings = []
    for name, column in {**parameters.columns, **parameters.helpers}.items():
        values[name], code = clean(raw.get(name, ""), column, parameters.missing)
        if code:
            findings.append(
                Finding(
                    code=code,
                    severity=Severity.INFO if code in _MENDED else Severity.ERROR,
                    place=origin.at(name),
                    field=name,
                    value=raw[name],
                    details={"field": name, "width": column.width or 0, "count": 1},
                )
            )
    return values, findings


def _turned(
    row: SheetRow, columns: ColumnMap, origin: Origin, parameters: RegistryParameters
) -> Iterator[Finding]:
    """Cells that a spreadsheet holds as dates where no date is meant.

    It takes a version `10.8.1`, a house `3/5` or a number `7-3` for one; what was typed is lost.
    """
    for name, found in columns.fields.items():
        column = parameters.columns.get(name)
        if column and column.kind in _NO_DATES and row.dates.intersection(found.positions):
            yield Finding(
                code=_TURNED,
                severity=Severity.WARNING,
                place=origin.at(name),
                field=name,
                value=_cell(row, found),
                details={"field": name, "count": 1},
            )


def _folded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is counted is said once a field, with the first place and the count."""
    counts = Counter((item.code, item.field) for item in findings if item.code in _COUNTED)
    for item in findings:
        count = counts.pop((item.code, item.field), 0) if item.code in _COUNTED else 1
        if count:
            yield replace(item, details={**item.details, "count": count})


def _counted(
    left: Mapping[str, Sequence[int]], sheet: Sheet, parameters: RegistryParameters
) -> Iterator[Finding]:
    reasons = {rule.name: rule.because for rule in _rules(parameters)}
    for rule, lines in left.items():
        yield Finding(
            code="header-repeated" if rule == _REPEATED else "rows-left-out",
            severity=Severity.INFO,
            place=sheet.place(lines[0]),
            details={
                "rule": rule,
                "because": reasons.get(rule, ""),
                "count": len(lines),
                "rows": ranges(lines),
            },
        )


def _rules(parameters: RegistryParameters) -> Iterator[RowRule]:
    yield from (*parameters.keep, *parameters.drop, *parameters.headings.values())


def _yearless(records: Sequence[Record]) -> Iterator[Finding]:
    lost = [record for record in records if not record.year]
    if lost:
        yield Finding(
            code="year-unknown",
            severity=Severity.ERROR,
            place=lost[0].origin.place,
            details={"count": len(lost)},
        )
