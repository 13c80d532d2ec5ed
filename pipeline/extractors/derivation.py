"""Columns of the schema that the source lacks: filled by a named rule, or left empty and said.

The rules stand in the descriptor (`tables[].derive`); every use is counted in an `info` finding
`derived`, every required column without a value or a rule in a warning `required-column-is-empty`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from pipeline.description import TableSpec
from pipeline.holder import Holder, Period
from pipeline.model import Finding, Severity, Table
from pipeline.parameters.derivation import (
    BodyCode,
    BodyTitle,
    Constant,
    NumberAndYear,
    Rule,
    SameAs,
    Territory,
    TerritoryCode,
)
from pipeline.readers.codifier import read_former


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns of a schema in its order, and those that must not be empty."""

    names: tuple[str, ...]
    required: frozenset[str]


def complete(
    table: Table,
    spec: TableSpec,
    columns: Columns,
    holder: Holder,
    body: str,
    folder: Path = Path(),
) -> tuple[Table, tuple[Finding, ...]]:
    """The table with every column of its schema, in the schema's order.

    Columns that the schema does not know stay at the end: validation names them. Files that rules
    name stand in the folder.

    Raises:
        SourceError: such a file cannot be read.
    """
    findings: list[Finding] = []
    frame = table.frame.copy()
    for name in columns.names:
        given = frame[name] if name in frame else _empty(frame)
        rule = spec.derive.get(name)
        if rule is not None and (given == "").any():
            made = (
                _from_former(frame, rule, folder)
                if isinstance(rule, TerritoryCode)
                else _derived(frame, rule, holder, body)
            )
            given = given.where(given != "", made)
            findings += _counted(table, name, frame, given, rule)
        frame[name] = given
        if name in columns.required and rule is None:
            allowed = name in spec.expect.may_be_empty
            findings += _said(table, name, given, allowed=allowed)
    extra = [name for name in frame if name not in columns.names]
    return replace(table, frame=frame[[*columns.names, *extra]]), tuple(findings)


def _empty(frame: pd.DataFrame) -> "pd.Series[str]":
    return pd.Series("", index=frame.index, dtype=str)


def _from_former(frame: pd.DataFrame, rule: TerritoryCode, folder: Path) -> "pd.Series[str]":
    """The one code that a former one became; a person has to choose among several."""
    former = read_former(folder / rule.former, rule.reading)
    codes = frame[rule.koatuu] if rule.koatuu in frame else _empty(frame)
    became = (former.get(str(code).zfill(10), ()) for code in codes)
    values = [found[0] if len(found) == 1 else "" for found in became]
    return pd.Series(values, index=frame.index, dtype=str)


def _derived(frame: pd.DataFrame, rule: Rule, holder: Holder, body: str) -> "pd.Series[str]":
    rows = (
        {str(name): str(cell) for name, cell in row.items()} for row in frame.to_dict("records")
    )
    values = [_value(row, rule, holder, body) for row in rows]
    return pd.Series(values, index=frame.index, dtype=str)


def _value(row: dict[str, str], rule: Rule, holder: Holder, body: str) -> str:
    match rule:
        case Constant():
            return rule.value
        case SameAs():
            return row.get(rule.field, "")
        case NumberAndYear():
            number, day = row.get(rule.number, ""), row.get(rule.date, "")
            return f"{number}-{day[:4]}" if number and day else ""
        case BodyTitle():
            period = _period(row.get(rule.date, ""), holder, body)
            return period.title.uk if period else ""
        case BodyCode():
            period = _period(row.get(rule.date, ""), holder, body)
            return period.edrpou if period else ""
        case Territory():
            return holder.territory
        case TerritoryCode():
            raise AssertionError("a table of codes is read once for all rows")


def _period(day: str, holder: Holder, body: str) -> Period | None:
    """What the body was on a day; none when the cell holds no ISO date."""
    try:
        return holder.body_on(body, date.fromisoformat(day))
    except ValueError:
        return None


def _counted(
    table: Table, name: str, before: pd.DataFrame, after: "pd.Series[str]", rule: Rule
) -> Iterator[Finding]:
    was_empty = before[name] == "" if name in before else pd.Series(True, index=before.index)
    count = int((was_empty & (after != "")).sum())
    if count:
        yield Finding(
            code="derived",
            severity=Severity.INFO,
            table=table.name,
            field=name,
            details={"field": name, "rule": rule.rule, "count": count},
        )


def _said(table: Table, name: str, given: "pd.Series[str]", *, allowed: bool) -> Iterator[Finding]:
    """A warning in any case; what to do depends on whether the descriptor expects it."""
    empty = [number for number, value in enumerate(given) if value == ""]
    if empty:
        yield Finding(
            code="required-column-may-be-empty" if allowed else "required-column-is-empty",
            severity=Severity.WARNING,
            place=table.origins[empty[0]].at(name),
            table=table.name,
            field=name,
            details={"field": name, "count": len(empty), "rows": len(given)},
        )
