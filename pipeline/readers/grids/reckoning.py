"""What the rows of a table add up to, and the printed totals that disagree with it.

A total that cannot be compared is said as well: nobody should take silence for agreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.model import Finding, Severity
from pipeline.parameters.layout import COUNTED, Totals
from pipeline.readers.grids.cells import letters_of, number_of
from pipeline.readers.grids.grid import Grid, SheetRow
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.layout import speaks
from pipeline.ukrainian.text import fold_lookalikes, fold_spaces

_SHARE = Decimal("1e-9")
"""Excel keeps fifteen digits: sums of the same cells may differ in the last ones."""


@dataclass(slots=True)
class _Sum:
    """What one column adds up to."""

    total: Decimal = Decimal(0)
    count: int = 0
    words: str = ""
    """The first cell that is no number."""

    def add(self, text: str) -> None:
        number = number_of(text)
        if number is not None:
            self.total += number
            self.count += 1
        elif text.strip(" -–—\xa0"):
            self.words = self.words or text


@dataclass(slots=True)
class _Span:
    """Rows that are summed up together."""

    rows: int = 0
    columns: dict[int, _Sum] = field(default_factory=dict)

    def add(self, row: SheetRow) -> None:
        self.rows += 1
        for position, cell in enumerate(row.cells):
            self.columns.setdefault(position, _Sum()).add(cell)


class Reckoning:
    """Sums of the rows so far: of the table, of the section, of the unit that stands above."""

    def __init__(self, grid: Grid, header: Sequence[str]) -> None:
        self._grid, self._header = grid, header
        self._spans = {"table": _Span(), "section": _Span(), "unit": _Span()}
        self._above: SheetRow | None = None
        self.findings: list[Finding] = []

    def add(self, row: SheetRow) -> None:
        """Take a row of data in."""
        for span in self._spans.values():
            span.add(row)

    def begin_section(self) -> None:
        """A section begins."""
        self._spans["section"] = _Span()

    def begin_unit(self, row: SheetRow | None) -> None:
        """A row begins that holds the sum of the rows under it, or none does any more."""
        above, span = self._above, self._spans["unit"]
        if above is not None and span.rows:
            code = next(place for place, cell in enumerate(above.cells) if cell.strip())
            # What the row is known by is its code; only its sums are compared.
            for position in range(code + 1, len(above.cells)):
                own = span.columns.get(position, _Sum())
                if own.count and not own.words:
                    self._compare(above, position, own)
        self._above, self._spans["unit"] = row, _Span()

    def compare(self, row: SheetRow, totals: Totals) -> None:
        """Say where a printed total is not the sum of its column, or not the number of rows."""
        self.begin_unit(None)
        span = self._spans[totals.of]
        wanted = {header_key(name) for name in totals.columns}
        for position, cell in enumerate(row.cells):
            own = span.columns.get(position, _Sum())
            known = header_key(self._name(position)) in wanted if wanted else bool(own.count)
            if number_of(cell) is not None and known:
                if own.words and not wanted:
                    self.findings.append(self._not_compared(row, position, own))
                else:
                    self._compare(row, position, own)
        self._count(row, totals, span.rows)
        if totals.of == "section":
            self.begin_section()

    def _compare(self, row: SheetRow, position: int, own: _Sum) -> None:
        printed = number_of(row.cells[position])
        if printed is not None and not _same(printed, own.total):
            self.findings.append(
                Finding(
                    code="total-differs",
                    severity=Severity.WARNING,
                    place=self._grid.place(row.line, position),
                    value=row.cells[position],
                    details={
                        "column": self._column(position),
                        "sum": f"{own.total.normalize():f}",
                    },
                )
            )

    def _not_compared(self, row: SheetRow, position: int, own: _Sum) -> Finding:
        return Finding(
            code="total-not-compared",
            severity=Severity.INFO,
            place=self._grid.place(row.line, position),
            value=own.words,
            details={"column": self._column(position)},
        )

    def _count(self, row: SheetRow, totals: Totals, rows: int) -> None:
        printed = counted(row, totals)
        if printed is not None and printed != rows:
            self.findings.append(
                Finding(
                    code="total-of-rows-differs",
                    severity=Severity.WARNING,
                    place=self._grid.place(row.line),
                    value=text_of_cells(row),
                    details={"printed": printed, "rows": rows},
                )
            )

    def _name(self, position: int) -> str:
        return self._header[position] if position < len(self._header) else ""

    def _column(self, position: int) -> str:
        letters = letters_of(position + self._grid.first)
        return fold_spaces(self._name(position)) or f"[{letters}]"


def is_total(row: SheetRow, totals: Totals) -> bool:
    """Whether a row is one of these sums."""
    return speaks(row, totals.matches) or counted(row, totals) is not None


def counted(row: SheetRow, totals: Totals) -> int | None:
    """How many rows a total says there are, where its pattern has a group for that."""
    if COUNTED not in re.compile(totals.matches).groupindex:
        return None
    text = text_of_cells(row)
    for written in (text, fold_lookalikes(text)):
        found = re.search(totals.matches, written)
        if found and (said := (found[COUNTED] or "").strip()).isdecimal():
            return int(said)
    return None


def text_of_cells(row: SheetRow) -> str:
    """Everything that a row says, on one line."""
    return " ".join(_texts(row))


def _texts(row: SheetRow) -> Iterator[str]:
    return (text for cell in row.cells if (text := fold_spaces(cell)))


def _same(printed: Decimal, total: Decimal) -> bool:
    return abs(printed - total) <= _SHARE * max(abs(total), Decimal(1))
