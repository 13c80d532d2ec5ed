"""A CSV of any size in batches of records, with a mark on those that need a second look.

Whatever is said of a record alone is said of a marked one: the marks are drawn by few searches over
many records, they mark some too many and never one too few.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol, TextIO

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.errors import SourceError
from pipeline.readers.grids.cells import one_line_end
from pipeline.readers.grids.grid import SheetRow
from pipeline.readers.grids.irregular import MIXED

SIZE = 20_000
_BLOCK = 1 << 20
CUT = "\x1f"
"""Between cells of a record that is searched as one text."""
_SPACE = r"[\s\x1c-\x1f]"
MARKS = {
    "blank": rf"^{_SPACE}*$",
    "one cell": rf"^{_SPACE}*[^{CUT}]+{_SPACE}*$",
    "numbering": rf"^{_SPACE}*1\.*{_SPACE}+2\.*(?:{_SPACE}|$)",
    "total": rf"^{_SPACE}*(?i:[рpз][аa]|[уyвb][сc]|п[іi]|[иu][тt])",
    "mixed": MIXED.pattern,
    "lost": "\ufffd",
    # A line of a cell that may be a record of its own has at least two delimiters.
    "lines": rf"[\n\r](?:[^,\n\r{CUT}]*,){{2}}",
}
"""What makes a record remarkable, as a search in its cells."""

Told = Callable[[int, int], object]
"""Hears how many bytes of how many have been read."""


class Batch(Protocol):
    """Records in their order, each cell with line feeds alone."""

    @property
    def lines(self) -> npt.NDArray[np.int64]:
        """Where each begins, from 1."""
        ...

    @property
    def widths(self) -> npt.NDArray[np.int64]:
        """How many cells each has."""
        ...

    @property
    def remarkable(self) -> npt.NDArray[np.bool_]:
        """Records to be looked at one by one; those of another width are not marked for it."""
        ...

    @property
    def plain(self) -> bool:
        """Whether no cell had another line end than a line feed."""
        ...

    def row(self, at: int) -> SheetRow:
        """One of the records."""
        ...

    def column(self, position: int, records: npt.NDArray[np.int64]) -> pl.Series:
        """The cells of some records at a position, empty where there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Records as Python's reader gives them."""

    lines: npt.NDArray[np.int64]
    cells: list[list[str]]
    widths: npt.NDArray[np.int64]
    remarkable: npt.NDArray[np.bool_]
    plain: bool

    def row(self, at: int) -> SheetRow:
        """One of the records."""
        return SheetRow(line=int(self.lines[at]), cells=tuple(self.cells[at]))

    def column(self, position: int, records: npt.NDArray[np.int64]) -> pl.Series:
        """The cells of some records at a position, empty where there is none."""
        rows = (self.cells[at] for at in records)
        cells = [cells[position] if position < len(cells) else "" for cells in rows]
        return pl.Series(cells, dtype=pl.String)


def batches(path: Path, told: Told | None = None) -> Iterator[Listed]:
    """The records of a CSV in UTF-8 with commas.

    Raises:
        SourceError: as `delimited.read_grid`; the file cannot be opened.
    """
    size = path.stat().st_size
    with confirming(path), path.open("rb") as binary:
        text = io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
        for batch in listed(path, text, 1):
            if told is not None:
                told(binary.tell(), size)
            yield batch


@contextmanager
def confirming(path: Path) -> Iterator[None]:
    """Say what is wrong with a file in the words of the reader of files.

    Raises:
        SourceError: it is not in UTF-8, or cannot be read.
    """
    try:
        yield
    except UnicodeDecodeError:
        confirm_encoding(path)
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError("source-cannot-be-read", source=str(path), reason=reason) from error


def listed(path: Path, text: TextIO, line: int) -> Iterator[Listed]:
    """The records of text of a file, the first of which begins on a line.

    Raises:
        SourceError: quotes are broken; what is wrong with the bytes is said first.
    """
    reader, before = csv.reader(text, strict=True), line - 1
    while True:
        lines: list[int] = []
        cells: list[list[str]] = []
        try:
            for record in islice(reader, SIZE):
                lines.append(line)
                cells.append(record)
                line = before + reader.line_num + 1
        except csv.Error as error:
            confirm_encoding(path)
            raise SourceError("csv-quotes-are-broken", source=str(path), line=str(line)) from error
        if not cells:
            return
        yield _batch(path, lines, cells)


def _batch(path: Path, lines: list[int], cells: list[list[str]]) -> Listed:
    joined = pl.Series([CUT.join(record) for record in cells], dtype=pl.String)
    widths = np.fromiter(map(len, cells), dtype=np.int64, count=len(cells))
    returns = np.flatnonzero(joined.str.contains("\r", literal=True).to_numpy())
    for at in returns:
        cells[at] = [one_line_end(cell) for cell in cells[at]]
    if joined.str.contains("\0", literal=True).any():
        confirm_encoding(path)
    return Listed(
        lines=np.array(lines, dtype=np.int64),
        cells=cells,
        widths=widths,
        remarkable=remarkable(joined, widths),
        plain=not len(returns),
    )


def remarkable(joined: pl.Series, widths: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Marks on records whose cells are joined by `CUT`; a cell that holds it is remarkable too."""
    cut = joined.str.count_matches(CUT, literal=True).to_numpy()
    found = joined.str.contains("|".join(MARKS.values())).to_numpy() | (cut + 1 != widths)
    return np.asarray(found, dtype=np.bool_)


def confirm_encoding(path: Path) -> None:
    """The bytes of a file, looked at in pieces.

    Raises:
        SourceError: they are not UTF-8, or hold a NUL.
    """
    decoder, line, offset, nul = codecs.getincrementaldecoder("utf-8")(), 1, 0, ("", "")
    with path.open("rb") as binary:
        more = True
        while more:
            block = binary.read(_BLOCK)
            more = bool(block)
            try:
                decoder.decode(block, final=not more)
            except UnicodeDecodeError as error:
                start = error.start - (len(error.object) - len(block))
                at = str(line + block.count(b"\n", 0, max(start, 0))), str(offset + start)
                raise _refused("csv-is-not-in-encoding", path, at, encoding="utf-8") from error
            if not nul[0] and b"\0" in block:
                first = block.index(b"\0")
                nul = str(line + block.count(b"\n", 0, first)), str(offset + first)
            line, offset = line + block.count(b"\n"), offset + len(block)
    if nul[0]:
        raise _refused("csv-has-nul", path, nul)


def _refused(code: str, path: Path, at: tuple[str, str], **more: str) -> SourceError:
    line, offset = at
    return SourceError(code, source=str(path), line=line, offset=offset, **more)
