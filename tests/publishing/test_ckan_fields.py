"""The passport as fields of a CKAN package, and back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.frequencies import Frequency
from pipeline.publishing.ckan_fields import owned_fields, package_fields, passport_of_package
from pipeline.publishing.dcat import EU
from pipeline.publishing.passport import Json, Keywords, Text
from pipeline.publishing.passport_elements import PassportElements, elements_of
from pipeline.publishing.portal_profile import PROFILES, load_profile
from pipeline.publishing.record import Record
from tests.publishing import passports, samples

PLAIN, NATIONAL = (load_profile(name) for name in PROFILES)
FREE = {"title", "notes", "purpose_of_collecting_information"}
THREE = ("purpose_of_collecting_information", "update_frequency", "language")


def made() -> Record:
    return passports.recorded(samples.passport())


def extras(fields: Mapping[str, Json]) -> dict[str, str]:
    pairs = fields["extras"]
    assert isinstance(pairs, list)
    return {str(pair["key"]): str(pair["value"]) for pair in pairs if isinstance(pair, Mapping)}


def shown(fields: Mapping[str, Json], draw: st.DrawFn) -> dict[str, Json]:
    """The package as a portal gives it: another order, more keys, texts as a form saves them."""
    tags, pairs = fields["tags"], fields["extras"]
    assert isinstance(tags, list)
    assert isinstance(pairs, list)
    more: list[Json] = [{"key": "harvested", "value": "1"}, {"key": "number", "value": 3}]
    written = {key: str(fields[key]) for key in FREE & set(fields)}
    through_the_form = {key: f"{text}\n ".replace("\n", "\r\n") for key, text in written.items()}
    return {
        **fields,
        **through_the_form,
        "id": "b3b7c1e8",
        "private": False,
        "organization": {"title": "Вигадівська міська рада"},
        "tags": [
            {**tag, "state": "active"}
            for tag in draw(st.permutations(tags))
            if isinstance(tag, Mapping)
        ],
        "extras": draw(st.permutations([*pairs, *more])),
        "resources": [],
    }


@pytest.mark.parametrize("name", PROFILES)
@settings(deadline=None, max_examples=60)
@given(data=st.data(), record=passports.records())
def test_every_element_comes_back(name: str, data: st.DataObject, record: Record) -> None:
    profile = load_profile(name)
    fields = package_fields(record, profile)
    expected = elements_of(record)
    if record.frequency not in profile.frequency.words:
        expected = replace(expected, frequency=None)
    assert passport_of_package(fields, profile) == expected
    assert passport_of_package(data.draw(packages(fields)), profile) == expected
    assert json.loads(json.dumps(fields)) == fields


@st.composite
def packages(draw: st.DrawFn, fields: Mapping[str, Json]) -> dict[str, Json]:
    return shown(fields, draw)


def test_the_fields_of_the_form() -> None:
    fields = package_fields(made(), NATIONAL)
    assert {key: value for key, value in fields.items() if key != "extras"} == {
        "title": "Лавки міста",
        "notes": "Лавки в парках: де стоять і скільки на них місць.",
        "tags": [{"name": "лавки"}, {"name": "парки"}],
        "license_id": "CC-BY-4.0",
        "maintainer": "Відділ благоустрою",
        "maintainer_email": "data@example.org",
        "purpose_of_collecting_information": "Облік благоустрою.",
        "update_frequency": "once a quarter",
        "language": "ua",
    }
    assert extras(fields)["publisherIdentifier"] == "00000000"


def test_a_plain_portal_gets_the_three_as_extras_of_names_that_no_schema_has() -> None:
    fields = package_fields(made(), PLAIN)
    assert not set(THREE) & set(fields)
    said = extras(fields)
    assert said["purpose_of_collecting_information"] == "Облік благоустрою."
    assert said["update_frequency"] == "once a quarter"
    assert "language" not in said


@pytest.mark.parametrize("name", PROFILES)
def test_what_has_no_field_is_an_extra(name: str) -> None:
    said = extras(package_fields(made(), load_profile(name)))
    assert said["actual_on"] == "2026-05-01"
    assert said["edition"] == "2019"
    assert said["annex_item"] == "Дані про лавки"
    assert said["publisher_name"] == "Вигадівська міська рада"
    assert said["title_en"] == "Park benches"
    assert json.loads(said["tags_en"]) == ["benches", "parks"]
    assert json.loads(said["usage_notes"]) == ["Довжину міряли рулеткою."]
    assert not {"notes_en", "usage_notes_en"} & set(said), "nobody has translated them"


def test_extras_speak_to_ckanext_dcat() -> None:
    said = extras(package_fields(made(), PLAIN))
    assert said["dcat_frequency"] == f"{EU}/frequency/QUARTERLY"
    assert said["dcat_language"] == f"{EU}/language/UKR"
    assert said["dcat_theme"] == f"{EU}/data-theme/GOVE"
    assert said["dcat_issued"] == "2026-05-02T06:30:00+00:00"
    assert said["dcat_modified"] == "2026-06-03T22:15:00+00:00"
    assert said["publisher_identifier"] == "00000000"
    assert said["publisher_type"].endswith("/LocalAuthority")
    assert "835" in said["dcat_applicable_legislation"]


def test_a_voluntary_dataset_names_no_law_that_it_is_published_by() -> None:
    voluntary = made().model_copy(update={"edition": "", "annex_item": ""})
    said = extras(package_fields(voluntary, PLAIN))
    assert not {"edition", "annex_item", "dcat_applicable_legislation"} & set(said)


def test_extras_are_sorted_and_none_is_empty() -> None:
    bare = replace(samples.passport(), actual_on=None, usage_notes=(), annex_item="")
    said = extras(package_fields(passports.recorded(bare), PLAIN))
    assert list(said) == sorted(said)
    assert all(said.values())
    assert not {"actual_on", "usage_notes", "annex_item"} & set(said)


def test_a_note_in_one_language_keeps_its_place() -> None:
    notes = Text(uk="", en="a"), Text(uk="б"), Text(uk=" ")
    record = made().model_copy(update={"usage_notes": notes})
    assert passport_of_package(package_fields(record, PLAIN), PLAIN).usage_notes == notes[:2]


def test_a_field_without_a_value_is_sent_all_the_same_so_that_the_old_one_goes() -> None:
    bare = made().model_copy(update={"description": Text(uk="")})
    assert package_fields(bare, PLAIN)["notes"] == ""


def test_keywords_are_tidied_sorted_and_each_once() -> None:
    record = made().model_copy(update={"keywords": Keywords(uk=("я", " а", "я", " "))})
    assert package_fields(record, PLAIN)["tags"] == [{"name": "а"}, {"name": "я"}]


def test_a_portal_that_keeps_the_three_as_extras_and_one_that_shows_them_are_both_read() -> None:
    fields = package_fields(made(), NATIONAL)
    pairs = fields["extras"]
    assert isinstance(pairs, list)
    moved: list[Json] = [{"key": key, "value": fields[key]} for key in THREE]
    kept = {key: value for key, value in fields.items() if key not in THREE}
    assert passport_of_package({**kept, "extras": pairs + moved}, NATIONAL) == elements_of(made())


@pytest.mark.parametrize(
    "package",
    [
        {},
        {"extras": None, "tags": None, "title": None},
        {"extras": [None, {"key": "edition"}, {"value": "2019"}], "tags": ["лавки"]},
        {"update_frequency": "sometimes", "language": ["xx"], "actual_on": "учора"},
        {"extras": [{"key": "dcat_issued", "value": "давно"}]},
        {"extras": [{"key": "tags_en", "value": "benches, parks"}]},
        {"extras": [{"key": "usage_notes", "value": '{"a": 1}'}]},
    ],
)
def test_what_is_no_value_of_its_kind_is_empty(package: Mapping[str, Json]) -> None:
    assert passport_of_package(package, NATIONAL) == PassportElements()


@pytest.mark.parametrize("name", PROFILES)
def test_owned_fields_are_all_that_is_ever_set(name: str) -> None:
    profile = load_profile(name)
    english = Text(uk="а", en="a")
    full = replace(samples.passport(), description=english, usage_notes=(english,))
    fields = package_fields(passports.recorded(full), profile)
    names = [key for key in fields if key != "extras"] + [f"extras.{key}" for key in extras(fields)]
    owned = owned_fields(profile)
    assert sorted(owned) == sorted(names)
    assert {"title", "notes", "tags", "maintainer", "extras.actual_on"} <= set(owned)


@pytest.mark.parametrize("name", PROFILES)
def test_the_publisher_keeps_version_name_and_address(name: str) -> None:
    fields = package_fields(made(), load_profile(name))
    assert not {"name", "version", "url", "owner_org", "id", "resources"} & set(fields)


@pytest.mark.parametrize("frequency", Frequency)
def test_every_frequency_reads_back_where_the_portal_has_a_word(frequency: Frequency) -> None:
    record = made().model_copy(update={"frequency": frequency})
    for profile in (PLAIN, NATIONAL):
        found = passport_of_package(package_fields(record, profile), profile).frequency
        assert found == (frequency if frequency in profile.frequency.words else None)


def test_a_change_by_hand_shows() -> None:
    fields = package_fields(made(), PLAIN)
    by_hand: dict[str, Json] = {**fields, "notes": "Інше", "tags": [{"name": "лавки"}]}
    found = passport_of_package(by_hand, PLAIN)
    assert found.description.uk == "Інше"
    assert found.keywords.uk == ("лавки",)
    assert replace(found, description=made().description, keywords=made().keywords) == elements_of(
        made()
    )
    assert found.actual_on == date(2026, 5, 1)
