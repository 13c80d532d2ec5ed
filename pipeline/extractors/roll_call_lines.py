"""What each line of a printed roll call is: votes, totals, the outcome, or words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model import Place
from pipeline.readers.document import Document, Line
from pipeline.ukrainian.text import fold_spaces, plain
from pipeline.ukrainian.votes import Choice, choice_of, is_name, split_choice, totals_of

_NUMBERED = re.compile(r"\d{1,3}(?:[.)]\s*|\s+)(?=[^\W\d_])")
_COLUMNS = re.compile(r"\s{3,}|\t+|\|")
_KNOWN = re.compile(
    r"україна|\[pic\]|.{0,80}\bрада|(?:відкрите|поіменне)\s+голосування.*|місто\s+\S+|м\.\s*\S+"
    r"|рішення(?:\s+від)?[\s_.]*(?:№[\s_.]*)?|рішення\s+ухвалю.*|з\s+них\s*:?"
    r"|посада\s+пр[иі]зв\w+|№\s*(?:п/п|з/п)?.{0,60}вибір.*"
    r"|№\s*(?:п/п|з/п)?.{0,60}(?:прізвище|піб).*|результати?\s+(?:поіменного\s+)?голосування.*"
    r"|(?:міськ|селищн|сільськ)\w+\s+голова\b.{0,60}|секретар\b.{0,60}|голова\s+лічильн.{0,60}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How one person voted, as printed."""

    name: str
    choice: Choice
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line of a protocol."""

    text: str
    place: Place
    is_row: bool = False
    """Whether it is a row of a table."""
    votes: tuple[Vote, ...] = ()
    rest: tuple[str, ...] = ()
    """Names without a choice beside them: the line is cut, or goes on with the one before."""

    @property
    def is_known(self) -> bool:
        """Whether these are words of the form itself."""
        return not self.text or _KNOWN.fullmatch(plain(self.text)) is not None


def read_lines(document: Document) -> Iterator[Printed]:
    """The lines of a protocol; a name that is broken over two rows of a table is one."""
    kept: Printed | None = None
    for line in document.lines:
        printed = _printed(document, line)
        if kept is not None and _goes_on(kept, printed):
            kept = _joined(kept, printed)
            continue
        if kept is not None:
            yield kept
        kept = printed
    if kept is not None:
        yield kept


def _printed(document: Document, line: Line) -> Printed:
    cells = [fold_spaces(document.text[start:end]).strip() for start, end in line.cells]
    text = " ".join(filter(None, cells)) or document.text[line.start : line.end]
    folded = fold_spaces(text).strip(" |")
    if totals_of(folded):
        return Printed(text=folded, place=line.place)
    parts = cells or _COLUMNS.split(document.text[line.start : line.end].strip())
    votes, rest = _votes(parts, line.place)
    return Printed(text=folded, place=line.place, is_row=len(parts) > 1, votes=votes, rest=rest)


def _votes(cells: Sequence[str], place: Place) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    """Pairs of name and choice in one row, which may hold several columns of them.

    A name is followed by its choice; words between them, a faction say, count as one more name. In
    a row with several choices they would be a guess, so then the row is not read.
    """
    row = _Row(place=place, choices=sum(choice_of(_bare(cell)) is not None for cell in cells))
    for cell in cells:
        row.take(cell)
    row.let_go()
    is_row = bool(row.votes) or len(cells) > 1 or row.numbered
    return tuple(row.votes), tuple(row.rest) if is_row else ()


@dataclass(slots=True)
class _Row:
    """A row that is being read, cell by cell."""

    place: Place
    choices: int
    votes: list[Vote] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Neighbouring names that wait for a choice."""
    numbered: bool = False

    def take(self, cell: str) -> None:
        words = _bare(cell)
        choice, both = choice_of(words), split_choice(words)
        if choice is not None:
            self._pair(choice, words)
        elif both is not None and is_name(both[0]):
            self.let_go()
            self.votes.append(Vote(name=both[0], choice=both[1], place=self.place))
        elif is_name(words):
            self.names.append(words)
        else:
            self.let_go()
            if both is not None and words != fold_spaces(cell).strip():
                self.numbered = True
                self.rest.append(words)

    def _pair(self, choice: Choice, words: str) -> None:
        if len(self.names) == 1 or (self.names and self.choices == 1):
            self.votes.append(Vote(name=self.names[0], choice=choice, place=self.place))
            self.names.clear()
        else:
            self.let_go()
            self.rest.append(words)

    def let_go(self) -> None:
        """Names that no choice follows."""
        self.rest += self.names
        self.names.clear()


def _bare(cell: str) -> str:
    return _NUMBERED.sub("", fold_spaces(cell).strip(), count=1)


def _goes_on(kept: Printed, printed: Printed) -> bool:
    """«|    |Іванович |   |» under «| 14 | Приклад Петро | ЗА |»."""
    words = plain(printed.text).split()
    short = len(kept.votes) == 1 and not printed.votes and 0 < len(words) <= 2
    capital = all(word[:1].isupper() and word.isalpha() for word in words)
    few = short and len(kept.votes[0].name.split()) < 3
    return few and capital and kept.is_row and printed.is_row and not printed.is_known


def _joined(kept: Printed, printed: Printed) -> Printed:
    vote = kept.votes[0]
    whole = Vote(name=f"{vote.name} {printed.text}", choice=vote.choice, place=vote.place)
    return Printed(text=kept.text, place=kept.place, is_row=True, votes=(whole,))
