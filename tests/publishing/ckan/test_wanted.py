"""What a dataset on a portal should be."""

import csv
import json
from dataclasses import replace

import pytest

from pipeline.errors import ConfigurationError
from pipeline.publishing.ckan.wanted import Place, possible_files, shapes, table_resource
from pipeline.publishing.portal_profile import load_profile
from tests.publishing import samples
from tests.publishing.ckan.pieces import NAME, PLACE, SHAPE, TABLE, URL, goal, without_datastore

OF_PASSPORT = {"passport.csv", "passport.json", "findings.json"}
STRUCTURES = {"Benches-structure.csv", "Benches.csv-metadata.json"}


def test_a_table_is_its_own_file() -> None:
    assert goal().files.keys() == OF_PASSPORT | STRUCTURES
    assert goal().tables["Benches"].resource == TABLE


def test_a_portal_without_tables_gets_files() -> None:
    found = goal(place=without_datastore())
    assert found.tables == {}
    assert {"Benches.csv", "Benches.xlsx", "Benches.json"} < found.files.keys()


@pytest.mark.parametrize("place", [PLACE, without_datastore()], ids=["tables", "files"])
def test_the_passport_says_what_the_portal_calls_the_dataset(place: Place) -> None:
    files = goal(place=place).files
    rows = list(csv.DictReader(files["passport.csv"].data.decode("utf-8-sig").splitlines()))
    assert [row["value"] for row in rows if row["name"] == "identifier"] == [NAME]
    assert json.loads(files["passport.json"].data)["identifier"] == NAME


def test_every_file_that_is_made_is_one_that_is_looked_for() -> None:
    possible = set(possible_files(samples.passport()))
    for place in (PLACE, replace(PLACE, forms=("xlsx", "json")), without_datastore()):
        assert goal(place=place).files.keys() <= possible


def test_a_workbook_that_the_portal_would_refuse_is_left_out_by_name() -> None:
    profile = load_profile("plain")
    limits = profile.limits.model_copy(update={"upload_megabytes": 0})
    tight = replace(PLACE, profile=profile.model_copy(update={"limits": limits}), forms=("xlsx",))
    found = goal(place=tight)
    assert found.left_out == ("Benches.xlsx",)
    assert found.files.keys() == OF_PASSPORT | STRUCTURES
    held = goal(place=replace(tight, datastore=False))
    assert held.left_out == (), "there is nothing else of the table, so it has to be tried"


def test_the_words_of_a_table_offer_it_without_the_column_of_the_portal() -> None:
    found = table_resource(PLACE, goal().tables["Benches"])
    assert found["url"] == f"{URL}/datastore/dump/{TABLE}"
    clean = f"{found['url']}?fields={','.join(SHAPE.names)}"
    assert found["download_url"] == clean
    assert str(found["description"]).count(clean) == 2, "in both languages"


def test_a_table_without_a_key_is_refused() -> None:
    passport = samples.passport()
    (card,) = passport.tables
    with pytest.raises(ConfigurationError) as caught:
        shapes(replace(passport, tables=(replace(card, key=()),)))
    assert caught.value.code == "portal-table-needs-key"
