"""Comments of an XLS, whose texts stand in records that continue one another."""

import struct

import pytest

from pipeline.parameters.fetching import Kind
from pipeline.readers.beside import Part, UnreadError, asides
from pipeline.readers.workbooks.biff_remarks import remarks
from tests.readers.workbooks.test_biff import book, record

WIDE = "Дзвонити Зразку"


def note(author: str) -> bytes:
    letters = author.encode("utf-16-le")
    return record(0x001C, struct.pack("<HHHHHB", 4, 2, 0, 1, len(author), 1) + letters)


def text(length: int, *pieces: bytes) -> bytes:
    head = record(0x01B6, struct.pack("<HH6xHHH2x", 0x0212, 0, length, 16, 0))
    return head + b"".join(record(0x003C, piece) for piece in pieces)


def wide(letters: str) -> bytes:
    return b"\x01" + letters.encode("utf-16-le")


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([text(len(WIDE), wide(WIDE), b"\0" * 16), note("Автор")], [WIDE, "Автор"]),
        ([text(10, b"\0latin only", b"\0" * 16)], ["latin only"]),
        ([text(len(WIDE), wide(WIDE[:5]), wide(WIDE[5:]))], [WIDE]),
        ([text(8, wide("код "), b"\0only", b"\0" * 16)], ["код only"]),
        ([text(0), record(0x003C, wide("чужий"))], [""]),
        ([text(9, wide("обрив"))], ["обрив"]),
        ([note("")], [""]),
        ([], []),
    ],
    ids=["a comment", "narrow", "in two", "of two widths", "no text", "cut off", "nobody", "none"],
)
def test_texts_of_comments(records: list[bytes], told: list[str]) -> None:
    assert list(remarks(book(*records))) == told


def test_the_guard_gets_them() -> None:
    data = book(text(len(WIDE), wide(WIDE)), note("Автор"))
    told: list[str] = []
    with pytest.raises(UnreadError):  # the workbook of this test has no sheets for calamine
        told.extend(one.text for one in asides(data, Kind.XLS) if one.part is Part.COMMENTS)
    assert told == [WIDE, "Автор"]


@pytest.mark.parametrize(
    "data",
    [b"", b"no workbook", book(record(0x002F, b"\1" * 6)), book(record(0x001C, b"\0" * 4))],
    ids=["nothing", "no container", "enciphered", "cut off"],
)
def test_what_cannot_be_read_is_told(data: bytes) -> None:
    with pytest.raises((LookupError, ValueError, struct.error)):
        list(remarks(data))
    with pytest.raises(UnreadError):
        list(asides(data, Kind.XLS))
