"""Registries by YAML alone: columns, drift, filters, values, history; real party branches."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from pipeline import messages
from pipeline.errors import ConfigurationError
from pipeline.extractors.registry import extract
from pipeline.model import Extraction, Finding, Severity
from pipeline.parameters.registry import RegistryParameters
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.workbooks.saved import xlsx

ROOT = Path(__file__).resolve().parents[2]


def sheet(data: str | bytes, address: str = "list.csv", **options: Any) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    given = SpreadsheetOptions.model_validate(options)
    return read(content, snapshot(address=address), given)


def parameters(**changes: Any) -> RegistryParameters:
    given: dict[str, Any] = {
        "table": "council/Organisations",
        "columns": {
            "edrpou": {"names": ["Код ЄДРПОУ"], "kind": "code", "width": 8},
            "name": {"names": ["Назва"]},
        },
    }
    return RegistryParameters.model_validate({**given, **changes})


def rows(extraction: Extraction, table: int = 0) -> list[list[str]]:
    frame = extraction.tables[table].frame
    return [[str(cell) for cell in row] for row in frame.to_numpy().tolist()]


def found(extraction: Extraction, code: str) -> list[Finding]:
    for item in extraction.findings:
        for language in messages.LANGUAGES:
            assert messages.text(language, f"finding-{item.code}", item.details)
    return [item for item in extraction.findings if item.code == code]


# Columns


def test_columns_become_fields_in_the_declared_order() -> None:
    made = extract([sheet("Назва,Код ЄДРПОУ\nЛіс,09900308\n")], parameters())
    assert list(made.tables[0].frame.columns) == ["edrpou", "name"]
    assert rows(made) == [["09900308", "Ліс"]]
    assert made.findings == ()
    assert made.tables[0].name == "Organisations"


def _dated(book: Any, grid: Any) -> None:
    style = book.add_format({"num_format": "dd.mm.yyyy"})
    for cell in ("C2", "C3", "D2"):
        grid.write_datetime(cell, datetime(2012, 3, 7), style)  # noqa: DTZ001 - as in a cell


@pytest.mark.parametrize("columns", [None, "B:E"])
def test_a_text_that_the_spreadsheet_took_for_a_date(columns: str | None) -> None:
    book = xlsx([["", "Назва", "Версія", "Дата"], ["", "Ліс"], ["", "Гай"], ["", "Бір", "7-3"]],
                _dated)  # fmt: skip
    declared = parameters(
        columns={
            "name": {"names": ["Назва"]},
            "version": {"names": ["Версія"]},
            "day": {"names": ["Дата"], "kind": "date", "formats": ["%d.%m.%Y"]},
        },
        ignore=[{"name": "[A]", "because": "empty"}, {"name": "[E]", "because": "empty"}],
    )
    options = {"columns": columns} if columns else {}
    made = extract([sheet(book, **options)], declared)
    (turned,) = found(made, "text-became-date")
    assert (turned.place.cell, turned.field, turned.details["count"]) == ("C2", "version", 2)
    assert turned.severity is Severity.WARNING
    assert rows(made)[2] == ["Бір", "7-3", ""]


SAME_NAMES = {
    "case and spaces": "  КОД   єдрпоу ",
    "line break": "Код\nЄДРПОУ",
    "Latin letters": "Koд ЄДPПOУ",
    "quotes and dots": "«Код» ЄДРПОУ.",
}


@pytest.mark.parametrize("name", SAME_NAMES.values(), ids=SAME_NAMES)
def test_names_are_compared_as_a_person_does(name: str) -> None:
    made = extract([sheet(f'"{name}",Назва\n09900308,Ліс\n')], parameters())
    assert not found(made, "header-drifted")
    assert rows(made) == [["09900308", "Ліс"]]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "‘"])
def test_apostrophes_are_one_sign(apostrophe: str) -> None:
    declared = parameters(columns={"object": {"names": ["Географічний об'єкт"]}})
    assert not extract([sheet(f"Географічний об{apostrophe}єкт\nмісто\n")], declared).findings


TWO = {"name": {"names": ["Назва"]}, "code": {"names": ["Код"]}}


def test_an_unknown_column_is_an_error_at_its_cell() -> None:
    book = xlsx([["Назва", "Код ЄДРПОУ", "Керівник"], ["Ліс", "09900308", "-"]])
    (drift,) = found(extract([sheet(book)], parameters()), "header-drifted")
    assert drift.severity is Severity.ERROR
    assert (drift.place.cell, drift.value, drift.details["kind"]) == ("C1", "Керівник", "unknown")
    assert "ignore" in messages.text("uk", "finding-header-drifted", drift.details)


def test_a_missing_column_names_what_was_declared_and_what_is_there() -> None:
    made = extract([sheet("Назва,Код\nЛіс,09900308\n")], parameters())
    unknown, missing = found(made, "header-drifted")
    assert unknown.value == "Код"
    assert (missing.field, missing.value) == ("edrpou", "Код")
    assert missing.details["declared"] == "Код ЄДРПОУ"
    assert rows(made) == [["", "Ліс"]], "what is there is read all the same"


def test_an_optional_column_may_be_absent() -> None:
    columns = {"name": {"names": ["Назва"]}, "phone": {"names": ["Телефон"], "required": False}}
    made = extract([sheet("Назва\nЛіс\n")], parameters(columns=columns))
    assert (made.findings, rows(made)) == ((), [["Ліс", ""]])


def test_two_columns_for_one_field_are_an_error() -> None:
    made = extract([sheet("Назва,НАЗВА,Код ЄДРПОУ\nЛіс,Гай,09900308\n")], parameters())
    (drift,) = found(made, "header-drifted")
    assert (drift.details["kind"], drift.field) == ("double", "name")


def test_a_column_is_ignored_by_name_and_one_without_a_name_by_its_letter() -> None:
    ignore = [{"name": "id", "because": "номер"}, {"name": "[D]", "because": "без назви"}]
    made = extract([sheet("id,Назва,Код ЄДРПОУ,\n1,Ліс,09900308,так\n")], parameters(ignore=ignore))
    assert made.findings == ()
    unnamed = extract([sheet("Назва,Код ЄДРПОУ,\nЛіс,09900308,так\n")], parameters())
    assert found(unnamed, "header-drifted")[0].value == "[C]"


def test_a_column_declared_by_its_letter_may_be_empty() -> None:
    columns = {**TWO, "note": {"names": ["[B]"]}}
    made = extract([sheet("Назва,,Код\nА,,1\n")], parameters(columns=columns))
    assert rows(made) == [["А", "1", ""]]
    assert made.findings == ()


def test_a_column_without_name_and_values_is_none() -> None:
    made = extract([sheet("Назва,,Код\nА,,1\nБ,,2\n")], parameters(columns=TWO))
    assert rows(made) == [["А", "1"], ["Б", "2"]]
    assert made.findings == ()


def test_a_name_broken_at_a_comma_is_joined_with_its_cells() -> None:
    columns = {"name": {"names": ["Назва"]}, "bank": {"names": ["Реквізити банків, у яких"]}}
    joined = [{"name": "Реквізити банків, у яких", "parts": ["Реквізити банків", "у яких"]}]
    made = extract(
        [sheet("Назва,Реквізити банків, у яких\nЛіс,перший,другий\nГай,один,\n")],
        parameters(columns=columns, joined=joined),
    )
    assert made.findings == ()
    assert rows(made) == [["Ліс", "перший, другий"], ["Гай", "один"]]


def test_one_name_for_two_fields_is_refused() -> None:
    columns = {"a": {"names": ["Назва"]}, "b": {"names": ["НАЗВА"]}}
    with pytest.raises(ConfigurationError) as caught:
        extract([sheet("Назва\nЛіс\n")], parameters(columns=columns))
    assert caught.value.code == "column-declared-twice"
    assert "НАЗВА" in caught.value.message("uk")


REFUSED = {
    "rule about nothing": {
        "keep": [{"name": "x", "columns": ["q"], "matches": "a", "because": "-"}]
    },
    "broken pattern": {
        "drop": [{"name": "x", "columns": ["name"], "matches": "(", "because": "-"}]
    },
    "key about nothing": {
        "history": {"table": "t", "key": "q", "year": [{"address": "([0-9]{4})"}]}
    },
    "year without a group": {
        "history": {"table": "t", "key": "edrpou", "year": [{"address": "[0-9]{4}"}]}
    },
    "lookup of nothing": {"lookups": {"q": [{"value": "a", "match": ["b"]}]}},
    "misspelt key": {"colums": {}},
    "width of a text": {"columns": {"a": {"names": ["A"], "width": 8}}},
    "padding without width": {"columns": {"a": {"names": ["A"], "kind": "code", "pad": True}}},
    "date without format": {"columns": {"a": {"names": ["A"], "kind": "date"}}},
    "field and class of one name": {
        "classify": {"name": {"column": "name", "rules": [{"matches": "a", "value": "b"}]}}
    },
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED)
def test_refuses_parameters_that_contradict_themselves(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        parameters(**changes)


# Rows


def test_rows_left_out_are_counted_under_their_rule() -> None:
    keep = [{"name": "city", "columns": ["name"], "matches": "(?i)ліс", "because": "місто"}]
    drop = [{"name": "totals", "columns": ["name"], "matches": "^Разом", "because": "підсумок"}]
    text = "Назва,Код ЄДРПОУ\nЛіс,09900308\nГай,99001016\nРазом ЛІС,2\nЛісове,99001022\n"
    made = extract([sheet(text)], parameters(keep=keep, drop=drop))
    assert [row[1] for row in rows(made)] == ["Ліс", "Лісове"]
    left = {item.details["rule"]: item for item in found(made, "rows-left-out")}
    assert set(left) == {"city", "totals"}
    assert (left["city"].details["rows"], left["totals"].place.line) == ("3", 4)


def test_helpers_filter_and_are_not_published() -> None:
    made = extract(
        [sheet("Назва,Код ЄДРПОУ,Область\nЛіс,09900308,Луганська\nГай,99001016,Вигадана\n")],
        parameters(
            helpers={"region": {"names": ["Область"]}},
            keep=[{"name": "r", "columns": ["region"], "matches": "Луг", "because": "-"}],
        ),
    )
    assert rows(made) == [["09900308", "Ліс"]]


def test_a_header_repeated_among_the_data_is_left_out() -> None:
    made = extract([sheet("Назва,Код ЄДРПОУ\nЛіс,09900308\nНазва,Код ЄДРПОУ\n")], parameters())
    assert len(rows(made)) == 1
    assert found(made, "header-repeated")[0].place.line == 3


def test_every_cell_keeps_its_place() -> None:
    book = xlsx([["Назва", "", "Код ЄДРПОУ"], ["Ліс", "", "09900308"]], name="Перелік")
    (origin,) = extract([sheet(book, "list.xlsx")], parameters()).tables[0].origins
    place = origin.at("edrpou")
    assert (place.source, place.sheet, place.cell) == ("list.xlsx", "Перелік", "C2")
    (csv_origin,) = extract([sheet("Назва,Код ЄДРПОУ\nЛіс,1\n")], parameters()).tables[0].origins
    assert (csv_origin.at("edrpou").cell, csv_origin.at("edrpou").line) == (None, 2)


# Values


def value(cell: object, **column: Any) -> tuple[str, list[Finding]]:
    made = extract(
        [sheet(xlsx([["Поле"], [cell], ["."]]))],
        parameters(
            columns={"field": {"names": ["Поле"], **column}},
            drop=[{"name": "end", "columns": ["field"], "matches": r"^\.$", "because": "-"}],
        ),
    )
    return rows(made)[0][0], [item for item in made.findings if item.code != "rows-left-out"]


CODES = {
    "whole": ("01234567", "01234567", None),
    "a number that lost its zero": (1234567, "1234567", "leading-zero-lost"),
    "a text that lost its zero": ("1234567", "1234567", "leading-zero-lost"),
    "a number of full length": (31234567, "31234567", None),
    "power of ten": ("1.2345678E7", "1.2345678E7", "code-written-as-number"),
    "with a point": ("12345678.0", "12345678.0", "code-written-as-number"),
    "not digits": ("немає", "немає", "code-of-other-form"),
    "a letter": ("3123456О", "3123456О", "code-of-other-form"),
    "too long": ("312345678", "312345678", "code-of-other-form"),
    "two codes": ("31234567, 31234568", "31234567, 31234568", "code-of-other-form"),
    "missing": ("null", "", None),
}


@pytest.mark.parametrize(("cell", "text", "code"), CODES.values(), ids=CODES)
def test_codes_are_never_mended_in_silence(cell: object, text: str, code: str | None) -> None:
    read_text, findings = value(cell, kind="code", width=8)
    assert read_text == text
    assert [item.code for item in findings] == ([code] if code else [])
    assert all(item.place.cell == "A2" for item in findings)
    doubted = Severity.WARNING if code == "code-of-other-form" else Severity.ERROR
    assert all(item.severity is doubted for item in findings)


def test_zeros_are_put_back_by_a_declared_rule_and_counted() -> None:
    made = extract(
        [sheet("Код\n9900308\n990043\n12345678\n")],
        parameters(columns={"code": {"names": ["Код"], "kind": "code", "width": 8, "pad": True}}),
    )
    assert [row[0] for row in rows(made)] == ["09900308", "00990043", "12345678"]
    (finding,) = found(made, "leading-zero-restored")
    assert (finding.severity, finding.details["count"]) == (Severity.INFO, 2)


def test_declared_zeros_before_a_code_whose_check_digit_disagrees_are_told() -> None:
    column = {"names": ["Код"], "kind": "code", "width": 8, "pad": True}
    made = extract([sheet("Код\n9900309\n")], parameters(columns={"code": column}))
    assert rows(made) == [["09900309"]]
    (finding,) = found(made, "leading-zero-doubtful")
    assert (finding.severity, finding.place.line) == (Severity.WARNING, 2)


DATES = {
    "declared": ("02.01.2020", "2020-01-02", None),
    "the other declared": ("02/01/2020", "2020-01-02", None),
    "ISO already": ("2020-01-02", "2020-01-02", None),
    "serial number": (43832, "2020-01-02", None),
    "a year alone": ("2003", "2003", "date-unreadable"),
    "a year as a number": (2003, "2003", "date-unreadable"),
    "no such day": ("31.02.2020", "31.02.2020", "date-unreadable"),
    "words": ("торік", "торік", "date-unreadable"),
}


@pytest.mark.parametrize(("cell", "text", "code"), DATES.values(), ids=DATES)
def test_dates_by_declared_formats(cell: object, text: str, code: str | None) -> None:
    read_text, findings = value(cell, kind="date", formats=["%d.%m.%Y", "%d/%m/%Y", "excel"])
    assert read_text == text
    assert [item.code for item in findings] == ([code] if code else [])


def test_a_serial_number_is_no_date_unless_declared() -> None:
    assert value(43832, kind="date", formats=["%d.%m.%Y"])[1][0].code == "date-unreadable"


def test_spellings_are_reviewed_data() -> None:
    lookups = {"name": [{"value": "Липовий гай", "match": ["Партія «Липовий гай»"]}]}
    text = (
        'Назва,Код ЄДРПОУ\n"Партія ""ЛИПОВИЙ ГАЙ""",09900308\nЛИПОВИЙ ГАЙ,99001016\nГай,99001022\n'
    )
    made = extract([sheet(text)], parameters(lookups=lookups))
    assert [row[1] for row in rows(made)] == ["Липовий гай", "Липовий гай", "Гай"]
    (unknown,) = found(made, "spelling-unreviewed")
    assert (unknown.value, unknown.place.line, unknown.severity) == ("Гай", 4, Severity.INFO)


