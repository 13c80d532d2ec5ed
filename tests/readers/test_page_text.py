"""A page as a document: lines, rows with their cells, places; menus are left out."""

import pytest

from pipeline.errors import SourceError
from pipeline.parameters.fetching import Kind
from pipeline.parameters.page import PageOptions
from pipeline.readers import page_text
from pipeline.readers.document import Document
from tests.extractors.counting.reading import snapshot

PAGE = """<html><body><nav><table><tr><td>Головна</td><td>Депутати</td></tr></table></nav>
<h1>19 сесія</h1><p>«Про план»<br>Дата: <b>2 грудня 2022 року</b></p>
<table><tr><th>№</th><th>ПІБ</th><th>Голос</th></tr>
<tr><td>1</td><td>Вигаданенко Петро&nbsp;Іванович</td><td><span>За</span></td></tr>
<tr><td colspan="2">За</td><td>1</td></tr></table>
<ol><li>Про звіт</li></ol><footer>© рада</footer></body></html>"""


def read(text: str) -> Document:
    data = text.encode()
    return page_text.read(data, snapshot(data, "votes/1.html", Kind.PAGE), PageOptions())


def test_lines_and_cells() -> None:
    found = read(PAGE)
    rows = [[found.text[start:end] for start, end in line.cells] for line in found.lines]
    assert found.text.split("\n") == [
        "19 сесія", "«Про план»", "Дата: 2 грудня 2022 року", "№\tПІБ\tГолос",
        "1\tВигаданенко Петро Іванович\tЗа", "За\t\t1", "1. Про звіт",
    ]  # fmt: skip
    assert rows[4] == ["1", "Вигаданенко Петро Іванович", "За"]
    assert rows[5] == ["За", "", "1"]
    assert found.lines[4].place.line == 4
    assert "tr[2]" in (found.lines[4].place.element or "")


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(SourceError):
        read("19 сесія")
