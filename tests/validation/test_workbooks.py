"""XLSX in the fast lane: the whole report is that of frictionless."""

import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Dialect, Report, Schema, system
from frictionless.formats import ExcelControl
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings

from pipeline.validation.columnar import workbooks
from pipeline.validation.columnar.lane import Judged
from tests.readers.raw_workbooks import packed, shared, worksheet
from tests.readers.test_worksheet import workbooks as nasty_workbooks
from tests.validation.columnar_tables import PROFILE, RESOURCE_PROFILE, plain

FIELDS = [
    {"name": "a", "type": "string", "constraints": {"required": True}},
    {"name": "b", "type": "integer"},
    {"name": "c", "type": "date"},
    {"name": "d", "type": "any"},
]


def reports(
    path: Path, schema: Mapping[str, Any], limit: int = 0, **control: Any
) -> tuple[Judged, Report]:
    def opened() -> TableResource:
        return TableResource(
            path=str(path),
            schema_profile=RESOURCE_PROFILE,
            schema=Schema.from_descriptor({"$schema": PROFILE, **schema}),
            dialect=Dialect(
                header=True,
                header_rows=[1],
                controls=[ExcelControl(**control)] if control else [],
            ),
        )

    with system.use_context(trusted=True), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return workbooks.validate(opened, limit_errors=limit), opened().validate(limit_errors=limit)


def sheet(*cells: str) -> bytes:
    """A workbook with a header of four columns and a row for each cell, which stands in B."""
    head = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{letter.lower()}</t></is></c>' for letter in "ABCD"
    )
    rows = [f'<row r="1">{head}</row>']
    for at, cell in enumerate(cells, start=2):
        first = f'<c r="A{at}" t="s"><v>0</v></c>'
        rows.append(f'<row r="{at}">{first}{cell.replace("@", f"B{at}")}</row>')
    return packed(worksheet("".join(rows), f"A1:D{len(cells) + 1}"), shared(["<t>рішення</t>"]))


@pytest.mark.parametrize("key", [[], ["a"], ["b"], ["a", "c"]], ids=str)
@pytest.mark.parametrize("limit", [0, 2])
def test_report_of_cells_of_every_kind(key: list[str], limit: int, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(
        sheet(
            '<c r="@"><v>5</v></c>',
            '<c r="@"><v>5.0</v></c>',
            '<c r="@"><v>5.5</v></c>',
            '<c r="@" s="3"><v>45000</v></c>',
            '<c r="@" s="3"><v>45000.25</v></c>',
            '<c r="@" t="e"><v>#N/A</v></c>',
            '<c r="@" t="b"><v>1</v></c>',
            '<c r="@" t="str"><f>A1</f><v>7</v></c>',
            '<c r="@"/>',
            "",
        )
    )
    ours, theirs = reports(file, {"fields": FIELDS, "primaryKey": key}, limit)
    assert ours.lane == "fast"
    assert plain(ours) == plain(theirs)
    assert theirs.tasks[0].stats.get("sha256")


@pytest.mark.parametrize(
    ("control", "reason"),
    [
        ({"sheet": "Дані"}, ""),
        ({"sheet": 2}, "failed: IndexError"),
        ({"sheet": "Інші"}, "failed: KeyError"),
        ({"fill_merged_cells": True}, ""),
        ({"preserve_formatting": True}, ""),
        ({"stringified": True}, ""),
    ],
    ids=str,
)
def test_controls(control: Mapping[str, Any], reason: str, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(sheet('<c r="@"><v>5</v></c>', '<c r="@"><v>x</v></c>'.replace("x", "1.5")))
    ours, theirs = reports(file, {"fields": FIELDS}, **control)
    assert ours.reason == reason
    assert plain(ours) == plain(theirs)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"text"])
def test_what_is_no_workbook(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(data)
    ours, theirs = reports(file, {"fields": FIELDS})
    assert ours.lane == "whole"
    assert plain(ours) == plain(theirs)


def test_a_workbook_that_breaks_off_is_judged_by_frictionless(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" t="s">'
    )
    file = tmp_path / "t.xlsx"
    file.write_bytes(packed(worksheet(rows, "A1:A2")))
    ours, theirs = reports(file, {"fields": FIELDS[:1]})
    assert ours.lane == "whole"
    assert plain(ours) == plain(theirs)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(nasty_workbooks())
def test_report_on_nasty_workbooks(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "t.xlsx"
        file.write_bytes(data)
        ours, theirs = reports(file, {"fields": FIELDS})
    assert plain(ours) == plain(theirs)
