"""The container of an XLS, looked at before a library opens it: its chains of sectors must end.

[MS-CFB] 2.2-2.6: the file is cut into sectors, and a table says for each which one follows. A chain
that leads back to itself makes python-calamine 0.9 ask for memory until the process is killed.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.errors import SourceError

_LAST_REGULAR = 0xFFFFFFFA
_ENTRY = 128
_ROOT = 5
_PIECE = 64
"""Bytes of a small sector."""
_SMALL = 4096
"""Bytes: shorter streams stand in small sectors, which have a table of their own."""


def refuse_endless(data: bytes, source: str) -> None:
    """Refuse a file of which a chain of sectors has no end.

    Raises:
        SourceError: it is damaged.
    """
    try:
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise ValueError("the size of sectors is none of the two that there are")
        _follow_all(data, 1 << shift)
    except (struct.error, ValueError) as error:
        raise SourceError("workbook-is-damaged", source=source) from error


def stream(data: bytes, name: str) -> bytes:
    """The bytes of a stream as long as a workbook is.

    Raises:
        LookupError: there is no stream of that name, or it stands in small sectors.
        ValueError: a chain has no end.
    """
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    table = _table(data, size)
    for found in _entries(data, table, size):
        if found.name == name and not found.is_small:
            content = (_sector(data, number, size) for number in _chain(found.start, table))
            return b"".join(content)[: found.length]
    raise LookupError(name)


def small_stream(data: bytes, name: str) -> bytes:
    """The bytes of a stream shorter than 4096 bytes; those stand together in that of the root.

    Raises:
        LookupError: there is no stream of that name, or it is long.
        ValueError: a chain has no end.
    """
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    table = _table(data, size)
    entries = list(_entries(data, table, size))
    found = next((one for one in entries if one.name == name and one.is_small), None)
    if found is None or not entries:
        raise LookupError(name)
    whole = b"".join(_sector(data, number, size) for number in _chain(entries[0].start, table))
    (start,) = struct.unpack_from("<I", data, 60)
    small = _words(_sector(data, number, size) for number in _chain(start, table))
    pieces = (whole[at * _PIECE : (at + 1) * _PIECE] for at in _chain(found.start, small))
    return b"".join(pieces)[: found.length]


class _Entry(NamedTuple):
    """An entry of the directory."""

    name: str
    start: int
    length: int
    is_small: bool


def _follow_all(data: bytes, size: int) -> None:
    table = _table(data, size)
    (start,) = struct.unpack_from("<I", data, 60)
    small = _words(_sector(data, number, size) for number in _chain(start, table))
    for entry in _entries(data, table, size):
        for _ in _chain(entry.start, small if entry.is_small else table):
            pass


def _table(data: bytes, size: int) -> list[int]:
    """Sector -> the next one."""
    return _words(_sector(data, number, size) for number in _table_sectors(data, size))


def _entries(data: bytes, table: Sequence[int], size: int) -> Iterator[_Entry]:
    (directory,) = struct.unpack_from("<I", data, 48)
    entries = b"".join(_sector(data, number, size) for number in _chain(directory, table))
    for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        letters, kind = struct.unpack_from("<HB", entries, place + 64)
        start, length = struct.unpack_from("<II", entries, place + 116)
        name = entries[place : place + max(min(letters, 64) - 2, 0)]
        yield _Entry(
            name=name.decode("utf-16-le", "replace"),
            start=start,
            length=length,
            is_small=length < _SMALL and kind != _ROOT,
        )


def _table_sectors(data: bytes, size: int) -> Iterator[int]:
    """The sectors that hold the table: the first 109 in the header, others in a chain of lists."""
    yield from _regular(struct.unpack_from("<109I", data, 76))
    (sector,) = struct.unpack_from("<I", data, 68)
    for _ in range(len(data) // size):
        if sector > _LAST_REGULAR:
            return
        *listed, sector = struct.unpack(f"<{size // 4}I", _sector(data, sector, size))
        yield from _regular(listed)
    raise ValueError("the list of the table has no end")


def _chain(start: int, table: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain; it leaves the table where the file was cut off."""
    sector = start
    for _ in range(len(table) + 1):
        if sector >= len(table):
            return
        yield sector
        sector = table[sector]
    raise ValueError("a chain has no end")


def _regular(sectors: Sequence[int]) -> list[int]:
    return [sector for sector in sectors if sector <= _LAST_REGULAR]


def _words(sectors: Iterator[bytes]) -> list[int]:
    whole = b"".join(sectors)
    return list(struct.unpack_from(f"<{len(whole) // 4}I", whole))


def _sector(data: bytes, sector: int, size: int) -> bytes:
    start = (sector + 1) * size
    return data[start : start + size]
