"""A large CSV under a schema, in pieces: the findings of `files.py`, and no table in memory.

frictionless judges the file itself where its records are the rows of the table cell by cell, else
its rows read anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import frictionless
from frictionless.formats import CsvControl
from frictionless.resources import TableResource

from pipeline.model import Finding, Origin, Place, Snapshot
from pipeline.readers.batches import Told
from pipeline.readers.spreadsheet import Sheet
from pipeline.validation.header import named, placed, without_titles
from pipeline.validation.lanes import Lane
from pipeline.validation.reading import Reading, rows_of
from pipeline.validation.schema import Schema
from pipeline.validation.spelling import is_odd, odd
from pipeline.validation.table import Verdict, empty, inline, plain, reported, told


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of which something is said, as far as it needs them."""

    name: str
    source: str
    lines: Sequence[int]
    columns: Mapping[str, int]
    cells: Mapping[int, Sequence[str]]
    odd: Mapping[tuple[int, str], str]

    def origin(self, row: int) -> Origin:
        """Where a row came from."""
        return Origin(sha256="", place=Place(source=self.source, line=self.lines[row - 1]))

    def cell(self, row: int, name: str) -> str:
        """A cell as it stands."""
        known = self.odd.get((row, name))
        return self.cells[row][self.columns[name]] if known is None else known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """A file that has been read through, under the names that its columns mean."""

    reading: Reading
    sheet: Sheet
    names: Sequence[str]
    titles: int
    """Rows that only repeat the titles of the columns: none, or the first."""

    @property
    def columns(self) -> Mapping[str, int]:
        """Name -> position of the first column of that name, in their order."""
        found: dict[str, int] = {}
        for at, name in enumerate(self.names):
            found.setdefault(name, at)
        return found


def validate_streamed(
    schema: Schema, path: Path, snapshot: Snapshot, progress: Told | None = None
) -> tuple[Sheet, Verdict]:
    """Everything that is wrong with a CSV in UTF-8 with commas; the sheet has one row at most.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    reading = _begun(schema, path, snapshot)
    sheet = reading.read(progress)
    names, header = named(sheet, schema)
    _, second = without_titles(sheet, schema, names)
    content = _Content(reading=reading, sheet=sheet, names=names, titles=len(second))
    found, lane = _judged(content, schema, progress)
    places = {name: sheet.place(sheet.header_line, at) for at, name in enumerate(names)}
    placed_ones = [placed(item, places) for item in found]
    findings = (*sheet.findings, *header, *second, *placed_ones)
    return sheet, Verdict(findings=findings, lane=lane)


def _begun(schema: Schema, path: Path, snapshot: Snapshot) -> Reading:
    def kinds(header: Sheet) -> Mapping[int, str]:
        types = {field.name: field.type for field in schema.fields}
        names, _ = named(header, schema)
        first = {name: at for at, name in reversed(list(enumerate(names)))}
        return {at: types[name] for name, at in first.items() if name in types}

    return Reading(path, snapshot, kinds)


def _judged(
    content: _Content, schema: Schema, progress: Told | None
) -> tuple[tuple[Finding, ...], Lane | None]:
    name = schema.path.rpartition("/")[2]
    count = len(content.reading.lines) - content.titles
    if not count:
        verdict = empty(name, list(content.columns), schema)
        return verdict.findings, verdict.lane
    with frictionless.system.use_context(trusted=True):
        opened = _opened(content, schema, progress)
        report, lane = reported(opened, name, count, streamed=True)
    return told(report, *_findable(content, schema, report, name), schema, content.names), lane


def _opened(
    content: _Content, schema: Schema, progress: Told | None
) -> Callable[[], TableResource]:
    own = content.reading.regular and list(content.sheet.header) == list(content.names)
    if own and not content.titles and len(content.columns) == len(content.names):
        return lambda: _itself(content.reading.path, schema)
    return lambda: inline(_anew(content, progress), schema)


def _itself(path: Path, schema: Schema) -> TableResource:
    """The file as it stands; nothing of its dialect is left to be guessed."""
    control = CsvControl(
        delimiter=",",
        quote_char='"',
        line_terminator="\r\n",
        double_quote=True,
        skip_initial_space=False,
    )
    return TableResource(
        path=str(path),
        encoding="utf-8-sig",
        schema=frictionless.Schema.from_descriptor(plain(schema)),
        dialect=frictionless.Dialect(header=True, header_rows=[1], controls=[control]),
    )


def _anew(content: _Content, progress: Told | None) -> Callable[[], Iterator[list[str]]]:
    """The rows of the table with their header, as often as they are asked for."""
    places = list(content.columns.values())
    every = len(places) == len(content.names)

    def rows() -> Iterator[list[str]]:
        yield list(content.columns)
        found = rows_of(content.reading.path, len(content.names), progress)
        for cells in islice(found, content.titles, None):
            yield cells if every else [cells[at] for at in places]

    return rows


def _findable(
    content: _Content, schema: Schema, report: frictionless.Report, name: str
) -> tuple[Iterator[Finding], _Rows]:
    """Oddly written cells, and the rows that findings are about."""
    types = {field.name: field.type for field in schema.fields}
    order = {name: at for at, name in enumerate(types)}
    found = (
        (row - content.titles, content.names[at], text)
        for row, at, text in content.reading.odd
        if row > content.titles and is_odd(text, types[content.names[at]], schema)
    )
    # As a file that is read whole tells them: field by field of the schema.
    odd_ones = sorted(found, key=lambda one: (order[one[1]], one[0]))
    rows = _Rows(
        name=name,
        source=content.reading.snapshot.address,
        lines=content.reading.lines[content.titles :],
        columns={one: at for at, one in enumerate(content.columns)},
        cells=dict(_cells(report)),
        odd={(row, column): text for row, column, text in odd_ones},
    )
    return (odd(rows, row, column, types[column]) for row, column, _ in odd_ones), rows


def _cells(report: frictionless.Report) -> Iterator[tuple[int, Sequence[str]]]:
    for task in report.tasks:
        for error in task.errors:
            if isinstance(error, frictionless.errors.RowError):
                yield error.row_number - 1, error.cells
