"""Workbooks: values by python-calamine; formats, hidden rows and errors by openpyxl."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from pipeline.errors import SourceError
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.cells import PRECISION, is_number, text_of
from pipeline.readers.grids.grid import Area, Grid, SheetRow
from pipeline.readers.grids.marked import STRUCK, marked_cells, percent_cells
from pipeline.readers.links import followed
from pipeline.readers.workbooks.biff import read_biff_facts
from pipeline.readers.workbooks.facts import Facts, read_facts
from pipeline.readers.workbooks.odf import read_odf_facts
from pipeline.readers.workbooks.package import Package

_PANIC = "PanicException"


class _Worksheet(NamedTuple):
    sheet: CalamineSheet
    hidden: bool

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def has_data(self) -> bool:
        return self.sheet.start is not None


def read_grid(
    data: bytes, source: str, options: SpreadsheetOptions, package: Package | None
) -> Grid:
    """Read one sheet of a workbook; `package` is none for XLS.

    Raises:
        SourceError: the workbook is damaged or protected, or the sheet is not clear.
    """
    try:
        return _read_grid(data, source, options, package)
    except python_calamine.PasswordError as error:
        raise SourceError("workbook-is-protected", source=source) from error
    except _stumbles() as error:
        raise SourceError("workbook-is-damaged", source=source) from error


def _read_grid(
    data: bytes, source: str, options: SpreadsheetOptions, package: Package | None
) -> Grid:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        sheets = _worksheets(book)
        chosen = _chosen(sheets, source, options)
        sheet, others = chosen.sheet, tuple(_others(sheets, chosen, source, options))
    rows, columns = _size(sheet)
    if rows * columns > options.max_cells:
        limit = options.max_cells
        raise SourceError("sheet-is-too-large", source=source, cells=rows * columns, limit=limit)
    return _grid(sheet, data, source, package, options.base, others)


def _stumbles() -> tuple[type[BaseException], ...]:
    """What calamine raises for a damaged workbook, and where it stumbles over itself.

    For the second PyO3 makes a class at the first time, keeps it to itself and below no other.
    """
    panics = (kind for kind in BaseException.__subclasses__() if kind.__name__ == _PANIC)
    return (python_calamine.CalamineError, *panics)


def _worksheets(book: CalamineWorkbook) -> list[_Worksheet]:
    return [
        _Worksheet(
            book.get_sheet_by_name(sheet.name), sheet.visible is not SheetVisibleEnum.Visible
        )
        for sheet in book.sheets_metadata
        if sheet.typ is SheetTypeEnum.WorkSheet
    ]


def _chosen(sheets: Sequence[_Worksheet], source: str, options: SpreadsheetOptions) -> _Worksheet:
    names = ", ".join(sheet.name for sheet in sheets)
    wanted = options.sheet
    if isinstance(wanted, str):
        found = [sheet for sheet in sheets if sheet.name == wanted]
    elif isinstance(wanted, int):
        found = list(sheets[wanted - 1 : wanted]) if wanted > 0 else []
    else:
        found = _meant(sheets, options)
        if len(found) > 1:
            raise SourceError("sheet-is-not-declared", source=source, sheets=names)
    if not found and wanted is None:
        raise SourceError("workbook-has-no-data", source=source, sheets=names)
    if not found:
        raise SourceError("sheet-is-absent", source=source, sheet=str(wanted), sheets=names)
    return found[0]


def _meant(sheets: Sequence[_Worksheet], options: SpreadsheetOptions) -> list[_Worksheet]:
    """The sheets with data that may be meant where none is declared: visible ones first."""
    full = [s for s in sheets if s.has_data and s.name not in options.ignore_sheets]
    return [sheet for sheet in full if not sheet.hidden] or full


def _others(
    sheets: Sequence[_Worksheet], chosen: _Worksheet, source: str, options: SpreadsheetOptions
) -> Iterator[Finding]:
    for sheet in sheets:
        place = Place(source=source, sheet=sheet.name)
        if sheet is chosen:
            if sheet.hidden:
                yield Finding(code="sheet-is-hidden", severity=Severity.WARNING, place=place)
        elif sheet.has_data and sheet.name not in options.ignore_sheets:
            yield Finding(
                code="sheet-not-read",
                severity=Severity.WARNING,
                place=place,
                details={"sheet": sheet.name, "hidden": "yes" if sheet.hidden else "no"},
            )


def _size(sheet: CalamineSheet) -> tuple[int, int]:
    """Rows and columns from A1 to the last cell with content."""
    row, column = sheet.end or (-1, -1)
    return row + 1, column + 1


def _grid(
    sheet: CalamineSheet,
    data: bytes,
    source: str,
    package: Package | None,
    base: str,
    others: tuple[Finding, ...],
) -> Grid:
    facts, merged, unread = _facts(sheet, data, source, package)
    grid = Grid(
        source=source,
        name=sheet.name,
        rows=tuple(_rows(sheet, facts)),
        merged=merged or tuple(_areas(sheet)),
        hidden_rows=facts.hidden_rows,
        links=dict(_links(facts, base)),
    )
    return replace(grid, findings=(*others, *unread, *_said(grid, facts), *_long_numbers(grid)))


def _facts(
    sheet: CalamineSheet, data: bytes, source: str, package: Package | None
) -> tuple[Facts, tuple[Area, ...], tuple[Finding, ...]]:
    if package is None:
        known = read_biff_facts(data, sheet.name, _size(sheet))
        return known or Facts(), (), () if known else (_unread(sheet, source, "older"),)
    if package.kind == "ods":
        told = read_odf_facts(data, sheet.name, _size(sheet))
        return (*told, ()) if told else (Facts(), (), (_unread(sheet, source, "older"),))
    lacking = tuple(_lacking(sheet, source, package))
    if not package.has_facts:
        return Facts(), (), lacking
    facts = read_facts(data, sheet.name, _size(sheet), has_formulas=package.has_formulas)
    if facts is not None:
        return facts, (), lacking
    return Facts(), (), (*lacking, _unread(sheet, source, "xlsx"))


def _lacking(sheet: CalamineSheet, source: str, package: Package) -> Iterator[Finding]:
    """Parts that another program would miss; the values are whole without them."""
    if package.missing:
        yield Finding(
            code="workbook-lacks-parts",
            severity=Severity.WARNING,
            place=Place(source=source, sheet=sheet.name),
            details={"count": len(package.missing), "parts": ", ".join(package.missing[:5])},
        )


def _unread(sheet: CalamineSheet, source: str, kind: str) -> Finding:
    """What openpyxl would have told is not known: the workbook is damaged, or not XLSX at all."""
    return Finding(
        code="workbook-details-unread",
        severity=Severity.WARNING if kind == "xlsx" else Severity.INFO,
        place=Place(source=source, sheet=sheet.name),
        details={"kind": kind},
    )


def _rows(sheet: CalamineSheet, facts: Facts) -> Iterator[SheetRow]:
    for line, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        cells, numbers, dates = [], set(), set()
        for position, value in enumerate(values):
            text = "" if (line, position) in facts.errors else text_of(value)
            text = facts.texts.get((line, position), text)
            if text and is_number(value):
                width = facts.widths.get((line, position), 0)
                if not width:
                    numbers.add(position)
                text = text.zfill(width)
            elif text and isinstance(value, date):
                dates.add(position)
            cells.append(text)
        yield SheetRow(
            line=line, cells=tuple(cells), numbers=frozenset(numbers), dates=frozenset(dates)
        )


def _links(facts: Facts, base: str) -> Iterator[tuple[tuple[int, int], str]]:
    for spot, written in facts.links.items():
        found = dict.fromkeys(filter(None, (followed(one, base) for one in written)))
        if found:
            yield spot, ", ".join(found)


def _areas(sheet: CalamineSheet) -> Iterator[Area]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield Area(top=top + 1, left=left, bottom=bottom + 1, right=right)


def _said(grid: Grid, facts: Facts) -> Iterator[Finding]:
    for (line, position), text in facts.errors.items():
        place = grid.place(line, position)
        yield Finding(code="cell-has-error", severity=Severity.ERROR, place=place, value=text)
    for line, position in sorted(facts.uncalculated):
        place = grid.place(line, position)
        yield Finding(code="formula-without-value", severity=Severity.ERROR, place=place)
    for line, position in sorted(facts.comments):
        place = grid.place(line, position)
        yield Finding(code="cell-has-comment", severity=Severity.INFO, place=place)
    yield from marked_cells(grid, {STRUCK: dict(_struck(grid, facts))})
    yield from percent_cells(grid, facts.percents)
    for line, position in sorted(facts.lost_links):
        place = grid.place(line, position)
        yield Finding(code="link-unread", severity=Severity.WARNING, place=place)
    for position in sorted(facts.hidden_columns):
        place = grid.place(1, position)
        yield Finding(code="column-is-hidden", severity=Severity.WARNING, place=place)


def _struck(grid: Grid, facts: Facts) -> Iterator[tuple[tuple[int, int], str]]:
    texts = {row.line: row.cells for row in grid.rows}
    for (line, position), text in facts.struck.items():
        cells = texts.get(line, ())
        if shown := text or "".join(cells[position : position + 1]):
            yield (line, position), shown


def _long_numbers(grid: Grid) -> Iterator[Finding]:
    for row in grid.rows:
        for position in sorted(row.numbers):
            text = row.cells[position]
            if len(text) > len(str(PRECISION)) - 1 and text.isdigit():
                yield Finding(
                    code="number-lost-digits",
                    severity=Severity.ERROR,
                    place=grid.place(row.line, position),
                    value=text,
                )
