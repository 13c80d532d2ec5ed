"""Addresses on a page: absolute, in ASCII, and out of the wrapping of the platform's counter."""

import base64
import binascii
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

_WEB = ("http", "https", "ftp")
# vlada.pp.ua counts clicks: `/goto/<base64 of the true address>/` (seen 2026-11).
_WRAPPED = re.compile(r"/goto/(?P<hidden>[\w+/=-]{8,}?)/?$")
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_BREAKS = re.compile(r"[\t\r\n]")
# What would come out as it went in, as most links of a page do.
_WHOLE = re.compile(r"https?://[a-z\d.-]+/[A-Za-z\d/%:@!$&'()*+,=~._-]*", re.ASCII)


def absolute(address: str, base: str) -> str | None:
    """The address as a whole, in ASCII.

    Returns:
        None where it leads to no page (a script, a mailbox, a place on the same page), the empty
        string where it is relative and there is no base, or where nobody can read it.
    """
    if _WHOLE.fullmatch(address):
        return address
    compact = _BREAKS.sub("", address.strip())
    if not compact or compact.startswith("#"):
        return None
    if ":" in compact.split("/")[0] and compact.split(":")[0].lower() not in _WEB:
        return None
    try:
        whole = urljoin(base, compact)
        return _ascii(whole) if urlsplit(whole).netloc else ""
    except ValueError:  # `http://[x`, or a host that is no name in any alphabet
        return ""


def followed(written: str, base: str) -> str | None:
    """Where the link of a cell leads, out of the wrapping of counters.

    Returns:
        The whole address, as it is written where it is only relative; None where it leads to no
        page.
    """
    address = absolute(written, base)
    if address is None:
        return None
    return (unwrapped(address) or address) if address else written.strip()


def unwrapped(address: str) -> str | None:
    """The true address behind a counter; None where what stands there is no address."""
    match = _WRAPPED.search(urlsplit(address).path) if "/goto/" in address else None
    if match is None:
        return address
    hidden = match["hidden"].replace("-", "+").replace("_", "/").rstrip("=")
    try:
        text = base64.b64decode(hidden + "=" * (-len(hidden) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return absolute(text, "") or None


def _ascii(address: str) -> str:
    parts = urlsplit(address)
    host = parts.netloc
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    path = quote(parts.path, safe=_SAFE_PATH)
    query = quote(parts.query, safe=_SAFE_PATH + "?")
    return urlunsplit((parts.scheme, host, path, query, quote(parts.fragment, safe=_SAFE_PATH)))
