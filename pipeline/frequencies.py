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
    """A frequency in the codes of others; those of a portal are in its profile."""

    eu: str
    """Code of the EU authority table «frequency», as DCAT-AP wants it."""
    days: int | None
    """After so many days without an update the portal calls the dataset stale; None: never."""


RHYTHMS: Mapping[Frequency, Rhythm] = {
    Frequency.SEVERAL_TIMES_A_DAY: Rhythm(eu="CONT", days=1),
    Frequency.DAILY: Rhythm(eu="DAILY", days=1),
    Frequency.WEEKLY: Rhythm(eu="WEEKLY", days=7),
    Frequency.MONTHLY: Rhythm(eu="MONTHLY", days=31),
    Frequency.QUARTERLY: Rhythm(eu="QUARTERLY", days=92),
    Frequency.HALF_YEARLY: Rhythm(eu="ANNUAL_2", days=183),
    Frequency.YEARLY: Rhythm(eu="ANNUAL", days=365),
    Frequency.ON_CHANGE: Rhythm(eu="IRREG", days=365),
    Frequency.UNSCHEDULED: Rhythm(eu="IRREG", days=365),
    Frequency.DISCONTINUED: Rhythm(eu="NEVER", days=None),
}
