"""A file of CSV in blocks of whole records, each split by the fastest way that is surely right.

Where quoting is plain, numpy finds the records and polars splits them; elsewhere Python's reader
does, in small pieces, so that one odd quote costs no more than its neighbourhood.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np
import polars as pl

from pipeline.validation.columnar import quoting
from pipeline.validation.columnar.digest import Digest
from pipeline.validation.columnar.frames import Shape
from pipeline.validation.columnar.lines import Way
from pipeline.validation.columnar.quoting import Flags, Places, Records

SIZE = 16 << 20
_LEAST, _MOST_OF_LINES, _MOST = 1 << 16, 1 << 22, 1 << 28


class UnsplitError(Exception):
    """A file cannot be split here; the reason is its text."""


@dataclass(frozen=True)
class Block:
    """Records that follow each other in a file.

    Attributes:
        start: the place in the file where the first of them begins.
        ends: where each ends, counted from there.
        even: which of them stand in the frame, in its order.
        frame: those of the right width, as columns of text; None if all stand in rows.
        rows: the others.
    """

    start: int
    ends: Places
    even: Flags
    frame: pl.DataFrame | None
    rows: list[list[str]]


@dataclass
class Splitter:
    """Splits a file that is open for reading from its beginning."""

    file: BinaryIO
    way: Way
    shape: Shape
    digest: Digest
    size: int = SIZE
    _rest: bytes = b""
    _at: int = 0
    _last: bool = False
    _window: int = 0
    _lines: int = 0
    _ragged: bool = False
    _plain: bool = field(default=True)

    def __post_init__(self) -> None:
        self._window = self.size
        self._plain = self.way.plain
        self._ragged = self.shape.width == 1

    def blocks(self, start: int) -> Iterator[Block]:
        """The records from a place in the file on, where a record begins."""
        while self._at < start and not self._last:
            self._more(self.size)
            self._drop(min(len(self._rest), start - self._at))
        while self._filled():
            block = self._fast() if self._plain else None
            block = block or self._slow()
            if block:
                self._drop(int(block.ends[-1]))
                yield block

    def _filled(self) -> bool:
        while not self._last and len(self._rest) < self.size:
            self._more(self.size)
        return bool(self._rest)

    def _more(self, size: int) -> None:
        if len(self._rest) > _MOST:
            raise UnsplitError("record-too-long")
        chunk = self.file.read(size)
        self.digest.update(chunk)
        self._last = len(chunk) < size
        self._rest = self._rest + chunk if self._rest else chunk

    def _drop(self, count: int) -> None:
        self._rest = self._rest[count:]
        self._at += count

    def _fast(self) -> Block | None:
        block = self._rest[: self._window]
        whole = self._last and len(block) == len(self._rest)
        # A record at the end of a file may go without its line break.
        padded = block if not whole or block.endswith(b"\n") else block + b"\n"
        found = quoting.records(padded, ord(self.shape.delimiter))
        made = self._framed(padded, found) if found else None
        if made is None:
            self._window = max(1, min(self.size, _LEAST))
            return None
        self._window = min(self.size, self._window * 4)
        # Where odd quotes stand close together, going back and forth costs more than it saves.
        self._lines = 0 if found and found.size > 2 * self._lines else self._lines
        return made

    def _framed(self, block: bytes, found: Records) -> Block | None:
        ends = np.minimum(found.ends, len(self._rest))
        frame = None if self._ragged else self.shape.parsed(block, found)
        if frame is not None:
            return Block(self._at, ends, np.ones(len(ends), dtype=np.bool_), frame, [])
        frame, even = self.shape.regular(block, found)
        if frame is None:
            return None
        self._ragged = self.shape.width == 1 or not even.all()
        starts = np.concatenate([[0], found.ends[:-1]])
        odd = np.flatnonzero(~even)
        rows = [self.way.record(block[starts[at] : found.ends[at]]) for at in odd]
        return Block(self._at, ends, even, frame, rows)

    def _slow(self) -> Block | None:
        """A piece by Python's reader, twice as long each time: odd quotes seldom stand alone."""
        self._lines = min(max(self._lines * 2, min(_LEAST, self.size)), _MOST_OF_LINES)
        piece = self._rest[: self._lines]
        whole = self._last and len(piece) == len(self._rest)
        rows, ends = self.way.whole(piece, last=whole)
        while not rows and not whole:
            piece = self._longer(len(piece) * 2)
            whole = self._last and len(piece) == len(self._rest)
            rows, ends = self.way.whole(piece, last=whole)
        return Block(self._at, ends, np.zeros(len(ends), dtype=np.bool_), None, rows)

    def _longer(self, size: int) -> bytes:
        if size > len(self._rest) and not self._last:
            self._more(max(size - len(self._rest), self.size))
        return self._rest[:size]


def beginning(file: BinaryIO, way: Way, start: int, count: int) -> int:
    """The place in a file behind so many records, or its end if it has fewer."""
    size = _LEAST
    while count:
        file.seek(start)
        piece = file.read(size)
        last = len(piece) < size
        _, ends = way.whole(piece, last=last)
        if len(ends) >= count or last:
            return start + int(ends[:count][-1]) if len(ends) else start + len(piece)
        size *= 2
    return start
