"""Addresses that lead into the network this machine stands in, and not to the public.

A link in somebody's table must not make this machine ask its neighbours: a router, a printer, the
metadata of a cloud. What is public is told by the registers of IANA (RFC 6890), as `ipaddress`
keeps them; names are looked up first, as are the odd spellings of numbers (`127.1`, `0x7f000001`).
"""

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

_NAT64 = "64:ff9b::"


@lru_cache(maxsize=1024)
def is_local(host: str) -> bool:
    """Whether a host is, or its name leads to, an address that is not public.

    One such address among several is enough. A name that nobody knows is not local: asking it
    tells more.
    """
    return any(map(_is_not_public, _addresses(host)))


def _addresses(host: str) -> Iterator[IPv4Address | IPv6Address]:
    try:
        known = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    for one in known:
        yield ip_address(one[4][0])


def _is_not_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _behind_nat64(address)
        if inner is not None:
            return _is_not_public(inner)
    return not address.is_global or address.is_multicast


def _behind_nat64(address: IPv6Address) -> IPv4Address | None:
    """The address of version 4 that a translator (RFC 6052) would ask."""
    number = int(address)
    known = number >> 32 == int(IPv6Address(_NAT64)) >> 32
    return IPv4Address(number & 0xFFFFFFFF) if known else None
