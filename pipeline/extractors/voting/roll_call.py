"""One vote by name, as every form of source gives it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extractors.voting.account import LeftOut
from pipeline.extractors.voting.heading import Heading
from pipeline.extractors.voting.lines import Printed, Vote
from pipeline.model import Place
from pipeline.ukrainian.vote_totals import Outcome
from pipeline.ukrainian.votes import Choice

COUNTED = {
    "for": Choice.FOR,
    "against": Choice.AGAINST,
    "abstained": Choice.ABSTAINED,
    "not_voting": Choice.NOT_VOTING,
    "absent": Choice.ABSENT,
}
"""Name of a total -> the choice that it counts."""


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
    empty: tuple[Printed, ...] = ()
    """Who has an empty cell, though votes before and after in the same table are theirs."""

    def counted(self, name: str) -> int:
        """A total counted from the votes."""
        return Counter(vote.choice for vote in self.votes)[COUNTED[name]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCalls:
    """Every vote of one file, and its lines that are part of none."""

    calls: tuple[RollCall, ...]
    left_out: tuple[LeftOut, ...] = ()
