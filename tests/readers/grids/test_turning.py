"""Tables whose records are no rows: on a side, and cards one below another, in every format."""

import io
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.letters.copy import marked_copy
from pipeline.letters.marks import Mark
from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.workbooks.saved import ods, ods_row, xlsx

CARDS: dict[str, Any] = {"cards": {"begins": "Назва"}}
HEADED: dict[str, Any] = {"cards": {"heading": {"name": "Картка", "matches": "^Картка"}}}


def sheet(data: str | bytes, **options: Any) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    return read(content, snapshot(address="a"), SpreadsheetOptions.model_validate(options))


def cells(made: Sheet) -> list[tuple[str, ...]]:
    return [made.header, *(row.cells for row in made.rows)]


def said(made: Sheet, code: str) -> list[Finding]:
    return [item for item in made.findings if item.code == code]


def errors(made: Sheet) -> list[str]:
    return [item.code for item in made.findings if item.severity is Severity.ERROR]


# On a side


SIDE: list[list[Any]] = [["Назва", "Ліс", "Гай"], ["Код", 7, "08"], ["Адреса", "", "Тиха, 1"]]
TURNED = [("Назва", "Код", "Адреса"), ("Ліс", "7", ""), ("Гай", "08", "Тиха, 1")]


def document(*tables: list[list[str]]) -> bytes:
    made = docx.Document()
    for rows in tables:
        table = made.add_table(len(rows), max(map(len, rows)))
        for line, row in enumerate(rows):
            for at, text in enumerate(row):
                table.cell(line, at).text = text
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def page(*tables: list[list[str]]) -> str:
    made = (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        + "</table>"
        for rows in tables
    )
    return f"<html><body>{''.join(made)}</body></html>"


def texts(rows: list[list[Any]]) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in rows]


def csv(rows: list[list[Any]]) -> str:
    return "".join(";".join(row) + "\n" for row in texts(rows))


@pytest.mark.parametrize(
    ("data", "options", "place"),
    [
        (xlsx(SIDE), {}, "C3"),
        (ods("".join(ods_row(*row) for row in texts(SIDE))), {}, "C3"),
        (csv(SIDE), {"delimiter": ";"}, "3"),
        (document(texts(SIDE)), {"format": "docx"}, "table[1]/row[3]/cell[3]"),
        (page(texts(SIDE)), {"format": "html"}, "table[1]/row[3]/cell[3]"),
    ],
)
def test_a_table_on_its_side_in_every_format(
    data: str | bytes, options: dict[str, Any], place: str
) -> None:
    made = sheet(data, transposed=True, **options)
    assert cells(made) == TURNED
    assert made.where(made.rows[1].line, 2) == place
    assert made.findings == ()


def test_what_is_stored_as_a_number_stays_known() -> None:
    made = sheet(xlsx(SIDE), transposed=True)
    assert [row.numbers for row in made.rows] == [frozenset({1}), frozenset()]


def test_a_side_with_a_title_groups_a_total_and_notes() -> None:
    def fill(book: Any, made: Any) -> None:
        made.merge_range("A4:A5", "Гроші")

    rows: list[list[object]] = [
        ["Звіт за рік"],
        [],
        ["", "Назва", "Ліс", "Гай", "Разом"],
        ["Гроші", "Дохід", 5, 6, 11],
        ["", "Видатки", 1, 2, 4],
        ["* попередні"],
    ]
    totals = [{"matches": "^Разом"}]
    made = sheet(
        xlsx(rows, fill), transposed=True, header_row=3, header_rows=2, until=r"^\*", totals=totals
    )
    assert cells(made) == [
        ("Назва", "Гроші Дохід", "Гроші Видатки"),
        ("Ліс", "5", "1"),
        ("Гай", "6", "2"),
    ]
    (wrong,) = said(made, "total-differs")
    assert wrong.place.cell == "E5"
    assert said(made, "rows-above-header")
    assert said(made, "rows-below-table")


