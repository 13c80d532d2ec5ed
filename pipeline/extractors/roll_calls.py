"""Roll calls of a printed protocol: heading, votes, printed totals, outcome; several in one file.

Nothing is corrected here: what was printed is kept beside what was counted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.extractors.roll_call_forms import completed
from pipeline.extractors.roll_call_lines import Printed, Vote, read_lines
from pipeline.extractors.roll_call_meetings import meeting_of, time_of, when_of
from pipeline.model import Place
from pipeline.readers.document import Document
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import find_dates
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
# What stands over a further vote on the same matter.
_STAGE = re.compile(
    r"за\s+основу|[ву]\s+цілому|голосуванн|пропозиці|поправ|переголосув|редакці",
    re.IGNORECASE,
)
_STAGES = re.compile(r"за\s+основу|(?<!\w)[ву]\s+цілому", re.IGNORECASE)
_ABOUT = re.compile(r"(?:\W|\d|питання)*про\s", re.IGNORECASE)
_QUESTION = re.compile(
    r"\A\s*(?:(?:питання|пункт)(?:\s+порядку\s+денного)?\s*№?\s*\d+(?:\.\d+)*\s*[.:)–—-]*\s*"
    r"|\d{1,3}(?:\.\d+)*[.)]\s*(?=про\s))",
    re.IGNORECASE,
)
_CODE = re.compile(r"\(\s*(?P<code>[\w/.-]*\d[\w/.-]*)\s*\)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above the votes."""

    session: str = ""
    convocation: str = ""
    day: date | None = None
    time: str = ""
    """Of the vote, `10:15:20`; empty where the protocol does not say it."""
    number: str = ""
    """Of the decision; only one that was adopted has one."""
    code: str = ""
    """Of the draft: `S-zr-240`."""
    title: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the votes under it are on a matter of their own."""
        titled = self.title and not _STAGE.search(plain(self.title))
        return bool(self.code or titled) or bool(self.number or self.session or self.day)

    def within(self, before: "Heading") -> "Heading":
        """With the meeting of the vote before where it names none."""
        if self.session or self.day:
            return self
        return replace(self, session=before.session, convocation=before.convocation, day=before.day)


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
        elif line.rest or (self.votes and not (line.votes or line.is_known)):
            self.unread.append(line)
        elif not (self.votes or line.votes):
            self.before.append(line)
            self.stage = stage_of(line.text) or self.stage
        self.votes += line.votes
        under = bool(self.votes) and not line.votes
        self.is_over |= under and (outcome is not None or "for" in totals)


def stage_of(text: str) -> str:
    """The stage of a decision that a line names; «за основу і в цілому» is both at once."""
    return " ".join(found.group().lower() for found in _STAGES.finditer(plain(text)))


def read_roll_calls(document: Document) -> tuple[RollCall, ...]:
    """Every roll call of a protocol, in its order."""
    found: list[RollCall] = []
    for one in _parts(document):
        if not one.votes:
            # Rows of a further vote of which none is read: they are said with the vote before.
            left = (*found[-1].unread, *one.above, *one.unread)
            found[-1] = replace(found[-1], unread=left)
            continue
        heading = _heading(one.before)
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
    for line in completed(list(read_lines(document))):
        fresh = line.votes or not (line.is_known or totals_of(line.text) or outcome_of(line.text))
        if open_.is_over and (fresh or _begins(line)):
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


def _heading(lines: Sequence[Printed]) -> Heading:
    heading = Heading()
    title: list[str] = []
    for line in lines:
        said = {} if _is_titled(title) else meeting_of(line.text)
        when = None if _is_titled(title) else when_of(line.text)
        if said and (heading.session or "session" in said):
            heading = _with_session(heading, said, line.text)
        elif when is not None:
            heading = replace(heading, day=when.day or heading.day, time=when.time or heading.time)
        elif _is_requisites(line.text) and not title:
            heading = _with_requisites(heading, line.text)
        elif not line.is_known:
            title.append(line.text)
    return _with_title(heading, " ".join(title))


def _is_titled(title: Sequence[str]) -> bool:
    """Whether the title has begun: what stands before «Про …» may be words of the meeting."""
    return any(_ABOUT.match(plain(words)) for words in title)


def _with_session(heading: Heading, said: Mapping[str, str], text: str) -> Heading:
    days = find_dates(text)
    return replace(
        heading,
        session=said.get("session", heading.session),
        convocation=said.get("convocation", heading.convocation),
        day=days[0].value if len(days) == 1 else heading.day,
        time=time_of(text) or heading.time,
    )


def _is_requisites(text: str) -> bool:
    """«Рішення від 01.07.2016 №5/20», «від 06.04.2017»."""
    act = parse_act(text)
    return act.subject is None and (act.date is not None or act.number is not None)


def _with_requisites(heading: Heading, text: str) -> Heading:
    act = parse_act(text)
    return replace(heading, number=act.number or heading.number, day=act.date or heading.day)


def _with_title(heading: Heading, words: str) -> Heading:
    """The title, of which the line may begin with requisites: «Рішення від … № … Про план»."""
    act = parse_act(words)
    if act.kind and act.subject:
        heading, words = _with_requisites(heading, words), act.subject
    words = _QUESTION.sub("", words, count=1)
    code = _CODE.match(words)
    title = words[code.end() :] if code else words
    return replace(heading, code=code["code"] if code else "", title=title.strip())
