"""Letters that a run leaves for the owner of the data, and when there is none."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline import review, run
from pipeline.descriptor import load_dataset
from pipeline.model import Finding, Severity, State
from pipeline.publishing.site import SiteTarget
from pipeline.session import running
from pipeline.settings import Settings
from pipeline.targets import open_targets
from pipeline.workplace import SCHEMAS
from tests.command import Command

NAME = "public-organisations"
PROTECTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage\0".encode("utf-16-le")
)


def rows(command: Command) -> list[list[str]]:
    file = command.council / NAME / "sample" / "organisations.csv"
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))


def as_xlsx(table: list[list[str]], file: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Реєстр"
    for row in table:
        sheet.append(row)
    book.save(file)
    return file


def spoilt(command: Command) -> list[list[str]]:
    table = rows(command)
    table[1][3] = "31.02.2020"
    return table


def letters(command: Command) -> list[str]:
    folder = command.home / "letters" / NAME
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_a_bad_workbook_comes_back_marked_with_a_letter(command: Command, tmp_path: Path) -> None:
    source = as_xlsx(spoilt(command), tmp_path / "реєстр.xlsx")
    assert command("publish", NAME, "--source", source).code == 1
    assert letters(command) == ["letter.docx", "letter.html", "реєстр (позначено).xlsx"]
    folder = command.home / "letters" / NAME
    page = (folder / "letter.html").read_text(encoding="utf-8")
    assert "аркуш «Реєстр», клітинка D2: стоїть «31.02.2020»" in page
    book = load_workbook(folder / "реєстр (позначено).xlsx")
    assert "Помилка: Дати" in book["Реєстр"]["D2"].comment.text
    assert str(folder / "letter.html") in command("report", NAME).out


def test_a_bad_csv_comes_back_as_a_workbook(command: Command, tmp_path: Path) -> None:
    source = tmp_path / "реєстр.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(spoilt(command))
    assert command("publish", NAME, "--source", source).code == 1
    book = load_workbook(command.home / "letters" / NAME / "реєстр (позначено).xlsx")
    sheet = book.active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][2:4] == ["99000100", "31.02.2020"]
    comments = [cell.comment.text for row in sheet for cell in row if cell.comment]
    assert any("Дати" in text for text in comments)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("реєстр.xlsx", b"", "порожнє"),
        ("реєстр.xlsx", b"PK\x03\x04 broken", "пошкоджена"),
        ("реєстр.xlsx", b"%PDF-1.4 x", "xlsx"),
        ("реєстр.xlsx", PROTECTED, "парол"),
        ("реєстр.csv", "код;назва\n1;Ї".encode("cp1251"), "UTF-8"),
    ],
)
def test_a_source_that_cannot_be_read_has_a_letter_too(
    command: Command, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    assert command("plan", NAME, "--source", source).code == 4
    assert letters(command) == []
    assert command("publish", NAME, "--source", source).code == 4
    assert letters(command) == ["letter.docx", "letter.html"]
    page = (command.home / "letters" / NAME / "letter.html").read_text(encoding="utf-8")
    assert name in page
    assert words in page


def test_findings_as_a_table_for_programs_and_spreadsheets(
    command: Command, tmp_path: Path
) -> None:
    source = as_xlsx(spoilt(command), tmp_path / "реєстр.xlsx")
    assert command("publish", NAME, "--source", source).code == 1
    table = tmp_path / "findings.csv"
    listed = json.loads(command("report", NAME, "--json", "--csv", table).out)[NAME]
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert [(row["code"], row["cell"]) for row in rows] == [
        (one["code"], one["cell"] or "") for one in listed
    ]
    assert {row["dataset"] for row in rows} == {NAME}
    formula = Finding(code="type-error", severity=Severity.ERROR, value="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in review.as_table([(NAME, (formula,))]).decode("utf-8-sig")


def test_the_letter_goes_when_the_source_is_mended(command: Command, tmp_path: Path) -> None:
    source = as_xlsx(spoilt(command), tmp_path / "реєстр.xlsx")
    assert command("publish", NAME, "--source", source).code == 1
    table = rows(command)
    as_xlsx(table, source)
    assert command("publish", NAME, "--source", source).code == 0
    assert letters(command) == []


def test_a_plan_writes_no_letter(command: Command, tmp_path: Path) -> None:
    source = as_xlsx(spoilt(command), tmp_path / "реєстр.xlsx")
    assert command("plan", NAME, "--source", source).code == 1
    assert letters(command) == []


def test_a_letter_of_a_bad_night_goes_when_the_source_is_as_before(
    command: Command, tmp_path: Path
) -> None:
    source = as_xlsx(rows(command), tmp_path / "реєстр.xlsx")
    good = source.read_bytes()
    assert command("publish", NAME, "--source", source).code == 0
    command.environment["SOURCE_DATE_EPOCH"] = "1795045000"
    source.write_bytes(b"PK\x03\x04 broken")
    assert command("publish", NAME, "--source", source).code == 4
    assert "letter.html" in letters(command)
    assert json.loads(command("duties", NAME, "--json").out)["duties"][0]["basis"] == "change"
    source.write_bytes(good)
    command.environment["SOURCE_DATE_EPOCH"] = "1795090000"
    assert command("publish", NAME, "--source", source).code == 0
    assert letters(command) == []
    assert json.loads(command("duties", NAME, "--json").out)["duties"][0]["basis"] == "period"


def test_a_long_name_of_a_file_stops_nothing(command: Command, tmp_path: Path) -> None:
    source = as_xlsx(spoilt(command), tmp_path / ("%D0%BF" * 40 + ".xlsx"))
    assert command("publish", NAME, "--source", source).code == 1
    assert f"{'п' * 40} (позначено).xlsx" in letters(command)


def test_a_passport_that_a_target_refuses_is_told_in_a_letter(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Finding(
        code="portal-title-too-long", severity=Severity.ERROR, details={"count": 300, "limit": 255}
    )
    settings = Settings.from_environment(command.environment)
    with running(settings, command.council, "pipeline publish") as (work, note):
        spec = load_dataset(command.council, NAME, SCHEMAS)
        targets = open_targets(spec, work, ["site"])
        monkeypatch.setattr(SiteTarget, "faults", lambda *_: (refused,))
        assert run.publish(spec, work, targets).state is State.REJECTED
        note.end()
    assert letters(command) == ["letter.docx", "letter.html"]
    page = (command.home / "letters" / NAME / "letter.html").read_text(encoding="utf-8")
    assert "255" in page
