"""Errors of frictionless as findings of ours: one code for each, one finding for each cell.

Notes of frictionless quote cells, so only names of constraints and numbers of rows are taken from
them; the rest of a finding comes from the schema and the table.
"""

import re
from collections.abc import Iterator, Sequence

from frictionless import Error, errors

from pipeline.model import Finding, Severity
from pipeline.validation.findings import Rows, cell_finding, doubled, row_finding
from pipeline.validation.schema import Schema

_CONSTRAINT = re.compile(r'constraint "(\w+)" is ')
_SAME_ROW = re.compile(r"the same as in the row at position (\d+)")


def converted(found: Sequence[Error], table: Rows, schema: Schema) -> Iterator[Finding]:
    """The errors of a report, without those that repeat what another says of the same cell."""
    told = _told(found, schema)
    for error in found:
        if isinstance(error, errors.LabelError):
            continue  # Names of columns are compared apart, with every double of them.
        if not isinstance(error, errors.RowError):
            yield _unknown(error, table)
        elif not (isinstance(error, errors.PrimaryKeyError) and error.row_number in told):
            yield _of_row(error, table, schema, error.row_number - 1)


def _told(found: Sequence[Error], schema: Schema) -> set[int]:
    """Rows of which a cell of the key, or the whole row, has already been told to be bad."""
    blank = {error.row_number for error in found if isinstance(error, errors.BlankRowError)}
    cells = (error for error in found if isinstance(error, errors.CellError))
    return blank | {error.row_number for error in cells if error.field_name in schema.key}


def _of_row(error: errors.RowError, table: Rows, schema: Schema, row: int) -> Finding:
    """The finding for an error of a row; rows count from 1, the header not counted."""
    same = _SAME_ROW.search(error.note)
    first = int(same[1]) - 1 if same else 0
    match error:
        case errors.TypeError():
            kind = schema.field(error.field_name).type
            return cell_finding("type-error", table, row, error.field_name, type=kind)
        case errors.ConstraintError():
            return _constraint(error, table, schema, row)
        case errors.UniqueError() if first:
            return doubled("unique", table, [error.field_name], row, first)
        case errors.PrimaryKeyError() if first:
            return doubled("key-duplicate", table, schema.key, row, first)
        case errors.PrimaryKeyError():
            return row_finding("key-missing", table, row, key=", ".join(schema.key))
        case errors.BlankRowError():
            return row_finding("blank-row", table, row)
        case _:
            return _unknown(error, table)


def _constraint(error: errors.ConstraintError, table: Rows, schema: Schema, row: int) -> Finding:
    found = _CONSTRAINT.match(error.note)
    name = found[1] if found else ""
    limit = schema.field(error.field_name).constraints.model_dump(by_alias=True).get(name)
    said = " · ".join(map(str, limit)) if isinstance(limit, tuple) else str(limit)
    code = "constraint-" + re.sub("([A-Z])", r"-\1", name).lower()
    return cell_finding(code, table, row, error.field_name, limit=said)


def _unknown(error: Error, table: Rows) -> Finding:
    return Finding(
        code="validation-incomplete",
        severity=Severity.ERROR,
        table=table.name,
        value=f"{error.type}: {error.note}",
    )
