"""Cells that stand for the row above: taken only as declared, told wherever they stand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extractors.registry import extract
from pipeline.model import Extraction, Severity
from tests.extractors.test_registry import found, parameters, rows, sheet
from tests.readers.workbooks.saved import xlsx

HEADER = "Назва,Адреса\n"


def made(text: str, above: str = "dittos", *, reading: Any = None, **more: Any) -> Extraction:
    columns = {
        "name": {"names": ["Назва"]},
        "address": {"names": ["Адреса"], "from_above": above},
    }
    table = sheet(HEADER + text, **(reading or {}))
    return extract([table], parameters(columns=columns, **more))


def addresses(extraction: Extraction) -> list[str]:
    return [row[1] for row in rows(extraction)]


def test_a_ditto_has_the_value_of_the_row_above() -> None:
    extraction = made('А,"вул. Тиха, 1"\nБ,-//-\nВ,те саме\nГ,Дуб\nД,там же\n')
    assert addresses(extraction) == ["вул. Тиха, 1"] * 3 + ["Дуб"] * 2
    (finding,) = found(extraction, "taken-from-above")
    assert (finding.severity, finding.value, finding.place.line) == (Severity.INFO, "-//-", 3)
    assert (finding.details["count"], finding.details["rows"]) == (3, "3–4, 6")


def test_a_ditto_that_nobody_declared_is_an_error_and_stays() -> None:
    extraction = made("А,Тиха\nБ,-//-\nВ,-//-\n", "nothing")
    assert addresses(extraction) == ["Тиха", "-//-", "-//-"]
    (finding,) = found(extraction, "ditto-unread")
    assert (finding.severity, finding.details["rows"]) == (Severity.ERROR, "3–4")


def test_an_empty_cell_has_the_value_above_only_where_it_is_declared() -> None:
    text = "А,Тиха\nБ,\nВ,Дуб\nГ,те ж\nД,\n"
    assert addresses(made(text, "blanks")) == ["Тиха", "Тиха", "Дуб", "Дуб", "Дуб"]
    assert addresses(made(text, "dittos")) == ["Тиха", "", "Дуб", "Дуб", ""]


@pytest.mark.parametrize(
    "text", ["А,-//-\n", "А,\nБ,-//-\n", "А,те ж\nБ,те ж\n"], ids=["first", "empty", "doubled"]
)
def test_nothing_is_taken_from_nothing(text: str) -> None:
    extraction = made(text, "dittos")
    assert found(extraction, "ditto-unread")[0].severity is Severity.ERROR
    assert not found(extraction, "taken-from-above")


def test_a_blank_at_the_top_is_a_blank() -> None:
    extraction = made("А,\nБ,Тиха\n", "blanks")
    assert (addresses(extraction), extraction.findings) == (["", "Тиха"], ())


def test_a_value_is_taken_from_a_row_that_a_filter_leaves_out() -> None:
    keep = [{"name": "ours", "columns": ["address"], "matches": "Тиха", "because": "-"}]
    extraction = made("А,Дуб\nБ,-//-\nВ,Тиха\nГ,-//-\n", keep=keep)
    assert rows(extraction) == [["В", "Тиха"], ["Г", "Тиха"]]


def test_after_a_row_that_was_dropped_nothing_is_certain() -> None:
    drop = [{"name": "closed", "columns": ["name"], "matches": "закрито", "because": "-"}]
    extraction = made("А,Тиха\nБ закрито,Дуб\nВ,-//-\n", drop=drop)
    assert rows(extraction) == [["А", "Тиха"], ["В", "-//-"]]
    assert found(extraction, "ditto-unread")
    # A dropped row that says nothing in the column does not stand between.
    extraction = made("А,Тиха\nБ закрито,\nВ,-//-\n", drop=drop)
    assert addresses(extraction) == ["Тиха", "Тиха"]


def test_nothing_is_taken_over_a_heading() -> None:
    headings = {
        "part": {"name": "parts", "columns": ["name"], "matches": "^Частина", "because": "-",
                 "value": "name"},
    }  # fmt: skip
    text = "Частина 1,\nА,Тиха\nЧастина 2,\nБ,-//-\n"
    extraction = made(text, headings=headings)
    assert found(extraction, "ditto-unread")[0].place.line == 5
    extraction = made("Частина 1,\nА,Тиха\nЧастина 2,\nБ,\n", "blanks", headings=headings)
    assert (addresses(extraction), found(extraction, "ditto-unread")) == (["Тиха", ""], [])


def test_nothing_is_taken_over_a_section_of_the_table() -> None:
    ignore = [{"name": "Розділ", "because": "-"}]
    text = "Перший,\nА,Тиха\nДругий,\nБ,-//-\n"
    reading = {"sections": [{"name": "Розділ"}]}
    extraction = made(text, reading=reading, ignore=ignore)
    assert found(extraction, "ditto-unread")[0].place.line == 5


def test_a_number_stored_as_one_keeps_its_point_when_it_is_taken() -> None:
    columns = {"sum": {"names": ["Сума"], "kind": "number", "from_above": "dittos"}}
    book = xlsx([["Сума", ""], [1.125, "а"], ["-//-", "б"], ["1.125", "в"]])
    table = sheet(book, "list.xlsx")
    extraction = extract(
        [table], parameters(columns=columns, ignore=[{"name": "[B]", "because": "-"}])
    )
    assert [row[0] for row in rows(extraction)] == ["1.125", "1.125", "1125"]


@given(
    st.lists(st.sampled_from(["Тиха", "Дуб", "Гай"]), min_size=1, max_size=12),
    st.sampled_from(["-//-", "- // -", "те саме", "там же", "»", ""]),
)
def test_what_is_written_with_dittos_reads_back(values: list[str], mark: str) -> None:
    written = [mark if at and value == values[at - 1] else value for at, value in enumerate(values)]
    text = "".join(f"н{at},{cell}\n" for at, cell in enumerate(written))
    extraction = made(text, "dittos" if mark else "blanks")
    assert addresses(extraction) == values
    taken = sum(one != other for one, other in zip(values, written, strict=True))
    told = found(extraction, "taken-from-above")
    assert [item.details["count"] for item in told] == ([taken] if taken else [])
