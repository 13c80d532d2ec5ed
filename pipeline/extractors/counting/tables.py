"""Counts in tables: the label of the row says what, the header of the column says of when.

A table is a run of lines with cells. Where a converter has put every cell on a line of its own,
three or more labels that alternate with lone numbers are such a table as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.counting.columns import (
    holds_units,
    measure_in,
    names_rows,
    persons_in,
    rule_of,
    tells_aside,
)
from pipeline.extractors.counting.labels import name_label
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, Measure, measure_at, measure_of
from pipeline.extractors.counting.open_times import open_mentions
from pipeline.extractors.counting.openers import find_openers
from pipeline.extractors.counting.table_cells import Cell, Row, loose_tables, ruled_tables
from pipeline.extractors.counting.table_wholes import TableNumber, is_total, with_wholes
from pipeline.extractors.counting.times import Time
from pipeline.extractors.counting.tokens import Token
from pipeline.readers.document import Line
from pipeline.ukrainian.morphology import nouns
from pipeline.ukrainian.periods import Mention, find_mentions
from pipeline.ukrainian.text import plain as to_plain

_ORDER = re.compile(r"^\W*(?:№|n|з/п|п/п|№\s*з/п|№\s*п/п)\W*(?:з/п|п/п)?\W*$", re.IGNORECASE)
_OPENS_PARTS = re.compile(r"\W*(?:[ув]\s+т(?:ому|\.)\s*ч|(?:з|із)\s+(?:них|яких))", re.IGNORECASE)
_NAMES_AND_NUMBERS = 2
"""Rows."""


def read_tables(
    text: str, lines: Sequence[Line], tokens: Sequence[Token], report: Time
) -> tuple[TableNumber, ...]:
    """The numbers of all tables; columns named by months alone are of the year of the report."""
    found: list[TableNumber] = []
    # In the order of the text: loose tables stand between the others.
    for table in (*ruled_tables(lines, tokens), *loose_tables(text, lines, tokens)):
        found.extend(with_wholes(list(_read_table(text, table, report)), len(found)))
    return tuple(found)


def _read_table(text: str, table: Sequence[Row], report: Time) -> Iterator[TableNumber]:
    header = _header(table)
    columns = _columns(text, header)
    if _is_unlabelled(table):
        yield from _read_unlabelled(text, table, report)
        return
    for row in table[len(header) :]:
        yield from _read_row(text, row, columns, report)
    for row in header:
        yield from _read_header_numbers(row)


def _header(table: Sequence[Row]) -> list[Row]:
    """Rows before the first one that pairs a label with a number."""
    header: list[Row] = []
    for row in table:
        texts = [cell for cell in row.cells if cell.tokens and cell.number is None]
        numbers = [cell for cell in row.cells if cell.number is not None]
        counted = any(not _is_year(cell) for cell in numbers)
        if counted and (texts or (header and _says_nothing(row))):
            break
        header.append(row)
    return header if len(header) < len(table) else []


def _is_unlabelled(table: Sequence[Row]) -> bool:
    """Names of columns, below them one row of numbers: «Вхідні | Вихідні», «3 120 | 2 415»."""
    if len(table) != _NAMES_AND_NUMBERS or len(table[0].cells) != len(table[1].cells):
        return False
    named = all(cell.tokens and cell.number is None for cell in table[0].cells)
    counted = all(cell.number is not None for cell in table[1].cells)
    return named and counted and len(table[1].cells) > 1


def _read_unlabelled(text: str, table: Sequence[Row], report: Time) -> Iterator[TableNumber]:
    names, numbers = table
    for label, cell in zip(names.cells, numbers.cells, strict=True):
        if cell.number is None:
            continue
        if _ORDER.match(text[label.start : label.end]):
            yield _ignored(numbers, cell.number, "list-item")
            continue
        counted = _counted(text, numbers, cell.number, label, "", None)
        yield replace(counted, time=_time(text[label.start : label.end], report))


def _is_year(cell: Cell) -> bool:
    number = cell.number
    return number is not None and re.fullmatch(r"(?:19|20)\d\d", number.text) is not None


def _columns(text: str, header: Sequence[Row]) -> list[str]:
    """The text of each column's header, upper rows first."""
    width = max((len(row.cells) for row in header), default=0)
    texts = [""] * width
    for nth, row in enumerate(header):
        for place, cell in enumerate(_grouped(row, header[nth + 1 :])):
            if cell.number is None or _is_year(cell):
                texts[place] = f"{texts[place]} {text[cell.start : cell.end]}".strip()
    return texts


def _grouped(row: Row, below: Sequence[Row]) -> Iterator[Cell]:
    """The cells of a header row; one over several columns stands for each that has its own name."""
    group: Cell | None = None
    for place, cell in enumerate(row.cells):
        is_named = any(one.cells[place].tokens for one in below if place < len(one.cells))
        if cell.tokens:
            group = cell if is_named else None
        yield group if group is not None and is_named and not cell.tokens else cell


def _read_header_numbers(row: Row) -> Iterator[TableNumber]:
    """Columns named by years, or numbered 1, 2, 3 below their names."""
    for cell in row.cells:
        if cell.number is not None:
            yield _ignored(row, cell.number, "year" if _is_year(cell) else "column-number")


