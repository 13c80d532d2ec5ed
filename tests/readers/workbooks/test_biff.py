"""What an XLS says beside values, from records written here and from a real workbook."""

import struct
from pathlib import Path
from uuid import UUID

import pytest

from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.spreadsheet import read
from pipeline.readers.workbooks.biff import read_biff_facts
from tests.builders import snapshot
from tests.readers.workbooks.test_compound import END, TABLE, container, entry

BIFF8, BIFF5 = 0x0600, 0x0500
SIZE = (100, 20)


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def begin(version: int = BIFF8) -> bytes:
    return record(0x0809, struct.pack("<HH12x", version, 0x10))


ENDED = record(0x000A)


def row(number: int, flags: int) -> bytes:
    return record(0x0208, struct.pack("<HHHHHHHH", number, 0, 5, 255, 0, 0, flags, 0))


def bound(start: int, name: str) -> bytes:
    letters = name.encode("utf-16-le")
    return record(0x0085, struct.pack("<IBBBB", start, 0, 0, len(name), 1) + letters)


def book(*records: bytes, version: int = BIFF8, styles: bytes = b"") -> bytes:
    """A workbook with a first sheet of its own and a second one with these records."""
    names = ("Перший", "Другий")
    head = len(begin() + b"".join(bound(0, name) for name in names) + styles + ENDED)
    first = begin() + row(7, 0x20) + ENDED
    starts = (head, head + len(first))
    sheets = b"".join(bound(at, name) for at, name in zip(starts, names, strict=True))
    content = begin(version) + sheets + styles + ENDED + first + begin() + b"".join(records) + ENDED
    whole = content.ljust(4608, b"\0")
    name = "Workbook".encode("utf-16-le")
    directory = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2)
    directory += entry(2, len(whole))[66:]
    chain = [TABLE, END, *range(3, 11), END]
    return container(chain, directory=1, content=directory.ljust(512, b"\0") + whole)


def style(font: int, number: int) -> bytes:
    return record(0x00E0, struct.pack("<HH16x", font, number))


def font(*, struck: bool = False, above: int = 0) -> bytes:
    return record(0x0031, struct.pack("<HH4xH4xBB", 200, 8 if struck else 0, above, 0, 0))


def number_format(number: int, text: str) -> bytes:
    return record(0x041E, struct.pack("<HHB", number, len(text), 0) + text.encode("latin-1"))


STYLES = b"".join(
    [
        *(font() for _ in range(4)),
        font(struck=True),  # its index is 5: none has the index 4
        number_format(164, "00000000"),
        number_format(165, "0.0%"),
        style(0, 0),
        style(0, 164),
        style(0, 9),
        style(0, 165),
        style(5, 0),
    ]
)


def test_how_cells_are_shown() -> None:
    many = struct.pack("<HHHIHIH", 5, 2, 1, 0, 3, 0, 3)
    data = book(
        record(0x0203, struct.pack("<HHHd", 1, 0, 1, 3334455.0)),
        record(0x027E, struct.pack("<HHHI", 2, 0, 2, 0)),
        record(0x00FD, struct.pack("<HHHI", 3, 1, 4, 0)),
        record(0x00FD, struct.pack("<HHHI", 4, 1, 2, 0)),
        record(0x0203, struct.pack("<HHHd", 7, 0, 99, 1.0)),
        record(0x00BD, many),
        styles=STYLES,
    )
    facts = read_biff_facts(data, "Другий", SIZE)
    assert facts is not None
    assert facts.widths == {(2, 0): 8, (6, 2): 8}
    assert facts.percents == {(3, 0), (6, 3)}
    assert facts.struck == {(4, 1): ""}


def rich(text: str, *runs: tuple[int, int]) -> bytes:
    head = struct.pack("<HBH", len(text), 0x09, len(runs))
    return head + text.encode("utf-16-le") + b"".join(struct.pack("<HH", *run) for run in runs)


def test_texts_with_several_formats() -> None:
    fonts = b"".join([*(font() for _ in range(4)), font(struck=True), font(above=1)])
    plain = struct.pack("<HB", 2, 0) + b"ab"
    first, second = rich("буд. 52", (6, 6)), rich("старе нове", (0, 5), (6, 0))
    whole = struct.pack("<II", 3, 3) + plain + first + second
    # The last text is broken after three letters; the record that continues it says its width anew.
    cut = len(whole) - len(second) + 5 + 6
    table = record(0x00FC, whole[:cut]) + record(0x003C, b"\x01" + whole[cut:])
    labels = (record(0x00FD, struct.pack("<HHHI", at, 0, 0, at)) for at in range(3))
    data = book(*labels, styles=fonts + style(0, 0) + table)
    facts = read_biff_facts(data, "Другий", SIZE)
    assert facts is not None
    assert facts.texts == {(2, 0): "буд. 5²"}
    assert facts.struck == {(3, 0): "старе "}


