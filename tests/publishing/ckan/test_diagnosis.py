"""Why a portal said no."""

from typing import cast

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.diagnosis import diagnosed
from tests.publishing.ckan.pieces import URL, Played


@pytest.mark.parametrize(
    ("code", "known", "told"),
    [
        ("portal-not-allowed", [], "portal-token-refused"),
        ("portal-not-allowed", ["other"], "portal-organization-missing"),
        ("portal-not-allowed", ["other", "rada"], "portal-not-allowed"),
        ("portal-name-is-taken", ["other"], "portal-organization-missing"),
        ("portal-name-is-taken", ["rada"], "portal-name-is-taken"),
    ],
)
def test_a_bare_no_is_explained(code: str, known: list[str], told: str) -> None:
    portal = Played(organization_list_for_user=[[{"name": name} for name in known]])
    with pytest.raises(SourceError) as caught, diagnosed(cast(Portal, portal), "rada"):
        raise SourceError(code, url=URL, name="rada-benches")
    assert caught.value.code == told
    if told == "portal-organization-missing":
        assert caught.value.details["known"] == "other"


def test_what_explains_itself_asks_nobody() -> None:
    portal = Played()
    with pytest.raises(SourceError) as caught, diagnosed(cast(Portal, portal), "rada"):
        raise SourceError("portal-busy", url=URL)
    assert caught.value.code == "portal-busy"
    assert portal.asked == []
