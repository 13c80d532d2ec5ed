"""Properties of a file of Office 97-2003: title, author, comment, who saved it last.

[MS-OLEPS] 2.21 (PropertySetStream), 2.18 (PropertySet); [MS-OSHARED] 2.3.3.2.1 names what
stands in them.
"""

import struct
from collections.abc import Iterator

from pipeline.readers.workbooks.compound import small_stream, stream

_STREAM = "\x05SummaryInformation"
_CODEPAGE = 1
_TEXTS = (2, 3, 4, 5, 6, 8)
"""Title, subject, author, keywords, comments, last author."""
_ANSI, _WIDE = 0x1E, 0x1F
_UTF8 = 65001


def summary(data: bytes) -> tuple[str, ...]:
    """The texts among the properties; nothing where there are none or they cannot be followed."""
    for read in (stream, small_stream):
        try:
            return tuple(filter(None, _texts(read(data, _STREAM))))
        except (struct.error, LookupError, ValueError):  # LookupError: no such encoding, too
            continue
    return ()


def _texts(content: bytes) -> Iterator[str]:
    (start,) = struct.unpack_from("<I", content, 44)
    _, count = struct.unpack_from("<II", content, start)
    pairs = (struct.unpack_from("<II", content, start + 8 + 8 * at) for at in range(count))
    places = {name: start + place for name, place in pairs}
    encoding = _encoding(content, places)
    for name in _TEXTS:
        if name in places:
            yield _text(content, places[name], encoding)


def _encoding(content: bytes, places: dict[int, int]) -> str:
    if _CODEPAGE not in places:
        return "cp1251"
    (page,) = struct.unpack_from("<H", content, places[_CODEPAGE] + 4)
    return "utf-8" if page == _UTF8 else f"cp{page}"


def _text(content: bytes, place: int, encoding: str) -> str:
    kind, length = struct.unpack_from("<II", content, place)
    if kind == _WIDE:
        return _decoded(content[place + 8 : place + 8 + 2 * length], "utf-16-le")
    if kind == _ANSI:
        return _decoded(content[place + 8 : place + 8 + length], encoding)
    return ""


def _decoded(letters: bytes, encoding: str) -> str:
    return letters.decode(encoding, "replace").rstrip("\x00").strip()