def test_hidden_rows_and_columns_comments_and_errors() -> None:
    chart = begin() + row(1, 0x20) + ENDED
    data = book(
        row(2, 0x20),
        row(3, 0x100),
        row(500, 0x20),
        record(0x007D, struct.pack("<HHHHH2x", 1, 300, 0, 0, 1)),
        record(0x007D, struct.pack("<HHHHH2x", 0, 0, 0, 0, 0)),
        chart,
        record(0x001C, struct.pack("<HHHH", 4, 2, 0, 1)),
        record(0x0205, struct.pack("<HHHBB", 5, 1, 0, 0x07, 1)),
        record(0x0205, struct.pack("<HHHBB", 5, 2, 0, 1, 0)),
        record(0x0006, struct.pack("<HHHBxBxxxHHI", 6, 0, 0, 2, 0x17, 0xFFFF, 0, 0)),
        record(0x0006, struct.pack("<HHHdHI", 6, 1, 0, 2.5, 0, 0)),
    )
    facts = read_biff_facts(data, "Другий", SIZE)
    assert facts is not None
    assert facts.hidden_rows == {3}
    assert facts.hidden_columns == set(range(1, 20))
    assert facts.comments == {(5, 2)}
    assert facts.errors == {(6, 1): "#DIV/0!", (7, 0): "#REF!"}


@pytest.mark.parametrize(
    ("data", "name"),
    [(book(), "Третій"), (book(version=BIFF5), "Другий"), (container([TABLE]), "Другий")],
    ids=["no such sheet", "older than Excel 97", "no workbook"],
)
def test_what_cannot_be_known(data: bytes, name: str) -> None:
    assert read_biff_facts(data, name, SIZE) is None


def test_a_row_hidden_in_a_real_workbook(inputs: Path) -> None:
    data = bytearray((inputs / "tables/17a-derzhstat-population-2017-12.xls").read_bytes())
    sixth = data.index(struct.pack("<HHH", 0x0208, 16, 5))
    data[sixth + 4 + 12] |= 0x20
    options = SpreadsheetOptions(format="xls", header_row=3, header_rows=2)
    table = read(bytes(data), snapshot(address="t.xls"), options)
    (found,) = [item for item in table.findings if item.code == "rows-are-hidden"]
    assert found.details == {"count": 1, "rows": "6", "read": "yes"}


def text_of_link(text: str) -> bytes:
    return struct.pack("<I", len(text) + 1) + f"{text}\0".encode("utf-16-le")


def link(flags: int, *parts: bytes, cells: tuple[int, int, int, int] = (2, 3, 1, 1)) -> bytes:
    head = struct.pack("<HHHH", *cells) + bytes(16) + struct.pack("<II", 2, flags)
    return record(0x01B8, head + b"".join(parts))


URL = UUID("79eac9e0-baf9-11ce-8c82-00aa004ba90b").bytes_le
FILE = UUID("00000303-0000-0000-c000-000000000046").bytes_le


def url(address: str) -> bytes:
    letters = f"{address}\0".encode("utf-16-le")
    return URL + struct.pack("<I", len(letters)) + letters


def file(path: str, up: int = 0) -> bytes:
    short, wide = b"short.doc\0", path.encode("utf-16-le")
    unicode = struct.pack("<IIH", len(wide) + 6, len(wide), 3) + wide
    return FILE + struct.pack("<HI", up, len(short)) + short + bytes(24) + unicode


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (link(0x03, url("https://rada.example/1")), "https://rada.example/1"),
        (link(0x17, text_of_link("Акт"), url("https://rada.example/1")), "https://rada.example/1"),
        (
            link(0x0B, url("https://rada.example/1"), text_of_link("п2")),
            "https://rada.example/1#п2",
        ),
        (link(0x01, file("акти\\1.doc", up=1)), "../акти/1.doc"),
        (link(0x101, text_of_link("акти/1.doc")), "акти/1.doc"),
    ],
    ids=["address", "named", "place inside", "file", "as text"],
)
def test_links_of_cells(made: bytes, address: str) -> None:
    facts = read_biff_facts(book(made), "Другий", SIZE)
    assert facts is not None
    assert facts.links == {(3, 1): (address,), (4, 1): (address,)}


def test_a_link_inside_the_workbook_leads_nowhere() -> None:
    facts = read_biff_facts(book(link(0x08, text_of_link("Перший!A1"))), "Другий", SIZE)
    assert facts is not None
    assert facts.links == {}


@pytest.mark.parametrize(
    "made",
    [link(0x03, url("https://rada.example/1")[:-9]), link(0x03, bytes(40))],
    ids=["broken off", "unknown moniker"],
)
def test_a_damaged_link_is_lost_alone(made: bytes) -> None:
    facts = read_biff_facts(book(row(2, 0x20), made), "Другий", SIZE)
    assert facts is not None
    assert facts.links == {}
    assert facts.lost_links == {(3, 1)}
    assert facts.hidden_rows == {3}


def test_a_link_of_no_cells_is_passed_over() -> None:
    facts = read_biff_facts(book(record(0x01B8, b"1")), "Другий", SIZE)
    assert facts is not None
    assert (facts.links, facts.lost_links) == ({}, frozenset())
