"""HTTP: one address, asked politely, until the whole answer is here or it is clear that none comes.

Only what can heal is tried again: silence, a broken connection, 408, 425, 429 and 5xx
(RFC 9110, section 15). A refusal, a certificate or an endless redirect ends at once.
"""

import io
import math
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from pipeline import __version__
from pipeline.errors import SourceError
from pipeline.parameters.fetching import MIB, FetchOptions
from pipeline.sources.addresses import has_secret, is_web, masked
from pipeline.sources.politeness import Pace, retry_after

USER_AGENT = f"council-open-data-pipeline/{__version__}"

_CHUNK = 64 * 1024
_CODES = {
    401: "source-is-forbidden",
    403: "source-is-forbidden",
    407: "source-is-forbidden",
    451: "source-is-forbidden",
    404: "source-is-gone",
    410: "source-is-gone",
    429: "source-is-busy",
    503: "source-is-busy",
}
_WRONG_ADDRESS = (
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    urllib3.exceptions.LocationValueError,
)
_WHOLE = (200, 203)
_HEALS = (408, 425, 429)


class OneStep(requests.Session):
    """A session that leaves redirects to its caller.

    requests 2.34 reads the whole body of a redirect, of any size, even where it is told not to
    follow (seen 2026-11-23).
    """

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Never follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """What fetching over HTTP needs; one for a whole night."""

    session: OneStep
    pace: Pace
    clock: Callable[[], datetime]
    """Aware UTC."""
    agent: str = USER_AGENT
    """See `user_agent`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the last answer said of itself, to ask whether it still holds (RFC 9110, section 13)."""

    etag: str | None
    last_modified: str | None

    def headers(self) -> dict[str, str]:
        """Of a conditional request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value and value.isprintable()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A whole body."""

    data: bytes
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that the last answer still holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why an attempt gave nothing."""

    code: str
    details: dict[str, str | int]
    heals: bool = False
    """Whether another attempt may succeed."""
    wait: float | None = None
    """Seconds the server asked to wait."""
    cause: Exception | None = None


def user_agent(contact: str = "") -> str:
    """Who asks, for the log of a server.

    Args:
        contact: a mailbox or address where the owner of the server can reach people.
    """
    return f"{USER_AGENT} (+{contact})" if contact else USER_AGENT


@contextmanager
def open_web(clock: Callable[[], datetime], contact: str = "") -> Iterator[Web]:
    """A session and a pace for a whole run; see `user_agent`."""
    with OneStep() as session:
        yield Web(session=session, pace=Pace(), clock=clock, agent=user_agent(contact))


def download(
    address: str, options: FetchOptions, web: Web, validators: Validators | None
) -> Answer | NotModified:
    """Fetch one address.

    Args:
        address: with its secrets, if it has any; errors show it without.
        options: time-outs, limits and patience.
        web: session, pace and clock.
        validators: of the last answer, where it is still kept.

    Raises:
        SourceError: nothing, or not the whole, came in the attempts that are allowed.
    """
    attempt = 1
    outcome = _attempt(address, options, web, validators)
    while isinstance(outcome, Failure) and outcome.heals and attempt < options.attempts:
        if (outcome.wait or 0) > options.longest_wait:
            outcome = _asked_too_long(outcome)
            break
        web.pace.back_off(attempt, options, outcome.wait)
        attempt += 1
        outcome = _attempt(address, options, web, validators)
    if not isinstance(outcome, Failure):
        return outcome
    # The texts of requests quote the address, so they are left out where it holds a secret.
    cause = None if has_secret(address) else outcome.cause
    raise SourceError(
        outcome.code, source=masked(address), attempts=attempt, **outcome.details
    ) from cause


def _asked_too_long(failure: Failure) -> Failure:
    minutes = math.ceil((failure.wait or 0) / 60)
    return Failure(code="source-asks-to-wait", details={"minutes": minutes})


def _attempt(
    address: str, options: FetchOptions, web: Web, validators: Validators | None
) -> Answer | NotModified | Failure:
    try:
        return _follow(address, options, web, validators)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        return failure_of(error)


def _follow(
    address: str, options: FetchOptions, web: Web, validators: Validators | None
) -> Answer | NotModified | Failure:
    current = address
    for _ in range(options.redirects + 1):
        web.pace.keep_distance(host_of(current), options.pause)
        started = web.pace.now()
        with web.session.get(
            current,
            headers=_headers(web, validators),
            timeout=(options.connect_timeout, options.read_timeout),
            allow_redirects=False,
            stream=True,
        ) as response:
            if not response.is_redirect:
                return _judge(response, options, web, started, asked=validators is not None)
            following = destination(current, response.headers["Location"])
        if not is_web(following) or (_is_safe(current) and not _is_safe(following)):
            return Failure(code="source-redirects-elsewhere", details={"target": masked(following)})
        current = following
    return Failure(code="source-redirects-endlessly", details={"limit": options.redirects})


def _headers(web: Web, validators: Validators | None) -> dict[str, str]:
    # Uncompressed, so that Content-Length counts the very bytes that are kept.
    own = {"User-Agent": web.agent, "Accept-Encoding": "identity"}
    return {**own, **(validators.headers() if validators else {})}


def destination(current: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(current, location)
    except ValueError:
        return location


def host_of(address: str) -> str:
    """The host of an address; nothing where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_safe(address: str) -> bool:
    return address.lower().startswith("https://")


