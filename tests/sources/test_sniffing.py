import time
from pathlib import Path

import pytest
from hypothesis import given, strategies

from pipeline.errors import SourceError
from pipeline.parameters.fetching import Kind
from pipeline.sources.sniffing import Look, confirmed, kind_of, look_of
from tests.sources.conftest import CSV, DOCX_TYPE, PAGE, XLSX_TYPE, office, packed

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
XLSX = office(XLSX_TYPE)
DOCX = office(DOCX_TYPE)
ODS = packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})

LOOKS = {
    "empty": (b"", Look.EMPTY),
    "workbook": (XLSX, Look.XLSX),
    "workbook-with-macros": (
        office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        Look.XLSX,
    ),
    "binary-workbook": (office("application/vnd.ms-excel.sheet.binary.macroEnabled"), Look.XLSB),
    "old-workbook": (COMPOUND + "Workbook\0".encode("utf-16-le"), Look.XLS),
    "older-workbook": (COMPOUND + "Book\0".encode("utf-16-le"), Look.XLS),
    "old-document": (COMPOUND + "WordDocument\0".encode("utf-16-le"), Look.DOC),
    "other-compound": (COMPOUND, Look.BINARY),
    "spreadsheet": (ODS, Look.ODS),
    "open-text-document": (
        packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        Look.ZIP,
    ),
    "document": (DOCX, Look.DOCX),
    "presentation": (office("application/vnd.ms-powerpoint"), Look.ZIP),
    "archive": (packed({"a.csv": CSV}), Look.ZIP),
    "empty-archive": (packed({}), Look.ZIP),
    "cut-workbook": (XLSX[: len(XLSX) // 2], Look.CUT_ZIP),
    "page": (PAGE, Look.PAGE),
    "page-after-comment": (b"<!-- saved -->\n<?xml version='1.0'?><HTML >", Look.PAGE),
    "page-after-warning": (b"Warning: mysql\n<!doctype html><html>", Look.PAGE),
    "page-in-utf-16": ("<html><p>х</p>".encode("utf-16"), Look.PAGE),
    "page-after-mark": (b"\xef\xbb\xbf \n<html lang=uk>", Look.PAGE),
    "piece-of-page": (b"<div class='error'>404</div>", Look.PAGE),
    "xml": (b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', Look.XML),
    "json": (b'\xef\xbb\xbf {"a": [1]}\n', Look.JSON),
    "json-list": ('["ї"]'.encode(), Look.JSON),
    "cut-json": (b'{"a": [1', Look.BROKEN_JSON),
    "deep-json": (b"[" * 200_000, Look.BROKEN_JSON),
    "pdf": (b"%PDF-1.7\n", Look.PDF),
    "rtf": (b"{\\rtf1\\ansi", Look.RTF),
    "rar": (b"Rar!\x1a\x07\x00", Look.RAR),
    "seven zip": (b"7z\xbc\xaf\x27\x1c", Look.SEVEN_ZIP),
    "gzip": (b"\x1f\x8b\x08", Look.ARCHIVE),
    "picture": (b"\x89PNG\r\n\x1a\n", Look.IMAGE),
    "text": (CSV, Look.TEXT),
    "text-in-cp1251": ("Звіт".encode("cp1251"), Look.TEXT),
    "text-in-utf-16": (CSV.decode().encode("utf-16"), Look.TEXT),
    "text-with-brackets": (b"[x];[y]\n1;2\n", Look.BROKEN_JSON),
    "text-with-nul": (b"a;b\n1\0;2\n", Look.BINARY),
    "text-about-pages": (b"a;b\n1;<body>\n", Look.TEXT),
    "text-beginning-with-a-less-sign": (b"<50;>50\n1;2\n", Look.TEXT),
}


@pytest.mark.parametrize(("data", "look"), LOOKS.values(), ids=LOOKS.keys())
def test_the_look_of_bytes(data: bytes, look: Look) -> None:
    assert look_of(data) is look


@pytest.mark.parametrize(
    ("kind", "confirming"),
    [
        (Kind.CSV, {"text", "broken-json"}),
        (Kind.TEXT, {"text", "broken-json"}),
        (Kind.JSON, {"json"}),
        (Kind.PAGE, {"page"}),
        (Kind.XLSX, {"xlsx"}),
        (Kind.XLS, {"xls"}),
        (Kind.ODS, {"ods"}),
        (Kind.DOCX, {"docx"}),
        (Kind.PDF, {"pdf"}),
        (Kind.ZIP, {"zip"}),
    ],
)
def test_a_declared_kind_is_confirmed_or_refused(kind: Kind, confirming: set[str]) -> None:
    for look in Look:
        if look in confirming:
            assert confirmed(kind, look, name="x", address="x") is kind
            continue
        with pytest.raises(SourceError) as caught:
            confirmed(kind, look, name="x", address="acts of 2024")
        assert caught.value.code in ("source-is-another-kind", "source-is-empty")
        assert "acts of 2024" in caught.value.message("uk")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", CSV, Kind.CSV),
        ("a.TSV", CSV, Kind.CSV),
        ("a.txt", CSV, Kind.TEXT),
        ("a.csv", PAGE, None),
        ("a.xlsx", XLSX, Kind.XLSX),
        ("a.xlsx", XLSX[:-30], None),
        ("a.xls", XLSX, None),
        ("a.docx", XLSX, None),
        ("a.json", b"{}", Kind.JSON),
        ("a.json", b"{", None),
        ("https://rada.example/news/1632142990/", PAGE, Kind.PAGE),
        ("https://rada.example/index.php?file=a.csv", PAGE, Kind.PAGE),
        ("https://rada.example/rishennya-01.02.2024", PAGE, Kind.PAGE),
        ("https://rada.example/%D0%B0.CSV?x=1", CSV, Kind.CSV),
        ("https://rada.example/data", CSV, None),
        ("https://rada.example/data", b"{}", None),
        ("no ending", XLSX, Kind.XLSX),
        ("no ending", packed({"a.csv": CSV}), Kind.ZIP),
        ("a.rtf", b"{\\rtf1", Kind.RTF),
        ("a.txt", b"{\\rtf1", None),
        ("a.doc", b"{\\rtf1", Kind.RTF),
        ("a.docx", b"{\\rtf1", Kind.RTF),
        ("a.rtf", DOCX, Kind.DOCX),
        ("a.doc", PAGE, None),
        ("a.jpg", PAGE, None),
        ("a.csv", b"", None),
        ("", b"", None),
    ],
)
def test_the_ending_says_the_kind_and_the_bytes_confirm_it(
    name: str, data: bytes, kind: Kind | None
) -> None:
    assert kind_of(name, data) is kind


def test_a_kind_that_nobody_says_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        confirmed(None, Look.TEXT, name="data", address="https://rada.example/data")
    assert caught.value.code == "source-kind-is-unknown"
    assert "https://rada.example/data" in str(caught.value)


@given(
    strategies.binary(max_size=300), strategies.sampled_from([b"", b"PK\x03\x04", b"<!--", b"["])
)
def test_any_bytes_have_a_look(data: bytes, start: bytes) -> None:
    assert look_of(start + data) in Look


def test_many_comments_take_no_long_time() -> None:
    started = time.process_time()
    look_of(b"<!---->" * 5000)
    assert time.process_time() - started < 1


def test_real_files_are_what_their_names_say(inputs: Path) -> None:
    folders = ("tables", "html", "reports")
    files = [file for name in folders for file in (inputs / name).iterdir()]
    known = {".csv", ".xlsx", ".xls", ".html", ".txt", ".json"}
    named = [file for file in files if file.suffix in known]
    assert len(named) > 50
    assert [file.name for file in named if kind_of(file.name, file.read_bytes()) is None] == []


def test_real_protocols_are_of_known_kinds(inputs: Path) -> None:
    kinds = {kind_of(file.name, file.read_bytes()) for file in (inputs / "votes").iterdir()}
    assert kinds == {Kind.RTF, Kind.DOC, Kind.RAR}
