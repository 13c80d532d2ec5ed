"""Faults that a proxy makes before a portal: where they strike, how, how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.portal.proxy import After, Before, Proxy, Request, Response

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
