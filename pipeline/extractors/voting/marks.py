"""Marks in columns: the head of the columns says what they mean.

| ПІБ           | За | Проти |
| Приклад П. І. | +  |       |
| Разом         | 1  | 0     |

The same columns over the names of factions give their shares of the totals, which are no votes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.voting.form_words import is_form_word
from pipeline.extractors.voting.lines import Printed, Vote, bare
from pipeline.ukrainian.vote_totals import totals_of
from pipeline.ukrainian.votes import Choice, choice_of, is_name

_MARK = re.compile(r"[+✓✔☑vVxXхХ*•1]|так", re.IGNORECASE)
_NO_MARK = re.compile(r"[\s0_–—-]*")
# «За/Так», «Проти (Ні)»: the head says itself what its second word means.
_SECOND_WORD = re.compile(r"\s*(?:/\s*(?:так|ні)|\(\s*(?:так|ні)\s*\))$", re.IGNORECASE)
# Beside «Утримався» the other two columns are those for and against.
_ANSWERS: Mapping[str, Choice] = {"так": Choice.FOR, "ні": Choice.AGAINST}
_FIRST_TWO = {Choice.FOR, Choice.AGAINST}
_THIRD = {Choice.ABSTAINED, Choice.NOT_VOTING, Choice.ABSENT}
_FEWEST_COLUMNS = 2
_NOBODY = re.compile(r"\A[–—-]?\Z")
_OF_FACTIONS = re.compile(
    r"(?:№\s*(?:[пз]/п)?\s*)?(?:назва\s+)?(?:депутатськ\w+\s+)?(?:фракці|груп)", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:\d{1,3}\.?\s+)?(?:разом|усього|всього|загалом|підсум\w+)", re.IGNORECASE)
_TOTALS: Mapping[Choice, str] = {
    Choice.FOR: "for",
    Choice.AGAINST: "against",
    Choice.ABSTAINED: "abstained",
    Choice.NOT_VOTING: "not_voting",
    Choice.ABSENT: "absent",
}


def marked(lines: Sequence[Printed]) -> Iterator[Printed]:
    """Marks in columns; the head of the columns says what they mean."""
    columns: Mapping[int, Choice] = {}
    of_factions = False
    for line in lines:
        head = _columns(line)
        if head:
            columns, of_factions = head, _OF_FACTIONS.match(line.text) is not None
            form = "faction" if of_factions else "marks"
            yield replace(line, votes=(), rest=(), form=form)
        elif of_factions and _are_shares(line, columns):
            yield replace(line, votes=(), rest=(), said={}, form="faction")
        elif of_factions and line.votes:
            columns, of_factions = {}, False
            yield line
        elif columns and len(line.cells) > max(columns):
            row = _of_marks(line, columns)
            # Totals end the table; the rows of the next one are not under this head.
            columns, of_factions = ({}, False) if row.said else (columns, of_factions)
            yield row
        else:
            yield line


def _are_shares(line: Printed, columns: Mapping[int, Choice]) -> bool:
    """«Рух зразків | 7 | - | 1»: of one faction, not of all."""
    cells = [line.cells[at] for at in columns] if len(line.cells) > max(columns) else []
    counted = bool(cells) and all(_NO_MARK.fullmatch(one) or one.isdecimal() for one in cells)
    named = any(is_name(bare(one)) for one in line.cells)
    return counted and (not named or is_form_word(line.cells[0])) and not _TOTAL.match(line.text)


def _columns(line: Printed) -> Mapping[int, Choice]:
    """Position -> choice, where a row heads such a table: no name, two choices or more."""
    words = [_SECOND_WORD.sub("", cell) for cell in line.cells]
    plain_choices = {choice_of(word) for word in words}
    answers = _ANSWERS if plain_choices & _THIRD and not plain_choices & _FIRST_TWO else {}
    found = {at: answers.get(word.lower(), choice_of(word)) for at, word in enumerate(words)}
    known = {at: choice for at, choice in found.items() if choice is not None}
    named = any(is_name(bare(word)) and choice_of(word) is None for word in words)
    distinct = len(set(known.values())) == len(known) >= _FEWEST_COLUMNS
    return known if distinct and (not named or _says_name(line)) else {}


def _says_name(line: Printed) -> bool:
    return re.search(r"прізвище|піб|п\.і\.б|депутат", line.text, re.IGNORECASE) is not None


def _of_marks(line: Printed, columns: Mapping[int, Choice]) -> Printed:
    cells = {at: line.cells[at] for at in columns}
    first = line.cells[: min(columns)] if min(columns) else line.cells
    others = [bare(cell) for at, cell in enumerate(line.cells) if at not in columns]
    names = [cell for cell in others if is_name(cell)]
    whole = " ".join(cell for cell in map(bare, first) if cell and not cell.isdecimal())
    if is_name(whole) and (not names or all(one in whole for one in names)):
        names = [whole]  # «Приклад | Петро | Іванович | + |»
    marked = [at for at, cell in cells.items() if not _NO_MARK.fullmatch(cell)]
    if not names and not _is_marked(cells, columns):
        return _totals(line, cells, columns)
    is_vote = len(marked) == 1 and _is_mark(cells[marked[0]], columns[marked[0]])
    if not (is_vote and names):
        return replace(line, votes=(), rest=(line.text,))
    vote = Vote(name=names[0], choice=columns[marked[0]], place=line.place)
    return replace(line, votes=(vote,), rest=())


def _is_marked(cells: Mapping[int, str], columns: Mapping[int, Choice]) -> bool:
    """Whether one column is marked and the others are not: the row of somebody, whoever it is."""
    marked = [at for at, cell in cells.items() if not _NO_MARK.fullmatch(cell)]
    return len(marked) == 1 and _is_mark(cells[marked[0]], columns[marked[0]])


def _is_mark(cell: str, choice: Choice) -> bool:
    return _MARK.fullmatch(cell) is not None or choice_of(cell) is choice


def _totals(line: Printed, cells: Mapping[int, str], columns: Mapping[int, Choice]) -> Printed:
    """«Разом | 12 | 1 | 0»: the totals of the columns."""
    numbers = {at: _NOBODY.sub("0", cell.strip()) for at, cell in cells.items()}
    counted = any(cell.strip() for cell in cells.values())
    every = all(number.isdecimal() for number in numbers.values())
    if not (counted and every) or totals_of(line.text):
        return line
    said = {_TOTALS[columns[at]]: int(number) for at, number in numbers.items()}
    return replace(line, said=said, votes=(), rest=())
