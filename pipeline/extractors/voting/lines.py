"""What each line of a printed roll call is: votes, totals, the outcome, or words around them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.voting.form_words import form_word_of, is_form_word, is_signature
from pipeline.model import Place
from pipeline.readers.document import Document, Line
from pipeline.ukrainian.text import fold_spaces, plain
from pipeline.ukrainian.vote_totals import totals_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords, legend_of
from pipeline.ukrainian.votes import (
    Choice,
    chain_of,
    choice_of,
    is_name,
    split_choice,
    without_son_of,
)

_NUMBERED = re.compile(r"\A(?:\d{1,3}(?:[.)]\s*|\s+)|[•▪·*–—-]\s+)(?=[^\W\d_])")
_POST = re.compile(
    r"(?:(?:міськ|селищн|сільськ)\w+\s+голова|голова\s+(?:\w+\s+)?ради|секретар\s+(?:\w+\s+)?ради"
    r"|депутат(?:ка)?)\s*[,:–—-]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
# «Приклад Петро Іванович (Рух зразків)»: a faction, or why somebody is not there.
_BRACKETS = re.compile(r"\s+\(([^()]{2,80})\)\Z")
# «Приклад П.І., секретар ради», «Приклад П.І. – самовисування», «Приклад Петро Іванович1».
_BEHIND = re.compile(
    r"(?:,|\s[–—-])\s+(?:секретар|голова|заступни|депутат|міськ|член|фракці|груп|партія|блок|ВО"
    r"|позафракц|самовисув)(?:\w*|(?=\W))(?:\s[^,]{1,60})?\Z"
    r"|(?<=[а-яіїєґ])(?:\d{1,2}|\s?\[\d{1,2}\])\Z",
    re.IGNORECASE,
)
# «Зразко- Простий»: a double surname that was broken at its hyphen.
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[А-ЯІЇЄҐ][а-яіїєґ])")
_OF_FATHER = r"[^\W\d_][\w']+(?:[оє]вич|[ії]вна|[иі]ч)"
_PATRONYMIC = re.compile(_OF_FATHER, re.IGNORECASE)
# No surname ends so.
_FATHER = re.compile(r"[^\W\d_][\w']+(?:[оє]вич|[ії]вна)", re.IGNORECASE)
_SURE = re.compile(rf"[^\W\d_]\.|\s{_OF_FATHER}\Z", re.IGNORECASE)
_GIVEN = re.compile(rf"[^\W\d_][\w'-]+\s+{_OF_FATHER}|[^\W\d_]\.\s?(?:[^\W\d_]\.?)?", re.IGNORECASE)
_WHOLE = 3
"""Words of a whole name."""
_PAGE = re.compile(r"-?\s*\d{1,3}\s*-?")
_COLUMNS = re.compile(r"\s{3,}|\t+|\|")
_SINGLE, _PARTS = re.compile(r"[^\W\d_][\w'’ʼ-]+"), range(2, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How one person voted, as printed."""

    name: str
    choice: Choice
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the lines of one protocol are to be read."""

    signs: VoteWords = NO_SIGNS
    """What stands for choices besides the words of the law."""
    is_person: Callable[[str], bool] = is_name
    """Whether words beside a choice name somebody; a lone surname does only in some protocols."""

    @property
    def is_usual(self) -> bool:
        """Whether only names with initials or given names are names."""
        return self.is_person is is_name


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
    cells: tuple[str, ...] = ()
    """Of a row of a table, empty ones too."""
    said: Mapping[str, int] = field(default_factory=dict)
    """Totals that a form prints otherwise than in words: `for`, `against`, …"""
    form: str = ""
    """What it is of the form where its words alone do not tell: `columns`, `legend`, …"""
    people: tuple[str, ...] = ()
    """Those whom a list of who came names; nobody votes in it."""
    lines: tuple[int, ...] = ()
    """Numbers of the lines of the document that it was made of."""

    @property
    def kind(self) -> str:
        """What it is of the form; empty: it is none of its words."""
        page = not self.is_row and _PAGE.fullmatch(plain(self.text)) is not None
        return self.form or ("page" if page else form_word_of(self.text))

    @property
    def is_known(self) -> bool:
        """Whether these are words of the form itself."""
        return not self.text or bool(self.kind)


def read_lines(document: Document, manner: Manner) -> Iterator[Printed]:
    """The lines of a protocol; a name that is broken over two rows of a table is one."""
    kept: Printed | None = None
    for number, line in enumerate(document.lines):
        printed = replace(_printed(document, line, manner), lines=(number,))
        if kept is not None and _goes_on(kept, printed):
            kept = _joined(kept, printed)
            continue
        if kept is not None:
            yield kept
        kept = printed
    if kept is not None:
        yield kept


def _printed(document: Document, line: Line, manner: Manner) -> Printed:
    cells = [fold_spaces(document.text[start:end]).strip() for start, end in line.cells]
    text = " ".join(filter(None, cells)) or document.text[line.start : line.end]
    folded = fold_spaces(text).strip(" |")
    if totals_of(folded) or legend_of(folded):
        form = "" if totals_of(folded) else "legend"
        return Printed(text=folded, place=line.place, form=form)
    parts = cells or _COLUMNS.split(document.text[line.start : line.end].strip())
    votes, rest = _votes(manner.signs.spelt(parts), line.place, manner)
    if not (votes or manner.is_usual) and is_form_word(folded):
        # «№ | Прізвище | Голос» are no lone surnames
        rest = tuple(one for one in rest if is_name(one))
    if not votes and is_signature(folded):
        rest = ()
    return Printed(
        text=folded,
        place=line.place,
        is_row=len(parts) > 1,
        votes=votes,
        rest=rest,
        cells=tuple(cells),
    )


def _votes(
    cells: Sequence[str], place: Place, manner: Manner
) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    """Pairs of name and choice in one row, which may hold several columns of them.

    A name is followed by its choice; words between them, a faction say, count as one more name. In
    a row with several choices they would be a guess, so then the row is not read. A row with one
    choice may have the name after it, or cut into cells of one word.
    """
    cells = whole_names(cells)
    choices = [choice for choice in map(choice_of, map(bare, cells)) if choice is not None]
    chained = chain_of(cells[0]) if len(cells) == 1 else ()
    if chained:
        return tuple(Vote(name=name, choice=what, place=place) for name, what in chained), ()
    alone = _alone(cells) if len(choices) == 1 else None
    if alone is not None:
        return (Vote(name=alone, choice=choices[0], place=place),), ()
    row = _Row(place=place, choices=len(choices), is_person=manner.is_person)
    for cell in cells:
        row.take(cell)
    row.let_go()
    is_row = bool(row.votes) or len(cells) > 1 or row.numbered
    return tuple(row.votes), tuple(row.rest) if is_row else ()


def _alone(cells: Sequence[str]) -> str | None:
    """The name of a row with one choice; None where several or none could be it."""
    words = [bare(cell) for cell in cells]
    names = [one for one in words if choice_of(one) is None and is_name(one)]
    if any(split_choice(one) is not None for one in words if choice_of(one) is None):
        return None
    if not names:
        single = [one for one in words if _SINGLE.fullmatch(one) and choice_of(one) is None]
        whole = " ".join(single)
        return whole if len(single) in _PARTS and is_name(whole) else None
    # «Приклад П. І. | № 5 | Рух Зразків | За»: a movement has neither initials nor a patronymic.
    sure = names if len(names) == 1 else [one for one in names if _SURE.search(plain(one))]
    return sure[0] if len(sure) == 1 else None


def whole_names(cells: Sequence[str]) -> Sequence[str]:
    """With a name in one cell: «Приклад | Петро Іванович | За», «Приклад Петро | Іванович»."""
    found = list(cells)
    for at in range(len(found) - 1, 0, -1):
        surname, given = bare(found[at - 1]), plain(found[at]).strip()
        alone = _SINGLE.fullmatch(surname) is not None and choice_of(surname) is None
        goes_on = alone and _GIVEN.fullmatch(without_son_of(given)) is not None
        goes_on |= len(surname.split()) == _WHOLE - 1 and _FATHER.fullmatch(given) is not None
        if goes_on and is_name(f"{surname} {given}"):
            found[at - 1 : at + 1] = ["", f"{surname} {found[at].strip()}"]
    return found


@dataclass(slots=True)
class _Row:
    """A row that is being read, cell by cell."""

    place: Place
    choices: int
    is_person: Callable[[str], bool]
    votes: list[Vote] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Neighbouring names that wait for a choice."""
    numbered: bool = False

    def take(self, cell: str) -> None:
        words = bare(cell)
        choice, both = choice_of(words), split_choice(words)
        if choice is not None:
            self._pair(choice, words)
        elif both is not None and self.is_person(both[0]):
            self.let_go()
            self.votes.append(Vote(name=both[0], choice=both[1], place=self.place))
        elif self.is_person(words):
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