def test_names_tell_where_a_side_begins() -> None:
    rows: list[list[object]] = [["Довідка"], ["Код", 1], ["Назва", "Ліс"]]
    made = sheet(xlsx(rows), transposed=True, header_has=["Назва", "Код"])
    assert cells(made) == [("Код", "Назва"), ("1", "Ліс")]
    with pytest.raises(SourceError) as refused:
        sheet(xlsx(rows), transposed=True, header_has=["Назва", "Адреса"])
    assert refused.value.code == "names-are-not-found"
    assert refused.value.details["names"] == "Адреса"


def test_of_several_tables_the_side_with_the_names() -> None:
    data = page([["А", "Б"]], [["Код", "1"], ["Назва", "Ліс"]])
    made = sheet(data, format="html", transposed=True, header_has=["Назва", "Код"])
    assert cells(made) == [("Код", "Назва"), ("1", "Ліс")]


def test_a_row_of_a_side_that_a_comma_broke_is_an_error() -> None:
    text = "Назва;Ліс;Гай\nАдреса;Тиха; 1;Дуб\nЗв’язок\nТел.;1\nКод;1;2\n"
    made = sheet(text, delimiter=";", transposed=True)
    wrong = said(made, "side-row-is-uneven")
    assert [(item.severity, item.place.line) for item in wrong] == [("error", 2), ("error", 4)]
    for language in messages.LANGUAGES:
        assert messages.text(language, "finding-side-row-is-uneven", wrong[0].details)


def test_a_field_without_a_name_goes_by_its_row() -> None:
    made = sheet(xlsx([["Назва", "Ліс"], ["", "Тиха"]]), transposed=True)
    assert made.label(1) == "[2]"


def test_a_value_merged_over_records_is_said_or_spread() -> None:
    data = xlsx([["Назва", "Ліс", "Гай"]], lambda _, s: s.merge_range("B2:C2", "Київ"))
    made = sheet(data, transposed=True)
    assert said(made, "cells-are-merged")
    made = sheet(data, transposed=True, fill_merged=True)
    assert [row.cells[1] for row in made.rows] == ["Київ", "Київ"]


def test_a_side_without_records_is_refused() -> None:
    with pytest.raises(SourceError) as refused:
        sheet(xlsx([["Назва"], ["Код"]]), transposed=True)
    assert refused.value.code == "records-are-absent"


def test_a_hidden_field_is_said() -> None:
    data = xlsx(SIDE, lambda _, s: s.set_row(1, None, None, {"hidden": True}))
    assert said(sheet(data, transposed=True), "rows-are-hidden")
    made = sheet(data, transposed=True, skip_hidden_rows=True)
    assert made.header == ("Назва", "Адреса")


def test_a_faulty_cell_of_a_side_stays_an_error() -> None:
    def fill(book: Any, made: Any) -> None:
        made.write_formula("C2", "=1/0", None, "#DIV/0!")

    made = sheet(xlsx(SIDE, fill), transposed=True)
    assert errors(made) == ["cell-has-error"]


# Cards


LIST = [
    ["Установи ради"],
    ["Назва", "Ліс"],
    ["Код", "1"],
    ["Адреса", "Тиха"],
    [],
    ["НАЗВА:", "Гай"],
    ["Адреса", ""],
    ["Код", "2"],
]
READ = [("Назва", "Код", "Адреса"), ("Ліс", "1", "Тиха"), ("Гай", "2", "")]


@pytest.mark.parametrize(
    ("data", "options", "place"),
    [
        (xlsx(LIST), {}, "B8"),
        (ods("".join(ods_row(*row) for row in LIST)), {}, "B8"),
        (csv(LIST), {"delimiter": ";"}, "8"),
        (document(LIST), {"format": "docx"}, "table[1]/row[8]/cell[2]"),
        (document(LIST[1:4], LIST[5:]), {"format": "docx"}, "table[2]/row[3]/cell[2]"),
        (page([["меню", "пошук"]], *[LIST[1:4], LIST[5:]]), {"format": "html"},
         "table[3]/row[3]/cell[2]"),
    ],
)  # fmt: skip
def test_cards_in_every_format(data: str | bytes, options: dict[str, Any], place: str) -> None:
    made = sheet(data, **CARDS, **options)
    assert cells(made) == READ
    assert made.where(made.rows[1].line, 1) == place
    assert not errors(made)


