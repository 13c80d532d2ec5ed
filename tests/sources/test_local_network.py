"""What leads into the network of this machine is known before it is asked, after DNS too."""

import socket
from typing import Any

import pytest

from pipeline.sources.local_network import is_local

LOCAL = (
    "127.0.0.1", "127.1", "0x7f000001", "2130706433", "localhost", "10.0.0.1", "172.16.5.5",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "0", "224.0.0.1", "255.255.255.255",
    "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
)  # fmt: skip


@pytest.mark.parametrize("host", LOCAL)
def test_addresses_of_the_local_network(host: str) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses(host: str) -> None:
    assert not is_local(host)


@pytest.mark.parametrize(
    ("known", "local"),
    [(["10.0.0.1"], True), (["8.8.8.8"], False), (["8.8.8.8", "::1"], True), ([], False)],
)
def test_a_name_is_looked_up(
    monkeypatch: pytest.MonkeyPatch, known: list[str], local: bool
) -> None:
    def found(*_: object, **__: object) -> list[Any]:
        if not known:
            raise socket.gaierror
        return [(0, 0, 0, "", (one, 0)) for one in known]

    is_local.cache_clear()
    monkeypatch.setattr(socket, "getaddrinfo", found)
    assert is_local("rada.example") is local
    is_local.cache_clear()
