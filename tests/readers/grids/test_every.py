"""A register that a document breaks into several tables with one header."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from pydantic import ValidationError

from pipeline.model import Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from tests.readers.grids.test_tables import page, refusal, sheet
from tests.readers.sheets import cells, one

SECTIONS = [{"name": "Село", "matches": r"^с\. "}]
HEADER = ["Назва", "Код"]


def document(*tables: tuple[str, Sequence[Sequence[str]]]) -> bytes:
    """Tables, each under a line of text."""
    made = docx.Document()
    for above, rows in tables:
        made.add_paragraph(above)
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for line, row in enumerate(rows):
            for position, text in enumerate(row):
                table.cell(line, position).text = text
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def drawn(rows: Sequence[Sequence[str]], above: str = "") -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<h3>{above}</h3><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


FIRST, SECOND = [HEADER, ["Клуб", "1"]], [HEADER, ["Школа", "2"], ["Сад", "3"]]
WORDS = document(("с. Перше", FIRST), ("с. Друге", SECOND), ("Разом", [["Усього"], ["3"]]))
PAGE = page(drawn(FIRST, "с. Перше") + drawn(SECOND, "с. Друге") + drawn([["Усього", "3"]] * 2))


@pytest.mark.parametrize(("data", "kind"), [(WORDS, "docx"), (PAGE, "html")], ids=["docx", "html"])
def test_all_tables_of_a_header_are_one(data: bytes | str, kind: str) -> None:
    table = sheet(data, kind, every=True, header_has=["Код"], sections=SECTIONS)
    assert table.header == ("Назва", "Код", "Село")
    assert cells(table) == [
        ["Клуб", "1", "с. Перше"],
        ["Школа", "2", "с. Друге"],
        ["Сад", "3", "с. Друге"],
    ]
    assert table.place(table.rows[2].line, 0).element == "table[2]/row[3]/cell[1]"
    assert one(table, "tables-not-read").details == {"count": 1}


def test_a_title_inside_a_table_is_a_section_too() -> None:
    data = page(drawn([["с. Перше", ""], *FIRST]) + drawn([["с. Друге", ""], *SECOND]))
    table = sheet(data, "html", every=True, header_has=["Код"], sections=SECTIONS)
    assert [row[2] for row in cells(table)] == ["", "с. Друге", "с. Друге"]


def test_merged_cells_and_hidden_rows_stay_where_they_are() -> None:
    second = (
        "<table><tr><td>Назва<td>Код</tr><tr><td rowspan=2>Школа<td>2</tr>"
        "<tr hidden><td>3</tr></table>"
    )
    table = sheet(page(drawn(FIRST) + second), "html", every=True, header_has=["Код"],
                  fill_merged=True)  # fmt: skip
    assert cells(table) == [["Клуб", "1"], ["Школа", "2"], ["Школа", "3"]]
    assert one(table, "rows-are-hidden").details["rows"] == str(table.rows[2].line)


def test_tables_with_other_columns_are_not_one() -> None:
    data = document(("", FIRST), ("", [["Код", "Назва"], ["2", "Школа"]]))
    error = refusal(data, "docx", every=True, header_has=["Код"])
    assert (error.code, error.details["table"]) == ("tables-differ", "table[2]")


@pytest.mark.parametrize("others", [{}, {"header_has": ["Код"], "sheet": 2}])
def test_refused_in_yaml(others: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="every"):
        SpreadsheetOptions.model_validate({"every": True, **others})


def test_one_table_with_other_names_is_refused() -> None:
    data = page(drawn([["Дім", "2"]] * 2))
    assert refusal(data, "html", every=True, header_has=["Код"]).code == "table-is-absent"


WIDE = [["Назва", "Код", "Адреса"], ["1", "2", "3"], ["Клуб", "7", "Тиха"]]
MORE = [["1", "2", "3"], ["Сад", "8", "Нова"]]


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_a_table_under_the_numbers_of_its_columns_goes_on(kind: str) -> None:
    page_of = page(drawn([["1", "2", "3"]]) + drawn(WIDE) + drawn(MORE, "Продовження"))
    words = document(("", [["1", "2", "3"]]), ("Додаток", WIDE), ("Продовження", MORE))
    data = words if kind == "docx" else page_of
    table = sheet(data, kind, every=True, header_has=["Код"], skip_numbering=True)
    assert cells(table) == [["Клуб", "7", "Тиха"], ["Сад", "8", "Нова"]]
    assert one(table, "tables-not-read").details == {"count": 1}


@pytest.mark.parametrize(
    ("options", "severity"),
    [
        ({"header_has": ["Код"]}, Severity.WARNING),
        ({"header_has": ["Код"], "every": True}, Severity.WARNING),
        ({"sheet": 1}, Severity.INFO),
    ],
)
def test_a_table_as_wide_that_is_not_read_is_doubtful(
    options: dict[str, Any], severity: Severity
) -> None:
    data = page(drawn(WIDE) + drawn([["Сад", "8", "Нова"]] * 2))
    assert one(sheet(data, "html", **options), "tables-not-read").severity == severity


def test_two_narrow_tables_are_alike_by_chance() -> None:
    data = page(drawn(FIRST) + drawn([["Голова", "Приклад"]] * 2))
    assert one(sheet(data, "html", header_has=["Код"]), "tables-not-read").severity == Severity.INFO
