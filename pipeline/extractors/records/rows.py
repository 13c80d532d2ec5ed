"""Rows of a registry from one source: filtered by declared rules, cleaned, with their origin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extractors.records.above import RowAbove
from pipeline.extractors.records.cells import FOOTNOTE, clean, without_mark
from pipeline.extractors.records.columns import ColumnMap, Found
from pipeline.extractors.records.remarks import RowPlace, doubts, folded
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
from pipeline.readers.grids.cells import ranges
from pipeline.readers.grids.grid import SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet

_TEXT = Column(names=("text",))
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
    shared = _letters(columns.letters(sheet), parameters)
    reading = _Reading(sheet, parameters)
    declared = {**parameters.columns, **parameters.helpers}
    records: list[Record] = []
    findings: list[Finding] = []
    years: set[str] = set()
    for row in sheet.rows:
        raw = dict(_raw(row, columns, declared))
        year = _year(raw, sheet, parameters.history)
        years.add(year)
        cells = reading.take(row, raw)
        if cells is None:
            continue
        places = (
            shared
            if sheet.turned is None
            else _letters(columns.places(sheet, row.line), parameters)
        )
        origin = Origin(sha256=sheet.snapshot.sha256, place=sheet.place(row.line), columns=places)
        values, found = _cleaned(
            row, cells, columns, RowPlace(origin=origin, line=row.line), parameters
        )
        records.append(Record(values={**values, **reading.said}, year=year, origin=origin))
        findings += found
    said = (*_counted(reading.left, sheet, parameters), *folded(findings))
    if parameters.history is not None:
        said = (*said, *_yearless(records))
    return Rows(records=tuple(records), years=frozenset(years - {""}), findings=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """The cells of a row that stays, and what was said of them already."""

    texts: Mapping[str, str]
    written: Mapping[str, str]
    """As they stand, where they stand for the row above."""
    codes: Mapping[str, str]


class _Reading:
    """What is known after the rows so far, and which of them were left out by which rule."""

    def __init__(self, sheet: Sheet, parameters: RegistryParameters) -> None:
        self._sheet, self._parameters = sheet, parameters
        self._headings = _Above(parameters)
        self._above = RowAbove({**parameters.columns, **parameters.helpers})
        self.left: dict[str, list[int]] = {}

    @property
    def said(self) -> Mapping[str, str]:
        """What the headings say of the row."""
        return self._headings.said

    def take(self, row: SheetRow, raw: Mapping[str, str]) -> _Cells | None:
        """The cells of a row, with those that stand for the row above; None: it is left out."""
        heading = self._headings.take(raw)
        if heading:
            self._above.forget()
        rule = heading or self._dropped(row, raw)
        if rule:
            self._leave_out(rule, row)
            return None
        section = row.cells[len(row.cells) - self._sheet.sections :]
        texts, codes = self._above.fill(raw, section)
        rule = _unkept(texts, self._parameters)
        if rule:
            self._leave_out(rule, row)
            return None
        return _Cells(texts=texts, written=raw, codes=codes)

    def _dropped(self, row: SheetRow, raw: Mapping[str, str]) -> str:
        if _is_header(row, self._sheet):
            return _REPEATED
        rule = next((rule for rule in self._parameters.drop if _falls_under(raw, rule)), None)
        if rule is None:
            return ""
        self._above.pass_by(raw)
        return rule.name

    def _leave_out(self, rule: str, row: SheetRow) -> None:
        self.left.setdefault(rule, []).append(row.line)


def _letters(letters: Mapping[str, str], parameters: RegistryParameters) -> dict[str, str]:
    """The letters of columns, also for the fields that are split from them."""
    parted = {name: letters[at] for name, at in fields_of(parameters.split) if at in letters}
    return {**letters, **parted}


def _raw(
    row: SheetRow, columns: ColumnMap, declared: Mapping[str, Column]
) -> Iterator[tuple[str, str]]:
    """The cells of a row; numbers stored as such with the sign that their column declares."""
    for name, found in columns.fields.items():
        column, cell = declared[name], _cell(row, found)
        is_number = column.kind == "number" and row.numbers.issuperset(found.positions)
        yield name, cell.replace(".", column.decimal_sign) if is_number else cell


def _cell(row: SheetRow, found: Found) -> str:
    parts = [row.cells[position].strip() for position in found.positions]
    return found.separator.join(part for part in parts if part)


def _is_header(row: SheetRow, sheet: Sheet) -> bool:
    """Whether the row repeats the header, whatever its section is."""
    width = sheet.width
    said, names = row.cells[:width], sheet.header[:width]
    return [header_key(cell) for cell in said] == [header_key(cell) for cell in names]


def _unkept(raw: Mapping[str, str], parameters: RegistryParameters) -> str:
    """Name of the rule of `keep` that the row does not fall under; empty when it stays."""
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
    row: SheetRow,
    cells: _Cells,
    columns: ColumnMap,
    place: RowPlace,
    parameters: RegistryParameters,
) -> tuple[dict[str, str], list[Finding]]:
    values: dict[str, str] = {}
    findings: list[Finding] = []
    dates = _fields_at(row.dates, columns)
    for name, column in {**parameters.columns, **parameters.helpers}.items():
        cell = cells.texts.get(name, "")
        bare = without_mark(cell, parameters.footnotes)
        values[name], code = clean(bare, column, parameters.missing)
        said = cells.codes.get(name, "")
        # A cell that only says «as above» has no other fault.
        codes = [said or code, *([FOOTNOTE] if bare != cell and not said else [])]
        written = cells.written.get(name, "")
        findings += [place.remark(one, name, column, written) for one in codes if one]
    findings += doubts(parameters.columns, _own(cells, parameters.footnotes), dates, place)
    return values, findings


def _own(cells: _Cells, footnotes: Sequence[str]) -> dict[str, str]:
    """The cells that speak for themselves, without declared marks."""
    own = {name: cell for name, cell in cells.written.items() if name not in cells.codes}
    return {name: without_mark(cell, footnotes) for name, cell in own.items()}


def _fields_at(positions: frozenset[int], columns: ColumnMap) -> frozenset[str]:
    """The fields whose cells stand there."""
    return frozenset(
        name for name, found in columns.fields.items() if positions.intersection(found.positions)
    )


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
