"""Formats of cells of an XLS that change what a number or a text says.

Source: [MS-XLS] 2.4.122 (Font), 2.4.126 (Format), 2.4.353 (XF), 2.5.130 (FontIndex), 2.4.180
(Number), 2.4.220 (RK), 2.4.175 (MulRk), 2.4.149 (LabelSst), 2.4.127 (Formula).
"""

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

_FONT, _FORMAT, _XF = 0x0031, 0x041E, 0x00E0
_NUMBER, _RK, _MANY, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
TEXT = 0x00FD
"""A cell with a text of the table of strings."""
_STRUCK = 0x08
_ABOVE = 1
_NO_FONT = 4
"""The index that no font has."""
_PERCENTS = {9, 10}
"""Built-in formats (2.5.165)."""
_ZEROS = re.compile(r"(0{2,})(;.*)?")

Spot = tuple[int, int]


@dataclass(slots=True)
class Formats:
    """The styles of a workbook, by their numbers."""

    struck: list[bool] = field(default_factory=list)
    """Of each font: whether it crosses out."""
    raised: list[bool] = field(default_factory=list)
    """Of each font: whether it stands above the line."""
    written: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    """Font and format of each style of cells."""

    def width(self, style: int) -> int:
        """Digits that a number is shown with; 0 where zeros in front are not shown."""
        match = _ZEROS.fullmatch(self.written.get(self.styles[style][1], ""))
        return len(match[1]) if match else 0

    def is_percent(self, style: int) -> bool:
        """Whether numbers are shown as percents."""
        number = self.styles[style][1]
        return number in _PERCENTS or "%" in self.written.get(number, "")

    def is_struck(self, style: int) -> bool:
        """Whether texts are crossed out."""
        return self.is_font_struck(self.styles[style][0])

    def is_font_struck(self, font: int) -> bool:
        """Whether a font crosses out."""
        return _of_font(self.struck, font)

    def is_raised(self, font: int) -> bool:
        """Whether a font stands above the line."""
        return _of_font(self.raised, font)


def _of_font(known: Sequence[bool], font: int) -> bool:
    place = font - (font > _NO_FONT)
    return place < len(known) and known[place]


def read_formats(records: Iterable[tuple[int, bytes]]) -> Formats:
    """The styles that the records before the sheets tell."""
    formats = Formats()
    for kind, content in records:
        if kind == _FONT:
            formats.struck.append(bool(content[2] & _STRUCK))
            formats.raised.append(content[8] == _ABOVE)
        elif kind == _FORMAT:
            number, length, is_wide = struct.unpack_from("<HHB", content)
            letters = content[5 : 5 + length * (1 + (is_wide & 1))]
            formats.written[number] = letters.decode("utf-16-le" if is_wide & 1 else "latin-1")
        elif kind == _XF:
            formats.styles.append(struct.unpack_from("<HH", content))
    return formats


def cells_of(kind: int, content: bytes) -> Iterator[tuple[Spot, int, bool]]:
    """Place and style of the cells of a record, and whether they are numbers."""
    if kind in (_NUMBER, _RK, TEXT, _FORMULA):
        row, column, style = struct.unpack_from("<HHH", content)
        # The result of a formula that is no number ends in FFFF.
        is_number = kind in (_NUMBER, _RK) or (kind == _FORMULA and content[12:14] != b"\xff\xff")
        yield (row + 1, column), style, is_number
    elif kind == _MANY:
        row, first = struct.unpack_from("<HH", content)
        for at, place in enumerate(range(4, len(content) - 2, 6)):
            yield (row + 1, first + at), struct.unpack_from("<H", content, place)[0], True
