"""Findings about cells and rows of a table, with the place each came from."""

from collections.abc import Sequence
from typing import Protocol

from pipeline.model import Finding, Origin, Place, Severity


class Rows(Protocol):
    """A table as far as findings need it; rows count from 1, the header not counted."""

    @property
    def name(self) -> str:
        """The last part of the path of its schema."""

    def origin(self, row: int) -> Origin:
        """Where a row came from."""

    def cell(self, row: int, name: str) -> str:
        """A cell as it stands."""


def cell_finding(
    code: str,
    table: Rows,
    row: int,
    name: str,
    severity: Severity = Severity.ERROR,
    **details: str | int,
) -> Finding:
    """A finding about one cell; rows count from 1, the header not counted."""
    return Finding(
        code=code,
        severity=severity,
        place=table.origin(row).at(name),
        table=table.name,
        row=row,
        field=name,
        value=table.cell(row, name),
        details={"field": name, **details},
    )


def row_finding(code: str, table: Rows, row: int, **details: str | int) -> Finding:
    """A finding about a whole row."""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=table.origin(row).place,
        table=table.name,
        row=row,
        details={"row": str(row), **details},
    )


def doubled(
    code: str,
    table: Rows,
    names: Sequence[str],
    row: int,
    first: int,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A row that has in these columns what an earlier row has; both places are named."""
    place: Place = table.origin(first).at(names[0])
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
