"""A table under its schema: frictionless judges, every error becomes a finding with its place.

All errors are told, where frictionless by itself stops at a thousand, and each cell once.
"""

from collections.abc import Callable, Iterator, Sequence

import frictionless
from frictionless.resources import TableResource

from pipeline.model import Finding, Severity, Table
from pipeline.validation.conversion import converted
from pipeline.validation.schema import Json, Schema, SchemaField
from pipeline.validation.spelling import odd_spellings

# Rows from which on the fast lane gains more than it costs to load.
LARGE = 5000


def validate(table: Table, schema: Schema) -> tuple[Finding, ...]:
    """Everything that is wrong with a table under its schema, in the order of rows."""
    if table.frame.empty:
        return (Finding(code="table-empty", severity=Severity.ERROR, table=table.name),)
    report = _report(table, schema)
    found = [error for task in report.tasks for error in task.errors]
    cells = tuple(converted(found, table, schema))
    bad = {(item.row, item.field) for item in cells}
    odd = [item for item in odd_spellings(table, schema) if (item.row, item.field) not in bad]
    in_order = sorted([*cells, *odd], key=lambda item: item.row or 0)
    return (*_header(table, schema), *in_order, *_incomplete(report, table))


def _report(table: Table, schema: Schema) -> frictionless.Report:
    # Doubled columns have a finding of their own and would stop frictionless.
    frame = table.frame.loc[:, ~table.frame.columns.duplicated()]
    names = [str(name) for name in frame.columns]
    rows = [names, *frame.to_numpy().tolist()]

    def opened() -> TableResource:
        return TableResource(
            data=rows,
            schema=frictionless.Schema.from_descriptor(_plain(schema)),
            # Left to itself frictionless guesses the header from the first hundred rows.
            dialect=frictionless.Dialect(header=True, header_rows=[1]),
        )

    return _judged(opened, len(rows))


def _judged(opened: Callable[[], TableResource], count: int) -> frictionless.Report:
    if count < LARGE:
        return opened().validate(limit_errors=0)
    # Its libraries take a quarter of a second to load, more than a small table is worth.
    from pipeline.validation.columnar import lane

    return lane.validate(opened).report


def _plain(schema: Schema) -> dict[str, Json]:
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


def _header(table: Table, schema: Schema) -> Iterator[Finding]:
    """Differences between the columns of the table and those of the schema."""
    seen: set[str] = set()
    for name in map(str, table.frame.columns):
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
                table=table.name,
                field=name,
                details={"field": name, "table": table.name},
            )


def _about_label(code: str, table: Table, name: str) -> Finding:
    details = {"table": table.name}
    return Finding(
        code=code, severity=Severity.ERROR, table=table.name, value=name, details=details
    )


def _incomplete(report: frictionless.Report, table: Table) -> Iterator[Finding]:
    """A report with warnings is cut short: what it does not say may still be wrong."""
    texts: Sequence[str] = [
        *report.warnings,
        *(text for task in report.tasks for text in task.warnings),
        *(error.type for error in report.errors),
    ]
    for text in texts:
        yield Finding(
            code="validation-incomplete", severity=Severity.ERROR, table=table.name, value=text
        )
