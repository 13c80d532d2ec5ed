"""Roll calls of a printed protocol: heading, votes, printed totals, outcome; several in one file.

Nothing is corrected here: what was printed is kept beside what was counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.voting import matrix
from pipeline.extractors.voting.above import read_above
from pipeline.extractors.voting.account import OTHER, Account
from pipeline.extractors.voting.choice_forms import completed
from pipeline.extractors.voting.form_words import is_not_held, is_secret, question_of
from pipeline.extractors.voting.heading import Heading, is_about
from pipeline.extractors.voting.lines import Manner, Printed, Vote, bare, cut_names, read_lines
from pipeline.extractors.voting.registrations import OF_COMERS
from pipeline.extractors.voting.requisites import is_requisites
from pipeline.extractors.voting.roll_call import COUNTED, RollCall, RollCalls
from pipeline.extractors.voting.titles import stage_of
from pipeline.readers.document import Document
from pipeline.readers.grids.headers import header_key
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.vote_totals import Outcome, outcome_of, totals_of
from pipeline.ukrainian.vote_words import NO_SIGNS, VoteWords
from pipeline.ukrainian.votes import Choice, is_name, is_surname

_FARTHEST_OUTCOME = 4
"""Lines from the totals of a vote to its outcome, with words between that are not read."""


_FIRST_WORDS = ("україна", "рішення ухвалю", "поіменне", "поименн", "відкрите")


@dataclass(slots=True)
class _Open:
    """A roll call that is being read."""

    account: Account
    before: list[Printed] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    printed: dict[str, int] = field(default_factory=dict)
    outcome: Outcome | None = None
    stage: str = ""
    unread: list[Printed] = field(default_factory=list)
    above: list[Printed] = field(default_factory=list)
    """Totals and outcomes that stood before any vote."""
    again: list[Printed] = field(default_factory=list)
    """Totals that were printed before with other numbers."""
    used: list[Printed] = field(default_factory=list)
    """Lines it is made of, but for those of its heading."""
    is_over: bool = False
    """Whether totals or an outcome stood under the votes; above them they may stand too."""

    def take(self, line: Printed) -> None:
        totals = line.said or ({} if line.votes else totals_of(line.text))
        outcome = outcome_of(line.text)
        if self._is_of_comers(totals):
            self.account.leave("who-came", [line])
            return
        if totals and self._may_be_of_title(line, totals):
            self.account.leave(OTHER, [line])
            return
        if line.votes or totals or outcome is not None:
            self._note(line, totals, outcome)
        if totals:
            self.printed = {**totals, **self.printed}
        if outcome is not None and self.outcome not in {None, outcome}:
            self.unread.append(line)  # nobody can say which of the two it was
        elif outcome is not None:
            self.outcome, self.stage = outcome, stage_of(line.text) or self.stage
        elif not totals:
            self._take_words(line)
        self.votes += line.votes
        under = bool(self.votes) and not line.votes
        self.is_over |= under and (outcome is not None or "for" in totals)

    def _note(self, line: Printed, totals: Mapping[str, int], outcome: Outcome | None) -> None:
        other = {name for name in totals if self.printed.get(name, totals[name]) != totals[name]}
        if self.votes and outcome is not None:
            self._disown_early_outcome()
        if other and not line.votes:
            self.again.append(line)  # the first ones are those of the vote
        else:
            self.used.append(line)
        if (totals or outcome is not None) and not self.votes:
            self.above.append(line)

    def _disown_early_outcome(self) -> None:
        """Another outcome is under the votes: that right under the title may be words of it."""
        if not any(totals_of(one.text) or ":" in one.text for one in self.above):
            self.used = [one for one in self.used if one not in self.above]

    def _is_of_comers(self, totals: Mapping[str, int]) -> bool:
        """«Присутні – 24, відсутні – 2» over any matter: who came to the meeting."""
        over = not self.votes and not any(is_about(line.text) for line in self.before)
        return over and bool(totals) and set(totals) <= OF_COMERS

    def _may_be_of_title(self, line: Printed, totals: Mapping[str, int]) -> bool:
        """«… з депутатів, | присутні: 12»: right under a title in small letters as no form is."""
        if self.votes or self.above or not self.before or not set(totals) <= OF_COMERS:
            return False
        return self.before[-1].text != "" and line.text[:1].islower()

    def _take_words(self, line: Printed) -> None:
        if line.rest or (self.votes and not (line.votes or self._is_known(line))):
            self.unread.append(line)
        elif self.votes and not (line.votes or line.is_known):
            self.account.leave("repeated", [line])
        elif not (self.votes or line.votes):
            self.before.append(line)
            self._take_stage(line)

    def _take_stage(self, line: Printed) -> None:
        stage = stage_of(line.text)
        if stage:
            self.stage = stage
            self.account.leave("stage", [line])

    def leave_again(self) -> None:
        """«Усього» may be of those listed, who came or who voted; what is none of them is said."""
        counts = Counter(vote.choice for vote in self.votes)
        came = counts.total() - counts[Choice.ABSENT]
        wholes = {counts.total(), came, came - counts[Choice.NOT_VOTING]}
        for line in self.again:
            totals = totals_of(line.text)
            is_whole = not totals.keys() & COUNTED.keys() and totals.get("all", came) in wholes
            self.account.leave("further-totals" if is_whole else OTHER, [line])

    def ends_before(self, line: Printed, following: Sequence[Printed]) -> bool:
        """Whether a line heads another vote, though nothing ended this one under its votes.

        That is so where its totals stood over them, or where the same people vote once more.
        """
        if not self.votes or line.votes:
            return False
        totals = totals_of(line.text)
        above = any("for" in totals_of(one.text) for one in self.above)
        if above and "for" in totals:
            return any(self.printed.get(name, number) != number for name, number in totals.items())
        if not line.text or totals or outcome_of(line.text) is not None:
            return False
        heads = is_about(line.text) or is_requisites(line.text)
        if any(line.text == one.text for one in self.before):
            return (above or heads) and self._is_again(following)
        return heads and (above or self._is_again(following))

    def _is_again(self, following: Sequence[Printed]) -> bool:
        names = {vote.name for vote in self.votes}
        votes = next((line.votes for line in following if line.votes), ())
        return any(vote.name in names for vote in votes)

    def _is_known(self, line: Printed) -> bool:
        """Words of the form; or of the heading, which a further page of the same vote repeats."""
        repeated = any(line.text == above.text for above in self.before)
        return line.is_known or (repeated and not is_name(bare(line.text)))

    def drop_matter(self) -> None:
        """Forget the matter, of which no vote was held; the meeting over it stays."""
        about = (at for at, line in enumerate(self.before) if is_about(line.text))
        first = next(about, len(self.before))
        self.account.leave("not-held", self.before[first:])
        del self.before[first:]

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


def read_roll_calls(
    document: Document, signs: VoteWords = NO_SIGNS, surnames: frozenset[str] = frozenset()
) -> RollCalls:
    """Every roll call of a protocol, in its order, and the lines that are part of none.

    A surname alone may be any other word. Beside a choice it is a name where it is one of the list
    of deputies, and where the totals that every vote prints are those that such names give.

    Args:
        document: the protocol.
        signs: what the council writes for choices; what the protocol itself explains is added.
        surnames: of the list of deputies, as `header_key` folds them.
    """
    signs = signs.with_legend(document.text.split("\n"))
    listed = _person_of(surnames) if surnames else is_name
    found = _read(document, Manner(signs=signs, is_person=listed))
    if found.calls and not any(call.unread for call in found.calls):
        return found
    lone = _read(document, Manner(signs=signs, is_person=_may_be_person))
    return lone if lone.calls and all(map(_is_certain, lone.calls)) else found


def _person_of(surnames: frozenset[str]) -> Callable[[str], bool]:
    return lambda words: is_name(words) or (is_surname(words) and header_key(words) in surnames)


def _may_be_person(words: str) -> bool:
    return is_name(words) or is_surname(words)


def _is_certain(call: RollCall) -> bool:
    """Whether everything is read and gives each total that is printed, those «for» among them."""
    agree = all(
        number == call.counted(name) for name, number in call.printed.items() if name in COUNTED
    )
    return not call.unread and "for" in call.printed and agree


def _read(document: Document, manner: Manner) -> RollCalls:
    lines, account = list(read_lines(document, manner)), Account()
    matrices = matrix.find_matrices(lines)
    many = [
        call for found in matrices for call in matrix.calls_of_matrix(found, lines, manner, account)
    ]
    rest = completed(matrix.without(matrices, lines), manner)
    account.take_over(rest)
    calls = (*many, *_one_by_one(rest, account))
    return RollCalls(calls=calls, left_out=tuple(account.left_out(lines)))


def _one_by_one(lines: Sequence[Printed], account: Account) -> tuple[RollCall, ...]:
    """The roll calls that stand one after another."""
    found: list[RollCall] = []
    matter = Heading()
    for one in _parts(lines, account):
        if not one.votes:
            # Rows of a further vote of which none is read: they are said with the vote before.
            left = (*found[-1].unread, *one.above, *one.unread)
            account.use(left)
            found[-1] = replace(found[-1], unread=left)
            continue
        one.unread += [line for line in one.before if is_secret(line.text)]
        above = read_above(one.before)
        heading, part = above.heading, 1
        if found and heading.is_further(found[-1].heading):
            # It was not held at the time of the vote before.
            if not heading.has_matter:
                account.leave("further-vote", above.title)
                above = replace(above, title=())
            heading, part = heading.on(matter), found[-1].part + 1
        else:
            heading = heading.within(found[-1].heading) if found else heading
            matter = heading
        account.use(above.title)
        account.leave("agenda", above.agenda)
        account.leave(OTHER, above.doubtful)
        account.use([*above.lines, *one.used, *one.unread])
        one.leave_again()
        found.append(replace(_roll_call(one, heading, part), doubts=above.doubts))
    return tuple(found)


def _parts(lines: Sequence[Printed], account: Account) -> Iterator[_Open]:
    """A new one begins with the first words or votes after totals or an outcome."""
    open_, began = _Open(account), False
    for at, line in enumerate(lines):
        known = line.is_known and not question_of(line.text)
        fresh = line.votes or not (known or totals_of(line.text) or outcome_of(line.text))
        over = open_.is_over and (fresh or _begins(line)) and not open_.waits_for(lines[at:])
        if over or open_.ends_before(line, lines[at:]):
            yield open_
            open_, began = _Open(account), True
        if not (open_.votes or line.text[:1].islower()) and is_not_held(line.text):
            open_.drop_matter()
            account.leave("not-held", [line])
            continue
        open_.take(line)
    if open_.votes or (began and (open_.unread or open_.above)):
        yield open_


def _begins(line: Printed) -> bool:
    return plain(line.text).lower().startswith(_FIRST_WORDS)


def _roll_call(one: _Open, heading: Heading, part: int) -> RollCall:
    cut = tuple(cut_names(one.votes))
    one.unread += [Printed(text=vote.name, place=vote.place) for vote in cut]
    return RollCall(
        heading=heading,
        part=part,
        votes=tuple(vote for vote in one.votes if vote not in cut),
        printed=dict(one.printed),
        outcome=one.outcome,
        place=one.votes[0].place,
        stage=one.stage,
        unread=tuple(one.unread),
    )
