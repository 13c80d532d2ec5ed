"""Records as Python's reader of CSV splits them, with the place in bytes where each ends.

It is the reader that frictionless uses, so that any quoting is split as there; only slower.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.validation.columnar.quoting import Places

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

# Encodings in which the bytes of ASCII are always letters of ASCII, never a part of another one.
ENCODINGS = frozenset(
    {"utf-8", "utf-8-sig", "ascii", "koi8-r", "koi8-u", "cp866", "cp855", "mac-cyrillic"}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {f"iso8859-{number}" for number in (*range(1, 12), *range(13, 17))}
)


@dataclass(frozen=True)
class Way:
    """How text and cells are made of bytes; the mark of byte order is no part of a record."""

    encoding: str
    dialect: type[csv.Dialect] | csv.Dialect

    @property
    def plain(self) -> bool:
        """Whether cells stand between delimiters of one byte, enclosed in quotes or not at all."""
        one = self.dialect
        return (
            one.quotechar == '"'
            and one.quoting == csv.QUOTE_MINIMAL
            and not (one.escapechar or one.skipinitialspace)
            and one.doublequote
            and one.delimiter not in ('"', "\r", "\n", "\0")
            and one.delimiter.isascii()
        )

    def rows(self, block: bytes) -> Iterator[list[str]]:
        """The records of bytes that begin with one."""
        return csv.reader(self._decoded(_LINE.findall(block)), self.dialect)

    def _decoded(self, lines: list[bytes]) -> Iterator[str]:
        return (line.decode(self.encoding) for line in lines)

    def record(self, content: bytes) -> list[str]:
        """The one record of its own bytes."""
        return next(self.rows(content))

    def whole(self, block: bytes, *, last: bool) -> tuple[list[list[str]], Places]:
        """Records that are whole within a block, and where each ends.

        Args:
            block: bytes that begin where a record begins.
            last: whether the file ends where the block does, so that its last record is whole.
        """
        lines = _LINE.findall(block if last else block[: _cut(block)])
        reader = csv.reader(self._decoded(lines), self.dialect)
        found, read = [], []
        for row in reader:
            found.append(row)
            read.append(reader.line_num)
        ends = np.cumsum([len(line) for line in lines], dtype=np.int64)
        if found and not last:
            # The last one may go on behind the block.
            del found[-1], read[-1]
        return found, ends[np.array(read, dtype=np.int64) - 1]


def _cut(block: bytes) -> int:
    """Behind the last line that is surely whole: a return may be half of a line break."""
    return max(block.rfind(b"\n"), block.rfind(b"\r", 0, -1)) + 1
