"""Packages in the fast lane: the whole report is that of frictionless, foreign keys included."""

import csv
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Report
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import references
from pipeline.validation.columnar.lane import Judged
from tests.validation.columnar_tables import plain

CELLS = ("", "a", "b", "c", "-", "1", "01", "1.0", " 1 ", "+1", "١", "x", "2024-01-05", "2024-1-5")
KINDS: tuple[Mapping[str, Any], ...] = (
    {"type": "string"},
    {"type": "integer"},
    {"type": "number"},
    {"type": "date"},
    {"type": "any"},
    {"type": "string", "constraints": {"enum": ["a", "1"], "required": True}},
)


@st.composite
def packages(draw: st.DrawFn) -> dict[str, Any]:
    """A package of two tables: descriptor under `datapackage`, and the rows of each."""
    kinds = st.sampled_from(KINDS)
    limits = draw(st.sampled_from([{}, {}, {"unique": True}]))
    child = [
        {"name": "x", **draw(kinds)},
        {"name": "y", **draw(kinds)},
        {"name": "up", **draw(kinds), **({"constraints": limits} if limits else {})},
    ]
    parent = [{"name": "p", **draw(kinds)}, {"name": "q", **draw(kinds)}]
    refers = st.sampled_from(
        [
            (["x"], "parent", ["p"]),
            (["x", "y"], "parent", ["p", "q"]),
            (["y"], "parent", ["q"]),
            (["up"], "", ["x"]),
            (["up"], "child", ["x"]),
            (["x"], "parent", ["absent"]),
            (["x"], "nowhere", ["p"]),
            (["absent"], "parent", ["p"]),
        ]
    )
    keys = draw(st.lists(refers, min_size=1, max_size=3))
    schema: dict[str, Any] = {
        "fields": child,
        "missingValues": draw(st.sampled_from([[""], ["", "-"]])),
        "primaryKey": draw(st.sampled_from([[], ["x"]])),
        "foreignKeys": [
            {"fields": own, "reference": {"resource": name, "fields": fields}}
            for own, name, fields in keys
        ],
    }
    return {
        "schemas": {"child": schema, "parent": {"fields": parent}},
        "child": draw(rows(["x", "y", "up"])),
        "parent": draw(rows(["p", "q"])),
        "limit": draw(st.sampled_from([0, 0, 2])),
    }


def rows(names: list[str]) -> st.SearchStrategy[list[list[str]]]:
    cell = st.sampled_from(CELLS)
    even = st.lists(cell, min_size=len(names), max_size=len(names))
    ragged = st.lists(cell, max_size=len(names) + 1)
    header = st.sampled_from([names, names, names, names, names[::-1], names[:1], []])
    body = st.lists(st.one_of(even, even, even, ragged), max_size=8)
    return st.builds(lambda first, rest: [first, *rest], header, body)


def write(folder: Path, given: Mapping[str, Any]) -> Path:
    """The package with its tables as files."""
    listed = []
    for name, schema in given["schemas"].items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(given[name])
        listed.append(
            {
                "name": name,
                "type": "table",
                "path": f"{name}.csv",
                "encoding": "utf-8",
                "dialect": {"header": True, "headerRows": [1], "csv": {"delimiter": ","}},
                "schema": schema,
            }
        )
    target = folder / "datapackage.json"
    target.write_text(json.dumps({"name": "p", "resources": listed}), encoding="utf-8")
    return target


def both(file: Path, name: str, limit: int) -> tuple[Judged | str, Report | str]:
    def opened() -> TableResource:
        resource = Package(str(file)).get_resource(name)
        assert isinstance(resource, TableResource)
        return resource

    found: list[Any] = []
    for judge in (
        references.validate,
        lambda made, limit_errors: made().validate(limit_errors=limit_errors),
    ):
        try:
            found.append(judge(opened, limit_errors=limit))
        except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
            found.append(type(error).__name__)
    return found[0], found[1]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages(), st.sampled_from([1, 2, 50_000]))
def test_report_is_the_very_same(given: dict[str, Any], batch: int) -> None:
    before, references._BATCH = references._BATCH, batch
    try:
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = both(write(Path(folder), given), "child", given["limit"])
    finally:
        references._BATCH = before
    assert plain(ours) == plain(theirs)


GOOD: dict[str, Any] = {
    "schemas": {
        "child": {
            "fields": [{"name": "x", "type": "string"}, {"name": "n", "type": "integer"}],
            "foreignKeys": [
                {"fields": ["x"], "reference": {"resource": "parent", "fields": ["p"]}}
            ],
        },
        "parent": {"fields": [{"name": "p", "type": "string"}]},
    },
    "child": [["x", "n"], ["a", "1"], ["b", "x"], ["c", "2"], ["d", "y"], ["", "3"]],
    "parent": [["p"], ["a"], ["d"]],
}


def test_keys_take_the_fast_lane(tmp_path: Path) -> None:
    ours, theirs = both(write(tmp_path, GOOD), "child", 0)
    assert isinstance(ours, Judged)
    assert ours.lane == "fast"
    types = [error.type for error in ours.report.tasks[0].errors]
    assert types == ["type-error", "foreign-key", "foreign-key", "type-error"]
    assert plain(ours) == plain(theirs)


def test_comparison_notices_a_key_that_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(references, "_wrong", lambda *_: {})
    ours, theirs = both(write(tmp_path, GOOD), "child", 0)
    assert plain(ours) != plain(theirs)
