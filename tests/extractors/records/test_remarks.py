"""What a registry publishes as it stands and says all the same, and tables that lie on a side."""

from typing import Any

import pytest

from pipeline.extractors.registry import extract
from pipeline.model import Severity
from tests.extractors.test_registry import found, parameters, rows, sheet
from tests.readers.workbooks.saved import xlsx

NAME: dict[str, Any] = {"name": {"names": ["Назва"]}}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('"Управління соціаль-\nного захисту"', "word-broken-by-line"),
        ('"Роки 2020–\n2021"', ""),
        ('"вул. Тиха\nбуд. 1"', ""),
        ("Відділ архітектури*", "footnote-mark-kept"),
        ("«Клуб» **", "footnote-mark-kept"),
        ("«Клуб»¹", "footnote-mark-kept"),
        ("Відділ²⁾", "footnote-mark-kept"),
        ("150 м²", ""),
        ("Пн-Пт 9⁰⁰-17³⁰", ""),
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
    assert finding.details["lying"] == "side"
    assert not found(made, "header-drifted")
    read = extract([sheet(ACROSS, transposed=True)], parameters(columns=columns))
    assert rows(read) == [["1", "Ліс", "Тиха", "09900308"], ["2", "Гай", "Дуб", "09900320"]]
    assert read.findings == ()


BELOW = "Назва,Ліс\nАдреса,Тиха\nКод,1\nТел.,2\n,\nНазва,Гай\nАдреса,Дуб\nКод,3\nТел.,4\n"


def test_cards_are_said_with_what_to_declare() -> None:
    names = {"name": "Назва", "address": "Адреса", "code": "Код", "phone": "Тел."}
    columns = {field: {"names": [name]} for field, name in names.items()}
    made = extract([sheet(BELOW)], parameters(columns=columns))
    (finding,) = found(made, "table-is-transposed")
    assert (finding.details["lying"], finding.details["begins"]) == ("cards", "Назва")
    read = extract([sheet(BELOW, cards={"begins": "Назва"})], parameters(columns=columns))
    assert rows(read) == [["Ліс", "Тиха", "1", "2"], ["Гай", "Дуб", "3", "4"]]
    assert read.tables[0].origin(2).at("code").line == 8
    assert read.findings == ()


LONG = "Заклад,Показник,Значення\nЛіс,Учнів,5\n,Площа,7\n,Рік,9\nГай,Учнів,6\n,Площа,8\n,Рік,9\n"


def test_records_spread_over_rows_are_said_with_what_to_declare() -> None:
    names = {"school": "Заклад", "pupils": "Учнів", "area": "Площа", "year": "Рік"}
    given = parameters(columns={field: {"names": [name]} for field, name in names.items()})
    (finding,) = found(extract([sheet(LONG)], given), "table-is-transposed")
    assert (finding.details["lying"], finding.details["begins"]) == ("beside", "Заклад")
    read = extract([sheet(LONG, header_row=2, cards={"beside": "Заклад"})], given)
    assert rows(read) == [["Ліс", "5", "7", "9"], ["Гай", "6", "8", "9"]]


def test_numbers_before_the_names_of_cards_tell_nothing_apart() -> None:
    names = {"name": "Назва", "address": "Адреса", "code": "Код", "phone": "Тел."}
    given = parameters(columns={field: {"names": [name]} for field, name in names.items()})
    lines = "".join(
        f"{at % 4 + 1}.,{line}\n" for at, line in enumerate(BELOW.split()) if line != ","
    )
    (finding,) = found(extract([sheet(lines)], given), "table-is-transposed")
    assert (finding.details["lying"], finding.details["begins"]) == ("cards", "Назва")


def test_an_unknown_field_of_a_card_is_an_error_with_its_place() -> None:
    lines = [["Назва", "Ліс"], ["Код", "x"], ["Примітка", "ні"], ["Назва", "Гай"], ["Код", "7"]]
    given = parameters(columns={**NAME, "code": {"names": ["Код"], "kind": "number"}})
    made = extract([sheet(xlsx(lines), cards={"begins": "Назва"})], given)
    (drifted,) = found(made, "header-drifted")
    assert (drifted.place.cell, drifted.value) == ("A3", "Примітка")
    (unread,) = found(made, "number-unreadable")
    assert unread.place.cell == "B2"


def test_a_name_of_a_column_may_be_a_value() -> None:
    columns = {**NAME, "address": {"names": ["Адреса"]}, "code": {"names": ["Код"]}}
    made = extract([sheet("Назва\nАдреса\nКод\n")], parameters(columns=columns))
    assert [item.field for item in found(made, "header-drifted")] == ["address", "code"]
    assert not found(made, "table-is-transposed")
