"""What is put into frictionless while a table is judged: the same results, and given back."""

import gc
import threading
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs
import frictionless
import pytest
from frictionless import Checklist, Dialect, Schema, errors
from frictionless.metadata import metadata
from frictionless.resources import TableResource, table
from frictionless.vendors import stringcase

from pipeline.validation.columnar import construction, shapes
from pipeline.validation.columnar.construction import Scoped, quickened
from tests.validation.columnar_tables import FIELDS, NASTY, PROFILE, both, plain


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)


def _field(descriptor: Mapping[str, Any]) -> frictionless.Field:
    return frictionless.Field.from_descriptor({"name": "f", **descriptor})


def _replaced() -> list[object]:
    return [
        stringcase.snakecase,
        stringcase.camelcase,
        vars(metadata)["deepcopy"],
        metadata.Metadata.has_defined,
        vars(table)["create_cell_handlers"],
        vars(frictionless.Error)["__attrs_post_init__"],
        gc.get_threshold(),
    ]


def test_functions_are_given_back_by_the_last_one_even_after_an_error() -> None:
    before = _replaced()
    with pytest.raises(KeyError), quickened(), quickened():
        raise KeyError
    assert _replaced() == before
    with quickened():
        with quickened():
            pass
        assert not any(one == other for one, other in zip(_replaced(), before, strict=True))
    assert _replaced() == before


KINDS = sorted(
    {one for one in vars(errors).values() if isinstance(one, type)} & {*_kinds(frictionless.Error)},
    key=lambda one: one.__name__,
)


def _made(kind: type[Any]) -> Any:
    """An error of this kind, whatever it asks for."""
    asked = [one for one in attrs.fields(kind) if one.init and one.default is attrs.NOTHING]
    lists = (
        "cells",
        "labels",
        "row_numbers",
        "field_names",
        "field_cells",
        "reference_field_names",
    )
    numbers = ("row_number", "field_number")
    given = {
        one.name: ["а", "b{"]
        if one.name in lists
        else 7
        if one.name in numbers
        else f"<{one.name}>"
        for one in asked
    }
    return kind(**given).to_descriptor()


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.__name__)
def test_errors_of_every_kind_are_the_same(kind: type[Any]) -> None:
    with quickened():
        ours = _made(kind)
    assert ours == _made(kind)


def test_comparison_notices_a_message_that_quotes_too_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(construction, "_unquoted", lambda kind: ["message", "note"])
    with quickened():
        ours = _made(errors.TypeError)
    assert ours != _made(errors.TypeError)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("as_one", [False, True])
def test_what_is_no_number_differs_each_time(
    *, as_one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if as_one:
        monkeypatch.setattr(construction, "_PLAIN_VALUES", frozenset({Decimal}))
    schema = {"fields": [{"name": "f", "type": "number", "constraints": {"unique": True}}]}
    ours, theirs = both(schema, "utf-8", b"f\nNaN\nNaN\n1\n")
    assert (plain(ours) == plain(theirs)) is not as_one


OTHERS = [one for one in FIELDS if shapes.of(_field(one)) is None or one.get("constraints")]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("field", [one for one in OTHERS if one["type"] != "datetime"], ids=str)
def test_values_of_other_shapes_stay_values(field: Mapping[str, Any]) -> None:
    with quickened():
        ours = _rows(field)
    theirs = _rows(field)
    assert list(map(repr, ours)) == list(map(repr, theirs))


def _rows(field: Mapping[str, Any]) -> list[Any]:
    schema = {"$schema": PROFILE, "fields": [{"name": "f", **field}]}
    resource = TableResource(
        data=[["f"], *([cell] for cell in NASTY * 2)],
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
