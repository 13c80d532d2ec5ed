"""A table of a release on the disk, row by row, without the places the rows came from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import SEEK_CUR, BufferedReader, FileIO
from itertools import islice
from pathlib import Path

_WINDOW = 1 << 15
"""Bytes of two files that are compared at once."""
_RECORDS = 100
"""Records that are compared one by one where a window of bytes is not the same."""

# The reader of the standard library refuses a lone CR outside quotes, which the writer of Python
# before 3.13 leaves there.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?:,|$)|([^,"]*)(?:,|$)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A CSV file as the store of releases writes it: UTF-8, LF, the header first."""

    file: Path

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns."""
        with self.open() as stream:
            return next(self._parsed(stream), ())

    def open(self) -> BufferedReader:
        """The bytes of the file, so many in memory that a window of them can be read twice."""
        return BufferedReader(FileIO(self.file), 2 * _WINDOW)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Each row as its cells."""
        with self.open() as stream:
            yield from islice(self._parsed(stream), 1, None)

    def _parsed(self, stream: BufferedReader) -> Iterator[tuple[str, ...]]:
        return self.parse(iter(lambda: _record(stream), b""))

    def parse(self, records: Iterable[bytes]) -> Iterator[tuple[str, ...]]:
        """The cells of some of the records."""
        return (cells(record.decode().removesuffix("\n")) for record in records)


def cells(record: str) -> tuple[str, ...]:
    """The cells of one record of CSV, without the LF at its end."""
    if '"' not in record:
        return tuple(record.split(","))
    found, at = [], 0
    while at <= len(record):
        match = _CELL.match(record, at)
        if match is None:
            raise ValueError("a record with a quote out of place")
        quoted, plain = match.groups()
        found.append(plain if quoted is None else quoted.replace('""', '"'))
        at = match.end() if match[0].endswith(",") else len(record) + 1
    return tuple(found)


def _record(stream: BufferedReader) -> bytes:
    """The next row as its bytes: several lines where a cell has a break; empty at the end.

    A quote in a cell is doubled, so where their number is odd the record goes on.
    """
    record = line = stream.readline()
    while line and record.count(b'"') % 2:
        line = stream.readline()
        record += line
    return record


def unlike(old: KeptTable, new: KeptTable) -> tuple[list[bytes], list[bytes]]:
    """The records that only the one has, and those that only the other has.

    Both are walked side by side, each once: a release keeps the order of the one before it. What is
    the same is passed over by windows of bytes, and a record that does not stand in the same place
    is held until its like comes by. However they are mixed, no more than all of them are held.

    Args:
        old: rows as they were; no two alike.
        new: rows as they are; no two alike.
    """
    gone: dict[bytes, None] = {}
    fresh: dict[bytes, None] = {}
    with old.open() as left, new.open() as right:
        while left.peek() or right.peek():
            if not _pass_over(left, right):
                for _ in range(_RECORDS):
                    _meet(_record(left), _record(right), gone, fresh)
    return list(gone), list(fresh)


def _pass_over(left: BufferedReader, right: BufferedReader) -> bool:
    """Go on in both files behind some whole records that are the same, if there are any."""
    one, other = left.read(_WINDOW), right.read(_WINDOW)
    same = _whole(one) if one == other else 0
    left.seek(same - len(one), SEEK_CUR)
    right.seek(same - len(other), SEEK_CUR)
    return same > 0


def _whole(window: bytes) -> int:
    """How many bytes of a window that begins with a record are whole records."""
    end = window.rfind(b"\n") + 1
    while end and window.count(b'"', 0, end) % 2:
        end = window.rfind(b"\n", 0, end - 1) + 1
    return end


def _meet(before: bytes, after: bytes, gone: dict[bytes, None], fresh: dict[bytes, None]) -> None:
    """Let each record go together with its like, or wait for it."""
    if before == after:
        return
    for record, own, others in ((before, gone, fresh), (after, fresh, gone)):
        if record and record in others:
            del others[record]
        elif record:
            own[record] = None
