"""The proxy makes the faults it is told to make, before a small stand-in for a portal."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from tests.portal.proxy import (
    DROPPED,
    HTML,
    NOT_JSON,
    Proxy,
    Request,
    Response,
    afterwards,
    failing,
    standing_before,
)

TOKEN = "token-of-the-publisher"  # noqa: S105 - of nobody


class Echo(BaseHTTPRequestHandler):
    """Answers with what it got, and with a link to itself."""

    protocol_version = "HTTP/1.1"
    server: "Site"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.server.got.append((self.path, body))
        said = {
            "host": self.headers["Host"],
            "token": self.headers["Authorization"],
            "link": f"{self.server.url}/dataset/x",
        }
        self._answer("application/json", json.dumps(said).encode())

    def do_GET(self) -> None:
        self.server.got.append((self.path, b""))
        self._answer("text/csv", f"{self.server.url}\r\n".encode())

    def _answer(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *said: object) -> None:
        pass


class Site(ThreadingHTTPServer):
    """The stand-in."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Echo)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.got: list[tuple[str, bytes]] = []


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def proxy(site: Site) -> Iterator[Proxy]:
    with standing_before(site.url) as standing:
        yield standing


@pytest.fixture
def client() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        session.headers["Authorization"] = TOKEN
        yield session


def act(client: requests.Session, proxy: Proxy, action: str, **data: object) -> requests.Response:
    return client.post(f"{proxy.url}/api/3/action/{action}", json=data, timeout=5)


def test_a_request_passes_with_links_that_lead_through_the_proxy(
    site: Site, proxy: Proxy, client: requests.Session
) -> None:
    answer = act(client, proxy, "package_patch", url=f"{proxy.url}/dataset/x").json()
    assert answer["link"] == f"{proxy.url}/dataset/x"
    assert answer["token"] == TOKEN
    assert f"http://{answer['host']}" == site.url
    assert json.loads(site.got[0][1]) == {"url": f"{site.url}/dataset/x"}


def test_files_pass_byte_for_byte(site: Site, proxy: Proxy, client: requests.Session) -> None:
    answer = client.get(f"{proxy.url}/datastore/dump/x", timeout=5)
    assert answer.content == f"{site.url}\r\n".encode()


def test_requests_are_recorded_without_the_token(proxy: Proxy, client: requests.Session) -> None:
    act(client, proxy, "package_show", id="x")
    act(client, proxy, "package_patch", id="x")
    client.get(f"{proxy.url}/api/3/action/package_show?id=x", timeout=5)
    assert [(one.number, one.write, one.action) for one in proxy.requests] == [
        (1, None, "package_show"),
        (2, 1, "package_patch"),
        (3, None, "package_show"),
    ]
    assert proxy.writes[0].json() == {"id": "x"}
    assert proxy.writes[0].size == len(proxy.writes[0].body)
    assert TOKEN not in repr(proxy.requests)


@pytest.mark.parametrize(
    "given",
    [
        Response(status=503),
        Response(status=429, headers={"Retry-After": "1"}),
        Response(status=413, body=b"too large"),
        HTML,
        NOT_JSON,
    ],
)
def test_an_answer_instead_of_the_portal(
    site: Site, proxy: Proxy, client: requests.Session, given: Response
) -> None:
    proxy.before = failing(given, action="package_patch", times=1)
    answer = act(client, proxy, "package_patch")
    assert (answer.status_code, answer.content) == (given.status, given.body)
    assert given.headers.items() <= answer.headers.items()
    assert site.got == []
    assert act(client, proxy, "package_patch").json()["token"] == TOKEN


def test_a_change_that_happens_and_is_answered_by_an_error(
    site: Site, proxy: Proxy, client: requests.Session
) -> None:
    proxy.after = afterwards(failing(Response(status=504)))
    assert act(client, proxy, "package_patch").status_code == 504
    proxy.after = afterwards(failing(DROPPED))
    with pytest.raises(requests.ConnectionError):
        act(client, proxy, "package_patch")
    assert len(site.got) == 2


def test_an_upload_that_is_torn_in_the_middle(
    site: Site, proxy: Proxy, client: requests.Session
) -> None:
    proxy.tear = lambda request: 1000 if request.action == "resource_create" else None
    files = {"upload": ("table.csv", b"1\n" * 4_000_000)}
    address = f"{proxy.url}/api/3/action/resource_create"
    with pytest.raises(requests.ConnectionError):
        client.post(address, files=files, timeout=5)
    assert site.got == []
    assert len(proxy.requests[0].body) == 1000
    assert proxy.requests[0].size > 8_000_000


def test_an_answer_that_is_torn_in_the_middle(proxy: Proxy, client: requests.Session) -> None:
    proxy.before = failing(Response(body=b'{"success": true}', torn_after=5))
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        act(client, proxy, "package_patch")


def test_a_portal_that_hangs_keeps_nobody_at_the_end(site: Site, client: requests.Session) -> None:
    began = time.monotonic()
    with standing_before(site.url) as proxy:
        proxy.before = failing(Response(status=200, delay=60))
        with pytest.raises(requests.ReadTimeout):
            client.post(f"{proxy.url}/api/3/action/package_patch", json={}, timeout=0.2)
    assert time.monotonic() - began < 5


def test_a_portal_that_is_away(site: Site, proxy: Proxy, client: requests.Session) -> None:
    proxy.portal = "http://127.0.0.1:9"
    with pytest.raises(requests.ConnectionError):
        act(client, proxy, "package_patch")


def test_hooks_are_told_before_and_after(
    site: Site, proxy: Proxy, client: requests.Session
) -> None:
    seen: list[tuple[str, int | None, int]] = []
    proxy.sending = lambda request: seen.append(("sending", request.write, len(site.got)))
    proxy.answered = lambda request: seen.append(("answered", request.write, len(site.got)))
    act(client, proxy, "package_patch")
    assert seen == [("sending", 1, 0), ("answered", 1, 1)]


def test_a_reader_polls_between_any_two_writes(
    site: Site, proxy: Proxy, client: requests.Session
) -> None:
    polls: list[int] = []
    proxy.between_writes = lambda: polls.append(len(site.got))
    writers = [
        threading.Thread(target=act, args=(client, proxy, "datastore_upsert")) for _ in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    act(client, proxy, "package_show")
    assert polls == [0, 1, 2, 3]


def test_what_a_hook_asserts_fails_the_test(site: Site, client: requests.Session) -> None:
    def reader() -> None:
        raise AssertionError("the public saw half of it")

    def night() -> None:
        with standing_before(site.url) as proxy:
            proxy.between_writes = reader
            with pytest.raises(requests.ConnectionError):
                act(client, proxy, "package_patch")

    with pytest.raises(AssertionError, match="half of it"):
        night()
    assert site.got == []


def test_rules_are_forgotten(proxy: Proxy, client: requests.Session) -> None:
    def never(request: Request) -> Response:
        raise AssertionError(request)

    proxy.before = never
    proxy.undisturbed()
    assert act(client, proxy, "package_patch").status_code == 200
