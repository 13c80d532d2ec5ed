"""What a person should know of roll calls: lines not read, totals that differ, unknown names."""

from collections.abc import Iterator, Sequence

from pipeline.extractors.voting.events import TOTALS, Event
from pipeline.extractors.voting.heading import is_of_stage
from pipeline.extractors.voting.roll_call import RollCall
from pipeline.model import Finding, Place, Severity
from pipeline.parameters.votes import VotesParameters
from pipeline.readers.document import Document
from pipeline.readers.grids.headers import header_key


def findings_of_document(
    document: Document, calls: Sequence[RollCall], *, held: bool
) -> Iterator[Finding]:
    """No roll call at all, and lines among votes that nobody understands.

    Args:
        document: the protocol.
        calls: what was read of it.
        held: whether roll calls with such lines are held back, so that they are no errors.
    """
    yield from document.findings
    if not calls:
        yield Finding(
            code="no-votes-in-document",
            severity=Severity.ERROR,
            place=Place(source=document.snapshot.address),
            table="voteEvents",
        )
    for call in calls:
        yield from _unread(call, held=held)
        yield from _doubtful(call)


def _unread(call: RollCall, *, held: bool) -> Iterator[Finding]:
    """Lines among the votes that nobody understands."""
    severity = Severity.WARNING if held else Severity.ERROR
    for line in call.unread:
        yield Finding(code="vote-not-read", severity=severity, place=line.place, value=line.text)
    if call.unread and held:
        yield Finding(
            code="vote-held-back",
            severity=Severity.WARNING,
            place=call.place,
            table="voteEvents",
            details={"count": len(call.unread)},
        )


def _doubtful(call: RollCall) -> Iterator[Finding]:
    """Lines of the title that may be something else, and cells that are empty."""
    doubts = [("vote-title-doubtful", line, "motions", "title") for line in call.doubts]
    empty = [("vote-cell-empty", line, "vote", None) for line in call.empty]
    for code, line, table, field in (*doubts, *empty):
        yield Finding(
            code=code,
            severity=Severity.WARNING,
            place=line.place,
            table=table,
            field=field,
            value=line.text,
        )


def findings_of_counted(events: Sequence[Event]) -> Iterator[Finding]:
    """How many totals were counted, since no protocol prints them."""
    count = sum(
        name not in event.call.printed and event.totals[column] != ""
        for event in events
        for column, name in TOTALS.items()
    )
    if count:
        yield Finding(
            code="vote-totals-counted",
            severity=Severity.INFO,
            table="voteEvents",
            details={"count": count},
        )


def findings_of_event(event: Event, parameters: VotesParameters) -> Iterator[Finding]:
    """What is not printed, totals that the votes do not give, names that the list does not know."""
    yield from _lacking(event)
    for column, name in TOTALS.items():
        printed, counted = event.call.printed.get(name), event.call.counted(name)
        if printed is not None and printed != counted:
            yield _differs(event, column, printed, counted)
    printed_all, votes = event.call.printed.get("all"), len(event.votes)
    if printed_all is not None and printed_all not in {votes, votes - event.call.counted("absent")}:
        yield _differs(event, "", printed_all, votes)
    yield from _twice(event)
    for voter, _, origin in event.votes:
        if parameters.deputies and not voter.is_listed:
            yield Finding(
                code="deputy-unknown",
                severity=Severity.WARNING,
                place=origin.place,
                table="vote",
                value=voter.name,
            )


def _twice(event: Event) -> Iterator[Finding]:
    """Who votes more than once: a slip of the protocol, or two people whose names look alike."""
    seen: set[str] = set()
    for voter, _, origin in event.votes:
        if voter.id in seen:
            yield Finding(
                code="voter-twice",
                severity=Severity.WARNING,
                place=origin.place,
                table="vote",
                value=voter.name,
                details={"vote": event.uid},
            )
        seen.add(voter.id)


def findings_of_repeats(read: Sequence[Event], kept: Sequence[Event]) -> Iterator[Finding]:
    """The same protocol twice among the sources is read once."""
    firsts = {event.content: event for event in kept}
    for event in read:
        first = firsts[event.content]
        if first.origin.place != event.origin.place:
            yield Finding(
                code="vote-repeated",
                severity=Severity.INFO,
                place=event.origin.place,
                table="voteEvents",
                details={"vote": first.uid},
            )


def findings_of_titles(events: Sequence[Event]) -> Iterator[Finding]:
    """Votes under one number of one day whose titles differ: two meetings, or a slip."""
    firsts: dict[str, Event] = {}
    for event in events:
        first = firsts.setdefault(event.motion, event)
        title, known = event.call.heading.title, first.call.heading.title
        further = title.startswith(known) and is_of_stage(title[len(known) :])
        if header_key(title) != header_key(known) and not further:
            yield Finding(
                code="vote-under-another-title",
                severity=Severity.WARNING,
                place=event.origin.place,
                table="motions",
                value=title,
                details={"vote": event.uid, "motion": event.motion, "title": known},
            )


def _lacking(event: Event) -> Iterator[Finding]:
    heading = event.call.heading
    lacks = {
        "session": not (heading.session and heading.convocation),
        "date": heading.day is None,
        "title": not heading.title,
        "names": not (event.votes or event.call.unread),
        "result": event.call.outcome is None,
    }
    for what in (name for name, is_so in lacks.items() if is_so):
        yield Finding(
            code="vote-without",
            severity=Severity.WARNING,
            place=event.origin.place,
            table="voteEvents",
            details={"what": what},
        )


def _differs(event: Event, column: str, printed: int, counted: int) -> Finding:
    return Finding(
        code="vote-totals-differ",
        severity=Severity.WARNING,
        place=event.origin.place,
        table="voteEvents",
        field=column or None,
        details={
            "vote": event.uid,
            "column": column or "all",
            "printed": printed,
            "counted": counted,
        },
    )