def _judge(
    response: requests.Response, options: FetchOptions, web: Web, started: float, *, asked: bool
) -> Answer | NotModified | Failure:
    status = response.status_code
    if status == 304 and asked:
        return NotModified()
    if status not in _WHOLE:
        heals = status in _HEALS or status >= 500
        return Failure(
            code=_CODES.get(status, "source-fails" if heals else "source-refuses"),
            details={"status": str(status)},
            heals=heals,
            wait=retry_after(response.headers.get("Retry-After"), web.clock()),
        )
    return _body(response, options, web, started)


def _body(
    response: requests.Response, options: FetchOptions, web: Web, started: float
) -> Answer | Failure:
    too_large = Failure(code="source-is-too-large", details={"limit": options.size_limit // MIB})
    if _announced(response) > options.size_limit:
        return too_large
    body = io.BytesIO()
    for piece in _pieces(response):
        body.write(piece)
        if body.tell() > options.size_limit:
            return too_large
        if web.pace.now() - started > options.deadline:
            return Failure(
                code="source-is-too-slow", details={"seconds": int(options.deadline)}, heals=True
            )
    return Answer(
        data=body.getvalue(),
        etag=response.headers.get("ETag"),
        last_modified=response.headers.get("Last-Modified"),
    )


def _announced(response: requests.Response) -> int:
    value = response.headers.get("Content-Length", "")
    return int(value) if value.isdecimal() else 0


def _pieces(response: requests.Response) -> Iterator[bytes]:
    # `iter_content` waits until a piece is full, so a body that drips would hold the night for
    # days; `read1` gives what has come. urllib3 itself refuses a body shorter than announced.
    raw: urllib3.HTTPResponse = response.raw
    while piece := raw.read1(_CHUNK, decode_content=True):
        yield piece


def failure_of(error: Exception) -> Failure:
    """Why a request came to nothing."""
    causes = tuple(_chain(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Failure(code="source-certificate-is-bad", details={}, cause=error)
    if isinstance(error, _WRONG_ADDRESS):
        return Failure(code="source-address-is-wrong", details={}, cause=error)
    return Failure(code=_network_code(causes), details={}, heals=True, cause=error)


def _network_code(causes: tuple[BaseException, ...]) -> str:
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "source-host-is-unknown"
    if isinstance(causes[0], requests.Timeout | urllib3.exceptions.TimeoutError):
        return "source-is-silent"
    if isinstance(causes[0], urllib3.exceptions.HTTPError):
        return "source-is-cut-off"
    return "source-is-unreachable"


def _chain(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__ or current.__context__
