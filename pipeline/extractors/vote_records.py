"""Roll calls that a voting system writes as JSON: the forms of Lviv and Dubno.

Lviv writes one vote a file: `{GLTime, PD_Fullname, RESULT, DPList: [{DPName, DPGolos}]}`; Dubno
many:
`{PD: [{GLList: [{GLTime, GL_Text, RESULT, DPList}]}]}`. Known from programs that read them; no file
of either was at hand (2026-11), so what is of another form is an error, not a guess.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.errors import SourceError
from pipeline.extractors.roll_call import RollCall
from pipeline.extractors.roll_call_headings import Heading, stage_of
from pipeline.extractors.roll_call_lines import Printed, Vote
from pipeline.extractors.roll_call_meetings import time_of
from pipeline.extractors.vote_counts import printed_totals
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.vote_totals import outcome_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords

_LISTS = ("PD", "GLList")
"""Names of lists on the way to the votes."""
_TITLES = ("PD_Fullname", "GL_Text")


def read_records(document: Document, signs: VoteWords = NO_SIGNS) -> tuple[RollCall, ...]:
    """Every vote of a file.

    Raises:
        SourceError: it is no JSON.
    """
    try:
        tree = json.loads(document.text)
    except (ValueError, RecursionError) as error:
        raise SourceError("votes-are-not-json", source=document.snapshot.address) from error
    found: list[RollCall] = []
    for path, record in _records(tree, "$"):
        place = Place(source=document.snapshot.address, element=path)
        call = _roll_call(record, place, signs)
        same = [one for one in found if one.heading == call.heading]
        found.append(replace(call, part=len(same) + 1))
    return tuple(found)


def _records(tree: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(tree, list):
        for at, item in enumerate(tree):
            yield from _records(item, f"{path}[{at}]")
    elif isinstance(tree, dict) and isinstance(tree.get("DPList"), list):
        yield path, tree
    elif isinstance(tree, dict):
        for name in _LISTS:
            yield from _records(tree.get(name, ()), f"{path}.{name}")


def _roll_call(record: dict[str, Any], place: Place, signs: VoteWords) -> RollCall:
    votes: list[Vote] = []
    unread: list[Printed] = []
    for at, one in enumerate(record["DPList"]):
        where = replace(place, element=f"{place.element}.DPList[{at}]")
        name, choice = _text(one, "DPName"), signs.choice_of(_text(one, "DPGolos"))
        if name and choice:
            votes.append(Vote(name=name, choice=choice, place=where))
        else:
            unread.append(Printed(text=f"{name} {_text(one, 'DPGolos')}".strip(), place=where))
    return RollCall(
        heading=_heading(record),
        part=1,
        votes=tuple(votes),
        printed=printed_totals((name, _number(value)) for name, value in record.items()),
        outcome=outcome_of(_text(record, "RESULT")),
        place=place,
        stage=stage_of(_text(record, "GLType")),
        unread=tuple(unread),
    )


def _heading(record: dict[str, Any]) -> Heading:
    title = next(filter(None, (_text(record, name) for name in _TITLES)), "")
    days = find_dates(_text(record, "GLTime"))
    return Heading(
        day=days[0].value if days else None,
        time=time_of(_text(record, "GLTime")),
        number=parse_act(title).number or "",
        title=title,
    )


def _text(record: Any, name: str) -> str:
    value = record.get(name) if isinstance(record, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> str:
    """A number written as such or as text."""
    plain_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if plain_number else value if isinstance(value, str) else ""
