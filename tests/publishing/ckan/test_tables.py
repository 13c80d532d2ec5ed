"""Tables and cells as the DataStore keeps them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigurationError
from pipeline.publishing.ckan.cells import Kind, canonical, kind_of
from pipeline.publishing.ckan.tables import records, rows_of, shape_of, shaped
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
        ("time", "%H:%M", "text"),
        ("year", "default", "text"),
        ("any", "", "text"),
        ("integer", "", "int8"),
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
        ("int8", " 5 ", "5"),
        ("int8", "багато", "багато"),
        ("int8", "9223372036854775807", "9223372036854775807"),
        ("numeric", "-0.00", "0"),
        ("numeric", "0E+3", "0"),
        ("numeric", ".5", "0.5"),
        ("numeric", "100", "100"),
        ("bool", "t", "true"),
        ("bool", "False", "false"),
        ("bool", "0", "false"),
        ("bool", "так", "так"),
        ("time", "10:00", "10:00:00"),
        ("time", "10:00:30", "10:00:30"),
        ("time", "", ""),
        ("text", "007", "007"),
        ("text", "1.50", "1.50"),
        ("text", " true ", " true "),
        ("date", "2026-01-02", "2026-01-02"),
        ("date", "", ""),
        ("bool", "", ""),
        ("int8", "", ""),
        ("numeric", "", ""),
    ],
)
def test_a_cell_has_one_form(kind: Kind, text: str, form: str) -> None:
    assert canonical(kind, text) == form


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str)
cells = st.text(max_size=8) | st.text("0123456789.-+eE_: ", max_size=8) | numbers


@given(st.sampled_from(get_args(Kind)), cells)
def test_the_form_of_a_form_is_itself(kind: Kind, text: str) -> None:
    assert canonical(kind, canonical(kind, text)) == canonical(kind, text)


@given(numbers, st.integers(0, 3), st.sampled_from(["", "+", "0", "00"]))
def test_a_number_has_one_form_however_it_is_written(text: str, zeros: int, sign: str) -> None:
    longer = f"{text}{'0' * zeros}" if "." in text else text
    longer = longer if text.startswith("-") else f"{sign}{longer}"
    form = canonical("numeric", text)
    assert canonical("numeric", longer) == form
    assert Decimal(form) == Decimal(text)
    assert not set(form) - set("-.0123456789")


@given(numbers, numbers)
def test_two_numbers_have_one_form_if_they_are_one(left: str, right: str) -> None:
    same = canonical("numeric", left) == canonical("numeric", right)
    assert same is (Decimal(left) == Decimal(right))


def test_a_number_beyond_every_column_is_not_written_out() -> None:
    assert canonical("numeric", "1e999999999999") == "1e999999999999"
    assert canonical("numeric", "-1e-999999999999") == "-1e-999999999999"
    assert len(canonical("numeric", "1e1000")) == 1001


def test_the_dictionary_speaks_two_languages() -> None:
    identifier = SHAPE.columns[0]
    assert identifier.info["label"] == "Номер"
    assert identifier.info["label_en"] == "Number"
    assert "Інвентарний номер" in identifier.info["notes"]
    assert "Inventory number" in identifier.info["notes"]
    coded = with_fields([*FIELDS[:-1], {**FIELDS[-1], "constraints": {"enum": ["так", "ні"]}}])
    assert coded.columns[-1].info["codes"] == "так, ні"
    assert coded.columns[-1].info["notes"].endswith("так, ні")
    measured = with_fields([{**FIELDS[0]}, {**FIELDS[3], "unit": "м"}])
    assert measured.columns[1].info["unit"] == "м"


def test_a_column_that_nobody_described_has_its_name() -> None:
    bare = with_fields([{"name": "identifier"}]).columns[0]
    assert dict(bare.info) == {"label": "identifier"}
    assert bare.described() == {"id": "identifier", "type": "text", "info": {"label": "identifier"}}


def test_a_shape_in_the_words_of_a_schema() -> None:
    assert SHAPE.names == tuple(samples.names())
    assert list(SHAPE.kinds.values()) == ["text", "text", "int8", "numeric", "date", "text"]
    assert (SHAPE.key, SHAPE.places) == (("identifier",), (0,))
    assert with_fields(FIELDS, ("place", "identifier")).places == (1, 0)
    assert SHAPE.dictionary["seats"]["label"] == "Місць для сидіння"


def test_a_table_without_a_key_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no key") as found:
        shape_of(replace(CARD, key=()))
    assert (found.value.code, found.value.exit_code) == ("portal-table-needs-key", 2)
    assert found.value.details == {"table": "Benches"}
    assert found.value.message("uk")


@pytest.mark.parametrize(
    ("fields", "key", "grows"),
    [
        (FIELDS, ("identifier",), True),
        ([*FIELDS, {"name": "colour"}], ("identifier",), True),
        (FIELDS[:-1], ("identifier",), False),
        (FIELDS, ("identifier", "place"), False),
        ([{**FIELDS[0], "type": "integer"}, *FIELDS[1:]], ("identifier",), False),
        ([{**FIELDS[0], "title": "Інша"}, *FIELDS[1:]], ("identifier",), True),
        (FIELDS[::-1], ("identifier",), True),
        ([{**FIELDS[0], "name": "id"}, *FIELDS[1:]], ("id",), False),
        ([*FIELDS[:-1], {"name": "url", "type": "date"}], ("identifier",), False),
        ([*FIELDS[:-1], {**FIELDS[-1], "format": "email"}], ("identifier",), True),
        (FIELDS, ("place",), False),
    ],
)
def test_what_changes_in_place(fields: list[Any], key: tuple[str, ...], grows: bool) -> None:
    assert with_fields(fields, key).grows_from(SHAPE) is grows


def test_a_key_may_be_named_in_another_order() -> None:
    one = with_fields(FIELDS, ("identifier", "place"))
    assert with_fields(FIELDS, ("place", "identifier")).grows_from(one)


def test_rows_take_the_columns_of_the_shape() -> None:
    found = list(rows_of(samples.table(samples.ROWS), SHAPE))
    assert found[0] == (
        "007", "Алея «Липова», біля ставка", "3", "1.5", "2026-04-01", "https://example.org/7.jpg",
    )  # fmt: skip
    assert list(shaped([("x", "9")], ("place", "identifier"), SHAPE))[0] == (
        "9", "x", "", "", "", "",
    )  # fmt: skip
    assert list(shaped([("x", "9", "9")], ("place", "identifier", "gone"), SHAPE))[0][:2] == (
        "9", "x",
    )  # fmt: skip
    assert list(shaped([], (), SHAPE)) == []


def test_rows_of_text_alone_are_as_they_are() -> None:
    texts = with_fields([FIELDS[0], FIELDS[1]])
    rows = [("007", "1.50"), ("", "true")]
    assert list(shaped(iter(rows), texts.names, texts)) == rows
    assert list(shaped(rows, ("place", "identifier"), texts)) == [("1.50", "007"), ("true", "")]
    assert list(shaped([("1", "2", "3")], ("identifier", "place", "url"), texts)) == [("1", "2")]


def test_a_missing_cell_is_null_but_in_a_key() -> None:
    row = ("", "", "", "", "", "")
    assert records([row, ("0", " ", "", "а", "", "")], SHAPE) == [
        {
            "identifier": "", "place": None, "seats": None, "length": None, "installed": None,
            "url": None,
        },
        {
            "identifier": "0", "place": " ", "seats": None, "length": "а", "installed": None,
            "url": None,
        },
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "row", "empty"),
    [
        (("identifier", "place"), ("1", "", "3", "", "", ""), {"place": ""}),
        (("place", "seats"), ("", "x", "", "", "", ""), {"identifier": None, "seats": None}),
        (("place", "installed"), ("", "", "1", "2", "", "5"), {"place": "", "installed": None}),
    ],
)
def test_a_key_of_text_is_never_null(
    key: tuple[str, ...], row: tuple[str, ...], empty: dict[str, str | None]
) -> None:
    (sent_row,) = cast(list[dict[str, str | None]], records([row], with_fields(FIELDS, key)))
    assert {name: sent_row[name] for name in empty} == empty
    given_cells = {name: cell for name, cell in zip(samples.names(), row, strict=True) if cell}
    assert {name: cell for name, cell in sent_row.items() if cell} == given_cells
    assert list(sent_row) == samples.names()
