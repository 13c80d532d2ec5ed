"""One column of a source, several fields of a table: addresses, hours, streets."""

from typing import Any

import pytest
from pydantic import ValidationError

from pipeline.extractors.registry import extract
from pipeline.model import Extraction, Severity
from pipeline.parameters.registry import RegistryParameters
from tests.extractors.test_registry import found, sheet
from tests.readers.workbooks.saved import xlsx

ADDRESS: dict[str, Any] = {
    "kind": "address",
    "into": {"place": "place", "street": "street", "house": "house", "room": "room"},
}


def parameters(split: dict[str, Any], *, published: bool = False, **more: Any) -> Any:
    own = {"text": {"names": ["Адреса"], "required": False}}
    return RegistryParameters.model_validate(
        {
            "table": "council/T",
            "columns": {"name": {"names": ["Назва"]}, **(own if published else {})},
            "helpers": {} if published else own,
            "split": {"text": split},
            **more,
        }
    )


def made(cell: str, split: dict[str, Any], **more: Any) -> tuple[dict[str, str], Extraction]:
    lines = f'Назва,Адреса\nКлуб,"{cell}"\n'
    extraction = extract([sheet(lines)], parameters(split, **more))
    (row,) = extraction.tables[0].frame.to_dict("records")
    return {str(name): str(cell) for name, cell in row.items()}, extraction