def test_cards_under_headings_and_in_sections() -> None:
    rows = [
        ["Школи"],
        ["Картка № 1"],
        ["Назва", "Ліс"],
        ["Показник", "Значення"],
        ["Код", "1"],
        ["Клуби"],
        ["Картка № 2"],
        ["Назва", "Гай"],
        ["Код", "2"],
    ]
    cards = {**HEADED["cards"], "skip": "^Показник"}
    sections = [{"name": "Вид", "matches": "^(Школи|Клуби)$"}]
    made = sheet(xlsx(rows), cards=cards, sections=sections)
    assert cells(made) == [
        ("Картка", "Назва", "Код", "Вид"),
        ("Картка № 1", "Ліс", "1", "Школи"),
        ("Картка № 2", "Гай", "2", "Клуби"),
    ]
    assert made.where(made.rows[1].line, 0) == "A7"
    assert [made.label(at) for at in range(4)] == list(made.header)
    (left,) = said(made, "card-rows-left-out")
    assert left.place.line == 4
    assert not errors(made)


BESIDE: dict[str, Any] = {"cards": {"beside": "Заклад"}, "header_row": 2}


@pytest.mark.parametrize("repeated", ["", "Ліс"])
def test_the_text_before_the_names_tells_cards_apart(repeated: str) -> None:
    rows = [
        ["Заклад", "Показник", "Значення"],
        ["Ліс", "Учнів", "5"],
        [repeated, "Площа", "7"],
        ["Гай", "", ""],
        ["", "Учнів", "6"],
        ["", "Площа", "8"],
    ]
    made = sheet(xlsx(rows), **BESIDE)
    assert cells(made) == [("Заклад", "Учнів", "Площа"), ("Ліс", "5", "7"), ("Гай", "6", "8")]
    assert [made.where(made.rows[1].line, at) for at in range(3)] == ["A4", "C5", "C6"]
    assert [item.code for item in made.findings] == ["rows-above-header"]
    rows[3] = ["Гай", "Учнів", "1"]
    assert errors(sheet(xlsx(rows), **BESIDE)) == ["card-repeats-field"]
    rows[3] = ["Гай", "Учнів", "", "1"]
    assert "card-has-more-values" in errors(sheet(xlsx(rows), **BESIDE))


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_a_heading_may_stand_above_the_table_of_its_card(kind: str) -> None:
    tables = [
        [["1", "Назва", "Ліс"], ["2", "Код", "7"]],
        [["1", "Назва", "Гай"], ["2", "Код", "8"]],
    ]
    if kind == "html":
        parts = [page(rows)[len("<html><body>") : -len("</body></html>")] for rows in tables]
        heads = ["<h3>Картка № 1</h3><p>Дані</p>", "<div><div>Картка<br>Картка № 2</div></div>"]
        data = "".join(f"{head}{part}" for head, part in zip(heads, parts, strict=True)).encode()
        data = b"<html><body>" + data + b"</body></html>"
    else:
        made = docx.Document()
        for number, rows in enumerate(tables, start=1):
            made.add_paragraph(f"Картка № {number}")
            made.add_paragraph("Дані" if number == 1 else "")
            table = made.add_table(2, 3)
            for line, row in enumerate(rows):
                for at, text in enumerate(row):
                    table.cell(line, at).text = text
        buffer = io.BytesIO()
        made.save(buffer)
        data = buffer.getvalue()
    read = sheet(data, format=kind, **HEADED)
    assert cells(read) == [
        ("Картка", "Назва", "Код"),
        ("Картка № 1", "Ліс", "7"),
        ("Картка № 2", "Гай", "8"),
    ]
    assert read.where(read.rows[1].line, 0) == "table[2]/above/cell[1]"
    assert not errors(read)


