"""What the headings of a page say of the acts under them: kind, day, numbers."""

import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.extractors.act_pages.days import (
    days_of_meetings,
    is_of_another_day,
    is_other_period,
    is_undated_meeting,
    meeting_date,
)
from pipeline.extractors.act_pages.drafts import read_act
from pipeline.extractors.act_pages.found import is_of_one
from pipeline.extractors.act_pages.lines import Line, is_draft, starts_with_about
from pipeline.extractors.act_pages.places import Reach
from pipeline.extractors.act_pages.roles import PERIOD, Role
from pipeline.extractors.act_pages.sections import (
    body_of,
    heads_else,
    heads_votes,
    is_agenda,
    names_meeting,
)
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.act_numbers import NumberRange, normalise_number
from pipeline.ukrainian.acts import Act, is_requisites
from pipeline.ukrainian.meetings import meeting_of
from pipeline.ukrainian.text import KEPT_LINES, plain

_LISTS = {"перелік рішень": "рішення", "перелік розпоряджень": "розпорядження"}
_NOT_ACTS = ("порядок денний", "протокол", "додаток", "документ")
_BEHIND = re.compile(
    r"[\s,;-]*\s№\s?(?P<number>(?P<session>\d{1,3})[-/]\d{1,4}(?:[-/][IVXІХ]+)?)[\s.;]*$"
)
_ANY_ACT = re.compile(r"рішен|розпорядж|наказ|постанов|протокол|закон", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_RANGES = 16
"""Headings with a range whose numbers are remembered: each of their items asks."""


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
    day_alone: bool = False
    """Whether the last heading was nothing but a day."""
    titled: bool = False
    """Whether a title has stood under the last heading."""
    session: str | None = None
    """Number of the session that the last heading names."""
    body: str | None = None
    """Whose acts the last heading names that says it: those of a session, of the committee."""
    heading: str = ""
    """The words of the last heading."""
    reach: Reach | None = None
    """How far the day reaches, where it stands alone."""

    def disputes(self, line: Line) -> bool:
        """Whether a line is a day alone, which is not that of the heading above: of whom is it?

        Of two days alone neither is known to be that of the acts.
        """
        differs = line.is_day() and None not in (line.act.date, self.date)
        differs = differs and line.act.date != self.date
        if differs and self.day_alone:
            self.date = None
        return differs

    def day_of(self, kind: str | None) -> datetime.date | None:
        """The day that acts of a kind have from the heading: an order is of no meeting."""
        apart = is_of_one(kind) and not is_of_one(self.kind)
        return None if apart else self.date

    def pass_to(self, element: str) -> None:
        """An act at this place: a day alone that stands apart from it is not its."""
        if self.reach is not None and not self.reach.holds(element):
            self.date = self.reach = None

    def enter(self, line: Line, parameters: DecisionsParameters) -> None:
        """Take what a heading says of the acts under it."""
        text = line.block.text
        said = meeting_date(text, line.act, parameters)
        ended = said.date is None and days_of_meetings(text, parameters)
        self.date = None if ended or self.begins_meeting(text) else self.date
        self.of_acts = True
        self.range = line.many if line.role is Role.RANGE else None
        if line.role is Role.RANGE:
            self.agenda, self.closed = False, None
        self.end_section(text, said)
        self.begin(text, said)
        self.day_alone = line.is_day()
        if said.date is not None:
            self.reach = Reach(line.block.element, self.day_alone, names_meeting(text))

    def begins_meeting(self, text: str) -> bool:
        """Whether a heading is of another meeting, whose day it does not say.

        Not where it stands above each title, nor where it names the session of the one before.
        """
        again, self.heading = plain(text) == self.heading, plain(text)
        if again or not self.titled or not is_undated_meeting(text):
            return False
        session = meeting_of(text).get("session")
        return session is None or session != self.session

    def begin(self, text: str, said: Act) -> None:
        """Take kind and day of a heading; the day of one meeting is not that of another."""
        number, body = meeting_of(text).get("session"), body_of(text)
        other = body and self.body not in (None, body)
        if other or (number and self.session not in (None, number)):
            self.date = None
        self.session, self.body = number or self.session, body or self.body
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
        other = other or is_of_another_day(text, self.date)
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
        heading = line.block.heading or (text.endswith(":") and not line.is_linked)
        if line.role is Role.RECORD and heading and heads_votes(text):
            self.closed = Role.ELSEWHERE
        said = line.role is Role.RECORD and not line.is_linked and is_requisites(text)
        if said and line.act.date is not None:
            # «Протокол № 2 від 16.02.2023» over acts: that of their meeting.
            self.date, self.reach = line.act.date, None
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

    def with_number_behind(self, line: Line) -> Line:
        """The line with a number of the session behind its title: «Про план № 40-1» of the 40th.

        Not where the title speaks of another act, whose number it may be, unless quotes end that.
        """
        title = line.act.subject or ""
        found = _BEHIND.search(plain(title)) if self.session and "№" in title else None
        if found is None or found["session"] != self.session:
            return line
        before = plain(title)[: found.start()]
        if _ANY_ACT.search(before) and not ("№" in before and before.endswith('"')):
            return line
        number = normalise_number(found["number"])
        if line.act.number not in (None, number) and not line.item:
            return line
        subject = title[: found.start()]
        return line._replace(act=replace(line.act, number=number, subject=subject), item=False)

    def number_of_item(self, item: str | None) -> str | None:
        """The number of an item under a range: 26 of «9-26/VIII - 9-48/VIII»; None outside."""
        if self.range is None or item is None or not item.isdecimal():
            return None
        counted = _counted(self.range)
        if counted is None or not counted[1] <= int(item) <= counted[2]:
            return None
        place = counted[0]
        return self.range.first[: place.start()] + item + self.range.first[place.end() :]


def context_of(page: Page, parameters: DecisionsParameters) -> Context:
    """What the heading of the page says."""
    said = read_act(page.heading, parameters)
    heading = meeting_date(page.heading, said, parameters)
    named = not starts_with_about(heading.subject)
    return Context(
        session=meeting_of(page.heading).get("session"),
        body=body_of(page.heading),
        kind=kind_of(heading.kind) or parameters.kind,
        date=heading.date,
        of_acts=named and bool(heading.kind or heading.date),
        closed=_closed(page, heading),
    )


@lru_cache(maxsize=_RANGES)
def _counted(many: NumberRange) -> tuple[re.Match[str], int, int] | None:
    """The part of numbers that counts in a range, and from where to where; None: several do.

    The second of «16-26/VIII - 16-172/VIII», the first of «1722-53/VIII - 1724-53/VIII».
    """
    pairs = list(zip(_DIGITS.finditer(many.first), _DIGITS.finditer(many.last), strict=False))
    differ = [pair for pair in pairs if pair[0].group() != pair[1].group()]
    if len(differ) != 1:
        return None
    first, last = differ[0]
    return first, int(first.group()), int(last.group())


@lru_cache(maxsize=KEPT_LINES)
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
