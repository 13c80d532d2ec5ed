"""A table of a release on the disk, row by row, without the places the rows came from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
        with self.file.open("rb") as stream:
            # A quote in a cell is doubled: an odd number of them leaves a line open.
            if not any(line.count(b'"') % 2 for line in stream):
                stream.seek(0)
                yield from stream
                return
            stream.seek(0)
            yield from _joined(stream)


def _joined(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines of a file, those of one record joined."""
    begun = b""
    for line in lines:
        record = begun + line if begun else line
        if record.count(b'"') % 2:
            begun = record
        else:
            begun = b""
            yield record


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
