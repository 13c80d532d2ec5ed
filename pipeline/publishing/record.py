"""The passport of resolution 835 as files: `passport.json` and `passport.csv`.

The JSON is also what the index and the DCAT catalogue are rebuilt from, so it reads back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from pipeline import messages
from pipeline.frequencies import Frequency
from pipeline.model import Release, Severity
from pipeline.publishing.formats import to_csv
from pipeline.publishing.inert import inert_rows
from pipeline.publishing.passport import (
    Contact,
    Keywords,
    Licence,
    Masked,
    Passport,
    PastVersion,
    Publisher,
    RowsMode,
    Text,
)


class TableRecord(BaseModel):
    """One table in `passport.json`."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)

    name: str
    table_schema: str
    """Path below `schemas/`: `835-2019/Legislation/LegalActs`."""
    title: Text
    rows: int
    mode: RowsMode
    key: tuple[str, ...] = ()


class Quality(BaseModel):
    """How sound the data of one version are, in numbers; never what stands in a cell."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)

    warnings: int
    """Remarks that somebody should look at; the notes of the dataset have them all."""
    held_back: int
    """Rows with errors that are not published."""


class Record(BaseModel):
    """`passport.json`: the passport of one published version.

    Unknown keys are let through, so that a catalogue written by a later release can be read.
    """

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)

    identifier: str
    title: Text
    description: Text
    formats: tuple[str, ...]
    first_published: datetime
    modified: datetime
    actual_on: date | None = None
    frequency: Frequency
    keywords: Keywords
    landing_page: str
    structure: tuple[str, ...]
    """Files that describe the tables, beside this one."""
    language: str
    purpose: Text
    publisher: Publisher
    contact: Contact
    edition: str
    annex_item: str = ""
    licence: Licence
    version: str
    tables: tuple[TableRecord, ...]
    masked: tuple[Masked, ...] = ()
    usage_notes: tuple[Text, ...] = ()
    history: tuple[PastVersion, ...] = ()
    theme: str = "GOVE"
    quality: Quality | None = None
    """None in a catalogue that an earlier release of the pipeline wrote."""

    @property
    def rows(self) -> int:
        """Rows of all tables together."""
        return sum(table.rows for table in self.tables)


def record(
    release: Release,
    passport: Passport,
    formats: tuple[str, ...],
    landing: str,
    identifier: str = "",
) -> Record:
    """The passport of a release; `landing` is the address of the page of the dataset.

    `identifier`: what the target calls the dataset, where that is not its name here.
    """
    return Record(
        identifier=identifier or passport.name,
        title=passport.title,
        description=passport.description,
        formats=formats,
        first_published=passport.first_published,
        modified=passport.modified,
        actual_on=passport.actual_on,
        frequency=passport.frequency,
        keywords=passport.keywords,
        landing_page=landing,
        structure=tuple(f"{card.name}-structure.csv" for card in passport.tables),
        language=passport.language,
        purpose=passport.purpose,
        publisher=passport.publisher,
        contact=passport.contact,
        edition=passport.edition,
        annex_item=passport.annex_item,
        licence=passport.licence,
        version=release.version,
        tables=_tables(release, passport),
        masked=passport.masked,
        usage_notes=passport.usage_notes,
        history=passport.history,
        theme=passport.theme,
        quality=_quality(release, passport),
    )


def _quality(release: Release, passport: Passport) -> Quality:
    warnings = sum(finding.severity is Severity.WARNING for finding in passport.findings)
    held_back = sum(len(table.frame) for table in release.quarantine)
    return Quality(warnings=warnings, held_back=held_back)


def _tables(release: Release, passport: Passport) -> tuple[TableRecord, ...]:
    released = {table.name: table for table in release.tables}
    return tuple(
        TableRecord(
            name=card.name,
            table_schema=released[card.name].schema,
            title=card.title,
            rows=len(released[card.name].frame),
            mode=card.rows,
            key=card.key,
        )
        for card in passport.tables
    )


def record_json(passport: Record) -> bytes:
    """`passport.json`."""
    return (passport.model_dump_json(by_alias=True, indent=2) + "\n").encode()


Kind = Literal["text", "day", "moment", "link", "mail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of the passport of a dataset, for people."""

    name: str
    """As in the table «Register» of the recommendations of 2019 where it has the element."""
    label: str
    value: str
    """ISO 8601 for dates and moments."""
    kind: Kind = "text"
    spoken: str = "uk"
    """The language of the value."""


def elements(passport: Record, language: str) -> tuple[Element, ...]:
    """The elements of the passport that have a value, in the order of the Regulation (point 7)."""
    groups = (_content(passport, language), _use(passport, language), _people(passport, language))
    return tuple(element for group in groups for element in group if element.value)


def _content(passport: Record, language: str) -> Iterator[Element]:
    yield _element(language, "identifier", passport.identifier)
    yield _words(language, "title", passport.title)
    yield _words(language, "description", passport.description)
    yield _element(language, "distributionFormat", ", ".join(passport.formats))
    yield _element(language, "issued", passport.first_published.isoformat(), "moment")
    yield _element(language, "modified", passport.modified.isoformat(), "moment")
    actual_on = passport.actual_on.isoformat() if passport.actual_on else ""
    yield _element(language, "actualOn", actual_on, "day")


def _use(passport: Record, language: str) -> Iterator[Element]:
    frequency = passport.frequency.phrase(language)
    yield _element(language, "accrualPeriodicity", frequency, spoken=language)
    keywords = Text(uk=", ".join(passport.keywords.uk), en=", ".join(passport.keywords.en))
    yield _words(language, "keyword", keywords)
    yield _element(language, "landingPage", passport.landing_page, "link")
    yield _element(language, "structure", ", ".join(passport.structure))
    spoken = _language_name(passport.language, language)
    yield _element(language, "language", spoken, spoken=language)
    yield _words(language, "purpose", passport.purpose)


def _people(passport: Record, language: str) -> Iterator[Element]:
    yield _words(language, "publisherPrefLabel", passport.publisher.name)
    yield _element(language, "publisherIdentifier", passport.publisher.code)
    yield _words(language, "contactPointFn", passport.contact.name)
    yield _element(language, "contactPointHasEmail", passport.contact.email, "mail")
    yield _element(language, "edition", passport.edition)
    yield _element(language, "annexItem", passport.annex_item)
    yield _element(language, "license", passport.licence.title, spoken="en")
    yield _element(language, "version", passport.version)


def _element(
    language: str, name: str, value: str, kind: Kind = "text", spoken: str = "uk"
) -> Element:
    label = messages.text(language, f"passport-{name}")
    return Element(name=name, label=label, value=value, kind=kind, spoken=spoken)


def _words(language: str, name: str, text: Text) -> Element:
    return _element(language, name, text.get(language), spoken=text.spoken(language))


def _language_name(code: str, language: str) -> str:
    key = f"passport-language-{code}"
    return messages.text(language, key) if messages.has(language, key) else code


def record_csv(passport: Record) -> bytes:
    """`passport.csv`: name, Ukrainian name and value of each element."""
    rows = [(e.name, e.label, e.value) for e in elements(passport, "uk")]
    return to_csv(("name", "title", "value"), inert_rows(rows))
