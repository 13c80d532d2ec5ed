"""Cells that frictionless takes for a date or a number and that the standard writes otherwise.

frictionless 5.21 reads `2020-1-5`, `٥`, `+5` and `1_000` (tried 2026-11); other programs that read
the published file do not.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.model import Finding, Table
from pipeline.validation.findings import Rows, cell_finding
from pipeline.validation.schema import Schema

SPELLINGS: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "year": re.compile(r"[0-9]{4}"),
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(?:\.[0-9]+)?"),
}


def odd_spellings(table: Table, schema: Schema) -> Iterator[Finding]:
    """Dates and numbers that are not in the one form of ISO 8601 and Table Schema."""
    known = [field for field in schema.fields if field.name in table.frame.columns]
    for field in known:
        cells = table.frame[field.name].astype(str) if field.type in SPELLINGS else ()
        for row, text in enumerate(cells, start=1):
            if is_odd(text, field.type, schema):
                yield odd(table, row, field.name, field.type)


def is_odd(text: str, kind: str, schema: Schema) -> bool:
    """Whether a cell of a type is neither missing nor in the one form of the standard."""
    pattern = SPELLINGS.get(kind)
    return bool(pattern and text not in schema.missing_values and not pattern.fullmatch(text))


def odd(table: Rows, row: int, name: str, kind: str) -> Finding:
    """The finding about such a cell."""
    return cell_finding("spelling-not-standard", table, row, name, type=kind)
