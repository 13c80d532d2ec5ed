"""Whatever happens between pipeline and portal, the public sees no half of a publication.

The portal is a real one; what stands before it makes the fault. A fault that passes is outlived
where a repeat is safe. One that lasts ends with exit code 4 and a sentence that says what to do;
what the public sees then is exactly what is written beside the fault, and the next undisturbed run
leads to the very state of a publication that nothing disturbed, with nothing left over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.portal.portal import Portal
from tests.portal.proxy import (
    DROPPED,
    HTML,
    After,
    Before,
    Proxy,
    Request,
    Response,
    standing_before,
)
from tests.publishing.ckan.council import DATASET, KEY, TABLE, Council, Office
from tests.publishing.ckan.showing import Shown, forget, is_hidden, kept, shown

pytestmark = [pytest.mark.portal, pytest.mark.slow]

FOR_EVER = 1_000_000
JSON = {"Content-Type": "application/json"}
BUSY = Response(status=429, headers={"Retry-After": "7"})
LATER = Response(status=503, headers={"Retry-After": "600"})
TOO_LARGE = Response(status=413, body=b"too large")
EMPTY = Response(headers=JSON, body=b'{"success": true, "result": {}}')
NOTHING = Response(headers=JSON, body=b'{"success": true, "result": null}')
LIST = Response(headers=JSON, body=b'["success"]')
HANGS = Response(delay=30)
TORN = -1
"""Not an answer: the connection is reset in the middle of the upload."""


def failed(status: int) -> Response:
    return Response(status=status, body=b"<h1>Bad gateway</h1>", headers={})


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Where a fault strikes, how, and what is told of it."""

    at: str
    """Name of an action, or what the address of a page holds."""
    is_: Response | int
    code: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    skip: int = 0
    """How many requests it lets pass first."""
    times: int = FOR_EVER
    public: bool = False
    """Whether it strikes a reader without a token only."""
    sees: str = "before"
    """What the public sees when the fault lasts."""

    def __str__(self) -> str:
        what = "torn" if self.is_ == TORN else self.code or "fault"
        return f"{self.at.strip('/')}{f'-{self.skip + 1}' if self.skip else ''}-{what}-{self.sees}"

    def meets(self, request: Request) -> bool:
        meant = request.action == self.at or ("/" in self.at and self.at in request.path)
        return meant and not (self.public and "Authorization" in request.headers)


class Strike:
    """A fault under way."""

    def __init__(self, fault: Fault) -> None:
        self.fault, self.met = fault, 0

    def hits(self, request: Request) -> bool:
        if not self.fault.meets(request):
            return False
        self.met += 1
        return self.fault.skip < self.met <= self.fault.skip + self.fault.times


def instead(*faults: Fault) -> Before:
    """The rule that answers so in the portal's place."""
    strikes = [Strike(fault) for fault in faults]

    def rule(request: Request) -> Response | None:
        found = [strike.fault.is_ for strike in strikes if strike.hits(request)]
        return found[0] if found and isinstance(found[0], Response) else None

    return rule


def lost(*faults: Fault) -> After:
    """The rule that answers so when the portal has done what it was asked."""
    rule = instead(*faults)
    return lambda request, answer: rule(request)


def strike(proxy: Proxy, fault: Fault) -> None:
    if fault.is_ == TORN:
        under_way = Strike(fault)
        proxy.tear = lambda request: request.size // 2 if under_way.hits(request) else None
    else:
        proxy.before = instead(fault)


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waiting takes no time, and is noted."""
    waited: list[float] = []
    monkeypatch.setattr("pipeline.targets.time.sleep", waited.append)
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


# The first publication


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """What an undisturbed publication leads to."""

    shown: Shown
    kept: tuple[list[str], list[str], list[str]]


def state(portal: Portal) -> Undisturbed:
    found = shown(portal, DATASET, KEY)
    assert found is not None
    return Undisturbed(shown=found, kept=kept(portal))


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


class First:
    """The state after an undisturbed first publication; made once."""

    state: Undisturbed | None = None


@pytest.fixture
def first(office: Office) -> Undisturbed:
    if First.state is None:
        office()
        First.state = state(office.council.portal)
        forget(office.council.portal)
        office.council.forget()
    return First.state


FIRST = [
    Fault(at="status_show", is_=HTML, code="portal-answer-unreadable", details={"status": 200}),
    Fault(
        at="scheming_dataset_schema_show",
        is_=failed(502),
        code="portal-failed",
        details={"status": 502},
    ),
    Fault(at="package_create", is_=failed(500), code="portal-failed", details={"status": 500}),
    Fault(at="datastore_info", is_=EMPTY, code="portal-answer-unreadable", details={"status": 200}),
    Fault(
        at="datastore_create",
        is_=DROPPED,
        code="portal-out-of-reach",
        details={"reason": "ConnectionError"},
    ),
    Fault(at="datastore_upsert", is_=BUSY, code="portal-busy"),
    Fault(at="datastore_upsert", is_=TOO_LARGE, code="portal-upload-too-large"),
    Fault(
        at="package_revise",
        is_=TORN,
        code="portal-out-of-reach",
        details={"reason": "ConnectionError"},
    ),
    Fault(at="package_revise", is_=TOO_LARGE, code="portal-upload-too-large"),
    Fault(
        at="package_show",
        skip=1,
        public=True,
        is_=failed(503),
        code="portal-failed",
        details={"status": 503},
        sees="after",
    ),
]


@pytest.mark.parametrize("fault", FIRST, ids=str)
def test_a_fault_that_lasts_in_a_first_publication(
    office: Office, first: Undisturbed, fault: Fault
) -> None:
    portal, proxy = office.council.portal, office.council.proxy
    strike(proxy, fault)
    office.fails(fault.code, fault.details)
    if fault.sees == "before":
        assert is_hidden(portal, DATASET, TABLE)
    else:
        assert shown(portal, DATASET, KEY) == first.shown
    proxy.undisturbed()
    office.succeeds()
    assert state(portal) == first
