"""A table of a release on the disk, row by row, without the places the rows came from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

_BLOCK = 1 << 18
"""Bytes that are looked at in one go."""

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
        return next(self.parse(self._lines()), ())

    def records(self) -> Iterator[bytes]:
        """Each row as its bytes, without the header: several lines where a cell has a break."""
        lines = self._lines()
        next(lines, b"")
        return lines

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Each row as its cells."""
        return self.parse(self.records())

    def parse(self, records: Iterable[bytes]) -> Iterator[tuple[str, ...]]:
        """The cells of some of the records."""
        return (cells(record.decode().removesuffix("\n")) for record in records)

    def _lines(self) -> Iterator[bytes]:
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[bytes]]:
        """Records of the file, some thousand at once: the loop over them is not Python's then."""
        begun = b""
        with self.file.open("rb") as stream:
            while lines := stream.readlines(_BLOCK):
                if begun or _leaves_open(lines):
                    lines, begun = _joined(begun, lines)
                yield lines
        if begun:
            raise ValueError("a record that breaks off")


def _leaves_open(lines: list[bytes]) -> bool:
    """Whether a record goes on in the next line: a quote in a cell is doubled, so it is odd."""
    return any(quotes % 2 for quotes in set(map(bytes.count, lines, repeat(b'"'))))


def _joined(begun: bytes, lines: list[bytes]) -> tuple[list[bytes], bytes]:
    """Lines of a file as records, and the one that is not at its end yet."""
    whole = []
    for line in lines:
        begun += line
        if not begun.count(b'"') % 2:
            whole.append(begun)
            begun = b""
    return whole, begun


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
