"""A proxy before the portal, and a council that publishes through it."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.portal.portal import Portal
from tests.portal.proxy import Proxy, standing_before
from tests.publishing.ckan.faults.council import Council, Office, Undisturbed, state
from tests.publishing.ckan.faults.showing import forget


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting takes no time, and is noted."""
    waited: list[float] = []
    monkeypatch.setattr("pipeline.targets.time", SimpleNamespace(sleep=waited.append))
    return waited


@pytest.fixture(scope="module")
def proxy(portal: Portal) -> Iterator[Proxy]:
    with standing_before(portal.url) as standing:
        yield standing


@pytest.fixture
def quiet(proxy: Proxy) -> Iterator[Proxy]:
    proxy.undisturbed()
    yield proxy
    proxy.undisturbed()


@pytest.fixture
def office(
    tmp_path: Path,
    portal: Portal,
    quiet: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Office:
    """A council that has published nothing yet."""
    forget(portal)
    return Office(Council(tmp_path, portal, quiet), monkeypatch, capsys)


@pytest.fixture(scope="module")
def firsts() -> list[Undisturbed]:
    return []


@pytest.fixture
def first(office: Office, firsts: list[Undisturbed]) -> Undisturbed:
    """The state after an undisturbed first publication."""
    if not firsts:
        office.succeeds()
        firsts.append(state(office.council.portal))
        forget(office.council.portal)
        office.council.forget()
    return firsts[0]
