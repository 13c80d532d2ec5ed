"""A clerk with an empty portal, and a proxy between the two."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.portal.portal import Portal
from tests.portal.proxy import Proxy, standing_before
from tests.publishing.ckan.faults.showing import forget
from tests.publishing.ckan.lamps.clerk import Clerk

Hire = Callable[[str], Clerk]


@pytest.fixture
def before_portal(portal: Portal) -> Iterator[Proxy]:
    """A proxy before a portal without datasets."""
    forget(portal)
    with standing_before(portal.url) as proxy:
        yield proxy


@pytest.fixture
def hire(
    tmp_path: Path,
    portal: Portal,
    before_portal: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Hire:
    """Clerks by name, each with a home; a batch is so small that a table needs several."""
    monkeypatch.setattr("pipeline.publishing.ckan.rows.BATCH", 15)

    def hired(name: str) -> Clerk:
        return Clerk(
            folder=tmp_path / name,
            portal=portal,
            proxy=before_portal,
            monkeypatch=monkeypatch,
            capsys=capsys,
        )

    return hired


@pytest.fixture
def clerk(hire: Hire) -> Clerk:
    """One of them."""
    return hire("clerk")
