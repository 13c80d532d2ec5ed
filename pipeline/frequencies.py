"""How often a dataset is brought up to date: the list of the form, and the codes of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline import messages


class Frequency(StrEnum):
    """How often a dataset is updated: the closed list of resolution 835, point 15."""

    SEVERAL_TIMES_A_DAY = "several-times-a-day"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    ON_CHANGE = "on-change"
    UNSCHEDULED = "unscheduled"
    DISCONTINUED = "discontinued"

    @property
    def rhythm(self) -> "Rhythm":
        """The codes that other systems use for it."""
        return RHYTHMS[self]

    def phrase(self, language: str) -> str:
        """The wording of the list, as the portal shows it in Ukrainian."""
        return messages.text(language, f"frequency-{self}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A frequency in the codes of others."""

    portal: str | None
    """`update_frequency` of data.gov.ua; None where the code is not known."""
    eu: str
    """Code of the EU authority table «frequency», as DCAT-AP wants it."""
    days: int | None
    """After so many days without an update the portal calls the dataset stale; None: never."""


RHYTHMS: Mapping[Frequency, Rhythm] = {
    Frequency.SEVERAL_TIMES_A_DAY: Rhythm(portal="more than once a day", eu="CONT", days=1),
    Frequency.DAILY: Rhythm(portal="once a day", eu="DAILY", days=1),
    Frequency.WEEKLY: Rhythm(portal="once a week", eu="WEEKLY", days=7),
    Frequency.MONTHLY: Rhythm(portal="once a month", eu="MONTHLY", days=31),
    Frequency.QUARTERLY: Rhythm(portal="once a quarter", eu="QUARTERLY", days=92),
    Frequency.HALF_YEARLY: Rhythm(portal="once a half year", eu="ANNUAL_2", days=183),
    Frequency.YEARLY: Rhythm(portal="once a year", eu="ANNUAL", days=365),
    Frequency.ON_CHANGE: Rhythm(portal="immediately after making changes", eu="IRREG", days=365),
    Frequency.UNSCHEDULED: Rhythm(portal="unscheduled", eu="IRREG", days=365),
    Frequency.DISCONTINUED: Rhythm(portal=None, eu="NEVER", days=None),
}
