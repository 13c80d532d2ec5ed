"""Findings about cells and rows of a table, with the place each came from."""

from collections.abc import Sequence

from pipeline.model import Finding, Place, Severity, Table


def cell_finding(
    code: str,
    table: Table,
    row: int,
    name: str,
    severity: Severity = Severity.ERROR,
    **details: str | int,
) -> Finding:
    """A finding about one cell; rows count from 1, the header not counted."""
    return Finding(
        code=code,
        severity=severity,
        place=table.origins[row - 1].at(name),
        table=table.name,
        row=row,
        field=name,
        value=str(table.frame[name].iloc[row - 1]),
        details={"field": name, **details},
    )


def row_finding(code: str, table: Table, row: int, **details: str | int) -> Finding:
    """A finding about a whole row."""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=table.origins[row - 1].place,
        table=table.name,
        row=row,
        details={"row": str(row), **details},
    )


def doubled(
    code: str,
    table: Table,
    names: Sequence[str],
    row: int,
    first: int,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A row that has in these columns what an earlier row has; both places are named."""
    place: Place = table.origins[first - 1].at(names[0])
    return cell_finding(
        code,
        table,
        row,
        names[0],
        severity,
        key=", ".join(names),
        other_row=str(first),
        other_place=place.cell or (str(place.line) if place.line else place.element or "-"),
    )
