"""Votes as XML of a voting system (Bila Tserkva): deputies, then every question with its votes.

    Deputats/*           FIO, Present
    Vopros               ID, Voted, Long, Result, Poimen/Deputat (Name, Golos)

What has a name there is an attribute in some files and an element in others; both are read. Known
from programs that read such files; no file was at hand (2026-11), so another form is an error.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.errors import SourceError
from pipeline.extractors.roll_call_lines import Printed, Vote
from pipeline.extractors.roll_call_meetings import time_of
from pipeline.extractors.roll_call_headings import Heading, stage_of
from pipeline.extractors.roll_calls import RollCall
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import fold_spaces
from pipeline.ukrainian.votes import Choice, choice_of, outcome_of

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NOT_THERE = re.compile(r"0|false|ні|no|нет|відсутн\w+|-", re.IGNORECASE)


def read_xml(document: Document) -> tuple[RollCall, ...]:
    """Every vote of a file.

    Raises:
        SourceError: it is no XML, or holds a document type, which such files have no need of.
    """
    root = _root(document)
    meeting, away = _meeting(root), tuple(_away(root, document))
    found: list[RollCall] = []
    for question in root.iter("{*}Vopros"):
        call = _roll_call(question, meeting, away, _place(question, document))
        same = [one for one in found if one.heading == call.heading]
        found.append(replace(call, part=len(same) + 1))
    return tuple(call for call in found if call.votes or call.unread)


def _root(document: Document) -> etree._Element:
    # The text is decoded as declared by then; the declaration in it would name the old encoding.
    body = _DECLARATION.sub("", document.text).encode("utf-8", "surrogatepass")
    if "<!DOCTYPE" in document.text:
        raise SourceError("votes-are-not-xml", source=document.snapshot.address)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(body, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("votes-are-not-xml", source=document.snapshot.address) from error


def _place(element: etree._Element, document: Document) -> Place:
    path = element.getroottree().getpath(element)
    return Place(source=document.snapshot.address, line=_line(element), element=path)


def _line(element: etree._Element) -> int | None:
    return int(getattr(element, "sourceline", None) or 0) or None


def _meeting(root: etree._Element) -> Heading:
    """Session and day, where the top of the file names them."""
    words = " ".join([*root.attrib.values(), *(_text(child) for child in root if not len(child))])
    said, days = meeting_of(words), find_dates(words)
    return Heading(
        session=said.get("session", ""),
        convocation=said.get("convocation", ""),
        day=days[0].value if days else None,
    )


def _away(root: etree._Element, document: Document) -> Iterator[Vote]:
    """Deputies of whom the list says that they were not there."""
    for listed in root.iter("{*}Deputats"):
        for one in listed:
            name, present = _named(one, "FIO"), _named(one, "Present")
            if name and _NOT_THERE.fullmatch(present):
                yield Vote(name=name, choice=Choice.ABSENT, place=_place(one, document))


def _roll_call(
    question: etree._Element, meeting: Heading, away: tuple[Vote, ...], place: Place
) -> RollCall:
    votes: list[Vote] = []
    unread: list[Printed] = []
    for one in question.iterfind("{*}Poimen/{*}Deputat"):
        where = replace(place, element=one.getroottree().getpath(one), line=_line(one))
        name, words = _named(one, "Name"), _named(one, "Golos")
        choice = choice_of(words)
        if name and choice:
            votes.append(Vote(name=name, choice=choice, place=where))
        else:
            unread.append(Printed(text=f"{name} {words}".strip(), place=where))
    names = {vote.name for vote in votes}
    votes += [vote for vote in away if vote.name not in names] if votes else []
    title = _named(question, "Long")
    return RollCall(
        heading=_heading(question, title, meeting),
        part=1,
        votes=tuple(votes),
        printed={},
        outcome=outcome_of(_named(question, "Result")),
        place=place,
        stage=stage_of(title),
        unread=tuple(unread),
    )


def _heading(question: etree._Element, title: str, meeting: Heading) -> Heading:
    voted = _named(question, "Voted")
    days = find_dates(voted)
    return replace(
        meeting,
        day=days[0].value if days else meeting.day,
        time=time_of(voted),
        number=parse_act(title).number or "",
        title=title,
    )


def _named(element: etree._Element, name: str) -> str:
    """An attribute or a child of that name, whichever there is."""
    child = element.find(f"{{*}}{name}")
    return fold_spaces(element.get(name) or "") or (_text(child) if child is not None else "")


def _text(element: etree._Element) -> str:
    return fold_spaces("".join(map(str, element.itertext())))
