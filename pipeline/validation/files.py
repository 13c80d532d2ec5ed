"""A file of a table whose header is the names of the fields, under its schema.

For a clerk who has filled a template and wants to know whether it may be published.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from pipeline.errors import SourceError
from pipeline.model import Finding, Origin, Place, Severity, Snapshot, Table
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.cells import letters_of
from pipeline.readers.grid import SheetRow
from pipeline.readers.headers import header_key
from pipeline.readers.spreadsheet import Sheet, read
from pipeline.validation.schema import Schema, SchemaField
from pipeline.validation.table import validate

_WORD = re.compile(r"[^\W\d_]{4,}")


def validate_file(
    schema: Schema, path: Path, *, options: SpreadsheetOptions, now: datetime
) -> tuple[Finding, ...]:
    """Everything that is wrong with a CSV, XLSX, XLS or ODS under a schema.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    return validate_sheet(read_sheet(path, options=options, now=now), schema)


def read_sheet(path: Path, *, options: SpreadsheetOptions, now: datetime) -> Sheet:
    """The table of a file, as it stands.

    Raises:
        SourceError: the file cannot be read as a table.
    """
    data = _content(path)
    snapshot = Snapshot(
        address=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type="",
        fetched_at=now,
    )
    return read(data, snapshot, options)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("source-is-missing", source=str(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError("source-cannot-be-read", source=str(path), reason=reason) from error


def validate_sheet(sheet: Sheet, schema: Schema) -> tuple[Finding, ...]:
    """Findings of the reader, of the header and of the cells, each with its place in the sheet."""
    names, header = _names(sheet, schema)
    rows, second = _without_titles(sheet, schema, names)
    places = {name: sheet.place(sheet.header_line, at) for at, name in enumerate(names)}
    found = [_placed(item, places) for item in validate(_table(sheet, schema, names, rows), schema)]
    return (*sheet.findings, *header, *second, *found)


def _placed(item: Finding, places: Mapping[str, Place]) -> Finding:
    """A finding about a name in the header, with the cell of that name."""
    about_header = item.row is None and item.value is not None
    place = places.get(item.value or "") if about_header else None
    return replace(item, place=place) if place else item


def _names(sheet: Sheet, schema: Schema) -> tuple[list[str], list[Finding]]:
    """Names of the columns; one that is only spelled otherwise is told and read as meant."""
    names: list[str] = []
    findings: list[Finding] = []
    for position, found in enumerate(sheet.header):
        field = _meant(found, schema, names)
        names.append(field.name if field else found)
        if field and field.name != found:
            place = sheet.place(sheet.header_line, position)
            findings.append(_spelled_otherwise(field, found, place))
    return names, findings


def _meant(found: str, schema: Schema, before: Sequence[str]) -> SchemaField | None:
    """The column that a name in the header means: its own name first, then an alias.

    The publication prints one name over several columns of a table, so a name that stands again
    means the next column that it may.
    """
    key = header_key(found)
    known = [field for field in schema.fields if key in map(header_key, _known(field))]
    known.sort(key=lambda field: header_key(field.name) != key)
    free = [field for field in known if field.name not in before]
    return next(iter(free or known), None)


def _spelled_otherwise(field: SchemaField, found: str, place: Place) -> Finding:
    """A name as the publication prints it may be put right later; any other is an error."""
    printed = found in field.aliases
    return Finding(
        code="label-as-printed" if printed else "label-differs",
        severity=Severity.WARNING if printed else Severity.ERROR,
        place=place,
        field=field.name,
        value=found,
        details={"field": field.name},
    )


def _known(field: SchemaField) -> tuple[str, ...]:
    return (field.name, *field.aliases)


def _without_titles(
    sheet: Sheet, schema: Schema, names: Sequence[str]
) -> tuple[Sequence[SheetRow], list[Finding]]:
    """The rows without the second header of official templates: the titles of the columns."""
    titles = {field.name: field.title for field in schema.fields}
    first = sheet.rows[:1]
    for row in first:
        pairs = zip(names, row.cells, strict=True)
        same = [_is_title(cell, titles.get(name, "")) for name, cell in pairs]
        if sum(same) * 2 > len(same):
            place = sheet.place(row.line)
            finding = Finding(code="header-titles-left-out", severity=Severity.INFO, place=place)
            return sheet.rows[1:], [finding]
    return sheet.rows, []


def _is_title(cell: str, title: str) -> bool:
    """The title of a column, or most of its words in another order or case of grammar.

    The official example of regulatory acts words its titles otherwise than its own structure.
    """
    words, known = ({word[:5] for word in _WORD.findall(text.casefold())} for text in (cell, title))
    most = len(words) > 1 and len(words & known) * 5 >= len(words) * 3
    return header_key(cell) == header_key(title) or most


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
