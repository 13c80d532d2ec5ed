"""Roll calls that a voting system writes as JSON: the forms of Lviv, Dubno and Drohobych.

    Lviv       one vote a file: {GLTime, PD_Fullname, RESULT, DPList: [{DPName, DPGolos}]}
    Dubno      {PD: [{PD_Fullname, GLList: [{GLTime, GL_Text, RESULT, DPList}]}]}
    Drohobych  {sessionName, voting: [{voteName, voteTimestamp, namedVoting: [{name: choice}]}]}

What stands around a list of votes holds for every vote in it. Known from programs that read the
first two (no file was at hand, 2026-11) and from files of the third; what is of another form is an
error, not a guess.
"""

import json
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.errors import SourceError
from pipeline.extractors.voting.counts import printed_totals
from pipeline.extractors.voting.heading import Heading, is_about
from pipeline.extractors.voting.lines import Printed, Vote
from pipeline.extractors.voting.meetings import When, time_of, when_of
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.titles import is_stage, stage_of, without_question
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import fold_spaces
from pipeline.ukrainian.vote_totals import outcome_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords

_LISTS = ("PD", "GLList", "voting")
"""Names of lists on the way to the votes."""
_VOTES = ("DPList", "namedVoting")
_TITLES = ("PD_Fullname", "GL_Text", "GLText", "voteName")
_TIMES = ("GLTime", "voteTimestamp", "sessionDate")
_MEETINGS = ("SName", "sessionName")
_STAGES = ("GLType", "GL_Text", "GLText")

_Fields = ChainMap[str, Any]
"""A vote, then what stands around it, the nearest first."""


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
    for path, record in _records(tree, "$", ChainMap()):
        place = Place(source=document.snapshot.address, element=path)
        call = _roll_call(record, place, signs)
        same = [one for one in found if one.heading == call.heading]
        found.append(replace(call, part=len(same) + 1))
    return tuple(found)


def _records(tree: Any, path: str, around: _Fields) -> Iterator[tuple[str, _Fields]]:
    """Each vote with what is said around it, where it does not say that itself."""
    if isinstance(tree, list):
        for at, item in enumerate(tree):
            yield from _records(item, f"{path}[{at}]", around)
    elif isinstance(tree, dict) and _is_vote(tree):
        if any(tree.values()):  # a system keeps an empty row for the next vote
            yield path, around.new_child(tree)
    elif isinstance(tree, dict):
        for name in _LISTS:
            yield from _records(tree.get(name, ()), f"{path}.{name}", around.new_child(tree))


def _is_vote(record: Mapping[str, Any]) -> bool:
    """Whether a record has a list of votes, or at least what came of one."""
    listed = any(isinstance(record.get(name), list) for name in _VOTES)
    return listed or outcome_of(_text(record, "RESULT")) is not None


def _roll_call(record: _Fields, place: Place, signs: VoteWords) -> RollCall:
    votes: list[Vote] = []
    unread: list[Printed] = []
    for where, name, words in _voters(record, place):
        choice = signs.choice_of(words)
        if name and choice:
            votes.append(Vote(name=name, choice=choice, place=where))
        else:
            unread.append(Printed(text=f"{name} {words}".strip(), place=where))
    own = record.maps[0]
    return RollCall(
        heading=_heading(record),
        part=1,
        votes=tuple(votes),
        printed=printed_totals((name, _number(value)) for name, value in own.items()),
        outcome=outcome_of(_text(own, "RESULT")),
        place=place,
        stage=next(filter(None, (stage_of(_text(own, name)) for name in _STAGES)), ""),
        unread=tuple(unread),
    )


def _voters(record: _Fields, place: Place) -> Iterator[tuple[Place, str, str]]:
    """Place, name and word of every vote; both are empty where an item is of another form."""
    own = record.maps[0]
    listed = next((name for name in _VOTES if isinstance(own.get(name), list)), "")
    for at, one in enumerate(own[listed] if listed else ()):
        where = replace(place, element=f"{place.element}.{listed}[{at}]")
        if listed == "DPList" or not isinstance(one, dict):
            yield where, _text(one, "DPName"), _text(one, "DPGolos")
            continue
        for name in one:
            yield where, name.strip(), _text(one, name)


def _heading(record: _Fields) -> Heading:
    title, when = without_question(_title(record)), _when(_said(record, _TIMES))
    meeting = meeting_of(_said(record, _MEETINGS))
    return Heading(
        session=meeting.get("session", ""),
        convocation=meeting.get("convocation", ""),
        day=when.day,
        time=when.time,
        number=parse_act(title).number or "",
        title=title,
    )


def _title(record: _Fields) -> str:
    """What the vote itself says it is on; the matter around it where that is none: «Поправка»."""
    words = ""
    for level in record.maps:
        if not is_about(words):
            words = _joined([*(_text(level, name) for name in _TITLES), words])
    return words


def _joined(texts: Sequence[str]) -> str:
    """The texts one after another, without stages and without what another of them says too."""
    words = ""
    for text in (one for one in texts if not is_stage(one)):
        shorter, longer = sorted((words, text), key=len)
        words = longer if shorter in longer else f"{words} {text}"
    return words


def _when(text: str) -> When:
    days = find_dates(text)
    return when_of(text) or When(day=days[0].value if days else None, time=time_of(text))


def _said(record: _Fields, names: Sequence[str]) -> str:
    """The first of the fields that says something, the nearest first."""
    found = (_text(level, name) for level in record.maps for name in names)
    return next(filter(None, found), "")


def _text(record: Any, name: str) -> str:
    value = record.get(name) if isinstance(record, Mapping) else None
    return fold_spaces(value).strip() if isinstance(value, str) else ""


def _number(value: Any) -> str:
    """A number written as such or as text."""
    plain_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if plain_number else value if isinstance(value, str) else ""
