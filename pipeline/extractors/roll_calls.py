"""Roll calls of a printed protocol: heading, votes, printed totals, outcome; several in one file.

Nothing is corrected here: what was printed is kept beside what was counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.roll_call_forms import completed
from pipeline.extractors.roll_call_headings import Heading, heading_of, is_about, stage_of
from pipeline.extractors.roll_call_lines import Printed, Vote, read_lines
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.votes import Choice, Outcome, outcome_of, totals_of

COUNTED = {
    "for": Choice.FOR,
    "against": Choice.AGAINST,
    "abstained": Choice.ABSTAINED,
    "not_voting": Choice.NOT_VOTING,
    "absent": Choice.ABSENT,
}
"""Name of a total -> the choice that it counts."""
_FARTHEST_OUTCOME = 4
"""Lines from the totals of a vote to its outcome, with words between that are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """One vote by name."""

    heading: Heading
    part: int
    """Which vote on the same matter, from 1."""
    votes: tuple[Vote, ...]
    printed: Mapping[str, int]
    """Totals as printed: `for`, `against`, `abstained`, `not_voting`, `absent`, `all`."""
    outcome: Outcome | None
    place: Place
    stage: str = ""
    """«за основу», «в цілому»; empty where the protocol names none."""
    unread: tuple[Printed, ...] = ()
    """Lines among the votes that nobody understands."""

    def counted(self, name: str) -> int:
        """A total counted from the votes."""
        return Counter(vote.choice for vote in self.votes)[COUNTED[name]]


@dataclass(slots=True)
class _Open:
    """A roll call that is being read."""

    before: list[Printed] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    outcome: Outcome | None = None
    stage: str = ""
    unread: list[Printed] = field(default_factory=list)
    above: list[Printed] = field(default_factory=list)
    """Totals and outcomes that stood before any vote."""
    is_over: bool = False
    """Whether totals or an outcome stood under the votes; above them they may stand too."""

    def take(self, line: Printed) -> None:
        totals = line.said or ({} if line.votes else totals_of(line.text))
        outcome = outcome_of(line.text)
        if (totals or outcome is not None) and not self.votes:
            self.above.append(line)
        if totals:
            self.printed = {**totals, **self.printed}
        elif outcome is not None:
            self.outcome, self.stage = outcome, stage_of(line.text)
        elif line.rest or (self.votes and not (line.votes or self._is_known(line))):
            self.unread.append(line)
        elif not (self.votes or line.votes):
            self.before.append(line)
            self.stage = stage_of(line.text) or self.stage
        self.votes += line.votes
        under = bool(self.votes) and not line.votes
        self.is_over |= under and (outcome is not None or "for" in totals)

    def _is_known(self, line: Printed) -> bool:
        """Words of the form; or of the heading, which a further page of the same vote repeats."""
        return line.is_known or any(line.text == above.text for above in self.before)

    def waits_for(self, following: Sequence[Printed]) -> bool:
        """Whether the outcome of this vote is still to come: no other vote begins before it."""
        if self.outcome is not None:
            return False
        for line in following[:_FARTHEST_OUTCOME]:
            if outcome_of(line.text) is not None:
                return True
            if line.votes or _begins(line) or is_about(line.text):
                return False
        return False


def read_roll_calls(document: Document) -> tuple[RollCall, ...]:
    """Every roll call of a protocol, in its order."""
    found: list[RollCall] = []
    for one in _parts(document):
        if not one.votes:
            # Rows of a further vote of which none is read: they are said with the vote before.
            left = (*found[-1].unread, *one.above, *one.unread)
            found[-1] = replace(found[-1], unread=left)
            continue
        heading = heading_of(one.before)
        part = 1
        if found and not heading.is_own:
            heading, part = found[-1].heading, found[-1].part + 1
        elif found:
            heading = heading.within(found[-1].heading)
        found.append(_roll_call(one, heading, part))
    return tuple(found)


def _parts(document: Document) -> Iterator[_Open]:
    """A new one begins with the first words or votes after totals or an outcome."""
    open_, began = _Open(), False
    lines = completed(list(read_lines(document)))
    for at, line in enumerate(lines):
        fresh = line.votes or not (line.is_known or totals_of(line.text) or outcome_of(line.text))
        if open_.is_over and (fresh or _begins(line)) and not open_.waits_for(lines[at:]):
            yield open_
            open_, began = _Open(), True
        open_.take(line)
    if open_.votes or (began and (open_.unread or open_.above)):
        yield open_


def _begins(line: Printed) -> bool:
    return (
        plain(line.text).lower().startswith(("україна", "рішення ухвалю", "поіменне", "відкрите"))
    )


def _roll_call(one: _Open, heading: Heading, part: int) -> RollCall:
    return RollCall(
        heading=heading,
        part=part,
        votes=tuple(one.votes),
        printed=dict(one.printed),
        outcome=one.outcome,
        place=one.votes[0].place,
        stage=one.stage,
        unread=tuple(one.unread),
    )
