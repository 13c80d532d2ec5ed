"""What a dataset on a portal should be: its fields, its tables, its files. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pipeline import messages
from pipeline.model import Release, Table
from pipeline.publishing.ckan.standing import resource_id
from pipeline.publishing.ckan.tables import Shape, shape_of
from pipeline.publishing.ckan_fields import package_fields
from pipeline.publishing.dataset import package_files
from pipeline.publishing.entries import PASSPORT
from pipeline.publishing.package import CSV, JSON, XLSX, PackageFile, file_title
from pipeline.publishing.passport import Json, Passport, TableCard
from pipeline.publishing.portal_profile import PortalProfile
from pipeline.publishing.record import Record, record_json
from pipeline.publishing.structure import Link

_DUMP_LINES = ("\r\n", "\n")
"""The header of a downloaded table ends with CRLF, its rows with LF (CKAN 2.12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a dataset stands on its portal."""

    url: str
    """Of the portal, without a slash at the end."""
    name: str
    """Identifier of the dataset there."""
    organization: str
    mark: str
    """What the pipeline writes on the dataset, so that it knows its own."""
    profile: PortalProfile
    licence: str
    """Address of the licence: DCAT wants it beside every file."""
    datastore: bool
    """Whether the portal keeps tables as tables."""
    forms: tuple[str, ...] = (XLSX,)
    """Forms in which a table is a file besides."""

    @property
    def page(self) -> str:
        """The page of the dataset."""
        return f"{self.url}/dataset/{self.name}"

    def table(self, resource: str) -> str:
        """Where a table is downloaded as the portal offers it: with a column of its own, `_id`."""
        return f"{self.url}/datastore/dump/{resource}"

    def clean_table(self, resource: str, shape: Shape) -> str:
        """Where a table is downloaded as its structure describes it."""
        return f"{self.table(resource)}?fields={quote(','.join(shape.names), safe=',')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTable:
    """A table as it should stand."""

    card: TableCard
    table: Table
    shape: Shape
    resource: str
    """Id of the resource that is to hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A release in the words of a portal."""

    version: str
    fields: Mapping[str, Json]
    """Fields of the package that say what the passport says."""
    tables: Mapping[str, WantedTable]
    """Empty on a portal without DataStore."""
    files: Mapping[str, PackageFile]
    """Path -> file."""
    left_out: tuple[str, ...]
    """Workbooks that are larger than the portal takes; the tables themselves are there."""


def shapes(passport: Passport) -> dict[str, Shape]:
    """Name of a table -> its shape.

    Raises:
        ConfigurationError: a table has no key.
    """
    return {card.name: shape_of(card) for card in passport.tables}


def wanted(
    release: Release, passport: Passport, place: Place, resources: Mapping[str, str]
) -> Wanted:
    """What the portal should show of a release.

    Args:
        release: what is published.
        passport: its passport.
        place: where.
        resources: name of a table -> id of the resource that is to hold it.

    Raises:
        ConfigurationError: the passport does not fit the release, or a table has no key.
        DataError: a table does not fit its schema.
    """
    formed = shapes(passport) if place.datastore else {}
    described, files = _files(release, passport, place, formed, resources)
    own = PackageFile(path=PASSPORT, data=record_json(described), format=JSON, role="passport")
    released = {table.name: table for table in release.tables}
    tables = {
        card.name: WantedTable(
            card=card,
            table=released[card.name],
            shape=formed[card.name],
            resource=resources[card.name],
        )
        for card in passport.tables
        if card.name in formed
    }
    return Wanted(
        version=release.version,
        fields=package_fields(described, place.profile),
        tables=tables,
        files={file.path: file for file in (*files, own) if not _is_too_large(file, place)},
        left_out=tuple(file.path for file in files if _is_too_large(file, place)),
    )


def _is_too_large(file: PackageFile, place: Place) -> bool:
    """Whether a file goes without: without DataStore it is all there is, so it has to be tried."""
    limit = place.profile.limits.upload_megabytes * 1024 * 1024
    return place.datastore and file.role == "table" and len(file.data) > limit


def _files(
    release: Release,
    passport: Passport,
    place: Place,
    formed: Mapping[str, Shape],
    resources: Mapping[str, str],
) -> tuple[Record, tuple[PackageFile, ...]]:
    """A table of the DataStore is its own CSV; without DataStore every form is a file."""
    if not place.datastore:
        return package_files(release, passport, place.page, identifier=place.name)
    links = {
        name: Link(url=place.clean_table(resources[name], shape), line_ends=_DUMP_LINES)
        for name, shape in formed.items()
    }
    formats = tuple(form.upper() for form in (CSV, *place.forms))
    return package_files(
        release,
        passport,
        place.page,
        forms=place.forms,
        formats=formats,
        links=links,
        identifier=place.name,
    )


def possible_files(passport: Passport) -> tuple[str, ...]:
    """Names of every file that a dataset may have had, so that none is left behind."""
    endings = (".csv", ".xlsx", ".json", "-structure.csv", ".csv-metadata.json")
    tables = (f"{card.name}{ending}" for card in passport.tables for ending in endings)
    return (*tables, "passport.csv", PASSPORT, "findings.json")


def sha256(data: bytes) -> str:
    """The hash of a file, as it is noted beside it on the portal."""
    return hashlib.sha256(data).hexdigest()


def file_resource(place: Place, file: PackageFile) -> dict[str, Json]:
    """A file as a resource, without its content."""
    return {
        "id": resource_id(place.name, file.path),
        "name": file.path,
        "description": f"{file_title(file, 'uk')}\n\n{file_title(file, 'en')}",
        "format": file.format.upper(),
        "mimetype": file.media_type,
        "hash": sha256(file.data),
        "license": place.licence,
        "url_type": "upload",
        "url": file.path,
    }


def table_resource(place: Place, table: WantedTable) -> dict[str, Json]:
    """A table as a resource; its own address is the table itself."""
    link = place.clean_table(table.resource, table.shape)
    said = [
        messages.text(
            language, "portal-table", {"title": table.card.title.get(language), "link": link}
        )
        for language in messages.LANGUAGES
    ]
    return {
        "id": table.resource,
        "name": table.card.name,
        "description": "\n\n".join(said),
        "format": "CSV",
        "mimetype": "text/csv",
        "license": place.licence,
        "url_type": "datastore",
        "url": place.table(table.resource),
        "download_url": link,
    }
