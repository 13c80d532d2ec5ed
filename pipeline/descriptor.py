"""`dataset.yaml`: everything about a dataset that is not code.

Read wholly and strictly before anything is fetched: an unknown key, a missing part, a schema that
does not exist or a misspelt parameter is refused with file, line and the nearest valid word.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from pipeline import yamlfile
from pipeline.errors import ConfigurationError
from pipeline.frequencies import Frequency
from pipeline.holder import Bilingual, Holder, load_holder
from pipeline.parameters import Parameters
from pipeline.parameters.activity import ActivityParameters
from pipeline.parameters.catalogue import CatalogueParameters
from pipeline.parameters.checks import CheckSettings
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.parameters.derivation import Rule
from pipeline.parameters.fetching import FetchOptions
from pipeline.parameters.privacy import TablePolicy
from pipeline.parameters.reading import ReaderOptions
from pipeline.parameters.registry import RegistryParameters


class Rows(StrEnum):
    """What happens to a row that vanished from the source."""

    MIRROR = "mirror"
    """It vanishes here as well."""
    ACCUMULATE = "accumulate"
    """What was published stays."""


class Keywords(Parameters):
    """«Ключові слова» in both languages."""

    uk: tuple[str, ...] = Field(min_length=1)
    en: tuple[str, ...] = Field(min_length=1)


class PassportText(Parameters):
    """The passport of resolution 835, as far as a person writes it."""

    title: Bilingual
    description: Bilingual
    purpose: Bilingual
    """«Підстава та призначення збору інформації»."""
    keywords: Keywords
    language: Literal["uk"] = "uk"
    frequency: Frequency
    licence: Literal["cc-by"] = "cc-by"
    """The licence the national portal shows; the notice of п. 17 stands on every page."""
    actual_on: date | Literal["source", "fetched"] = "fetched"
    """«Дата актуальності»: a day, what the source says, or the day the source was read."""
    usage_notes: tuple[Bilingual, ...] = ()
    """What a re-user must know before trusting a number."""


class SourceSpec(Parameters):
    """Where raw material comes from: a path beside the descriptor, or an address."""

    path: str = ""
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")

    @model_validator(mode="after")
    def _one_of_two(self) -> "SourceSpec":
        if bool(self.path) == bool(self.url):
            raise ValueError("a source has either path or url")
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


class TableSpec(Parameters):
    """A table of a dataset: schema, key, rules, expectations, policy."""

    schema_path: str = Field(alias="schema", pattern=r"^[^/].*[^/]$")
    key: tuple[str, ...] = Field(min_length=1)
    rows: Rows
    derive: dict[str, Rule] = Field(default_factory=dict)
    expect: Expectations
    checks: tuple[CheckSettings, ...] = ()
    privacy: TablePolicy = TablePolicy()

    @property
    def name(self) -> str:
        """The last part of the schema's path."""
        return self.schema_path.rpartition("/")[2]


class Decisions(Parameters):
    """Acts of a council from its pages."""

    name: Literal["decisions"]
    parameters: DecisionsParameters = DecisionsParameters()


class Activity(Parameters):
    """Counts from narrative reports."""

    name: Literal["activity"]
    parameters: ActivityParameters


class Registry(Parameters):
    """A registry kept as tables."""

    name: Literal["registry"]
    parameters: RegistryParameters


class Catalogue(Parameters):
    """The register of datasets, from descriptors and receipts."""

    name: Literal["catalogue"]
    parameters: CatalogueParameters = CatalogueParameters()


Extractor = Annotated[Decisions | Activity | Registry | Catalogue, Field(discriminator="name")]


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
    targets: tuple[Literal["site"], ...] = ("site",)
    schedule: str = "nightly"

    @model_validator(mode="after")
    def _sources_or_catalogue(self) -> "Description":
        if isinstance(self.extractor, Catalogue) == bool(self.sources):
            raise ValueError("sources are needed, except for the catalogue, which has none")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetSpec:
    """A dataset as declared: its text, its holder and where the declaration stands."""

    text: Description
    holder: Holder
    folder: Path
    schemas: Path
    """The folder of Table Schemas."""

    @property
    def name(self) -> str:
        """Name of the dataset and of its folder."""
        return self.text.name

    @property
    def digest(self) -> str:
        """SHA-256 over the YAML of the dataset and of its holder."""
        return _digest(self._declarations())

    @property
    def schemas_digest(self) -> str:
        """SHA-256 over the schemas that the tables name."""
        paths = (self.schemas / f"{table.schema_path}.json" for table in self.text.tables)
        return _digest(sorted(set(paths)))

    def _declarations(self) -> list[Path]:
        return [self.folder.parent / "holder.yaml", *sorted(self.folder.glob("*.yaml"))]

    def table(self, name: str) -> TableSpec:
        """The table of that name."""
        return next(table for table in self.text.tables if table.name == name)


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def load_dataset(council: Path, name: str, schemas: Path) -> DatasetSpec:
    """Read one dataset of a council directory.

    Raises:
        ConfigurationError: there is no such dataset.
        YamlError: its description is refused.
    """
    folder = council / name
    if not (folder / "dataset.yaml").is_file():
        known = [found.name for found in dataset_folders(council)]
        raise ConfigurationError(
            "dataset-is-unknown", name=name, nearest=yamlfile.nearest(name, known) or "-"
        )
    text = yamlfile.load(folder / "dataset.yaml", Description)
    spec = DatasetSpec(text=text, holder=load_holder(council), folder=folder, schemas=schemas)
    _check_against_the_rest(spec)
    return spec


def load_council(council: Path, schemas: Path) -> tuple[DatasetSpec, ...]:
    """Read every dataset of a council directory, in the order of names, the register last."""
    if not council.is_dir():
        raise ConfigurationError("council-is-absent", path=str(council))
    specs = [load_dataset(council, folder.name, schemas) for folder in dataset_folders(council)]
    return tuple(sorted(specs, key=lambda spec: isinstance(spec.text.extractor, Catalogue)))


def dataset_folders(council: Path) -> list[Path]:
    """The folders of a council directory that hold a dataset, in the order of names."""
    return sorted(file.parent for file in council.glob("*/dataset.yaml"))


def _check_against_the_rest(spec: DatasetSpec) -> None:
    file = spec.folder / "dataset.yaml"
    for location, code, details in _contradictions(spec):
        raise yamlfile.refuse(file, location, code, **details)


def _contradictions(
    spec: DatasetSpec,
) -> Iterator[tuple[tuple[str | int, ...], str, dict[str, str | int]]]:
    text = spec.text
    if text.name != spec.folder.name:
        yield ("name",), "name-is-not-the-folder", {"word": text.name, "nearest": spec.folder.name}
    if text.body not in spec.holder.bodies:
        near = yamlfile.nearest(text.body, sorted(spec.holder.bodies))
        yield ("body",), "body-is-unknown", {"word": text.body, "nearest": near}
    known = schema_paths(spec.schemas)
    for number, table in enumerate(text.tables):
        if table.schema_path not in known:
            near = yamlfile.nearest(table.schema_path, known)
            place = ("tables", number, "schema")
            yield place, "schema-is-unknown", {"word": table.schema_path, "nearest": near}


def schema_paths(schemas: Path) -> list[str]:
    """Paths of all Table Schemas below a folder, without the ending."""
    return sorted(
        file.relative_to(schemas).with_suffix("").as_posix() for file in schemas.rglob("*.json")
    )
