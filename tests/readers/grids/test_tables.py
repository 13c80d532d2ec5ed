"""Tables of pages, documents, PDF and JSON: spans, places, choice, refusals."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import Sheet, read
from tests.builders import snapshot
from tests.readers.sheets import cells, one
from tests.readers.ugly import Drawing, as_docx, as_html, as_pdf, pdf
from tests.readers.workbooks.saved import archive


def sheet(data: bytes | str, kind: str, **options: Any) -> Sheet:
    content = data.encode() if isinstance(data, str) else data
    given = SpreadsheetOptions.model_validate({"format": kind, **options})
    return read(content, snapshot(address=f"table.{kind}"), given)


def refusal(data: bytes | str, kind: str, **options: Any) -> SourceError:
    with pytest.raises(SourceError) as caught:
        sheet(data, kind, **options)
    for language in messages.LANGUAGES:
        assert "table" in caught.value.message(language)
    return caught.value


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><body>{body}</body></html>"


# Pages

SPANS = page(
    "<table><tr><th rowspan=2>Район<th colspan='2'>Населення</tr><tr><th>усього<th>діти</tr>"
    "<tr><td rowspan=0>А<td>1<td>2</tr><tr><td>3<td colspan=99999>4</tr></table>"
)


def test_spans_of_a_page() -> None:
    table = sheet(SPANS, "html", header_rows=2, fill_merged=True, columns="A:C")
    assert table.header == ("Район", "Населення усього", "Населення діти")
    assert cells(table) == [["А", "1", "2"], ["А", "3", "4"]]
    assert table.place(3, 1).element == "table[1]/row[3]/cell[2]"
    assert table.place(3).line is None


def test_a_cell_as_a_person_reads_it() -> None:
    text = page(
        "<table><tr><td>назва<td>опис</tr><tr><td><p>ТОВ <b>«Ліс»</b></p><p>філія</p>"
        "<td>один\n  рядок<br>другий<!-- ні --><script>x</script></tr></table>"
    )
    assert cells(sheet(text, "html")) == [["ТОВ «Ліс»\nфілія", "один рядок\nдругий"]]


TWO = page(
    "<table><tr><td><table><caption>Перша</caption><tr><td>а<td>б</tr><tr><td>1<td>2</tr></table>"
    "</td></tr></table><table><tr><td>а<td>в</tr><tr style='display: none'><td>3<td>4</tr></table>"
)


@pytest.mark.parametrize(
    ("options", "first"),
    [({"sheet": 1}, "1"), ({"sheet": 2}, "3"), ({"sheet": "перша"}, "1"),
     ({"header_has": ["в"]}, "3")],
    ids=["first", "second", "by its caption", "by its header"],
)  # fmt: skip
def test_one_of_several_tables(options: dict[str, Any], first: str) -> None:
    table = sheet(TWO, "html", **options)
    assert cells(table)[0][0] == first
    assert one(table, "tables-not-read").details == {"count": 1}


def test_hidden_rows_of_a_page_are_said() -> None:
    assert one(sheet(TWO, "html", sheet=2), "rows-are-hidden").details["rows"] == "2"


@pytest.mark.parametrize(
    ("options", "code"),
    [({}, "table-is-not-declared"), ({"sheet": 3}, "table-is-absent"),
     ({"header_has": ["г"]}, "table-is-absent")],
    ids=["nobody says which", "none of that number", "none with that header"],
)  # fmt: skip
def test_an_unclear_table_is_refused(options: dict[str, Any], code: str) -> None:
    error = refusal(TWO, "html", **options)
    assert (error.code, error.details["tables"]) == (code, "Перша, table[2]")


def test_spans_that_ask_for_too_much_are_refused() -> None:
    rows = "<tr><td colspan=1000 rowspan=1000>а<td>б</tr>" * 100
    error = refusal(page(f"<table>{rows}</table>"), "html", max_cells=50_000)
    assert error.code == "sheet-is-too-large"


def test_a_workbook_saved_as_a_page_in_its_encoding() -> None:
    head = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
    text = f"{head}</head><body><table><tr><td>назва<td>код</tr><tr><td>їжа<td>1</tr></table>"
    table = sheet(f"{text}</body></html>".encode("cp1251"), "html", encoding="cp1251")
    assert cells(table) == [["їжа", "1"]]


def test_links_of_cells() -> None:
    text = page(
        "<table><tr><td>Назва<td>Файл</tr><tr><td><a href='/a b'>перша</a>"
        "<td><a href='x.pdf'>1</a> <a href='https://b.example/y'>2</a>"
        " <a href='#z'>далі</a></tr></table>"
    )
    table = sheet(text, "html", links=["файл"], base="https://rada.example/acts/")
    assert table.header == ("Назва", "Файл", "Файл (посилання)")
    assert cells(table) == [
        ["перша", "1 2 далі", "https://rada.example/acts/x.pdf, https://b.example/y"]
    ]
    assert table.place(2, 2) == table.place(2)
    left = one(table, "links-not-read")
    assert (left.place.element, left.details) == ("table[1]/row[2]/cell[1]", {"count": 1})


def test_a_real_page_with_a_title_and_sections_in_its_table(inputs: Path) -> None:
    data = (inputs / "html" / "drabiv-named-votes-list.html").read_bytes()
    table = sheet(
        data,
        "html",
        header_has=["Номер та дата проведення сесії"],
        sections=[{"name": "Рік", "matches": "^[0-9]{4} рік$"}],
        links=["Посилання на результати голосування"],
    )
    assert table.header[2:] == (
        "Посилання на результати голосування",
        "Посилання на результати голосування (посилання)",
        "Рік",
    )
    assert len(table.rows) >= 40
    assert all(row.cells[4].endswith(" рік") for row in table.rows)
    assert all(row.cells[3].startswith("http") for row in table.rows)


# Documents


def test_merged_cells_of_a_document() -> None:
    drawing = Drawing()
    drawing.add(["Район", "Населення", ""], (1, 2))
    drawing.add(["", "усього", "діти"])
    drawing.merges.append((0, 0, 1, 0))
    drawing.add(["А", "1", "2"])
    drawing.add(["", "3", "4"])
    drawing.merges.append((2, 0, 3, 0))
    table = sheet(as_docx(drawing), "docx", header_rows=2)
    assert table.header == ("Район", "Населення усього", "Населення діти")
    assert cells(table) == [["А", "1", "2"], ["", "3", "4"]]
    assert one(table, "cells-are-merged").place.element == "table[1]/row[3]/cell[1]"
    filled = sheet(as_docx(drawing), "docx", header_rows=2, fill_merged=True)
    assert cells(filled)[1] == ["А", "3", "4"]


def test_tables_nested_and_several() -> None:
    document = docx.Document()
    for name in ("а", "б"):
        table = document.add_table(2, 2)
        for position, text in enumerate([name, "код", "1", "2"]):
            table.cell(position // 2, position % 2).text = text
    inner = document.tables[1].cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text = "усередині"
    buffer = io.BytesIO()
    document.save(buffer)
    assert refusal(buffer.getvalue(), "docx").code == "table-is-not-declared"
    found = sheet(buffer.getvalue(), "docx", header_has=["б"])
    assert cells(found) == [["1", "2\nусередині"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b", "document-is-other-format"),
        (archive({"a.txt": b"x"}), "document-is-damaged"),
        (as_docx(Drawing([["а", "б"]]))[:-30], "document-is-damaged"),
        (as_html(Drawing([["а", "б"]])), "document-is-other-format"),
    ],
    ids=["text", "archive", "cut", "page"],
)
def test_no_document(data: bytes, code: str) -> None:
    assert refusal(data, "docx").code == code


def test_a_document_without_a_table() -> None:
    document = docx.Document()
    document.add_paragraph("без таблиці")
    buffer = io.BytesIO()
    document.save(buffer)
    assert refusal(buffer.getvalue(), "docx").code == "document-has-no-table"


# PDF


def test_a_table_over_several_pages_of_a_pdf() -> None:
    drawing = Drawing()
    for row in (["назва", "код"], ["їжа", "007"], ["ґанок", "2"], ["назва", "код"], ["сім’я", "4"],
                ["«лапки»", "5"]):  # fmt: skip
        drawing.add(row)
    table = sheet(as_pdf(drawing, pages=2), "pdf")
    assert table.header == ("назва", "код")
    assert cells(table)[0] == ["їжа", "007"]
    assert cells(table)[-1] == ["«лапки»", "5"]
    assert table.place(6, 0).element == "page[2]/table[1]/row[3]/cell[1]"


IMAGE = b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"


def test_a_scanned_pdf_is_said_to_be_one() -> None:
    assert refusal(pdf([IMAGE, IMAGE]), "pdf").code == "pdf-is-scanned"


def test_scanned_pages_among_others_are_an_error() -> None:
    drawing = Drawing([["назва", "код"], ["а", "1"]])
    first = as_pdf(drawing)
    start = first.index(b"stream\n", first.index(b"7 0 obj")) + len(b"stream\n")
    content = first[start : first.index(b"\nendstream", start)]
    found = one(sheet(pdf([content, IMAGE]), "pdf"), "pdf-pages-are-scanned")
    assert (found.severity, found.details) == ("error", {"pages": "2"})


@pytest.mark.parametrize(
    ("data", "options", "code"),
    [
        (b"%PDF-1.4\n", {}, "pdf-is-damaged"),
        (b"a,b", {}, "document-is-other-format"),
        (pdf([b"BT /F 8 Tf 40 40 Td <0430> Tj ET"]), {}, "document-has-no-table"),
        (as_pdf(Drawing([["а", "б"]] * 4), pages=4), {"max_pages": 3}, "pdf-has-too-many-pages"),
        (pdf([b"BT /F 8 Tf 40 40 Td <0430> Tj ET " + b"1 1 m 2 2 l S " * 20_001]), {},
         "pdf-page-is-too-dense"),
    ],
    ids=["beginning", "text", "no lines", "pages", "dense"],
)  # fmt: skip
def test_refused_pdf(data: bytes, options: dict[str, Any], code: str) -> None:
    assert refusal(data, "pdf", **options).code == code


def test_a_bomb_in_a_pdf_is_refused_before_it_is_unpacked() -> None:
    import zlib

    bomb = zlib.compress(b"0" * (3 * 2**20))
    data = pdf([b""]) + b"9 0 obj<</Filter/FlateDecode>>stream\n" + bomb + b"\nendstream\nendobj\n"
    assert refusal(data, "pdf", max_unpacked_mb=2).code == "document-is-too-large"


def test_a_font_that_maps_without_end_is_refused() -> None:
    font = b"begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange endcmap"
    data = pdf([b"BT /F 8 Tf 40 40 Td <0430> Tj ET", font])
    assert refusal(data, "pdf").code == "document-is-too-large"


# JSON


def test_records_of_a_json() -> None:
    text = (
        '{"data": {"items": [{"name": "вул. Нова", "houses": [[1, 2], ["3А"]], "at": {"x": 1.50}},'
        ' {"name": null, "open": true, "tags": ["а", "б"], "odd": ["а, б"], "none": []}]}}'
    )
    table = sheet(text, "json", records="data.items")
    assert table.header == ("name", "houses", "at.x", "open", "tags", "odd", "none")
    assert cells(table) == [
        ["вул. Нова", "1, 2; 3А", "1.50", "", "", "", ""],
        ["", "", "", "true", "а, б", '["а, б"]', ""],
    ]
    assert table.rows[0].numbers == {2}
    assert table.place(2, 0).element == "data.items[1]/cell[1]"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ('[{"a": 1}', {}, "json-is-broken"),
        ('{"a": [1]}', {}, "json-has-no-list"),
        ('{"a": [1]}', {"records": "b"}, "json-has-no-list"),
        ("[1, 2]", {}, "json-record-is-no-object"),
        ('[{"a": 1, "a": 2}]', {}, "json-has-double-name"),
        ('[{"a": {"b": 1}, "a.b": 2}]', {}, "json-has-double-name"),
        ("[" * 100_000, {}, "json-is-too-deep"),
        ('[{"a": ' + "[" * 900 + "]" * 900 + "}]", {}, "json-record-is-no-object"),
        ("[]", {}, "header-is-empty"),
    ],
    ids=["cut", "no list", "wrong path", "numbers", "double", "double by a point", "deep",
         "deep list", "empty"],
)  # fmt: skip
def test_no_records(text: str, options: dict[str, Any], code: str) -> None:
    if code == "json-record-is-no-object" and text.startswith('[{"a"'):
        assert cells(sheet(text, "json"))
        return
    assert refusal(text, "json", **options).code == code


def test_a_json_in_another_encoding() -> None:
    data = '[{"а": "ї"}]'.encode("cp1251")
    assert refusal(data, "json").code == "document-is-not-in-encoding"
    assert cells(sheet(data, "json", encoding="cp1251")) == [["ї"]]


COUNTED = {
    "a list of lists": ('[[1, 2], {"0": 3, "1": "4а", "3": 5}]', "1, 2; 3, 4а, 5", 1),
    "a list": ('{"0": 1, "2": 3}', "1, 3", 1),
    "one": ('{"0": "а"}', "а", 1),
    "years are names": ('[{"2016": 1, "2017": 2}]', '[{"2016": "1", "2017": "2"}]', 0),
    "out of order": ('[{"0": 1, "2": 3, "1": 2}]', '[{"0": "1", "2": "3", "1": "2"}]', 0),
    "other names too": ('[{"0": 1, "name": 2}]', '[{"0": "1", "name": "2"}]', 0),
    "zeros in front": ('[{"0": 1, "01": 2}]', '[{"0": "1", "01": "2"}]', 0),
}


@pytest.mark.parametrize(("value", "cell", "count"), COUNTED.values(), ids=COUNTED)
def test_an_object_whose_names_count_from_zero_is_a_list(value: str, cell: str, count: int) -> None:
    table = sheet(f'[{{"a": {value}}}, {{"a": [1]}}]', "json")
    assert cells(table) == [[cell], ["1"]]
    said = [item.place.element for item in table.findings if item.code == "json-list-as-object"]
    assert said == ["[1]"] * count


def test_records_may_be_such_an_object() -> None:
    assert cells(sheet('{"items": {"0": {"a": 1}, "5": {"a": 2}}}', "json", records="items")) == [
        ["1"],
        ["2"],
    ]


def test_breaks_inside_a_paragraph_of_a_document_part_lines() -> None:
    made = docx.Document()
    table = made.add_table(2, 2)
    for at, text in enumerate(["Назва", "Папери", "А", "заява\nдовідка\tпро склад"]):
        table.cell(at // 2, at % 2).text = text
    buffer = io.BytesIO()
    made.save(buffer)
    assert cells(sheet(buffer.getvalue(), "docx")) == [["А", "заява\nдовідка про склад"]]
