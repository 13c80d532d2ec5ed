"""The side of the proxy that clients talk to: a threaded server that can also tear a connection."""

import socket
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Connection(BaseHTTPRequestHandler):
    """A client's connection, with one request at a time."""

    protocol_version = "HTTP/1.1"
    server: "Listener"

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        with suppress(OSError):
            super().finish()

    @property
    def given(self) -> dict[str, str]:
        """The headers of the client."""
        return dict(self.headers.items())

    @property
    def size(self) -> int:
        """How many bytes the client announced."""
        return int(self.headers.get("Content-Length") or 0)

    def read(self, size: int) -> bytes:
        """The body, or its beginning."""
        return self.rfile.read(size)

    def answer(
        self, status: int, headers: Mapping[str, str], body: bytes, torn_after: int | None
    ) -> None:
        """Send an answer, or the beginning of one."""
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[:torn_after])
        if torn_after is not None:
            self.reset()

    def reset(self) -> None:
        """Close so that the client sees a reset, not an end."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: the proxy records."""

    def _any(self) -> None:
        if self.headers.get("Transfer-Encoding"):
            self.answer(411, {}, b"", None)
            self.close_connection = True
            return
        with suppress(ConnectionError):  # a client that was killed
            self.server.serve(self)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _any  # noqa: N815


class Listener(ThreadingHTTPServer):
    """Takes requests on a free port of 127.0.0.1 until it is closed."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, serve: Callable[[Connection], None]) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.serve = serve
        self.open: set[socket.socket] = set()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Close without the farewell that would turn a reset into an orderly end."""
        self.close_request(request)

    def close(self) -> None:
        """Stop, and leave no client waiting."""
        self.shutdown()
        for connection in self.open.copy():
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()
