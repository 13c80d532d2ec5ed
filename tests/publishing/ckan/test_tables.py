"""Tables and cells as the DataStore keeps them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigurationError
from pipeline.publishing.ckan.cells import Kind, canonical, kind_of
from pipeline.publishing.ckan.tables import record, rows_of, shape_of, shaped
from tests.publishing import samples

CARD = samples.passport().tables[0]
SHAPE = shape_of(CARD)
FIELDS: Any = samples.SCHEMA["fields"]


def with_fields(fields: list[Any], key: tuple[str, ...] = ("identifier",)) -> Any:
    return shape_of(replace(CARD, definition={**CARD.definition, "fields": fields}, key=key))


@pytest.mark.parametrize(
    ("type_", "format_", "kind"),
    [
        ("string", "default", "text"),
        ("string", "uri", "text"),
        ("integer", "default", "int8"),
        ("number", "default", "numeric"),
        ("date", "default", "date"),
        ("date", "%d.%m.%Y", "text"),
        ("datetime", "default", "text"),
        ("boolean", "default", "bool"),
        ("time", "default", "time"),
        ("year", "default", "text"),
    ],
)
def test_types_of_a_schema(type_: str, format_: str, kind: Kind) -> None:
    assert kind_of(type_, format_) == kind


@pytest.mark.parametrize(
    ("kind", "text", "form"),
    [
        ("int8", "007", "7"),
        ("int8", "-0", "0"),
        ("numeric", "1.50", "1.5"),
        ("numeric", "1e3", "1000"),
        ("numeric", "0.0", "0"),
        ("numeric", "NaN", "NaN"),
        ("numeric", "багато", "багато"),
        ("bool", "t", "true"),
        ("bool", "False", "false"),
        ("time", "10:00", "10:00:00"),
        ("text", "007", "007"),
        ("date", "2026-01-02", "2026-01-02"),
        ("numeric", "", ""),
    ],
)
def test_a_cell_has_one_form(kind: Kind, text: str, form: str) -> None:
    assert canonical(kind, text) == form


@given(st.sampled_from(["text", "int8", "numeric", "date", "bool", "time"]), st.text(max_size=8))
def test_the_form_of_a_form_is_itself(kind: Kind, text: str) -> None:
    assert canonical(kind, canonical(kind, text)) == canonical(kind, text)


def test_the_dictionary_speaks_two_languages() -> None:
    identifier = SHAPE.columns[0]
    assert identifier.info["label"] == "Номер"
    assert identifier.info["label_en"] == "Number"
    assert "Інвентарний номер" in identifier.info["notes"]
    assert "Inventory number" in identifier.info["notes"]
    coded = with_fields([*FIELDS[:-1], {**FIELDS[-1], "constraints": {"enum": ["так", "ні"]}}])
    assert coded.columns[-1].info["codes"] == "так, ні"
    measured = with_fields([{**FIELDS[0]}, {**FIELDS[3], "unit": "м"}])
    assert measured.columns[1].info["unit"] == "м"


def test_a_table_without_a_key_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no key"):
        shape_of(replace(CARD, key=()))


@pytest.mark.parametrize(
    ("fields", "key", "grows"),
    [
        (FIELDS, ("identifier",), True),
        ([*FIELDS, {"name": "colour"}], ("identifier",), True),
        (FIELDS[:-1], ("identifier",), False),
        (FIELDS, ("identifier", "place"), False),
        ([{**FIELDS[0], "type": "integer"}, *FIELDS[1:]], ("identifier",), False),
        ([{**FIELDS[0], "title": "Інша"}, *FIELDS[1:]], ("identifier",), True),
    ],
)
def test_what_changes_in_place(fields: list[Any], key: tuple[str, ...], grows: bool) -> None:
    assert with_fields(fields, key).grows_from(SHAPE) is grows


def test_rows_take_the_columns_of_the_shape() -> None:
    found = list(rows_of(samples.table(samples.ROWS), SHAPE))
    assert found[0] == (
        "007", "Алея «Липова», біля ставка", "3", "1.5", "2026-04-01", "https://example.org/7.jpg",
    )  # fmt: skip
    assert list(shaped([("x", "9")], ("place", "identifier"), SHAPE))[0][:2] == ("9", "x")


def test_a_missing_cell_is_null_but_in_a_key() -> None:
    row = ("", "", "", "", "", "")
    assert record(row, SHAPE) == {
        "identifier": "", "place": None, "seats": None, "length": None, "installed": None,
        "url": None,
    }  # fmt: skip