def test_classes_by_the_first_pattern_that_matches() -> None:
    rules = [{"matches": "(?i)міськ", "value": "міська"}, {"matches": "обл", "value": "обласна"}]
    made = extract(
        [sheet("Назва,Код ЄДРПОУ\nМІСЬКА обл,09900308\nобласна,99001016\nцентр,99001022\n")],
        parameters(classify={"level": {"column": "name", "rules": rules}}),
    )
    assert [row[2] for row in rows(made)] == ["міська", "обласна", ""]
    (unknown,) = found(made, "value-unclassified")
    assert (unknown.severity, unknown.field, unknown.value) == ("warning", "level", "центр")


def test_another_registry_from_a_workbook_by_yaml_alone() -> None:
    book = xlsx(
        [
            ["Релігійні організації громади", "", "", ""],
            ["№\nз/п", "Назва організації", "Код", "Дата реєстрації"],
            [1, "Громада «Світло» ", 1234562, "5.01.1992"],
            [2, "Громада «Ранок»", "09900308", "null"],
            ["Усього", 2, "", ""],
        ]
    )
    declared = parameters(
        table="council/ReligiousOrganisations",
        columns={
            "edrpou": {"names": ["Код"], "kind": "code", "width": 8, "pad": True},
            "name": {"names": ["Назва організації"]},
            "registered": {"names": ["Дата реєстрації"], "kind": "date", "formats": ["%d.%m.%Y"]},
        },
        helpers={"position": {"names": ["№ з/п"]}},
        drop=[{"name": "total", "columns": ["position"], "matches": "Усього", "because": "-"}],
    )
    made = extract([sheet(book, "list.xlsx", header_row=2)], declared)
    assert rows(made) == [
        ["01234562", "Громада «Світло»", "1992-01-05"],
        ["09900308", "Громада «Ранок»", ""],
    ]
    assert [(item.code, item.place.cell) for item in made.findings if item.field] == [
        ("leading-zero-restored", "C3")
    ]
    assert not found(made, "header-drifted")


