"""Tables of pages and documents: spans of their cells laid out, and one of several chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.cells import position_of
from pipeline.readers.grid import Area, Grid, SheetRow
from pipeline.readers.headers import header_key
from pipeline.readers.layout import speaks_text

_WIDEST = 1000
"""What a browser takes for `colspan` at most (HTML standard, 4.9.11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A cell and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1
    link: str = ""
    """Addresses that it leads to, by comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One table of a page or document."""

    element: str
    """`table[2]`."""
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    caption: str = ""
    above: tuple[str, ...] = ()
    """Lines of text between it and the table before; only gathered for cards under headings."""
    hidden: frozenset[int] = frozenset()
    """Rows from 1 that a person does not see."""
    places: Sequence[str] = ()
    """Where each row stands, when not simply in the table."""


@dataclass(slots=True)
class _Layout:
    """Rows laid out so far."""

    limit: int
    """Most cells; a few bytes may ask for many."""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    covered: dict[int, int] = field(default_factory=dict)
    """Column -> rows below that a cell from above still covers."""
    size: int = 0


class Laid(NamedTuple):
    """Cells by row and column."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...]
    links: Mapping[tuple[int, int], str]


def laid_out(rows: Sequence[Iterable[Span]], source: str, options: SpreadsheetOptions) -> Laid:
    """Each text in the first cell of its area, and the areas of more than one cell.

    Raises:
        SourceError: spans ask for more cells than the options allow.
    """
    layout = _Layout(limit=options.max_cells)
    for number, row in enumerate(rows):
        left = len(rows) - number
        cells = _row(layout, row, left)
        layout.rows.append(tuple(cells))
        layout.size += len(cells)
        if layout.size > layout.limit:
            limit = layout.limit
            raise SourceError("sheet-is-too-large", source=source, cells=layout.size, limit=limit)
    return Laid(tuple(layout.rows), tuple(layout.merged), layout.links)


def _row(layout: _Layout, row: Iterable[Span], left: int) -> list[str]:
    cells: list[str] = []
    line = len(layout.rows) + 1
    for span in row:
        _skip_covered(cells, layout.covered)
        across, down = min(max(span.across, 1), _WIDEST), min(max(span.down, 1), left)
        start = len(cells)
        if span.link:
            layout.links[(line, start)] = span.link
        if across > 1 or down > 1:
            end = start + across - 1
            layout.merged.append(Area(top=line, left=start, bottom=line + down - 1, right=end))
        for position in range(start, start + across):
            layout.covered[position] = down - 1
        cells += [span.text, *[""] * (across - 1)]
    _skip_covered(cells, layout.covered)
    return cells


def _skip_covered(cells: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append("")


def chosen(found: Sequence[Found], source: str, options: SpreadsheetOptions) -> Grid:
    """The grid of the declared table; the others are counted.

    Raises:
        SourceError: there is no table, not the declared one, or nobody says which of several.
    """
    if not found:
        raise SourceError("document-has-no-table", source=source)
    found = [_headed(table, options) for table in found]
    if options.cards is not None and options.sheet is None and (cards := of_cards(found, options)):
        whole = reduce(joined, (cards[0], *(_apart(table) for table in cards[1:])))
        return _grid(whole, source, tuple(_others(found, cards, source)))
    fitting = [table for table in found if _is_meant(table, found, options)]
    shown = ", ".join(table.caption or table.element for table in found)
    if not fitting:
        wanted = str(options.sheet or " · ".join(options.header_has))
        raise SourceError("table-is-absent", source=source, table=wanted, tables=shown)
    if len(fitting) > 1:
        raise SourceError("table-is-not-declared", source=source, tables=shown)
    return _grid(fitting[0], source, tuple(_others(found, fitting, source)))


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
    """The table under the row that the heading of a card above it would be."""
    heading = options.cards.heading if options.cards else None
    lines = [line for line in table.above if heading and speaks_text(line, heading.matches)]
    if not lines or _card_at(table, options) is not None:
        return table
    first = position_of(options.columns.split(":")[0]) if options.columns else 0
    row = (*[""] * first, lines[-1])
    return joined(
        Found(element=table.element, rows=(row,), places=[f"{table.element}/above"]),
        table,
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
    if options.header_has and len(found) > 1:
        wanted = {header_key(name) for name in options.header_has}
        lines = zip_longest(*table.rows, fillvalue="") if options.transposed else table.rows
        return any(wanted <= {header_key(cell) for cell in line} for line in lines)
    return True


def _places(table: Found) -> Sequence[str]:
    lines = range(1, len(table.rows) + 1)
    return table.places or [f"{table.element}/row[{line}]" for line in lines]


def joined(first: Found, second: Found) -> Found:
    """Two tables as one, the second below the first."""
    down = len(first.rows)
    moved = (
        replace(area, top=area.top + down, bottom=area.bottom + down) for area in second.merged
    )
    return replace(
        first,
        rows=first.rows + second.rows,
        merged=(*first.merged, *moved),
        links={**first.links, **{(line + down, at): to for (line, at), to in second.links.items()}},
        hidden=first.hidden | {line + down for line in second.hidden},
        places=[*_places(first), *_places(second)],
    )


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
    places = _places(table)
    return Grid(
        source=source,
        name=None,
        rows=rows,
        merged=table.merged,
        hidden_rows=table.hidden,
        links=table.links,
        findings=findings,
        elements={row.line: place for row, place in zip(rows, places, strict=True)},
    )
