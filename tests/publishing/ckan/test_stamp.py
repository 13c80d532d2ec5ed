"""The stamp of a dataset: every version that a row may be of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.stamp import PATIENCE, UNKNOWN, Stamp, parse, stamp_of

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
    assert parse(f" {made}\n") == made
    assert stamp_of({"version": str(made)}) == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.0",
        "ПІП",
        OLD[:-1],
        f"{OLD}0",
        OLD.upper(),
        f"{OLD},{NEW}",
        f"{OLD}  {NEW}",
        f"{OLD} {NEW} and more",
        f"{OLD} by me",
        f"{OLD} since 20261125T200000Z",
        f"{OLD} by me since yesterday",
        f"{OLD} by me since 20261325T200000Z",
        f"{OLD} by  since 20261125T200000Z",
        "by me since 20261125T200000Z",
    ],
)
def test_what_is_none_of_ours_is_no_stamp(text: str) -> None:
    assert parse(text) is None
    assert stamp_of({"version": text}) is None


@pytest.mark.parametrize("package", [{}, {"version": None}, {"version": ""}])
def test_a_package_without_a_version_has_no_stamp(package: dict[str, str | None]) -> None:
    assert stamp_of(package) is None


@given(st.from_regex(r"[0-9a-f]{11,13}( [0-9a-f]{12})*( by \w*)?", fullmatch=True))
def test_any_text_is_a_stamp_as_it_stands_or_none(text: str) -> None:
    found = parse(text)
    assert found is None or str(found) == text.strip()


def test_the_form_that_stands_on_portals_stays() -> None:
    begun = Stamp(versions=(OLD, NEW), by="3f2a90c1", since=NOW)
    assert str(begun) == f"{OLD} {NEW} by 3f2a90c1 since 20261125T200000Z"
    assert str(stamp.done(NEW)) == NEW


def test_a_change_names_what_stood_and_what_comes() -> None:
    begun = stamp.begun(stamp.done(OLD), NEW, "me", NOW)
    assert (begun.versions, begun.settled, begun.version) == ((OLD, NEW), False, NEW)
    again = stamp.begun(begun, THIRD, "me", NOW)
    assert again.versions == (OLD, NEW, THIRD)
    assert stamp.begun(again, NEW, "me", NOW).versions == (OLD, THIRD, NEW)
    assert stamp.begun(stamp.done(NEW), NEW, "me", NOW).versions == (NEW,)
    assert stamp.done(NEW).settled
    assert not stamp.first(NEW, "me", NOW).settled


def test_a_stamp_is_read_back_as_it_was_made() -> None:
    late = NOW.replace(microsecond=999_999)
    for made in (stamp.begun(stamp.done(OLD), NEW, "me", late), stamp.first(NEW, "me", late)):
        assert parse(str(made)) == made


ids = st.sampled_from([f"{number:012x}" for number in range(1, 9)])


@given(ids, st.lists(st.tuples(ids, st.booleans(), st.booleans()), max_size=9))
def test_an_unfinished_stamp_names_every_version_possible(
    first: str, attempts: list[tuple[str, bool, bool]]
) -> None:
    """Attempts that end, or that are killed after they have written some rows or none."""
    there, found = {first}, stamp.done(first)
    for version, writes, ends in attempts:
        found = stamp.begun(found, version, "me", NOW)
        if ends:
            there, found = {version}, stamp.done(version)
        elif writes:
            there.add(version)
        assert found.version == version
        assert there <= set(found.versions) or UNKNOWN in found.versions
        assert len(str(found)) <= 100
        assert parse(str(found)) == found


def test_what_is_unknown_stays_so_until_it_is_whole() -> None:
    found = stamp.begun(None, OLD, "me", NOW)
    found = stamp.begun(found, NEW, "me", NOW)
    assert found.versions == (UNKNOWN, OLD, NEW)
    assert stamp.done(NEW).versions == (NEW,)


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
        ("another", 10 * PATIENCE, False),
        ("me", timedelta(0), False),
        ("me", PATIENCE, False),
    ],
)
def test_another_publisher_is_waited_for(by: str, passed: timedelta, held: bool) -> None:
    found = stamp.begun(stamp.done(OLD), NEW, by, NOW)
    assert found.is_held_by_another("me", NOW + passed) is held
    assert not stamp.done(NEW).is_held_by_another("me", NOW)
