"""What changed between versions of a table."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan.difference import Difference, Row, difference, union, unlike

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


@given(tables, tables)
def test_records_that_are_alike_are_not_looked_at(old: dict[str, str], new: dict[str, str]) -> None:
    def records(table: Mapping[str, str]) -> list[bytes]:
        return [",".join(row).encode() for row in rows(table)]

    left, fresh = unlike(lambda: records(old), lambda: records(new))
    assert set(left) == set(records(old)) - set(records(new))
    assert set(fresh) == set(records(new)) - set(records(old))
