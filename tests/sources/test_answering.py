"""Whether an address answers: HEAD, then GET, with a pause for each host."""

import pytest

from pipeline.parameters.fetching import FetchOptions
from pipeline.sources import local_network
from pipeline.sources.answering import answer
from pipeline.sources.web import Failure, Web
from tests.sources.conftest import Handler, Reply, Site, Time, body, cut, status


@pytest.fixture(autouse=True)
def of_the_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of the tests stands on this machine, and is taken for one of the internet."""
    monkeypatch.setattr(local_network, "is_local", lambda host: host == "10.0.0.1")


QUICK = FetchOptions(connect_timeout=2, read_timeout=0.3, pause=2)


def head_refused(otherwise: Reply) -> Reply:
    """A server that knows GET only."""

    def reply(handler: Handler) -> None:
        (status(405) if handler.command == "HEAD" else otherwise)(handler)

    return reply


def code(failure: Failure | None) -> str | None:
    return failure.code if failure else None


REPLIES: dict[str, tuple[Reply, str | None, list[str]]] = {
    "a page": (status(200), None, ["HEAD"]),
    "no content": (status(204), None, ["HEAD"]),
    "gone": (status(410), "link-is-dead", ["HEAD", "GET"]),
    "not found": (status(404), "link-is-dead", ["HEAD", "GET"]),
    "forbidden": (status(403), "link-is-refused", ["HEAD", "GET"]),
    "broken server": (status(500), "link-is-refused", ["HEAD", "GET"]),
    "HEAD is not known": (head_refused(status(200)), None, ["HEAD", "GET"]),
    "HEAD is not known, nor the page": (head_refused(status(404)), "link-is-dead", ["HEAD", "GET"]),
    "a circle": (status(302, Location="/a"), "link-leads-astray", ["HEAD"] * 6 + ["GET"] * 6),
    "a neighbour": (
        status(302, Location="http://10.0.0.1/router"),
        "link-is-local",
        ["HEAD"],
    ),
    "no web": (status(302, Location="ftp://rada.example/"), "link-leads-astray", ["HEAD", "GET"]),
}


@pytest.mark.parametrize(("reply", "told", "methods"), REPLIES.values(), ids=REPLIES)
def test_what_an_address_answers(
    site: Site, web: Web, reply: Reply, told: str | None, methods: list[str]
) -> None:
    assert code(answer(site.on("/a", reply), QUICK, web)) == told
    assert site.methods == methods


def test_a_redirect_is_followed(site: Site, web: Web) -> None:
    site.on("/new", status(200))
    assert answer(site.on("/old", status(301, Location="/new")), QUICK, web) is None


def test_the_body_is_not_taken(site: Site, web: Web) -> None:
    address = site.on("/large", head_refused(cut(b"1", announced=10**9)))
    assert answer(address, QUICK, web) is None


def test_a_host_is_not_asked_twice_at_once(site: Site, web: Web, time: Time) -> None:
    address = site.on("/a", status(404), body(b""))
    answer(address, QUICK, web)
    assert time.slept == [2]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1:9/", "link-host-is-silent"),
        ("http://there-is-no-such-host.invalid/", "link-host-is-silent"),
        ("http://[broken/", "link-is-wrong"),
        ("http://", "link-is-wrong"),
    ],
)
def test_where_nobody_answers(web: Web, address: str, told: str) -> None:
    assert code(answer(address, QUICK, web)) == told


def test_a_neighbour_is_not_asked(web: Web, time: Time) -> None:
    assert code(answer("http://10.0.0.1/router", QUICK, web)) == "link-is-local"
    assert not time.slept
