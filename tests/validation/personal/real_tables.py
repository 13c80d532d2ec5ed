"""The cells of real tables, with the columns that hold personal data labelled by hand."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pandas as pd

from pipeline.validation.privacy import scan

LABELLED: Mapping[str, tuple[int, ...]] = {
    "03-": (6, 7, 8),
    "03e1-": (5, 6, 7),
    "03e2-": (4, 5, 6, 7),
    "03e3-": (4, 5, 6),
    "07a-": (1,),
    "07b-": (1,),
    "08-835-Legislation-Projects-Example": (6,),
    "08-835-PublicInfoSystem-Example": (5,),
    "08-835-ReferenceBook-Organizations-Example": (8, 21, 22, 23),
    "08-835-RegisterOfDatasets-Example": (10, 11),
    "09-835rec-16-publicInfoSystem-example": (5,),
    "09-835rec-2-organizationUnits-example": (5, 21, 22, 23),
    "09-835rec-2-organizations-example": (7, 21, 22, 23),
    "09-835rec-29-votings-example": (2,),
    "09-835rec-34-petitions-example": (10,),
    "09-835rec-34-votings-example": (1,),
    "17b-": (11,),
}
"""Beginning of a file's name -> columns with persons, seats in flats, accounts, contacts; from 0.

Labelled by what header and values say, not by what the detectors find (read on 2026-11-26). Names
of parties and factions are no personal data, though some bear that of a person.
"""

LARGE = ("10a-", "13a-", "17b-")
"""Left out of the unit run, where every second counts."""

Grid = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarms:
    """Cells of one file outside of the labelled columns."""

    file: str
    cells: int
    alarms: int


def alarms(tables: Path, without: tuple[str, ...] = ()) -> Iterator[Alarms]:
    """False alarms file by file, all detectors and names in every column."""
    for file in sorted(tables.iterdir()):
        if file.name.startswith(without or ("\0",)):
            continue
        cells = [cell for grid in _grids(file) for cell in _unlabelled(grid, file.name)]
        yield Alarms(file=file.name, cells=len(cells), alarms=sum(bool(scan(c)) for c in cells))


def _unlabelled(grid: Grid, name: str) -> Iterator[str]:
    labelled = [columns for start, columns in LABELLED.items() if name.startswith(start)]
    left_out = set(chain.from_iterable(labelled))
    for row in grid:
        yield from (cell for at, cell in enumerate(row) if cell.strip() and at not in left_out)


def _grids(file: Path) -> Iterator[Grid]:
    if file.suffix in (".xlsx", ".xls"):
        sheets = pd.read_excel(file, sheet_name=None, header=None, dtype=str, engine="calamine")
        yield from (frame.fillna("").to_numpy().tolist() for frame in sheets.values())
    elif file.suffix == ".csv":
        text = _decoded(file.read_bytes())
        separator = max(",;\t", key=text[:2000].count)
        yield list(csv.reader(text.splitlines(), delimiter=separator))
    else:
        yield [list(_strings(json.loads(file.read_text(encoding="utf-8-sig"))))]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251")


def _strings(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from chain.from_iterable(map(_strings, tree.values()))
    elif isinstance(tree, list):
        yield from chain.from_iterable(map(_strings, tree))
    else:
        yield str(tree)
