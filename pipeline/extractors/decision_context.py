"""What the headings of a page say of the acts under them: kind, day, numbers."""

import datetime
import re
from dataclasses import dataclass

from pipeline.extractors.decision_days import (
    is_other_period,
    is_undated_meeting,
    meeting_date,
)
from pipeline.extractors.decision_drafts import read_act
from pipeline.extractors.decision_lines import (
    PERIOD,
    Line,
    Role,
    is_draft,
    starts_with_about,
)
from pipeline.extractors.decision_sections import (
    heads_else,
    heads_votes,
    is_agenda,
    names_meeting,
)
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.act_numbers import NumberRange
from pipeline.ukrainian.acts import Act
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import plain

_LISTS = {"перелік рішень": "рішення", "перелік розпоряджень": "розпорядження"}
_NOT_ACTS = ("порядок денний", "протокол", "додаток", "документ")
_LAST_NUMBER = re.compile(r"\d+(?=(?:/[IVXL]+)?$)")


@dataclass(slots=True)
class Context:
    """What headings above a line say of the acts under them."""

    kind: str
    date: datetime.date | None
    of_acts: bool
    """Whether a heading speaks of acts at all."""
    range: NumberRange | None = None
    agenda: bool = False
    """Whether lines without links are points of an agenda."""
    closed: Role | None = None
    """What every title is instead of an act, under a heading that says so."""
    titled: bool = False
    """Whether a title has stood under the last heading."""
    session: str | None = None
    """Number of the session that the last heading names."""

    def begin(self, text: str, said: Act) -> None:
        """Take kind and day of a heading; the day of one session is not that of another."""
        number = meeting_of(text).get("session")
        if number and self.session not in (None, number):
            self.date = None
        self.session = number or self.session
        self.kind = kind_of(said.kind) or self.kind
        self.date = said.date or self.date
        self.titled = self.titled and said.date is None

    def heed(self, text: str) -> None:
        """A line that is no heading of acts may yet end the day of the heading above it."""
        if self.date is None:
            return
        other = PERIOD.fullmatch(plain(text)) and is_other_period(text, self.date)
        session = meeting_of(text).get("session")
        undated = self.titled and is_undated_meeting(text)
        if other or (undated and (session is None or session != self.session)):
            self.date = None

    def instead(self, *, is_linked: bool) -> Role | None:
        """What a title is instead of an act, under a heading that says so."""
        agenda = self.agenda and not is_linked
        return self.closed or (Role.AGENDA if agenda else None)

    def reopen(self, *, is_heading: bool) -> None:
        """What stands under another heading is no longer elsewhere: better a row too many."""
        if is_heading and self.closed is Role.ELSEWHERE:
            self.closed = None

    def pass_by(self, line: Line) -> None:
        """A line that is left out may yet say where the acts end, or which session it is."""
        text = line.block.text
        if line.role is Role.RECORD and line.block.heading and heads_votes(text):
            self.closed = Role.ELSEWHERE
        if line.role is Role.LETTERHEAD:
            self.heed(text)
            self.begin(text, Act(kind=None, number=None, date=None, subject=None))

    def begin_agenda(self) -> None:
        """A heading of an agenda: on a page that is one it changes nothing."""
        self.agenda, self.titled = True, False
        self.closed = Role.AGENDA if self.closed is Role.AGENDA else None

    def end_section(self, text: str, said: Act) -> None:
        """A heading ends the agenda above it, unless it only says of which meeting that is.

        Drafts and votes end under a heading of acts, what is elsewhere under that of a meeting too.
        """
        if self.closed in (Role.DRAFT, Role.RECORD) and not said.kind:
            return
        if self.closed is Role.ELSEWHERE and not (said.kind or names_meeting(text)):
            return
        of_meeting = (self.agenda or self.closed is Role.AGENDA) and not self.titled
        if said.kind or not of_meeting:
            self.agenda, self.closed = False, None

    def number_of_item(self, item: str | None) -> str | None:
        """The number of an item under a range: 26 of «9-26/VIII - 9-48/VIII»; None outside."""
        if self.range is None or item is None or not item.isdecimal():
            return None
        many = self.range
        first, last = _LAST_NUMBER.search(many.first), _LAST_NUMBER.search(many.last)
        if not first or not last or not int(first.group()) <= int(item) <= int(last.group()):
            return None
        return many.first[: first.start()] + item + many.first[first.end() :]


def context_of(page: Page, parameters: DecisionsParameters) -> Context:
    """What the heading of the page says."""
    said = read_act(page.heading, parameters)
    heading = meeting_date(page.heading, said, parameters)
    named = not starts_with_about(heading.subject)
    return Context(
        session=meeting_of(page.heading).get("session"),
        kind=kind_of(heading.kind) or parameters.kind,
        date=heading.date,
        of_acts=named and bool(heading.kind or heading.date),
        closed=_closed(page, heading),
    )


def kind_of(kind: str | None) -> str | None:
    """The kind without its issuer; None for what is no act."""
    head = head_of(kind) if kind else None
    head = _LISTS.get(head or "", head)
    return None if head in _NOT_ACTS or is_draft(head) else head


def _closed(page: Page, heading: Act) -> Role | None:
    if is_draft(heading.kind):
        return Role.DRAFT
    if heads_votes(page.heading):
        return Role.RECORD
    if heads_else(page.heading):
        return Role.ELSEWHERE
    return Role.AGENDA if is_agenda(page.heading) else None
