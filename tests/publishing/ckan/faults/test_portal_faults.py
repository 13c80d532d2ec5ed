"""Whatever happens between pipeline and portal, the public sees no half of a publication.

The portal is a real one; what stands before it makes the fault. A fault that passes is outlived
where a repeat is safe. One that lasts ends with exit code 4 and a sentence that says what to do;
what the public sees then is exactly what is written beside the fault, and the next undisturbed run
leads to the very state of a publication that nothing disturbed, with nothing left over.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from tests.command import Done
from tests.portal.portal import Portal
from tests.portal.proxy import (
    DROPPED,
    HTML,
    NOT_JSON,
    Proxy,
    Request,
    Response,
    standing_before,
)
from tests.publishing.ckan.faults.council import (
    ADVICE,
    DATASET,
    KEY,
    TABLE,
    Council,
    Office,
    Undisturbed,
    counted,
    state,
)
from tests.publishing.ckan.faults.showing import forget, is_hidden, shown, unlike
from tests.publishing.ckan.faults.striking import (
    BUSY,
    EMPTY,
    HANGS,
    LATER,
    LIST,
    NOTHING,
    TOO_LARGE,
    TORN,
    Fault,
    failed,
    instead,
    lost,
    strike,
)

pytestmark = [pytest.mark.portal, pytest.mark.slow]

# The first publication


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


# Faults that pass in a first publication

PASSING = [failed(502), DROPPED, HTML, BUSY, LIST, NOT_JSON]
READS = ("status_show", "scheming_dataset_schema_show", "package_show", "datastore_info")
ALIKE = ("datastore_create", "resource_view_list", "resource_view_create", "package_revise")
"""A repeat of these leaves what doing them once leaves."""
PAGES = ("/datastore/dump/", "/download/")


def passing(turn: int) -> list[Fault]:
    """Some fault for every action, another one each turn; a creation is repeated only if undone."""
    actions = enumerate((*READS, *ALIKE, "datastore_upsert", "datastore_records_delete"), turn)
    return [
        Fault(at="package_create", is_=LATER, times=3),
        *(Fault(at=page, is_=PASSING[turn % 2], times=2) for page in PAGES),
        *(Fault(at=name, is_=PASSING[at % len(PASSING)], times=1 + at % 3) for at, name in actions),
    ]


@pytest.mark.parametrize("turn", range(3))
def test_faults_that_pass_in_a_first_publication(
    office: Office, first: Undisturbed, pauses: list[float], turn: int
) -> None:
    proxy = office.council.proxy
    proxy.before = instead(*passing(turn))
    office.succeeds()
    assert state(office.council.portal) == first
    # What the portal asks for is granted up to a minute; else pauses grow.
    assert {0.5, 2.0, 7.0, 60.0} <= {*pauses} <= {0.5, 2.0, 8.0, 7.0, 60.0}


@pytest.mark.parametrize("answer", [failed(504), DROPPED, HTML], ids=["504", "dropped", "html"])
def test_a_change_whose_answer_is_lost_is_not_made_twice(
    office: Office, first: Undisturbed, answer: Response
) -> None:
    proxy = office.council.proxy
    done = len(proxy.writes)
    writes = ("package_create", "datastore_create", "datastore_upsert", "package_revise")
    proxy.after = lost(*(Fault(at=name, is_=answer, times=1) for name in writes))
    office.succeeds()
    assert state(office.council.portal) == first
    made = [request.action for request in proxy.writes[done:]]
    assert [made.count(name) for name in ("package_create", "package_revise")] == [1, 1]


def test_a_portal_that_hangs(
    office: Office, first: Undisturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time-out of a read is repeated; after one of a change the portal is asked what it did."""
    monkeypatch.setattr("pipeline.publishing.ckan.connection.TIMEOUT", (4, 4))
    proxy = office.council.proxy
    proxy.before = instead(Fault(at="package_create", is_=HANGS))
    office.fails("portal-out-of-reach", {"reason": "ReadTimeout"})
    assert is_hidden(office.council.portal, DATASET, TABLE)
    proxy.before = instead(Fault(at="status_show", is_=HANGS, times=1))
    proxy.after = lost(Fault(at="package_create", is_=HANGS, times=1))
    office.succeeds()
    assert state(office.council.portal) == first


# A token never goes elsewhere, and is not said


