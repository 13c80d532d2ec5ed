"""Whatever happens between pipeline and portal, the public sees no half of a publication.

The portal is a real one; what stands before it makes the fault. A fault that passes is outlived
where a repeat is safe. One that lasts ends with exit code 4 and a sentence that says what to do;
what the public sees then is exactly what is written beside the fault, and the next undisturbed run
leads to the very state of a publication that nothing disturbed, with nothing left over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.portal.portal import Portal
from tests.portal.proxy import (
    DROPPED,
    HTML,
    NOT_JSON,
    After,
    Before,
    Proxy,
    Request,
    Response,
    standing_before,
)
from tests.publishing.ckan.council import DATASET, KEY, TABLE, Council, Office, counted
from tests.publishing.ckan.showing import Shown, forget, is_hidden, kept, shown, unlike

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


# An increment: a row changes, one comes, one vanishes, the title changes


class Increments:
    """A dataset that goes from one version to the other and back, case by case."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.version = 0
        self.ends: dict[int, Undisturbed] = {}

    def stand(self, office: Office) -> None:
        """Have a version stand there as undisturbed publications leave it."""
        if self.version and self.state(self.council.minute) == self.before:
            return
        forget(self.council.portal)
        self.council.forget()
        for version in (1, 2, 1, 2):  # the third is the first that knows of both in its history
            self.council.become(version)
            self.council.minute += 1
            office.succeeds()
            self.version, self.ends[version] = version, self.state(self.council.minute)

    def state(self, minute: int) -> Undisturbed:
        """What stands, with every moment counted from a publication."""
        found = state(self.council.portal)
        return replace(found, shown=counted(found.shown, minute))

    def unlike(self, side: str) -> list[str]:
        """In what the public sees something else than exactly the old or the new version."""
        found, now = shown(self.council.portal, DATASET, KEY), self.council.minute
        assert found is not None
        if side == "before":
            return unlike(counted(found, now - 1), self.before.shown)
        if side == "now":
            return unlike(counted(found, now), self.before.shown)
        return unlike(counted(found, now), self.after.shown)

    @property
    def before(self) -> Undisturbed:
        return self.ends[self.version]

    @property
    def after(self) -> Undisturbed:
        return self.ends[3 - self.version]

    def change(self) -> None:
        """Let the source become the other version."""
        self.council.become(3 - self.version)
        self.council.minute += 1

    def is_each_part_whole(self) -> bool:
        """Whether passport, files and every row are old or new, no key missing, none twice."""
        seen, now = shown(self.council.portal, DATASET, KEY), self.council.minute
        assert seen is not None
        old, new = self.before.shown, self.after.shown
        rows = seen.tables[TABLE]
        either = [old.tables[TABLE], new.tables[TABLE]]
        stay = either[0].keys() & either[1].keys()
        ways = [(counted(seen, now - 1), old), (counted(seen, now), new)]
        return (
            any(found.passport == end.passport for found, end in ways)
            and any(found.files == end.files for found, end in ways)
            and seen.columns == old.columns
            and stay <= rows.keys()
            and all(row in [one.get(key) for one in either] for key, row in rows.items())
        )


@pytest.fixture(scope="module")
def increments(
    portal: Portal, proxy: Proxy, tmp_path_factory: pytest.TempPathFactory
) -> Increments:
    return Increments(Council(tmp_path_factory.mktemp("increments"), portal, proxy))


@pytest.fixture
def desk(
    increments: Increments,
    quiet: Proxy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Office:
    """A council whose next publication is an increment."""
    office = Office(increments.council, monkeypatch, capsys)
    increments.stand(office)
    increments.change()
    return office


INCREMENT = [
    Fault(at="status_show", is_=BUSY, code="portal-busy"),
    Fault(
        at="package_show",
        is_=DROPPED,
        code="portal-out-of-reach",
        details={"reason": "ConnectionError"},
    ),
    Fault(at="datastore_info", is_=failed(500), code="portal-failed", details={"status": 500}),
    Fault(at="package_revise", is_=failed(502), code="portal-failed", details={"status": 502}),
    Fault(
        at="package_revise", is_=NOT_JSON, code="portal-answer-unreadable", details={"status": 200}
    ),
    Fault(at="datastore_upsert", is_=failed(504), code="portal-failed", details={"status": 504}),
    Fault(
        at="datastore_records_delete",
        is_=DROPPED,
        code="portal-out-of-reach",
        details={"reason": "ConnectionError"},
        sees="each part",
    ),
    Fault(
        at="package_revise",
        skip=1,
        is_=TORN,
        code="portal-out-of-reach",
        details={"reason": "ConnectionError"},
        sees="each part",
    ),
    Fault(at="package_revise", skip=1, times=1, is_=TOO_LARGE, code="portal-upload-too-large"),
    Fault(
        at="package_show",
        public=True,
        is_=HTML,
        code="portal-answer-unreadable",
        details={"status": 200},
        sees="after",
    ),
    Fault(
        at="datastore_search",
        is_=NOTHING,
        code="portal-answer-unreadable",
        details={"status": 200},
        sees="after",
    ),
    Fault(at="/download/", is_=LATER, code="portal-failed", details={"status": 503}, sees="after"),
]


@pytest.mark.parametrize("fault", INCREMENT, ids=str)
def test_a_fault_that_lasts_in_an_increment(
    desk: Office, increments: Increments, fault: Fault
) -> None:
    proxy = desk.council.proxy
    strike(proxy, fault)
    desk.fails(fault.code, fault.details)
    if fault.sees == "each part":
        assert increments.is_each_part_whole()
    else:
        assert increments.unlike(fault.sees) == []
    proxy.undisturbed()
    desk.succeeds()
    increments.version = 3 - increments.version
    assert increments.unlike("now") == []
    assert increments.state(desk.council.minute) == increments.before
