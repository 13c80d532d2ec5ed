"""The names in the header of a file as the columns that a schema means by them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model import Finding, Place, Severity
from pipeline.readers.grids.grid import SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.readers.spreadsheet import Sheet
from pipeline.validation.schema import Schema, SchemaField

_WORD = re.compile(r"[^\W\d_]{4,}")


def placed(item: Finding, places: Mapping[str, Place]) -> Finding:
    """A finding about a name in the header, with the cell of that name."""
    about_header = item.row is None and item.value is not None
    place = places.get(item.value or "") if about_header else None
    return replace(item, place=place) if place else item


def named(sheet: Sheet, schema: Schema) -> tuple[list[str], list[Finding]]:
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


def without_titles(
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