def _read_row(text: str, row: Row, columns: Sequence[str], report: Time) -> Iterator[TableNumber]:
    is_numbered = _says_nothing(row)
    if is_numbered and not (columns and names_rows(to_plain(columns[0])) and row.cells[0].tokens):
        # What no label names is left to be told as unmapped.
        return
    label: Cell | None = None
    named = unit = ""
    for place, cell in enumerate(row.cells):
        number = cell.number
        if is_numbered and place == 0 and number is not None:
            # «Стаття 152», «Рік 2023»: the label of the row is a number.
            label, named = cell, columns[0]
            yield _ignored(row, number, "year" if _is_year(cell) else "numbered")
            continue
        column = columns[place] if place < len(columns) else ""
        if label is not None and holds_units(to_plain(column)):
            unit = to_plain(text[cell.start : cell.end]).strip()
        elif number is None:
            is_label = bool(cell.tokens) and (label is None or not tells_aside(to_plain(column)))
            label, named = (cell, column) if is_label else (label, named)
        elif _ORDER.match(column) or (label is None and len(row.cells) > 1):
            yield _ignored(row, number, "list-item")
        elif label is not None:
            counted = _counted(text, row, number, label, column, measure_in(unit))
            counted = _titled(counted, named, is_numbered=is_numbered)
            time = _time(column, report) or _time_of(text[label.start : label.end], report)
            yield replace(counted, column=place, time=time)


def _titled(counted: TableNumber, named: str, *, is_numbered: bool) -> TableNumber:
    """«Разом» and «152» say of what only with the name of their column: «Тематика», «Стаття»."""
    if not named or not (counted.is_total or is_numbered):
        return counted
    return replace(counted, title=f"{' '.join(named.split())}: {counted.title}")


def _says_nothing(row: Row) -> bool:
    """Numbers without any label that are not just the numbers of columns: 1, 2, 3."""
    told = [cell.number for cell in row.cells if cell.tokens]
    values = [one.text for one in told if one is not None]
    numbers = [str(at) for at in range(1, len(values) + 1)]
    return len(values) > 1 and len(values) == len(told) and values != numbers


def _ignored(row: Row, number: Token, rule: str) -> TableNumber:
    return TableNumber(token=number, start=row.start, end=row.end, line=row.line, rule=rule)


def _counted(
    text: str, row: Row, number: Token, label: Cell, column: str, measure: Measure | None
) -> TableNumber:
    shown, heading = text[label.start : label.end], column
    measure = measure_at(to_plain(text[number.end : row.end]), 0) or measure
    words, column = to_plain(shown), to_plain(column)
    rule = (measure.rule if measure is not None else "") or rule_of(column, words)
    # A column «Рік» after those of quarters holds what the year makes.
    if rule and not (rule == "year" and not re.fullmatch(r"(?:19|20)\d\d", number.text)):
        return _ignored(row, number, rule)
    named = name_label(label.tokens)
    unit = measure.unit if measure is not None else _unit_in(column, words) or persons_in(column)
    return TableNumber(
        token=number,
        start=row.start,
        end=row.end,
        line=row.line,
        title=_title(shown, heading),
        lemmas=named.lemmas if named else frozenset(),
        unit=unit or (named.unit if named else DEFAULT_UNIT),
        is_part=any(opener.start == 0 for opener in find_openers(label.tokens)),
        is_in_part_column=_OPENS_PARTS.match(column) is not None,
        is_total=is_total(words),
    )


def _time(column: str, report: Time) -> Mention | None:
    column = to_plain(column)
    # A column named by a bare year speaks of that year.
    text = f"{column} рік" if re.fullmatch(r"(?:19|20)\d\d", column) else column
    told = next(iter(find_mentions(text, year=report.year)), None)
    if told is not None or report.period is None:
        return told
    return next(open_mentions(text, report.period), None)


def _time_of(label: str, report: Time) -> Mention | None:
    """The time of a row whose label is nothing else: «Липень», «2023», «ІІ квартал»."""
    told = _time(label.strip(), report)
    is_all = told is not None and (told.start, told.end) == (0, len(label.strip()))
    return told if is_all or re.fullmatch(r"(?:19|20)\d\d", label.strip()) else None


def _unit_in(*texts: str) -> str:
    """A unit named after a comma or in brackets: «Площа, га», «Кількість (осіб)»."""
    for text in texts:
        for match in re.finditer(r"[,(]\s*(?=\w)", text):
            word = re.match(r"\w+", text[match.end() :])
            measure = measure_at(text, match.end()) or measure_of(nouns(word[0] if word else ""))
            if measure is not None and measure.unit:
                return measure.unit
    return ""


def _title(label: str, column: str) -> str:
    label, column = " ".join(label.split()), " ".join(column.split())
    idle = re.fullmatch(
        r"(?:загальна\s+)?(?:кількість|всього|усього|разом|показник)?\W*(?:\(?шт\.?\)?|осіб)?",
        column,
        re.IGNORECASE,
    )
    return label if idle else f"{label}: {column}"
