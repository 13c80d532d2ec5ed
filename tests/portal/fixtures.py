"""Real portals for the tests: each is started once, when the first test asks."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.portal.install import cache, install
from tests.portal.portal import Portal
from tests.portal.processes import PortalError
from tests.portal.servers import Servers
from tests.portal.website import GATE, PLAIN, PROFILES, Profile, Website


@pytest.fixture(scope="session")
def portal_servers() -> Iterator[Servers]:
    """What stands behind the portals of the tests, in a folder that is thrown away."""
    servers = Servers(state=Path(tempfile.mkdtemp(prefix="portal-")), cache=cache())
    # `timeout` and CI end tests by this signal; taken as Ctrl-C it leaves no server behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _or_say_why(servers)
        yield servers
    finally:
        servers.stop()
        shutil.rmtree(servers.home, ignore_errors=True)
        shutil.rmtree(servers.state)


@pytest.fixture(scope="session")
def portal(portal_servers: Servers) -> Iterator[Portal]:
    """A plain CKAN."""
    yield from _running(portal_servers, PLAIN)


@pytest.fixture(scope="session")
def gate_portal(portal_servers: Servers) -> Iterator[Portal]:
    """A CKAN with the gate of the national portal."""
    yield from _running(portal_servers, GATE)


def _or_say_why(servers: Servers) -> None:
    try:
        install(servers.cache, print)
        servers.start(PROFILES)
    except PortalError as error:
        pytest.fail(str(error), pytrace=False)


def _running(servers: Servers, profile: Profile) -> Iterator[Portal]:
    website = Website(servers=servers, profile=profile)
    try:
        website.start()
        yield Portal(website=website)
    except PortalError as error:
        pytest.fail(str(error), pytrace=False)
    finally:
        website.stop()
