"""Killed before or after any request of a publication, the next run ends as if nothing had been.

Ten seeded points by default, `CRASH_POINTS=100` (make portal-crash) for the long run. A reader
looks all the while: before the kill, after it, and while the next run works.
"""

import os
import random
import shutil
import signal
from collections.abc import Mapping
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess

import pytest

from tests.portal.proxy import DROPPED, Request, Response
from tests.publishing.ckan.faults.showing import Shown, forget, unlike
from tests.publishing.ckan.lamps.clerk import (
    DATASET,
    NAME,
    TABLE,
    WHOLE,
    Clerk,
    Source,
    changed,
    lamps,
)
from tests.publishing.ckan.lamps.conftest import Hire

pytestmark = [pytest.mark.portal, pytest.mark.slow]

POINTS = int(os.environ.get("CRASH_POINTS", "10"))
SEED = 835
BEFORE = Source(rows=lamps(40))
OTHER = Source(rows=dict(list(lamps(45).items())[2:]), title="Ліхтарі громади")
"""What the council has by the time of the next run, in some of the cases."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """What stands when the run is killed, and what was coming."""

    before: Source | None
    coming: Source
    share: float
    """Of the points."""

    def begin(self, clerk: Clerk) -> None:
        """Have an empty home and what stands."""
        forget(clerk.portal)
        clerk.watcher.forget()
        shutil.rmtree(clerk.home, ignore_errors=True)
        clerk.stands, clerk.minute = None, 0
        if self.before is not None:
            clerk.write(self.before)
            assert clerk.publish() == "published"
        clerk.write(self.coming)
        clerk.minute = 1

    @property
    def always(self) -> tuple[str, ...]:
        return () if self.before is None else (TABLE,)


STORIES: Mapping[str, Story] = {
    "first": Story(before=None, coming=BEFORE, share=0.3),
    "rows": Story(before=BEFORE, coming=changed(replace(BEFORE, title="Ліхтарі")), share=0.3),
    "type": Story(before=BEFORE, coming=changed(replace(BEFORE, fields=WHOLE)), share=0.4),
}


@dataclass(frozen=True, kw_only=True)
class Point:
    """A moment of a publication."""

    request: int
    """From 1."""
    after: bool
    """Whether the portal has done what it was asked."""


def points(story: Story, requests: int) -> list[Point]:
    numbers = range(1, requests + 1)
    every = [Point(request=number, after=after) for number in numbers for after in (False, True)]
    count = min(round(POINTS * story.share), len(every))
    return random.Random(SEED).sample(every, count)  # noqa: S311 - no secret


def killed(clerk: Clerk, point: Point) -> bool:
    """A publication that is killed at a point; whether it got that far.

    Some writes fail inside CKAN 2.12, which puts off a job of its own and loses sight of it; they
    are made again, so not every publication takes as many requests.
    """
    victims: list[BaseProcess] = []
    last = clerk.proxy.requests[-1].number if clerk.proxy.requests else 0

    def strike(request: Request, *, after: bool) -> Response | None:
        if (request.number - last, after) != (point.request, point.after):
            return None
        victims[0].kill()  # and joined by one thread alone: the status can be read once
        return DROPPED

    def when_answered(request: Request, _answer: Response) -> Response | None:
        return strike(request, after=True)

    clerk.proxy.before = lambda request: strike(request, after=False)
    clerk.proxy.after = when_answered
    victims.append(clerk.start())
    victims[0].join(120)
    clerk.proxy.before, clerk.proxy.after = lambda request: None, lambda request, answer: None
    assert victims[0].exitcode in {0, -signal.SIGKILL}, point
    return victims[0].exitcode != 0


@pytest.mark.parametrize("name", STORIES)
def test_a_killed_publication_is_made_good_by_the_next(clerk: Clerk, name: str) -> None:
    story = STORIES[name]
    clerk.watcher.pages = False
    story.begin(clerk)
    clerk.proxy.requests.clear()
    assert clerk.publish() == "published"
    requests, undisturbed, deaths = len(clerk.proxy.requests), clerk.shown(), 0
    chosen = points(story, requests)
    for turn, point in enumerate(chosen):
        story.begin(clerk)
        last = OTHER if turn % 3 == 2 else story.coming
        sources = [one for one in (story.before, story.coming, last) if one is not None]
        versions = [source.version for source in sources]
        with clerk.watcher.watching(clerk.proxy, *versions, always=story.always):
            deaths += killed(clerk, point)
            clerk.write(last)
            assert clerk.publish() in {"published", "unchanged"}, point
        if last is story.coming:
            assert unlike(clerk.shown(), undisturbed) == [], point
        check(clerk, last, point)
    assert deaths * 2 > len(chosen)


def check(clerk: Clerk, source: Source, point: Point) -> None:
    """Nothing but a version stands there, the stamp says so, and nothing is left over."""
    found = clerk.shown()
    assert current(found) == source.rows.keys(), point
    assert found.passport["title"] == source.title
    assert len(found.stamp) == 12, (point, found.stamp)
    assert clerk("verify", NAME).code == 0, point
    assert clerk.portal.public.action("package_list") == [DATASET], point
    clerk.proxy.requests.clear()
    assert clerk.publish() == "unchanged", point
    assert not clerk.proxy.writes, point


def current(found: Shown) -> set[str]:
    """Keys of the table that is no longer, or not yet, replaced."""
    names = {id_: said["name"] for id_, said in found.resources.items() if isinstance(said, dict)}
    (table,) = [id_ for id_, name in names.items() if name == TABLE]
    return {row[0] for row in found.tables[table].values()}


def test_what_one_home_abandons_another_takes_over_after_an_hour(hire: Hire) -> None:
    one, other = hire("one"), hire("other")
    story = STORIES["rows"]
    story.begin(one)
    upserts = [request for request in asked(one) if request.action == "datastore_upsert"]
    story.begin(one)
    versions = BEFORE.version, story.coming.version
    with one.watcher.watching(one.proxy, *versions):
        killed(one, Point(request=upserts[0].number, after=True))
        other.write(story.coming)
        other.minute = one.minute + 59
        assert "інший конвеєр" in other.fails()
        other.minute = one.minute + 60
        assert other.publish() == "published"
    check(other, story.coming, Point(request=upserts[0].number, after=True))


def asked(clerk: Clerk) -> list[Request]:
    """What an undisturbed publication asks, numbered from 1."""
    last = clerk.proxy.requests[-1].number
    assert clerk.publish() == "published"
    found = [request for request in clerk.proxy.requests if request.number > last]
    return [replace(request, number=request.number - last) for request in found]
