"""Official examples of resolution 835 and the sample datasets: both ways say the very same."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from frictionless import Dialect, Schema, system
from frictionless.resources import TableResource

from pipeline import verbs
from pipeline.desk import Desk
from pipeline.model import Finding
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet
from pipeline.settings import Settings
from pipeline.validation import files, table
from pipeline.validation.columnar import workbooks
from pipeline.validation.files import examine_file, read_sheet
from pipeline.validation.schema import Schema as OwnSchema
from pipeline.validation.structure_file import load_structure
from pipeline.validation.table import plain as described
from tests.builders import NOW
from tests.conftest import INPUTS, ROOT
from tests.validation.columnar_tables import plain

TABLES = INPUTS / "tables"
DATASETS = sorted(file.parent.name for file in (ROOT / "datasets").glob("*/dataset.yaml"))
NEVER = 10**9
_SOME = 2000


def examples() -> Iterator[tuple[Path, Path]]:
    """Each example with the structure that was published beside it."""
    for file in sorted(TABLES.glob("0[89]-*xample.xlsx")):
        for end in ("Structure.csv", "schema.csv"):
            structure = file.with_name(file.name.replace("Example.xlsx", end))
            structure = structure.with_name(structure.name.replace("example.xlsx", end))
            if structure.is_file():
                yield file, structure


def test_there_are_examples(inputs: Path) -> None:
    assert len(list(examples())) > 15


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("file", "structure"), list(examples()), ids=lambda one: one.name)
def test_report_on_the_workbook_itself(file: Path, structure: Path) -> None:
    schema = load_structure(structure)

    def opened() -> TableResource:
        return TableResource(
            path=str(file),
            schema=Schema.from_descriptor(described(schema)),
            dialect=Dialect(header=True, header_rows=[1]),
        )

    # One of them is formatted down to the last row: a million blank rows, an error each.
    with system.use_context(trusted=True):
        theirs = opened().validate(limit_errors=_SOME)
        ours = workbooks.validate(opened, limit_errors=_SOME)
    assert (ours.lane, ours.reason) == ("fast", "")
    assert plain(ours) == plain(theirs)


@pytest.mark.slow
@pytest.mark.parametrize(("file", "structure"), list(examples()), ids=lambda one: one.name)
def test_findings_of_the_desk(
    file: Path, structure: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema = load_structure(structure)
    sheet = read_sheet(file, options=SpreadsheetOptions(), now=NOW)
    text = _as_csv(sheet, tmp_path / "t.csv")
    for path in (file, text):
        found = list(_ways(schema, path, monkeypatch))
        assert all(one == found[0] for one in found)


def _ways(
    schema: OwnSchema, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Sequence[Finding], Any]]:
    for streamed, large in ((NEVER, NEVER), (NEVER, 0), (0, NEVER), (0, 0)):
        monkeypatch.setattr(files, "STREAMED", streamed)
        monkeypatch.setattr(table, "LARGE", large)
        found = examine_file(schema, path, options=SpreadsheetOptions(), now=NOW)
        yield found.findings, found.header


def _as_csv(sheet: Sheet, path: Path) -> Path:
    import csv

    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(
            [sheet.header, *(row.cells for row in sheet.rows)]
        )
    return path


@pytest.mark.parametrize("name", DATASETS)
def test_findings_of_a_night_are_unchanged(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PIPELINE_HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    at = Desk(council=ROOT / "datasets", settings=Settings.from_environment(), typed="test")
    said = []
    for large in (NEVER, 0):
        monkeypatch.setattr(table, "LARGE", large)
        found = verbs.validate(at, name, ())
        said.append([dataclasses.asdict(one) for one in found.findings])
        ways = {lane.way for lane in found.lanes}
        assert ways <= {"whole"} if large else ways <= {"fast"}
    assert repr(said[0]) == repr(said[1])
