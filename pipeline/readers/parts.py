"""Rows of a table that are no data: sections, totals, numbers of columns.

A section becomes a column, a row of totals is compared with what it sums up. What looks like one
of them and is not declared stays among the data, and is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.model import Finding, Severity
from pipeline.parameters.layout import Section, Totals
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.cells import letters_of, number_of, ranges
from pipeline.readers.grid import Grid, SheetRow
from pipeline.readers.headers import header_key
from pipeline.readers.layout import speaks
from pipeline.ukrainian.text import fold_lookalikes, fold_spaces

_TOTAL = re.compile(r"(?:разом|усього|всього|загалом|підсумок|итого)\b", re.IGNORECASE)
_TOTAL_BEGINS = frozenset("рузпивРУЗПИВpPyYB")
_SHARE = Decimal("1e-9")
"""Excel keeps fifteen digits: sums of the same cells may differ in the last ones."""
_NARROW = 3
"""In a table of fewer columns one filled cell in a row means nothing."""


@dataclass(slots=True)
class _Sum:
    """What one column adds up to."""

    total: Decimal = Decimal(0)
    count: int = 0
    has_words: bool = False

    def add(self, text: str) -> None:
        number = number_of(text)
        if number is not None:
            self.total += number
            self.count += 1
        elif text.strip(" -–—\xa0"):
            self.has_words = True


@dataclass(slots=True)
class _Reading:
    """What is known after the rows so far."""

    grid: Grid
    header: Sequence[str]
    sections: dict[str, str] = field(default_factory=dict)
    sums: dict[str, dict[int, _Sum]] = field(default_factory=lambda: {"table": {}, "section": {}})
    header_rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a header of several rows, which each page of a document repeats."""
    left_out: dict[str, list[int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


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
    reading = _Reading(grid=grid, header=header, header_rows=_header_rows(grid, options))
    kept: list[SheetRow] = []
    sections: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if row.has_text and _taken(row, reading, options):
            continue
        kept.append(row)
        sections[row.line] = tuple(
            reading.sections.get(section.name, "") for section in options.sections
        )
        if options.totals and not (options.sums_above and speaks(row, options.sums_above)):
            _add(row, reading)
    said = (*reading.findings, *_counted(reading), *_suspected(grid, header, kept, options))
    return Parts(rows=tuple(kept), sections=sections, findings=said)


def _taken(row: SheetRow, reading: _Reading, options: SpreadsheetOptions) -> bool:
    """Whether the row is no data."""
    if reading.header_rows and _stripped(row) in reading.header_rows:
        reading.left_out.setdefault("header-repeated", []).append(row.line)
        return True
    if options.skip_numbering and is_numbering(row.cells):
        reading.left_out.setdefault("numbering-left-out", []).append(row.line)
        return True
    for totals in options.totals:
        if speaks(row, totals.matches):
            _compare(row, totals, reading)
            reading.left_out.setdefault("totals-left-out", []).append(row.line)
            return True
    return bool(options.sections) and _begins_section(row, reading, options.sections)


def _header_rows(grid: Grid, options: SpreadsheetOptions) -> tuple[tuple[str, ...], ...]:
    if options.header_rows == 1:
        return ()
    first = options.header_row - 1
    return tuple(_stripped(row) for row in grid.rows[first : first + options.header_rows])


def _stripped(row: SheetRow) -> tuple[str, ...]:
    cells = [cell.strip() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


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
            reading.sums["section"] = {}
            return True
    return False


def _add(row: SheetRow, reading: _Reading) -> None:
    for sums in reading.sums.values():
        for position, cell in enumerate(row.cells):
            sums.setdefault(position, _Sum()).add(cell)


def _compare(row: SheetRow, totals: Totals, reading: _Reading) -> None:
    """Say where a printed total is not the sum of its column."""
    sums = reading.sums[totals.of]
    wanted = {header_key(name) for name in totals.columns}
    for position, cell in enumerate(row.cells):
        printed, own = number_of(cell), sums.get(position, _Sum())
        name = reading.header[position] if position < len(reading.header) else ""
        known = header_key(name) in wanted if wanted else own.count and not own.has_words
        if printed is not None and known and not _same(printed, own.total):
            reading.findings.append(_contradiction(row, position, name, own.total, reading.grid))
    if totals.of == "section":
        reading.sums["section"] = {}


def _same(printed: Decimal, total: Decimal) -> bool:
    return abs(printed - total) <= _SHARE * max(abs(total), Decimal(1))


def _contradiction(row: SheetRow, position: int, name: str, total: Decimal, grid: Grid) -> Finding:
    return Finding(
        code="total-differs",
        severity=Severity.WARNING,
        place=grid.place(row.line, position),
        value=row.cells[position],
        details={
            "column": fold_spaces(name) or f"[{letters_of(position + grid.first)}]",
            "sum": f"{total.normalize():f}",
        },
    )


def _counted(reading: _Reading) -> Iterator[Finding]:
    for code, lines in reading.left_out.items():
        yield _said(code, reading.grid, lines)


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
        lines = [row.line for row in full if is_numbering(row.cells)]
        if lines:
            yield _said("rows-look-like-numbering", grid, lines)
    if len(header) >= _NARROW:
        lines = [row.line for row in full if sum(bool(cell.strip()) for cell in row.cells) == 1]
        if lines:
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
