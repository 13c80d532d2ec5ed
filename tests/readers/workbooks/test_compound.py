"""The container of an XLS: chains of sectors that end, and such that do not."""

import struct
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.readers.workbooks.compound import refuse_endless

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(
    follows: list[int],
    *,
    directory: int = END,
    small: int = END,
    lists: int = END,
    shift: int = 9,
    content: bytes = b"",
) -> bytes:
    """A file of 512-byte sectors; the first one is the table of which sector follows which."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHH", head, 26, 3, 0xFFFE, shift)
    struct.pack_into("<I", head, 48, directory)
    struct.pack_into("<I", head, 60, small)
    struct.pack_into("<I", head, 68, lists)
    struct.pack_into("<109I", head, 76, 0, *[FREE] * 108)
    table = struct.pack("<128I", *follows, *[FREE] * (128 - len(follows)))
    return bytes(head) + table + content.ljust(512 * (len(follows) - 1), b"\0")


def entry(start: int, length: int, kind: int = 2) -> bytes:
    """The entry of a stream in the directory."""
    return struct.pack("<66xB49xII4x", kind, start, length)


def test_chains_that_end_are_let_through() -> None:
    refuse_endless(container([TABLE, 2, 3, END]), "t.xls")
    whole = entry(2, 5000) + entry(0, 100)
    refuse_endless(container([TABLE, END, 3, END], directory=1, content=whole), "t.xls")


ENDLESS = {
    "the directory": container([TABLE, 2, 1], directory=1),
    "a stream": container([TABLE, END, 2], directory=1, content=entry(2, 5000)),
    "the stream of small sectors": container(
        [TABLE, END, 3, 2], directory=1, content=entry(2, 100, kind=5)
    ),
    "a small stream": container(
        [TABLE, END, END],
        directory=1,
        small=2,
        content=entry(0, 100).ljust(512, b"\0") + struct.pack("<I", 0),
    ),
    "the table of small sectors": container([TABLE, END, 3, 2], small=2),
    "the list of the table": container([TABLE], lists=1) + struct.pack("<128I", *[FREE] * 127, 1),
    "sectors of no size that there is": container([TABLE], shift=40),
    "a header alone": container([TABLE])[:200],
}


@pytest.mark.parametrize("data", ENDLESS.values(), ids=ENDLESS)
def test_chains_without_an_end_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        refuse_endless(data, "t.xls")
    assert caught.value.code == "workbook-is-damaged"
    assert "t.xls" in caught.value.message("uk")


def test_the_real_one_is_let_through(inputs: Path) -> None:
    data = (inputs / "tables" / "17a-derzhstat-population-2017-12.xls").read_bytes()
    refuse_endless(data, "t.xls")
