"""Which column of a source becomes which field, and what drifted since it was declared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.errors import ConfigurationError
from pipeline.extractors.records.drift import headers_compared
from pipeline.extractors.records.lying import lying
from pipeline.model import Finding, Severity
from pipeline.parameters.registry import Column, Joined, RegistryParameters
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A column of a source, or neighbours that were one before a comma broke its name."""

    name: str
    positions: tuple[int, ...]
    separator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Fields and helpers of one source."""

    fields: Mapping[str, Found]
    findings: tuple[Finding, ...]

    def letters(self, sheet: Sheet) -> dict[str, str]:
        """Field -> letter of its column, where the sheet has letters."""
        named = {name: sheet.letters(found.positions[0]) for name, found in self.fields.items()}
        return {name: letters for name, letters in named.items() if letters}

    def places(self, sheet: Sheet, line: int) -> dict[str, str]:
        """Field -> place of its cell, for a record that is no row of its file."""
        fields = self.fields.items()
        named = {name: sheet.where(line, found.positions[0]) for name, found in fields}
        return {name: where for name, where in named.items() if where}


def map_columns(sheet: Sheet, parameters: RegistryParameters) -> ColumnMap:
    """Give every column of the sheet its field; what has none, or is missing, is a finding.

    Raises:
        ConfigurationError: one name is declared for two fields.
    """
    targets = _targets(parameters)
    found = list(_join(sheet, parameters.joined))
    fields: dict[str, Found] = {}
    drifted: list[Finding] = []
    unknown: list[str] = []
    for column in found:
        target = targets.get(header_key(column.name))
        if target is None and _is_bare(sheet, column):
            continue
        if target is None:
            unknown.append(column.name)
            drifted.append(_drift(sheet, column, "unknown"))
        elif target and target in fields:
            drifted.append(_drift(sheet, column, "double", target))
        elif target:
            fields[target] = column
    declared = {**parameters.columns, **parameters.helpers}
    turned = lying(sheet, declared, fields)
    if turned is not None:
        return ColumnMap(fields=fields, findings=(turned,))
    absent = _absent(sheet, declared, fields, unknown)
    known = {name: column.name for name, column in fields.items()}
    compared = headers_compared(sheet, declared, known, unknown)
    return ColumnMap(fields=fields, findings=(*drifted, *absent, *compared))


def _is_bare(sheet: Sheet, column: Found) -> bool:
    """Whether it has neither a name nor a value, as a gap between columns or before the margin."""
    named = any(sheet.header[at].strip() for at in column.positions)
    return not named and not any(row.cells[at] for row in sheet.rows for at in column.positions)


def _targets(parameters: RegistryParameters) -> dict[str, str]:
    """Key of a name -> field; the empty string for what is ignored."""
    targets: dict[str, str] = {}
    declared = {**parameters.columns, **parameters.helpers}
    pairs = [(name, field) for field, column in declared.items() for name in column.names]
    pairs += [(ignored.name, "") for ignored in parameters.ignore]
    for name, field in pairs:
        if targets.setdefault(header_key(name), field) != field:
            raise ConfigurationError("column-declared-twice", column=name)
    return targets


def _join(sheet: Sheet, rules: tuple[Joined, ...]) -> Iterator[Found]:
    """Columns of the sheet from left to right, neighbours joined where a rule says so."""
    labels = [sheet.label(position) for position in range(len(sheet.header))]
    keys = [header_key(label) for label in labels]
    position = 0
    while position < len(labels):
        for rule in rules:
            end = position + len(rule.parts)
            if keys[position:end] == [header_key(part) for part in rule.parts]:
                places = tuple(range(position, end))
                yield Found(name=rule.name, positions=places, separator=rule.separator)
                break
        else:
            end = position + 1
            yield Found(name=labels[position], positions=(position,))
        position = end


def _drift(sheet: Sheet, column: Found, kind: str, field: str = "") -> Finding:
    return Finding(
        code="header-drifted",
        severity=Severity.ERROR,
        place=sheet.place(sheet.header_line, column.positions[0]),
        field=field or None,
        value=column.name,
        details={"kind": kind, "field": field, "declared": ""},
    )


def _absent(
    sheet: Sheet,
    declared: Mapping[str, Column],
    fields: Mapping[str, Found],
    unknown: list[str],
) -> Iterator[Finding]:
    for name, column in declared.items():
        if column.required and name not in fields:
            yield Finding(
                code="header-drifted",
                severity=Severity.ERROR,
                place=sheet.place(sheet.header_line),
                field=name,
                value=" | ".join(unknown) or None,
                details={
                    "kind": "missing",
                    "field": name,
                    "declared": " · ".join(column.names),
                },
            )
