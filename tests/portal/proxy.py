"""A proxy before a portal that records what is asked, and makes the faults that networks make.

    with standing_before(portal.url) as proxy:
        proxy.before = failing(Response(status=503), action="package_patch", times=2)
        ...                                    # a client that works with proxy.url
        assert [request.action for request in proxy.writes] == [...]

Every rule is a plain function and may be exchanged at any time. Links of the portal to itself lead
through the proxy in its answers, and come back to the portal as its own.
"""

import http.client
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import urlsplit

from tests.portal.listener import Connection, Listener

SECRET = {"authorization", "x-ckan-api-key"}
HOP = {"connection", "keep-alive", "host", "content-length", "accept-encoding", "transfer-encoding"}
READING = ("_show", "_list", "_search", "_info", "_autocomplete", "_sql", "_for_user", "_read")
WITH_LINKS = ("application/json", "text/html", "text/turtle", "application/ld+json", "rdf+xml")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a client asks; `number` counts all of them from 1, `write` only what may change data."""

    number: int
    write: int | None
    method: str
    path: str
    headers: Mapping[str, str]
    size: int
    body: bytes = field(default=b"", repr=False)

    @property
    def action(self) -> str:
        """The name of the API's action; empty for a page."""
        return _action(self.path)

    def json(self) -> dict[str, object]:
        """The body of an action, read."""
        return dict(json.loads(self.body))


@dataclass(frozen=True, kw_only=True)
class Response:
    """What a client gets."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)
    delay: float = 0  # seconds before it is sent; longer than the client waits, it is a hang
    torn_after: int | None = None  # bytes of the body, then the connection is reset


DROPPED = Response(torn_after=0)  # not even a status line
HTML = Response(headers={"Content-Type": "text/html"}, body=b"<!doctype html><title>200</title>")
NOT_JSON = Response(headers={"Content-Type": "application/json"}, body=b'{"success": true, "resu')

Before = Callable[[Request], Response | None]
After = Callable[[Request, Response], Response | None]


def failing(response: Response, *, action: str = "", times: int = 1_000_000) -> Before:
    """A rule that answers so, a number of times; with an action, to that one only."""
    left = iter(range(times))

    def rule(request: Request) -> Response | None:
        meant = not action or request.action == action
        return response if meant and next(left, None) is not None else None

    return rule


def afterwards(rule: Before) -> After:
    """The same rule for an answer that comes after the change has happened in truth."""
    return lambda request, response: rule(request)


class Proxy:
    """The rules, and what was asked."""

    def __init__(self, portal: str) -> None:
        self.portal = portal
        self.url = ""
        self.requests: list[Request] = []
        self.failures: list[BaseException] = []
        self.closing = threading.Event()
        self.undisturbed()
        self._turn, self._writing = threading.Lock(), threading.Lock()
        self._numbers, self._writes = count(1), count(1)

    def undisturbed(self) -> None:
        """Forget every rule."""
        self.before: Before = lambda request: None
        self.after: After = lambda request, response: None
        # Asked before the body is read: bytes of it to take before the connection is reset.
        self.tear: Callable[[Request], int | None] = lambda request: None
        # Told of each request that goes to the portal, and of each that has come back.
        self.sending: Callable[[Request], None] = lambda request: None
        self.answered: Callable[[Request], None] = lambda request: None
        # Called before each write; no other write passes until it has returned.
        self.between_writes: Callable[[], None] | None = None

    @property
    def writes(self) -> list[Request]:
        """What may have changed something."""
        return [request for request in self.requests if request.write]

    def announced(self, method: str, path: str, headers: Mapping[str, str], size: int) -> Request:
        """Number a request, of which only the head is known."""
        with self._turn:
            return Request(
                number=next(self._numbers),
                write=next(self._writes) if _writes(method, path) else None,
                method=method,
                path=path,
                headers=headers,
                size=size,
            )

    def exchange(self, request: Request, headers: Mapping[str, str]) -> Response:
        """Answer a request by the rules; `headers` are the true ones, with the token."""
        answer = self.before(request)
        if answer is not None:
            return answer
        with ExitStack() as held:
            if request.write and self.between_writes:
                held.enter_context(self._writing)
                self.between_writes()
            self.sending(request)
            answer = self._forward(request, headers)
            self.answered(request)
        return self.after(request, answer) or answer

    def _forward(self, request: Request, headers: Mapping[str, str]) -> Response:
        kept = {name: value for name, value in headers.items() if name.lower() not in HOP}
        body = _exchanged(request.body, _type(headers), self.url, self.portal)
        link = http.client.HTTPConnection(urlsplit(self.portal).netloc, timeout=600)
        try:
            link.request(request.method, request.path, body or None, kept)
            answer = link.getresponse()
            said, text = dict(answer.getheaders()), answer.read()
        except (OSError, http.client.HTTPException):
            return DROPPED  # the portal itself is away
        finally:
            link.close()
        said = {name: value.replace(self.portal, self.url) for name, value in said.items()}
        text = _exchanged(text, _type(said), self.portal, self.url)
        return Response(status=answer.status, headers=said, body=text)


@contextmanager
def standing_before(portal: str) -> Iterator[Proxy]:
    """A proxy on a port of its own; what a rule or a hook raised is raised again at the end."""
    proxy = Proxy(portal)
    listener = Listener(lambda connection: _serve(proxy, connection))
    proxy.url = listener.url
    try:
        yield proxy
    finally:
        proxy.closing.set()
        listener.close()
    if proxy.failures:
        raise proxy.failures[0]


def _serve(proxy: Proxy, connection: Connection) -> None:
    """One request of a client, from its head to the answer or the tear."""
    headers = connection.given
    shown = {name: "…" if name.lower() in SECRET else value for name, value in headers.items()}
    request = proxy.announced(connection.command, connection.path, shown, connection.size)
    try:
        torn = proxy.tear(request)
        body = connection.read(connection.size if torn is None else torn)
        request = replace(request, body=body)
        proxy.requests.append(request)
        response = proxy.exchange(request, headers) if torn is None else DROPPED
    except BaseException as error:  # noqa: BLE001 - it is raised again where the test sees it
        proxy.failures.append(error)
        response = DROPPED
    _send(proxy, connection, response)


def _send(proxy: Proxy, connection: Connection, response: Response) -> None:
    proxy.closing.wait(response.delay)
    if response.torn_after == 0:
        connection.reset()
        return
    kept = {name: value for name, value in response.headers.items() if name.lower() not in HOP}
    connection.answer(response.status, kept, response.body, response.torn_after)


def _action(path: str) -> str:
    return urlsplit(path).path.rpartition("/action/")[2] if "/action/" in path else ""


def _writes(method: str, path: str) -> bool:
    """Whether a request may change something; of an unknown action it is believed."""
    action = _action(path)
    return method not in {"GET", "HEAD"} and not (action and action.endswith(READING))


def _type(headers: Mapping[str, str]) -> str:
    names = {name.lower(): value for name, value in headers.items()}
    return names.get("content-type", "")


def _exchanged(body: bytes, kind: str, old: str, new: str) -> bytes:
    """A text with links of one address instead of another; files pass byte for byte."""
    return body.replace(old.encode(), new.encode()) if any(t in kind for t in WITH_LINKS) else body