# History

HISTORY = {
    "table": "council/OrganisationHistory",
    "key": "edrpou",
    "year": [{"address": "([0-9]{4})[^0-9]*$"}],
    "status": {"present": "чинна", "absent": "немає з {year}"},
}


def yearly(*sources: tuple[str, str], **changes: Any) -> Extraction:
    sheets = [sheet("Назва,Код ЄДРПОУ\n" + text, f"{year}.csv") for year, text in sources]
    return extract(sheets, parameters(history=HISTORY, **changes))


def test_the_newest_year_speaks_and_every_year_is_kept() -> None:
    made = yearly(
        ("2023", "Гай,99001016\nЛіс,09900308\n"),
        ("2021", "Старий гай,99001016\n"),
        ("2022", "Ліс,09900308\n"),
    )
    assert list(made.tables[0].frame.columns) == [
        "edrpou", "name", "firstSeen", "lastSeen", "status",
    ]  # fmt: skip
    assert rows(made) == [
        ["09900308", "Ліс", "2022", "2023", "чинна"],
        ["99001016", "Гай", "2021", "2023", "чинна"],
    ]
    assert rows(made, 1) == [
        ["09900308", "2022", "Ліс"],
        ["09900308", "2023", "Ліс"],
        ["99001016", "2021", "Старий гай"],
        ["99001016", "2023", "Гай"],
    ]
    assert made.tables[0].origins[1].place.source == "2023.csv"
    assert made.tables[1].origins[2].place.source == "2021.csv"


