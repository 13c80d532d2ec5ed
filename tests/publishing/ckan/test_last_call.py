"""The one call that shows a release."""

from dataclasses import replace
from typing import Any, cast

import pytest

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.last_call import last_call, replaced
from pipeline.publishing.ckan.standing import NOTHING, resource_id
from pipeline.publishing.ckan.wanted import file_resource
from pipeline.publishing.ckan.work import TableWork, Way, Work, compare
from tests.publishing.ckan.pieces import (
    NAME,
    NEW,
    OLD,
    PLACE,
    TABLE,
    goal,
    package,
    standing,
    standing_table,
    table_work,
)

HELD = {one["name"]: one for one in package(goal())["resources"]}
CSV = resource_id(NAME, "passport.csv")


def work(*tables: TableWork, **changes: Any) -> Work:
    found = compare(PLACE, standing(), goal(), tables or (table_work(),), published={}, by_hand=())
    return replace(found, **changes)


def test_without_files_and_tables_it_settles_and_shows() -> None:
    shown = package(goal(), stamp.done(OLD), private=True)
    data, files = last_call(work(), shown, ())
    assert files == {}
    assert data.keys() == {"update"}
    update: Any = data["update"]
    assert (update["version"], update["private"]) == (NEW, False)
    assert update["extras"] == shown["extras"]
    assert update.keys() == {"version", "extras", "private"}


def test_a_file_that_is_there_is_changed_and_uploaded() -> None:
    file = goal().files["passport.csv"]
    words = {CSV: {"name": "passport.csv"}}
    data, files = last_call(work(files=(file,), resources=words), package(goal()), ())
    assert files == {f"update__resources__{CSV}__upload": ("passport.csv", file.data)}
    assert data[f"update__resources__{CSV}"] == file_resource(PLACE, file)
    assert "update__resources__extend" not in data


def test_a_file_that_is_new_is_added_and_uploaded() -> None:
    file = goal().files["passport.csv"]
    shown = package(goal())
    shown["resources"] = [one for one in shown["resources"] if one["id"] != CSV]
    data, files = last_call(work(files=(file,)), shown, ())
    assert files == {f"update__resources__{CSV}__upload": ("passport.csv", file.data)}
    assert data["update__resources__extend"] == [file_resource(PLACE, file)]
    assert f"update__resources__{CSV}" not in data


def test_words_of_a_resource_are_changed_alone() -> None:
    data, files = last_call(work(resources={TABLE: {"name": "Benches"}}), package(goal()), ())
    assert data[f"update__resources__{TABLE}"] == {"name": "Benches"}
    assert files == {}


def test_what_is_stale_is_taken_out() -> None:
    data, _ = last_call(work(stale=("r1", "r2")), package(goal()), ())
    assert data["filter"] == ["-resources__r1", "-resources__r2"]


def test_a_table_that_was_filled_elsewhere_comes_in() -> None:
    one = table_work(Way.FILL, difference=None)
    data, files = last_call(work(one), package(goal()), (one,))
    assert data["update__resources__extend"] == [{**HELD["Benches"], "datastore_active": True}]
    assert files == {}
    assert f"update__resources__{TABLE}" not in data


def test_a_replaced_table_says_where_the_new_one_is() -> None:
    second = resource_id(NAME, "Benches", 1)
    there = standing_table()
    one = table_work(Way.REPLACE, asked=goal(holder=second), there=there, difference=None)
    data, _ = last_call(work(one), package(goal()), (one,))
    (shown,) = cast(list[dict[str, object]], data["update__resources__extend"])
    assert shown["id"] == second
    words = data[f"update__resources__{TABLE}"]
    assert words == replaced(PLACE, one)


@pytest.mark.parametrize("language", ["Цю таблицю замінено", "This table was replaced"])
def test_the_words_of_a_replaced_table(language: str) -> None:
    second = resource_id(NAME, "Benches", 1)
    one = table_work(Way.REPLACE, asked=goal(holder=second), there=standing_table())
    words = replaced(PLACE, one)
    assert words.keys() == {"name", "description"}
    said = str(words["description"])
    assert language in said
    assert said.count(f"<{PLACE.url}/datastore/dump/{second}>") == 2
    assert TABLE not in said
    assert str(words["name"]).startswith("Benches ")


def test_a_first_publication_uploads_what_a_new_dataset_has_not() -> None:
    asked = goal()
    found = compare(
        PLACE,
        NOTHING,
        asked,
        (table_work(Way.FILL, difference=None),),
        published={},
        by_hand=(),
    )
    shown = {"resources": [HELD["Benches"]], "extras": [], "version": "x"}
    data, files = last_call(found, shown, ())
    assert len(files) == len(asked.files)
    assert data["update__resources__extend"] == [
        file_resource(PLACE, file) for file in asked.files.values()
    ]
