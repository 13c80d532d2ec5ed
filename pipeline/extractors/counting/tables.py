"""Counts in tables: the label of the row says what, the header of the column says of when.

A table is a run of lines with cells. Where a converter has put every cell on a line of its own,
three or more labels that alternate with lone numbers are such a table as well.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.counting.columns import holds_units, measure_in, persons_in, rule_of
from pipeline.extractors.counting.labels import name_label
from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, Measure, measure_at, measure_of
from pipeline.extractors.counting.open_times import open_mentions
from pipeline.extractors.counting.openers import find_openers
from pipeline.extractors.counting.table_wholes import TableNumber, is_total, with_wholes
from pipeline.extractors.counting.times import Time
from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.readers.document import Line
from pipeline.ukrainian.morphology import nouns
from pipeline.ukrainian.periods import Mention, find_mentions
from pipeline.ukrainian.text import plain as to_plain

_ORDER = re.compile(r"^\W*(?:№|n|з/п|п/п|№\s*з/п|№\s*п/п)\W*(?:з/п|п/п)?\W*$", re.IGNORECASE)
_OPENS_PARTS = re.compile(r"\W*(?:[ув]\s+т(?:ому|\.)\s*ч|(?:з|із)\s+(?:них|яких))", re.IGNORECASE)
_SHORT_LABEL = 160
_FEWEST_PAIRS = 3
_NAMES_AND_NUMBERS = 2
"""Rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def number(self) -> Token | None:
        """The number, where the cell holds nothing else but a unit or marks."""
        numbers = [token for token in self.tokens if token.quantity is not None]
        words = [
            token
            for token in self.tokens
            if token.kind in {Kind.WORD, Kind.WHOLE} and token.rule != "unit-exponent"
        ]
        if len(numbers) != 1 or len(words) > 1 or (words and len(words[0].text) > 6):
            return None
        in_words = numbers[0].quantity is not None and numbers[0].quantity.in_words
        return None if in_words else numbers[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    line: int
    start: int
    end: int
    cells: tuple[_Cell, ...]


def read_tables(
    text: str, lines: Sequence[Line], tokens: Sequence[Token], report: Time
) -> tuple[TableNumber, ...]:
    """The numbers of all tables; columns named by months alone are of the year of the report."""
    found: list[TableNumber] = []
    # In the order of the text: loose tables stand between the others.
    for table in (*_tables(lines, tokens), *_loose_tables(text, lines, tokens)):
        found.extend(with_wholes(list(_read_table(text, table, report)), len(found)))
    return tuple(found)


def _tables(lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[list[_Row]]:
    table: list[_Row] = []
    for index, line in enumerate(lines):
        if line.cells:
            table.append(_row(index, line, tokens))
        elif table:
            yield table
            table = []
    if table:
        yield table


def _row(index: int, line: Line, tokens: Sequence[Token]) -> _Row:
    cells = tuple(
        _Cell(start=start, end=end, tokens=_inside(tokens, start, end)) for start, end in line.cells
    )
    return _Row(line=index, start=line.start, end=line.end, cells=cells)


def _inside(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    first = bisect_left(tokens, start, key=_start)
    return tuple(tokens[first : bisect_left(tokens, end, lo=first, key=_start)])


def _start(token: Token) -> int:
    return token.start


def _loose_tables(
    text: str, lines: Sequence[Line], tokens: Sequence[Token]
) -> Iterator[list[_Row]]:
    """Labels and lone numbers, line after line."""
    run: list[_Row] = []
    label: tuple[int, _Cell] | None = None
    for index, line in enumerate(lines):
        shown = text[line.start : line.end].strip()
        if not shown:
            continue
        cell = _Cell(start=line.start, end=line.end, tokens=_inside(tokens, line.start, line.end))
        is_number = re.fullmatch(r"\d[\d \u00a0]*", shown) is not None
        if is_number and label is not None:
            run.append(
                _Row(line=label[0], start=label[1].start, end=cell.end, cells=(label[1], cell))
            )
            label = None
            continue
        if label is not None or is_number:
            yield from _long_enough(run)
            run = []
        is_label = not is_number and len(shown) < _SHORT_LABEL and shown[-1] not in ".;"
        label = (index, cell) if is_label else None
    yield from _long_enough(run)


def _long_enough(run: list[_Row]) -> Iterator[list[_Row]]:
    if len(run) >= _FEWEST_PAIRS:
        yield run


def _read_table(text: str, table: Sequence[_Row], report: Time) -> Iterator[TableNumber]:
    header = _header(table)
    columns = _columns(text, header)
    if _is_unlabelled(table):
        yield from _read_unlabelled(text, table, report)
        return
    for row in table[len(header) :]:
        yield from _read_row(text, row, columns, report)
    for row in header:
        yield from _read_header_numbers(row)


def _header(table: Sequence[_Row]) -> list[_Row]:
    """Rows before the first one that pairs a label with a number."""
    header: list[_Row] = []
    for row in table:
        texts = [cell for cell in row.cells if cell.tokens and cell.number is None]
        numbers = [cell for cell in row.cells if cell.number is not None]
        if texts and any(not _is_year(cell) for cell in numbers):
            break
        header.append(row)
    return header if len(header) < len(table) else []


def _is_unlabelled(table: Sequence[_Row]) -> bool:
    """Names of columns, below them one row of numbers: «Вхідні | Вихідні», «3 120 | 2 415»."""
    if len(table) != _NAMES_AND_NUMBERS or len(table[0].cells) != len(table[1].cells):
        return False
    named = all(cell.tokens and cell.number is None for cell in table[0].cells)
    counted = all(cell.number is not None for cell in table[1].cells)
    return named and counted and len(table[1].cells) > 1


def _read_unlabelled(text: str, table: Sequence[_Row], report: Time) -> Iterator[TableNumber]:
    names, numbers = table
    for label, cell in zip(names.cells, numbers.cells, strict=True):
        if cell.number is None:
            continue
        if _ORDER.match(text[label.start : label.end]):
            yield _ignored(numbers, cell.number, "list-item")
            continue
        counted = _counted(text, numbers, cell.number, label, "", None)
        yield replace(counted, time=_time(text[label.start : label.end], report))


def _is_year(cell: _Cell) -> bool:
    number = cell.number
    return number is not None and re.fullmatch(r"(?:19|20)\d\d", number.text) is not None


def _columns(text: str, header: Sequence[_Row]) -> list[str]:
    """The text of each column's header, upper rows first."""
    width = max((len(row.cells) for row in header), default=0)
    texts = [""] * width
    for nth, row in enumerate(header):
        for place, cell in enumerate(_grouped(row, header[nth + 1 :])):
            if cell.number is None or _is_year(cell):
                texts[place] = f"{texts[place]} {text[cell.start : cell.end]}".strip()
    return texts


def _grouped(row: _Row, below: Sequence[_Row]) -> Iterator[_Cell]:
    """The cells of a header row; one over several columns stands for each that has its own name."""
    group: _Cell | None = None
    for place, cell in enumerate(row.cells):
        is_named = any(one.cells[place].tokens for one in below if place < len(one.cells))
        if cell.tokens:
            group = cell if is_named else None
        yield group if group is not None and is_named and not cell.tokens else cell


def _read_header_numbers(row: _Row) -> Iterator[TableNumber]:
    """Columns named by years, or numbered 1, 2, 3 below their names."""
    for cell in row.cells:
        if cell.number is not None:
            yield _ignored(row, cell.number, "year" if _is_year(cell) else "column-number")


def _read_row(text: str, row: _Row, columns: Sequence[str], report: Time) -> Iterator[TableNumber]:
    if _says_nothing(row):
        # What no label names is left to be told as unmapped.
        return
    label: _Cell | None = None
    named = unit = ""
    for place, cell in enumerate(row.cells):
        number = cell.number
        column = columns[place] if place < len(columns) else ""
        if label is not None and holds_units(to_plain(column)):
            unit = to_plain(text[cell.start : cell.end]).strip()
        elif number is None:
            label, named = (cell, column) if cell.tokens else (label, named)
        elif _ORDER.match(column) or (label is None and len(row.cells) > 1):
            yield _ignored(row, number, "list-item")
        elif label is not None:
            counted = _counted(text, row, number, label, column, measure_in(unit))
            if counted.is_total and named:
                # «Разом» says of what only with the name of its column: «Тематика запитів».
                counted = replace(counted, title=f"{' '.join(named.split())}: {counted.title}")
            yield replace(counted, column=place, time=_time(column, report))


def _says_nothing(row: _Row) -> bool:
    """Numbers without any label that are not just the numbers of columns: 1, 2, 3."""
    told = [cell.number for cell in row.cells if cell.tokens]
    values = [one.text for one in told if one is not None]
    numbers = [str(at) for at in range(1, len(values) + 1)]
    return len(values) > 1 and len(values) == len(told) and values != numbers


def _ignored(row: _Row, number: Token, rule: str) -> TableNumber:
    return TableNumber(token=number, start=row.start, end=row.end, line=row.line, rule=rule)


def _counted(
    text: str, row: _Row, number: Token, label: _Cell, column: str, measure: Measure | None
) -> TableNumber:
    shown, heading = text[label.start : label.end], column
    measure = measure_at(to_plain(text[number.end : row.end]), 0) or measure
    words, column = to_plain(shown), to_plain(column)
    rule = (measure.rule if measure is not None else "") or rule_of(column, words)
    if rule:
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
