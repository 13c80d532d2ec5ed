"""Fields of a package as plain names and values."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.fields import MARK, differing, extras_of, flat, payload
from pipeline.publishing.passport import Json

NEW = "9f8e7d6c5b4a"

PACKAGE = {
    "title": "Лавки",
    "notes": None,
    "version": "0a1b2c3d4e5f",
    "tags": [{"name": "парки", "id": "1"}, {"name": "лавки", "id": "2"}],
    "extras": [
        {"key": "theirs", "value": "чуже"},
        {"key": MARK, "value": "council/benches"},
        {"key": "edition", "value": "2019"},
    ],
    "resources": [{"id": "1"}],
}


def test_fields_do_not_depend_on_listing() -> None:
    assert flat(PACKAGE) == {
        "title": "Лавки",
        "notes": "",
        "tags": ["лавки", "парки"],
        "extras.theirs": "чуже",
        "extras.edition": "2019",
    }


@pytest.mark.parametrize("version", ["", str(stamp.done(NEW)), "1.0"])
def test_neither_stamp_nor_mark_is_a_field(version: str) -> None:
    found = flat({"version": version, "extras": [{"key": MARK, "value": "x"}], "resources": []})
    assert found == {}


def test_a_package_may_lack_everything() -> None:
    assert flat({}) == {}
    assert flat({"tags": None, "extras": []}) == {"tags": []}
    assert extras_of({}) == {}
    assert differing({}, {"title": "", "extras.a": ""}) == {}


def test_what_stands_otherwise() -> None:
    wanted = {"title": "Лавки", "notes": "", "extras.edition": "2025", "extras.new": ""}
    assert differing(flat(PACKAGE), wanted) == {"extras.edition": "2025"}


def test_extras_of_others_stay_and_empty_ones_go() -> None:
    fields: dict[str, Json] = {
        "title": "Нова",
        "tags": ["а", "б"],
        "extras.edition": "",
        "extras.more": "1",
    }
    sent = payload(PACKAGE, fields, stamp.done("9f8e7d6c5b4a"), "council/benches")
    assert sent["title"] == "Нова"
    assert sent["tags"] == [{"name": "а"}, {"name": "б"}]
    assert sent["version"] == "9f8e7d6c5b4a"
    assert sent["extras"] == [
        {"key": "theirs", "value": "чуже"},
        {"key": MARK, "value": "council/benches"},
        {"key": "more", "value": "1"},
    ]


names = st.sampled_from(["title", "notes", "extras.edition", "extras.theirs", "extras.new"])
words = st.sampled_from(["", "а", "б"])
tags = st.lists(st.sampled_from(["лавки", "парки", "сади"]), unique=True).map(sorted)
fields_ = st.builds(
    lambda plain, named: {**plain, "tags": named}, st.dictionaries(names, words), tags
)


def package_of(fields: dict[str, Any]) -> dict[str, Any]:
    """What a portal shows once it has taken these fields."""
    return {"resources": [], **payload({}, fields, stamp.done("0a1b2c3d4e5f"), "council/benches")}


@given(fields_)
def test_fields_that_were_sent_read_back(fields: dict[str, Any]) -> None:
    shown = flat(package_of(fields))
    assert shown == {
        name: item for name, item in fields.items() if item or not name.startswith("extras.")
    }
    assert differing(shown, fields) == {}


@given(fields_, fields_)
def test_what_differs_is_what_has_to_be_sent(old: dict[str, Any], new: dict[str, Any]) -> None:
    standing = package_of(old)
    changed = differing(flat(standing), new)
    sent = payload(standing, changed, stamp.done(NEW), "council/benches")
    after = flat({**standing, **sent})
    assert differing(after, new) == {}
    assert {name: after.get(name, "") for name in old if name not in new} == {
        name: item for name, item in old.items() if name not in new
    }
    assert sent["version"] == NEW
    assert {"key": MARK, "value": "council/benches"} in sent["extras"]  # type: ignore[operator]  # a list


def test_an_extra_of_the_same_name_stands_once() -> None:
    sent = payload(PACKAGE, {"extras.theirs": "наше"}, stamp.done(NEW), "another/mark")
    assert sent["extras"] == [
        {"key": "theirs", "value": "наше"},
        {"key": MARK, "value": "another/mark"},
        {"key": "edition", "value": "2019"},
    ]
    assert "title" not in sent
