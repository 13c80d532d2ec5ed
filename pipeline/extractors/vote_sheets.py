"""Votes as a table: a row for each vote, a column for each deputy (Vinnytsia).

The table says nothing of the meeting; the name of the file does:
`convocation-8-session-56-date-2025-04-25.csv`. A deputy with an empty cell had no seat then.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.errors import SourceError
from pipeline.extractors.roll_call_lines import Printed, Vote
from pipeline.extractors.roll_call_headings import Heading, stage_of
from pipeline.extractors.roll_calls import RollCall
from pipeline.model import Place
from pipeline.parameters.votes import Sheet
from pipeline.readers.cells import letters_of
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.votes import choice_of, outcome_of


def read_sheet(document: Document, form: Sheet) -> tuple[RollCall, ...]:
    """Every vote of a table.

    Raises:
        SourceError: a declared column is not there, or the quotes are broken.
    """
    rows = _rows(document, form)
    _, header = next(rows, (1, ()))
    lacking = [name for name in (form.title, form.result) if name and name not in header]
    if lacking:
        source, columns = document.snapshot.address, ", ".join(lacking)
        raise SourceError("votes-lack-columns", source=source, columns=columns)
    meeting = _meeting(document.snapshot.address, form)
    found: list[RollCall] = []
    for line, cells in rows:
        place = Place(source=document.snapshot.address, line=line)
        call = _roll_call(cells, header, form, meeting, place)
        same = [one for one in found if one.heading == call.heading]
        found.append(replace(call, part=len(same) + 1))
    return tuple(found)


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


def _roll_call(
    cells: Sequence[str], header: Sequence[str], form: Sheet, meeting: Heading, place: Place
) -> RollCall:
    votes: list[Vote] = []
    unread: list[Printed] = []
    row = dict(zip(header, cells, strict=False))
    own = {form.title, form.result, *form.ignore}
    for at, cell in enumerate(cells):
        name = header[at] if at < len(header) else ""
        if name in own or not cell:
            continue
        where, choice = replace(place, cell=f"{letters_of(at)}{place.line}"), choice_of(cell)
        if choice is None or not name:
            unread.append(Printed(text=f"{name}: {cell}", place=where))
        else:
            votes.append(Vote(name=name, choice=choice, place=where))
    title = row.get(form.title, "")
    return RollCall(
        heading=replace(meeting, title=title, number=parse_act(title).number or ""),
        part=1,
        votes=tuple(votes),
        printed={},
        outcome=outcome_of(row.get(form.result, "")) if form.result else None,
        place=place,
        stage=stage_of(title),
        unread=tuple(unread),
    )
