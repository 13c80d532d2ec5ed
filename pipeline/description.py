"""The text of `dataset.yaml`, part by part: what a person may write, and nothing else."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from pipeline.frequencies import Frequency
from pipeline.holder import Bilingual
from pipeline.model import Severity
from pipeline.parameters import Parameters
from pipeline.parameters.activity import ActivityParameters
from pipeline.parameters.catalogue import CatalogueParameters
from pipeline.parameters.checks import CheckSettings
from pipeline.parameters.corrections import Correction
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.derivation import Rule
from pipeline.parameters.fetching import FetchOptions
from pipeline.parameters.privacy import TablePolicy
from pipeline.parameters.publication import Approval, Hold
from pipeline.parameters.reading import ReaderOptions
from pipeline.parameters.registry import RegistryParameters
from pipeline.parameters.votes import VotesParameters
from pipeline.yamlfile import PORTAL_FIELD


class Rows(StrEnum):
    """What happens to a row that vanished from the source."""

    MIRROR = "mirror"
    """It vanishes here as well."""
    ACCUMULATE = "accumulate"
    """What was published stays."""


class DatasetTitle(Bilingual):
    """Resolution 835, point 7: 254 characters at most."""

    uk: str = Field(min_length=1, max_length=254)
    en: str = Field(min_length=1, max_length=254)


class DatasetDescription(Bilingual):
    """Resolution 835, point 7: 4000 characters at most."""

    uk: str = Field(min_length=1, max_length=4000)
    en: str = Field(min_length=1, max_length=4000)


class DatasetPurpose(Bilingual):
    """512 characters at most: a rule of the national portal."""

    uk: str = Field(min_length=1, max_length=512)
    en: str = Field(min_length=1, max_length=512)


# As every CKAN checks a tag; `portal_profile` says the same of each kind of portal.
_TAG_LETTER, _TAG_LENGTHS = re.compile(r"[\w .-]"), range(2, 101)


def _tag(word: str) -> str:
    letters = " ".join(dict.fromkeys(_TAG_LETTER.sub("", word)))
    if letters:
        raise PydanticCustomError("tag-refused", "{letters} in a tag", {"letters": letters})
    if len(word) not in _TAG_LENGTHS:
        least, most = _TAG_LENGTHS.start, _TAG_LENGTHS[-1]
        limits = {"count": len(word), "least": least, "most": most}
        raise PydanticCustomError("tag-length", "{count} characters in a tag", limits)
    return word


class Keywords(Parameters):
    """«Ключові слова» in both languages; the Ukrainian ones are tags on a portal."""

    uk: tuple[Annotated[str, AfterValidator(_tag)], ...] = Field(min_length=1)
    en: tuple[str, ...] = Field(min_length=1)


def _on_form(name: str) -> Any:
    """A field of the passport that the portal's form calls by the message `portal-field-<name>`."""
    return Field(json_schema_extra={PORTAL_FIELD: name})


class PassportText(Parameters):
    """The passport of resolution 835, as far as a person writes it."""

    title: DatasetTitle = _on_form("title")
    description: DatasetDescription = _on_form("notes")
    purpose: DatasetPurpose = _on_form("purpose")
    """«Підстава та призначення збору інформації»."""
    keywords: Keywords = _on_form("tags")
    language: Literal["uk"] = "uk"
    frequency: Frequency = _on_form("frequency")
    licence: Literal["cc-by"] = "cc-by"
    """The licence the national portal shows; the notice of п. 17 stands on every page."""
    actual_on: date | Literal["source", "fetched"] = "fetched"
    """«Дата актуальності»: a day, what the source says, or the day the source was read."""
    usage_notes: tuple[Bilingual, ...] = ()
    """What a re-user must know before trusting a number."""


class SourceSpec(Parameters):
    """Where raw material comes from: a path beside the descriptor, an address, or many pages."""

    path: str = ""
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    section: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """Address of a section of a site, from which lists lead to pages as the recipe says."""

    @model_validator(mode="after")
    def _one_of_them(self) -> "SourceSpec":
        if sum(map(bool, (self.path, self.url, self.section))) != 1:
            raise ValueError("a source has one of path, url and section")
        return self


class Reported(Parameters):
    """A count of the reports that says how many rows a table should have."""

    dataset: str
    """One with the table `council/counts`."""
    indicator: str
    within_days: int = Field(default=400, ge=0)
    """How far the day of the newest report may lie from that of the data. A yearly report is the
    newest one until the next is written, a year and a month later."""
    dated: str = ""
    """Column of a date: rows of the period of each report are counted instead of all rows."""


class Reference(Parameters):
    """A foreign key: columns whose values have to stand in a table."""

    fields: tuple[str, ...] = Field(min_length=1)
    dataset: str = ""
    """Another dataset, as it was released last; this one when empty."""
    table: str
    to: tuple[str, ...] = ()
    """Columns there, in the order of `fields`; of the same names when empty."""
    severity: Severity = Severity.WARNING

    @model_validator(mode="after")
    def _of_one_length(self) -> "Reference":
        if self.to and len(self.to) != len(self.fields):
            raise ValueError("fields and to name as many columns")
        return self


