"""What resolution 835 owes the public, by when, and how the last year looked. Pure.

Point 15: the holder says how often a dataset is updated (the frequency of its passport), and what
changes between is published within three working days. A day without news is no delay: a night that
read the sources and found nothing new has kept the duty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median_high
from zoneinfo import ZoneInfo

from pipeline.frequencies import Frequency
from pipeline.ukrainian.working_days import is_working_day, working_days_between

TERM = 3
"""Working days that point 15 gives for a change; a descriptor may have fewer."""
KYIV = ZoneInfo("Europe/Kyiv")
"""Terms of the law run by the days of Kyiv; the ledger keeps UTC."""
YEAR = timedelta(days=365)
_FEWEST = 3
"""Intervals between changes that make a tempo."""
WITHOUT_PERIOD = frozenset({Frequency.ON_CHANGE, Frequency.UNSCHEDULED})
"""Frequencies that promise no day."""


class Basis(StrEnum):
    """Why something is owed."""

    PERIOD = "period"
    """The frequency that the passport promises."""
    CHANGE = "change"
    """The sources have changed and the public does not see it yet."""
    FIRST = "first"
    """Nothing was ever published."""


class Standing(StrEnum):
    """How it stands with a duty."""

    AHEAD = "ahead"
    SOON = "soon"
    """Due within the next three working days."""
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A change that the public got to see."""

    noticed: date
    """The day the changed source was read first."""
    published: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of one dataset."""

    dataset: str
    title: str
    frequency: Frequency
    term: int
    updates: tuple[Update, ...]
    """Oldest first."""
    read_on: date | None
    """The last day its sources were read and what is published was found to be what they say."""
    waiting_since: date | None
    """Since when the sources give something that is not published; None: nothing waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that is owed."""

    dataset: str
    title: str
    basis: Basis
    since: date | None
    due: date
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """How the last year looked."""

    dataset: str
    title: str
    updates: int
    late: int
    worst: int
    """Working days of the longest delay; 0 when nothing was late."""


def day_of(moment: datetime) -> date:
    """The day in Kyiv."""
    return moment.astimezone(KYIV).date()


def duties(records: Sequence[Record], today: date) -> tuple[Duty, ...]:
    """Everything that is owed, the soonest first."""
    found = [duty for record in records for duty in _of(record, today)]
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.dataset)))


def past(record: Record, today: date) -> Past:
    """The updates of the last 365 days; an update is late after more working days than its term."""
    recent = [one for one in record.updates if today - YEAR < one.published <= today]
    delays = [working_days_between(one.noticed, one.published) for one in recent]
    late = [days - record.term for days in delays if days > record.term]
    return Past(
        dataset=record.dataset,
        title=record.title,
        updates=len(recent),
        late=len(late),
        worst=max(late, default=0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """How often a dataset has changed in the last year, beside what its passport promises."""

    changes: int
    usual: int
    """Days between two changes: the median."""
    promised: int
    """Days between two updates by the passport."""


def too_lively(record: Record, today: date) -> Tempo | None:
    """The tempo of data that change more than twice as often as the passport says; else None.

    Three intervals between published changes are the least that say something.
    """
    promised = record.frequency.rhythm.days
    if promised is None or record.frequency in WITHOUT_PERIOD:
        return None
    days = sorted({one.noticed for one in record.updates if today - YEAR < one.noticed})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(gaps) < _FEWEST or median_high(gaps) * 2 >= promised:
        return None
    return Tempo(changes=len(days), usual=median_high(gaps), promised=promised)


def after_working_days(first: date, count: int) -> date:
    """The day that is so many working days after a day; the next working day for none."""
    day, left = first, count
    while left > 0 or not is_working_day(day):
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def _of(record: Record, today: date) -> Iterator[Duty]:
    if record.frequency is Frequency.DISCONTINUED:
        return
    if not record.updates:
        yield _duty(record, Basis.FIRST, None, today, today)
        return
    if record.waiting_since is not None:
        due = after_working_days(record.waiting_since, record.term)
        yield _duty(record, Basis.CHANGE, record.waiting_since, due, today)
    days = record.frequency.rhythm.days
    if days is not None and record.frequency not in WITHOUT_PERIOD:
        since = max(filter(None, (record.read_on, record.updates[-1].published)))
        due = after_working_days(since + timedelta(days=days), 0)
        yield _duty(record, Basis.PERIOD, since, due, today)


def _duty(record: Record, basis: Basis, since: date | None, due: date, today: date) -> Duty:
    if due < today or basis is Basis.FIRST:
        standing = Standing.LATE
    else:
        soon = due <= after_working_days(today, TERM)
        standing = Standing.SOON if soon else Standing.AHEAD
    return Duty(
        dataset=record.dataset,
        title=record.title,
        basis=basis,
        since=since,
        due=due,
        standing=standing,
    )
