"""A table under its schema: frictionless judges, every error becomes a finding with its place.

All errors are told, where frictionless by itself stops at a thousand, and each cell once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import frictionless
from frictionless import errors
from frictionless.resources import TableResource

from pipeline import messages
from pipeline.model import Finding, Severity, Table
from pipeline.validation.conversion import converted
from pipeline.validation.findings import Rows
from pipeline.validation.lanes import FAST, FEW_ROWS, WHOLE, Lane
from pipeline.validation.schema import Json, Schema, SchemaField
from pipeline.validation.spelling import odd_spellings
from pipeline.validation.worth import LOADING, seconds

# Seconds of frictionless from which on the fast lane gains more than it costs to load.
LARGE = LOADING
# What of it is left where pieces are read, whose reader has loaded the same libraries.
_LOADED = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is wrong with a table, and the way that said so; None where nobody was asked."""

    findings: tuple[Finding, ...]
    lane: Lane | None = None


def validate(table: Table, schema: Schema) -> tuple[Finding, ...]:
    """Everything that is wrong with a table under its schema, in the order of rows."""
    return judge(table, schema).findings


def judge(table: Table, schema: Schema) -> Verdict:
    """The same, with the way that was taken."""
    if table.frame.empty:
        return empty(table.name, list(map(str, table.frame.columns)), schema)
    # Doubled columns have a finding of their own and would stop frictionless.
    frame = table.frame.loc[:, ~table.frame.columns.duplicated()]
    single = replace(table, frame=frame)
    rows = [list(map(str, frame.columns)), *frame.to_numpy().tolist()]

    def anew() -> Iterator[list[str]]:
        # Rows themselves would be copied whole with whatever describes them.
        return iter(rows)

    report, lane = reported(lambda: inline(anew, schema), table.name, len(frame))
    odd = odd_spellings(single, schema)
    found = told(report, odd, single, schema, list(map(str, table.frame.columns)))
    return Verdict(findings=found, lane=lane)


def empty(name: str, names: Sequence[str], schema: Schema, *, fits: bool = False) -> Verdict:
    """What is said of a table without rows.

    Args:
        name: of the table.
        names: its columns; those of the schema where it has none.
        schema: what it is held against.
        fits: whether the table may be empty.
    """
    header = inline([list(names or schema.names)], schema)
    report = header.validate(limit_errors=0)
    found = [error for task in report.tasks for error in task.errors]
    if not fits:
        found.append(errors.TableError(note=messages.text("en", "report-table-empty")))
    seconds = report.stats["seconds"]
    whole = frictionless.Report.from_validation_task(header, time=seconds, errors=found)
    lane = Lane(table=name, rows=0, way=WHOLE, reason=FEW_ROWS, report=whole)
    said = Finding(code="table-empty", severity=Severity.ERROR, table=name)
    return Verdict(findings=() if fits else (said,), lane=lane)


def told(
    report: frictionless.Report,
    odd: Iterator[Finding],
    table: Rows,
    schema: Schema,
    names: Sequence[str],
) -> tuple[Finding, ...]:
    """A report as findings, with those of the header, each cell once, in the order of rows."""
    found = [error for task in report.tasks for error in task.errors]
    cells = tuple(converted(found, table, schema))
    bad = {(item.row, item.field) for item in cells}
    others = [item for item in odd if (item.row, item.field) not in bad]
    in_order = sorted([*cells, *others], key=lambda item: item.row or 0)
    header = _header(table.name, schema, names)
    return (*header, *in_order, *_incomplete(report, table.name))


def inline(rows: object, schema: Schema) -> TableResource:
    """Rows with their header, in memory or from a function that gives them anew, as a resource."""
    return TableResource(
        data=rows,
        schema=frictionless.Schema.from_descriptor(plain(schema)),
        # Left to itself frictionless guesses the header from the first hundred rows.
        dialect=frictionless.Dialect(header=True, header_rows=[1]),
    )


def reported(
    opened: Callable[[], TableResource], name: str, count: int, *, streamed: bool = False
) -> tuple[frictionless.Report, Lane]:
    """The report of frictionless on so many rows, and the way to it."""
    resource = opened()
    large = LARGE * _LOADED if streamed else LARGE
    if seconds(resource.schema, count) < large:
        report = resource.validate(limit_errors=0)
        few = Lane(table=name, rows=count, way=WHOLE, reason=FEW_ROWS)
        return report, replace(few, streamed=streamed, report=report)
    # Its libraries take a third of a second to load, more than a small table is worth.
    from pipeline.validation.columnar import lane as columnar

    judged = columnar.validate(opened)
    way = FAST if judged.lane == FAST else WHOLE
    return judged.report, Lane(
        table=name,
        rows=count,
        way=way,
        reason=judged.reason,
        split=judged.split,
        asked=judged.asked,
        streamed=streamed,
        report=judged.report,
    )


def plain(schema: Schema) -> dict[str, Json]:
    """The schema as frictionless should take it: columns in any order, patterns for whole cells."""
    return {
        "fields": [_plain_field(field) for field in schema.fields],
        "primaryKey": list(schema.key),
        "missingValues": list(schema.missing_values),
        "fieldsMatch": "equal",
    }


def _plain_field(field: SchemaField) -> dict[str, Json]:
    constraints = field.constraints.model_dump(by_alias=True, exclude_unset=True, mode="json")
    pattern = field.constraints.pattern
    if pattern is not None:
        # It writes ^…$ around a pattern, which `a|b` and a line break at the end get past.
        constraints["pattern"] = rf"(?:{pattern})(?![\s\S])"
    # Its check of addresses is slow, and laxer than a pattern that asks for http.
    form = "default" if field.format == "uri" and pattern else field.format
    plain: dict[str, Json] = {"name": field.name, "type": field.type, "format": form}
    if field.true_values:
        plain |= {"trueValues": list(field.true_values), "falseValues": list(field.false_values)}
    return plain | {"constraints": constraints}


def _header(table: str, schema: Schema, names: Sequence[str]) -> Iterator[Finding]:
    """Differences between the columns of the table and those of the schema."""
    seen: set[str] = set()
    for name in names:
        if not name:
            yield _about_label("blank-label", table, name)
        elif name in seen:
            yield _about_label("duplicate-label", table, name)
        elif name not in schema.names:
            yield _about_label("extra-label", table, name)
        seen.add(name)
    for name in schema.names:
        if name not in seen:
            yield Finding(
                code="missing-label",
                severity=Severity.ERROR,
                table=table,
                field=name,
                details={"field": name, "table": table},
            )


def _about_label(code: str, table: str, name: str) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, table=table, value=name, details={"table": table}
    )


def _incomplete(report: frictionless.Report, table: str) -> Iterator[Finding]:
    """A report with warnings is cut short: what it does not say may still be wrong."""
    texts: Sequence[str] = [
        *report.warnings,
        *(text for task in report.tasks for text in task.warnings),
        *(error.type for error in report.errors),
    ]
    for text in texts:
        yield Finding(
            code="validation-incomplete", severity=Severity.ERROR, table=table, value=text
        )
