"""Texts of an XLS that have several formats: figures above the line, parts that are crossed out.

Source: [MS-XLS] 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString), 2.4.58 (Continue).
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.readers.raised import raised
from pipeline.readers.workbooks.biff_formats import Formats

_TABLE, _CONTINUE = 0x00FC, 0x003C
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08

_Run = tuple[int, int]
"""Where a format begins, and its font."""


class Rich(NamedTuple):
    """A text with several formats."""

    shown: str
    """With figures above the line in the signs for them; empty where it has none."""
    struck: str
    """What of it is crossed out."""


def read_rich(records: Iterable[tuple[int, bytes]], formats: Formats) -> Mapping[int, Rich]:
    """The texts whose formats change what they say, by their numbers in the table of strings."""
    if not any(formats.struck) and not any(formats.raised):
        return {}  # as most
    parts = list(_table(records))
    if not parts:
        return {}
    found = ((at, _rich(text, runs, formats)) for at, (text, runs) in enumerate(_strings(parts)))
    return {at: rich for at, rich in found if rich.shown or rich.struck}


def _table(records: Iterable[tuple[int, bytes]]) -> Iterator[bytes]:
    inside = False
    for kind, content in records:
        inside = kind == _TABLE or (inside and kind == _CONTINUE)
        if inside:
            yield content


@dataclass(slots=True)
class _Reader:
    """A place in the table, which goes on in further records."""

    parts: Sequence[bytes]
    part: int = 0
    at: int = 0

    def left(self) -> int:
        """Bytes of this record; the next one is opened where there are none."""
        if self.at == len(self.parts[self.part]) and self.part + 1 < len(self.parts):
            self.part, self.at = self.part + 1, 0
        return len(self.parts[self.part]) - self.at

    def take(self, length: int) -> bytes:
        """So many bytes, of as many records as they stand in."""
        found = b""
        while len(found) < length:
            if not self.left():
                raise ValueError("the table of strings is cut off")
            piece = self.parts[self.part][self.at : self.at + length - len(found)]
            found, self.at = found + piece, self.at + len(piece)
        return found

    def letters(self, count: int, flags: int) -> str:
        """A text; where a record continues it, a byte says anew whether letters take two."""
        text, part = "", self.part
        while len(text) < count:
            if not self.left():
                raise ValueError("the table of strings is cut off")
            if self.part != part:
                flags, part = self.take(1)[0], self.part
            size = 1 + (flags & _WIDE)
            found = self.take(min(self.left() // size, count - len(text)) * size)
            # A letter of two units is no letter of Ukrainian; runs count units.
            text += "".join(map(chr, struct.unpack(f"<{len(found) // size}{' BH'[size]}", found)))
        return text


def _strings(parts: Sequence[bytes]) -> Iterator[tuple[str, list[_Run]]]:
    reader = _Reader(parts)
    _, count = struct.unpack("<II", reader.take(8))
    for _ in range(count):
        length, flags = struct.unpack("<HB", reader.take(3))
        runs = struct.unpack("<H", reader.take(2))[0] if flags & _RICH else 0
        more = struct.unpack("<I", reader.take(4))[0] if flags & _EXTENDED else 0
        text = reader.letters(length, flags)
        yield text, [struct.unpack("<HH", reader.take(4)) for _ in range(runs)]
        reader.take(more)


def _rich(text: str, runs: Sequence[_Run], formats: Formats) -> Rich:
    ends = [start for start, _ in runs[1:]] + [len(text)]
    pieces = [(text[start:end], font) for (start, font), end in zip(runs, ends, strict=False)]
    first = text[: runs[0][0]] if runs else text
    above = [raised(piece) if formats.is_raised(font) else piece for piece, font in pieces]
    shown = "".join([first, *above])
    struck = "".join(piece for piece, font in pieces if formats.is_font_struck(font))
    return Rich(shown=shown if shown != text else "", struck=struck)
