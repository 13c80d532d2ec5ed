"""What `pipeline extract --to DIR` leaves: tables, a Data Package, findings (contract)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import MachineError
from pipeline.model import Extraction, Finding, Table
from pipeline.reporting.findings import as_record


def write(
    folder: Path,
    name: str,
    extraction: Extraction,
    schemas: dict[str, Any],
) -> None:
    """Write the tables of an extraction.

    Args:
        folder: where to; it is made when it is not there.
        name: of the dataset.
        extraction: its tables, an empty cell is missing, and its findings.
        schemas: Table Schema of each table, by the table's name.

    Raises:
        MachineError: the folder cannot be written.
    """
    files = {f"{table.name}.csv": table_csv(table) for table in extraction.tables}
    files["datapackage.json"] = _package(name, extraction.tables, schemas)
    files["findings.jsonl"] = findings_lines(extraction.findings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError("file-cannot-be-written", path=str(folder), reason=reason) from error


def table_csv(table: Table) -> str:
    """UTF-8, LF, comma, header = field names (contract)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.frame.columns)
    writer.writerows(table.frame.itertuples(index=False, name=None))
    return text.getvalue()


def findings_lines(findings: Iterable[Finding]) -> str:
    """One JSON object a line."""
    return "".join(
        json.dumps(as_record(finding), ensure_ascii=False) + "\n" for finding in findings
    )


def _package(name: str, tables: Sequence[Table], schemas: dict[str, Any]) -> str:
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "resources": [
            {
                "name": table.name.lower(),
                "type": "table",
                "path": f"{table.name}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": schemas[table.name],
            }
            for table in tables
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"
