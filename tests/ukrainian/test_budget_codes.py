"""Codes of the budget: what they are made of, which are whole, which sums agree."""

from decimal import Decimal

import pytest

from pipeline.ukrainian.budget_codes import (
    Classification,
    Fault,
    Programme,
    StateProgramme,
    fault_of,
    fold_code,
    parse_programme,
    parse_state_programme,
)
from pipeline.ukrainian.economic_codes import ECONOMIC, parent_of, parts_of, sums_that_disagree


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0110150", "0110150"),
        ("01 1 0150", "0110150"),
        (" 01\u00a01 0150\n", "0110150"),
        ("110150", "110150"),
        ("0110150.0", "0110150.0"),
        ("01 1 0150 *", "01 1 0150 *"),
        ("1.1E5", "1.1E5"),
        ("", ""),
    ],
)
def test_a_code_printed_in_groups_is_one_word(text: str, code: str) -> None:
    assert fold_code(text) == code


@pytest.mark.parametrize(
    ("text", "parts", "is_group"),
    [
        ("0110150", ("01", "1", "0150"), False),
        ("06 1 1021", ("06", "1", "1021"), False),
        ("0821234", ("08", "2", "1234"), False),
        ("0600000", ("06", "0", "0000"), True),
        ("0610000", ("06", "1", "0000"), True),
        ("3718600", ("37", "1", "8600"), False),
    ],
)
def test_parts_of_a_programme(text: str, parts: tuple[str, str, str], is_group: bool) -> None:
    department, executor, typical = parts
    found = parse_programme(text)
    assert found == Programme(department=department, executor=executor, typical=typical)
    assert found.is_group is is_group


@pytest.mark.parametrize(
    "text", ["", "110150", "01101500", "0010150", "0000000", "0600150", "01A0150", "٠١١٠١٥٠"]
)
def test_what_is_no_programme(text: str) -> None:
    assert parse_programme(text) is None


def test_parts_of_a_programme_of_the_state_budget() -> None:
    assert parse_state_programme("220 1 02 0") == StateProgramme(
        department="220", executor="1", programme="020"
    )
    found = parse_state_programme("2200000")
    assert found is not None
    assert found.is_group
    assert parse_state_programme("2200020") is None
    assert parse_state_programme("220102") is None


_P, _S = Classification.PROGRAMME, Classification.STATE_PROGRAMME
_T, _F = Classification.TYPICAL_PROGRAMME, Classification.FUNCTION
_E, _D = Classification.ECONOMIC, Classification.DEPARTMENT


@pytest.mark.parametrize(
    ("text", "classification", "fault"),
    [
        ("0110150", _P, None),
        ("110150", _P, Fault.SHORT),
        ("01101500", _P, Fault.SHAPE),
        ("01 1 0150", _P, Fault.SHAPE),
        ("0100150", _P, Fault.PARTS),
        ("0110000", _P, Fault.GROUP),
        ("2201020", _S, None),
        ("2200020", _S, Fault.PARTS),
        ("2201000", _S, Fault.GROUP),
        ("0150", _T, None),
        ("150", _T, Fault.SHORT),
        ("0000", _T, Fault.PARTS),
        ("0111", _F, None),
        ("1090", _F, None),
        ("111", _F, Fault.SHORT),
        ("1101", _F, Fault.PARTS),
        ("0011", _F, Fault.PARTS),
        ("2111", _E, None),
        ("9000", _E, None),
        ("2900", _E, Fault.UNKNOWN),
        ("1111", _E, Fault.UNKNOWN),
        ("211", _E, Fault.SHORT),
        ("2111.0", _E, Fault.SHAPE),
        ("02", _D, None),
        ("2", _D, Fault.SHORT),
        ("00", _D, Fault.PARTS),
        ("220", _D, Fault.SHAPE),
    ],
)
def test_faults(text: str, classification: Classification, fault: Fault | None) -> None:
    assert fault_of(text, classification) is fault


@pytest.mark.parametrize(
    ("code", "parent", "parts"),
    [
        ("2000", None, ("2100", "2200", "2400", "2600", "2700", "2800")),
        ("2100", "2000", ("2110", "2120")),
        ("2110", "2100", ("2111", "2112", "2113")),
        ("2111", "2110", ()),
        ("2120", "2100", ()),
        ("3140", "3100", ("3141", "3142", "3143")),
        ("9000", None, ()),
    ],
)
def test_sums_of_economic_codes(code: str, parent: str | None, parts: tuple[str, ...]) -> None:
    assert parent_of(code) == parent
    assert parts_of(code) == parts


def test_every_economic_code_hangs_on_one_of_the_three() -> None:
    for code, title in ECONOMIC.items():
        assert title == title.strip()
        assert parent_of(code) is None or parent_of(code) in ECONOMIC
    assert [code for code in ECONOMIC if parent_of(code) is None] == ["2000", "3000", "9000"]
    with pytest.raises(KeyError):
        parent_of("1111")


@pytest.mark.parametrize(
    ("amounts", "wrong"),
    [
        ({"2110": 10, "2111": 7, "2112": 3}, {}),
        ({"2110": 10, "2111": 7, "2112": 4}, {"2110": 11}),
        ({"2110": 10}, {}),
        ({"2100": 12, "2111": 10, "2120": 2}, {}),
        ({"2100": 13, "2111": 10, "2120": 2}, {"2100": 12}),
        ({"2000": 5, "2100": 4, "2800": 1, "3000": 9}, {}),
        ({"1111": 5, "2111": 4}, {}),
    ],
    ids=["agree", "disagree", "no parts", "middle left out", "and wrong", "tops", "unknown"],
)
def test_sums_that_disagree(amounts: dict[str, int], wrong: dict[str, int]) -> None:
    given = {code: Decimal(amount) for code, amount in amounts.items()}
    assert dict(sums_that_disagree(given)) == wrong
