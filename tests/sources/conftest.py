"""A real server on this machine, time that passes only when somebody sleeps, and small files."""

import io
import socket
import ssl
import struct
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.parameters.fetching import FetchOptions
from pipeline.sources.politeness import Pace
from pipeline.sources.snapshots import SnapshotStore
from pipeline.sources.web import OneStep, Web

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
CSV = "номер;назва\n1;Про бюджет\n".encode()
PAGE = b"<!DOCTYPE html>\n<html><body><p>503</p></body></html>"


class Time:
    """Seconds that pass when somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds


Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: "Site"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.site.methods.append(self.command)
        self.site.asked.append((self.path, dict(self.headers.items())))
        replies = self.site.replies[self.path.partition("?")[0]]
        (replies.pop(0) if len(replies) > 1 else replies[0])(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # name of the base class
        pass

    def head(self, status: int, **headers: str | int) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()


@dataclass
class Site:
    """Answers each path with its replies in turn, the last one for ever."""

    address: str = ""
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)

    def on(self, path: str, *replies: Reply) -> str:
        self.replies[path] = list(replies)
        return self.address + path


def body(data: bytes, status: int = 200, /, **headers: str | int) -> Reply:
    def reply(handler: Handler) -> None:
        handler.head(status, **{"Content_Length": len(data), **headers})
        handler.wfile.write(data)

    return reply


def status(number: int, **headers: str | int) -> Reply:
    return body(b"", number, **headers)


def cut(data: bytes, announced: int) -> Reply:
    """Less than announced, then the end of the connection."""

    def reply(handler: Handler) -> None:
        handler.head(200, Content_Length=announced)
        handler.wfile.write(data)
        handler.close_connection = True

    return reply


def reset(handler: Handler) -> None:
    """The connection is torn down in the middle of an answer."""
    handler.head(200, Content_Length=100)
    handler.wfile.write(b"1;2")
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.wfile = io.BytesIO()
    handler.close_connection = True


@contextmanager
def serving(site: Site, context: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address where the replies of a site are given, over TLS with a context."""
    handlers = type("Handlers", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handlers)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    with serving(found) as address:
        found.address = address
        yield found


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def web(time: Time) -> Iterator[Web]:
    with OneStep() as session:
        session.trust_env = False
        pace = Pace(now=time.now, sleep=time.sleep, chance=lambda: 0)
        yield Web(session=session, pace=pace, clock=lambda: NOW)


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    return SnapshotStore(tmp_path / "snapshots")


@pytest.fixture
def quick() -> FetchOptions:
    """Little patience, since the server is near."""
    return FetchOptions(connect_timeout=2, read_timeout=0.3, pause=0)


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def office(content_type: str, **members: bytes) -> bytes:
    """The least that is taken for a package of Office."""
    types = f'<?xml version="1.0"?><Types><Override ContentType="{content_type}"/></Types>'
    return packed({"[Content_Types].xml": types.encode(), **members})


XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
