"""Phone numbers as clerks write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ukrainian.phones import is_phone, normal_phones

ONE = ("+380445550101",)
WRITTEN = {
    "already": ("+380445550101", ONE),
    "spaces": ("+38 044 555 01 01", ONE),
    "brackets": ("(044) 555-01-01", ONE),
    "national": ("0445550101", ONE),
    "long dashes": ("044 555–01–01", ONE),
    "without plus": ("38 (044) 555-01-01", ONE),
    "old trunk prefix": ("8 (044) 555-01-01", ONE),
    "label": ("тел. (044) 555-01-01", ONE),
    "label of a fax": ("тел./факс: 044 555 01 01", ONE),
    "two by comma": ("044 555-01-01, 067 555-01-02", (*ONE, "+380675550102")),
    "two by semicolon": ("0445550101; 0675550102", (*ONE, "+380675550102")),
    "two by a word": ("0445550101 та 0675550102", (*ONE, "+380675550102")),
    "two lines": ("0445550101\n0675550102", (*ONE, "+380675550102")),
    "area holds for the next": (
        "(06451) 7-00-01, 7-00-02",
        ("+380645170001", "+380645170002"),
    ),
    "hot line": ("0 800 500 000", ("+380800500000",)),
    "nothing": ("", ()),
}
UNREAD = {
    "no area": "7-00-01",
    "short number": "104",
    "a digit too many": "04455501011",
    "extension": "044 555-01-01 дод. 12",
    "abroad": "+48 22 555 01 01",
    "plus before a national number": "+0445550101",
    "words": "немає",
    "two zeros": "0045550101",
}


@pytest.mark.parametrize(("text", "phones"), WRITTEN.values(), ids=WRITTEN)
def test_written_by_the_rule(text: str, phones: tuple[str, ...]) -> None:
    assert normal_phones(text) == phones


@pytest.mark.parametrize("text", UNREAD.values(), ids=UNREAD)
def test_what_is_no_whole_number_is_left_to_a_person(text: str) -> None:
    assert normal_phones(text) is None


@given(st.integers(min_value=10**8, max_value=10**9 - 1))
def test_every_number_reads_back(digits: int) -> None:
    (phone,) = normal_phones(f"0{digits}") or ("",)
    assert phone == f"+380{digits}"
    assert is_phone(phone)
    assert normal_phones(phone) == (phone,)


@pytest.mark.parametrize("text", ["0445550101", "+38044555010", "+380 445550101", ""])
def test_not_by_the_rule(text: str) -> None:
    assert not is_phone(text)
