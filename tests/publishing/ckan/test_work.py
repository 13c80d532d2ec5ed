"""What has to be done, found by comparing what stands with what is wanted."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.difference import NOTHING, Difference
from pipeline.publishing.ckan.fields import flat, words
from pipeline.publishing.ckan.standing import NOTHING as NO_DATASET
from pipeline.publishing.ckan.standing import Standing, StandingTable, resource_id
from pipeline.publishing.ckan.tables import Column, Shape
from pipeline.publishing.ckan.work import (
    TableWork,
    Way,
    Work,
    asked_fields,
    compare,
    holder_of,
    way_of,
)
from tests.publishing import samples
from tests.publishing.ckan.pieces import (
    NAME,
    NEW,
    OLD,
    PLACE,
    SHAPE,
    goal,
    package,
    standing,
    standing_table,
    table_work,
)

FIRST, *OTHERS = SHAPE.columns
ONE_ROW = Difference(added={("1",): ("1",)}, changed={}, removed={})


@pytest.mark.parametrize(
    ("there", "way"),
    [
        (None, Way.FILL),
        (standing_table(None), Way.FILL),
        (standing_table(), Way.STAY),
        (standing_table(replace(SHAPE, columns=SHAPE.columns[::-1])), Way.STAY),
        (standing_table(replace(SHAPE, columns=SHAPE.columns[:-1])), Way.GROW),
        (standing_table(replace(SHAPE, columns=(replace(FIRST, info={}), *OTHERS))), Way.GROW),
        (
            standing_table(
                replace(SHAPE, columns=(*SHAPE.columns, Column(name="x", kind="text", info={})))
            ),
            Way.REPLACE,
        ),
        (
            standing_table(replace(SHAPE, columns=(replace(FIRST, kind="int8"), *OTHERS))),
            Way.REPLACE,
        ),
        (standing_table(replace(SHAPE, key=("place",))), Way.REPLACE),
        (standing_table(replace(SHAPE, key=())), Way.REPLACE),
    ],
)
def test_how_a_table_becomes_what_it_should(there: StandingTable | None, way: Way) -> None:
    assert way_of(there, SHAPE) is way


@pytest.mark.parametrize(
    ("there", "way", "generation"),
    [
        (None, Way.FILL, 0),
        (standing_table(), Way.STAY, 0),
        (standing_table(generation=3), Way.STAY, 3),
        (standing_table(generation=3), Way.GROW, 3),
        (standing_table(None, generation=3), Way.FILL, 3),
        (standing_table(), Way.REPLACE, 1),
        (standing_table(generation=3), Way.REPLACE, 4),
    ],
)
def test_a_table_keeps_its_address_until_another_replaces_it(
    there: StandingTable | None, way: Way, generation: int
) -> None:
    assert holder_of(NAME, "Benches", there, way) == resource_id(NAME, "Benches", generation)


@pytest.mark.parametrize(
    ("way", "difference", "aside", "done"),
    [
        (Way.STAY, NOTHING, False, True),
        (Way.STAY, ONE_ROW, False, False),
        (Way.GROW, NOTHING, False, False),
        (Way.FILL, None, True, False),
        (Way.REPLACE, None, True, False),
    ],
)
def test_when_a_table_is_done(
    way: Way, difference: Difference | None, aside: bool, done: bool
) -> None:
    one = table_work(way, difference=difference)
    assert (one.aside, one.is_done) == (aside, done)


def compared(
    there: Standing,
    *tables: TableWork,
    by_hand: tuple[str, ...] = (),
    published: Mapping[str, Any] | None = None,
) -> Work:
    asked = goal()
    return compare(
        PLACE,
        there,
        asked,
        tables or (table_work(asked=asked, there=there.tables.get("Benches")),),
        published=published or {},
        by_hand=by_hand,
    )


def changed(**fields: Any) -> Standing:
    return standing({**package(goal()), **fields})


def test_what_stands_whole_is_no_work() -> None:
    work = compared(standing())
    assert (work.is_settled, work.is_done) == (True, True)
    assert not any((work.fields, work.drift, work.resources, work.files, work.stale))


@pytest.mark.parametrize(
    "there",
    [
        changed(
            version=str(stamp.begun(stamp.done(OLD), NEW, "me", samples.release().released_at))
        ),
        changed(version=str(stamp.first(NEW, "me", samples.release().released_at))),
        changed(version=OLD),
        changed(version="1.0"),
        changed(version=None),
    ],
)
def test_what_is_not_settled_is_never_done(there: Standing) -> None:
    work = compared(there)
    assert (work.is_settled, work.is_done) == (False, False)


def test_where_there_is_nothing_all_is_work() -> None:
    work = compared(NO_DATASET, table_work(Way.FILL, difference=None), by_hand=("title",))
    assert work.fields["title"] == "Лавки міста", "who makes a dataset fills in what people change"
    assert {file.path for file in work.files} == goal().files.keys()
    assert not work.is_done


def test_fields_that_stand_otherwise_are_set_back() -> None:
    there = changed(title="Їхня назва", notes=None, tags=[{"name": "лавки"}])
    work = compared(there)
    assert work.fields == {
        "title": "Лавки міста",
        "notes": samples.passport().description.uk,
        "tags": ["лавки", "парки"],
    }
    assert not work.is_done
    assert compared(there, by_hand=("title", "notes", "tags")).is_done


def test_only_what_people_changed_is_drift() -> None:
    now = flat(goal().fields)
    there = changed(title="Їхня назва", notes="Старі слова")
    last = {**now, "notes": "Старі слова"}
    assert compared(there, published=last).drift == {"title": "Їхня назва"}
    assert compared(there, published={}).drift == {}
    assert compared(there, published=last, by_hand=("title",)).drift == {}
    assert compared(standing(), published={**now, "title": "Минула"}).drift == {}


def test_an_own_field_that_is_no_longer_wanted_is_emptied() -> None:
    shown = package(goal())
    extras = [*shown["extras"], {"key": "usage_notes_en", "value": "x"}]
    extras += [{"key": "theirs", "value": "чуже"}]
    work = compared(standing({**shown, "extras": extras}))
    assert work.fields == {"extras.usage_notes_en": ""}


def test_every_field_of_the_passport_is_asked_for() -> None:
    asked = asked_fields(PLACE, goal(), ("title", "extras.edition"))
    assert asked["extras.usage_notes_en"] == ""
    assert asked["notes"] == samples.passport().description.uk
    assert not {"title", "extras.edition"} & asked.keys()


def renamed(path: str, **changes: Any) -> Standing:
    shown = package(goal())
    resources = [{**one, **changes} if one["name"] == path else one for one in shown["resources"]]
    there = standing({**shown, "resources": resources})
    names = {one["id"]: one["name"] for one in shown["resources"]}
    files = {names[one.id]: one for one in there.files.values()}
    table = next(one for one in resources if one["id"] == resource_id(NAME, "Benches"))
    held = there.tables["Benches"]
    held = replace(held, resource=held.resource.model_copy(update={**table}))
    return replace(there, files=files, tables={"Benches": held})


@pytest.mark.parametrize("path", ["Benches", "passport.csv"])
def test_words_of_a_resource_are_set_back_and_no_more(path: str) -> None:
    work = compared(renamed(path, name="Інша", description=None, url="elsewhere", license="x"))
    changes = work.resources[resource_id(NAME, path)]
    assert changes.keys() == {"name", "description"}
    assert changes["name"] == path
    assert not work.is_done
    assert len(work.resources) == 1


@pytest.mark.parametrize("path", ["Benches", "passport.csv"])
def test_words_that_people_changed_are_drift(path: str) -> None:
    last = words(package(goal()))
    there = renamed(path, name="Інша", description=None)
    assert compared(there, published=last).drift == {
        f"{path}.name": "Інша",
        f"{path}.description": "",
    }
    assert compared(there, published={}).drift == {}, "nobody knows what was published"
    assert compared(there, published=words(there.package)).drift == {}, "it was published so"


def with_columns(*columns: Column) -> Standing:
    there = standing()
    table = replace(there.tables["Benches"], shape=replace(SHAPE, columns=columns))
    return replace(there, tables={"Benches": table})


@pytest.mark.parametrize(
    ("columns", "drift"),
    [
        (SHAPE.columns, {}),
        ((replace(FIRST, info={**FIRST.info, "label": "Вручну"}), *OTHERS), {"label": "Вручну"}),
        ((replace(FIRST, info={**FIRST.info, "label": ""}), *OTHERS), {"label": ""}),
        ((replace(FIRST, info={**FIRST.info, "theirs": "x"}), *OTHERS), {"theirs": "x"}),
        ((replace(FIRST, kind="numeric"), *OTHERS), {"type": "numeric"}),
    ],
)
def test_words_and_types_of_columns_that_people_changed_are_drift(
    columns: tuple[Column, ...], drift: Mapping[str, str]
) -> None:
    there = with_columns(*columns)
    named = {f"Benches.{FIRST.name}.{word}": item for word, item in drift.items()}
    assert compared(there, published=SHAPE.words("Benches")).drift == named
    assert compared(there, published={}).drift == {}, "nobody knows what was published"
    held = replace(SHAPE, columns=columns).words("Benches")
    assert compared(there, published=held).drift == {}, "it was published so"


def test_columns_that_people_added_or_took_are_drift() -> None:
    more = with_columns(*SHAPE.columns, Column(name="x", kind="text", info={}))
    assert compared(more, published=SHAPE.words("Benches")).drift == {"Benches.x.type": "text"}
    drift = compared(with_columns(*OTHERS), published=SHAPE.words("Benches")).drift
    assert drift[f"Benches.{FIRST.name}.type"] == ""


def test_a_table_that_is_replaced_keeps_its_words() -> None:
    there = renamed("Benches", name="Інша")
    replaced = table_work(Way.REPLACE, there=there.tables["Benches"], difference=None)
    assert compared(there, replaced).resources == {}


def test_a_file_is_sent_if_its_content_changed() -> None:
    for held in ("0" * 64, "", None):
        work = compared(renamed("passport.csv", hash=held))
        assert [file.path for file in work.files] == ["passport.csv"]
        assert not work.is_done


def test_a_file_that_is_missing_is_sent_and_one_that_is_left_goes() -> None:
    there = standing()
    files = dict(there.files)
    files["Benches.xlsx"] = files.pop("findings.json")
    work = compared(replace(there, files=files))
    assert [file.path for file in work.files] == ["findings.json"]
    assert work.stale == (files["Benches.xlsx"].id,)
    assert not work.is_done


def test_a_table_that_is_not_done_is_work() -> None:
    there = standing()
    one = table_work(there=there.tables["Benches"], difference=ONE_ROW)
    assert not compared(there, one).is_done


def test_a_shape_is_that_of_the_schema() -> None:
    assert isinstance(SHAPE, Shape)
    assert goal().tables["Benches"].shape == SHAPE