def written(kind: str, parts: list[str | list[list[str]]]) -> bytes:
    """A page or a document of lines of text and tables."""
    if kind == "html":
        made = (f"<p>{one}</p>" if isinstance(one, str) else page(one)[12:-14] for one in parts)
        return f"<html><body>{''.join(made)}</body></html>".encode()
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)))
        for line, row in enumerate(part):
            for at, text in enumerate(row):
                table.cell(line, at).text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WOOD, GROVE = [["Назва", "Ліс"], ["Код", "7"]], [["Назва", "Гай"], ["Код", "8"]]


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_headings_above_a_table_that_head_no_card_are_said(kind: str) -> None:
    parts: list[str | list[list[str]]] = [
        "Картка установ", "Картка № 1", WOOD, "Картка № 2", "Примітка", "Картка № 3",
        [["Картка № 4"], *GROVE], "Картка № 5",
    ]  # fmt: skip
    made = sheet(written(kind, parts), format=kind, **HEADED)
    assert [row.cells for row in made.rows] == [
        ("Картка № 1", "Ліс", "7"), ("Картка № 4", "Гай", "8"),
    ]  # fmt: skip
    told = said(made, "card-heading-not-used")
    assert [(one.value, one.place.element) for one in told] == [
        ("Картка установ", "table[1]/above"), ("Картка № 2", "table[2]/above"),
        ("Картка № 3", "table[2]/above"), ("Картка № 5", "table[2]/below"),
    ]  # fmt: skip
    assert {one.severity for one in told} == {Severity.WARNING}
    one = written(kind, ["Картка установ", "Картка № 1", WOOD])
    assert len(said(sheet(one, format=kind, sheet=1, **HEADED), "card-heading-not-used")) == 1


@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("options", [HEADED, CARDS])
def test_a_title_above_tables_of_cards_is_their_section(kind: str, options: dict[str, Any]) -> None:
    parts: list[str | list[list[str]]] = ["Школи", "Картка № 1", WOOD, "Клуби", "Картка № 2", GROVE]
    sections = [{"name": "Вид", "matches": "^(Школи|Клуби)$"}]
    made = sheet(written(kind, parts), format=kind, sections=sections, **options)
    assert [(*row.cells[-3:-1], row.cells[-1]) for row in made.rows] == [
        ("Ліс", "7", "Школи"), ("Гай", "8", "Клуби"),
    ]  # fmt: skip
    assert not said(made, "card-heading-not-used")
    assert not errors(made)


def test_numbers_of_fields_stand_before_their_names() -> None:
    rows = [
        ["Картка об’єкта"],
        ["1.", "Назва", "Ліс"],
        ["Зв’язок"],
        ["2.1", "Тел.", "1"],
        ["1.", "Назва", "Гай"],
        ["2.1", "Тел.", "2"],
    ]
    made = sheet(xlsx(rows), groups="^Зв", **CARDS)
    assert made.header == ("Назва", "Зв’язок Тел.", "Тел.")
    made = sheet(xlsx(rows), cards={"begins": "Назва", "skip": "^Зв"})
    assert cells(made) == [("Назва", "Тел."), ("Ліс", "1"), ("Гай", "2")]
    assert said(made, "columns-not-read")[0].details["columns"] == "A"
    assert not errors(made)
    assert errors(sheet(xlsx([["Так", "Назва", "Ліс"]]), **CARDS)) == ["card-has-more-values"]


def test_a_value_merged_over_fields_is_said() -> None:
    rows = [["Назва", "Ліс"], ["Адреса", ""], ["Сайт", ""]]
    made = sheet(xlsx(rows, lambda _, s: s.merge_range("B2:B3", "Київ")), **CARDS)
    assert [row.cells for row in made.rows] == [("Ліс", "Київ", "")]
    (merged,) = said(made, "cells-are-merged")
    assert merged.place.cell == "B2"


