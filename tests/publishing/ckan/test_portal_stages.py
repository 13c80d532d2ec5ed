"""Every kind of change on a real portal, with an onlooker between any two writes; then kills."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.ckan.standing import resource_id
from tests.portal.portal import Portal
from tests.portal.proxy import DROPPED, Proxy, Request, Response, standing_before
from tests.publishing.ckan import stages
from tests.publishing.ckan.desk import Desk
from tests.publishing.ckan.faults.showing import Shown, forget, shown, unlike
from tests.publishing.ckan.onlooker import Onlooker
from tests.publishing.ckan.stages import DATASET, Stage

pytestmark = [pytest.mark.portal, pytest.mark.slow]

POINTS = int(os.environ.get("CRASH_POINTS", "10"))
TABLE = resource_id(DATASET, "Benches")
NEXT = resource_id(DATASET, "Benches", 1)

STEPS = {
    "rows": stages.INCREMENT,
    "type": stages.REPLACED,
    "dropped column": stages.DROPPED,
    "key": stages.REKEYED,
    "new column": stages.ADDED,
    "label": stages.RENAMED,
}


@dataclass
class Place:
    """A portal behind a proxy, a home, and somebody who looks on."""

    portal: Portal
    proxy: Proxy
    desk: Desk
    onlooker: Onlooker

    def publish(self, stage: Stage, *before: Stage) -> None:
        """Publish; the onlooker may meet the versions before and this one."""
        self.onlooker.versions = (*(one.version for one in before), stage.version)
        self.proxy.between_writes = self.onlooker.poll
        try:
            self.desk.publish(stage.release, stage.passport)
        finally:
            self.proxy.between_writes = None
        self.onlooker.poll()


@pytest.fixture
def place(tmp_path: Path, portal: Portal) -> Iterator[Place]:
    forget(portal)
    with standing_before(portal.url) as proxy:
        desk = Desk(proxy.url, portal.token, tmp_path, "benches")
        onlooker = Onlooker(portal=portal, dataset=DATASET)
        yield Place(portal=portal, proxy=proxy, desk=desk, onlooker=onlooker)


def seen(portal: Portal) -> Shown:
    found = shown(portal, DATASET)
    assert found is not None
    return found


def rows(stage: Stage) -> set[tuple[str, ...]]:
    return set(stage.version.rows.values())


@pytest.mark.parametrize("name", STEPS)
def test_a_reader_meets_old_or_new_rows_and_never_half_a_table(place: Place, name: str) -> None:
    place.publish(stages.FIRST)
    ids = set(seen(place.portal).resources)
    place.publish(STEPS[name], stages.FIRST)
    assert place.onlooker.bad == []
    assert place.onlooker.answers >= 15
    found = seen(place.portal)
    new = NEXT if name in {"type", "dropped column", "key"} else TABLE
    assert set(found.tables[new].values()) == rows(STEPS[name])
    assert ids <= set(found.resources)
    if new == NEXT:
        old = found.resources[TABLE]
        assert isinstance(old, dict)
        assert old["name"] == "Benches (замінено)"
        assert set(found.tables[TABLE].values()) == rows(stages.FIRST)
    place.desk.target().read_back(STEPS[name].release, STEPS[name].passport, whole=True)


def sent(place: Place, action: str) -> list[Request]:
    return [one for one in place.proxy.requests if one.action == action]


def test_only_the_difference_is_sent(place: Place) -> None:
    place.publish(stages.FIRST)
    place.proxy.requests.clear()
    place.desk.publish(stages.INCREMENT.release, stages.INCREMENT.passport)
    written = [one.json()["records"] for one in sent(place, "datastore_upsert")]
    deleted = [one.json()["filters"] for one in sent(place, "datastore_records_delete")]
    assert [len(records) for records in written if isinstance(records, list)] == [5]
    assert deleted == [{"identifier": ["000", "001"]}]
    place.proxy.requests.clear()
    assert not place.desk.plan(stages.INCREMENT.release, stages.INCREMENT.passport).changes
    assert not place.proxy.writes


def test_a_quiet_night_asks_once(place: Place) -> None:
    place.publish(stages.FIRST)
    place.proxy.requests.clear()
    assert place.desk.last is not None
    assert place.desk.target().stands(place.desk.last)
    assert [one.action for one in place.proxy.requests] == ["package_show"]
    assert not place.proxy.writes


@pytest.mark.parametrize("action", ["datastore_delete", "resource_delete"])
def test_a_table_deleted_by_hand_is_filled_again_under_its_id(place: Place, action: str) -> None:
    place.publish(stages.FIRST)
    before = seen(place.portal)
    argument = {"resource_id" if action == "datastore_delete" else "id": TABLE}
    place.portal.publisher.action(action, **argument)
    plan = place.desk.plan(stages.FIRST.release, stages.FIRST.passport)
    assert "table" in {change.subject for change in plan.changes}
    place.publish(stages.FIRST)
    assert place.onlooker.bad == []
    assert seen(place.portal).tables == before.tables


def test_a_second_publisher_is_refused_while_the_first_is_at_work(
    place: Place, tmp_path: Path
) -> None:
    place.publish(stages.FIRST)
    url, token = place.portal.url, place.portal.token
    other = Desk(url, token, tmp_path, "benches", publisher="somebody")
    said: list[str] = []

    def meet(request: Request) -> None:
        if request.action == "datastore_upsert":
            with pytest.raises(SourceError) as error:
                other.publish(stages.OTHER.release, stages.OTHER.passport)
            said.append(error.value.code)

    place.proxy.sending = meet
    place.desk.publish(stages.INCREMENT.release, stages.INCREMENT.passport)
    assert said == ["portal-is-being-published"]
    assert set(seen(place.portal).tables[TABLE].values()) == rows(stages.INCREMENT)


# Killed

KILLED = {
    "first": ((), stages.FIRST, 13),
    "rows": ((stages.FIRST,), stages.INCREMENT, 10),
    "type": ((stages.FIRST,), stages.REPLACED, 22),
}
"""Versions that stand before, the one that comes, requests that it takes."""


def kill_points(seed: str, requests: int) -> list[tuple[int, str]]:
    """Seeded moments: before or after one of the requests."""
    every = [(number, side) for number in range(1, requests + 1) for side in ("before", "after")]
    return random.Random(seed).sample(every, min(POINTS, len(every)))  # noqa: S311 - no secret


def killed(place: Place, work: Callable[[], object], number: int, side: str) -> bool:
    """Do the work in a process that is killed before or after a request; whether it was."""
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(0)
    met = {"before": 0, "after": 0}

    def strikes(now: str) -> Response | None:
        met[now] += 1
        if (now, met[now]) != (side, number):
            return None
        os.kill(pid, signal.SIGKILL)
        return DROPPED

    def after(_request: Request, _response: Response) -> Response | None:
        return strikes("after")

    place.proxy.before, place.proxy.after = (lambda request: strikes("before")), after
    _, status = os.waitpid(pid, 0)
    place.proxy.undisturbed()
    return os.WIFSIGNALED(status)


@pytest.mark.parametrize("name", KILLED)
def test_whatever_kills_a_publication_the_next_one_makes_good(
    place: Place, tmp_path: Path, name: str
) -> None:
    earlier, stage, requests = KILLED[name]
    for one in (*earlier, stage):
        place.desk.publish(one.release, one.passport)
    undisturbed, deaths = seen(place.portal), 0
    points = kill_points(name, requests)
    for turn, (number, side) in enumerate(points):
        forget(place.portal)
        place.desk.last = None
        for one in earlier:
            place.desk.publish(one.release, one.passport)
        place.onlooker.versions = tuple(one.version for one in (*earlier, stage))
        place.proxy.between_writes = place.onlooker.poll
        victim = Desk(place.proxy.url, place.portal.token, tmp_path, "benches")
        victim.last = place.desk.last
        work = partial(victim.publish, stage.release, stage.passport)
        deaths += killed(place, work, number, side)
        place.onlooker.poll()
        if turn % 3 == 2:  # the source has moved on meanwhile
            place.publish(stages.OTHER, *earlier, stage)
            assert current(place.portal) == rows(stages.OTHER), (number, side)
        else:
            place.publish(stage, *earlier)
            assert unlike(seen(place.portal), undisturbed) == [], (number, side)
        assert place.onlooker.bad == [], (number, side)
    assert deaths >= len(points) * 0.6


def current(portal: Portal) -> set[tuple[str, ...]]:
    """Rows of the newest table."""
    found = seen(portal)
    names = {id_: one["name"] for id_, one in found.resources.items() if isinstance(one, dict)}
    return set(next(found.tables[id_] for id_, name in names.items() if name == "Benches").values())
