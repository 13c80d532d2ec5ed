"""What every kind of change does on a portal, and what a reader meets all the while."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import pytest

from tests.portal.proxy import Request
from tests.publishing.ckan.faults.showing import Shown
from tests.publishing.ckan.lamps.clerk import (
    ID,
    LONGER,
    NAMED,
    REPLACED,
    SHORTER,
    TABLE,
    WHOLE,
    Clerk,
    Source,
    changed,
    dictionary,
    lamps,
)

pytestmark = [pytest.mark.portal, pytest.mark.slow]


def records(request: Request) -> list[Mapping[str, str]]:
    found = request.json()["records"]
    assert isinstance(found, list)
    return found


def row_ids(clerk: Clerk, table: str = ID) -> dict[str, int]:
    """Key -> `_id` of the portal."""
    told = clerk.portal.public.action("datastore_search", resource_id=table, limit=32000)
    return {one["id"]: one["_id"] for one in told["records"]}


def written(clerk: Clerk) -> list[Request]:
    """What was sent to change something; what was made again at once, only once."""
    repeats = groupby(clerk.proxy.writes, key=lambda request: (request.action, request.body))
    return [next(group) for _, group in repeats]


def actions(clerk: Clerk) -> list[str]:
    return [request.action for request in written(clerk)]


def resources(shown: Shown) -> dict[str, str]:
    """Id -> name."""
    return {
        id_: str(said["name"]) for id_, said in shown.resources.items() if isinstance(said, Mapping)
    }


@pytest.fixture
def standing(clerk: Clerk) -> Clerk:
    """Forty lamps stand on the portal, and what was asked until now is forgotten."""
    assert clerk.publish() == "published"
    clerk.proxy.requests.clear()
    return clerk


def test_a_first_publication_is_whole_when_it_is_seen(clerk: Clerk) -> None:
    with clerk.watcher.watching(clerk.proxy, clerk.source.version, always=()):
        assert clerk.publish() == "published"
    assert clerk.watcher.polls > len(clerk.proxy.writes)
    assert clerk.watcher.answers
    clerk.proxy.requests.clear()
    with clerk.watcher.watching(clerk.proxy, clerk.source.version):
        assert clerk.publish() == "unchanged"
    assert not clerk.proxy.writes
    assert len(clerk.proxy.requests) <= 2
    assert clerk.plan() == []


def test_only_the_difference_travels(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.publishing.ckan.rows.BATCH", 2000)
    clerk.write(Source(rows=lamps(500)))
    assert clerk.publish() == "published"
    clerk.proxy.requests.clear()
    before, ids = clerk.shown(), row_ids(clerk)
    next_ = changed(clerk.source)
    clerk.publish_watched(next_)
    bodies = [one for one in written(clerk) if one.action.startswith("datastore")]
    assert [one.action for one in bodies] == ["datastore_upsert", "datastore_records_delete"]
    assert sorted(one["id"] for one in records(bodies[0])) == [
        "0003", "0017", "0038", "0500", "0501",
    ]  # fmt: skip
    assert bodies[1].json()["filters"] == {"id": ["0020"]}
    after = row_ids(clerk)
    assert {key: one for key, one in after.items() if key in ids} == {
        key: one for key, one in ids.items() if key != "0020"
    }
    assert after.keys() == next_.rows.keys()
    assert clerk.shown().resources.keys() == before.resources.keys()


def test_what_accumulates_stays(clerk: Clerk) -> None:
    source = Source(rows=lamps(40), mode="accumulate")
    clerk.write(source)
    assert clerk.publish() == "published"
    next_ = changed(source)
    clerk.write(next_)
    clerk.minute += 1
    kept = replace(next_, rows={**next_.rows, "0020": source.rows["0020"]})
    with clerk.watcher.watching(clerk.proxy, source.version, kept.version):
        assert clerk.publish() == "published"
    assert row_ids(clerk).keys() == kept.rows.keys()
    assert "datastore_records_delete" not in actions(clerk)


@pytest.mark.parametrize(
    "change",
    [{"fields": WHOLE}, {"key": ("id", "street")}, {"fields": SHORTER}],
    ids=["type", "key", "dropped"],
)
def test_another_table_takes_the_place(standing: Clerk, change: Mapping[str, object]) -> None:
    clerk, before = standing, standing.shown()
    old, next_ = clerk.source, replace(changed(clerk.source), **change)  # type: ignore[arg-type]
    clerk.write(next_)
    planned = clerk.planned()
    assert planned["change", "table"] == 1
    assert not clerk.proxy.writes
    clerk.publish_watched(next_)
    after = clerk.shown()
    assert resources(after) == resources(before) | {ID: f"{TABLE} (замінено)", REPLACED: TABLE}
    assert after.tables[ID] == before.tables[ID]
    assert after.tables[ID].keys() == old.rows.keys()
    assert {row[0] for row in after.tables[REPLACED].values()} == next_.rows.keys()
    assert list(dictionary(clerk, REPLACED)) == next_.names
    assert clerk.publish() == "unchanged"
    # and from there on it is changed where it is
    clerk.proxy.requests.clear()
    clerk.publish_watched(replace(next_, rows=dict(list(next_.rows.items())[1:])))
    assert actions(clerk) == ["package_revise", "datastore_records_delete", "package_revise"]


def test_a_column_grows_where_the_table_is(standing: Clerk) -> None:
    clerk, ids = standing, row_ids(standing)
    next_ = replace(clerk.source, fields=LONGER)
    clerk.write(next_)
    planned = clerk.planned()
    assert planned["add", "column"] == 1
    assert planned["change", "rows"] == len(ids)
    clerk.publish_watched(next_)
    assert row_ids(clerk) == ids
    assert list(dictionary(clerk)) == next_.names
    assert REPLACED not in clerk.shown().resources


def test_a_label_changes_the_dictionary_alone(standing: Clerk) -> None:
    clerk, ids, before = standing, row_ids(standing), standing.shown()
    next_ = replace(clerk.source, fields=NAMED)
    clerk.write(next_)
    planned = clerk.planned()
    assert planned["change", "dictionary"] == 1
    assert not [subject for _, subject in planned if subject in {"rows", "table", "column"}]
    clerk.publish_watched(next_)
    assert actions(clerk) == ["package_revise", "datastore_create", "package_revise"]
    assert dictionary(clerk)["street"] == ("text", "Вулиця чи площа")
    assert row_ids(clerk) == ids
    assert clerk.shown().tables == before.tables


def drop_table(clerk: Clerk) -> None:
    clerk.portal.publisher.insist("datastore_delete", resource_id=ID)


def drop_resource(clerk: Clerk) -> None:
    clerk.portal.publisher.insist("resource_delete", id=ID)


@pytest.mark.parametrize("also_changed", [False, True], ids=["same", "changed"])
@pytest.mark.parametrize("drop", [drop_table, drop_resource])
def test_a_table_that_somebody_dropped_is_filled_out_of_sight(
    standing: Clerk, drop: object, also_changed: bool
) -> None:
    assert callable(drop)
    clerk, before = standing, standing.shown()
    drop(clerk)
    next_ = changed(clerk.source) if also_changed else clerk.source
    clerk.write(next_)
    clerk.minute += 1
    with clerk.watcher.watching(clerk.proxy, next_.version, always=()):
        assert clerk.publish() == "published"
    after = clerk.shown()
    assert resources(after) == resources(before)
    assert {row[0] for row in after.tables[ID].values()} == next_.rows.keys()
    if not also_changed:
        assert after.tables == before.tables
    assert clerk.publish() == "unchanged"
    assert clerk.portal.public.action("package_search", q="*:*")["count"] == 1


def test_going_back_to_a_type_makes_a_third_table(standing: Clerk) -> None:
    """In a room that was used before."""
    clerk, first = standing, standing.source
    clerk.write(replace(changed(first), fields=WHOLE))
    assert clerk.publish() == "published"
    clerk.publish_watched(first)
    assert clerk.publish() == "unchanged"
    names = [name for name in resources(clerk.shown()).values() if name.split(" ")[0] == TABLE]
    assert sorted(names) == [TABLE, f"{TABLE} (замінено)", f"{TABLE} (замінено)"]