@given(
    st.lists(
        st.lists(st.sampled_from(["", "а", "1", "б\nв", "01.02.2020"]), min_size=2, max_size=2),
        min_size=1,
        max_size=5,
    )
)
def test_turned_tables_say_what_straight_ones_say(values: list[list[str]]) -> None:
    names = ["Назва", "Код", "Тел."]
    records = [[f"№ {at}", *cells] for at, cells in enumerate(values)]
    straight = cells(sheet(xlsx([names, *records])))
    side = [list(row) for row in zip(names, *records, strict=True)]
    assert cells(sheet(xlsx(side), transposed=True)) == straight
    below = [[name, cell] for record in records for name, cell in zip(names, record, strict=True)]
    assert cells(sheet(xlsx(below), **CARDS)) == straight


def test_groups_of_fields_stand_before_their_names() -> None:
    def fill(book: Any, made: Any) -> None:
        made.merge_range("A2:A3", "Голова")
        made.merge_range("A4:A5", "Секретар")

    rows = [
        ["", "Назва", "Ліс"],
        ["", "Ім’я", "А"],
        ["", "Тел.", "1"],
        ["", "Ім’я", "Б"],
        ["", "Тел.", "2"],
    ]
    made = sheet(xlsx(rows, fill), header_rows=2, **CARDS)
    assert made.header == ("Назва", "Голова Ім’я", "Голова Тел.", "Секретар Ім’я", "Секретар Тел.")
    assert not errors(made)


OFFICERS = [["Назва", "Ліс"], ["Голова"], ["Тел.", "1"], ["Секретар"], ["Тел.", "2"]]


@pytest.mark.parametrize("lying", [CARDS, {"transposed": True}])
def test_rows_that_name_a_group_stand_before_the_names_under_them(lying: dict[str, Any]) -> None:
    made = sheet(xlsx(OFFICERS), groups="^(Голова|Секретар)$", **lying)
    assert cells(made) == [("Назва", "Голова Тел.", "Секретар Тел."), ("Ліс", "1", "2")]
    assert made.where(made.rows[0].line, 2) == "B5"
    assert not errors(made)


@pytest.mark.parametrize("lying", [CARDS, {"transposed": True}])
def test_links_follow_their_fields(lying: dict[str, Any]) -> None:
    data = xlsx(
        [["", "Назва", ""], ["", "Код", "1"]],
        lambda _, s: s.write_url("C1", "https://rada.example/1", string="Ліс"),
    )
    made = sheet(data, links=["Назва"], columns="B:C", **lying)
    assert cells(made)[1] == ("Ліс", "1", "https://rada.example/1")
    assert made.where(made.rows[0].line, 1) == "C2"
    assert "links-not-read" in [item.code for item in sheet(data, columns="B:C", **lying).findings]


def test_a_copy_for_the_clerk_has_the_table_as_it_stands() -> None:
    made = sheet(csv(SIDE), delimiter=";", transposed=True)
    mark = Mark(sheet=None, line=3, cell="A3", severity=Severity.ERROR, text="!")
    copied = openpyxl.load_workbook(io.BytesIO(marked_copy(made, [mark]))).worksheets[0]
    assert [[cell.value or "" for cell in row] for row in copied] == texts(SIDE)
    assert copied["A3"].comment.text == "!"


