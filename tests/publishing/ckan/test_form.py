"""Which kind of portal it is."""

from typing import Any, cast

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.form import profile_of
from tests.publishing.ckan.pieces import URL, Played


def form(*names: str) -> Any:
    return {"dataset_fields": [{"field_name": name} for name in names]}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (form("title", "purpose_of_collecting_information"), "data-gov-ua"),
        (form("title", "notes"), "plain"),
        (NotThereError("portal-not-there", url=URL), "plain"),
        (SourceError("portal-failed", url=URL, status=400), "plain"),
    ],
)
def test_a_portal_is_known_by_its_form(told: Any, name: str) -> None:
    portal = Played(scheming_dataset_schema_show=told)
    assert profile_of(cast(Portal, portal)).name == name


def test_a_portal_that_does_not_answer_is_not_taken_for_a_plain_one() -> None:
    portal = Played(scheming_dataset_schema_show=SourceError("portal-busy", url=URL, status=503))
    with pytest.raises(SourceError) as caught:
        profile_of(cast(Portal, portal))
    assert caught.value.code == "portal-busy"
