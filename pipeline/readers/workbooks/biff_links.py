"""Where the cells of an XLS lead.

Source: [MS-XLS] 2.4.140 (HLink), [MS-OSHARED] 2.3.7 (hyperlinks and their monikers).
"""

import struct
from collections.abc import Mapping
from uuid import UUID

from pipeline.readers.workbooks.facts import Spot

HLINK = 0x01B8
"""Kind of the record."""
_MONIKER, _LOCATION, _NAMED, _FRAMED, _AS_TEXT = 0x01, 0x08, 0x10, 0x80, 0x100
_URL = UUID("79eac9e0-baf9-11ce-8c82-00aa004ba90b")
_FILE = UUID("00000303-0000-0000-c000-000000000046")
_HEAD = 24
"""The range of cells and the class of the object, before its version."""


def link_of(content: bytes, size: tuple[int, int]) -> Mapping[Spot, tuple[str, ...]]:
    """Cells within `size` rows and columns -> the address that a record gives them.

    Raises:
        ValueError, struct.error: the record is damaged.
    """
    first, last, left, right = struct.unpack_from("<HHHH", content)
    address = _Parts(content, _HEAD).address()
    rows, columns = range(first, min(last + 1, size[0])), range(left, min(right + 1, size[1]))
    return {(row + 1, column): (address,) for row in rows for column in columns if address}


class _Parts:
    """The parts of a link, one after another."""

    def __init__(self, content: bytes, place: int) -> None:
        self._content, self._place = content, place

    def address(self) -> str:
        """The address with the place in it; empty for a place in the workbook itself."""
        _, flags = self._take("<II")
        for flag in (_NAMED, _FRAMED):
            if flags & flag:
                self._text()
        if not flags & _MONIKER:
            return ""
        target = self._text() if flags & _AS_TEXT else self._moniker()
        inside = self._text() if flags & _LOCATION else ""
        return f"{target}#{inside}" if target and inside else target

    def _moniker(self) -> str:
        kind = UUID(bytes_le=self._bytes(16))
        if kind == _URL:
            (length,) = self._take("<I")
            return self._bytes(length).decode("utf-16-le", "replace").partition("\0")[0]
        if kind == _FILE:
            return self._file()
        raise ValueError("an unknown moniker")

    def _file(self) -> str:
        """A path beside the workbook; Windows parts its folders in its own way."""
        up, length = self._take("<HI")
        short = self._bytes(length).partition(b"\0")[0].decode("latin-1")
        self._bytes(24)
        (rest,) = self._take("<I")
        whole = short
        if rest:
            size, _ = self._take("<IH")
            whole = self._bytes(size).decode("utf-16-le")
        return "../" * up + whole.replace("\\", "/")

    def _text(self) -> str:
        (length,) = self._take("<I")
        return self._bytes(2 * length).decode("utf-16-le").partition("\0")[0]

    def _bytes(self, length: int) -> bytes:
        found = self._content[self._place : self._place + length]
        if len(found) < length:
            raise ValueError("a link breaks off")
        self._place += length
        return found

    def _take(self, form: str) -> tuple[int, ...]:
        return struct.unpack(form, self._bytes(struct.calcsize(form)))
