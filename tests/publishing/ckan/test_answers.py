"""What the answers of a portal mean, without a portal."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.ckan.answers import RefusedError, fault_of, is_answer, refusal

URL = "https://portal.example"
RETRY = {"Retry-After": "9"}


@pytest.mark.parametrize(
    ("status", "headers", "code", "heals", "undone", "retry_after"),
    [
        (300, {}, "portal-redirects", False, False, None),
        (399, {}, "portal-redirects", False, False, None),
        (400, {}, "portal-answer-unreadable", False, False, None),
        (401, RETRY, "portal-not-allowed", False, False, None),
        (403, {}, "portal-not-allowed", False, False, None),
        (404, {}, "portal-answer-unreadable", False, False, None),
        (413, {}, "portal-upload-too-large", False, False, None),
        (429, {}, "portal-busy", True, True, None),
        (429, RETRY, "portal-busy", True, True, 9.0),
        (429, {"Retry-After": "soon"}, "portal-busy", True, True, None),
        (429, {"Retry-After": "-5"}, "portal-busy", True, True, None),
        (500, {}, "portal-failed", True, False, None),
        (500, RETRY, "portal-failed", True, False, 9.0),
        (503, {}, "portal-failed", True, False, None),
        (503, RETRY, "portal-failed", True, True, 9.0),
        (599, {}, "portal-failed", True, False, None),
        (200, {}, "portal-answer-unreadable", True, False, None),
    ],
)
def test_what_a_status_means(
    status: int,
    headers: Mapping[str, str],
    code: str,
    heals: bool,
    undone: bool,
    retry_after: float | None,
) -> None:
    fault = fault_of(URL, status, headers)
    assert (fault.told.code, fault.told.exit_code) == (code, 4)
    assert (fault.heals, fault.undone, fault.retry_after) == (heals, undone, retry_after)
    assert fault.told.message("uk") != fault.told.message("en")


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"title": ["Missing value"]}, ("title",)),
        ({"__type": "Validation Error", "__junk": ["x"], "notes": ["x"]}, ("notes",)),
        ({"tags": [{}, {"name": ["x"]}]}, ("tags[1].name",)),
        ({"extras": [{"key": ["x"], "value": ["y"]}]}, ("extras[0].key", "extras[0].value")),
        ({"resources": [{"extras": [{"key": ["x"]}]}]}, ("resources[0].extras[0].key",)),
        ({"resources": ["x"], "tags": "y"}, ("resources", "tags")),
        ({"update_frequency": [{"a": 1}]}, ("update_frequency",)),
        ({}, ()),
    ],
)
def test_a_refusal_names_fields(said: Mapping[str, object], fields: tuple[str, ...]) -> None:
    found = refusal(URL, said)
    assert isinstance(found, RefusedError)
    assert (found.code, found.exit_code, found.fields) == ("portal-refused", 4, fields)
    assert found.details == {"url": URL, "fields": ", ".join(fields)}
    assert found.row is None


def test_a_file_that_is_too_large_is_no_wrong_value() -> None:
    said = {"upload": ["File upload too large"]}
    assert refusal(URL, said).code == "portal-upload-too-large"
    assert refusal(URL, {**said, "name": ["x"]}).code == "portal-refused"


@pytest.mark.parametrize(("told", "row"), [(3, 3), (0, 0), ("3", None), (None, None)])
def test_a_refusal_may_name_a_row(told: object, row: int | None) -> None:
    found = refusal(URL, {"records": ["x"], "records_row": told})
    assert isinstance(found, RefusedError)
    assert found.row == row


secret = st.just("ТАЄМНИЦЯ")
quoted = st.recursive(
    secret | st.none() | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "tags", "extras"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["tags", "extras", "resources", "title"]), quoted))
def test_what_is_said_of_a_value_is_never_told(said: dict[str, Any]) -> None:
    found = refusal(URL, said)
    told = f"{found} {found!r} {vars(found)} {found.message('uk')}"
    assert "ТАЄМНИЦЯ" not in told


PACKAGE = dict.fromkeys(("id", "name", "private", "resources", "state", "version"))


@pytest.mark.parametrize(
    ("action", "result", "is_one"),
    [
        ("package_show", PACKAGE, True),
        ("package_show", {**PACKAGE, "more": 1}, True),
        ("package_show", {name: 1 for name in PACKAGE if name != "version"}, False),
        ("package_show", [], False),
        ("package_show", None, False),
        ("package_create", PACKAGE, True),
        ("package_create", "id", False),
        ("package_revise", {"package": {}}, True),
        ("package_revise", {}, False),
        ("datastore_info", {"fields": [], "meta": {}}, True),
        ("datastore_info", {"meta": {}}, False),
        ("datastore_search", {"records": ""}, True),
        ("datastore_search", {}, False),
        ("status_show", {"extensions": []}, True),
        ("status_show", {}, False),
        ("scheming_dataset_schema_show", {"dataset_fields": []}, True),
        ("scheming_dataset_schema_show", {}, False),
        ("organization_list_for_user", [], True),
        ("organization_list_for_user", [{"name": "a"}], True),
        ("organization_list_for_user", [{"id": "a"}], False),
        ("organization_list_for_user", {"name": "a"}, False),
        ("resource_view_list", [{"view_type": "a"}], True),
        ("resource_view_list", ["a"], False),
        ("datastore_upsert", None, True),
    ],
)
def test_a_result_is_what_the_action_gives(action: str, result: object, is_one: bool) -> None:
    assert is_answer(action, result) is is_one
