"""Votes as XML of a voting system (Bila Tserkva): deputies, then every question with its votes.

    Deputats/*           ID, FIO, Present
    Vopros               ID, Voted, Long, Result, Poimen/Deputat (Name, Golos)
    Vopros, its Result   Za, Proty, Utr, NG, Vids: the totals

What has a name there is an attribute in some files and an element in others; both are read. Known
from programs that read such files; no file was at hand (2026-11), so another form is an error.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from pipeline.errors import SourceError
from pipeline.extractors.voting.counts import printed_totals
from pipeline.extractors.voting.heading import Heading
from pipeline.extractors.voting.lines import Printed, Vote
from pipeline.extractors.voting.meetings import time_of
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.titles import stage_of, without_question
from pipeline.extractors.voting.voters import initials_of
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import fold_spaces
from pipeline.ukrainian.vote_totals import outcome_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords
from pipeline.ukrainian.votes import Choice

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SESSION = re.compile(r"ses[si]", re.IGNORECASE)
_CONVOCATION = re.compile(r"skl|convocation", re.IGNORECASE)
_NUMBER = re.compile(r"n|no|num|number|nomer", re.IGNORECASE)
_NUMERAL = re.compile(r"[IVXLC]+|\d{1,3}")
_NOT_THERE = re.compile(r"0|false|ні|no|нет|відсутн\w+|-", re.IGNORECASE)


def read_xml(document: Document, signs: VoteWords = NO_SIGNS) -> tuple[RollCall, ...]:
    """Every vote of a file.

    Raises:
        SourceError: it is no XML, or holds a document type, which such files have no need of.
    """
    root = _root(document)
    meeting, away, people = _meeting(root), tuple(_away(root, document)), _people(root)
    found: list[RollCall] = []
    for question in root.iter("{*}Vopros"):
        votes, unread = _votes(question, people, signs, document)
        names = {vote.name for vote in votes}
        votes += [vote for vote in away if vote.name not in names] if votes else []
        call = _roll_call(question, _within(question, meeting), votes, unread, document)
        same = [one for one in found if one.heading == call.heading]
        found.append(replace(call, part=len(same) + 1))
    # a matter of the agenda that was not voted on has neither votes nor an outcome
    return tuple(call for call in found if call.votes or call.unread or call.outcome)


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


def _people(root: etree._Element) -> Mapping[str, str]:
    """Number in the list of deputies -> whole name; a number of two people is left out."""
    found: dict[str, set[str]] = {}
    for listed in root.iter("{*}Deputats"):
        for one in listed:
            number, name = _named(one, "ID"), _named(one, "FIO")
            if number and name:
                found.setdefault(number, set()).add(name)
    return {number: min(names) for number, names in found.items() if len(names) == 1}


def _votes(
    question: etree._Element, people: Mapping[str, str], signs: VoteWords, document: Document
) -> tuple[list[Vote], list[Printed]]:
    votes: list[Vote] = []
    unread: list[Printed] = []
    for one in question.iterfind("{*}Poimen/{*}Deputat"):
        where = _place(one, document)
        words = _named(one, "Golos")
        name, choice = _voter(one, people), signs.choice_of(words)
        if name and choice:
            votes.append(Vote(name=name, choice=choice, place=where))
        else:
            text = f"{_named(one, 'Name')} {words}".strip()
            unread.append(Printed(text=text, place=where))
    return votes, unread


def _voter(one: etree._Element, people: Mapping[str, str]) -> str:
    """The name, whole where the list of the file has it under the same number.

    Empty where that number is of somebody with another name: nobody can say whose vote it is.
    """
    name, inner = _named(one, "Name"), one.find("{*}Name")
    number = (inner.get("ID") if inner is not None else None) or one.get("ID") or ""
    whole = people.get(number)
    if whole is None or not name or whole == name:
        return name
    return whole if initials_of(whole) == initials_of(name) else ""


def _roll_call(
    question: etree._Element,
    meeting: Heading,
    votes: Sequence[Vote],
    unread: Sequence[Printed],
    document: Document,
) -> RollCall:
    title, result = without_question(_named(question, "Long")), question.find("{*}Result")
    fields = [*_fields(question), *(_fields(result) if result is not None else ())]
    return RollCall(
        heading=_heading(question, title, meeting),
        part=1,
        votes=tuple(votes),
        printed=printed_totals(fields),
        outcome=outcome_of(_named(question, "Result")),
        place=_place(question, document),
        stage=stage_of(title),
        unread=tuple(unread),
    )


def _fields(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and values of an element, its attributes and its children without children."""
    yield from ((str(name), str(value)) for name, value in element.attrib.items())
    for child in element.iterchildren("*"):
        if not len(child):
            yield etree.QName(child).localname, _text(child)


def _within(question: etree._Element, meeting: Heading) -> Heading:
    """The meeting with what the elements around a question say of it in their attributes."""
    for around in reversed(list(question.iterancestors())):
        of_session = _SESSION.match(etree.QName(around).localname) is not None
        for name, value in around.attrib.items():
            meeting = _with_attribute(meeting, str(name), str(value), of_session=of_session)
    return meeting


def _with_attribute(meeting: Heading, name: str, value: str, *, of_session: bool) -> Heading:
    days = find_dates(value)
    if _CONVOCATION.match(name) and _NUMERAL.fullmatch(value):
        return replace(meeting, convocation=value)
    if (of_session and _NUMBER.fullmatch(name) or _SESSION.match(name)) and _NUMERAL.fullmatch(
        value
    ):
        return replace(meeting, session=value)
    if of_session and days:
        return replace(meeting, day=days[0].value)
    return meeting


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
