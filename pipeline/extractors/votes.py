"""Printed roll calls -> the seven tables of item 29 of the edition of 2025.

Printed totals go into `voteEvents` and `motions2`; votes are counted again, what differs is said.
What a protocol does not say stays empty: the descriptor names why.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from pipeline.extractors.voting.events import Event, day_of, each_once
from pipeline.extractors.voting.findings import (
    findings_of_counted,
    findings_of_document,
    findings_of_event,
    findings_of_repeats,
    findings_of_titles,
)
from pipeline.extractors.voting.forms import calls_of
from pipeline.extractors.voting.heading import Heading
from pipeline.extractors.voting.left_out import findings_of_left_out
from pipeline.extractors.voting.roll_call import RollCall, RollCalls
from pipeline.extractors.voting.voters import Voter, Voters, voters_of
from pipeline.model import Extraction, Origin, Table
from pipeline.parameters.votes import VotesParameters
from pipeline.readers.document import Document

VERSION = "9"
FOLDER = "835-2025/29"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "convocations": ("uid", "label", "dateFrom", "dateUntil"),
    "sessions": ("uid", "label", "convocationUid", "dateFrom", "dateUntil"),
    "motions": ("uid", "sessionUid", "title", "number", "date"),
    "motions2": (
        "uid", "date", "convocation", "legislativeSession", "number", "title", "projectNumber",
        "votingFor", "votingAgainst", "votingAbstain", "notVoting", "absent", "votingResult",
    ),
    "voteEvents": (
        "uid", "motionUid", "projectNumber", "projectTitle", "startDate", "result", "votingFor",
        "votingAgainst", "votingAbstain", "notVoting", "absent",
    ),
    "vote": ("uid", "voterUid", "result"),
    "votings": ("motionUid", "voterId", "voterName", "motionTitle", "result"),
}  # fmt: skip


def extract(materials: Sequence[Document], parameters: VotesParameters) -> Extraction:
    """Tables of all protocols, in the order given."""
    calls = [(document, calls_of(document, parameters)) for document in materials]
    held = _may_be_held(calls, parameters)
    names = [vote.name for _, found in calls for one in found.calls for vote in one.votes]
    voters = voters_of(parameters.deputies, names)
    read = [
        _event(document, one, voters)
        for document, found in calls
        for one in found.calls
        if not (held and one.unread)
    ]
    events = each_once(read)
    said = [
        item
        for document, found in calls
        for item in (
            *findings_of_document(document, found.calls, held=held),
            *findings_of_left_out(found, voters),
        )
    ]
    said += [item for event in events for item in findings_of_event(event, parameters)]
    said += [*findings_of_repeats(read, events), *findings_of_titles(events)]
    said += findings_of_counted(events)
    days = [one.call.heading.day for one in events if one.call.heading.day]
    return Extraction(
        tables=tuple(_table(name, events, parameters) for name in COLUMNS),
        findings=tuple(said),
        actual_on=max(days, default=None),
    )


def _may_be_held(calls: Sequence[tuple[Document, RollCalls]], parameters: VotesParameters) -> bool:
    """Whether the roll calls with lines that are not read are few enough to be held back."""
    every = [one for _, found in calls for one in found.calls]
    bad = sum(bool(one.unread) for one in every)
    return 0 < bad <= parameters.held * len(every)


def _event(document: Document, call: RollCall, voters: Voters) -> Event:
    sha256 = document.snapshot.sha256
    return Event(
        call=call,
        part=call.part,
        origin=Origin(sha256=sha256, place=call.place),
        votes=tuple(
            (voters.find(vote.name), vote.choice.value, Origin(sha256=sha256, place=vote.place))
            for vote in call.votes
        ),
    )


def _table(name: str, events: Sequence[Event], parameters: VotesParameters) -> Table:
    rows = list(_rows(name, events, parameters))
    seen: dict[tuple[str, ...], tuple[dict[str, str], Origin]] = {}
    for row, origin in rows:
        seen.setdefault(_key(row), (row, origin))
    once = [pair for pair in seen.values() if pair[0].get("uid")]
    kept = once if name in {"convocations", "sessions", "motions"} else rows
    frame = pd.DataFrame([row for row, _ in kept], columns=list(COLUMNS[name]), dtype=str)
    return Table(
        schema=f"{FOLDER}/{name}", frame=frame.fillna(""), origins=tuple(o for _, o in kept)
    )


def _key(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["uid"],) if "uid" in row else (row["motionUid"], row["voterId"])


def _rows(
    name: str, events: Sequence[Event], parameters: VotesParameters
) -> Iterator[tuple[dict[str, str], Origin]]:
    for event in events:
        if name in {"vote", "votings"}:
            yield from ((_of_vote(name, event, *vote[:2]), vote[2]) for vote in event.votes)
        else:
            yield _of_call(name, event, events, parameters), event.origin


def _of_vote(name: str, event: Event, voter: Voter, choice: str) -> dict[str, str]:
    if name == "vote":
        return {"uid": event.uid, "voterUid": voter.id, "result": choice}
    return {
        "motionUid": event.uid,
        "voterId": voter.id,
        "voterName": voter.name,
        "motionTitle": event.call.heading.title,
        "result": choice,
    }


def _of_call(
    name: str, event: Event, events: Sequence[Event], parameters: VotesParameters
) -> dict[str, str]:
    match name:
        case "convocations":
            return _convocation(event.call.heading.convocation, parameters)
        case "sessions":
            return _session(event, events)
        case "motions":
            return _motion(event)
        case "motions2":
            return _flat_motion(event)
        case _:
            return _vote_event(event)


def _session(event: Event, events: Sequence[Event]) -> dict[str, str]:
    heading = event.call.heading
    first, last = _days(event, events)
    return {
        "uid": event.session,
        "label": " ".join(_named(heading)),
        "convocationUid": heading.convocation,
        "dateFrom": first,
        "dateUntil": last,
    }


def _named(heading: Heading) -> Iterator[str]:
    yield f"{heading.session} сесія"
    if heading.convocation:
        yield f"{heading.convocation} скликання"


def _motion(event: Event) -> dict[str, str]:
    return {
        "uid": event.motion,
        "sessionUid": event.session,
        "title": event.call.heading.title,
        "number": event.call.heading.question,
        "date": day_of(event.call.heading.day),
    }


def _flat_motion(event: Event) -> dict[str, str]:
    heading = event.call.heading
    return {
        "uid": event.uid,
        "date": day_of(heading.day),
        "convocation": heading.convocation,
        "legislativeSession": heading.session,
        "number": heading.question,
        "title": heading.title,
        "projectNumber": heading.code,
        "votingResult": event.outcome,
        **event.totals,
    }


def _vote_event(event: Event) -> dict[str, str]:
    heading = event.call.heading
    return {
        "uid": event.uid,
        "motionUid": event.motion,
        "projectNumber": heading.code or heading.number,
        "projectTitle": heading.title,
        "startDate": event.started,
        "result": event.outcome,
        **event.totals,
    }


def _convocation(label: str, parameters: VotesParameters) -> dict[str, str]:
    found = next((one for one in parameters.convocations if one.label == label), None)
    return {
        "uid": label,
        "label": f"{label} скликання",
        "dateFrom": found.since.isoformat() if found else "",
        "dateUntil": found.until.isoformat() if found and found.until else "",
    }


def _days(event: Event, events: Sequence[Event]) -> tuple[str, str]:
    """First and last day of a session of which there is a protocol."""
    days = [
        one.call.heading.day
        for one in events
        if one.session == event.session and one.call.heading.day is not None
    ]
    return (day_of(min(days, default=None)), day_of(max(days, default=None)))
