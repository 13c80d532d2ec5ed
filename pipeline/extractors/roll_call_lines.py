"""What each line of a printed roll call is: votes, totals, the outcome, or words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Place
from pipeline.readers.document import Document, Line
from pipeline.ukrainian.text import fold_spaces, plain
from pipeline.ukrainian.votes import Choice, choice_of, is_name, split_choice, totals_of

_NUMBERED = re.compile(r"\d{1,3}[.)]?\s+(?=[^\W\d_])")
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_COLUMNS = re.compile(r"\s{3,}|\t+|\|")
_KNOWN = re.compile(
    r"україна|\[pic\]|.{0,80}\bрада|(?:відкрите|поіменне)\s+голосування.*|місто\s+\S+|м\.\s*\S+"
    r"|рішення(?:\s+від)?[\s_.]*(?:№[\s_.]*)?|рішення\s+ухвалю.*|з\s+них\s*:?|посада\s+пр[иі]зв\w+|№\s*(?:п/п|з/п)?.{0,60}вибір.*"
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
    return Printed(text=folded, place=line.place, votes=votes, rest=rest)


def _votes(cells: Sequence[str], place: Place) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    """Pairs of name and choice in one row, which may hold several columns of them."""
    votes: list[Vote] = []
    names: list[str] = []
    for cell in cells:
        words = _NUMBERED.sub("", fold_spaces(cell).strip(), count=1)
        choice, both = choice_of(words), split_choice(words)
        if choice is not None and names:
            votes.append(Vote(name=names.pop(), choice=choice, place=place))
        elif both is not None and is_name(both[0]):
            votes.append(Vote(name=both[0], choice=both[1], place=place))
        elif is_name(words) and not _NUMBER.fullmatch(words):
            names.append(words)
    is_row = bool(votes) or (len(cells) > 1 and bool(names))
    return tuple(votes), tuple(names) if is_row else ()


def _goes_on(kept: Printed, printed: Printed) -> bool:
    """«|    |Олександрович |   |» under «| 14 | Концевой Ігор | ЗА |»."""
    words = plain(printed.text).split()
    short = len(kept.votes) == 1 and not printed.votes and 0 < len(words) <= 2
    capital = all(word[:1].isupper() and word.isalpha() for word in words)
    few = short and len(kept.votes[0].name.split()) < 3
    return few and capital and not printed.is_known


def _joined(kept: Printed, printed: Printed) -> Printed:
    vote = kept.votes[0]
    whole = Vote(name=f"{vote.name} {printed.text}", choice=vote.choice, place=vote.place)
    return Printed(text=kept.text, place=kept.place, votes=(whole,))
