"""What a published dataset says about itself, gathered for every kind of page and descriptor.

One `Passport` feeds the passport of resolution 835 (point 7 of the Regulation), the Data Package,
DCAT-AP and the pages. It holds words and settings; rows and snapshots stay in the `Release`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pipeline import messages
from pipeline.model import Finding

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]
"""A value as JSON knows it."""

RowsMode = Literal["mirror", "accumulate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same words in Ukrainian and, where somebody has translated them, in English."""

    uk: str
    en: str = ""

    def get(self, language: str) -> str:
        """The words in `uk` or `en`; Ukrainian where there is no translation."""
        return self.en if language == "en" and self.en else self.uk

    def spoken(self, language: str) -> str:
        """The language that `get` really answers in, for the attribute `lang`."""
        return "en" if language == "en" and self.en else "uk"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """Key words in both languages; their number may differ."""

    uk: tuple[str, ...]
    en: tuple[str, ...] = ()

    def get(self, language: str) -> tuple[str, ...]:
        """The words in `uk` or `en`; Ukrainian where there are no English ones."""
        return self.en if language == "en" and self.en else self.uk


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """The body that answers for the data on the day they speak of."""

    name: Text
    code: str = ""
    """ЄДРПОУ, eight digits as text; empty while it is not confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who answers questions: a post or a unit, and its mailbox."""

    name: Text
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """On what terms the data may be used."""

    id: str
    """Short identifier, as SPDX or the portal writes it: `CC-BY-4.0`."""
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCard:
    """What a reader is told of one table."""

    name: str
    """As `Table.name`: the last part of the schema's path; names the files."""
    title: Text
    definition: Mapping[str, Json]
    """The Table Schema; `titleEn`, `descriptionEn` of a field are its English words."""
    rows: RowsMode
    key: tuple[str, ...] = ()
    """Fields that identify a row; empty: the whole row does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """Values replaced or withheld by one rule, and why."""

    rule: str
    count: int
    explanation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVersion:
    """A version that was published before the present one."""

    version: str
    released_at: datetime
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """Everything the public is told of a dataset beside its rows."""

    name: str
    """Identifier and last part of the address: lower-case Latin letters, digits, hyphens."""
    title: Text
    description: Text
    purpose: Text
    """«Підстава та призначення збору інформації»."""
    keywords: Keywords
    frequency: Frequency
    licence: Licence
    publisher: Publisher
    contact: Contact
    edition: str
    """Edition of the annex that shapes the dataset: `2019` or `2025`."""
    annex_item: str
    """Title of the item of the annex, as in the edition; empty for a voluntary dataset."""
    actual_on: date | None
    """«Дата актуальності даних»."""
    first_published: datetime
    modified: datetime
    tables: tuple[TableCard, ...]
    language: str = "uk"
    """ISO 639-1 code of the language of the data."""
    masked: tuple[Masked, ...] = ()
    usage_notes: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Public copies; a `value` left in one is not shown all the same."""
    history: tuple[PastVersion, ...] = ()
    """Earlier versions, newest first, without the present one."""
    theme: str = "GOVE"
    """Code of the EU authority table «data-theme»."""
