"""A file of CSV in blocks of whole records, each split by the fastest way that is surely right.

Where quoting is plain, numpy finds the records and polars splits them; elsewhere Python's reader
does, in small pieces, so that one odd quote costs no more than its neighbourhood.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import polars as pl

from pipeline.validation.columnar import quoting
from pipeline.validation.columnar.digest import Digest
from pipeline.validation.columnar.frames import Shape
from pipeline.validation.columnar.lines import Way
from pipeline.validation.columnar.quoting import Bytes, Flags, Places, Records

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
    """Splits a file that is open for reading from its beginning.

    Attributes:
        file: read into one and the same memory over and over, for new memory is not cheap.
        way: the reader of Python for what is not plain.
        shape: the reader of polars for what is.
        digest: is given every byte of the file.
        size: how many bytes are looked at together.
    """

    file: BinaryIO
    way: Way
    shape: Shape
    digest: Digest
    size: int = SIZE

    def __post_init__(self) -> None:
        self._signs = np.empty(self.size + 1, dtype=np.uint8)
        self._low = self._high = self._read = 0
        self._last = False
        self._window = self.size
        self._lines = 0
        self._plain = self.way.plain
        self._ragged = self.shape.width == 1

    def blocks(self, start: int) -> Iterator[Block]:
        """The records from a place in the file on, where a record begins."""
        while self._read < start and not self._last:
            self._more()
            self._low = max(self._low, self._high - max(0, self._read - start))
        while self._filled():
            block = (self._fast() if self._plain else None) or self._slow()
            self._low += int(block.ends[-1])
            yield block

    @property
    def _rest(self) -> int:
        return self._high - self._low

    @property
    def _at(self) -> int:
        """The place in the file of the first byte that is not split yet."""
        return self._read - self._rest

    def _filled(self) -> bool:
        while not self._last and 2 * self._rest < self.size:
            self._more()
        return self._rest > 0

    def _more(self) -> None:
        """Read on; what is not split yet moves to the beginning of the memory."""
        self.digest.wait()
        rest = self._signs[self._low : self._high]
        if len(rest) == len(self._signs) - 1:
            self._signs = self._larger()
        self._signs[: len(rest)] = rest.copy()
        space = self._signs[len(rest) : -1].data
        count = self.file.readinto(space)  # type: ignore[attr-defined]
        self.digest.update(space[:count])
        self._last = count < len(space)
        self._low, self._high, self._read = 0, len(rest) + count, self._read + count

    def _larger(self) -> Bytes:
        if len(self._signs) > _MOST:
            raise UnsplitError("record-too-long")
        return np.empty(2 * len(self._signs) - 1, dtype=np.uint8)

    def _fast(self) -> Block | None:
        size = min(self._window, self._rest)
        if self._last and size == self._rest and self._signs[self._high - 1] != quoting.FEED:
            # A record at the end of a file may go without its line break.
            self._signs[self._high] = quoting.FEED
            size += 1
        signs = self._signs[self._low : self._low + size]
        found = quoting.records(signs, ord(self.shape.delimiter))
        made = self._framed(signs, found) if found else None
        if made is None or found is None:
            self._window = min(self.size, _LEAST)
            return None
        self._window = min(self.size, self._window * 4)
        # Where odd quotes stand close together, going back and forth costs more than it saves.
        self._lines = 0 if found.size > 2 * self._lines else self._lines
        return made

    def _framed(self, signs: Bytes, found: Records) -> Block | None:
        ends = np.minimum(found.ends, self._rest)
        frame = None if self._ragged else self.shape.parsed(signs, found)
        if frame is not None:
            return Block(self._at, ends, np.ones(len(ends), dtype=np.bool_), frame, [])
        frame, even = self.shape.regular(signs, found)
        if frame is None:
            return None
        self._ragged = self.shape.width == 1 or not even.all()
        starts = np.concatenate([[0], found.ends[:-1]])
        odd = np.flatnonzero(~even)
        rows = [self.way.record(signs[starts[at] : found.ends[at]].tobytes()) for at in odd]
        return Block(self._at, ends, even, frame, rows)

    def _slow(self) -> Block:
        """A piece by Python's reader, twice as long each time: odd quotes seldom stand alone."""
        self._lines = min(max(self._lines * 2, min(_LEAST, self.size)), _MOST_OF_LINES)
        size, rows, ends = self._piece(self._lines)
        while not rows:
            if size == self._rest:
                self._more()
            size, rows, ends = self._piece(size * 2)
        return Block(self._at, ends, np.zeros(len(ends), dtype=np.bool_), None, rows)

    def _piece(self, size: int) -> tuple[int, list[list[str]], Places]:
        size = min(size, self._rest)
        whole = self._last and size == self._rest
        piece = self._signs[self._low : self._low + size].tobytes()
        return size, *self.way.whole(piece, last=whole)


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