def test_status_names_the_first_year_without_the_organisation() -> None:
    keep = [{"name": "hai", "columns": ["name"], "matches": "Гай", "because": "-"}]
    made = yearly(
        ("2016", "Гай,99001016\n"),
        ("2019", "Ліс,09900308\n"),
        ("2020", "Ліс,09900308\n"),
        keep=keep,
    )
    assert rows(made) == [["99001016", "Гай", "2016", "2016", "немає з 2019"]]


def test_the_source_gives_the_order_of_nothing() -> None:
    first, second = ("2021", "Гай,99001016\n"), ("2022", "Ліс,09900308\nГай,99001016\n")
    assert rows(yearly(first, second)) == rows(yearly(second, first))


def test_equal_rows_of_a_year_are_joined_and_counted() -> None:
    made = yearly(("2021", "Гай,99001016\nГай,99001016\n"))
    assert len(rows(made, 1)) == 1
    assert found(made, "rows-repeated")[0].details["count"] == 1


def test_unequal_rows_of_a_year_stay_for_validation_to_see() -> None:
    made = yearly(("2021", "Гай,99001016\nГайок,99001016\n"))
    assert [row[2] for row in rows(made, 1)] == ["Гай", "Гайок"]
    assert len(rows(made)) == 1


def test_rows_without_a_key_are_not_joined() -> None:
    made = yearly(("2021", "Гай,\nЛіс,\n"), ("2022", "Гай,\n"))
    assert [row[1] for row in rows(made)] == ["Гай", "Ліс", "Гай"]
    assert len(rows(made, 1)) == 3


