"""What an XLS says beside values: hidden rows and columns, comments, errors, links.

Source: [MS-XLS] 2.4.28 (BoundSheet8), 2.4.221 (Row), 2.4.53 (ColInfo), 2.4.179 (Note), 2.4.24
(BoolErr), 2.4.127 (Formula).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.readers.workbooks.biff_formats import TEXT, Formats, cells_of, read_formats
from pipeline.readers.workbooks.biff_links import HLINK, link_of
from pipeline.readers.workbooks.biff_texts import Rich, read_rich
from pipeline.readers.workbooks.compound import stream
from pipeline.readers.workbooks.facts import Facts, Spot

_BEGIN, _END = 0x0809, 0x000A
_SHEET, _ROW, _COLUMNS, _NOTE, _ERROR, _FORMULA = 0x0085, 0x0208, 0x007D, 0x001C, 0x0205, 0x0006
_HIDDEN_ROW = 0x20
_BIFF8 = 0x0600
_RANGE = 8
"""Bytes that say which cells a link is of."""
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def read_biff_facts(data: bytes, name: str, size: tuple[int, int]) -> Facts | None:
    """Facts about the sheet `name`, within `size` rows and columns.

    None for a workbook older than Excel 97, or where its records cannot be followed.
    """
    try:
        book = stream(data, "Workbook")
        start = _start(book, name)
        if not start:
            return None
        formats = read_formats(_records(book, 0))
        shown = _Shown(formats, read_rich(_records(book, 0), formats))
        return _facts(_records(book, start), shown, size)
    except (struct.error, LookupError, ValueError):
        return None


def _start(book: bytes, name: str) -> int:
    """Where the records of a sheet begin; 0: nowhere."""
    for kind, content in _records(book, 0):
        if kind == _BEGIN and struct.unpack_from("<H", content)[0] != _BIFF8:
            return 0
        if kind == _SHEET and _text(content[6:]) == name:
            return int(struct.unpack_from("<I", content)[0])
    return 0


def _text(content: bytes) -> str:
    """A short string: its length, whether letters take two bytes, the letters."""
    length, is_wide = content[0], content[1] & 1
    letters = content[2 : 2 + length * (1 + is_wide)]
    return letters.decode("utf-16-le" if is_wide else "latin-1")


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Records from a beginning to its end; those of charts in between are passed over."""
    depth = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 1:
            yield kind, book[place + 4 : place + 4 + length]
        if depth == 0:
            return
        place += 4 + length


def _facts(records: Iterator[tuple[int, bytes]], shown: "_Shown", size: tuple[int, int]) -> Facts:
    rows: set[int] = set()
    columns: set[int] = set()
    notes: set[Spot] = set()
    errors: dict[Spot, str] = {}
    links: dict[Spot, tuple[str, ...]] = {}
    lost: set[Spot] = set()
    for kind, content in records:
        shown.take(kind, content)
        if kind == _ROW and content[12] & _HIDDEN_ROW:
            rows.add(struct.unpack_from("<H", content)[0] + 1)
        elif kind == _COLUMNS and content[8] & 1:
            first, last = struct.unpack_from("<HH", content)
            columns |= set(range(first, min(last + 1, size[1])))
        elif kind == _NOTE:
            notes.add(_spot(content))
        elif kind in (_ERROR, _FORMULA) and (text := _error(kind, content)):
            errors[_spot(content)] = text
        elif kind == HLINK:
            _take_link(content, size, links, lost)
    return Facts(
        links=links,
        lost_links=frozenset(lost),
        errors=errors,
        widths=shown.widths,
        percents=frozenset(shown.percents),
        struck=shown.struck,
        texts=shown.texts,
        comments=frozenset(spot for spot in notes if spot[0] <= size[0] and spot[1] < size[1]),
        hidden_rows=frozenset(line for line in rows if line <= size[0]),
        hidden_columns=frozenset(columns),
    )


@dataclass(slots=True)
class _Shown:
    """How cells are shown, so far."""

    formats: Formats
    rich: Mapping[int, Rich]
    texts: dict[Spot, str] = field(default_factory=dict)
    widths: dict[Spot, int] = field(default_factory=dict)
    percents: set[Spot] = field(default_factory=set)
    struck: dict[Spot, str] = field(default_factory=dict)

    def take(self, kind: int, content: bytes) -> None:
        """Learn the cells of one record; those of a style that is not there are as any."""
        if kind == TEXT:
            self._take_text(content)
        for spot, style, is_number in cells_of(kind, content):
            if style < len(self.formats.styles):
                self._take_style(spot, style, is_number=is_number)

    def _take_text(self, content: bytes) -> None:
        rich = self.rich.get(struct.unpack_from("<I", content, 6)[0], Rich("", ""))
        if rich.shown:
            self.texts[_spot(content)] = rich.shown
        if rich.struck:
            self.struck[_spot(content)] = rich.struck

    def _take_style(self, spot: Spot, style: int, *, is_number: bool) -> None:
        if is_number and (width := self.formats.width(style)):
            self.widths[spot] = width
        if is_number and self.formats.is_percent(style):
            self.percents.add(spot)
        if self.formats.is_struck(style):
            self.struck[spot] = ""


def _take_link(
    content: bytes, size: tuple[int, int], links: dict[Spot, tuple[str, ...]], lost: set[Spot]
) -> None:
    """A link that cannot be followed costs no more than itself."""
    try:
        links |= link_of(content, size)
    except (ValueError, struct.error):
        if len(content) >= _RANGE:
            row, _, column = struct.unpack_from("<HHH", content)
            lost.add((row + 1, column))


def _spot(content: bytes) -> Spot:
    row, column = struct.unpack_from("<HH", content)
    return row + 1, column


def _error(kind: int, content: bytes) -> str:
    """The error that a cell shows, or its formula results in; empty where it is none."""
    if kind == _ERROR:
        value, is_error = content[6], content[7]
    else:
        # The result of a formula that is no number ends in FFFF and begins with its kind.
        is_error = content[12:14] == b"\xff\xff" and content[6] == 2
        value = content[8]
    return _ERRORS.get(value, "#") if is_error else ""
