"""The records of a large CSV by blocks: as columns where their splitting is beyond doubt.

Elsewhere, and where a cell has something that a column would hide, Python's reader reads the block;
what it says of its records is the same, several times slower.
"""

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.readers.batches import CUT, Batch, Listed, Told, confirming, listed, remarkable
from pipeline.readers.grids.grid import SheetRow
from pipeline.validation.columnar.blocks import Block, Splitter, UnsplitError, beginning
from pipeline.validation.columnar.digest import Unsummed
from pipeline.validation.columnar.frames import Shape
from pipeline.validation.columnar.lines import Way

SIZE = 16 << 20
"""Bytes of a block."""
_MARK = b"\xef\xbb\xbf"


class _Plain(csv.Dialect):
    """As `readers/delimited.py` reads where nothing else is declared."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = csv.QUOTE_MINIMAL


_WAY = Way("utf-8", _Plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Framed:
    """Records that stand in columns of text, none of them with a carriage return."""

    lines: npt.NDArray[np.int64]
    frame: pl.DataFrame
    widths: npt.NDArray[np.int64]
    remarkable: npt.NDArray[np.bool_]
    behind: int
    """The line on which the next record begins."""
    plain: bool = True

    def row(self, at: int) -> SheetRow:
        """One of the records."""
        return SheetRow(line=int(self.lines[at]), cells=self.frame.row(at))

    def column(self, position: int, records: npt.NDArray[np.int64]) -> pl.Series:
        """The cells of some records at a position, empty where there is none."""
        if position >= self.frame.width:
            return pl.Series([""] * len(records), dtype=pl.String)
        cells = self.frame.to_series(position)
        return cells if len(records) == len(cells) else cells.gather(records)


def pieces(path: Path, told: Told | None = None) -> Iterator[Batch]:
    """The records of a CSV in UTF-8 with commas; the first batch is the header alone.

    Raises:
        SourceError: as `delimited.read_grid`; the file cannot be opened.
    """
    with confirming(path), path.open("rb") as file:
        size = path.stat().st_size
        for end, batch in _read(path, file):
            if told is not None:
                told(end, size)
            yield batch


def _read(path: Path, file: BinaryIO) -> Iterator[tuple[int, Batch]]:
    """Batches, and the byte behind each."""
    start, line = _mark(file), 1
    try:
        behind = beginning(file, _WAY, start, 1)
        width = 0
        for header in _listed(path, file, (start, behind), line):
            yield behind, header
            width = int(header.widths[0])
        line, start = line + _breaks(file, (start, behind)), behind
        file.seek(0)
        splitter = Splitter(file, _WAY, Shape(max(width, 1), ",", _WAY.encoding), Unsummed(), SIZE)
        for block in splitter.blocks(start):
            behind = block.start + int(block.ends[-1])
            framed = _framed(block, line)
            if framed is not None:
                yield behind, framed
                line = framed.behind
            else:
                yield from ((behind, one) for one in _listed(path, file, (start, behind), line))
                line += _breaks(file, (start, behind))
            start = behind
    except (csv.Error, UnsplitError):
        # Too much for the splitter; the reader of files says whether it is for anybody.
        size = path.stat().st_size
        yield from ((size, one) for one in _listed(path, file, (start, size), line))


def _mark(file: BinaryIO) -> int:
    return len(_MARK) if file.read(len(_MARK)) == _MARK else 0


def _framed(block: Block, line: int) -> _Framed | None:
    """A block as columns, unless Python's reader has to look at it."""
    if block.frame is None or not block.even.all():
        return None
    frame = block.frame.fill_null("")
    joined = frame.select(pl.concat_str(pl.all(), separator=CUT)).to_series()
    returns = joined.str.contains("\r", literal=True).any()
    if returns or _longest(joined) > csv.field_size_limit():
        return None
    breaks = joined.str.count_matches("\n", literal=True).to_numpy().astype(np.int64) + 1
    widths = np.full(len(joined), frame.width, dtype=np.int64)
    return _Framed(
        lines=line + np.cumsum(breaks) - breaks,
        behind=line + int(breaks.sum()),
        frame=frame,
        widths=widths,
        remarkable=remarkable(joined, widths),
    )


def _longest(joined: pl.Series) -> int:
    longest = joined.str.len_bytes().max()
    return longest if isinstance(longest, int) else 0


def _listed(path: Path, file: BinaryIO, place: tuple[int, int], line: int) -> Iterator[Listed]:
    """Records between two bytes of a file, the first of which begins on a line."""
    text = _bytes(file, place).decode(_WAY.encoding)
    return listed(path, io.StringIO(text, newline=""), line)


def _breaks(file: BinaryIO, place: tuple[int, int]) -> int:
    """How many lines end between two bytes, as Python's reader counts them."""
    content = _bytes(file, place)
    return content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")


def _bytes(file: BinaryIO, place: tuple[int, int]) -> bytes:
    start, behind = place
    return os.pread(file.fileno(), behind - start, start)
