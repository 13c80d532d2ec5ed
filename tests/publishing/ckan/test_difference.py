"""What changed between versions of a table."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan.difference import (
    NOTHING,
    Difference,
    Key,
    Row,
    difference,
    union,
)

tables = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"), max_size=6)


def rows(table: Mapping[str, str]) -> list[Row]:
    return list(table.items())


def between(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    return difference(lambda: rows(old), lambda: rows(new), (0,))


def applied(found: Difference, table: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in table.items() if (key,) not in found.removed}
    return {**kept, **{row[0]: row[1] for row in found.rows.values()}}


def test_each_kind_of_change_is_told_apart() -> None:
    found = between({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"})
    assert found.added == {("d",): ("d", "1")}
    assert found.changed == {("b",): ("b", "2")}
    assert found.removed == {("c",): ("c", "1")}
    assert len(found) == 3
    assert not between({"a": "1"}, {"a": "1"})


ONE: Row = ("a", "1", "x")


@pytest.mark.parametrize(
    ("old", "new", "added", "changed", "removed"),
    [
        ([], [], [], [], []),
        ([ONE], [ONE], [], [], []),
        ([], [ONE], [ONE], [], []),
        ([ONE], [], [], [], [ONE]),
        ([ONE], [("a", "1", "y")], [], [("a", "1", "y")], []),
        ([ONE], [("a", "2", "x")], [("a", "2", "x")], [], [ONE]),
        ([ONE, ("a", "2", "x")], [("a", "2", "x"), ONE], [], [], []),
        ([("a", "", "x")], [("", "a", "x")], [("", "a", "x")], [], [("a", "", "x")]),
        ([("a", "1", "")], [ONE], [], [ONE], []),
    ],
)
def test_rows_with_a_key_of_two_columns(
    old: list[Row], new: list[Row], added: list[Row], changed: list[Row], removed: list[Row]
) -> None:
    found = difference(lambda: old, lambda: new, (0, 1))
    assert list(found.added.values()) == added
    assert list(found.changed.values()) == changed
    assert list(found.removed.values()) == removed
    assert len(found) == len(added) + len(changed) + len(removed)
    assert bool(found) is (set(old) != set(new))
    assert all(key == row[:2] for key, row in found.rows.items())


def test_a_key_has_the_order_that_was_asked_for() -> None:
    assert list(difference(list, lambda: [ONE], (2, 0)).added) == [("x", "a")]


composite = st.dictionaries(
    st.tuples(st.sampled_from("ab "), st.sampled_from("12 ")), st.sampled_from("xyz"), max_size=9
)
Table = dict[tuple[str, str], str]


def lined(table: Table) -> list[Row]:
    """The key stands in the last column and in the first."""
    return [(second, value, first) for (first, second), value in table.items()]


def led(old: Table, new: Table) -> Difference:
    return difference(lambda: lined(old), lambda: lined(new), (2, 0))


@given(st.lists(composite, min_size=1, max_size=4), composite, st.randoms())
def test_any_mixture_of_any_versions_is_led_to_the_new_one(
    olds: list[Table], new: Table, choice: Random
) -> None:
    found = union(led(old, new) for old in olds)
    there: dict[Key, Row] = {}
    for key in {key for table in (*olds, new) for key in table}:
        source = choice.choice([*olds, new])
        if key in source:
            there[key] = (key[1], source[key], key[0])
    kept = {key: row for key, row in there.items() if key not in found.removed}
    assert {**kept, **found.rows} == {(row[2], row[0]): row for row in lined(new)}
    assert not found.rows.keys() & found.removed.keys()


def test_the_union_of_nothing_is_nothing() -> None:
    assert union([]) == NOTHING
    assert union([NOTHING, NOTHING]) == NOTHING
    assert not NOTHING


@given(tables, tables)
def test_the_difference_leads_from_old_to_new(old: dict[str, str], new: dict[str, str]) -> None:
    assert applied(between(old, new), old) == new
    assert len(between(old, new)) == sum(
        old.get(key) != new.get(key) for key in old.keys() | new.keys()
    )


@given(tables, tables, tables, st.lists(st.booleans(), min_size=6, max_size=6))
def test_the_union_leads_there_from_any_mixture(
    one: dict[str, str], other: dict[str, str], new: dict[str, str], choices: list[bool]
) -> None:
    mixed = {}
    for key, first in zip("abcdef", choices, strict=True):
        source = one if first else other
        if key in source:
            mixed[key] = source[key]
    found = union([between(one, new), between(other, new)])
    assert applied(found, mixed) == new
    assert not set(found.added) & set(found.changed)
