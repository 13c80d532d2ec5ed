"""The container of an XLS, looked at before a library opens it: its chains of sectors must end.

[MS-CFB] 2.2-2.3: the file is cut into sectors, and a table says for each which one follows. A chain
that leads back to itself makes python-calamine 0.9 ask for memory until the process is killed.
"""

import struct
from collections.abc import Iterable, Iterator

from pipeline.errors import SourceError

_LAST_REGULAR = 0xFFFFFFFA


def refuse_endless(data: bytes, source: str) -> None:
    """Refuse a file of which a chain of sectors has no end.

    Raises:
        SourceError: it is damaged.
    """
    try:
        table = _table(data)
        (shift,) = struct.unpack_from("<H", data, 30)
        small = _small_table(data, table, 1 << shift)
    except (struct.error, ValueError) as error:
        raise SourceError("workbook-is-damaged", source=source) from error
    if _has_circle(table) or _has_circle(small):
        raise SourceError("workbook-is-damaged", source=source)


def _table(data: bytes) -> list[int]:
    """Sector -> the next one, for every sector of the file."""
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise ValueError("the size of sectors is none of the two that there are")
    size = 1 << shift
    table: list[int] = []
    for sector in _table_sectors(data, size):
        content = _sector(data, sector, size)
        table += struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
    return table[: len(data) // size + 1]


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


def _small_table(data: bytes, table: list[int], size: int) -> list[int]:
    """The same for small sectors; their table stands in a chain of ordinary ones."""
    (sector,) = struct.unpack_from("<I", data, 60)
    small: list[int] = []
    for _ in range(len(table) + 1):
        if sector > _LAST_REGULAR or sector >= len(table):
            return small
        content = _sector(data, sector, size)
        small += struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
        sector = table[sector]
    raise ValueError("the table of small sectors has no end")


def _regular(sectors: Iterable[int]) -> list[int]:
    return [sector for sector in sectors if sector <= _LAST_REGULAR]


def _sector(data: bytes, sector: int, size: int) -> bytes:
    start = (sector + 1) * size
    return data[start : start + size]


def _has_circle(table: list[int]) -> bool:
    """Whether following the table from some sector never ends."""
    ends = bytearray(len(table))
    for start in range(len(table)):
        path = []
        sector = start
        while sector < len(table) and not ends[sector]:
            ends[sector] = 2
            path.append(sector)
            sector = table[sector]
        if sector < len(table) and ends[sector] == 2:
            return True
        for passed in path:
            ends[passed] = 1
    return False