def test_values_beside_a_merged_name_are_lines_of_one() -> None:
    table = (
        "<table><tr><td>Назва</td><td>Ліс</td></tr>"
        "<tr><td rowspan=2>Тел.</td><td>1</td></tr><tr><td>2</td></tr></table>"
    )
    made = sheet(f"<html><body>{table}</body></html>", format="html", **CARDS)
    assert cells(made) == [("Назва", "Тел."), ("Ліс", "1\n2")]


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ([["Назва", "Ліс"], ["Код", "1"], ["Код", "2"]], "card-repeats-field", "B3"),
        ([["Назва", "Ліс"], ["Код", "1"], ["Нзва", "Гай"], ["Код", "2"]],
         "card-repeats-field", "B4"),
        ([["Назва", "Ліс"], ["Код", "1"], ["Код", ""]], "card-repeats-field", "B3"),
        ([["Назва", "Ліс"], ["Назва", "Ліс"], ["Код", "1"]], "card-has-no-fields", "B1"),
        ([["Назва", "Ліс"], ["Код", "1"], ["", "1"]], "card-value-has-no-name", "B3"),
        ([["Назва", "Ліс"], ["Код", "1", "2"]], "card-has-more-values", "C2"),
        ([["Код", "1"], ["Назва", "Ліс"], ["Код", "2"]], "card-has-no-beginning", "B1"),
        ([["Назва", "Ліс"], ["Код", "1"], ["Тел.", "2"], ["Сайт", "3"], [],
          ["Назва", "Гай"], ["Код", "1"], [], ["Сайт", "4"]], "card-has-gap", "B9"),
        ([["Назва", "Ліс"], ["Код", "1"], ["Назва", "Рада"], ["Тел.", "2"]],
         "cards-have-nothing-in-common", "B3"),
    ],
)  # fmt: skip
def test_what_does_not_fit_into_cards_is_an_error(
    rows: list[list[str]], code: str, place: str
) -> None:
    made = sheet(xlsx(rows), **CARDS)
    (wrong,) = [item for item in made.findings if item.severity is Severity.ERROR]
    assert (wrong.code, wrong.place.cell) == (code, place)
    for language in messages.LANGUAGES:
        assert messages.text(language, f"finding-{code}", wrong.details)


def test_a_gap_that_cards_have_alike_is_no_fault() -> None:
    card = [["Назва", "Ліс"], ["Код", "1"], [], ["Тел.", "2"], ["Пошта", "3"], []]
    less = [["Назва", "Гай"], [], ["Пошта", "4"]]
    made = sheet(xlsx([*card, *card, *less]), **CARDS)
    assert not errors(made)
    lacking = said(made, "cards-lack-field")
    assert [item.details["field"] for item in lacking] == ["Код", "Тел."]
    assert lacking[0].place.line == 13


def test_an_empty_row_before_the_field_that_comes_next_is_doubtful_only() -> None:
    card = [["Назва", "Ліс"], ["Код", "1"], ["Тел.", "2"], []]
    apart = [["Назва", "Гай"], ["Код", "1"], [], ["Тел.", "3"]]
    made = sheet(xlsx([*card, *card, *apart]), **CARDS)
    (doubted,) = said(made, "card-has-gap")
    assert (doubted.severity, doubted.place.cell) == (Severity.WARNING, "B12")
    assert made.rows[2].cells == ("Гай", "1", "3")


def test_a_field_of_one_name_without_values_is_said_once() -> None:
    rows = [["Назва", "Ліс"], ["Зв’язок", ""], ["Тел.", "1"], ["Зв’язок", ""]]
    made = sheet(xlsx(rows), **CARDS)
    assert cells(made) == [("Назва", "Зв’язок", "Тел."), ("Ліс", "", "1")]


@pytest.mark.parametrize("options", [CARDS, HEADED])
def test_without_a_card_the_table_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(SourceError) as refused:
        sheet(xlsx([["Код", "1"]]), **options)
    assert refused.value.code == "cards-are-absent"


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"transposed": True, **CARDS}, "both"),
        ({"cards": {}}, "begins"),
        ({"cards": {"begins": "А", **HEADED["cards"]}}, "begins"),
        ({**CARDS, "until_blank": True}, "until_blank"),
        ({**CARDS, "sections": [{"name": "Вид"}]}, "matches"),
        ({"transposed": True, "skip_numbering": True}, "skip_numbering"),
        ({"groups": "^А"}, "groups"),
        ({"transposed": True, "format": "json"}, "JSON"),
    ],
)
def test_what_cannot_be_declared(options: dict[str, Any], word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        SpreadsheetOptions.model_validate(options)
