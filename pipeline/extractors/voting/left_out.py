"""What is said of the lines of a protocol that are part of no vote: counts, and who came."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extractors.voting.account import KINDS, OTHER, LeftOut
from pipeline.extractors.voting.roll_call import RollCalls
from pipeline.extractors.voting.voters import Voter, Voters
from pipeline.model import Finding, Severity
from pipeline.ukrainian.votes import Choice

_OF_COMERS = ("present", "absent")
_NEAR = 2
"""Numbers of lines that follow one another, with an empty one between them too."""


def findings_of_left_out(found: RollCalls, voters: Voters) -> Iterator[Finding]:
    """How many lines of a file are in no vote, by name; each run of those that nobody knows.

    A file without any vote is said as a whole.
    """
    if not found.calls:
        return
    yield from _counted([one for one in found.left_out if one.kind != OTHER])
    for run in _runs([one for one in found.left_out if one.kind == OTHER]):
        yield Finding(
            code="vote-words-not-read",
            severity=Severity.WARNING,
            place=run[0].line.place,
            value=run[0].line.text,
            details={"count": len(run)},
        )
    yield from _contradictions(found, voters)


def _counted(left: Sequence[LeftOut]) -> Iterator[Finding]:
    if left:
        lists = (one for one in left if one.kind in _OF_COMERS)
        yield Finding(
            code="vote-lines-left-out",
            severity=Severity.INFO,
            place=next(lists, left[0]).line.place,
            details={
                "count": len(left),
                **dict.fromkeys(KINDS, 0),
                **Counter(one.kind for one in left),
            },
        )


def _runs(left: Sequence[LeftOut]) -> list[list[LeftOut]]:
    runs: list[list[LeftOut]] = []
    for one in left:
        if runs and min(one.line.lines) - max(runs[-1][-1].line.lines) <= _NEAR:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _contradictions(found: RollCalls, voters: Voters) -> Iterator[Finding]:
    """Who came and is in no vote, who was absent and voted.

    A deputy may come late. A guest may come too: who is not of the list of deputies is not missed.
    """
    choices: dict[str, set[Choice]] = {}
    for vote in (vote for call in found.calls for vote in call.votes):
        choices.setdefault(voters.find(vote.name).id, set()).add(vote.choice)
    came, absent = (_people(found.left_out, kind, voters) for kind in _OF_COMERS)
    missed = [one for one in came if one[1].is_listed and one[1].id not in choices]
    late = [one for one in absent if choices.get(one[1].id, set()) - {Choice.ABSENT}]
    yield from _said("present-in-no-vote", Severity.WARNING, missed)
    yield from _said("absent-yet-voted", Severity.INFO, late)


def _people(left: Sequence[LeftOut], kind: str, voters: Voters) -> list[tuple[LeftOut, Voter]]:
    """Everybody in such lists once, with the line that names them."""
    found: dict[str, tuple[LeftOut, Voter]] = {}
    for one in left:
        for name in one.people if one.kind == kind else ():
            voter = voters.find(name)
            found.setdefault(voter.id, (one, voter))
    return list(found.values())


def _said(
    code: str, severity: Severity, people: Sequence[tuple[LeftOut, Voter]]
) -> Iterator[Finding]:
    if people:
        yield Finding(
            code=code,
            severity=severity,
            place=people[0][0].line.place,
            table="vote",
            value=", ".join(voter.name for _, voter in people),
            details={"count": len(people)},
        )