def test_a_source_without_a_year_is_an_error() -> None:
    made = extract(
        [sheet("Назва,Код ЄДРПОУ\nГай,99001016\n", "latest.csv")], parameters(history=HISTORY)
    )
    (finding,) = found(made, "year-unknown")
    assert (finding.severity, finding.details["count"]) == (Severity.ERROR, 1)
    assert rows(made, 1) == [["99001016", "", "Гай"]]


def test_the_year_of_a_sheet_or_of_a_column() -> None:
    year = [{"column": "file", "pattern": "^([0-9]{4})/"}, {"sheet": "([0-9]{4})"}]
    declared = parameters(
        helpers={"file": {"names": ["source_file"], "required": False}},
        history={**HISTORY, "year": year},
    )
    book = xlsx([["Назва", "Код ЄДРПОУ"], ["Гай", "99001016"]], name="рік 2022")
    text = "source_file,Назва,Код ЄДРПОУ\n2019/x/1.csv,Гай,99001016\n2020/x/1.csv,Гай,99001016\n"
    made = extract([sheet(text), sheet(book, "list.xlsx")], declared)
    assert [row[1] for row in rows(made, 1)] == ["2019", "2020", "2022"]


def test_nothing_left_gives_tables_without_rows() -> None:
    made = yearly(
        ("2021", "Гай,99001016\n"),
        keep=[{"name": "none", "columns": ["name"], "matches": "^$", "because": "-"}],
    )
    assert [len(table.frame) for table in made.tables] == [0, 0]
    assert list(made.tables[1].frame.columns) == ["edrpou", "year", "name"]


