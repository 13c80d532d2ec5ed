"""Addresses in one line."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.addresses import PARTS, Address, as_fields, is_houses, parse_address

WRITTEN = {
    "whole": (
        "93100, Україна, Луганська область, Зразківський район, м. Зразкове, вул. Нова, буд. 63,"
        " кв. 5",
        Address(
            post_code="93100",
            admin_unit_l1="Україна",
            admin_unit_l2="Луганська область",
            admin_unit_l3="Зразківський район",
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="63",
            locator_name="кв. 5",
        ),
    ),
    "no commas": (
        "93117 с. Зразкове вул. Нова 3",
        Address(
            post_code="93117",
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="3",
        ),
    ),
    "short words": (
        "Луганська обл., Зразківський р-н, смт Зразкове, пров. Тихий, 15-А",
        Address(
            admin_unit_l2="Луганська область",
            admin_unit_l3="Зразківський район",
            post_name="Зразкове",
            thoroughfare="пров. Тихий",
            locator_designator="15-А",
        ),
    ),
    "community": (
        "Зразківська територіальна громада, с. Зразкове, вул. Нова, 7",
        Address(
            admin_unit_l4="Зразківська територіальна громада",
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="7",
        ),
    ),
    "forgotten commas": (
        "м. Зразкове вул. Нова буд. 2",
        Address(post_name="Зразкове", thoroughfare="вул. Нова", locator_designator="2"),
    ),
    "house behind the street": (
        "м. Зразкове, вул. Нова 143-а",
        Address(post_name="Зразкове", thoroughfare="вул. Нова", locator_designator="143-а"),
    ),
    "letter apart": (
        "м. Зразкове, вул. Нова, буд. 30 Б, оф. 17",
        Address(
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="30 Б",
            locator_name="оф. 17",
        ),
    ),
    "building": (
        "м. Зразкове, вул. Нова, буд. 16, корп. 1, оф. 1",
        Address(
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="16",
            locator_building="1",
            locator_name="оф. 1",
        ),
    ),
    "corner": (
        "м. Зразкове, вул. Нова, буд. 95/46",
        Address(post_name="Зразкове", thoroughfare="вул. Нова", locator_designator="95/46"),
    ),
    "quarter": (
        "м. Зразкове, КВАРТАЛ НОВИЙ, буд. 33, кв. 23",
        Address(
            post_name="Зразкове",
            thoroughfare="квартал НОВИЙ",
            locator_designator="33",
            locator_name="кв. 23",
        ),
    ),
    "type behind": (
        "м. Зразкове, Зразковий узвіз, буд. 7А, кімната 214А",
        Address(
            post_name="Зразкове",
            thoroughfare="Зразковий узвіз",
            locator_designator="7А",
            locator_name="кімната 214А",
        ),
    ),
    "post box": (
        "м. Зразкове, а/с 12",
        Address(post_name="Зразкове", po_box="12"),
    ),
    "district of a city": (
        "м. Зразкове, Новий район, вул. Нова, 1",
        Address(
            post_name="Зразкове",
            thoroughfare="вул. Нова",
            locator_designator="1",
            rest=["Новий район"],
        ),
    ),
    "what it is nobody says": (
        "м. Зразкове, біля парку",
        Address(post_name="Зразкове", rest=["біля парку"]),
    ),
    "ordinal of a lane": (
        "пров. Тихий 1-й, 3",
        Address(thoroughfare="пров. Тихий 1-й", locator_designator="3"),
    ),
    "place and post code at the end, without commas": (
        "вул. Тиха 59 м. Зразкове 93100",
        Address(
            thoroughfare="вул. Тиха",
            locator_designator="59",
            post_name="Зразкове",
            post_code="93100",
        ),
    ),
    "place behind a house with a letter": (
        "вул. С. Тихого 5-А село Зразкове",
        Address(thoroughfare="вул. С. Тихого", locator_designator="5-А", post_name="Зразкове"),
    ),
    "second street": (
        "вул. Нова, 1, вул. Тиха",
        Address(thoroughfare="вул. Нова", locator_designator="1", rest=["вул. Тиха"]),
    ),
}


@pytest.mark.parametrize(("text", "address"), WRITTEN.values(), ids=WRITTEN)
def test_split(text: str, address: Address) -> None:
    assert parse_address(text) == address


def test_fields_of_the_structures() -> None:
    fields = as_fields(parse_address("м. Зразкове, вул. Нова, 5"))
    assert fields["addressAdminUnitL1"] == "Україна"
    assert fields["addressThoroughfare"] == "вул. Нова"
    assert fields["addressLocatorDesignator"] == "5"
    assert fields["addressPoBox"] == ""


@given(st.lists(st.text("абвгд 123.-/", min_size=1, max_size=8), max_size=6))
def test_no_letter_is_lost(parts: list[str]) -> None:
    text = ", ".join(parts)
    address = parse_address(text)
    kept = "".join([*as_fields(address).values(), *address.rest])
    assert sum(map(str.isdigit, text)) == sum(map(str.isdigit, kept))


def test_real_addresses_leave_nothing_unsaid(inputs: Path) -> None:
    """Of the real registries: every address has its place and house, little is left to people."""
    texts = []
    for name in ("03-lysychansk-party-branches-2016-2024.csv", "03e3-header-drift-2020.csv"):
        with (inputs / "tables" / name).open(encoding="utf-8", newline="") as file:
            texts += [row["Місцезнаходження"] for row in csv.DictReader(file)]
    addresses = [parse_address(text) for text in texts if text]
    assert len(addresses) >= 50
    assert [address.rest for address in addresses if address.rest] == []
    assert all(address.thoroughfare and address.locator_designator for address in addresses)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("1", True),
        ("1, 2А; 5/1; 14-а", True),
        ("287 а, 3", True),
        ("205 206", False),
        ("0, 1", False),
        ("1, , 2", False),
        ("", False),
        ("весь квартал", False),
    ],
)
def test_lists_of_houses(text: str, fits: bool) -> None:
    assert is_houses(text) is fits


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("AdminUnitL1", "Україна", "УКРАЇНА"),
        ("AdminUnitL2", "Автономна Республіка Крим", "Луганська"),
        ("AdminUnitL3", "Сєвєродонецький район", "Сєвєродонецький р-н"),
        ("AdminUnitL4", "Вигаданська територіальна громада", "Вигаданська ТГ"),
        ("PostName", "Мала Вигадань", "смт Вигадань"),
        ("PostName", "Михайлівка", "м.Вигадань"),
        ("PostName", "Сміла", "с. Вигадань"),
        ("Thoroughfare", "вул. Зразкова", "Зразкова"),
        ("LocatorDesignator", "15-А", "15, кв. 3"),
        ("LocatorDesignator", "5/1", "№ 5"),
        ("LocatorDesignator", "12а", "будинок 12"),
        ("PostCode", "93100", "9310"),
    ],
)
def test_a_part_of_an_address_by_the_rules(part: str, right: str, wrong: str) -> None:
    assert PARTS[part](right)
    assert not PARTS[part](wrong)
