"""Several tables with one header, as one: a register that a document breaks by its villages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from pipeline.errors import SourceError
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.found import Found, joined, places_of
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.layout import speaks_text


def as_one(tables: Sequence[Found], source: str, options: SpreadsheetOptions) -> Found:
    """The rows of all tables under the header of the first; lines above that are sections stay.

    Raises:
        SourceError: a header differs from the first one, so that its columns may be others.
    """
    first = tables[0]
    for table in tables:
        if _names(table, options) != _names(first, options):
            raise SourceError(
                "tables-differ", source=source, table=table.element, first=first.element
            )
    end = _header(first, options) + options.header_rows
    parts = [part for table in tables for part in _below(table, options, is_first=table is first)]
    return reduce(joined, parts, _cut(first, 0, end))


def _below(table: Found, options: SpreadsheetOptions, *, is_first: bool) -> list[Found]:
    """What a table adds: the sections above it, its data."""
    top = _header(table, options)
    sections = dict.fromkeys(one for one in table.above if is_section(one, options))
    lines = Found(
        element=table.element,
        rows=tuple((line,) for line in sections),
        places=[f"{table.element}/above" for _ in sections],
    )
    # What stands above the first header is above the table; above another one it may be a section.
    title = _cut(table, 0, 0 if is_first else top)
    return [lines, title, _cut(table, top + options.header_rows, len(table.rows))]


def is_section(line: str, options: SpreadsheetOptions) -> bool:
    """Whether a line of text above a table names a section that is declared."""
    return any(one.matches and speaks_text(line, one.matches) for one in options.sections)


def _header(table: Found, options: SpreadsheetOptions) -> int:
    """Where the header begins, from 0."""
    wanted = {header_key(name) for name in options.header_has}
    keys = (set(map(header_key, row)) for row in table.rows)
    return next(line for line, row in enumerate(keys) if wanted <= row)


def _names(table: Found, options: SpreadsheetOptions) -> list[list[str]]:
    start = _header(table, options)
    rows = table.rows[start : start + options.header_rows]
    return [[header_key(cell) for cell in row] for row in rows]


def _cut(table: Found, start: int, end: int) -> Found:
    """The rows from `start` to `end`, counted from 0, with all that is known of them."""
    inside = range(start + 1, end + 1)
    return replace(
        table,
        rows=table.rows[start:end],
        merged=tuple(
            replace(area, top=area.top - start, bottom=min(area.bottom, end) - start)
            for area in table.merged
            if area.top in inside
        ),
        links=_of(table.links, inside),
        marks={code: _of(cells, inside) for code, cells in table.marks.items()},
        hidden=frozenset(line - start for line in table.hidden if line in inside),
        places=places_of(table)[start:end],
    )


def _of(said: Mapping[tuple[int, int], str], inside: range) -> dict[tuple[int, int], str]:
    before = inside.start - 1
    return {(line - before, at): text for (line, at), text in said.items() if line in inside}
