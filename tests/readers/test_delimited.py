"""CSV as declared, and what is said when it is not."""

import pytest

from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.delimited import read_grid
from pipeline.readers.grids.grid import Grid


def grid(data: bytes, **options: object) -> Grid:
    return read_grid(data, "table.csv", SpreadsheetOptions.model_validate(options))


def refusal(data: bytes, **options: object) -> SourceError:
    with pytest.raises(SourceError) as caught:
        grid(data, **options)
    assert "table.csv" in caught.value.message("uk")
    assert "table.csv" in caught.value.message("en")
    return caught.value


def test_undecodable_byte_has_line_and_offset() -> None:
    error = refusal("a,b\n1,місто\n".encode("cp1251"))
    assert error.code == "csv-is-not-in-encoding"
    assert error.details == {
        "source": "table.csv",
        "encoding": "utf-8",
        "line": "2",
        "offset": "6",
    }


def test_offset_counts_the_byte_order_mark() -> None:
    assert refusal(b"\xef\xbb\xbfa\n\xff\n").details["offset"] == "5"


def test_utf8_declared_as_a_one_byte_encoding_is_refused() -> None:
    error = refusal("a,b\n1,місто\n".encode(), encoding="cp1251")
    assert (error.code, error.details["encoding"]) == ("csv-is-utf-8", "cp1251")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "mac-cyrillic", "cp866", "utf-16"])
def test_declared_encodings_are_read(encoding: str) -> None:
    text = "код,назва\n1,місто\n" if encoding != "cp866" else "код,назва\n1,село\n"
    found = grid(text.encode(encoding), encoding=encoding)
    assert [row.cells for row in found.rows] == [tuple(x.split(",")) for x in text.split()]


def test_plain_ascii_is_every_encoding() -> None:
    assert grid(b"a,b\n", encoding="cp1251").rows[0].cells == ("a", "b")


def test_nul_has_line_and_offset() -> None:
    error = refusal(b"a,b\n1,\x002\n")
    assert (error.code, error.details["line"], error.details["offset"]) == ("csv-has-nul", "2", "6")


BROKEN_QUOTES = {
    "never closed": ('a,b\n1,2\n3,"4\n5,6\n', "3"),
    "closed by the next opening quote": ('a,b\n1,"2\n3,"місто"\n4,5\n', "2"),
    "text after closed quotes": ('a,b\n1,"Партія" нова\n', "2"),
    "a cell beyond all measure": ('a,b\n1,"' + "x" * 200_000, "2"),
}


@pytest.mark.parametrize(("text", "line"), BROKEN_QUOTES.values(), ids=BROKEN_QUOTES)
def test_broken_quotes_name_the_line_where_the_record_begins(text: str, line: str) -> None:
    error = refusal(text.encode())
    assert (error.code, error.details["line"]) == ("csv-quotes-are-broken", line)


def test_quotes_inside_an_unquoted_cell_are_text() -> None:
    assert grid('a,b\n1,ТОВ "Ліс"\n'.encode()).rows[1].cells == ("1", 'ТОВ "Ліс"')


def test_a_pair_of_quotes_that_swallows_lines_is_noticed() -> None:
    found = grid(b'a,b,c\n1,"x,2\n3,y,4\n5,z",6\n')
    assert len(found.rows) == 2
    (finding,) = found.findings
    assert (finding.code, finding.place.line) == ("csv-cell-looks-like-rows", 2)
    assert finding.details == {"lines": 3}


def test_an_address_of_several_lines_is_a_cell() -> None:
    assert grid('a,b,c\n1,"вул. Нова\nбуд. 2, оф. 3",4\n'.encode()).findings == ()


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [("a;b\n1;2\n", ",", ";"), ("a,b\n1,2\n", ";", ","), ("a\tb\n1\t2\n", ",", "\\t")],
    ids=["semicolon", "comma", "tab"],
)
def test_another_delimiter_than_declared_is_refused(text: str, declared: str, found: str) -> None:
    error = refusal(text.encode(), delimiter=declared)
    assert error.code == "csv-delimiter-differs"
    assert (error.details["declared"], error.details["found"]) == (declared, found)


@pytest.mark.parametrize(
    "text",
    ["Назва\nмісто\n", 'Назва\n"місто; село"\n', "Назва; адреса\nмісто\n"],
    ids=["no other sign", "in quotes", "only in the header"],
)
def test_one_column_is_a_table_too(text: str) -> None:
    assert grid(text.encode()).rows[0].cells == (text.split("\n")[0],)


def test_old_line_ends() -> None:
    assert [row.line for row in grid(b"a,b\r1,2\r3,4").rows] == [1, 2, 3]
