"""What stands on a portal, as its answers tell it."""

from typing import Any, cast
from uuid import UUID

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.standing import (
    NOTHING,
    Standing,
    digest,
    public_state,
    read_shape,
    read_standing,
    resource_id,
    shape_of,
)
from tests.publishing.ckan.pieces import NAME, PLACE, SHAPE, TABLE, Played, goal, package, standing

GONE = NotThereError("portal-not-there", url="")


def told(**changes: Any) -> dict[str, Any]:
    """As `datastore_info` tells of the benches."""
    fields = [{"id": "_id", "type": "int", "schema": {"is_index": True}}]
    fields += [
        {
            "id": column.name,
            "type": column.kind,
            "info": dict(column.info),
            "schema": {"is_index": column.name in SHAPE.key},
        }
        for column in SHAPE.columns
    ]
    return {"fields": fields, "meta": {"count": 3}, **changes}


def looked(portal: Played, files: tuple[str, ...] = ("passport.csv", "gone.csv")) -> Standing:
    return read_standing(
        cast(Portal, portal),
        NAME,
        ["Benches"],
        files,
        organization=PLACE.organization,
        mark=PLACE.mark,
    )


def test_an_id_is_the_same_whoever_makes_it() -> None:
    assert resource_id("a", "b") == resource_id("a", "b", 0)
    ids = {resource_id(*one) for one in (("a", "b"), ("a", "c"), ("b", "b"), ("a", "b", 1))}
    assert len(ids) == 4
    assert resource_id("rada-benches", "Benches") == "922f40e2-be5b-5046-8e48-9a5f8697af79"
    assert {UUID(one).version for one in ids} == {5}


def test_the_shape_of_a_table_is_what_the_portal_tells() -> None:
    assert shape_of(told()) == SHAPE
    bare = {"fields": [{"id": "_id", "type": "int"}, {"id": "a", "type": "text", "info": None}]}
    assert shape_of(bare).names == ("a",)
    assert (shape_of(bare).key, shape_of(bare).dictionary) == ((), {"a": {}})


def test_a_resource_without_a_table_has_no_shape() -> None:
    assert read_shape(cast(Portal, Played(datastore_info=GONE)), "r") is None
    busy = SourceError("portal-busy", url="")
    with pytest.raises(SourceError, match="too many requests"):
        read_shape(cast(Portal, Played(datastore_info=busy)), "r")


def test_a_dataset_is_read_with_its_tables_and_files() -> None:
    found = looked(Played(package_show=package(goal()), datastore_info=told()))
    assert found.stamp == stamp.done(goal().version)
    assert found.tables["Benches"].shape == SHAPE
    assert (found.tables["Benches"].generation, found.tables["Benches"].resource.id) == (0, TABLE)
    assert [(path, one.id) for path, one in found.files.items()] == [
        ("passport.csv", resource_id(NAME, "passport.csv"))
    ]
    assert (found.exists, found.private, found.unseen, found.has_tables) == (
        True, False, False, True,
    )  # fmt: skip


def test_the_newest_of_tables_that_replaced_one_another_stands() -> None:
    shown = package(goal(holder=resource_id(NAME, "Benches", 2)))
    held = next(one for one in shown["resources"] if one["name"] == "Benches")
    older = [{**held, "id": resource_id(NAME, "Benches", number)} for number in (0, 1)]
    for resources in ([*older, *shown["resources"]], [*shown["resources"], *older]):
        portal = Played(package_show={**shown, "resources": resources}, datastore_info=told())
        assert looked(portal).tables["Benches"].generation == 2
        newest = resource_id(NAME, "Benches", 2)
        assert portal.told("datastore_info") == [{"id": newest, "include_meta": "false"}]


def test_a_resource_that_lost_its_table_stands_without_a_shape() -> None:
    found = looked(Played(package_show=package(goal()), datastore_info=GONE))
    assert found.tables["Benches"].shape is None


def test_where_there_is_no_dataset_nothing_stands() -> None:
    found = looked(Played(package_show=GONE))
    assert found == NOTHING
    assert (found.exists, found.private, found.unseen, found.has_tables) == (
        False, False, True, False,
    )  # fmt: skip


def test_an_unfinished_dataset_is_not_seen() -> None:
    found = looked(Played(package_show=package(goal(), private=True), datastore_info=told()))
    assert (found.private, found.unseen) == (True, True)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"state": "deleted"}, "portal-dataset-deleted"),
        ({"extras": []}, "portal-name-is-taken"),
        (
            {"extras": [{"key": "pipeline_dataset", "value": "other/benches"}]},
            "portal-name-is-taken",
        ),
        ({"organization": {"name": "other"}}, "portal-name-is-taken"),
        ({"organization": None}, "portal-name-is-taken"),
    ],
)
def test_a_dataset_of_others_is_left_alone(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(SourceError) as found:
        looked(Played(package_show={**package(goal()), **changes}))
    assert (found.value.code, found.value.exit_code) == (code, 4)
    assert found.value.message("uk") != found.value.message("en")


@pytest.mark.parametrize(
    "changes",
    [
        {"metadata_modified": "2026-11-26"},
        {"metadata_created": "2026-11-26"},
        {"num_tags": 7},
        {"organization": {"name": "rada", "title": "Рада"}},
        {"tags": [{"name": "парки", "id": "2"}, {"name": "лавки", "id": "1"}]},
        {"extras": package(goal())["extras"][::-1]},
    ],
)
def test_what_moves_by_itself_is_no_change(changes: dict[str, Any]) -> None:
    shown = package(goal())
    assert digest(public_state({**shown, **changes})) == digest(public_state(shown))


@pytest.mark.parametrize("name", ["last_modified", "metadata_modified", "position", "size"])
def test_times_of_a_resource_are_no_change(name: str) -> None:
    shown = package(goal())
    moved = [{**one, name: "2026-11-26T00:00:00"} for one in shown["resources"]]
    assert public_state({**shown, "resources": moved}) == public_state(shown)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Інша"},
        {"version": "0a1b2c3d4e5f"},
        {"private": True},
        {"tags": []},
        {"extras": package(goal())["extras"][1:]},
        {"theirs": 1},
        {"resources": package(goal())["resources"][1:]},
        {"resources": [{**one, "hash": ""} for one in package(goal())["resources"]]},
    ],
)
def test_what_somebody_changed_is_a_change(changes: dict[str, Any]) -> None:
    shown = package(goal())
    assert digest(public_state({**shown, **changes})) != digest(public_state(shown))


def test_a_plan_rests_upon_package_and_shapes() -> None:
    one = standing()
    assert one.base == standing().base
    assert one.base != standing({**package(goal()), "title": "Інша"}).base
    without = Standing(package=one.package, stamp=one.stamp, tables={}, files=one.files)
    assert one.base != without.base


def test_a_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1})
    assert digest([1, 2]) != digest([2, 1])
