"""One reading of a large CSV: all that the reader of files would say of it, and where its rows are.

Only marked records are looked at one by one, by the same functions that look at small files.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.model import Finding, Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.batches import Batch, Told, batches
from pipeline.readers.delimited import confirm_delimiter, swallowed
from pipeline.readers.grids.gathered import Gathered
from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.spreadsheet import Sheet, sheet_of
from pipeline.validation.pieces import pieces
from pipeline.validation.spelling import SPELLINGS

OPTIONS = SpreadsheetOptions()
_SAMPLE = 5
"""Records that a wrong delimiter is told by."""

Flags = npt.NDArray[np.bool_]


class Reading:
    """A reading of the file from its beginning to its end."""

    def __init__(
        self, path: Path, snapshot: Snapshot, kinds: Callable[[Sheet], Mapping[int, str]]
    ) -> None:
        """Be ready; `kinds` tells the types of columns by position, from a header."""
        self.path, self.snapshot = path, snapshot
        self.lines = array("q")
        """Where each row of data begins."""
        self.odd: list[tuple[int, int, str]] = []
        """Row, position and text of cells that may be written otherwise than the standard."""
        self.regular = True
        """Whether its records are its rows, cell by cell."""
        self._kinds = kinds
        self._patterns: Mapping[int, re.Pattern[str]] = {}
        self._gathered = Gathered()
        self._sample: list[SheetRow] = []
        self._header = SheetRow(line=1, cells=())
        self._first: SheetRow | None = None
        self._waiting: list[SheetRow] = []
        self._width = 0

    def read(self, told: Told | None = None) -> Sheet:
        """The header, the first row and everything that is said of the others.

        Raises:
            SourceError: the file is not a CSV in UTF-8 with commas, or has no header.
        """
        for number, batch in enumerate(pieces(self.path, told)):
            if number == 0:
                self._begin(batch)
            more = range(min(_SAMPLE - len(self._sample), len(batch.lines)))
            self._sample.extend(map(batch.row, more))
            self._take(batch, 1 if number == 0 else 0)
        confirm_delimiter(tuple(self._sample), self._beginning(), str(self.path), OPTIONS)
        return self._sheet()

    def _begin(self, batch: Batch) -> None:
        self._header = batch.row(0)
        self._width = _filled(self._header.cells)
        self.regular = self._width == len(self._header.cells)
        if self._width:
            found = self._kinds(self._sheet()).items()
            self._patterns = {at: SPELLINGS[kind] for at, kind in found if kind in SPELLINGS}

    def _beginning(self) -> str:
        """The lines on which the sample stands."""
        last = self._sample[-1].line if self._sample else 0
        with self.path.open(encoding="utf-8-sig", newline="") as text:
            return "".join(islice(text, last))

    def _take(self, batch: Batch, start: int) -> None:
        marked = batch.remarkable | (batch.widths != len(self._header.cells))
        marked[:start] = False
        looked = {int(at): batch.row(int(at)) for at in np.flatnonzero(marked)}
        full = np.ones(len(marked), dtype=np.bool_)
        full[:start] = False
        full[[at for at, row in looked.items() if not row.has_text]] = False
        even = bool(np.all(batch.widths[start:] == len(self._header.cells)))
        self.regular &= batch.plain and even and bool(full[start:].all())
        rows = np.flatnonzero(full)
        if len(rows):
            last = int(rows[-1])
            looked.setdefault(last, batch.row(last))
            self._first = self._first or batch.row(int(rows[0]))
            self._measure(batch, full)
        self._look(looked, int(rows[-1]) if len(rows) else -1, first=start > 0)
        self._find_odd(batch, rows)
        self.lines.frombytes(batch.lines[rows].tobytes())

    def _measure(self, batch: Batch, full: Flags) -> None:
        wide = np.flatnonzero(full & (batch.widths > self._width))
        filled = (_filled(batch.row(int(at)).cells) for at in wide)
        self._width = max(self._width, max(filled, default=0))

    def _look(self, looked: Mapping[int, SheetRow], last: int, *, first: bool) -> None:
        """Hear what the reader says of marked records; empty ones wait for a full one below."""
        rows = [looked[at] for at in sorted(looked) if at <= last]
        below = [looked[at] for at in sorted(looked) if at > last]
        if last >= 0 or first:
            self._said([*self._waiting, *rows], first=first)
            self._waiting = []
        self._waiting.extend(below)

    def _said(self, rows: Sequence[SheetRow], *, first: bool) -> None:
        source = self.snapshot.address
        if not _filled(self._header.cells):
            return
        every = (self._header, *rows)
        found = tuple(swallowed(every, source, OPTIONS))
        grid = Grid(source=source, name=None, rows=every, findings=found)
        said = sheet_of(grid, self.snapshot, OPTIONS).findings
        self._gathered.add(one for one in said if first or not self._about_header(one))

    def _about_header(self, finding: Finding) -> bool:
        return finding.place.line == self._header.line

    def _find_odd(self, batch: Batch, rows: npt.NDArray[np.int64]) -> None:
        before = len(self.lines)
        for at, pattern in self._patterns.items():
            cells = batch.column(at, rows)
            right = cells.str.contains(rf"\A(?:{pattern.pattern})\z").to_numpy()
            odd = map(int, np.flatnonzero(~right))
            self.odd.extend((before + row + 1, at, cells[row]) for row in odd)

    def _sheet(self) -> Sheet:
        """As the reader of files gives it, with the first row alone."""
        grid = Grid(source=self.snapshot.address, name=None, rows=(self._header,))
        sheet = sheet_of(grid, self.snapshot, OPTIONS)
        header = (*sheet.header, *[""] * (self._width - len(sheet.header)))
        rows = [replace(row, cells=padded(row.cells, len(header))) for row in _some(self._first)]
        return replace(
            sheet,
            header=header,
            rows=tuple(rows),
            findings=self._gathered.told(),
            width=len(header),
        )


def rows_of(path: Path, width: int, told: Told | None = None) -> Iterator[list[str]]:
    """The rows of data of a file that has been read, each as wide as its header."""
    for number, batch in enumerate(batches(path, told)):
        for at, cells in enumerate(batch.cells):
            if (number or at) and not (batch.remarkable[at] and not batch.row(at).has_text):
                yield list(padded(cells, width)) if len(cells) != width else cells


def padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """So many cells, the lacking ones empty."""
    return (*cells[:width], *[""] * (width - len(cells)))


def _filled(cells: Sequence[str]) -> int:
    """How many cells there are up to the last with text."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _some(row: SheetRow | None) -> tuple[SheetRow, ...]:
    return (row,) if row is not None else ()
