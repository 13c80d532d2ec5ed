"""XLSX in the fast lane: the whole report is that of frictionless."""

import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from frictionless import Dialect, Report, Schema, system
from frictionless.formats import ExcelControl
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings

from pipeline.validation.columnar import columns, lane, stream, workbooks
from pipeline.validation.columnar.lane import Judged
from tests.readers.workbooks.raw import packed, shared, worksheet
from tests.readers.workbooks.test_worksheet import workbooks as nasty_workbooks
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
@pytest.mark.parametrize("kept", [stream._KEPT, 0], ids=["kept", "read again"])
def test_report_of_cells_of_every_kind(
    key: list[str], limit: int, kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "_KEPT", kept)
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


NUMBERS = (
    "0",
    "-0",
    "5",
    "5.0",
    "-7",
    "05",
    "1E3",
    "1e-07",
    "0.1",
    "12345678901234567890",
    "1e400",
)
TYPES: tuple[Mapping[str, Any], ...] = (
    {"type": "integer", "constraints": {"minimum": 0, "maximum": 1000, "required": True}},
    {"type": "integer", "bareNumber": False},
    {"type": "integer", "constraints": {"enum": [5, 1000]}},
    {"type": "number", "constraints": {"minimum": 0.1}},
    {"type": "number", "floatNumber": True, "constraints": {"maximum": 11111111111111111110}},
    {"type": "number", "groupChar": ".", "decimalChar": ","},
    {"type": "number", "bareNumber": False},
    {"type": "string"},
    {"type": "year"},
    {"type": "boolean", "trueValues": ["5"], "falseValues": ["0"]},
)


def numbered(*extra: str) -> bytes:
    cells = [f'<c r="@"><v>{one}</v></c>' for one in NUMBERS]
    return sheet(*cells, *extra, '<c r="@"><v>5</v></c>')


@pytest.mark.parametrize("extra", [(), ('<c r="@" t="b"><v>1</v></c>',), ("",)], ids=str)
@pytest.mark.parametrize("missing", [[""], ["", "5", "-0.0"], ["0.0", "None"]], ids=str)
@pytest.mark.parametrize("kind", TYPES, ids=str)
@pytest.mark.parametrize("key", [[], ["b"]], ids=str)
def test_report_of_numbers_of_every_type(
    kind: Mapping[str, Any],
    missing: list[str],
    extra: tuple[str, ...],
    key: list[str],
    tmp_path: Path,
) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(numbered(*extra))
    fields = [FIELDS[0], {"name": "b", **kind}, *FIELDS[2:]]
    schema = {"fields": fields, "missingValues": missing, "primaryKey": key}
    ours, theirs = reports(file, schema)
    assert plain(ours) == plain(theirs)


def test_comparison_notices_numbers_that_are_not_what_their_text_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(sheet('<c r="@"><v>5</v></c>', '<c r="@"><v>6</v></c>'))
    schema = {"fields": [FIELDS[0], {"name": "b", "type": "string"}, *FIELDS[2:]]}
    assert plain(reports(file, schema)[0]) == plain(reports(file, schema)[1])
    monkeypatch.setattr(columns, "_spelled", lambda _: frozenset({int}))
    assert plain(reports(file, schema)[0]) != plain(reports(file, schema)[1])


def test_comparison_notices_a_verdict_that_is_remembered_of_another_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(sheet('<c r="@" t="str"><v>5.0</v></c>', '<c r="@"><v>5.0</v></c>'))
    schema = {"fields": [FIELDS[0], {"name": "b", "type": "string"}, *FIELDS[2:]]}
    assert plain(reports(file, schema)[0]) == plain(reports(file, schema)[1])
    asked = columns.Column._asked
    monkeypatch.setattr(columns.Column, "_asked", lambda self, cell: asked(self, str(cell)))
    assert plain(reports(file, schema)[0]) != plain(reports(file, schema)[1])


def test_comparison_notices_rows_that_are_kept_under_wrong_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(sheet(*(f'<c r="@"><v>{one}</v></c>' for one in (1, 2, 1, 3))))
    schema = {"fields": FIELDS, "primaryKey": ["b"]}
    assert plain(reports(file, schema)[0]) == plain(reports(file, schema)[1])
    sifted = stream.sifted

    def turned(*given: Any, **named: Any) -> stream.Sifted:
        found = sifted(*given, **named)
        return replace(found, every=found.every[::-1])

    monkeypatch.setattr(lane, "sifted", turned)
    assert plain(reports(file, schema)[0]) != plain(reports(file, schema)[1])
