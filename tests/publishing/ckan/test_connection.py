"""What each answer of a portal means, and what is asked again; a server of our own plays it."""

import json
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests

from pipeline.errors import SourceError
from pipeline.publishing.ckan import connection
from pipeline.publishing.ckan.answers import NotThereError, RefusedError
from pipeline.publishing.ckan.connection import AGENT, PAUSE_MAX, Portal
from pipeline.publishing.ckan.patience import PAUSES, Patience

TOKEN = "s3cret-token-of-nobody"  # noqa: S105 - of nobody
NOBODY = "http://127.0.0.1:9"
SECRET = "Клітинка з ім’ям"  # noqa: S105 - what a portal quotes of a cell


Answer = tuple[int, Mapping[str, str], str]
RESET: Answer = (0, {}, "")
"""No answer: the connection is torn."""


@dataclass
class Server:
    """Answers in turn, the last one for ever, and keeps what was asked."""

    url: str
    answers: list[Answer] = field(default_factory=list)
    by_path: dict[str, Answer] = field(default_factory=dict)
    """Answers of some addresses, every time."""
    asked: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def says(self, status: int, body: object = None, **headers: str) -> None:
        text = body if isinstance(body, str) else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append((status, named, text))

    def answer(self, path: str) -> Answer:
        if path in self.by_path:
            return self.by_path[path]
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def start() -> Iterator[Callable[[], Server]]:
    running: list[ThreadingHTTPServer] = []

    def begin() -> Server:
        found = Server(url="")

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                found.bodies.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
                found.asked.append((self.command, self.path, dict(self.headers)))
                status, headers, text = found.answer(self.path)
                if not status:
                    now = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, now)
                    os.close(self.connection.detach())
                    return
                self.send_response(status)
                for name, value in {"Content-Length": str(len(text.encode())), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            do_GET = _answer  # noqa: N815 - a name of http.server
            do_POST = _answer  # noqa: N815 - the same

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        running.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        found.url = f"http://127.0.0.1:{server.server_port}"
        return found

    yield begin
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(start: Callable[[], Server]) -> Server:
    return start()


@dataclass
class Client:
    portal: Portal
    waited: list[float]


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    waited: list[float] = []
    portal = Portal(server.url, TOKEN, waited.append)
    yield Client(portal=portal, waited=waited)
    portal.close()


def test_an_answer_is_its_result(server: Server, client: Client) -> None:
    server.says(200, {"success": True, "result": {"a": "ї"}})
    assert client.portal.read("vocabulary_show", id="x") == {"a": "ї"}
    assert client.portal.call("package_patch", {"id": "x"}) == {"a": "ї"}
    assert [(one[0], one[1]) for one in server.asked] == [
        ("GET", "/api/action/vocabulary_show?id=x"),
        ("POST", "/api/action/package_patch"),
    ]
    assert all(one[2]["Authorization"] == TOKEN for one in server.asked)


def refusal(kind: str, **more: object) -> str:
    return json.dumps({"success": False, "error": {"__type": kind, **more}})


NO_API = '"Bad request - Action name not known"'
ANSWERS = [
    (429, "", "portal-busy", True, True),
    (500, "<html>", "portal-failed", True, False),
    (502, "<html>", "portal-failed", True, False),
    (503, "", "portal-failed", True, False),
    (504, "", "portal-failed", True, False),
    (413, "", "portal-upload-too-large", False, False),
    (301, "", "portal-redirects", False, False),
    (302, "", "portal-redirects", False, False),
    (303, "", "portal-redirects", False, False),
    (307, "", "portal-redirects", False, False),
    (308, "", "portal-redirects", False, False),
    (401, "", "portal-not-allowed", False, False),
    (403, "<html>", "portal-not-allowed", False, False),
    (404, "<html>", "portal-answer-unreadable", False, False),
    (200, "", "portal-answer-unreadable", True, False),
    (200, "<!doctype html>", "portal-answer-unreadable", True, False),
    (200, '{"success": tr', "portal-answer-unreadable", True, False),
    (200, "[]", "portal-answer-unreadable", True, False),
    (200, "null", "portal-answer-unreadable", True, False),
    (200, "{}", "portal-answer-unreadable", True, False),
    (200, '{"success": true}', "portal-answer-unreadable", True, False),
    (200, '{"success": true, "result": {}}', "portal-answer-unreadable", True, False),
    (200, '{"success": false}', "portal-answer-unreadable", True, False),
    (200, '{"success": false, "error": null}', "portal-answer-unreadable", True, False),
    (400, '{"success": false, "error": "Socrata"}', "portal-answer-unreadable", False, False),
    (400, NO_API, "portal-answer-unreadable", False, False),
    (500, refusal("Internal Server Error"), "portal-failed", True, False),
    (400, refusal("Search Query Error", message="q: a"), "portal-answer-unreadable", False, False),
    (409, refusal("Search Error", message="q: a"), "portal-answer-unreadable", False, False),
    (409, refusal("Search Error", message={}), "portal-answer-unreadable", False, False),
    (500, refusal("Search Index Error", message="Solr"), "portal-failed", True, False),
    (409, refusal("Integrity Error"), "portal-answer-unreadable", False, False),
    (404, refusal("Not Found Error", message="no"), "portal-not-there", False, False),
    (403, refusal("Authorization Error", message="no"), "portal-not-allowed", False, False),
    (409, refusal("Validation Error", title=["ні"]), "portal-refused", False, False),
]


@pytest.mark.parametrize(("status", "body", "code", "read_again", "written_again"), ANSWERS)
def test_what_an_answer_means_and_whether_it_is_asked_again(
    server: Server,
    client: Client,
    status: int,
    body: str,
    code: str,
    read_again: bool,
    written_again: bool,
) -> None:
    server.says(status, body, Location="http://127.0.0.1:1/")
    acts: tuple[tuple[Callable[[], object], bool], ...] = (
        (lambda: client.portal.read("package_show", id="x"), read_again),
        (lambda: client.portal.call("package_create", {"name": "x"}), written_again),
        (lambda: client.portal.call("package_revise", {}, repeatable=True), read_again),
    )
    for act, again in acts:
        server.asked.clear()
        with pytest.raises(SourceError) as error:
            act()
        assert (error.value.code, error.value.exit_code) == (code, 4)
        assert len(server.asked) == (1 + len(PAUSES) if again else 1)
        check_plain(error.value)


def check_plain(error: SourceError) -> None:
    """In both languages there is a sentence, and in none the token."""
    said = [str(error), repr(error), repr(error.details), repr(vars(error)), *map(str, error.args)]
    said += [error.message("uk"), error.message("en")]
    assert all(said)
    assert not [one for one in said if TOKEN in one]


@pytest.mark.parametrize(("header", "again"), [("7", True), ("", False), ("Fri, 27 Nov", False)])
def test_what_a_portal_puts_off_it_has_not_done(
    server: Server, client: Client, header: str, again: bool
) -> None:
    server.says(503, "", Retry_After=header)
    with pytest.raises(SourceError):
        client.portal.call("package_create", {})
    assert client.waited == ([7.0] * len(PAUSES) if again else [])


def test_what_heals_is_asked_until_it_does(server: Server, client: Client) -> None:
    server.says(502, "")
    server.says(429, "", Retry_After="7")
    server.says(429, "", Retry_After="100000")
    server.says(200, {"success": True, "result": 1})
    assert client.portal.read("vocabulary_list") == 1
    assert client.waited == [PAUSES[0], 7, PAUSE_MAX]


def test_what_is_not_there_and_what_is_refused_are_told_apart(
    server: Server, client: Client
) -> None:
    server.says(404, refusal("Not Found Error", message="no"))
    server.says(409, refusal("Validation Error", title=["ні"]))
    with pytest.raises(NotThereError):
        client.portal.read("package_show", id="x")
    with pytest.raises(RefusedError) as found:
        client.portal.call("package_create", {})
    assert found.value.fields == ("title",)


@pytest.mark.parametrize("name", ["records", "data", "message", "resources", "extras"])
def test_what_a_portal_quotes_of_a_cell_is_not_passed_on(
    server: Server, client: Client, name: str
) -> None:
    said = {name: [f'invalid: "{SECRET}"', {"value": [SECRET]}], "records_row": 3}
    server.says(409, refusal("Validation Error", **said))
    with pytest.raises(RefusedError) as found:
        client.portal.call("datastore_upsert", {})
    assert found.value.row == 3
    told = [str(found.value), repr(found.value), repr(vars(found.value))]
    told += [found.value.message("uk"), found.value.message("en")]
    assert not [one for one in told if SECRET in one]


def test_a_torn_connection_may_have_done_it(server: Server, client: Client) -> None:
    server.answers.append(RESET)
    with pytest.raises(SourceError) as found:
        client.portal.call("package_create", {})
    assert (found.value.code, found.value.exit_code) == ("portal-out-of-reach", 4)
    assert len(server.asked) == 1
    check_plain(found.value)
    server.says(200, {"success": True, "result": 1})
    assert client.portal.call("datastore_upsert", {}, repeatable=True) == 1
    assert len(server.asked) == 3


def test_an_answer_that_breaks_off_is_none(server: Server, client: Client) -> None:
    server.says(200, '{"success": true, "result": 1}', Content_Length="500")
    server.says(200, {"success": True, "result": 1})
    assert client.portal.read("vocabulary_list") == 1
    server.answers[:] = [(200, {"Content-Length": "500"}, "a,b"), (200, {}, "a,b")]
    assert client.portal.download(f"{server.url}/x.csv") == b"a,b"


def test_a_portal_that_hangs_is_given_up(
    server: Server, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "TIMEOUT", (1, 0.05))
    server.says(200, '{"success": true', Content_Length="500")
    stuck = threading.Event()
    monkeypatch.setattr(server, "answer", lambda path: stuck.wait(5) and RESET or RESET)
    with pytest.raises(SourceError) as found:
        client.portal.call("package_create", {})
    stuck.set()
    assert found.value.details["reason"] == "ReadTimeout"
    assert len(server.asked) == 1


def test_a_name_that_nobody_knows_was_sent_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(SourceError) as found:
        client.portal.call("package_create", {})
    assert found.value.code == "portal-out-of-reach"
    assert len(client.waited) == len(PAUSES)


@pytest.mark.parametrize("token", ["two\nlines", "токен"])
def test_a_token_that_cannot_be_sent_is_not_shown(server: Server, token: str) -> None:
    portal = Portal(server.url, token, lambda seconds: None)
    with pytest.raises(SourceError) as found:
        portal.read("status_show")
    portal.close()
    said = [str(found.value), repr(found.value), repr(vars(found.value)), repr(portal)]
    assert not [one for one in said if token in one or repr(token)[1:-1] in one]
    assert server.asked == []


def test_files_go_with_plain_arguments(server: Server, client: Client) -> None:
    server.says(200, {"success": True, "result": 1})
    data = {"match": '{"id": "x"}'}
    client.portal.call("package_revision", data, {"upload": ("лавки.csv", b"\xd0\x97,1")})
    (headers,), (body,) = [one[2] for one in server.asked], server.bodies
    assert headers["Content-Type"].startswith("multipart/form-data")
    assert (headers["User-Agent"], headers["Authorization"]) == (AGENT, TOKEN)
    assert b'name="match"\r\n\r\n{"id": "x"}' in body
    assert b"\r\n\r\n\xd0\x97,1\r\n" in body


@pytest.mark.parametrize(
    ("status", "code", "tries"),
    [
        (404, "portal-not-there", 1),
        (403, "portal-not-allowed", 1),
        (302, "portal-redirects", 1),
        (413, "portal-upload-too-large", 1),
        (500, "portal-failed", 1 + len(PAUSES)),
    ],
)
def test_what_a_download_means(
    server: Server, client: Client, status: int, code: str, tries: int
) -> None:
    server.says(status, "a,b", Location="http://127.0.0.1:1/")
    with pytest.raises(SourceError) as found:
        client.portal.download("https://another.name/dataset/file.csv?a=1&b=2")
    assert found.value.code == code
    check_plain(found.value)
    assert [one[1] for one in server.asked] == ["/dataset/file.csv?a=1&b=2"] * tries


def test_a_portal_below_a_path(server: Server) -> None:
    server.says(200, {"success": True, "result": 1})
    public = Portal(f"{server.url}/ckan/", None, lambda seconds: None)
    public.read("vocabulary_list")
    public.download("https://another.name/ckan/file.csv")
    public.close()
    assert [one[1] for one in server.asked] == [
        "/ckan/api/action/vocabulary_list",
        "/ckan/file.csv",
    ]


@pytest.mark.parametrize("trick", ["@{host}/f", "@{host}", "//{host}/f", "\\@{host}/f", "?@{host}"])
def test_no_address_leads_a_token_elsewhere(
    server: Server, client: Client, start: Callable[[], Server], trick: str
) -> None:
    other = start()
    for one in (server, other):
        one.says(200, "a,b")
    address = trick.format(host=other.url.removeprefix("http://"))
    assert client.portal.download(address) == b"a,b"
    assert (len(server.asked), other.asked) == (1, [])


def test_nobody_listens() -> None:
    waited: list[float] = []
    portal = Portal(NOBODY, TOKEN, waited.append)
    with pytest.raises(SourceError) as found:
        portal.call("package_create", {})
    portal.close()
    assert found.value.code == "portal-out-of-reach"
    assert len(waited) == len(PAUSES), "nothing was sent, so it is tried again"


def test_a_portal_that_is_silent_is_waited_for_once_in_a_run(server: Server) -> None:
    waited: list[float] = []
    shared = Patience()
    server.says(503)
    for url, tries in ((NOBODY, len(PAUSES)), (NOBODY, 0), (server.url, len(PAUSES))):
        waited.clear()
        portal = Portal(url, TOKEN, waited.append, shared)
        with pytest.raises(SourceError):
            portal.read("status_show")
        portal.close()
        assert len(waited) == tries, url


def test_an_answer_brings_the_patience_back(server: Server, client: Client) -> None:
    server.answers.extend([RESET] * (1 + len(PAUSES)))
    with pytest.raises(SourceError):
        client.portal.read("vocabulary_list")
    server.answers[:] = [(404, {}, "")]
    client.waited.clear()
    with pytest.raises(SourceError):
        client.portal.read("vocabulary_list")
    server.answers[:] = [RESET]
    with pytest.raises(SourceError):
        client.portal.read("vocabulary_list")
    assert len(client.waited) == len(PAUSES)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_token_goes_to_another_host(
    server: Server, client: Client, start: Callable[[], Server], status: int
) -> None:
    other = start()
    other.says(200, {"success": True, "result": 1})
    server.says(status, "", Location=f"{other.url}/api/action/vocabulary_list")
    acts: tuple[Callable[[], object], ...] = (
        lambda: client.portal.read("vocabulary_list"),
        lambda: client.portal.call("datastore_upsert", {}, repeatable=True),
        lambda: client.portal.call("package_revise", {"a": "b"}, {"upload": ("a", b"b")}),
        lambda: client.portal.download(f"{server.url}/file.csv"),
    )
    for act in acts:
        with pytest.raises(SourceError, match="another address") as found:
            act()
        check_plain(found.value)
    assert other.asked == []
    assert all(one[2]["Authorization"] == TOKEN for one in server.asked)


def test_the_public_may_be_sent_on_and_has_no_token(
    server: Server, start: Callable[[], Server]
) -> None:
    other = start()
    other.says(200, "a,b")
    server.says(302, "", Location=f"{other.url}/file.csv")
    public = Portal(server.url, None, lambda seconds: None)
    assert public.download(f"{server.url}/file.csv") == b"a,b"
    public.close()
    assert (len(server.asked), len(other.asked)) == (1, 1)
    for _, _, headers in (*server.asked, *other.asked):
        assert not {"Authorization", "X-CKAN-API-Key"} & headers.keys()


def test_a_netrc_gives_no_password(
    server: Server,
    client: Client,
    start: Callable[[], Server],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password mine")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    assert requests.utils.get_netrc_auth(server.url), "it would be read"
    other = start()
    for one in (server, other):
        one.says(200, {"success": True, "result": 1})
    server.by_path["/moved.csv"] = (302, {"Location": f"{other.url}/file.csv"}, "")
    public = Portal(server.url, None, lambda seconds: None)
    public.read("vocabulary_list")
    public.download(f"{server.url}/file.csv")
    public.download(f"{server.url}/moved.csv")
    public.close()
    assert len(other.asked) == 1
    for _, _, headers in (*server.asked, *other.asked):
        assert "Authorization" not in headers
    server.asked.clear()
    client.portal.read("vocabulary_list")
    client.portal.download(f"{server.url}/file.csv")
    assert [one[2]["Authorization"] for one in server.asked] == [TOKEN, TOKEN]


def test_two_threads_share_a_portal(
    server: Server, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hears what was answered to it, also when both answers are there at once."""
    server.by_path["/api/action/one"] = (413, {}, "")
    server.by_path["/api/action/other"] = (401, {}, "")
    both, send = threading.Barrier(2, timeout=10), requests.Session.send

    def sent(*given: Any, **how: Any) -> requests.Response:
        answer = send(*given, **how)
        both.wait()
        return answer

    monkeypatch.setattr(requests.Session, "send", sent)
    with ThreadPoolExecutor(2) as pool:
        for _ in range(10):
            work = [pool.submit(client.portal.call, name, {}) for name in ("one", "other")]
            codes = [getattr(one.exception(), "code", "") for one in work]
            assert codes == ["portal-upload-too-large", "portal-not-allowed"]
