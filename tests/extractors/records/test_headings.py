"""Rows that name what the rows under them belong to; the annex of a budget as it is printed."""

from typing import Any

import pytest
from pydantic import ValidationError

from pipeline.extractors.registry import extract
from pipeline.parameters.checks import BudgetCode
from pipeline.parameters.registry import RegistryParameters
from pipeline.readers.spreadsheet import Sheet
from pipeline.validation.checks import CHECKS
from tests.extractors.test_registry import found, parameters, rows, sheet
from tests.readers.workbooks.saved import xlsx

LIST = """Код,Назва
,Перша громада
,Відділ один
1,Ліс
2,Гай
,Відділ два
3,Бір
,Друга громада
4,Луг
"""
COLUMNS = {"code": {"names": ["Код"]}, "name": {"names": ["Назва"]}}


def heading(matches: str, name: str = "unit", value: str = "name") -> dict[str, Any]:
    return {
        "name": name, "columns": ["name"], "matches": matches, "because": "it heads others",
        "value": value,
    }  # fmt: skip


def test_rows_have_what_the_headings_above_say() -> None:
    declared = parameters(
        columns=COLUMNS,
        headings={
            "place": heading("громада$", "places"),
            "unit": heading("^Відділ", "units"),
        },
    )
    made = extract([sheet(LIST)], declared)
    assert list(made.tables[0].frame.columns) == ["code", "name", "place", "unit"]
    assert rows(made) == [
        ["1", "Ліс", "Перша громада", "Відділ один"],
        ["2", "Гай", "Перша громада", "Відділ один"],
        ["3", "Бір", "Перша громада", "Відділ два"],
        ["4", "Луг", "Друга громада", ""],
    ]
    left = {item.details["rule"]: item.details["rows"] for item in found(made, "rows-left-out")}
    assert left == {"places": "2, 8", "units": "3, 6"}


def test_spellings_of_a_heading_are_reviewed() -> None:
    lookups = {"unit": [{"value": "Перший відділ", "match": ["Відділ один"]}]}
    declared = parameters(columns=COLUMNS, headings={"unit": heading("^Відділ")}, lookups=lookups)
    made = extract([sheet(LIST)], declared)
    assert rows(made)[1] == ["1", "Ліс", "Перший відділ"]
    (unknown,) = (item for item in found(made, "spelling-unreviewed") if item.value)
    assert unknown.value == "Відділ два"


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        ({"name": heading("x")}, "name: named twice"),
        ({"unit": heading("x", value="other")}, "other is not among"),
        ({"unit": {**heading("x"), "columns": ["other"]}}, "other is not among"),
        ({"unit": {"name": "a", "columns": ["name"], "matches": "x", "because": "y"}}, "value"),
    ],
)
def test_refused_in_yaml(headings: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        parameters(columns=COLUMNS, headings=headings)


# The third annex of a decision on the budget, with lines of units that repeat their programmes.
ANNEX = [
    ["Розподіл видатків місцевого бюджету на 2021 рік", "", "", "", "", "", ""],
    ["Код програмної класифікації", "Код типової програмної класифікації",
     "Код функціональної класифікації", "Найменування головного розпорядника, програми",
     "Загальний фонд", "", "Разом"],
    ["", "", "", "", "усього", "з них оплата праці", ""],
    ["1", "2", "3", "4", "5", "6", "7"],
    ["0200000", "", "", "Виконавчий комітет зразкової ради", "300,50", "200", "310,50"],
    ["0210000", "", "", "Виконавчий комітет зразкової ради", "300,50", "200", "310,50"],
    ["02 1 0150", "0150", "0111", "Керівництво і управління", "200", "200", "210"],
    ["0210180", "0180", "0133", "Інша діяльність", "100,50", "", "100,50"],
    ["0600000", "", "", "Відділ освіти зразкової ради", "1 000", "900", "1 000"],
    ["611010", "1010", "910", "Надання дошкільної освіти", "1 000", "900", "1 000"],
    ["", "", "", "УСЬОГО", "1 300,50", "1 100", "1 310,50"],
]  # fmt: skip
BUDGET: dict[str, Any] = {
    "table": "council/BudgetProgrammes",
    "columns": {
        "programmeCode": {"names": ["Код програмної класифікації"], "kind": "code", "width": 7},
        "functionalCode": {
            "names": ["Код функціональної класифікації"], "kind": "code", "width": 4, "pad": True,
        },
        "name": {"names": ["Найменування головного розпорядника, програми"]},
        "approved": {"names": ["Разом"], "kind": "number"},
    },
    "ignore": [
        {"name": name, "because": "not published"}
        for name in ("Код типової програмної класифікації", "Загальний фонд усього",
                     "Загальний фонд з них оплата праці")
    ],
    "headings": {
        "spendingUnit": {
            "name": "chief-units", "columns": ["programmeCode"], "matches": "^[0-9]{2}00000$",
            "because": "the line of a chief unit repeats its programmes", "value": "name",
        }
    },
    "drop": [
        {"name": "executors", "columns": ["programmeCode"], "matches": "^[0-9]{3}0000$",
         "because": "the line of an executor repeats its programmes"}
    ],
}  # fmt: skip


def annex(**options: Any) -> Sheet:
    return sheet(
        xlsx(ANNEX), header_row=2, header_rows=2, fill_header=True, skip_numbering=True,
        totals=[{"matches": "^УСЬОГО"}], **options,
    )  # fmt: skip


def test_lines_of_units_are_not_summed_again() -> None:
    declared = RegistryParameters.model_validate(BUDGET)
    whole = annex(sums_above="^[0-9]{2,3}0{4,5}$")
    assert not found(extract([whole], declared), "total-differs")
    differ = found(extract([annex()], declared), "total-differs")
    assert [item.place.cell for item in differ] == ["E11", "F11", "G11"]


def test_the_annex_of_a_budget_as_it_is_printed() -> None:
    made = extract(
        [annex(sums_above="^[0-9]{2,3}0{4,5}$")], RegistryParameters.model_validate(BUDGET)
    )
    unit, school = "Виконавчий комітет зразкової ради", "Відділ освіти зразкової ради"
    assert rows(made) == [
        ["0210150", "0111", "Керівництво і управління", "210", unit],
        ["0210180", "0133", "Інша діяльність", "100.50", unit],
        ["611010", "0910", "Надання дошкільної освіти", "1000", school],
    ]
    assert [item.place.cell for item in found(made, "leading-zero-lost")] == ["A10"]
    assert not found(made, "header-drifted")
    check = BudgetCode(check="budget-code", fields=("programmeCode",), classification="programme")
    told = CHECKS[check.check].run(made.tables[0], check)
    assert [(item.code, item.place.cell) for item in told] == [("budget-code-short", "A10")]
