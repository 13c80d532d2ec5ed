"""Whether an address answers: asked once, politely, and without taking the body.

HEAD first; many servers of councils refuse it or answer it wrongly, so whatever is no success is
asked again with GET, of which only the head is read (RFC 9110, 9.3.1 and 9.3.2). What leads into
the network of this machine, at once or by a redirect, is not asked.
"""

import requests
import urllib3

from pipeline.parameters.fetching import FetchOptions
from pipeline.sources import local_network
from pipeline.sources.addresses import is_web
from pipeline.sources.web import Failure, Web, destination, failure_of, host_of

_GONE = (404, 410)
_FINAL = frozenset({"link-host-is-silent", "link-is-wrong", "link-is-local"})
"""Another method would learn no more."""


def answer(address: str, options: FetchOptions, web: Web) -> Failure | None:
    """Why an address does not answer, or None where it does.

    Args:
        address: of http or https.
        options: time-outs, the pause between two requests to one host, redirects.
        web: session, pace and clock.
    """
    failure = _ask("HEAD", address, options, web)
    if failure is None or failure.code in _FINAL:
        return failure
    return _ask("GET", address, options, web)


def _ask(method: str, address: str, options: FetchOptions, web: Web) -> Failure | None:
    try:
        return _follow(method, address, options, web)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        return _told(failure_of(error))


def _follow(method: str, address: str, options: FetchOptions, web: Web) -> Failure | None:
    current = address
    for _ in range(options.redirects + 1):
        if local_network.is_local(host_of(current)):
            return Failure(code="link-is-local", details={})
        web.pace.keep_distance(host_of(current), options.pause)
        with web.session.request(
            method,
            current,
            headers={"User-Agent": web.agent},
            timeout=(options.connect_timeout, options.read_timeout),
            allow_redirects=False,
            stream=True,
        ) as response:
            if not response.is_redirect:
                return _judged(response.status_code)
            current = destination(current, response.headers["Location"])
        if not is_web(current):
            break
    return Failure(code="link-leads-astray", details={})


def _judged(status: int) -> Failure | None:
    if status < 400:
        return None
    code = "link-is-dead" if status in _GONE else "link-is-refused"
    return Failure(code=code, details={"status": status})


def _told(failure: Failure) -> Failure:
    """Of a network that fails the host is to blame: its other links need not be asked."""
    if failure.code == "source-address-is-wrong":
        return Failure(code="link-is-wrong", details={}, cause=failure.cause)
    if failure.code == "source-is-cut-off":
        return Failure(code="link-breaks-off", details={}, cause=failure.cause)
    return Failure(
        code="link-host-is-silent", details={"reason": failure.code}, cause=failure.cause
    )
