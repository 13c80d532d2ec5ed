"""The stamp of a dataset: every version that a row may be of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.stamp import PATIENCE, UNKNOWN, Stamp, parse

NOW = datetime(2026, 11, 25, 20, tzinfo=UTC)
OLD, NEW, THIRD = "0a1b2c3d4e5f", "9f8e7d6c5b4a", "333333333333"

versions = st.lists(st.text("0123456789abcdef", min_size=12, max_size=12), min_size=1, max_size=4)
moments = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(versions, moments, st.booleans())
def test_a_stamp_reads_back(names: list[str], since: datetime, begun: bool) -> None:
    made = Stamp(
        versions=tuple(names), by="3f2a90c1d2e3" if begun else "", since=since if begun else None
    )
    assert parse(str(made)) == made
    assert len(str(made)) <= 100, "a version of a package has no more (CKAN)"


@pytest.mark.parametrize(
    "text",
    ["", "1.0", OLD[:-1], f"{OLD} by me", f"{OLD} by me since yesterday", f"{OLD},{NEW}", "ПІП"],
)
def test_what_is_none_of_ours_is_no_stamp(text: str) -> None:
    assert parse(text) is None


def test_a_change_names_what_stood_and_what_comes() -> None:
    begun = stamp.begun(stamp.done(OLD), NEW, "me", NOW)
    assert (begun.versions, begun.settled, begun.version) == ((OLD, NEW), False, NEW)
    again = stamp.begun(begun, THIRD, "me", NOW)
    assert again.versions == (OLD, NEW, THIRD)
    assert stamp.begun(again, NEW, "me", NOW).versions == (OLD, THIRD, NEW)
    assert stamp.done(NEW).settled


def test_what_somebody_wrote_over_is_unknown() -> None:
    assert stamp.begun(None, NEW, "me", NOW).versions == (UNKNOWN, NEW)
    assert stamp.first(NEW, "me", NOW).versions == (NEW,)


def test_too_many_unfinished_versions_become_unknown() -> None:
    found = stamp.done(OLD)
    for number in range(5):
        found = stamp.begun(found, f"{number:012x}"[::-1], "me", NOW)
    assert UNKNOWN in found.versions
    assert len(str(found)) <= 100


@pytest.mark.parametrize(
    ("by", "passed", "held"),
    [
        ("another", timedelta(0), True),
        ("another", PATIENCE - timedelta(seconds=1), True),
        ("another", PATIENCE, False),
        ("me", timedelta(0), False),
    ],
)
def test_another_publisher_is_waited_for(by: str, passed: timedelta, held: bool) -> None:
    found = stamp.begun(stamp.done(OLD), NEW, by, NOW)
    assert found.is_held_by_another("me", NOW + passed) is held
    assert not stamp.done(NEW).is_held_by_another("me", NOW)