@pytest.mark.parametrize(("at", "status"), [("status_show", 302), ("package_create", 307)])
def test_a_redirect_to_another_host_is_not_followed_with_the_token(
    office: Office, first: Undisturbed, at: str, status: int
) -> None:
    proxy, portal = office.council.proxy, office.council.portal
    with standing_before(portal.url) as elsewhere:
        headers = {"Location": f"{elsewhere.url}/api/3/action/{at}"}
        proxy.before = instead(Fault(at=at, is_=Response(status=status, headers=headers)))
        office.fails("portal-redirects")
        assert elsewhere.requests == []
    assert is_hidden(portal, DATASET, TABLE)
    proxy.undisturbed()
    office.succeeds()
    assert state(portal) == first


def test_a_token_that_is_revoked_in_the_middle(office: Office, first: Undisturbed) -> None:
    council = office.council
    council.token = council.portal.new_token()

    def revoke(request: Request) -> None:
        if request.action == "datastore_create":
            council.portal.revoke(council.token)

    council.proxy.answered = revoke
    office.fails("portal-token-refused")
    assert is_hidden(council.portal, DATASET, TABLE)
    council.proxy.undisturbed()
    council.token = council.portal.token
    office.succeeds()
    assert state(council.portal) == first


def expired(portal: Portal) -> str:
    """The token of the portal as it is when its time has run out, signed by the portal's secret."""
    header, content, _ = portal.token.split(".")
    said = json.loads(urlsafe_b64decode(content + "=" * (-len(content) % 4)))
    content = _coded(json.dumps({**said, "exp": 1_700_000_000}).encode())
    secret = (portal.website.folder / "secret").read_bytes().strip()
    signature = hmac.digest(secret, f"{header}.{content}".encode(), "sha256")
    return f"{header}.{content}.{_coded(signature)}"


def _coded(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def test_a_token_whose_time_has_run_out(office: Office, first: Undisturbed) -> None:
    council = office.council
    council.token = expired(council.portal)
    office.fails("portal-token-refused")
    assert shown(council.portal, DATASET) is None
    council.token = council.portal.token
    office.succeeds()
    assert state(council.portal) == first


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


@pytest.mark.parametrize("turn", range(2))
def test_faults_that_pass_in_an_increment(desk: Office, increments: Increments, turn: int) -> None:
    proxy = desk.council.proxy
    proxy.before = instead(*passing(turn), Fault(at="datastore_search", is_=NOTHING, times=2))
    desk.succeeds()
    increments.version = 3 - increments.version
    assert increments.unlike("now") == []
    assert increments.state(desk.council.minute) == increments.before


@pytest.mark.parametrize("answer", [failed(504), DROPPED], ids=["504", "dropped"])
def test_an_increment_of_which_every_answer_is_lost_once(
    desk: Office, increments: Increments, answer: Response
) -> None:
    proxy = desk.council.proxy
    proxy.after = lost(
        Fault(at="package_revise", is_=answer, times=2),
        Fault(at="datastore_upsert", is_=answer, times=1),
        Fault(at="datastore_records_delete", is_=answer, times=1),
    )
    desk.succeeds()
    increments.version = 3 - increments.version
    assert increments.unlike("now") == []
    assert increments.state(desk.council.minute) == increments.before


def test_an_increment_whose_token_is_worth_nothing(desk: Office, increments: Increments) -> None:
    desk.council.token = "no-token-of-anybody"  # noqa: S105
    desk.fails("portal-token-refused")
    assert increments.unlike("before") == []
    desk.council.token = desk.council.portal.token
    desk.succeeds()
    increments.version = 3 - increments.version
    assert increments.unlike("now") == []


def test_two_publishers_at_once(
    desk: Office,
    increments: Increments,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """The second one, in the middle of the first, is told to wait and changes nothing."""
    council = desk.council
    rival = Council(tmp_path, council.portal, council.proxy)
    rival.minute = council.minute
    told: list[Done] = []

    def meanwhile(request: Request) -> None:
        if request.action == "datastore_upsert" and not told:
            told.append(rival.in_its_own_process())

    council.proxy.sending = meanwhile
    desk.succeeds()
    assert told[0].code == 4
    assert all(word in told[0].err for word in ADVICE["portal-is-being-published"])
    increments.version = 3 - increments.version
    assert increments.unlike("now") == []
