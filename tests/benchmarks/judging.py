"""One run of the benchmark of validation, in a process of its own.

python -m tests.benchmarks.judging WAY FILE

Prints how many errors were found; what is measured is the whole process.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.documents import SCHEMA


def main(arguments: list[str]) -> None:
    """Judge the file in the way asked for."""
    way, file = arguments
    sys.stdout.write(f"{WAYS[way](Path(file))}\n")


def _opened(file: Path) -> Callable[[], Any]:
    from frictionless import Dialect, Schema
    from frictionless.resources import TableResource

    def opened() -> TableResource:
        return TableResource(
            path=str(file),
            encoding="utf-8",
            schema=Schema.from_descriptor(dict(SCHEMA)),
            dialect=Dialect(header=True, header_rows=[1]),
        )

    return opened


def _frictionless(file: Path) -> int:
    import frictionless

    with frictionless.system.use_context(trusted=True):
        report = _opened(file)().validate(limit_errors=0)
    return int(report.stats["errors"])


def _lane(file: Path) -> int:
    import frictionless

    from pipeline.validation.columnar import workbooks

    with frictionless.system.use_context(trusted=True):
        judged = workbooks.validate(_opened(file))
    assert judged.lane == "fast", judged.reason
    return int(judged.report.stats["errors"])


def _parsed(file: Path) -> int:
    """Only the CSV, nothing judged: what no validator can be faster than."""
    import polars as pl

    # Something must be asked of every column, or polars does not read them all.
    every = pl.scan_csv(file, infer_schema=False).select(pl.all().str.len_bytes().sum())
    return sum(every.collect(engine="streaming").row(0))


def _cells(file: Path) -> int:
    """The same for a workbook."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(file)
    return len(book.get_sheet_by_index(0).to_python())


def _package(cores: int) -> Callable[[Path], int]:
    def judged(file: Path) -> int:
        # Before polars counts the cores: one that is left alone has two threads busy.
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
        from pipeline.validation.columnar import packages

        return int(packages.validate(file, cores=cores).report.stats["errors"])

    return judged


def _package_by_frictionless(file: Path) -> int:
    from frictionless import Package

    return int(Package(str(file)).validate(limit_errors=0).stats["errors"])


def _command(file: Path) -> int:
    """What stands behind `pipeline validate --schema`, with a structure of the project's own."""
    import datetime

    from pipeline.parameters.spreadsheet import SpreadsheetOptions
    from pipeline.validation.files import examine_file
    from pipeline.validation.structure_file import load_structure

    now = datetime.datetime.now(datetime.UTC)
    structure = load_structure(file.with_name("structure.csv"))
    found = examine_file(structure, file, options=SpreadsheetOptions(), now=now)
    return len(found.findings)


def write_structure(path: Path) -> None:
    """The structure of the documents in the five columns of resolution 835."""
    types = {"date": "date", "integer": "integer", "datetime": "dateTime"}
    lines = ["name,title,description,datatype,required"]
    for one in json.loads(json.dumps(SCHEMA["fields"])):
        kind = "anyURI" if one.get("format") == "uri" else types.get(one["type"], "string")
        required = "true" if one.get("constraints", {}).get("required") else "false"
        lines.append(f"{one['name']},{one['name']},{one['name']},{kind},{required}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


WAYS: Mapping[str, Callable[[Path], int]] = {
    "frictionless": _frictionless,
    "lane": _lane,
    "parse": _parsed,
    "calamine": _cells,
    "command": _command,
    "package-1": _package(1),
    "package-2": _package(2),
    "package-frictionless": _package_by_frictionless,
}

if __name__ == "__main__":
    main(sys.argv[1:])
