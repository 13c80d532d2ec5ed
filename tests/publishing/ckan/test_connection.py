"""What each answer of a portal means, and what is asked again; a server of our own plays it."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import NotThereError, RefusedError
from pipeline.publishing.ckan.connection import PAUSE_MAX, PAUSES, Portal

TOKEN = "s3cret-token-of-nobody"  # noqa: S105 - of nobody
SECRET = "Клітинка з ім’ям"  # noqa: S105 - what a portal quotes of a cell


@dataclass
class Server:
    """Answers in turn, the last one for ever, and keeps what was asked."""

    url: str
    answers: list[tuple[int, Mapping[str, str], str]] = field(default_factory=list)
    asked: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)

    def says(self, status: int, body: object = None, **headers: str) -> None:
        text = body if isinstance(body, str) else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append((status, named, text))


@pytest.fixture
def start() -> Iterator[Callable[[], Server]]:
    running: list[ThreadingHTTPServer] = []

    def begin() -> Server:
        found = Server(url="")

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                found.asked.append((self.command, self.path, dict(self.headers)))
                answers = found.answers
                status, headers, text = answers.pop(0) if len(answers) > 1 else answers[0]
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(text.encode())

            do_GET = _answer  # noqa: N815 - a name of http.server
            do_POST = _answer  # noqa: N815 - the same

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        running.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
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


ANSWERS = [
    (429, "", "portal-busy", True, True),
    (503, "", "portal-failed", True, False),
    (500, "<html>", "portal-failed", True, False),
    (504, "", "portal-failed", True, False),
    (413, "", "portal-upload-too-large", False, False),
    (302, "", "portal-redirects", False, False),
    (401, "", "portal-not-allowed", False, False),
    (200, "<!doctype html>", "portal-answer-unreadable", True, False),
    (200, '{"success": tr', "portal-answer-unreadable", True, False),
    (200, "[]", "portal-answer-unreadable", True, False),
    (400, '"Bad request - Action name not known"', "portal-answer-unreadable", False, False),
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
        (lambda: client.portal.call("datastore_upsert", {}, repeatable=True), read_again),
    )
    for act, again in acts:
        server.asked.clear()
        with pytest.raises(SourceError) as error:
            act()
        assert (error.value.code, error.value.exit_code) == (code, 4)
        assert len(server.asked) == (1 + len(PAUSES) if again else 1)
        assert TOKEN not in f"{error.value} {error.value!r} {error.value.details}"
        assert error.value.message("uk")


def test_what_heals_is_asked_until_it_does(server: Server, client: Client) -> None:
    server.says(502, "")
    server.says(429, "", Retry_After="7")
    server.says(429, "", Retry_After="100000")
    server.says(200, {"success": True, "result": 1})
    assert client.portal.read("vocabulary_list") == 1
    assert client.waited == [PAUSES[0], 7, PAUSE_MAX]


def error(kind: str, **more: object) -> object:
    return {"success": False, "error": {"__type": kind, **more}}


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        (error("Not Found Error", message="no"), NotThereError, "portal-not-there"),
        (error("Authorization Error", message="no"), SourceError, "portal-not-allowed"),
        (error("Validation Error", title=["ні"]), RefusedError, "portal-refused"),
    ],
)
def test_refusals_of_the_api(
    server: Server, client: Client, said: object, kind: type[SourceError], code: str
) -> None:
    server.says(409, said)
    with pytest.raises(kind) as found:
        client.portal.call("package_create", {}, repeatable=True)
    assert found.value.code == code
    assert len(server.asked) == 1


def test_what_a_portal_quotes_of_a_cell_is_not_passed_on(server: Server, client: Client) -> None:
    server.says(409, error("Validation Error", records=[f'invalid: "{SECRET}"'], records_row=3))
    with pytest.raises(RefusedError) as found:
        client.portal.call("datastore_upsert", {})
    assert found.value.row == 3
    assert SECRET not in f"{found.value} {found.value.details} {found.value.message('uk')}"


def test_nobody_listens() -> None:
    waited: list[float] = []
    portal = Portal("http://127.0.0.1:9", TOKEN, waited.append)
    with pytest.raises(SourceError) as found:
        portal.call("package_create", {})
    portal.close()
    assert found.value.code == "portal-out-of-reach"
    assert len(waited) == len(PAUSES), "nothing was sent, so it is tried again"


def test_no_token_goes_to_another_host(
    server: Server, client: Client, start: Callable[[], Server]
) -> None:
    other = start()
    other.says(200, {"success": True, "result": 1})
    server.says(302, "", Location=f"{other.url}/api/action/status_show")
    with pytest.raises(SourceError, match="another address"):
        client.portal.read("status_show")
    with pytest.raises(SourceError, match="another address"):
        client.portal.download(f"{server.url}/file.csv")
    assert other.asked == []
    public = Portal(server.url, None, client.waited.append)
    assert public.download(f"{server.url}/file.csv")
    public.close()
    assert "Authorization" not in other.asked[0][2], "the public may be sent on, and has no token"


def test_a_netrc_gives_no_password(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password mine")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server.says(200, {"success": True, "result": 1})
    public = Portal(server.url, None, lambda seconds: None)
    public.read("vocabulary_list")
    public.download(f"{server.url}/file.csv")
    public.close()
    assert all("Authorization" not in headers for _, _, headers in server.asked)


def test_two_threads_share_a_portal(server: Server, client: Client) -> None:
    server.says(413, "")
    with ThreadPoolExecutor(4) as pool:
        work = [pool.submit(client.portal.call, "datastore_upsert", {}) for _ in range(20)]
    codes = {getattr(one.exception(), "code", "") for one in work}
    assert codes == {"portal-upload-too-large"}
