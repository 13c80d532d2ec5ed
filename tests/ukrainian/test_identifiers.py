"""Codes of registers: forms, check digits, levels."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.identifiers import (
    TerritoryLevel,
    is_edrpou,
    is_iban,
    is_rnokpp,
    katottg_level,
    parse_koatuu,
)


def edrpou_digit(stem: int) -> int:
    """The check digit by the text of the rule, written apart from the library."""
    digits = [int(sign) for sign in f"{stem:07}"]
    weights = [7, 1, 2, 3, 4, 5, 6] if 3_000_000 <= stem < 6_000_000 else [1, 2, 3, 4, 5, 6, 7]
    rest = sum(map(int.__mul__, weights, digits)) % 11
    if rest == 10:
        rest = sum((weight + 2) * digit for weight, digit in zip(weights, digits, strict=True)) % 11
    return rest % 10


def rnokpp_digit(stem: int) -> int:
    digits = [int(sign) for sign in f"{stem:09}"]
    return sum(map(int.__mul__, [-1, 5, 7, 9, 4, 6, 10, 5, 7], digits)) % 11 % 10


@pytest.mark.parametrize("code", ["26510514", "40198703", "04052206", "37308812"])
def test_codes_of_public_bodies(code: str) -> None:
    assert is_edrpou(code)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("4052206", id="lost leading zero"),
        pytest.param("01234567", id="wrong check digit"),
        pytest.param("0405 2206", id="a space"),
        pytest.param("0405220\u0666", id="digits of another script"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_edrpou(code: str) -> None:
    assert not is_edrpou(code)


@given(st.integers(min_value=0, max_value=9_999_999), st.integers(min_value=0, max_value=9))
def test_edrpou_has_one_check_digit(stem: int, digit: int) -> None:
    assert is_edrpou(f"{stem:07}{digit}") == (digit == edrpou_digit(stem))


@given(st.integers(min_value=0, max_value=999_999_999), st.integers(min_value=0, max_value=9))
def test_rnokpp_has_one_check_digit(stem: int, digit: int) -> None:
    assert is_rnokpp(f"{stem:09}{digit}") == (digit == rnokpp_digit(stem))


def test_rnokpp_is_ten_plain_digits() -> None:
    assert is_rnokpp("1759013776")
    assert not is_rnokpp(" 1759013776")
    assert not is_rnokpp("175901377")


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("UA44000000000018893", TerritoryLevel.REGION),
        ("UA44120000000099999", TerritoryLevel.DISTRICT),
        ("UA44120050000066819", TerritoryLevel.COMMUNITY),
        ("UA44120050010021900", TerritoryLevel.PLACE),
        ("UA80000000000093317", TerritoryLevel.REGION),
        ("UA80000000000126643", TerritoryLevel.QUARTER),
        ("UA00000000000000000", None),
        ("UA4412005001002190", None),
        ("4411800000", None),
        ("ua44120050010021900", None),
    ],
)
def test_levels_of_katottg(code: str, level: TerritoryLevel | None) -> None:
    assert katottg_level(code) is level


def test_the_whole_codifier(inputs: Path) -> None:
    text = (inputs / "tables" / "13a-katottg.csv").read_text(encoding="utf-8-sig")
    for row in list(csv.reader(io.StringIO(text), delimiter=";"))[1:]:
        deepest = max(position for position in range(5) if row[position].strip())
        assert katottg_level(row[deepest].strip()) is list(TerritoryLevel)[deepest], row


def test_parts_of_koatuu() -> None:
    code = parse_koatuu("4411800000")
    assert code is not None
    assert (code.region, code.district) == ("44", "118")
    assert parse_koatuu("0011800000") is None
    assert parse_koatuu("411800000") is None


def test_accounts() -> None:
    assert is_iban("UA21 3223 1300 0002 6007 2335 6600 1")
    assert not is_iban("UA213223130000026007233566002")
    assert not is_iban("UA44120050010021900")
    assert not is_iban("DE89370400440532013000")