# Real inputs

BRANCHES: dict[str, Any] = {
    "table": "council/PartyBranches",
    "columns": {
        "edrpou": {
            "names": ["Ідентифікаційний код юридичної особи за ЄДРПОУ"],
            "kind": "code",
            "width": 8,
        },
        "party": {"names": ["Партія"]},
        "name": {"names": ["Місцева організація"]},
        "legalAddress": {"names": ["Місцезнаходження"]},
        "actualAddress": {"names": ["Фактичне місцезнаходження"]},
    },
    "helpers": {"file": {"names": ["source_file"], "required": False}},
    "ignore": [
        {"name": name, "because": "-"}
        for name in (
            "Географічний обʼєкт",
            "Реквізити банків, у яких відкрито рахунки",
            "id",
            "line",
            "Column1",
        )
    ],
    "joined": [
        {
            "name": "Реквізити банків, у яких відкрито рахунки",
            "parts": ["Реквізити банків", "у яких відкрито рахунки"],
        }
    ],
    "missing": ["null", "-"],
    "classify": {
        "level": {
            "column": "name",
            "rules": [
                {"matches": "(?i)міська", "value": "міська"},
                {"matches": "(?i)обласна", "value": "обласна"},
            ],
        }
    },
    "history": {
        "table": "council/PartyBranchHistory",
        "key": "edrpou",
        "year": [
            {"column": "file", "pattern": "^([0-9]{4})/"},
            {"address": r"(20[0-9]{2})[^0-9/]*$"},
        ],
        "status": {"present": "чинний", "absent": "не значиться з {year}"},
    },
}


def branches(*files: Path) -> Extraction:
    sheets = [sheet(file.read_bytes(), file.name) for file in files]
    return extract(sheets, RegistryParameters.model_validate(BRANCHES))


def test_nine_years_of_party_branches(inputs: Path) -> None:
    made = branches(inputs / "tables" / "03-lysychansk-party-branches-2016-2024.csv")
    truth = json.loads((inputs / "truth" / "party-branches.json").read_text(encoding="utf-8"))
    versions = sorted(
        (
            organisation["edrpou"],
            str(version["year"]),
            version["party"],
            version["name"],
            version["legal_address"],
            version["actual_address"],
        )
        for organisation in truth["organisations"]
        for version in organisation["versions"]
    )
    assert [tuple(row[:6]) for row in rows(made, 1)] == versions
    assert len(versions) == 26
    levels = {row[0]: row[5] for row in rows(made)}
    assert levels == {
        organisation["edrpou"]: "міська" if organisation["what"].startswith("city") else "обласна"
        for organisation in truth["organisations"]
    }
    assert made.findings == ()


@pytest.mark.parametrize(
    ("name", "count"),
    [("03e1-header-drift-2017.csv", 2), ("03e2-header-drift-2020.csv", 1),
     ("03e3-header-drift-2020.csv", 31)],
)  # fmt: skip
def test_drifted_headers_are_read_as_declared(inputs: Path, name: str, count: int) -> None:
    made = branches(inputs / "tables" / name)
    assert [len(table.frame) for table in made.tables] == [count, count]
    assert not found(made, "header-drifted")
    assert {row[1] for row in rows(made, 1)} == {name[-8:-4]}


def test_drifted_headers_are_errors_where_not_declared(inputs: Path) -> None:
    bare = RegistryParameters.model_validate({**BRANCHES, "ignore": [], "joined": []})
    drift = extract(
        [sheet((inputs / "tables" / "03e2-header-drift-2020.csv").read_bytes(), "2020.csv")], bare
    )
    assert [item.value for item in found(drift, "header-drifted")] == [
        "Географічний обʼєкт",
        "Реквізити банків",
        "у яких відкрито рахунки",
    ]


def test_the_sample_of_the_project_drifts_and_is_read() -> None:
    sample = sorted((ROOT / "datasets" / "party-branches" / "sample").glob("*.csv"))
    made = branches(*sample)
    assert not found(made, "header-drifted")
    assert not found(made, "year-unknown")
    assert {row[1] for row in rows(made, 1)} == {file.stem for file in sample}
