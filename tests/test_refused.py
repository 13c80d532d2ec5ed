"""A dataset with planted personal data reaches no target, and no portal hears of it."""

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # typed, but without py.typed
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the same

from tests.command import Command
from tests.portal.proxy import Proxy, standing_before
from tests.readers.workbooks.saved import xlsx

TARGETS = [("--target", "site"), ("--target", "ckan"), ()]
PLANTED = {
    "tax-number": "РНОКПП 3184710691",
    "population-record": "19870215-01234",
    "mobile-phone": "тел. 067 123 45 67",
    "email": "olena.romaniuk@ukr.net",
    "iban": "UA213223130000026007233566001",
    "bank-card": "4111 1111 1111 1111",
    "birth-date": "12.03.1985 р.н.",
    "address": "мешкає за адресою вул. Садова 5",
    "car-number": "АА 1234 ВС",
}
LINKED = {
    "person": "https://rada.example/a/%D0%92%D0%B5%D1%80%D0%B1%D0%B5%D0%BD%D0%BA%D0%BE.pdf",
    "mobile-phone": "https://rada.example/?phone=380671234567",
    "email": "mailto:olena.romaniuk@ukr.net",
}


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """Before a portal that is not there: whoever asked it would be heard here."""
    with standing_before("http://127.0.0.1:9") as proxy:
        yield proxy


@pytest.fixture
def office(command: Command, proxy: Proxy) -> Command:
    command.environment |= {
        "PIPELINE_TARGETS": "site,ckan",
        "CKAN_URL": proxy.url,
        "CKAN_API_TOKEN": "not-a-secret",
    }
    return command


def plant(council: Path, value: str, number: int = 0) -> None:
    """Add a street whose houses hold the value."""
    file = council / "streets" / "sample" / "streets.csv"
    line = f'м. Вигадань,вул.,Зелена {number},,,,"{value}"\n'
    file.write_text(file.read_text(encoding="utf-8") + line, encoding="utf-8")


def rules(text: str) -> set[str]:
    said = json.loads(text)
    found = said["findings"] if isinstance(said, dict) else said
    return {one["code"] for one in found if one["severity"] == "error"}


@pytest.mark.parametrize("target", TARGETS, ids=["site", "ckan", "both"])
def test_planted_data_reach_no_target(
    office: Command, proxy: Proxy, target: tuple[str, ...]
) -> None:
    plant(office.council, PLANTED["tax-number"])
    done = office("publish", "streets", "--json", *target)
    assert done.code == 1, done.err
    assert rules(done.out) == {"personal-data-refused"}
    assert proxy.requests == []
    assert not (office.site / "datasets" / "streets").exists()


def test_no_kind_is_only_warned_of(office: Command, proxy: Proxy) -> None:
    for number, value in enumerate([*PLANTED.values(), *LINKED.values()]):
        plant(office.council, value, number)
    done = office("publish", "streets", "--json")
    found = json.loads(done.out)["findings"]
    assert (done.code, proxy.requests) == (1, [])
    refused = [one for one in found if one["code"] == "personal-data-refused"]
    assert {one["severity"] for one in refused} == {"error"}
    assert len({one["row"] for one in refused}) == len(PLANTED) + len(LINKED)
    assert not [value for value in PLANTED.values() if value in done.said]


def test_a_night_and_a_plan_refuse_as_well(office: Command, proxy: Proxy) -> None:
    plant(office.council, PLANTED["iban"])
    assert office("nightly", "--only", "streets").code == 3
    assert office("plan", "streets").code == 1
    assert proxy.requests == []


def test_what_stands_beside_the_table_reaches_nobody(command: Command) -> None:
    folder = command.council / "streets" / "sample"
    (plain,) = folder.iterdir()
    rows = list(csv.reader(plain.read_text(encoding="utf-8").splitlines()))
    plain.unlink()
    (folder / "заява_Вербенко_Олена.xlsx").write_bytes(xlsx(rows, beside))
    done = command("publish", "streets", "--json")
    found = json.loads(done.out)["findings"]
    parts = [one["severity"] for one in found if one["code"] == "source-holds-personal-data"]
    assert (done.code, sorted(parts)) == (0, ["info", "warning", "warning"])
    assert "source-is-called-after-person" in {one["code"] for one in found}
    published = b"".join(unpacked(file) for file in command.site.rglob("*") if file.is_file())
    assert "Калинова".encode() in published
    for name in ("Вербенко", "Цвіркун", "3184710691"):
        assert name.encode() not in published


def beside(book: Workbook, sheet: Worksheet) -> None:
    book.set_properties({"author": "Вербенко Олена Іванівна"})
    sheet.write_comment("A1", "гр. Цвіркун О.")
    hidden = book.add_worksheet("Цвіркун О.О.")
    hidden.write_string(0, 0, "РНОКПП 3184710691")
    hidden.hide()


def unpacked(file: Path) -> bytes:
    """The bytes of a file; of a package those of its parts."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.slow  # the portal that is not there is tried several times
def test_without_planted_data_the_portal_is_asked(office: Command, proxy: Proxy) -> None:
    done = office("publish", "streets", "--target", "ckan")
    assert done.code == 4
    assert proxy.requests != []
