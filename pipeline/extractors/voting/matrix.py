"""Many votes in one table: a row for each deputy, a column for each question of the agenda.

    Питання: 1. Про порядок денний  2. Про бюджет
    | № | ПІБ                      | 1 | 2  |
    | 1 | Приклад Петро Іванович   | З | НГ |
    |   | За:                      | 1 | 0  |
    Умовні позначення: З – за, НГ – не голосував

A cell is a choice where it is a word of the law, or where the file or the descriptor says what the
sign means; every other cell is said and not read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.voting.above import read_above
from pipeline.extractors.voting.account import Account
from pipeline.extractors.voting.heading import Heading
from pipeline.extractors.voting.lines import Manner, Printed, Vote, bare
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.titles import stage_of
from pipeline.ukrainian.vote_totals import Outcome, outcome_of, totals_of
from pipeline.ukrainian.votes import choice_of, is_name

_FEWEST = 2
_COLUMN = re.compile(r"(?:питання\s*)?№?\s*(\d{1,3})\.?", re.IGNORECASE)
_QUESTION = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<title>\S.*)")
_ABOUT = re.compile(r"(?:(?P<number>\d{1,3})[.)]\s*)?(?=про\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Such a table and where it stands among the lines."""

    start: int
    end: int
    """The first line after it."""
    columns: Mapping[int, str]
    """Position of a cell -> number of the question, or its title."""


@dataclass(slots=True)
class _Column:
    """The vote of one column."""

    votes: list[Vote] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    outcome: Outcome | None = None
    unread: list[Printed] = field(default_factory=list)


def find_matrices(lines: Sequence[Printed]) -> tuple[Matrix, ...]:
    """Every such table."""
    found: list[Matrix] = []
    for at, line in enumerate(lines):
        columns = _columns(line.cells) if not found or at >= found[-1].end else {}
        if columns:
            following = range(at + 1, len(lines))
            ends = (end for end in following if not _goes_on(lines[end], columns))
            end = next(ends, len(lines))
            found.append(Matrix(start=at, end=end, columns=columns))
    return tuple(found)


def _columns(cells: Sequence[str]) -> Mapping[int, str]:
    """The last cells of a head: numbers one after another, or titles; before them no number."""
    cells = _without_blanks(cells)
    numbers = {at: match[1] for at, cell in enumerate(cells) if (match := _COLUMN.fullmatch(cell))}
    values = [int(number) for number in numbers.values()]
    running = values == list(range(values[0], values[0] + len(values))) if values else False
    titles = {
        at: cell[match.end() :] for at, cell in enumerate(cells) if (match := _ABOUT.match(cell))
    }
    found = numbers if running and not titles else titles
    first = len(cells) - len(found)
    last = len(found) >= _FEWEST and list(found) == list(range(first, len(cells)))
    return found if last and first > 0 and not any(map(is_name, cells[:first])) else {}


def _without_blanks(cells: Sequence[str], width: int = 0) -> Sequence[str]:
    """Without empty cells at the end: a bar after the last cell makes one more."""
    end = max((at + 1 for at, cell in enumerate(cells) if cell), default=0)
    return cells[: max(end, width)]


def _goes_on(line: Printed, columns: Mapping[int, str]) -> bool:
    """Down to the end of the table; a page further its head may stand again."""
    return len(line.cells) > 1 and _columns(line.cells) in ({}, columns)


def calls_of_matrix(
    matrix: Matrix, lines: Sequence[Printed], manner: Manner, account: Account
) -> Iterator[RollCall]:
    """A roll call for every column with votes, or with cells that are not read."""
    columns = {at: _Column() for at in matrix.columns}
    for line in lines[matrix.start + 1 : matrix.end]:
        _take(line, columns, manner)
    if not any(column.votes or column.unread for column in columns.values()):
        return
    heading, titles = _heading(lines[: matrix.start], matrix.columns.values(), account)
    rows = lines[matrix.start : matrix.end]
    account.leave("columns", [line for line in rows if _columns(line.cells)])
    account.use(line for line in rows if not _columns(line.cells))
    for at, column in columns.items():
        said = matrix.columns[at]
        title = titles.get(said, "" if said.isdecimal() else said)
        if column.votes or column.unread:
            yield RollCall(
                heading=replace(heading, title=title),
                part=1,
                votes=tuple(column.votes),
                printed=dict(column.printed),
                outcome=column.outcome,
                place=lines[matrix.start].place,
                stage=stage_of(title),
                unread=tuple(column.unread),
            )


def _take(line: Printed, columns: Mapping[int, _Column], manner: Manner) -> None:
    first, width = min(columns), max(columns) + 1
    if _columns(line.cells):
        return
    line = replace(line, cells=tuple(_without_blanks(line.cells, width)))
    if len(line.cells) != width:
        columns[first].unread.append(line)  # nobody can say which cells are lacking
        return
    words = [one for one in map(bare, line.cells[:first]) if choice_of(one) is None]
    names = list(filter(manner.is_person, words))
    label = " ".join(filter(None, line.cells[:first]))
    for at, column in columns.items():
        cell = line.cells[at]
        choice = manner.signs.choice_of(cell) if cell else manner.signs.blank
        totals, outcome = totals_of(f"{label} {cell}"), outcome_of(cell)
        if len(names) == 1 and choice is not None:
            column.votes.append(Vote(name=names[0], choice=choice, place=line.place))
        elif totals and not names:
            column.printed |= totals
        elif outcome is not None and not names:
            column.outcome = outcome
        elif names or any(line.cells):
            column.unread.append(replace(line, text=f"{label}: {cell}".strip()))


def _heading(
    above: Sequence[Printed], columns: Collection[str], account: Account
) -> tuple[Heading, Mapping[str, str]]:
    """The meeting, and number -> title of the questions that are listed above the table."""
    listed = {at: match for at, line in enumerate(above) if (match := _QUESTION.match(line.text))}
    titles = {match["number"]: match["title"].strip() for match in listed.values()}
    rest = [line for at, line in enumerate(above) if at not in listed]
    if len(titles) < len(listed):
        titles = {}  # nobody can say which of two with one number heads the column
    read = read_above(rest)
    taken = [at for at, match in listed.items() if titles and match["number"] in columns]
    account.leave("above-table", read.title)
    account.leave("agenda", [*read.agenda, *(above[at] for at in listed)])
    account.use([*read.lines, *(above[at] for at in taken)])
    return read.heading, titles


def without(matrices: Sequence[Matrix], lines: Sequence[Printed]) -> list[Printed]:
    """The lines that stand in none of the tables."""
    inside = {at for one in matrices for at in range(one.start, one.end)}
    return [line for at, line in enumerate(lines) if at not in inside]
