"""What is put into frictionless while a table is judged: the same results, and given back."""

import threading
from collections.abc import Mapping
from typing import Any

import pytest
from frictionless import Checklist, Dialect, Schema
from frictionless.metadata import metadata
from frictionless.resources import TableResource, table
from frictionless.vendors import stringcase

from pipeline.validation.columnar.construction import Scoped, quickened
from tests.validation.columnar_tables import FIELDS, NASTY, PROFILE


def _replaced() -> list[object]:
    return [
        stringcase.snakecase,
        stringcase.camelcase,
        vars(metadata)["deepcopy"],
        metadata.Metadata.has_defined,
        vars(table)["create_cell_handlers"],
    ]


def test_functions_are_given_back_by_the_last_one_even_after_an_error() -> None:
    before = _replaced()
    with pytest.raises(KeyError), quickened(), quickened():
        raise KeyError
    assert _replaced() == before
    with quickened():
        with quickened():
            pass
        assert not any(one is other for one, other in zip(_replaced(), before, strict=True))
    assert _replaced() == before


def _rows(field: Mapping[str, Any]) -> list[Any]:
    schema = {"$schema": PROFILE, "fields": [{"name": "f", **field}]}
    resource = TableResource(
        data=[["f"], *([cell] for cell in NASTY)],
        schema=Schema.from_descriptor(schema),
        dialect=Dialect(header=True, header_rows=[1]),
    )
    with resource:
        return [
            (row["f"], [one.to_descriptor() for one in row.errors]) for row in resource.row_stream
        ]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("field", [one for one in FIELDS if one["type"] != "datetime"], ids=str)
def test_errors_are_the_same(field: Mapping[str, Any]) -> None:
    with quickened():
        ours = _rows(field)
    assert [errors for _, errors in ours] == [errors for _, errors in _rows(field)]


@pytest.mark.filterwarnings("ignore")
def test_other_threads_read_values_as_ever() -> None:
    found: list[Any] = []
    with quickened():
        thread = threading.Thread(target=lambda: found.extend(_rows({"type": "date"})))
        thread.start()
        thread.join()
        own = _rows({"type": "date"})
    assert found == _rows({"type": "date"})
    assert found != own


@pytest.mark.filterwarnings("ignore")
def test_values_that_a_foreign_key_compares_stay_values() -> None:
    with quickened(cells=False):
        assert _rows({"type": "date"}) == _rows({"type": "date"})
        values = {type(value) for value, _ in _rows({"type": "date"})}
    assert str not in values


def test_scope_is_that_of_a_plain_checklist() -> None:
    assert Scoped().scope == Checklist().scope
