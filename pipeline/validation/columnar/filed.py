"""A file of CSV on this disk: its suspicious rows found block by block, and read again.

Of a row that raises no doubt nothing is kept but the place where it ends and the numbers of its
keys: twelve bytes and more only where several columns are keys.
"""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from frictionless.formats.csv import CsvControl
from frictionless.resources import TableResource

from pipeline.validation.columnar.blocks import SIZE, Block, Splitter, UnsplitError, beginning
from pipeline.validation.columnar.columns import Flags
from pipeline.validation.columnar.digest import Digest, Unsummed
from pipeline.validation.columnar.frames import Shape
from pipeline.validation.columnar.lines import ENCODINGS, Way
from pipeline.validation.columnar.links import Cells
from pipeline.validation.columnar.stream import Row, Sieve, by_column

_MARK = b"\xef\xbb\xbf"


@dataclass
class Places:
    """Where the records of a file stand."""

    path: Path
    way: Way
    starts: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    ends: list[npt.NDArray[np.uint32]] = field(default_factory=list)
    total: int = 0

    def add(self, block: Block) -> None:
        """The next records."""
        self.starts.append(block.start)
        self.firsts.append(self.total)
        self.ends.append(block.ends.astype(np.uint32))
        self.total += len(block.ends)

    def records(self, ordinals: Iterable[int]) -> Iterator[tuple[int, list[str]]]:
        """Some records, read once more from the file."""
        with self.path.open("rb") as file:
            for ordinal in ordinals:
                start, size = self._place(ordinal)
                yield ordinal, self.way.record(os.pread(file.fileno(), size, start))

    def _place(self, ordinal: int) -> tuple[int, int]:
        at = bisect_right(self.firsts, ordinal) - 1
        ends, within = self.ends[at], ordinal - self.firsts[at]
        start = int(ends[within - 1]) if within else 0
        return self.starts[at] + start, int(ends[within]) - start


@dataclass(frozen=True)
class Filed:
    """A file that was read to its end, with figures as frictionless takes them."""

    places: Places
    wanted: npt.NDArray[np.int64]
    first: int
    bytes: int
    md5: str
    sha256: str

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Suspicious rows with their ordinals, in order."""
        for ordinal, cells in self.places.records(map(int, self.wanted)):
            yield ordinal, (self.first + ordinal, cells)


def refusal(resource: TableResource, way: Way) -> str:
    """Why an open resource cannot be read in blocks; empty if it can."""
    if resource.scheme != "file" or resource.format != "csv" or resource.normpath is None:
        return "no-csv-file"
    if resource.compression or resource.extrapaths or resource.innerpath or resource.multipart:
        return "compressed-or-in-parts"
    if resource.encoding not in ENCODINGS:
        return "encoding"
    dialect = resource.dialect
    if dialect.comment_char or dialect.comment_rows or dialect.skip_blank_rows:
        return "rows-left-out"
    return "" if resource.labels and way.dialect.delimiter.isascii() else "no-header"


def way_of(resource: TableResource) -> Way:
    """How an open resource is split, as its own parser has found out."""
    encoding = "utf-8" if resource.encoding == "utf-8-sig" else resource.encoding
    return Way(str(encoding), CsvControl.from_dialect(resource.dialect).to_python())


def read(
    resource: TableResource, sieve: Sieve, *, limited: bool = False, size: int = SIZE
) -> Filed:
    """The suspicious rows of an open resource.

    Raises:
        UnsplitError: it cannot be read in blocks; nothing is lost by reading it another way.
    """
    with _splitting(resource) as way:
        found = _read(resource, way, sieve, size)
    # It looks at a limit of errors, those of the header among them, only behind a row.
    return (
        replace(found, wanted=np.union1d(found.wanted, [0]))
        if limited and found.places.total
        else found
    )


@contextmanager
def _splitting(resource: TableResource) -> Iterator[Way]:
    """How an open resource is split, if it can be; what stops it there is said in one way."""
    way = way_of(resource)
    reason = refusal(resource, way)
    if reason:
        raise UnsplitError(reason)
    try:
        yield way
    except (UnicodeError, OSError) as error:
        # frictionless tells of it in its own words and counts.
        raise UnsplitError(f"unreadable: {type(error).__name__}") from error


def _read(resource: TableResource, way: Way, sieve: Sieve, size: int) -> Filed:
    places = Places(_path(resource), way)
    found: list[npt.NDArray[np.int64]] = []
    with closing(Digest()) as digest:
        for block in _blocks(resource, way, len(sieve.columns), digest, size):
            found.append(np.flatnonzero(_sifted(block, sieve)) + places.total)
            places.add(block)
        sums = digest.sums()
    return Filed(places, _wanted(found, sieve), _first(resource), digest.bytes, *sums)


def _blocks(
    resource: TableResource, way: Way, width: int, digest: Digest, size: int
) -> Iterator[Block]:
    """The records of a file behind its header."""
    shape = Shape(width, way.dialect.delimiter, way.encoding)
    with _path(resource).open("rb") as file:
        start = beginning(file, way, _mark(file, resource), _first(resource) - 1)
        file.seek(0)
        yield from Splitter(file, way, shape, digest, size).blocks(start)


def _path(resource: TableResource) -> Path:
    return Path(str(resource.normpath).removeprefix("file://"))


def _first(resource: TableResource) -> int:
    return int(resource.dialect.create_first_content_row())  # type: ignore[no-untyped-call]


def cells(resource: TableResource, width: int, size: int) -> Iterator[Sequence[Cells]]:
    """The cells of an open resource by column, in batches; no sums are taken.

    Raises:
        UnsplitError: it cannot be read in blocks, or not to its end.
    """
    with _splitting(resource) as way:
        for block in _blocks(resource, way, width, Unsummed(), size):
            if block.frame is not None:
                yield block.frame.get_columns()
            if block.rows:
                yield by_column(block.rows, width)


def _mark(file: BinaryIO, resource: TableResource) -> int:
    return len(_MARK) if resource.encoding == "utf-8-sig" and file.read(3) == _MARK else 0


def _wanted(found: list[npt.NDArray[np.int64]], sieve: Sieve) -> npt.NDArray[np.int64]:
    """Rows that are doubtful by themselves, and those whose key stands more than once."""
    wanted = np.concatenate([*found, np.zeros(0, dtype=np.int64)])
    repeated = sieve.repeated()
    if repeated is None or not repeated.any():
        return wanted
    return np.union1d(wanted, np.flatnonzero(repeated))


def _sifted(block: Block, sieve: Sieve) -> Flags:
    """True for every row of a block that frictionless might say something about."""
    if block.frame is None:
        return sieve.suspicious(block.rows)
    flags = np.ones(len(block.ends), dtype=np.bool_)
    columns = block.frame.get_columns()
    flags[block.even] = sieve.doubtful(columns)
    others = sieve.cells(block.rows)
    for key in sieve.keys:
        at = int(key.column.name)
        numbers = np.zeros(len(flags), dtype=np.uint64)
        numbers[block.even] = key.numbers(columns[at])
        numbers[~block.even] = key.numbers(others[at])
        key.put(numbers)
    return flags