class Expectations(Parameters):
    """What the gate asks of a table."""

    min_rows: int = Field(ge=0)
    max_rows: int | None = Field(default=None, ge=0)
    quarantine: float = Field(default=0, ge=0, lt=1)
    """Share of bad rows that may be held back; above it the table is rejected."""
    max_shrink: float = Field(default=0.2, ge=0, le=1)
    """Share of rows that may be missing against the last release."""
    max_growth: float | None = Field(default=None, ge=0)
    """Growth against the last release that is still believed: 1.0 is twice as many rows."""
    reported: Reported | None = None
    """Where reports count what the table lists; another number of rows is a warning."""
    may_be_empty: dict[str, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    """Required column that the source does not have -> why; the published schema says so too."""


class TableSpec(Parameters):
    """A table of a dataset: schema, key, rules, expectations, policy."""

    schema_path: str = Field(alias="schema", pattern=r"^[^/].*[^/]$")
    key: tuple[str, ...] = Field(min_length=1)
    order: tuple[str, ...] = ()
    """Columns that order the rows, numbers in them by value; the key when empty."""
    rows: Rows
    derive: dict[str, Rule] = Field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    """Harmless faults that are mended, each counted in a finding."""
    expect: Expectations
    checks: tuple[CheckSettings, ...] = ()
    references: tuple[Reference, ...] = ()
    privacy: TablePolicy = TablePolicy()

    @property
    def name(self) -> str:
        """The last part of the schema's path."""
        return self.schema_path.rpartition("/")[2]


class Decisions(Parameters):
    """Acts of a council from its pages."""

    name: Literal["decisions"]
    parameters: DecisionsParameters = DecisionsParameters()

    def makes(self) -> tuple[str, ...]:
        """Schemas of the tables it makes; a descriptor declares exactly these."""
        if self.parameters.drafts:
            return ("835-2019/Legislation/Projects",)
        related = ("council/ActRelations",) if self.parameters.relations else ()
        return ("835-2019/Legislation/LegalActs", *related)


class Activity(Parameters):
    """Counts from narrative reports."""

    name: Literal["activity"]
    parameters: ActivityParameters

    def makes(self) -> tuple[str, ...]:
        """Schemas of the tables it makes."""
        return "council/counts", "council/numbers"


class Registry(Parameters):
    """A registry kept as tables."""

    name: Literal["registry"]
    parameters: RegistryParameters

    def makes(self) -> tuple[str, ...]:
        """Schemas of the tables it makes."""
        history = self.parameters.history
        return (self.parameters.table, *((history.table,) if history else ()))


class Votes(Parameters):
    """Printed roll calls."""

    name: Literal["votes"]
    parameters: VotesParameters = VotesParameters()

    def makes(self) -> tuple[str, ...]:
        """Schemas of the tables it makes."""
        names = ("convocations", "sessions", "motions", "motions2", "voteEvents", "vote", "votings")
        return tuple(f"835-2025/29/{name}" for name in names)


class Catalogue(Parameters):
    """The register of datasets, from descriptors and receipts."""

    name: Literal["catalogue"]
    parameters: CatalogueParameters = CatalogueParameters()

    def makes(self) -> tuple[str, ...]:
        """Schemas of the tables it makes."""
        return ("835-2019/RegisterOfDatasets",)


Extractor = Annotated[
    Decisions | Activity | Registry | Votes | Catalogue, Field(discriminator="name")
]


class PortalText(Parameters):
    """What a CKAN portal needs to know of the dataset besides its passport."""

    name: str = Field(default="", pattern=r"^([a-z0-9_-]{2,95})?$")
    """Identifier there; the name of the holder, a hyphen and the name of the dataset when empty."""
    by_hand: tuple[str, ...] = ()
    """Fields that people keep on the portal: set once, never changed by the pipeline again."""


class Description(Parameters):
    """The text of a `dataset.yaml`."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    body: str
    """The body of `holder.yaml` that publishes it."""
    edition: Literal["835-2019", "835-2025"] | None = None
    item: str = ""
    """Title of the annex item, as in the edition; empty for what the annex does not name."""
    passport: PassportText
    sources: tuple[SourceSpec, ...] = ()
    fetch: FetchOptions = FetchOptions()
    readers: ReaderOptions = ReaderOptions()
    extractor: Extractor
    tables: tuple[TableSpec, ...] = Field(min_length=1)
    targets: tuple[Literal["site", "ckan"], ...] = ("site",)
    approval: Approval = Approval()
    hold: Hold | None = None
    portal: PortalText = PortalText()
    schedule: str = "nightly"
    term: int = Field(default=3, ge=0, le=3)
    """Working days within which a change is published; resolution 835, point 15: three at most."""

    @model_validator(mode="after")
    def _sources_or_catalogue(self) -> "Description":
        if isinstance(self.extractor, Catalogue) == bool(self.sources):
            raise ValueError("sources are needed, except for the catalogue, which has none")
        return self
