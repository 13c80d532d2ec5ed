"""The passport of resolution 835 as files: `passport.json` and `passport.csv`.

The JSON is also what the index and the DCAT catalogue are rebuilt from, so it reads back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from pipeline import messages
from pipeline.model import Release
from pipeline.publishing.formats import to_csv
from pipeline.publishing.inert import inert_rows
from pipeline.publishing.passport import (
    Contact,
    Frequency,
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

    @property
    def rows(self) -> int:
        """Rows of all tables together."""
        return sum(table.rows for table in self.tables)


def record(release: Release, passport: Passport, formats: tuple[str, ...], landing: str) -> Record:
    """The passport of a release; `landing` is the address of the page of the dataset."""
    return Record(
        identifier=passport.name,
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
    )


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
    return tuple(element for element in _elements(passport, language) if element.value)


def _elements(passport: Record, language: str) -> Iterator[Element]:
    def element(name: str, value: str, kind: Kind = "text", spoken: str = "uk") -> Element:
        label = messages.text(language, f"passport-{_KEYS[name]}")
        return Element(name=name, label=label, value=value, kind=kind, spoken=spoken)

    def words(name: str, text: Text) -> Element:
        return element(name, text.get(language), spoken=text.spoken(language))

    yield element("identifier", passport.identifier)
    yield words("title", passport.title)
    yield words("description", passport.description)
    yield element("distributionFormat", ", ".join(passport.formats))
    yield element("issued", passport.first_published.isoformat(), "moment")
    yield element("modified", passport.modified.isoformat(), "moment")
    yield element("actualOn", passport.actual_on.isoformat() if passport.actual_on else "", "day")
    frequency = passport.frequency.phrase(language)
    yield element("accrualPeriodicity", frequency, spoken=language)
    keywords = passport.keywords
    spoken = "uk" if keywords.get(language) is keywords.uk else "en"
    yield element("keyword", ", ".join(keywords.get(language)), spoken=spoken)
    yield element("landingPage", passport.landing_page, "link")
    yield element("structure", ", ".join(passport.structure))
    yield element("language", _language_name(passport.language, language), spoken=language)
    yield words("purpose", passport.purpose)
    yield words("publisherPrefLabel", passport.publisher.name)
    yield element("publisherIdentifier", passport.publisher.code)
    yield words("contactPointFn", passport.contact.name)
    yield element("contactPointHasEmail", passport.contact.email, "mail")
    yield element("edition", passport.edition)
    yield element("annexItem", passport.annex_item)
    yield element("license", passport.licence.title, spoken="en")
    yield element("version", passport.version)


_KEYS: Mapping[str, str] = {
    "identifier": "identifier",
    "title": "title",
    "description": "description",
    "distributionFormat": "formats",
    "issued": "first-published",
    "modified": "modified",
    "actualOn": "actual-on",
    "accrualPeriodicity": "frequency",
    "keyword": "keywords",
    "landingPage": "landing-page",
    "structure": "structure",
    "language": "language",
    "purpose": "purpose",
    "publisherPrefLabel": "publisher",
    "publisherIdentifier": "publisher-code",
    "contactPointFn": "contact",
    "contactPointHasEmail": "email",
    "edition": "edition",
    "annexItem": "annex-item",
    "license": "licence",
    "version": "version",
}


def _language_name(code: str, language: str) -> str:
    key = f"passport-language-{code}"
    return messages.text(language, key) if messages.has(language, key) else code


def record_csv(passport: Record) -> bytes:
    """`passport.csv`: name, Ukrainian name and value of each element."""
    rows = [(e.name, e.label, e.value) for e in elements(passport, "uk")]
    return to_csv(("name", "title", "value"), inert_rows(rows))
