"""The table of a PDF that has a text layer; a scanned one is said to be one.

A table that goes on at the top of the next page with as many columns is one table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from pipeline.errors import SourceError
from pipeline.model import Snapshot
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.found import Found, joined
from pipeline.readers.grids.grid import Area, Grid
from pipeline.readers.grids.tables import chosen
from pipeline.readers.links import followed
from pipeline.readers.pdfs.aligned import Line, lines_of, read_table
from pipeline.readers.pdfs.pages import GARBLED, REFUSALS, read_pages, unreadable
from pipeline.readers.pdfs.raised import raise_figures

_NEAR = 1.0
"""Points: lines nearer than this are one."""


@dataclass(slots=True)
class _Read:
    """What the pages so far have given."""

    tables: list[Found] = field(default_factory=list)
    open_at: int = 0
    """Page on which the last table may still go on; 0: it may not."""
    lines: list[Line] = field(default_factory=list)
    """Of tables without drawn lines."""
    scanned: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    has_text: bool = False


def read_grid(data: bytes, snapshot: Snapshot, options: SpreadsheetOptions) -> Grid:
    """Read the declared table of a PDF.

    Raises:
        SourceError: it is no PDF, damaged, protected, scanned, beyond a limit, or has no table.
    """
    source = snapshot.address
    read = _pages(data, source, options)
    if not read.has_text:
        raise SourceError("pdf-is-scanned", source=source)
    if options.aligned:
        read.tables = [read_table(read.lines, options.aligned, options, source)]
    grid = chosen(read.tables, source, options)
    return replace(grid, findings=(*grid.findings, *unreadable(read.scanned, read.garbled, source)))


def _pages(data: bytes, source: str, options: SpreadsheetOptions) -> _Read:
    read = _Read()
    read_pages(data, source, options, lambda page, number: _page(page, number, read, options))
    return read


def _page(page: Page, number: int, read: _Read, options: SpreadsheetOptions) -> None:
    if not page.chars:
        if page.images:
            read.scanned.append(number)
        return
    read.has_text = True
    raise_figures(page)
    if options.aligned:
        _take_lines(page, number, read, options)
    else:
        _take_tables(page, number, read, options)


def _take_lines(page: Page, number: int, read: _Read, options: SpreadsheetOptions) -> None:
    lines = list(lines_of(page, number, _clickable(page, options)))
    if any(GARBLED in line.text for line in lines):
        read.garbled.append(number)
    read.lines += lines


def _take_tables(page: Page, number: int, read: _Read, options: SpreadsheetOptions) -> None:
    for place, table in enumerate(page.find_tables(), start=1):
        links = dict(_links(table, page, options))
        found = replace(_found(table, number, place), links=links)
        if any(GARBLED in cell for row in found.rows for cell in row):
            read.garbled.append(number)
        if place == 1 and read.open_at == number - 1 and _goes_on(read.tables, found):
            read.tables[-1] = joined(read.tables[-1], found)
        else:
            read.tables.append(found)
        read.open_at = number


def _found(table: Table, page: int, place: int) -> Found:
    rows = tuple(tuple(_lines(cell) for cell in row) for row in table.extract())
    element = f"page[{page}]/table[{place}]"
    return Found(
        element=element,
        rows=rows,
        merged=tuple(_areas(table)),
        places=[f"{element}/row[{line}]" for line in range(1, len(rows) + 1)],
    )


def _lines(cell: str | None) -> str:
    return "\n".join(text for line in (cell or "").split("\n") if (text := " ".join(line.split())))


def _links(
    table: Table, page: Page, options: SpreadsheetOptions
) -> Iterator[tuple[tuple[int, int], str]]:
    """Addresses that each cell leads to: those of the areas whose middle lies in it."""
    links = _clickable(page, options)
    for line, row in enumerate(table.rows if links else (), start=1):
        for position, cell in enumerate(row.cells):
            inside = [link for link in links if cell and _is_inside(link, cell)]
            addresses = (followed(str(link["uri"]), options.base) for link in inside)
            if found := ", ".join(dict.fromkeys(filter(None, addresses))):
                yield (line, position), found


def _clickable(page: Page, options: SpreadsheetOptions) -> list[dict[str, Any]]:
    try:
        return [link for link in page.hyperlinks if link.get("uri")]
    except REFUSALS:
        # Words are read all the same where nobody asks for links.
        if options.links:
            raise
        return []


def _is_inside(link: Mapping[str, Any], cell: tuple[float, float, float, float]) -> bool:
    across, down = (link["x0"] + link["x1"]) / 2, (link["top"] + link["bottom"]) / 2
    return bool(cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3])


def _areas(table: Table) -> Iterator[Area]:
    """Cells that reach over the beginnings of others."""
    lefts = sorted({cell[0] for cell in table.cells})
    tops = [row.bbox[1] for row in table.rows]
    for line, row in enumerate(table.rows, start=1):
        for position, cell in enumerate(row.cells):
            if cell is None:
                continue
            right = sum(left < cell[2] - _NEAR for left in lefts) - 1
            bottom = sum(top < cell[3] - _NEAR for top in tops)
            if right > position or bottom > line:
                yield Area(top=line, left=position, bottom=bottom, right=right)


def _goes_on(tables: Sequence[Found], found: Found) -> bool:
    return bool(tables) and _width(tables[-1]) == _width(found)


def _width(table: Found) -> int:
    return max((len(row) for row in table.rows), default=0)
