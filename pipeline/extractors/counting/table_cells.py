"""The rows and cells of tables, as tokens."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extractors.counting.tokens import Kind, Token
from pipeline.readers.document import Line

_SHORT_LABEL = 160
_FEWEST_PAIRS = 3
_LONGEST_UNIT = 6
"""Letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell and its tokens."""

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
        if (
            len(numbers) != 1
            or len(words) > 1
            or any(len(one.text) > _LONGEST_UNIT for one in words)
        ):
            return None
        if any(one.start < numbers[0].start and not one.text.islower() for one in words):
            # «Садова, 12» is a house.
            return None
        in_words = numbers[0].quantity is not None and numbers[0].quantity.in_words
        return None if in_words else numbers[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row and its cells; `line` is an index."""

    line: int
    start: int
    end: int
    cells: tuple[Cell, ...]


def ruled_tables(lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[list[Row]]:
    """Runs of lines with cells."""
    table: list[Row] = []
    for index, line in enumerate(lines):
        if line.cells:
            table.append(_row(index, line, tokens))
        elif table:
            yield table
            table = []
    if table:
        yield table


def _row(index: int, line: Line, tokens: Sequence[Token]) -> Row:
    cells = tuple(
        Cell(start=start, end=end, tokens=_inside(tokens, start, end)) for start, end in line.cells
    )
    return Row(line=index, start=line.start, end=line.end, cells=cells)


def _inside(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    first = bisect_left(tokens, start, key=_start)
    return tuple(tokens[first : bisect_left(tokens, end, lo=first, key=_start)])


def _start(token: Token) -> int:
    return token.start


def loose_tables(text: str, lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[list[Row]]:
    """Labels and lone numbers, line after line."""
    run: list[Row] = []
    label: tuple[int, Cell] | None = None
    for index, line in enumerate(lines):
        shown = text[line.start : line.end].strip()
        if not shown:
            continue
        cell = Cell(start=line.start, end=line.end, tokens=_inside(tokens, line.start, line.end))
        is_number = re.fullmatch(r"\d[\d \u00a0]*", shown) is not None
        if is_number and label is not None:
            run.append(
                Row(line=label[0], start=label[1].start, end=cell.end, cells=(label[1], cell))
            )
            label = None
            continue
        if label is not None or is_number:
            yield from _long_enough(run)
            run = []
        is_label = not is_number and len(shown) < _SHORT_LABEL and shown[-1] not in ".;"
        label = (index, cell) if is_label else None
    yield from _long_enough(run)


def _long_enough(run: list[Row]) -> Iterator[list[Row]]:
    if len(run) >= _FEWEST_PAIRS:
        yield run
