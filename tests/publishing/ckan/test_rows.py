"""Rows in batches: what is sent, and what is never deleted."""

from collections.abc import Mapping
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import RefusedError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.rows import BATCH, Rows
from pipeline.publishing.ckan.tables import Column, Shape

SHAPE = Shape(
    columns=tuple(Column(name=name, kind="text", info={}) for name in "abc"), key=("a", "b")
)
keys = st.sets(st.tuples(st.sampled_from("xyz"), st.sampled_from("123")), max_size=9)


class Asked:
    """Stands for a portal: keeps what it is told, and fails as it is bid."""

    url = "https://portal.example"

    def __init__(self, *failures: SourceError | None) -> None:
        self.failures = list(failures)
        self.calls: list[tuple[str, Mapping[str, Any], bool]] = []

    def call(self, action: str, data: Mapping[str, Any], *, repeatable: bool = False) -> None:
        self.calls.append((action, data, repeatable))
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure


def rows_of(asked: Asked) -> Rows:
    return Rows(portal=cast(Portal, asked), resource="r", shape=SHAPE)


def quiet(_rows: int) -> None:
    """Hear nothing."""


@given(keys, keys)
def test_a_deletion_matches_its_keys_and_no_other(
    gone: set[tuple[str, str]], there: set[tuple[str, str]]
) -> None:
    asked = Asked()
    rows_of(asked).delete(gone, quiet)
    met = {
        (a, b)
        for _, data, _ in asked.calls
        for a, b in there | gone
        if a == data["filters"]["a"] and b in data["filters"]["b"]
    }
    assert met == gone
    assert all(again for _, _, again in asked.calls)


def test_many_rows_go_in_bounded_batches() -> None:
    asked, told = Asked(), list[int]()
    rows_of(asked).upsert((("x", str(n), "") for n in range(BATCH + 1)), told.append)
    assert [len(data["records"]) for _, data, _ in asked.calls] == [BATCH, 1]
    assert told == [BATCH, 1]


def test_too_large_a_batch_is_halved() -> None:
    large = SourceError("portal-upload-too-large", url="")
    asked = Asked(large)
    rows_of(asked).upsert([("x", str(n), "") for n in range(4)], quiet)
    assert [len(data["records"]) for _, data, _ in asked.calls] == [4, 2, 2]
    with pytest.raises(SourceError):
        rows_of(Asked(large)).upsert([("x", "1", "")], quiet)


def test_an_insert_whose_answer_was_lost_is_made_again_by_key() -> None:
    asked = Asked(SourceError("portal-failed", url="", status=504))
    rows_of(asked).fill([("x", "1", "")], quiet)
    assert [(data["method"], again) for _, data, again in asked.calls] == [
        ("insert", False),
        ("upsert", True),
    ]


def test_a_refused_row_is_named_by_its_key() -> None:
    asked = Asked(RefusedError("https://portal.example", ("records",), 1))
    with pytest.raises(SourceError) as error:
        rows_of(asked).upsert([("x", "1", "таємне"), ("y", "2", "таємне")], quiet)
    assert error.value.details["key"] == "y, 2"
    assert "таємне" not in str(error.value)
