"""The passport back from the DCAT catalogue and from the Data Package; what each cannot hold."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings

from pipeline.frequencies import RHYTHMS, Frequency
from pipeline.publishing.dcat import catalogue_json
from pipeline.publishing.entries import Entry
from pipeline.publishing.package import Package, package_json
from pipeline.publishing.passport import Json, Keywords, Passport, Publisher, Text
from pipeline.publishing.passport_elements import PassportElements, elements_of
from pipeline.publishing.passport_reading import elements_of_dcat, elements_of_package
from tests.publishing import passports, samples

AMBIGUOUS = {Frequency.ON_CHANGE, Frequency.UNSCHEDULED}
"""Both are `IRREG` in the authority table of the EU."""


def dcat_of(passport: Passport) -> Mapping[str, Json]:
    package = Package(version="a1b2c3d4e5f6", resources=())
    entry = Entry(record=passports.recorded(passport), package=package)
    catalogue = json.loads(catalogue_json([entry], samples.HOLDER, "https://data.example.org/"))
    (dataset,) = catalogue["dcat:dataset"]
    assert isinstance(dataset, dict)
    return dataset


def package_of(passport: Passport) -> Mapping[str, Json]:
    described = json.loads(package_json(samples.release(), passport, (), None))
    assert isinstance(described, dict)
    return described


def without_what_dcat_cannot_hold(held: PassportElements) -> PassportElements:
    frequency = None if held.frequency in AMBIGUOUS else held.frequency
    return replace(held, frequency=frequency, licence="", edition="", annex_item="", usage_notes=())


def without_what_a_data_package_cannot_hold(held: PassportElements) -> PassportElements:
    return PassportElements(
        title=Text(uk=held.title.uk),
        description=Text(uk=held.description.uk),
        keywords=Keywords(uk=held.keywords.uk),
        licence=held.licence,
        publisher=Publisher(name=Text(uk=held.publisher.name.uk)),
        contact=replace(held.contact, name=Text(uk=held.contact.name.uk)),
        modified=held.modified,
    )


@settings(deadline=None, max_examples=60)
@given(passports.passports())
def test_dcat_gives_back_what_it_holds(passport: Passport) -> None:
    expected = without_what_dcat_cannot_hold(elements_of(passports.recorded(passport)))
    assert elements_of_dcat(dcat_of(passport)) == expected


@settings(deadline=None, max_examples=60)
@given(passports.passports())
def test_a_data_package_gives_back_what_it_holds(passport: Passport) -> None:
    expected = without_what_a_data_package_cannot_hold(elements_of(passports.recorded(passport)))
    assert elements_of_package(package_of(passport)) == expected


def test_the_sample_reads_back_in_words() -> None:
    found = elements_of_dcat(dcat_of(samples.passport()))
    assert found.title == Text(uk="Лавки міста", en="Park benches")
    assert found.keywords == Keywords(uk=("лавки", "парки"), en=("benches", "parks"))
    assert found.frequency is Frequency.QUARTERLY
    assert found.publisher.code == "00000000"
    assert found.contact.email == "data@example.org"
    assert elements_of_package(package_of(samples.passport())).licence == "CC-BY-4.0"


@pytest.mark.parametrize("frequency", Frequency)
def test_only_frequencies_with_a_code_of_their_own_come_back(frequency: Frequency) -> None:
    found = elements_of_dcat(dcat_of(replace(samples.passport(), frequency=frequency))).frequency
    assert found == (None if frequency in AMBIGUOUS else frequency)
    assert {one for one in Frequency if RHYTHMS[one].eu == "IRREG"} == AMBIGUOUS


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"dct:title": "Лавки", "dct:publisher": None, "dcat:keyword": ["лавки"], "dct:issued": 1},
        {"dct:issued": {"@value": "давно"}, "dct:accrualPeriodicity": {"@id": "x/SOMETIMES"}},
        {"licenses": "cc-by", "contributors": [{"title": "х"}, 1], "keywords": "а", "title": None},
    ],
)
def test_what_is_of_another_shape_is_empty(form: Mapping[str, Json]) -> None:
    assert elements_of_dcat(form) == PassportElements()
    assert elements_of_package(form) == PassportElements()
