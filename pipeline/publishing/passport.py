"""What a published dataset says about itself, gathered for every kind of page and descriptor.

One `Passport` feeds the passport of resolution 835 (point 7 of the Regulation), the Data Package,
DCAT-AP and the pages. It holds words and settings; rows and snapshots stay in the `Release`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from typing_extensions import TypeAliasType

from pipeline.frequencies import Frequency
from pipeline.model import Finding

Json = TypeAliasType("Json", "str | int | float | bool | None | list[Json] | Mapping[str, Json]")
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
