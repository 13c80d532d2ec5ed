"""Tables of pages and documents: one of several chosen, or those of cards joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import zip_longest

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import position_of
from pipeline.readers.grids.every import as_one, is_section
from pipeline.readers.grids.found import Found, joined, places_of
from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.layout import speaks_text
from pipeline.readers.grids.marked import marked_cells


def chosen(
    found: Sequence[Found],
    source: str,
    options: SpreadsheetOptions,
    below: Sequence[str] = (),
) -> Grid:
    """The grid of the declared table; the others are counted.

    Args:
        found: every table.
        source: how a person would name the page or document.
        options: as declared.
        below: lines of text after the last table, gathered as those above each.

    Raises:
        SourceError: there is no table, not the declared one, or nobody says which of several.
    """
    if not found:
        raise SourceError("document-has-no-table", source=source)
    found = [_headed(table, options) for table in found]
    if options.cards is not None and options.sheet is None and (cards := of_cards(found, options)):
        whole = reduce(joined, (cards[0], *(_apart(table) for table in cards[1:])))
        last = replace(cards[-1], unused=_heading_lines(below, options))
        said = (*_without_cards(cards, "above", source), *_without_cards([last], "below", source))
        return _grid(whole, source, (*_others(found, cards, source), *said))
    fitting = [table for table in found if _is_meant(table, found, options)]
    shown = ", ".join(table.caption or table.element for table in found)
    if not fitting:
        wanted = str(options.sheet or " · ".join(options.header_has))
        raise SourceError("table-is-absent", source=source, table=wanted, tables=shown)
    if len(fitting) > 1 and not options.every:
        raise SourceError("table-is-not-declared", source=source, tables=shown)
    table = as_one(fitting, source, options) if options.every else fitting[0]
    lost = _without_cards([table], "above", source)
    return _grid(table, source, (*_others(found, fitting, source), *lost))


def of_cards(found: Sequence[Found], options: SpreadsheetOptions) -> list[Found]:
    """The tables with cards, and those that go on with fields of the same names."""
    begun = {id(table): at for table in found if (at := _card_at(table, options)) is not None}
    names = {
        header_key(row[begun[id(table)]])
        for table in found
        if id(table) in begun
        for row in table.rows
        if len(row) > begun[id(table)]
    }
    columns = set(begun.values())
    return [
        table
        for table in found
        if id(table) in begun or any(_has_name(row, columns, names) for row in table.rows)
    ]


def _headed(table: Found, options: SpreadsheetOptions) -> Found:
    """The table under the rows that lines above it would be: sections, the heading of its card."""
    sections = _once(one for one in table.above if options.cards and is_section(one, options))
    headings = _heading_lines(table.above, options)
    if _card_at(table, options) is None:
        rows, unused = (*sections, *headings[-1:]), headings[:-1]
    else:
        rows, unused = sections, headings
    first = position_of(options.columns.split(":")[0]) if options.columns else 0
    above = Found(
        element=table.element,
        rows=tuple((*[""] * first, line) for line in rows),
        places=[f"{table.element}/above" for _ in rows],
    )
    return replace(joined(above, table) if rows else table, unused=unused)


def _heading_lines(lines: Iterable[str], options: SpreadsheetOptions) -> tuple[str, ...]:
    """The lines that look like the heading of a card."""
    heading = options.cards.heading if options.cards else None
    found = [
        line
        for line in lines
        if heading and speaks_text(line, heading.matches) and not is_section(line, options)
    ]
    return _once(found)


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    """A page may give a line twice: once for a block, once for the block around it."""
    return tuple(reversed(dict.fromkeys(reversed(tuple(lines)))))


def _without_cards(tables: Sequence[Found], where: str, source: str) -> Iterator[Finding]:
    """Headings that head no table: titles of all, or of cards that are lost."""
    for table in tables:
        for line in table.unused:
            yield Finding(
                code="card-heading-not-used",
                severity=Severity.WARNING,
                place=Place(source=source, element=f"{table.element}/{where}"),
                value=line,
            )


def _card_at(table: Found, options: SpreadsheetOptions) -> int | None:
    """The column in which a card of the table begins; None where none does."""
    cards, width = options.cards, options.header_rows
    for row in table.rows:
        for at, cell in enumerate(row):
            if cards is None or not cell.strip():
                continue
            if cards.heading and speaks_text(cell, cards.heading.matches):
                return at
            if cards.begins and header_key(" ".join(row[at : at + width])) == header_key(
                cards.begins
            ):
                return at + width - 1
    return None


def _has_name(row: Sequence[str], columns: Iterable[int], names: set[str]) -> bool:
    return any(at < len(row) and row[at].strip() and header_key(row[at]) in names for at in columns)


def _is_meant(table: Found, found: Sequence[Found], options: SpreadsheetOptions) -> bool:
    if isinstance(options.sheet, int):
        return found.index(table) == options.sheet - 1
    if isinstance(options.sheet, str):
        return header_key(table.caption) == header_key(options.sheet)
    if options.header_has and (len(found) > 1 or options.every):
        wanted = {header_key(name) for name in options.header_has}
        lines = zip_longest(*table.rows, fillvalue="") if options.transposed else table.rows
        return any(wanted <= {header_key(cell) for cell in line} for line in lines)
    return True


def _apart(table: Found) -> Found:
    """The table with an empty row above: cards of two tables do not stand close together."""
    blank = Found(element=table.element, rows=((),), places=[table.element])
    return joined(blank, table)


def _others(found: Sequence[Found], read: Sequence[Found], source: str) -> Iterator[Finding]:
    others = [table for table in found if all(table is not one for one in read)]
    if others:
        yield Finding(
            code="tables-not-read",
            severity=Severity.INFO,
            place=Place(source=source, element=others[0].element),
            details={"count": len(others)},
        )


def _grid(table: Found, source: str, findings: tuple[Finding, ...]) -> Grid:
    rows = tuple(SheetRow(line=line, cells=cells) for line, cells in enumerate(table.rows, 1))
    places = places_of(table)
    grid = Grid(
        source=source,
        name=None,
        rows=rows,
        merged=table.merged,
        hidden_rows=table.hidden,
        links=table.links,
        elements={row.line: place for row, place in zip(rows, places, strict=True)},
    )
    marked = marked_cells(grid, table.marks)
    return replace(grid, findings=(*findings, *marked))
