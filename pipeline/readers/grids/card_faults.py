"""What is said of cards: fields twice or without a name, cards that may have run together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.model import Finding, Severity
from pipeline.readers.grids.card_lines import Line
from pipeline.readers.grids.cells import ranges
from pipeline.readers.grids.grid import Grid
from pipeline.readers.grids.headers import header_key

if TYPE_CHECKING:
    from pipeline.readers.grids.card_rows import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a row of a card."""

    code: str
    line: Line
    position: int
    name: str


class Faults:
    """What is said of the cards of one table."""

    def __init__(
        self, grid: Grid, cards: "Sequence[Card]", titles: Mapping[str, str], begins: str
    ) -> None:
        self._grid, self._titles, self._begins = grid, titles, begins
        self._cards = [card for card in cards if card.fields]
        self._order = {key: at for at, key in enumerate(titles)}

    def told(self, faults: Sequence[Fault]) -> Iterator[Finding]:
        """Faults of rows, gaps inside cards, fields that cards lack."""
        yield from map(self._error, faults)
        yield from self._alone()
        yield from self._parted()
        regular = self._regular()
        for card in self._cards:
            yield from self._gaps(card, regular)
        for key, name in self._titles.items():
            yield from self._lacking(key, name)

    def before(self, lines: Sequence[Line]) -> Iterator[Finding]:
        """Rows above the first card: titles are counted, a field there has lost its card."""
        fields = [line for line in lines if header_key(line.name) in self._titles and line.value]
        for line in fields:
            yield self._error(
                Fault(code="card-has-no-beginning", line=line, position=line.at, name=line.name)
            )
        if lines:
            yield Finding(
                code="rows-above-header",
                severity=Severity.INFO,
                place=self._grid.place(lines[0].row.line),
                details={"count": len(lines)},
            )

    def _error(self, fault: Fault) -> Finding:
        cells = fault.line.row.cells
        return Finding(
            code=fault.code,
            severity=Severity.ERROR,
            place=self._grid.place(fault.line.row.line, fault.position),
            value=cells[fault.position] if fault.position < len(cells) else None,
            details={"field": fault.name, "begins": self._begins},
        )

    def _alone(self) -> Iterator[Finding]:
        """Cards that only begin, as where their first row stands twice."""
        if len(self._titles) == 1:
            return
        for card in self._cards:
            if len(card.fields) == 1:
                ((key, held),) = card.fields.items()
                yield self._error(
                    Fault(
                        code="card-has-no-fields",
                        line=held.at,
                        position=held.at.at,
                        name=self._titles[key],
                    )
                )

    def _parted(self) -> Iterator[Finding]:
        """Neighbours without a common field but their beginning: one card, perhaps, cut in two."""
        for card, below in pairwise(self._cards):
            begins, line = next(iter(below.fields.items()))
            first, second = card.fields.keys() - {begins}, below.fields.keys() - {begins}
            if first and second and not first & second:
                fault = Fault(
                    code="cards-have-nothing-in-common",
                    line=line.at,
                    position=line.at.at,
                    name=self._titles[begins],
                )
                yield self._error(fault)

    def _regular(self) -> list[int]:
        """Fields, by their order, that an empty row stands above in most cards."""
        return [
            at
            for key, at in self._order.items()
            if 2 * sum(key in card.fields and card.fields[key].after_gap for card in self._cards)
            > len(self._cards)
        ]

    def _gaps(self, card: "Card", regular: Sequence[int]) -> Iterator[Finding]:
        """Empty rows where other cards have none: another card may begin there.

        Where just the field follows that other cards have next, that is doubtful only.
        """
        before = -1
        for key, held in card.fields.items():
            at = self._order[key]
            if held.after_gap and not any(before < one <= at for one in regular):
                fault = self._error(
                    Fault(
                        code="card-has-gap",
                        line=held.at,
                        position=held.at.at,
                        name=self._titles[key],
                    )
                )
                yield (
                    replace(fault, severity=Severity.WARNING)
                    if self._is_next(before, at)
                    else fault
                )
            before = at

    def _is_next(self, before: int, at: int) -> bool:
        """Whether no field that half of the cards have stands between the two."""
        usual = (
            self._order[key]
            for key in self._titles
            if 2 * sum(key in card.fields for card in self._cards) >= len(self._cards)
        )
        return before < at and not any(before < one < at for one in usual)

    def _lacking(self, key: str, name: str) -> Iterator[Finding]:
        lines = [card.line for card in self._cards if key not in card.fields]
        if lines:
            yield Finding(
                code="cards-lack-field",
                severity=Severity.WARNING,
                place=self._grid.place(lines[0]),
                value=None,
                details={"field": name, "count": len(lines), "rows": ranges(lines)},
            )
