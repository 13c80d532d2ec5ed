"""Personal data beside the table of a source: counted, never repeated. All names are invented."""

import dataclasses
import io
import zipfile

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from pipeline.model import Severity, Snapshot
from pipeline.parameters.fetching import Kind
from pipeline.validation import asides as validation_asides
from pipeline.validation.asides import beside_the_table, in_addresses, may_hold
from tests.builders import snapshot
from tests.readers.workbooks.saved import xlsx

NOT_WHOLE = "source-not-looked-through"


def of(kind: Kind, address: str = "benches.xlsx") -> Snapshot:
    return dataclasses.replace(snapshot(), media_type=kind.media_type, address=address)


def filled(book: Workbook, sheet: Worksheet) -> None:
    book.set_properties({"author": "Вербенко Олена Іванівна"})
    sheet.write_comment("A1", "заявниця, тел. 0671234567")
    hidden = book.add_worksheet("Чернетка")
    hidden.write_column(0, 0, ["РНОКПП 3184710691", "гр. Цвіркун О.", "разом 7"])
    hidden.hide()


def test_every_part_is_counted_and_nothing_is_quoted() -> None:
    findings = list(beside_the_table(xlsx([["Сокира П."]], filled), of(Kind.XLSX)))
    assert [(one.details["part"], one.details["count"], one.severity) for one in findings] == [
        ("comments", 1, Severity.WARNING),
        ("hidden-sheets", 2, Severity.WARNING),
        ("properties", 2, Severity.INFO),
    ]
    assert {one.code for one in findings} == {"source-holds-personal-data"}
    assert {one.place.source for one in findings} == {"benches.xlsx"}
    assert not any(one.value for one in findings)


def _damaged(content: bytes) -> bytes:
    """A workbook whose comments are no XML; its properties are whole."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(target, "w") as broken,
    ):
        for part in whole.infolist():
            bad = part.filename.startswith("xl/comments")
            broken.writestr(part.filename, b"<comments>" if bad else whole.read(part))
    return target.getvalue()


def test_a_part_that_cannot_be_looked_at_is_told_and_stops_no_other() -> None:
    content = _damaged(xlsx([["Сокира П."]], filled))
    findings = list(beside_the_table(content, of(Kind.XLSX)))
    told = {one.details.get("part") for one in findings if one.code != NOT_WHOLE}
    assert {"hidden-sheets", "properties"} <= told
    assert [one.severity for one in findings if one.code == NOT_WHOLE] == [Severity.WARNING]


def test_more_texts_than_are_looked_at_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation_asides, "_MOST", 2)
    codes = [one.code for one in beside_the_table(xlsx([["1"]], filled), of(Kind.XLSX))]
    assert codes.count(NOT_WHOLE) == 1


def test_a_clean_workbook_says_nothing() -> None:
    assert list(beside_the_table(xlsx([["Сокира П."]]), of(Kind.XLSX))) == []


@pytest.mark.parametrize(
    ("kind", "may"), [(Kind.XLS, True), (Kind.PDF, True), (Kind.CSV, False), (Kind.PAGE, False)]
)
def test_only_files_with_properties_are_opened(kind: Kind, may: bool) -> None:
    assert may_hold(of(kind)) is may


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("https://rada.example/zaiava-verbenko-oksana.xlsx", 1),
        ("/home/clerk/заява_Вербенко_Олена.xlsx", 1),
        ("/home/Вербенко_Олена/acts.xlsx", 0),
        ("https://rada.example/vulytsia-verbenka.xlsx", 0),
    ],
)
def test_a_source_that_is_called_after_a_person(address: str, count: int) -> None:
    findings = list(in_addresses([of(Kind.XLSX, address), of(Kind.CSV, "acts.csv")]))
    assert [one.details["count"] for one in findings] == [count][:count]
    assert not any(one.place.source for one in findings)
