"""`datapackage.json`: a Data Package v2 (https://datapackage.org, 26 June 2024) of one dataset.

The CSV and the workbook of a table carry its Table Schema; the JSON copy does not, because readers
without an extra for JSON tables would fail on it. `role` is an addition of ours.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from pipeline import messages
from pipeline.model import Release, Snapshot
from pipeline.publishing.formats import to_json
from pipeline.publishing.inert import public_link, public_source
from pipeline.publishing.passport import Json, Passport, TableCard

Role = Literal["table", "structure", "passport", "findings"]

CSV, XLSX, JSON, CSVW = "csv", "xlsx", "json", "csvw"

MEDIA_TYPES = {
    CSV: "text/csv",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JSON: "application/json",
    CSVW: "application/csvm+json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFile:
    """A file of a dataset that its Data Package lists."""

    path: str
    """Name beside `datapackage.json`."""
    data: bytes
    format: str
    role: Role
    table: TableCard | None = None

    @property
    def media_type(self) -> str:
        """As registered with IANA."""
        return MEDIA_TYPES[self.format]


class Resource(BaseModel):
    """What the catalogue needs of a resource when it reads a Data Package back."""

    model_config = ConfigDict(frozen=True)

    path: str
    title: str
    format: str
    mediatype: str
    bytes: int
    hash: str
    role: Role


class Package(BaseModel):
    """What the catalogue needs of a Data Package when it reads one back."""

    model_config = ConfigDict(frozen=True)

    version: str
    resources: tuple[Resource, ...]

    def tables(self) -> tuple[Resource, ...]:
        """The files that hold rows."""
        return tuple(resource for resource in self.resources if resource.role == "table")


def file_hash(data: bytes) -> str:
    """The hash in the form of the Data Package: `sha256:…`."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def package_json(
    release: Release, passport: Passport, files: tuple[PackageFile, ...], homepage: str | None
) -> bytes:
    """`datapackage.json`; `homepage` is the public address of the dataset, if it has one."""
    described: dict[str, Json] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": passport.name,
        "title": passport.title.uk,
        "description": passport.description.uk,
    }
    if homepage is not None:
        described["homepage"] = homepage
    described |= {
        "version": release.version,
        "created": passport.modified.isoformat(),
        "keywords": list(passport.keywords.uk),
        "licenses": [_licence(passport)],
        "contributors": _contributors(passport),
        "sources": [source(snapshot) for snapshot in release.snapshots],
        "resources": [_resource(file) for file in files],
    }
    return to_json(described)


def _licence(passport: Passport) -> Json:
    licence = passport.licence
    return {"name": licence.id, "path": licence.url, "title": licence.title}


def _contributors(passport: Passport) -> list[Json]:
    publisher, contact = passport.publisher, passport.contact
    return [
        {"title": publisher.name.uk, "organization": publisher.name.uk, "roles": ["publisher"]},
        {"title": contact.name.uk, "email": contact.email, "roles": ["contact"]},
    ]


def source(snapshot: Snapshot) -> Json:
    """Where data came from: the address if it is one of the web, else the name of the file."""
    described: dict[str, Json] = {"title": public_source(snapshot.address)}
    if link := public_link(snapshot.address):
        described["path"] = link
    return described | {"hash": f"sha256:{snapshot.sha256}", "bytes": snapshot.size}


def _resource(file: PackageFile) -> Json:
    described: dict[str, Json] = {
        "name": file.path.lower(),
        "path": file.path,
        "title": file_title(file),
        "format": file.format,
        "mediatype": file.media_type,
    }
    if file.role == "table" and file.format != JSON:
        described["type"] = "table"
    if file.format == CSV:
        described["encoding"] = "utf-8"
    described |= {"bytes": len(file.data), "hash": file_hash(file.data), "role": file.role}
    if "type" in described and file.table is not None:
        described["schema"] = file.table.definition
    return described


def file_title(file: PackageFile, language: str = "uk") -> str:
    """What the file is, for people."""
    title = file.table.title.get(language) if file.table else ""
    details = {"title": title, "format": file.format.upper()}
    return messages.text(language, f"passport-file-{file.role}", details)
