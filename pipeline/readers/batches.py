"""A CSV of any size in batches of records, with a mark on those that need a second look.

Whatever is said of a record alone is said of a marked one: the marks are drawn by few searches over
many records, they mark some too many and never one too few.
"""

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.errors import SourceError
from pipeline.readers.cells import one_line_end
from pipeline.readers.irregular import MIXED

SIZE = 20_000
_BLOCK = 1 << 20
_CUT = "\x1f"
_SPACE = r"[\s\x1c-\x1f]"
MARKS = {
    "blank": rf"^{_SPACE}*$",
    "one cell": rf"^{_SPACE}*[^{_CUT}]+{_SPACE}*$",
    "numbering": rf"^{_SPACE}*1\.*{_SPACE}+2\.*(?:{_SPACE}|$)",
    "total": rf"^{_SPACE}*(?i:[рpз][аa]|[уyвb][сc]|п[іi]|[иu][тt])",
    "mixed": MIXED.pattern,
    "lost": "\ufffd",
    "lines": r"[\n\r]",
}
"""What makes a record remarkable, as a search in its cells."""

Told = Callable[[int, int], object]
"""Hears how many bytes of how many have been read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Records in their order, each cell with line feeds alone."""

    lines: list[int]
    """Where each begins, from 1."""
    cells: list[list[str]]
    widths: npt.NDArray[np.int64]
    remarkable: npt.NDArray[np.bool_]
    """Records to be looked at one by one; those of another width are not marked for it."""
    plain: bool
    """Whether no cell had another line end than a line feed."""


def batches(path: Path, told: Told | None = None) -> Iterator[Batch]:
    """The records of a CSV in UTF-8 with commas.

    Raises:
        SourceError: as `delimited.read_grid`; the file cannot be opened.
    """
    try:
        for lines, cells in _records(path, told):
            yield _batch(path, lines, cells)
    except UnicodeDecodeError:
        confirm_encoding(path)
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError("source-cannot-be-read", source=str(path), reason=reason) from error


def _records(path: Path, told: Told | None) -> Iterator[tuple[list[int], list[list[str]]]]:
    size, line = path.stat().st_size, 1
    with path.open("rb") as binary:
        text = io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
        reader = csv.reader(text, strict=True)
        while True:
            lines: list[int] = []
            cells: list[list[str]] = []
            try:
                for record in islice(reader, SIZE):
                    lines.append(line)
                    cells.append(record)
                    line = reader.line_num + 1
            except csv.Error as error:
                # What is wrong with the bytes is said first, wherever it stands.
                confirm_encoding(path)
                raise _broken(path, line) from error
            if not cells:
                return
            if told is not None:
                told(binary.tell(), size)
            yield lines, cells


def _broken(path: Path, line: int) -> SourceError:
    return SourceError("csv-quotes-are-broken", source=str(path), line=str(line))


def _batch(path: Path, lines: list[int], cells: list[list[str]]) -> Batch:
    joined = pl.Series([_CUT.join(record) for record in cells], dtype=pl.String)
    widths = np.fromiter(map(len, cells), dtype=np.int64, count=len(cells))
    cut = joined.str.count_matches(_CUT, literal=True).to_numpy()
    marked = joined.str.contains("|".join(MARKS.values())).to_numpy() | (cut + 1 != widths)
    returns = np.flatnonzero(joined.str.contains("\r", literal=True).to_numpy())
    for at in returns:
        cells[at] = [one_line_end(cell) for cell in cells[at]]
    if joined.str.contains("\0", literal=True).any():
        confirm_encoding(path)
    return Batch(lines=lines, cells=cells, widths=widths, remarkable=marked, plain=not len(returns))


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
