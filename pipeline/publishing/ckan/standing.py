"""What stands on a portal now: one dataset with its stamp, its tables and its files."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict

from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.fields import MARK, extras_of, flat
from pipeline.publishing.ckan.stamp import Stamp, stamp_of
from pipeline.publishing.ckan.tables import ID, Column, Shape

_SPACE = UUID("b3b7c1e8-6f7c-4c7e-9f57-0d5a35c0a835")
_GENERATIONS = 50
"""How many tables one after another may have been the current one."""


def resource_id(dataset: str, name: str, generation: int = 0) -> str:
    """The id of a resource, the same whoever makes it and whenever.

    So a run that was killed finds what it made, and a repeat makes nothing twice.

    Args:
        dataset: identifier on the portal.
        name: of the table, or of the file.
        generation: 0 for the first, 1 for the one that replaced it, and so on.
    """
    return str(uuid5(_SPACE, f"{dataset}/{name}/{generation}"))


class Resource(BaseModel):
    """A resource as `package_show` tells of it."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str = ""
    description: str | None = ""
    format: str | None = ""
    url: str = ""
    url_type: str | None = None
    hash: str | None = ""
    datastore_active: bool | None = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTable:
    """A table of the dataset on the portal."""

    resource: Resource
    generation: int
    shape: Shape | None
    """None where the resource has lost its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One dataset on the portal; everything empty where there is none."""

    package: Mapping[str, Any]
    stamp: Stamp | None
    tables: Mapping[str, StandingTable]
    files: Mapping[str, Resource]
    """Path -> resource."""

    @property
    def names(self) -> Mapping[str, str]:
        """Id of a resource -> name of the table, path of the file."""
        tables = {one.resource.id: name for name, one in self.tables.items()}
        return {**tables, **{one.id: path for path, one in self.files.items()}}

    @property
    def exists(self) -> bool:
        """Whether there is such a dataset."""
        return bool(self.package)

    @property
    def private(self) -> bool:
        """Whether the public does not see it."""
        return bool(self.package.get("private"))

    @property
    def unseen(self) -> bool:
        """Whether the public sees nothing yet: what comes is the first publication."""
        return not self.exists or self.private

    @property
    def has_tables(self) -> bool:
        """Whether the dataset was published as tables of the DataStore."""
        return any(one["url_type"] == "datastore" for one in self.package.get("resources", ()))

    @property
    def base(self) -> str:
        """Everything that a plan rests upon, in one word."""
        shapes = {
            name: [table.shape.dictionary, table.shape.kinds, table.shape.key]
            for name, table in self.tables.items()
            if table.shape
        }
        return digest([public_state(self.package), shapes])


NOTHING = Standing(package={}, stamp=None, tables={}, files={})

_PASSING = {"metadata_modified", "metadata_created", "num_resources", "num_tags", "organization"}
_PASSING_RESOURCE = {"last_modified", "metadata_modified", "position", "created", "size"}


def public_state(package: Mapping[str, Any]) -> object:
    """What a package says, without what moves by itself and in whatever order it is listed.

    Jobs of the portal touch times some seconds after every write (seen with CKAN 2.12).
    """
    own = {name: item for name, item in flat(package).items() if name not in _PASSING}
    resources = [
        {name: item for name, item in one.items() if name not in _PASSING_RESOURCE}
        for one in package.get("resources", ())
    ]
    return [package.get("version"), own, resources]


def digest(value: object) -> str:
    """SHA-256 over a value, whatever the order of its keys."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=dict)
    return hashlib.sha256(text.encode()).hexdigest()


def read_standing(
    portal: Portal,
    name: str,
    tables: Sequence[str],
    files: Iterable[str],
    *,
    organization: str,
    mark: str,
) -> Standing:
    """Look at a dataset.

    Args:
        portal: with the token of the publisher, who sees what is private.
        name: identifier of the dataset on the portal.
        tables: names of the tables it may have.
        files: names of the files it may have.
        organization: identifier of the organisation that must own it.
        mark: what the pipeline wrote on it when it was made.

    Raises:
        SourceError: `portal-name-is-taken`, the dataset is somebody else's;
            `portal-dataset-deleted`, somebody has put it into the trash of the portal.
    """
    package = _package(portal, name, organization, mark)
    if not package:
        return NOTHING
    resources = {one["id"]: Resource.model_validate(one) for one in package["resources"]}
    found = {table: _current(portal, name, table, resources) for table in tables}
    held = {path: resources.get(resource_id(name, path)) for path in files}
    return Standing(
        package=package,
        stamp=stamp_of(package),
        tables={table: one for table, one in found.items() if one},
        files={path: one for path, one in held.items() if one},
    )


def _package(portal: Portal, name: str, organization: str, mark: str) -> Mapping[str, Any]:
    """The package, if there is one; nobody else's."""
    try:
        package: Mapping[str, Any] = portal.read("package_show", id=name)
    except NotThereError:
        return {}
    if package.get("state") == "deleted":
        raise SourceError("portal-dataset-deleted", url=portal.url, name=name)
    owner = (package.get("organization") or {}).get("name")
    if extras_of(package).get(MARK) != mark or owner != organization:
        raise SourceError("portal-name-is-taken", url=portal.url, name=name)
    return package


def _current(
    portal: Portal, name: str, table: str, resources: Mapping[str, Resource]
) -> StandingTable | None:
    """The newest generation of a table that the dataset has."""
    for generation in reversed(range(_GENERATIONS)):
        resource = resources.get(resource_id(name, table, generation))
        if resource is not None:
            shape = read_shape(portal, resource.id)
            return StandingTable(resource=resource, generation=generation, shape=shape)
    return None


def read_shape(portal: Portal, resource: str) -> Shape | None:
    """The table of a resource, without its rows; None where it has none."""
    try:
        told = portal.read("datastore_info", id=resource, include_meta="false")
    except NotThereError:
        return None
    return shape_of(told)


def read_head(portal: Portal, resource: str) -> tuple[Shape, int]:
    """The columns of a table, without word of a key, and how many rows it has.

    Raises:
        NotThereError: it has none.
        SourceError: the portal does not tell.
    """
    told = portal.read("datastore_search", resource_id=resource, limit=0)
    total = told.get("total")
    if not isinstance(total, int):
        raise SourceError("portal-answer-unreadable", url=portal.url, status=HTTPStatus.OK)
    return shape_of(told), total


def shape_of(told: Mapping[str, Any]) -> Shape:
    """The table that `datastore_info` tells of, or `datastore_search`, which knows of no key."""
    fields = [field for field in told["fields"] if field["id"] != ID]
    return Shape(
        columns=tuple(
            Column(name=field["id"], kind=field["type"], info=field.get("info") or {})
            for field in fields
        ),
        # The pipeline makes no index but that of the key. CKAN 2.12 calls one over several columns
        # not unique, so `is_index` it is.
        key=tuple(field["id"] for field in fields if field.get("schema", {}).get("is_index")),
    )
