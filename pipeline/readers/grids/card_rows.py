"""Cards one below another, each a list of fields with a value beside the name, as rows.

Where a card ends is told by how the next one begins, as declared; what does not fit into that (a
field twice in a card, a card that seems to begin otherwise) is an error, never a guess.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.errors import SourceError
from pipeline.model import Finding, Severity
from pipeline.parameters.spreadsheet import SpreadsheetOptions
from pipeline.readers.grids.card_faults import Fault, Faults
from pipeline.readers.grids.card_lines import Line, Lines
from pipeline.readers.grids.cells import letters_of, ranges
from pipeline.readers.grids.grid import Cell, Grid, SheetRow, Turned, links_of
from pipeline.readers.grids.headers import header_key
from pipeline.readers.grids.layout import speaks, text_of_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The value of a field in a card."""

    text: str
    at: Line
    after_gap: bool


@dataclass(slots=True)
class Card:
    """A card, or a row between cards that names a section."""

    line: int
    section: str = ""
    fields: dict[str, Held] = field(default_factory=dict)
    """By the key of their names, in the order of the card."""

    def lines(self) -> Iterator[Line]:
        """The rows in which its fields begin."""
        return (held.at for held in self.fields.values())


class _Reading:
    """The cards so far."""

    def __init__(self, grid: Grid, options: SpreadsheetOptions) -> None:
        self.grid, self.options = grid, options
        self.cards: list[Card] = []
        self.names: dict[str, Line] = {}
        """Key -> where the name stands first."""
        self.titles: dict[str, str] = {}
        self.above: list[Line] = []
        self.left: list[SheetRow] = []
        self.faults: list[Fault] = []
        self._open: Card | None = None
        self._last = self._group = self._beside = ""
        self._gap = False

    def take(self, line: Line) -> None:
        """Take the next row of the table in."""
        rules = self.options.cards
        if not line.row.has_text:
            self._gap = True
        elif rules is not None and rules.skip and speaks(line.row, rules.skip):
            self.left.append(line.row)
        elif line.is_single and self._is_section(line.row):
            self.cards.append(Card(line=line.row.line, section=text_of_row(line.row)))
            self._open, self._beside = None, ""
        elif line.is_single and rules and rules.heading and speaks(line.row, rules.heading.matches):
            self._begin(line)
            self._put(rules.heading.name, text_of_row(line.row), line.as_heading())
        elif line.is_single and self.options.groups and speaks(line.row, self.options.groups):
            self._group = text_of_row(line.row)
        else:
            self._field(line)

    def _begin_beside(self, line: Line, name: str) -> bool:
        """Begin a card where another text stands before the names; whether the row says no more."""
        if line.beside and line.beside != self._beside:
            self._begin(line)
            self._beside = line.beside
            self._put(name, line.beside, line.as_heading())
        return line.is_single and bool(line.beside)

    def _is_section(self, row: SheetRow) -> bool:
        return any(one.matches and speaks(row, one.matches) for one in self.options.sections)

    def _begin(self, line: Line) -> None:
        self._open = Card(line=line.row.line)
        self._gap, self._last, self._group = False, "", ""
        self.cards.append(self._open)

    def _field(self, line: Line) -> None:
        rules = self.options.cards
        if rules and rules.begins and header_key(line.name) == header_key(rules.begins):
            self._begin(line)
        if rules and rules.beside and self._begin_beside(line, rules.beside):
            return
        line = line.in_group(self._group)
        if line.more is not None and self._open:
            self._fault("card-has-more-values", line, line.more)
        if line.continues and self._open and self._last in self._open.fields:
            self._go_on(self._open, line)
        elif self._open is None:
            self.above.append(line)
        elif not line.name:
            self._fault("card-value-has-no-name", line, line.at)
        else:
            self._put(line.name, line.value, line)

    def _put(self, name: str, value: str, line: Line) -> None:
        card, key = self._open, header_key(name)
        if card is None:
            return
        if key in card.fields:
            # Names of parts of a card, which never have a value, may come again.
            if value.strip() or card.fields[key].text.strip():
                self._fault("card-repeats-field", line, line.at, name)
            return
        self.names.setdefault(key, line)
        self.titles.setdefault(key, name)
        card.fields[key] = Held(text=value, at=line, after_gap=self._gap)
        self._last, self._gap = key, False

    def _go_on(self, card: Card, line: Line) -> None:
        """A further value beside a name that is merged over several rows."""
        held = card.fields[self._last]
        texts = [text for text in (held.text, line.value) if text.strip()]
        at = held.at if held.text.strip() else line
        card.fields[self._last] = Held(text="\n".join(texts), at=at, after_gap=held.after_gap)

    def _fault(self, code: str, line: Line, position: int, name: str = "") -> None:
        self.faults.append(Fault(code=code, line=line, position=position, name=name or line.name))


