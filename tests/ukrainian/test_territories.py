"""The codifier, from a tiny invented one and from the real one."""

import csv
from pathlib import Path

import pytest

from pipeline.ukrainian.identifiers import TerritoryLevel
from pipeline.ukrainian.territories import Codifier, codifier, is_row

REGION, DISTRICT = "UA90000000000010001", "UA90010000000010002"
COMMUNITY, TOWN = "UA90010010000010003", "UA90010010010010004"
VILLAGE, QUARTER = "UA90010010020010005", "UA90010010010110006"
ROWS = [
    [REGION, "", "", "", "", "O", "Зразківська"],
    [REGION, DISTRICT, "", "", "", "P", "Зразківський"],
    [REGION, DISTRICT, COMMUNITY, "", "", "H", "Новозразківська "],
    [REGION, DISTRICT, COMMUNITY, TOWN, "", "M", "Новозразківськ"],
    [REGION, DISTRICT, COMMUNITY, VILLAGE, "", "C", "Тихе"],
    [REGION, DISTRICT, COMMUNITY, TOWN, QUARTER, "B", "Північний"],
]
FORMER = [("9010100000", TOWN), ("9010200000", VILLAGE), ("9010200000", TOWN)]


@pytest.fixture(scope="module")
def small() -> Codifier:
    return codifier(ROWS, FORMER)


def test_a_territory_by_its_code(small: Codifier) -> None:
    found = small.of(VILLAGE)
    assert found is not None
    assert (found.name, found.kind, found.level) == ("Тихе", "село", TerritoryLevel.PLACE)
    assert found.above == (REGION, DISTRICT, COMMUNITY)
    assert small.of("UA90010010020010009") is None


def test_territories_by_name(small: Codifier) -> None:
    assert [item.code for item in small.named("новозразківськ", within=COMMUNITY)] == [TOWN]
    assert small.named("Тихе", within="UA91000000000010001") == ()
    assert [item.code for item in small.named("Новозразківська", category="H")] == [COMMUNITY]


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("9010100000", [TOWN]),
        ("9010200000", [VILLAGE, TOWN]),
        ("9010900000", []),
    ],
    ids=["one", "divided", "not in the table"],
)
def test_what_a_former_code_became(small: Codifier, code: str, codes: list[str]) -> None:
    assert [item.code for item in small.of_koatuu(code)] == codes


def test_lost_zeros_of_a_former_code() -> None:
    assert codifier(ROWS, [("0110100000", TOWN)]).of_koatuu("110100000")[0].code == TOWN


def test_fields_of_an_address(small: Codifier) -> None:
    assert small.address(TOWN) == {
        "addressAdminUnitL2": "Зразківська область",
        "addressAdminUnitL3": "Зразківський район",
        "addressAdminUnitL4": "Новозразківська територіальна громада",
        "addressPostName": "Новозразківськ",
    }
    assert small.address("UA90010010020010009") == {}


@pytest.mark.parametrize(
    "row",
    [["Перший рівень", "", "", "", "", "Категорія", "Назва"], [REGION], ["", *ROWS[0][1:]],
     [*ROWS[0][:6], " "]],
    ids=["header", "short", "no code", "no name"],
)  # fmt: skip
def test_no_rows_of_the_codifier(row: list[str]) -> None:
    assert not is_row(row)


def test_the_real_codifier(inputs: Path) -> None:
    with (inputs / "tables" / "13a-katottg.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    assert [row for row in rows if not is_row(row)] == []
    whole = codifier(rows)
    assert len(whole.territories) == len(rows) == 31748
    assert {item.kind for item in whole.territories.values()} >= {"село", "район у місті"}
    assert "" not in {item.kind for item in whole.territories.values()}
    (town,) = whole.named("Лисичанськ", category="M")
    assert whole.address(town.code)["addressAdminUnitL2"] == "Луганська область"
