"""A file of no dataset, held against a schema of the library or a structure in a CSV."""

from collections.abc import Callable
from pathlib import Path

from pipeline.desk import Desk
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.validation.files import Examined, examine_file
from pipeline.validation.lanes import Lane, Validated
from pipeline.validation.schema import Schema
from pipeline.workplace import SCHEMAS, clock_of

Progress = Callable[[int, int], object]


def validate_against(
    desk: Desk, schema: str, file: Path, progress: Progress | None = None
) -> Validated:
    """Any file against any schema of the library, or against a structure in a CSV beside it."""

    def examined(known: Schema) -> Examined:
        now = clock_of(desk.settings)()
        return examine_file(known, file, options=SpreadsheetOptions(), now=now, progress=progress)

    if Path(schema).suffix == ".csv":
        return _by_structure(Path(schema), examined)
    return _by_library(schema, examined)


def _by_structure(file: Path, examined: Callable[[Schema], Examined]) -> Validated:
    from pipeline.validation.structure_file import load_structure

    found = examined(load_structure(file))
    return Validated(findings=found.findings, lanes=_lanes(found))


def _by_library(path: str, examined: Callable[[Schema], Examined]) -> Validated:
    # The library knows both editions and the annex: a second that a structure need not wait for.
    from pipeline.annex import load_annex
    from pipeline.validation.editions import explain
    from pipeline.validation.naming import meant_schema, read_as
    from pipeline.validation.schema import load_schema

    known = load_schema(meant_schema(path, SCHEMAS), SCHEMAS)
    found = examined(known)
    why = explain(found.header, found.place, known, load_annex(SCHEMAS), SCHEMAS)
    findings = (*read_as(path, known), *why, *found.findings)
    return Validated(findings=findings, lanes=_lanes(found))


def _lanes(found: Examined) -> tuple[Lane, ...]:
    return (found.lane,) if found.lane else ()
