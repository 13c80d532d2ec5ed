"""What a portal would refuse is found before any request, all of it at once."""

from dataclasses import replace

import pytest

from pipeline import messages
from pipeline.frequencies import Frequency
from pipeline.model import Finding, Severity
from pipeline.publishing.passport import Contact, Json, Keywords, Passport, TableCard, Text
from pipeline.publishing.passport_faults import passport_faults
from pipeline.publishing.portal_profile import PROFILES, load_profile
from tests.publishing import passports, samples

NATIONAL = load_profile("data-gov-ua")
CARD = samples.passport().tables[0]


def good() -> Passport:
    return samples.passport()


def tagged(*words: str) -> Passport:
    return replace(good(), keywords=Keywords(uk=words))


def answered(name: str, email: str) -> Passport:
    return replace(good(), contact=Contact(name=Text(uk=name), email=email))


def columned(*names: str) -> TableCard:
    fields: list[Json] = [{"name": name, "type": "string"} for name in names]
    return replace(CARD, definition={"title": "Лавки", "fields": fields})


def codes(faults: tuple[Finding, ...]) -> list[str]:
    return [fault.code for fault in faults]


@pytest.mark.parametrize("name", PROFILES)
def test_a_good_passport_has_no_fault(name: str) -> None:
    profile = load_profile(name)
    assert passport_faults(good(), [CARD], profile) == ()
    assert passport_faults(passports.recorded(good()), [CARD], profile) == ()


def test_four_faults_are_told_at_once_by_the_names_of_the_form() -> None:
    bad = replace(
        tagged("комп’ютери"),
        title=Text(uk="а" * 300),
        purpose=Text(uk=""),
        frequency=Frequency.DISCONTINUED,
    )
    found = passport_faults(bad, [CARD], NATIONAL)
    assert codes(found) == [
        "portal-title-too-long",
        "portal-purpose-missing",
        "portal-frequency-unknown",
        "portal-tag-refused",
    ]
    assert {fault.severity for fault in found} == {Severity.ERROR}
    said = [messages.text("uk", f"finding-{fault.code}", fault.details) for fault in found]
    for sentence, field in zip(
        said,
        (
            "Назва набору",
            "Підстава та призначення збору інформації",
            "Частота оновлення",
            "Ключові слова",
        ),
        strict=True,
    ):
        assert f"«{field}»" in sentence
    assert "300 символів" in said[0]
    assert "254" in said[0]
    assert "комп’ютери" in said[3]


@pytest.mark.parametrize(
    ("passport", "code"),
    [
        (replace(good(), title=Text(uk=" ")), "portal-title-missing"),
        (replace(good(), title=Text(uk="а" * 255)), "portal-title-too-long"),
        (replace(good(), description=Text(uk="\r\n")), "portal-notes-missing"),
        (replace(good(), description=Text(uk="а" * 4001)), "portal-notes-too-long"),
        (replace(good(), purpose=Text(uk="")), "portal-purpose-missing"),
        (replace(good(), purpose=Text(uk="а" * 513)), "portal-purpose-too-long"),
        (replace(good(), frequency=Frequency.DISCONTINUED), "portal-frequency-unknown"),
        (replace(good(), language="xx"), "portal-language-unknown"),
        (tagged(), "portal-tags-missing"),
        (tagged(" "), "portal-tags-missing"),
        (tagged("об'єкти"), "portal-tag-refused"),
        (tagged("об’єкти"), "portal-tag-refused"),
        (tagged("вулиці, площі"), "portal-tag-refused"),
        (tagged("а/б"), "portal-tag-refused"),
        (tagged("два\nрядки"), "portal-tag-refused"),
        (tagged("я"), "portal-tag-length"),
        (tagged("а" * 101), "portal-tag-length"),
        (answered("", "data@example.org"), "portal-maintainer-missing"),
        (answered("Відділ", ""), "portal-maintainer-email-missing"),
        (answered("Відділ", "дані@example.org"), "portal-maintainer-email-refused"),
        (answered("Відділ", "data@громада.укр"), "portal-maintainer-email-refused"),
        (answered("Відділ", "data..x@example.org"), "portal-maintainer-email-refused"),
    ],
)
def test_each_fault_by_itself(passport: Passport, code: str) -> None:
    for form in (passport, passports.recorded(passport)):
        assert codes(passport_faults(form, [CARD], NATIONAL)) == [code]