def cut_names(votes: Sequence[Vote]) -> Iterator[Vote]:
    """«Петро Іванович» among whole names: the surname stood on a line that was not read."""
    words = [without_son_of(vote.name).split() for vote in votes]
    whole = sum(len(one) == _WHOLE for one in words)
    for vote, one in zip(votes, words, strict=True):
        lacks = len(one) == _WHOLE - 1 and _PATRONYMIC.fullmatch(plain(one[1])) is not None
        if lacks and not one[1].isupper() and 2 * whole > len(votes):
            yield vote


def bare(cell: str) -> str:
    """The words of a cell without the number of the row or the post of a person before them."""
    words = _NUMBERED.sub("", fold_spaces(cell).strip(), count=1)
    words = _POST.sub("", words, count=1).rstrip(" :*")  # a star is of a note under the list
    behind = _BEHIND.search(words)
    if behind is not None and is_name(words[: behind.start()]):
        words = words[: behind.start()]
    if split_choice(words) is None:
        words = _BROKEN.sub("-", words)
    tail = _BRACKETS.search(words)
    is_other = tail is not None and choice_of(tail[1]) is None and is_name(words[: tail.start()])
    return words[: tail.start()] if tail is not None and is_other else words


def names_alone(line: Printed) -> tuple[str, ...]:
    """The names of a line of nothing else, one or a row of them; empty: it is something else."""
    if line.votes:
        return ()
    words = tuple(bare(cell) for cell in line.cells if cell)
    if len(words) > 1 and all(map(is_name, words)):
        return words
    whole = bare(line.text)
    return (whole,) if is_name(whole) and not line.is_known else ()


def _goes_on(kept: Printed, printed: Printed) -> bool:
    """«|    |Іванович |   |» under «| 14 | Приклад Петро | ЗА |»."""
    words = plain(printed.text).split()
    short = len(kept.votes) == 1 and not printed.votes and 0 < len(words) <= 2
    capital = all(word[:1].isupper() and word.replace("'", "").isalpha() for word in words)
    if short and without_son_of(f"{kept.votes[0].name} {printed.text}") == kept.votes[0].name:
        return True
    few = short and len(kept.votes[0].name.split()) < 3 and not is_name(bare(printed.text))
    is_below = printed.is_row or (len(words) == 1 and _PATRONYMIC.fullmatch(words[0]) is not None)
    return few and capital and kept.is_row and is_below and not printed.is_known


def _joined(kept: Printed, printed: Printed) -> Printed:
    vote = kept.votes[0]
    whole = Vote(name=f"{vote.name} {printed.text}", choice=vote.choice, place=vote.place)
    lines = (*kept.lines, *printed.lines)
    return Printed(text=kept.text, place=kept.place, is_row=True, votes=(whole,), lines=lines)
