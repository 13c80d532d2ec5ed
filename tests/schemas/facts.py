"""What the publications of both editions say of every column: names, types, required or not.

`structures.csv` is a compact copy of the public facts, so that nothing is skipped where
`../shared` is absent; a test compares the copy with the reference where that is present.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.validation.schema import Schema, load_schema
from tests.conftest import ROOT

HERE = Path(__file__).resolve().parent
SCHEMAS = ROOT / "schemas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A column as its publication prints it."""

    name: str
    datatype: str
    required: bool


@cache
def published() -> Mapping[str, Sequence[Printed]]:
    """Columns of each table, in the order of the publication."""
    found: dict[str, list[Printed]] = {}
    with (HERE / "structures.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            column = Printed(
                name=row["column"], datatype=row["datatype"], required=row["required"] == "true"
            )
            found.setdefault(row["schema"], []).append(column)
    return found


@cache
def unconstrained() -> Mapping[tuple[str, str], str]:
    """Columns that name a list, a code or a form and have no constraint, with the reason."""
    with (HERE / "unconstrained.csv").open(encoding="utf-8", newline="") as file:
        return {(row["schema"], row["column"]): row["reason"] for row in csv.DictReader(file)}


@cache
def schema(path: str) -> Schema:
    """A schema of the project."""
    return load_schema(path, SCHEMAS)
