"""One roll call with its identifiers and totals, as the tables of item 29 want them."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extractors.voting.roll_call import RollCall
from pipeline.extractors.voting.voters import Voter
from pipeline.model import Origin

TOTALS: Mapping[str, str] = {
    "votingFor": "for",
    "votingAgainst": "against",
    "votingAbstain": "abstained",
    "notVoting": "not_voting",
    "absent": "absent",
}
"""Column -> name of the total that it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A roll call with everything its rows need."""

    call: RollCall
    part: int
    """Which vote on the same matter, from 1."""
    origin: Origin
    votes: tuple[tuple[Voter, str, Origin], ...]
    """Who, how and where it stands."""
    shared: bool = False
    """Whether another number of the day is written with the same letters: «12/3» and «12-3»."""

    @property
    def content(self) -> tuple[object, ...]:
        """What tells it from every other: the same protocol may lie in an archive and beside it."""
        votes = tuple((voter.id, choice) for voter, choice, _ in self.votes)
        totals = tuple(sorted(self.call.printed.items()))
        heading = self.call.heading
        when = (heading.time, self.call.stage)
        return heading.day, self.number, heading.title, self.call.part, when, votes, totals

    @property
    def number(self) -> str:
        """Of the decision, else the code of the draft; may be empty."""
        return self.call.heading.number or self.call.heading.code

    @property
    def motion(self) -> str:
        """Day and number of the decision, code of the draft, or a digest of the title."""
        heading = self.call.heading
        slug = _slug(self.number) or _digest(heading.title)
        apart = f"-{_digest(self.number)}" if self.shared and slug != self.number else ""
        return f"{day_of(heading.day)}-{slug}{apart}"

    @property
    def uid(self) -> str:
        """The motion, with the number of the vote where there were several."""
        return self.motion if self.part == 1 else f"{self.motion}-{self.part}"

    @property
    def started(self) -> str:
        """Day and time of the vote, ISO 8601; empty where the protocol does not say both."""
        heading = self.call.heading
        return f"{heading.day}T{heading.time}" if heading.day and heading.time else ""

    @property
    def session(self) -> str:
        """Convocation and session; empty where the protocol names no session."""
        heading = self.call.heading
        known = filter(None, (heading.convocation, heading.session))
        return "-".join(known) if heading.session else ""

    @property
    def outcome(self) -> str:
        """What the protocol announces; empty where it says nothing."""
        return self.call.outcome.value if self.call.outcome else ""

    @property
    def totals(self) -> Mapping[str, str]:
        """Totals as printed; what is not printed is counted, but for those who are not listed."""
        return {column: self._total(name) for column, name in TOTALS.items()}

    def _total(self, name: str) -> str:
        if name in self.call.printed:
            return str(self.call.printed[name])
        if not self.votes:
            return ""  # nobody is named: that nobody voted for it is not known
        counted = self.call.counted(name)
        return "" if name == "absent" and not counted else str(counted)


def each_once(events: Sequence[Event]) -> list[Event]:
    """The events without repeats; several on one matter are numbered as they were held."""
    kept = {event.content: event for event in reversed(events)}
    once = _told_apart([event for event in events if kept[event.content] is event])
    numbers: Counter[str] = Counter()
    parts: dict[int, int] = {}
    for at in _as_held(once):
        numbers[once[at].motion] += 1
        parts[at] = numbers[once[at].motion]
    return [replace(event, part=parts[at]) for at, event in enumerate(once)]


def _told_apart(events: Sequence[Event]) -> list[Event]:
    """The events, those marked whose number of the day looks like another one as an identifier."""
    numbers: dict[str, set[str]] = {}
    for event in events:
        numbers.setdefault(event.motion, set()).add(event.number)
    return [replace(event, shared=len(numbers[event.motion]) > 1) for event in events]


def _as_held(events: Sequence[Event]) -> list[int]:
    """Positions in the order of the time of day where all votes on a matter say it, else as read.

    The names of files tell nothing of what was voted on first.
    """
    untimed = {event.motion for event in events if not event.call.heading.time}
    return sorted(
        range(len(events)),
        key=lambda at: (
            events[at].motion,
            "" if events[at].motion in untimed else events[at].call.heading.time,
            at,
        ),
    )


def day_of(day: date | None) -> str:
    """ISO 8601; empty where the protocol does not say it."""
    return day.isoformat() if day else ""


def _slug(number: str) -> str:
    return re.sub(r"\W+", "-", number).strip("-")


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:10]