def read_cards(grid: Grid, body: Sequence[SheetRow], options: SpreadsheetOptions) -> Grid:
    """The cards of a table as its rows.

    Raises:
        SourceError: no card begins as declared.
    """
    reading = _Reading(grid, options)
    for line in Lines(grid, body, options):
        reading.take(line)
    if not any(card.fields for card in reading.cards):
        raise SourceError("cards-are-absent", source=grid.source, begins=_beginning(options))
    cells = dict(_cells(reading))
    said = Faults(grid, reading.cards, reading.titles, _beginning(options))
    return Grid(
        source=grid.source,
        name=grid.name,
        first=grid.first,
        rows=(SheetRow(line=0, cells=tuple(reading.titles.values())), *_rows(reading)),
        findings=(
            *grid.findings,
            *said.told(reading.faults),
            *said.before(reading.above),
            *_left_out(reading),
            *_numbered(grid, body, next(iter(reading.names.values()))),
            *_spread(reading),
        ),
        links=dict(links_of(grid, cells)),
        turned=Turned(grid=grid, cells=cells),
    )


def _beginning(options: SpreadsheetOptions) -> str:
    cards = options.cards
    if cards is None:
        return ""
    return cards.begins or cards.beside or (cards.heading.matches if cards.heading else "")


def _rows(reading: _Reading) -> Iterator[SheetRow]:
    for card in reading.cards:
        held = [card.fields.get(key) for key in reading.titles]
        texts = [one.text if one else "" for one in held]
        first = [card.section, *texts[1:]] if card.section else texts
        yield SheetRow(
            line=card.line,
            cells=tuple(first),
            numbers=frozenset(at for at, one in enumerate(held) if one and one.at.is_number),
            dates=frozenset(at for at, one in enumerate(held) if one and one.at.is_date),
        )


def _cells(reading: _Reading) -> Iterator[tuple[Cell, Cell]]:
    """Where each cell of the table of cards stands."""
    lines = [line.row.line for line in reading.names.values()]
    yield (0, None), (min(lines), None)
    for at, line in enumerate(reading.names.values()):
        yield (0, at), (line.row.line, line.name_at)
    for card in reading.cards:
        yield (card.line, None), (card.line, None)
        for at, key in enumerate(reading.titles):
            if key in card.fields:
                line = card.fields[key].at
                yield (card.line, at), (line.row.line, line.at)


def _left_out(reading: _Reading) -> Iterator[Finding]:
    """Rows that are no fields, as declared; what they say is nowhere else."""
    if reading.left:
        counted = Counter(text_of_row(row) for row in reading.left)
        yield Finding(
            code="card-rows-left-out",
            severity=Severity.INFO,
            place=reading.grid.place(reading.left[0].line),
            value="\n".join(counted),
            details={
                "count": len(reading.left),
                "rows": ranges(row.line for row in reading.left),
            },
        )


def _numbered(grid: Grid, body: Sequence[SheetRow], line: Line) -> Iterator[Finding]:
    """Columns before the names, which hold numbers of fields."""
    cells = [(at, cell) for row in body for at, cell in enumerate(row.cells[: line.first])]
    columns = sorted({at for at, cell in cells if cell.strip() and at != line.beside_at})
    if columns:
        yield Finding(
            code="columns-not-read",
            severity=Severity.INFO,
            place=grid.place(body[0].line, columns[0]),
            details={"columns": ", ".join(letters_of(at + grid.first) for at in columns)},
        )


def _spread(reading: _Reading) -> Iterator[Finding]:
    """Values that are merged over several fields, of which the first alone has them."""
    fields = {line.row.line: line for card in reading.cards for line in card.lines()}
    for area in reading.grid.merged:
        line = fields.get(area.top)
        below = [at for at in range(area.top + 1, area.bottom + 1) if at in fields]
        if line and below and area.left <= line.at <= area.right and line.value.strip():
            yield Finding(
                code="cells-are-merged",
                severity=Severity.WARNING,
                place=reading.grid.place(area.top, line.at),
                details={"last": f"{letters_of(area.right + reading.grid.first)}{area.bottom}"},
            )
