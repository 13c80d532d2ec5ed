"""The fast lane against frictionless itself: whole reports, on files made to be nasty."""

from collections.abc import Mapping
from typing import Any

import pytest
from frictionless import Package
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.validation.columnar import stream
from pipeline.validation.columnar.lane import validate
from tests.validation.columnar_tables import FIELDS, NASTY, both, plain, tables, written

BLOCKS = st.sampled_from([1, 7, 64, 1 << 20])
FILE = {"fields": [{"name": "a", "type": "string"}]}


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables(), st.sampled_from([0, 0, 0, 1, 3]), BLOCKS)
def test_report_is_the_very_same(
    table: tuple[dict[str, Any], str, bytes], limit: int, block_size: int
) -> None:
    ours, theirs = both(*table, limit_errors=limit, block_size=block_size)
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables(), st.sampled_from([1, 2, 50_000]), st.sampled_from([0, 0, 1, 3]))
def test_report_is_the_same_where_frictionless_splits(
    table: tuple[dict[str, Any], str, bytes], batch: int, limit: int
) -> None:
    before, stream.BATCH = stream.BATCH, batch
    try:
        ours, theirs = both(*table, limit_errors=limit, dialect={"commentChar": "\u0001"})
    finally:
        stream.BATCH = before
    assert isinstance(ours, str) or ours.split != "blocks"
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_each_kind_of_field_on_every_nasty_cell(field: Mapping[str, Any]) -> None:
    schema = {"fields": [{"name": "n", "type": "integer"}, {"name": "f", **field}]}
    rows = [["n", "f"], *([str(at), cell] for at, cell in enumerate(NASTY))]
    ours, theirs = both(schema, "utf-8", written(rows))
    # It stops at times with a zone under a bound without one, and so must the lane.
    assert isinstance(ours, str) or (ours.lane, ours.split) == ("fast", "blocks")
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["string", "integer", "number", "date", "year", "boolean", "uri"])
@pytest.mark.parametrize("limit", ["unique", "primary"])
def test_values_that_are_the_same_in_another_spelling(kind: str, limit: str) -> None:
    field: dict[str, Any] = {"name": "f", "type": kind}
    if kind == "uri":
        field |= {"type": "string", "format": "uri"}
    schema: dict[str, Any] = {"fields": [{"name": "n", "type": "string"}, field]}
    if limit == "unique":
        field["constraints"] = {"unique": True}
    else:
        schema["primaryKey"] = ["f"]
    cells = [*NASTY, "", "", "+5", "5", "005", "2024-01-05", "2024-1-05", "024", "0024", "1", "1.0"]
    ours, theirs = both(schema, "utf-8", written([["n", "f"], *(["r", cell] for cell in cells)]))
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("extra", [{"hash": "md5:0" * 2}, {"bytes": 7}, {"rows": 99}, {"bytes": 8}])
def test_expected_figures(extra: Mapping[str, Any]) -> None:
    ours, theirs = both(FILE, "utf-8", b"a\nb\nc\n", **extra)
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001])
def test_the_limit_of_errors_that_frictionless_has_by_itself(count: int) -> None:
    rows = [["n"], *(["x"] if at % 3 == 0 and at < 3 * count else ["5"] for at in range(4000))]
    schema = {"fields": [{"name": "n", "type": "integer"}]}
    ours, theirs = both(schema, "utf-8", written(rows), limit_errors=1000)
    assert not isinstance(ours, str)
    assert ours.split == "blocks"
    assert plain(ours) == plain(theirs)


@pytest.mark.filterwarnings("ignore")
def test_dates_that_refer_to_another_table() -> None:
    def package() -> Package:
        date = {"name": "d", "type": "date"}
        key = {"fields": ["d"], "reference": {"resource": "days", "fields": ["d"]}}
        rows = [["d"], ["2024-01-05"], ["2024-01-06"]]
        days = {"name": "days", "data": rows[:2], "schema": {"fields": [dict(date)]}}
        own = {"name": "own", "data": rows, "schema": {"fields": [date], "foreignKeys": [key]}}
        return Package.from_descriptor({"resources": [days, own]})

    def opened() -> TableResource:
        resource = package().get_resource("own")
        assert isinstance(resource, TableResource)
        return resource

    ours = validate(opened)
    assert (ours.lane, ours.reason) == ("whole", "foreign-keys")
    assert plain(ours) == plain(opened().validate(limit_errors=0))
