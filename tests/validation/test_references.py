"""Packages in the fast lane: the whole report is that of frictionless, foreign keys included."""

import csv
import json
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Report
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import filed, lane, references, stream
from pipeline.validation.columnar.lane import Judged
from pipeline.validation.columnar.links import Link
from pipeline.validation.columnar.references import Referred
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


def write(folder: Path, given: Mapping[str, Any], dialect: Mapping[str, Any] = {}) -> Path:
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
                "dialect": {"headerRows": [1], "csv": {"delimiter": ","}, **dialect},
                "schema": schema,
            }
        )
    target = folder / "datapackage.json"
    target.write_text(json.dumps({"name": "p", "resources": listed}), encoding="utf-8")
    return target


def both(
    file: Path, name: str, limit: int, size: int = 1 << 20
) -> tuple[Judged | str, Report | str]:
    def opened() -> TableResource:
        resource = Package(str(file)).get_resource(name)
        assert isinstance(resource, TableResource)
        return resource

    found: list[Any] = []
    judge = partial(lane.validate, block_size=size)
    for judged in (
        lambda: references.validate(
            opened, limit_errors=limit, referred=Referred(size), judge=judge
        ),
        lambda: opened().validate(limit_errors=limit),
    ):
        try:
            found.append(judged())
        except Exception as error:  # noqa: BLE001 - what frictionless raises is compared
            found.append(type(error).__name__)
    return found[0], found[1]


BLOCKS = st.sampled_from([1, 7, 64, 1 << 20])


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages(), BLOCKS)
def test_report_is_the_very_same(given: dict[str, Any], size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = both(write(Path(folder), given), "child", given["limit"], size)
    assert plain(ours) == plain(theirs)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages(), st.sampled_from([1, 2, 50_000]))
def test_report_is_the_same_where_frictionless_splits(given: dict[str, Any], batch: int) -> None:
    before = stream.BATCH, references._BATCH
    stream.BATCH = references._BATCH = batch
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = write(Path(folder), given, {"commentChar": "\u0001"})
            ours, theirs = both(file, "child", given["limit"])
    finally:
        stream.BATCH, references._BATCH = before
    assert isinstance(ours, str) or ours.split != "blocks"
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
    assert (ours.lane, ours.split) == ("fast", "blocks")
    types = [error.type for error in ours.report.tasks[0].errors]
    assert types == ["type-error", "foreign-key", "foreign-key", "type-error"]
    assert plain(ours) == plain(theirs)


# What is wrong on purpose: every value is found, what is referred to is left out, or a part of it.
WRONG: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "found": lambda patch: patch.setattr(Link, "_fits", lambda *_: True),
    "none": lambda patch: patch.setattr(references, "_values", lambda *_: set()),
    "shift": lambda patch: patch.setattr(filed, "cells", lambda *_: iter([])),
    "flags": lambda patch: patch.setattr(Link, "broken", lambda _, cells: cells[0] == "a"),
}


@pytest.mark.parametrize("change", WRONG)
def test_comparison_notices_a_key_that_is_judged_wrong(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    WRONG[change](monkeypatch)
    ours, theirs = both(write(tmp_path, GOOD), "child", 0)
    assert plain(ours) != plain(theirs)


def test_what_was_referred_to_is_read_once_and_then_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, read = Package(str(write(tmp_path, GOOD))), []
    values = references._values

    def counted(target: TableResource, *more: Any) -> Any:
        read.append(target.name)
        return values(target, *more)

    monkeypatch.setattr(references, "_values", counted)
    referred = Referred()
    for _ in range(2):
        known = referred.known(lambda: package.get_table_resource("child"))
        assert known == {"parent": {("p",): {("a",), ("d",)}}}
    assert len(read) == 1
    referred.known(lambda: package.get_table_resource("parent"))
    referred.known(lambda: package.get_table_resource("child"))
    assert len(read) == 2
