"""What people have written onto the cells of an XLS: comments, their authors, boxes of text.

Source: [MS-XLS] 2.4.329 (TxO) with the Continue records after it, 2.4.179 and 2.5.200 (Note,
NoteSh).
"""

import struct
from collections.abc import Iterator, Sequence

from pipeline.readers.workbooks.compound import small_stream, stream

_NOTE, _TEXT, _CONTINUE, _LOCKED = 0x001C, 0x01B6, 0x003C, 0x002F
_LENGTH = 10
"""Place of the number of letters in a record of a text."""
_AUTHOR = 8
"""Place of the author in a comment."""


def remarks(data: bytes) -> Iterator[str]:
    """Every text of a comment or a box, and every author.

    Raises:
        LookupError: there is no workbook of Excel 97 or later in the file.
        ValueError, struct.error: its records cannot be followed, or are enciphered.
    """
    records = list(_records(_book(data)))
    for at, (kind, content) in enumerate(records):
        if kind == _LOCKED:
            raise ValueError("the workbook is enciphered")
        if kind == _NOTE:
            yield _author(content)
        elif kind == _TEXT:
            (letters,) = struct.unpack_from("<H", content, _LENGTH)
            yield _joined(letters, records, at + 1)


def _book(data: bytes) -> bytes:
    try:
        return stream(data, "Workbook")
    except LookupError:
        return small_stream(data, "Workbook")


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    """All records of all sheets, one after another; filling at the end is none."""
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        if not kind:
            return
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _joined(letters: int, records: Sequence[tuple[int, bytes]], at: int) -> str:
    """A text of so many letters from the records that continue it, each with its own width."""
    text = ""
    while len(text) < letters and at < len(records) and records[at][0] == _CONTINUE:
        text += _decoded(records[at][1])
        at += 1
    return text[:letters]


def _author(content: bytes) -> str:
    (letters,) = struct.unpack_from("<H", content, _AUTHOR)
    return _decoded(content[_AUTHOR + 2 :])[:letters]


def _decoded(content: bytes) -> str:
    """A flag whether letters take two bytes, and the letters."""
    if not content:
        return ""
    return content[1:].decode("utf-16-le" if content[0] & 1 else "latin-1", "replace")