@pytest.mark.parametrize(
    "passport",
    [
        replace(good(), title=Text(uk="а" * 254 + "  ")),
        replace(good(), description=Text(uk="а\r\n" * 2000)),
        replace(good(), purpose=Text(uk="а" * 512, en="a" * 600)),
        tagged("Яр-1_а.б в", "а" * 100, "ґї"),
        tagged("обʼєкти"),  # U+02BC is a letter, to CKAN too
        replace(good(), keywords=Keywords(uk=("парки",), en=("mayor's orders",))),
        *(
            replace(good(), frequency=frequency)
            for frequency in Frequency
            if frequency is not Frequency.DISCONTINUED
        ),
    ],
)
def test_what_just_fits(passport: Passport) -> None:
    assert passport_faults(passport, [CARD], NATIONAL) == ()


def test_a_plain_portal_has_a_word_for_what_is_discontinued() -> None:
    ended = replace(good(), frequency=Frequency.DISCONTINUED)
    assert passport_faults(ended, [], load_profile("plain")) == ()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["а" * 31 + "a"], []),  # 63 bytes
        (["a" * 63], []),
        (["а" * 32], ["portal-column-too-long"]),  # 64 bytes in 32 letters
        (["a" * 64], ["portal-column-too-long"]),
        (["_id"], ["portal-column-refused"]),
        (['a"b'], ["portal-column-refused"]),
        ([" a"], ["portal-column-refused"]),
        (["a\u200bb"], ["portal-column-refused"]),
        (["a\tb"], ["portal-column-refused"]),
        (["a b", "a_b", "A b"], []),
        (
            ["а" * 31 + "б", "а" * 31 + "в"],
            ["portal-column-too-long"] * 2 + ["portal-columns-become-one"],
        ),
        (["а" * 31, "а" * 32], ["portal-column-too-long", "portal-columns-become-one"]),
    ],
)
def test_names_of_columns_are_measured_in_bytes(names: list[str], expected: list[str]) -> None:
    found = passport_faults(good(), [columned(*names)], NATIONAL)
    assert codes(found) == expected
    assert {fault.table for fault in found} <= {"Benches"}


def test_a_long_column_is_told_with_its_bytes() -> None:
    (fault,) = passport_faults(good(), [columned("а" * 32)], NATIONAL)
    assert (fault.details["count"], fault.details["limit"]) == (64, 63)
    assert "64 байти" in messages.text("uk", f"finding-{fault.code}", fault.details)


def test_columns_that_become_one_are_told_with_the_name_that_is_left() -> None:
    names = "а" * 31 + "б", "а" * 31 + "в"
    fault = passport_faults(good(), [columned(*names)], NATIONAL)[-1]
    assert fault.details["column"] == "а" * 31
    assert all(name in str(fault.details["columns"]) for name in names)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_fault_has_a_sentence(language: str) -> None:
    bad = replace(
        tagged("о’", "я"), title=Text(uk="а" * 255), description=Text(uk="а" * 4001),
        purpose=Text(uk="а" * 513), frequency=Frequency.DISCONTINUED, language="xx",
        contact=Contact(name=Text(uk=""), email="а"),
    )  # fmt: skip
    empty = replace(
        tagged(), title=Text(uk=""), description=Text(uk=""), purpose=Text(uk=""),
        contact=Contact(name=Text(uk=""), email=""),
    )  # fmt: skip
    tables = [columned("_", "а" * 32, "а" * 33)]
    found = passport_faults(bad, tables, NATIONAL) + passport_faults(empty, [], NATIONAL)
    assert len({fault.code for fault in found}) == 17
    for fault in found:
        assert messages.text(language, f"finding-{fault.code}", fault.details)
