"""Rows of a table that are no data: sections, totals, numbers of columns.

A section becomes a column, a row of totals is compared with what it sums up. What looks like one
of them and is not declared stays among the data, and is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Finding, Severity
from pipeline.parameters.layout import Section
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import ranges
from pipeline.readers.grids.grid import Grid, SheetRow, filled
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.layout import speaks
from pipeline.readers.grids.reckoning import Reckoning, is_total, text_of_cells
from pipeline.ukrainian.text import fold_lookalikes, fold_spaces

_TOTAL = re.compile(r"(?:разом|усього|всього|загалом|підсумок|итого)\b", re.IGNORECASE)
_TOTAL_BEGINS = frozenset("рузпивРУЗПИВpPyYB")
_NARROW = 3
"""In a table of fewer columns one filled cell in a row means nothing."""


@dataclass(slots=True)
class _Reading:
    """What is known after the rows so far."""

    grid: Grid
    header: Sequence[str]
    sums: Reckoning
    repeated: "_Header"
    sections: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, list[SheetRow]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The rows of data, and what the others said of them."""

    rows: tuple[SheetRow, ...]
    sections: Mapping[int, tuple[str, ...]]
    """Row -> the sections it stands in, in the order of their declaration."""
    findings: tuple[Finding, ...]


def part(
    grid: Grid, header: Sequence[str], rows: Sequence[SheetRow], options: SpreadsheetOptions
) -> Parts:
    """Tell data from declared sections, totals and numbers of columns."""
    sums, repeated = Reckoning(grid, header), _Header(grid, header, options)
    reading = _Reading(grid=grid, header=header, sums=sums, repeated=repeated)
    kept: list[SheetRow] = []
    sections: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if row.has_text and _taken(row, reading, options):
            continue
        kept.append(row)
        sections[row.line] = tuple(
            reading.sections.get(section.name, "") for section in options.sections
        )
        if (options.totals or options.sums_above) and row.has_text:
            _sum_up(row, reading, options)
    sums.begin_unit(None)
    said = (*sums.findings, *_counted(reading), *_suspected(grid, header, kept, options))
    return Parts(rows=tuple(kept), sections=sections, findings=said)


def _taken(row: SheetRow, reading: _Reading, options: SpreadsheetOptions) -> bool:
    """Whether the row is no data."""
    if options.header_rows > 1 and reading.repeated.is_again(row):
        return _leave_out("header-repeated", row, reading)
    if options.skip_numbering and is_numbering(_named(row, reading.header)):
        return _leave_out("numbering-left-out", row, reading)
    for totals in options.totals:
        if is_total(row, totals):
            reading.sums.compare(row, totals)
            return _leave_out("totals-left-out", row, reading)
    return bool(options.sections) and _begins_section(row, reading, options.sections)


def _leave_out(code: str, row: SheetRow, reading: _Reading) -> bool:
    reading.left_out.setdefault(code, []).append(row)
    return True


def _sum_up(row: SheetRow, reading: _Reading, options: SpreadsheetOptions) -> None:
    if options.sums_above and speaks(row, options.sums_above):
        reading.sums.begin_unit(row)
    elif not reading.repeated.is_again(row):
        reading.sums.add(row)


class _Header:
    """The header of a table, by which its repetition on the next page is known."""

    def __init__(self, grid: Grid, header: Sequence[str], options: SpreadsheetOptions) -> None:
        first = options.header_row - 1
        rows = grid.rows[first : first + options.header_rows]
        self._rows = {_stripped(row) for row in rows}
        self._names = [{header_key(name)} for name in header]
        for row in filled(rows, grid.merged):
            for known, cell in zip(self._names, row.cells, strict=False):
                known.add(header_key(cell.strip()))

    def is_again(self, row: SheetRow) -> bool:
        """Whether the row is one of its rows, or says of each column what one of them does."""
        cells = _stripped(row)
        if cells in self._rows:
            return True
        full = [place for place, cell in enumerate(cells) if cell]
        return len(full) > 1 and all(
            place < len(self._names) and header_key(cells[place]) in self._names[place]
            for place in full
        )


def _stripped(row: SheetRow) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _named(row: SheetRow, header: Sequence[str]) -> list[str]:
    """The cells without empty ones of columns that have no name."""
    return [
        cell
        for place, cell in enumerate(row.cells)
        if cell.strip() or (place < len(header) and header[place].strip())
    ]


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: `1 | 2 | 3`."""
    if not cells or not cells[0].strip().startswith("1"):
        return False
    texts = [cell.strip().rstrip(".") for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _begins_section(row: SheetRow, reading: _Reading, sections: Sequence[Section]) -> bool:
    texts = [text for cell in row.cells if (text := fold_spaces(cell))]
    if len(texts) != 1:
        return False
    for level, section in enumerate(sections):
        if section.matches is None or speaks(row, section.matches):
            for deeper in sections[level:]:
                reading.sections.pop(deeper.name, None)
            reading.sections[section.name] = texts[0]
            reading.sums.begin_section()
            return True
    return False


def _counted(reading: _Reading) -> Iterator[Finding]:
    for code, rows in reading.left_out.items():
        said = _said(code, reading.grid, [row.line for row in rows])
        # What a total says is nowhere else.
        shown = "\n".join(map(text_of_cells, rows)) if code == "totals-left-out" else None
        yield replace(said, value=shown)


def _suspected(
    grid: Grid, header: Sequence[str], rows: Sequence[SheetRow], options: SpreadsheetOptions
) -> Iterator[Finding]:
    """Rows that look like totals, sections or notes, and that nothing declares."""
    full = [row for row in rows if row.has_text]
    if not options.totals:
        lines = [row.line for row in full if _looks_like_total(row)]
        if lines:
            yield _said("rows-look-like-totals", grid, lines)
    if not options.skip_numbering and len(header) > _NARROW:
        lines = [row.line for row in full if is_numbering(_named(row, header))]
        if lines:
            yield _said("rows-look-like-numbering", grid, lines)
    if len(header) >= _NARROW:
        lines = [row.line for row in full if sum(bool(cell.strip()) for cell in row.cells) == 1]
        if lines and options.sections:
            # Rows under the title of a section that is not known have that of the one before.
            texts = [text_of_cells(row) for row in full if row.line in lines]
            said = _said("rows-may-be-sections", grid, lines)
            yield replace(said, severity=Severity.WARNING, value="\n".join(texts))
        elif lines:
            yield _said("rows-have-one-cell", grid, lines)


def _looks_like_total(row: SheetRow) -> bool:
    text = next(filter(str.strip, row.cells)).lstrip()
    # Folding is slow, and few first letters are worth it.
    return text[0] in _TOTAL_BEGINS and bool(_TOTAL.match(fold_lookalikes(text)))


def _said(code: str, grid: Grid, lines: Sequence[int]) -> Finding:
    return Finding(
        code=code,
        severity=Severity.INFO,
        place=grid.place(lines[0]),
        details={"count": len(lines), "rows": ranges(lines)},
    )
