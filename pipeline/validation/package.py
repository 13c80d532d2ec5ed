"""A data package of anybody: the report of frictionless as findings, and the report itself."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import frictionless
from frictionless import Error, errors

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.validation.lanes import Lane


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidatedPackage:
    """What is said of a package."""

    findings: tuple[Finding, ...]
    lanes: tuple[Lane, ...]
    report: str
    """The report of frictionless as JSON."""


def validate_package(
    file: Path,
    *,
    cores: int | None = None,
    memory: int | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> ValidatedPackage:
    """Everything that is wrong with a package.

    Args:
        file: its descriptor.
        cores: processes at a time; as many as this one may use when not given.
        memory: bytes that they may seem to need together.
        progress: hears how many bytes of how many have been judged.

    Raises:
        SourceError: there is no package in the file.
        MachineError: somebody or the system killed one of the processes.
    """
    # Its libraries take time to load, which other verbs need not wait for.
    from pipeline.validation.columnar import packages

    if not file.is_file():
        raise SourceError("source-is-missing", source=str(file))
    try:
        found = packages.validate(
            file, cores=cores, memory=memory or packages.MEMORY, told=progress
        )
    except frictionless.FrictionlessException as error:
        raise SourceError("package-is-unreadable", source=str(file), reason=str(error)) from error
    return ValidatedPackage(
        findings=tuple(_findings(file, found.report)),
        lanes=found.lanes,
        report=json.dumps(found.report.to_descriptor(), ensure_ascii=False, indent=2) + "\n",
    )


def _findings(file: Path, report: frictionless.Report) -> Iterator[Finding]:
    for error in report.errors:
        yield _finding(error, Place(source=str(file)), None)
    for task in report.tasks:
        for error in task.errors:
            yield _finding(error, Place(source=task.place), task.name)


def _finding(error: Error, place: Place, table: str | None) -> Finding:
    row = error.row_number if isinstance(error, errors.RowError) else None
    return Finding(
        code="package-error",
        severity=Severity.ERROR,
        place=place,
        table=table,
        field=error.field_name or None if isinstance(error, errors.CellError) else None,
        # It quotes cells, as every message of frictionless does.
        value=error.message,
        details={"type": error.type, "table": table or "-", "row": str(row or "none")},
    )
