"""Small tables are left to frictionless, and nothing is loaded for them."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Schema

from pipeline.validation.columnar.packages import _errands
from pipeline.validation.worth import LOADING, seconds

PLAIN: Mapping[str, Any] = {"fields": [{"name": "a"}, {"name": "b", "type": "integer"}]}
DATES: Mapping[str, Any] = {
    "fields": [{"name": "a", "type": "date"}, {"name": "b", "type": "string", "format": "uri"}]
}


@pytest.mark.parametrize(
    ("schema", "rows", "worth"),
    [
        (PLAIN, 5000, False),
        (PLAIN, 40_000, False),
        (PLAIN, 100_000, True),
        (DATES, 5000, False),
        (DATES, 20_000, True),
        ({"fields": []}, 200_000, True),
        (None, 200_000, True),
    ],
)
def test_rows_are_many_or_few_by_what_their_cells_cost(
    schema: Mapping[str, Any] | None, rows: int, *, worth: bool
) -> None:
    made = Schema.from_descriptor(dict(schema)) if schema else None
    assert (seconds(made, rows) >= LOADING) is worth


def _package(folder: Path, rows: Mapping[str, int]) -> Path:
    listed: list[dict[str, Any]] = []
    for name, count in rows.items():
        lines = ["a,b", *(f"{name}{at},{at}" for at in range(count))]
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
        listed.append({"name": name, "type": "table", "path": f"{name}.csv", "schema": {**PLAIN}})
    key = {"fields": ["a"], "reference": {"resource": "large", "fields": ["a"]}}
    listed[0]["schema"]["foreignKeys"] = [key] if "large" in rows else []
    file = folder / "datapackage.json"
    file.write_text(json.dumps({"resources": listed}), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("rows", "few"),
    [
        # The first refers to `large`, which frictionless would read for it row by row.
        ({"child": 5, "large": 100_000, "small": 5}, ["small"]),
        ({"child": 5, "large": 5, "small": 5}, ["child", "large", "small"]),
        ({"small": 20_000}, ["small"]),
        ({"small": 20_000, "other": 100_000}, []),
    ],
    ids=str,
)
def test_tables_of_a_package(tmp_path: Path, rows: Mapping[str, int], few: list[str]) -> None:
    file = _package(tmp_path, rows)
    errands = _errands(file, Package(str(file)), 0)
    assert sorted(one.name for one in errands if one.few) == few


NOTHING_LOADED = """
import sys
from pathlib import Path
from pipeline.validation.package import validate_package

found = validate_package(Path(sys.argv[1]))
assert [lane.reason for lane in found.lanes] == ["few-rows"] * 2, found.lanes
assert not {"polars", "pipeline.validation.columnar.lane"} & sys.modules.keys()

from pipeline.validation.structure_file import load_structure
from pipeline.validation.table import inline, reported

structure = Path(sys.argv[1]).with_name("structure.csv")
structure.write_text("name,title,description,datatype,required\\na,a,a,date,true\\n")
schema = load_structure(structure)
rows = [["a"], *(["2024-01-05"] for _ in range(int(sys.argv[2])))]
_, lane = reported(lambda: inline(rows, schema), "t", len(rows) - 1)
assert ("polars" in sys.modules) == (lane.way == "fast")
print(lane.way)
"""


@pytest.mark.parametrize(("rows", "way"), [(100, "whole"), (60_000, "fast")])
def test_libraries_are_loaded_for_many_rows_only(tmp_path: Path, rows: int, way: str) -> None:
    file = _package(tmp_path, {"one": 3, "two": 3})
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", NOTHING_LOADED, str(file), str(rows)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == way
