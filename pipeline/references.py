"""Foreign keys across tables and datasets: what a row speaks of must stand where it should.

A table of votes names deputies, a table of relations names acts, a register of services names the
body that gives them. Table Schema knows foreign keys within a package only, so those across
datasets are held against the last release of the other dataset.
"""

from collections.abc import Iterator, Sequence

from pipeline.description import Reference
from pipeline.descriptor import DatasetSpec
from pipeline.errors import ConfigurationError
from pipeline.latest import last_release
from pipeline.model import Finding, Severity, Table
from pipeline.validation.findings import cell_finding
from pipeline.workplace import Workplace

OWN = "own"
"""What sentences call this very dataset."""


def strangers(spec: DatasetSpec, work: Workplace, tables: Sequence[Table]) -> Iterator[Finding]:
    """A finding for each row that speaks of what is not there.

    A dataset that was never released cannot be asked: one finding says so for the whole table.

    Raises:
        ConfigurationError: a table or column that a reference names is unknown.
    """
    for table in tables:
        for reference in spec.table(table.name).references:
            known = _known(reference, work, tables)
            yield from of_table(table, reference, known)


def of_table(
    table: Table, reference: Reference, known: frozenset[tuple[str, ...]] | None
) -> Iterator[Finding]:
    """A finding for each row whose values are not among the known ones; empty ones say nothing.

    Where nothing is known, since the other dataset has no release, that is said once.
    """
    if known is None:
        yield _unasked(table, reference)
        return
    rows = _values(table, reference.fields, table.name)
    for row, values in enumerate(rows, start=1):
        if all(values) and values not in known:
            yield cell_finding(
                "reference-unknown",
                table,
                row,
                reference.fields[0],
                reference.severity,
                there=reference.table,
                dataset=reference.dataset or OWN,
            )


def _known(
    reference: Reference, work: Workplace, own: Sequence[Table]
) -> frozenset[tuple[str, ...]] | None:
    """The values that may be spoken of; None while the other dataset has no release."""
    tables: Sequence[Table] = own
    if reference.dataset:
        last = last_release(reference.dataset, work)
        if last is None:
            return None
        tables = last.tables
    found = next((table for table in tables if table.name == reference.table), None)
    if found is None:
        raise _unknown(reference, reference.table)
    return frozenset(_values(found, reference.to or reference.fields, reference.table))


def _values(table: Table, names: Sequence[str], shown: str) -> list[tuple[str, ...]]:
    for name in names:
        if name not in table.frame:
            raise ConfigurationError("reference-column-is-unknown", field=name, table=shown)
    return list(table.frame[list(names)].itertuples(index=False, name=None))


def _unknown(reference: Reference, table: str) -> ConfigurationError:
    return ConfigurationError(
        "reference-table-is-unknown", dataset=reference.dataset or OWN, table=table
    )


def _unasked(table: Table, reference: Reference) -> Finding:
    details = {"table": reference.table, "dataset": reference.dataset}
    return Finding(
        code="reference-not-held", severity=Severity.INFO, table=table.name, details=details
    )
