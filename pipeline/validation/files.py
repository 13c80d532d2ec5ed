"""A file of a table whose header is the names of the fields, under its schema.

For a clerk who has filled a template and wants to know whether it may be published.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipeline.errors import SourceError
from pipeline.model import Finding, Origin, Place, Snapshot, Table
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import letters_of
from pipeline.readers.grids.grid import SheetRow
from pipeline.readers.spreadsheet import Sheet, is_text, read
from pipeline.validation.header import named, placed, without_titles
from pipeline.validation.lanes import Lane
from pipeline.validation.schema import Schema
from pipeline.validation.table import judge

_SIGNATURE = 1 << 16
STREAMED = 4_000_000
"""Bytes from which on a CSV is read in pieces: faster from there, and never whole in memory."""

Told = Callable[[int, int], object]
"""Hears how many bytes of how many have been read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A file held against a schema."""

    findings: tuple[Finding, ...]
    header: tuple[str, ...]
    place: Place
    """Of the header."""
    lane: Lane | None
    """How it was judged."""


def validate_file(
    schema: Schema, path: Path, *, options: SpreadsheetOptions, now: datetime
) -> tuple[Finding, ...]:
    """Everything that is wrong with a CSV, XLSX, XLS or ODS under a schema.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    return examine_file(schema, path, options=options, now=now).findings


def examine_file(
    schema: Schema,
    path: Path,
    *,
    options: SpreadsheetOptions,
    now: datetime,
    progress: Told | None = None,
) -> Examined:
    """The same, with the way that was taken; a large CSV is read in pieces.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    if options == SpreadsheetOptions() and _is_large_text(path):
        # Its libraries take time to load, more than a small file is worth.
        from pipeline.validation.streamed import validate_streamed

        size = path.stat().st_size
        snapshot = _snapshot(path, "", size, now)
        sheet, verdict = validate_streamed(schema, path, snapshot, progress)
        return _examined(sheet, verdict.findings, verdict.lane)
    sheet = read_sheet(path, options=options, now=now)
    findings, lane = _of_sheet(sheet, schema)
    return _examined(sheet, findings, lane)


def _examined(sheet: Sheet, findings: tuple[Finding, ...], lane: Lane | None) -> Examined:
    place = sheet.place(sheet.header_line)
    return Examined(findings=findings, header=sheet.header, place=place, lane=lane)


def _is_large_text(path: Path) -> bool:
    """Whether it is large, and by its first bytes neither a workbook nor anything but text."""
    try:
        if path.stat().st_size < STREAMED:
            return False
        with path.open("rb") as binary:
            return is_text(binary.read(_SIGNATURE))
    except OSError:
        return False  # The reader of files says what is wrong.


def _snapshot(path: Path, digest: str, size: int, now: datetime) -> Snapshot:
    return Snapshot(address=str(path), sha256=digest, size=size, media_type="", fetched_at=now)


def read_sheet(path: Path, *, options: SpreadsheetOptions, now: datetime) -> Sheet:
    """The table of a file, as it stands.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    data = _content(path)
    digest = hashlib.sha256(data).hexdigest()
    return read(data, _snapshot(path, digest, len(data), now), options)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("source-is-missing", source=str(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError("source-cannot-be-read", source=str(path), reason=reason) from error


def _of_sheet(sheet: Sheet, schema: Schema) -> tuple[tuple[Finding, ...], Lane | None]:
    """Findings of the reader, of the header and of the cells, each with its place in the sheet."""
    names, header = named(sheet, schema)
    rows, second = without_titles(sheet, schema, names)
    places = {name: sheet.place(sheet.header_line, at) for at, name in enumerate(names)}
    verdict = judge(_table(sheet, schema, names, rows), schema)
    found = [placed(item, places) for item in verdict.findings]
    return (*sheet.findings, *header, *second, *found), verdict.lane


def _table(sheet: Sheet, schema: Schema, names: Sequence[str], rows: Sequence[SheetRow]) -> Table:
    letters = {name: letters_of(at) for at, name in enumerate(names)} if sheet.name else {}
    digest = sheet.snapshot.sha256
    return Table(
        schema=schema.path,
        frame=pd.DataFrame([list(row.cells) for row in rows], columns=list(names), dtype=str),
        origins=tuple(
            Origin(sha256=digest, place=sheet.place(row.line), columns=letters) for row in rows
        ),
    )
