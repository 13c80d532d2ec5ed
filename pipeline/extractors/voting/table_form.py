"""Votes as a table: a row for each vote, a column for each deputy (Vinnytsia).

The table says nothing of the meeting; the name of the file does:
`convocation-8-session-56-date-2025-04-25.csv`. A deputy with an empty cell had no seat then,
unless the table or the descriptor says what an empty cell means.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.errors import SourceError
from pipeline.extractors.voting.heading import Heading
from pipeline.extractors.voting.lines import Printed, Vote
from pipeline.extractors.voting.meetings import time_of
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.titles import stage_of, without_question
from pipeline.model import Place
from pipeline.parameters.votes import Sheet
from pipeline.readers.document import Document
from pipeline.readers.grids.cells import letters_of
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.text import fold_spaces
from pipeline.ukrainian.vote_totals import outcome_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords, legend_of


def read_sheet(
    document: Document, form: Sheet, signs: VoteWords = NO_SIGNS
) -> tuple[RollCall, ...]:
    """Every vote of a table; rows that explain signs are no votes.

    Raises:
        SourceError: a declared column is not there, or the quotes are broken.
    """
    rows = _rows(document, form)
    _, header = next(rows, (1, ()))
    named = (form.title, form.result, form.when)
    lacking = [name for name in named if name and name not in header]
    if lacking:
        source, columns = document.snapshot.address, ", ".join(lacking)
        raise SourceError("votes-lack-columns", source=source, columns=columns)
    table = _Table(
        header=header,
        form=form,
        meeting=_meeting(document.snapshot.address, form),
        signs=signs,
        source=document.snapshot.address,
    )
    return table.read(list(rows))


def _rows(document: Document, form: Sheet) -> Iterator[tuple[int, Sequence[str]]]:
    """Line on which a record begins, and its cells; blank records are left out."""
    reader = csv.reader(io.StringIO(document.text), delimiter=form.delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        source = document.snapshot.address
        raise SourceError("csv-quotes-are-broken", source=source, line=str(line)) from error


def _meeting(address: str, form: Sheet) -> Heading:
    match = re.search(form.meeting, address) if form.meeting else None
    said = match.groupdict(default="") if match else {}
    return Heading(
        convocation=said.get("convocation", ""),
        session=said.get("session", ""),
        day=_day(said.get("date", "")),
    )


def _day(text: str) -> date | None:
    found = find_dates(text)
    return found[0].value if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What is the same for every row."""

    header: Sequence[str]
    form: Sheet
    meeting: Heading
    signs: VoteWords
    source: str

    def read(self, rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[RollCall, ...]:
        """The votes; a row of one cell that explains no sign is said with the vote before."""
        notes = {line: next(filter(None, cells)) for line, cells in rows if self._is_note(cells)}
        table = replace(self, signs=self.signs.with_legend(notes.values()))
        found: list[RollCall] = []
        for line, cells in rows:
            place = Place(source=self.source, line=line)
            if line in notes and legend_of(notes[line]):
                continue
            if line in notes and found:
                note = Printed(text=notes[line], place=place)
                found[-1] = replace(found[-1], unread=(*found[-1].unread, note))
                continue
            call = table.roll_call(cells, place)
            same = [one for one in found if one.heading == call.heading]
            found.append(replace(call, part=len(same) + 1))
        return tuple(_with_empty(found))

    def _is_note(self, cells: Sequence[str]) -> bool:
        """Whether a row has one cell, and that is neither the question nor of a deputy."""
        filled = [at for at, cell in enumerate(cells) if cell]
        if len(filled) != 1 or filled[0] >= len(self.header):
            return False
        return self.header[filled[0]] in self.form.ignore

    def roll_call(self, cells: Sequence[str], place: Place) -> RollCall:
        """One row."""
        form, row = self.form, dict(zip(self.header, cells, strict=False))
        votes, unread = self._votes(cells, place)
        title = without_question(fold_spaces(row.get(form.title, "")))
        heading = replace(self.meeting, title=title, number=parse_act(title).number or "")
        return RollCall(
            heading=self._at(heading, row.get(form.when, "") if form.when else ""),
            part=1,
            votes=tuple(votes),
            printed={},
            outcome=outcome_of(row.get(form.result, "")) if form.result else None,
            place=place,
            stage=stage_of(title),
            unread=tuple(unread),
        )

    def _at(self, heading: Heading, when: str) -> Heading:
        if not when:
            return heading
        day, time = _day(when), time_of(when)
        return replace(heading, day=day or heading.day, time=time)

    def _votes(self, cells: Sequence[str], place: Place) -> tuple[list[Vote], list[Printed]]:
        votes: list[Vote] = []
        unread: list[Printed] = []
        own = {self.form.title, self.form.result, self.form.when, *self.form.ignore}
        for at, cell in enumerate(cells):
            name = self.header[at] if at < len(self.header) else ""
            if name in own - {""} or (at >= len(self.header) and not cell):
                continue
            where = replace(place, cell=f"{letters_of(at)}{place.line}")
            choice = self.signs.choice_of(cell) if cell else self.signs.blank
            if name and choice is not None:
                votes.append(Vote(name=name, choice=choice, place=where))
            elif cell:
                unread.append(Printed(text=f"{name}: {cell}", place=where))
        return votes, unread


def _with_empty(calls: Sequence[RollCall]) -> Iterator[RollCall]:
    """The votes with who is missing from each, though they vote before and after it."""
    seen: dict[str, list[int]] = {}
    for at, call in enumerate(calls):
        for vote in call.votes:
            seen.setdefault(vote.name, []).append(at)
    for at, call in enumerate(calls):
        read = {vote.name for vote in call.votes}
        read |= {line.text.partition(":")[0] for line in call.unread}
        missing = [n for n, rows in seen.items() if rows[0] < at < rows[-1] and n not in read]
        yield replace(call, empty=tuple(Printed(text=n, place=call.place) for n in missing))
