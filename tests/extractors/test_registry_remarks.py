"""What a registry publishes as it stands and says all the same, and tables that lie on a side."""

from typing import Any

import pytest

from pipeline.extractors.registry import extract
from pipeline.model import Severity
from tests.extractors.test_registry import found, parameters, rows, sheet

NAME: dict[str, Any] = {"name": {"names": ["Назва"]}}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('"Управління соціаль-\nного захисту"', "word-broken-by-line"),
        ('"Роки 2020–\n2021"', ""),
        ('"вул. Тиха\nбуд. 1"', ""),
        ("Відділ архітектури*", "footnote-mark-kept"),
        ("«Клуб» **", "footnote-mark-kept"),
        ("****", ""),
        ("3 * 4", ""),
    ],
)
def test_a_cell_that_hardly_means_what_it_says(cell: str, code: str) -> None:
    made = extract([sheet(f"Назва,Код\n{cell},1\n")], parameters(columns=NAME, ignore=IGNORED))
    said = [item for item in made.findings if item.severity is Severity.WARNING]
    assert [item.code for item in said] == ([code] if code else [])
    assert not code or found(made, code)[0].place.line == 2


IGNORED = [{"name": "Код", "because": "-"}]


def test_a_declared_mark_of_a_note_is_left_out_and_counted() -> None:
    columns = {**NAME, "code": {"names": ["Код"], "kind": "code", "width": 7}}
    text = "Назва,Код\nА*,0217350*\nБ,0217351\n"
    made = extract([sheet(text)], parameters(columns=columns, footnotes=["*"]))
    assert rows(made) == [["А", "0217350"], ["Б", "0217351"]]
    assert [item.details["count"] for item in found(made, "footnote-mark-left-out")] == [1, 1]
    assert not found(made, "footnote-mark-kept")


def test_a_repeated_header_is_known_in_every_section() -> None:
    text = "Назва,Код\nПерший,\nА,1\nНазва,Код\nБ,2\n"
    reading: dict[str, Any] = {"sections": [{"name": "Розділ"}]}
    ignore = [*IGNORED, {"name": "Розділ", "because": "-"}]
    made = extract([sheet(text, **reading)], parameters(columns=NAME, ignore=ignore))
    assert rows(made) == [["А"], ["Б"]]
    assert found(made, "header-repeated")[0].place.line == 4


ACROSS = "№,1,2\nНазва,Ліс,Гай\nАдреса,Тиха,Дуб\nКод,09900308,09900320\n"


def test_a_table_that_lies_on_its_side_is_said_in_one_sentence() -> None:
    columns = {
        "number": {"names": ["№"]},
        **NAME,
        "address": {"names": ["Адреса"]},
        "code": {"names": ["Код"]},
    }
    made = extract([sheet(ACROSS)], parameters(columns=columns))
    (finding,) = found(made, "table-is-transposed")
    assert finding.severity is Severity.ERROR
    assert finding.details["names"] == "Назва · Адреса · Код"
    assert not found(made, "header-drifted")


def test_a_name_of_a_column_may_be_a_value() -> None:
    columns = {**NAME, "address": {"names": ["Адреса"]}, "code": {"names": ["Код"]}}
    made = extract([sheet("Назва\nАдреса\nКод\n")], parameters(columns=columns))
    assert [item.field for item in found(made, "header-drifted")] == ["address", "code"]
    assert not found(made, "table-is-transposed")