WHOLE = {
    "address": (
        "м. Вигадань, вул. Перша, буд. 4-А, кв. 7",
        {**ADDRESS, "into": {**ADDRESS["into"], "country": "country"}},
        {"country": "Україна", "place": "Вигадань", "street": "вул. Перша", "house": "4-А",
         "room": "кв. 7"},
    ),
    "without a country": (
        "Україна, с. Примарне, пров. Тихий, 2", ADDRESS,
        {"place": "Примарне", "street": "пров. Тихий", "house": "2", "room": ""},
    ),
    "no text": ("null", ADDRESS, {"place": "", "street": "", "house": "", "room": ""}),
    "hours": (
        "пн-чт з 8.00 до 17.00, пт 08:00-16:00, перерва 12:00-13:00",
        {"kind": "hours", "into": {"hours": "work", "breaks": "breaks"}},
        {"hours": "Пн-Чт 08:00-17:00, Пт 08:00-16:00", "breaks": "12:00-13:00"},
    ),
    "street and act": (
        "вул. Нова (колишня вул. Стара, рішення від 18.02.2016 № 4/51)",
        {"kind": "street", "into": {"kind": "kind", "title": "name", "former": "former",
                                    "by": "act", "on": "renamed-on"}},
        {"kind": "вул.", "title": "Нова", "former": "вул. Стара",
         "by": "рішення від 18.02.2016 № 4/51", "on": "2016-02-18"},
    ),
    "days": (
        "23–24.08.2024 о 11:00",
        {"kind": "days", "into": {"from": "first", "until": "last", "at": "time"}},
        {"from": "2024-08-23", "until": "2024-08-24", "at": "11:00"},
    ),
    "a day of a declared year": (
        "06.01", {"kind": "days", "into": {"from": "first", "until": "last"}, "year": 2024},
        {"from": "2024-01-06", "until": ""},
    ),
    "act": (
        "від 12 березня 2021 року № 9-3/VIII",
        {"kind": "act", "into": {"number": "number", "on": "date"}},
        {"number": "9-3/VIII", "on": "2021-03-12"},
    ),
    "street": (
        "вулиця Калинова (колишня вул. Піонерська)",
        {"kind": "street", "into": {"kind": "kind", "title": "name", "former": "former"}},
        {"kind": "вул.", "title": "Калинова", "former": "вул. Піонерська"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cell", "split", "fields"), WHOLE.values(), ids=WHOLE)
def test_a_cell_that_is_split_as_a_whole(
    cell: str, split: dict[str, Any], fields: dict[str, str]
) -> None:
    row, extraction = made(cell, split)
    assert row == {"name": "Клуб", **fields}
    assert extraction.findings == ()


PARTLY = {
    "a part without a field": (
        "93100, м. Вигадань, вул. Перша, 4", ADDRESS, "part-unread", "93100"
    ),
    "a part not understood": (
        "м. Вигадань, вул. Перша, 4, біля мосту", ADDRESS, "part-unread", "біля мосту"
    ),
    "no part understood": ("біля мосту, за річкою", ADDRESS, "parts-unread",
                           "біля мосту, за річкою"),
    "breaks without a field": (
        "Пн-Пт 8:00-17:00, обід 12:00-13:00", {"kind": "hours", "into": {"hours": "work"}},
        "part-unread", "12:00-13:00",
    ),
    "hours in other words": (
        "за домовленістю", {"kind": "hours", "into": {"hours": "work"}},
        "parts-unread", "за домовленістю",
    ),
    "the act of a street": (
        "вул. Нова, рішення від 18.02.2016 № 4/51",
        {"kind": "street", "into": {"kind": "kind", "title": "name"}},
        "part-unread", "рішення від 18.02.2016 № 4/51",
    ),
    "words beside an act": (
        "Рішення виконкому № 118 від 08.09.2022",
        {"kind": "act", "into": {"number": "number", "on": "date"}},
        "part-unread", "Рішення виконкому",
    ),
    "an hour without a field": (
        "24.08.2024 11:00", {"kind": "days", "into": {"from": "first"}}, "part-unread", "11:00"
    ),
    "no certain day": (
        "третя неділя", {"kind": "days", "into": {"from": "first"}}, "parts-unread",
        "третя неділя",
    ),
    "no act": (
        "готується", {"kind": "act", "into": {"number": "number"}}, "parts-unread", "готується"
    ),
    "a note at a street": (
        "вул. Нова (біля парку)", {"kind": "street", "into": {"kind": "kind", "title": "name"}},
        "part-unread", "біля парку",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("cell", "split", "code", "rest"), PARTLY.values(), ids=PARTLY)
def test_what_is_left_is_an_error_where_nothing_keeps_it(
    cell: str, split: dict[str, Any], code: str, rest: str
) -> None:
    row, extraction = made(cell, split)
    (finding,) = found(extraction, code)
    assert (finding.value, finding.severity, finding.place.line) == (rest, Severity.ERROR, 2)
    assert rest not in row.values()


@pytest.mark.parametrize(("cell", "split", "code", "rest"), PARTLY.values(), ids=PARTLY)
def test_what_is_left_stays_in_the_declared_field(
    cell: str, split: dict[str, Any], code: str, rest: str
) -> None:
    row, extraction = made(cell, {**split, "rest": "left"})
    (finding,) = found(extraction, code)
    assert (row["left"], finding.severity, finding.field) == (rest, Severity.WARNING, "left")


def test_a_published_column_keeps_its_text() -> None:
    cell = "м. Вигадань, вул. Перша, 4, біля мосту"
    row, extraction = made(cell, ADDRESS, published=True)
    (finding,) = found(extraction, "part-unread")
    assert (row["text"], row["house"], finding.severity) == (cell, "4", Severity.WARNING)


def test_spellings_are_reviewed_in_split_fields() -> None:
    split = {"kind": "street", "into": {"kind": "kind", "title": "name"}}
    lookups = {"kind": [{"value": "вулиця", "match": ["вул."]}]}
    row, extraction = made("вул. Калинова", split, lookups=lookups)
    assert (row["kind"], row["title"], extraction.findings) == ("вулиця", "Калинова", ())


def test_a_source_without_the_column_has_empty_fields() -> None:
    extraction = extract([sheet("Назва\nКлуб\n")], parameters(ADDRESS))
    assert extraction.tables[0].frame.iloc[0].to_list() == ["Клуб", "", "", "", ""]
    assert extraction.findings == ()


def test_a_split_field_has_the_place_of_its_column() -> None:
    book = xlsx([["Назва", "Адреса"], ["Клуб", "м. Вигадань, вул. Перша, 4"]])
    table = extract([sheet(book)], parameters({**ADDRESS, "rest": "left"})).tables[0]
    assert {table.origins[0].at(name).cell for name in ("place", "house", "left")} == {"B2"}


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "another kind": ({"kind": "name", "into": {"a": "surname"}}, "kind"),
    "another part": ({"kind": "address", "into": {"a": "flat"}}, "flat"),
    "a part twice": ({"kind": "hours", "into": {"a": "work", "b": "work"}}, "twice"),
    "the column itself": ({"kind": "hours", "into": {"text": "work"}}, "in helpers"),
    "a field twice": ({"kind": "hours", "into": {"name": "work"}}, "name: named twice"),
    "the rest twice": ({"kind": "hours", "into": {"a": "work"}, "rest": "a"}, "a: named twice"),
    "nothing": ({"kind": "hours", "into": {}}, "into"),
}


@pytest.mark.parametrize(("split", "says"), REFUSED.values(), ids=REFUSED)
def test_refused_in_yaml(split: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        parameters(split)


def test_only_text_is_split() -> None:
    helpers = {"text": {"names": ["Адреса"], "kind": "code"}}
    with pytest.raises(ValidationError, match="split needs kind: text"):
        parameters(ADDRESS, helpers=helpers)


def test_a_split_of_an_unknown_column_is_refused() -> None:
    with pytest.raises(ValidationError, match="text is not among columns"):
        parameters(ADDRESS, helpers={})
