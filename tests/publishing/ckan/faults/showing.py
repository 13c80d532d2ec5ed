"""What a portal shows to the public of one dataset, value by value, and what it keeps besides."""

import csv
import hashlib
import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests

from tests.portal.portal import Portal, RefusedError

MOVING = {
    "id",
    "metadata_created",
    "metadata_modified",
    "organization",
    "resources",
    "revision_id",
    "version",
}
"""Of a package: what every making of it changes, and what is looked at by itself."""
MOVING_RESOURCE = {"package_id", "created", "last_modified", "metadata_modified"}

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A dataset as the public sees it; equal where no reader can tell a difference."""

    stamp: str
    passport: Mapping[str, object]
    resources: Mapping[str, object]
    """Id -> everything that is said of it; in the order of the portal."""
    columns: Mapping[str, object]
    """Id of a table -> its columns with types and dictionary."""
    tables: Mapping[str, Mapping[str, Row]]
    """Id of a table -> key -> row."""
    files: Mapping[str, object]
    """Name -> content."""


def shown(portal: Portal, name: str, key: int = 1) -> Shown | None:
    """Read everything that the public can; None where it sees nothing.

    Args:
        portal: asked straight, past any proxy.
        name: of the dataset.
        key: how many columns, from the first, identify a row.
    """
    try:
        package: dict[str, Any] = portal.public.action("package_show", id=name)
    except RefusedError as error:
        if error.status not in {403, 404}:
            raise
        return None
    tables = [one["id"] for one in package["resources"] if one.get("datastore_active")]
    uploads = [one for one in package["resources"] if one["url_type"] == "upload"]
    return Shown(
        stamp=package["version"],
        passport=_passport(package),
        resources={one["id"]: _said(one, package["id"]) for one in package["resources"]},
        columns={table: _columns(portal, table) for table in tables},
        tables={table: _rows(portal, table, key) for table in tables},
        files={one["name"]: _file(one) for one in uploads},
    )


def _passport(package: Mapping[str, Any]) -> Mapping[str, object]:
    said = {name: item for name, item in package.items() if name not in MOVING}
    return said | {"tags": [one["name"] for one in package["tags"]]}


def _said(resource: Mapping[str, Any], package: str) -> Mapping[str, object]:
    kept = {name: item for name, item in resource.items() if name not in MOVING_RESOURCE}
    return kept | {"url": resource["url"].replace(package, "…")}


def _columns(portal: Portal, table: str) -> object:
    told = portal.public.action("datastore_info", id=table)
    return [(one["id"], one["type"], one.get("info"), one.get("schema")) for one in told["fields"]]


def _rows(portal: Portal, table: str, key: int) -> Mapping[str, Row]:
    header, *rows = csv.reader(io.StringIO(get(f"{portal.url}/datastore/dump/{table}").decode()))
    assert header[0] == "_id"
    found = {"/".join(row[1 : 1 + key]): tuple(row[1:]) for row in rows}
    assert len(found) == len(rows), "a key stands twice"
    assert found, "an empty table"
    return found


def _file(resource: Mapping[str, Any]) -> bytes:
    data = get(resource["url"])
    assert hashlib.sha256(data).hexdigest() == resource["hash"], resource["name"]
    return data


def get(address: str) -> bytes:
    """Download as the public does."""
    with requests.Session() as session:
        session.trust_env = False
        answer = session.get(address, timeout=60)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content


def unlike(one: Shown, other: Shown) -> list[str]:
    """Names of everything in which two differ; empty where no reader can tell a difference."""
    parts = [(name, getattr(one, name), getattr(other, name)) for name in one.__slots__]
    return [
        f"{part}: {name}"
        for part, mine, theirs in parts
        for name in _names(mine) | _names(theirs)
        if _named(mine, name) != _named(theirs, name) or list(mine) != list(theirs)
    ]


def _names(part: object) -> set[str]:
    return set(part) if isinstance(part, Mapping) else {""}


def _named(part: object, name: str) -> object:
    return part.get(name) if isinstance(part, Mapping) else part


def is_hidden(portal: Portal, name: str, *tables: str) -> bool:
    """Whether the public finds nothing of a dataset: no page, no search, no table."""
    found = portal.public.action("package_search", q=f"name:{name}")["count"]
    return shown(portal, name) is None and not found and not any(_opens(portal, t) for t in tables)


def _opens(portal: Portal, table: str) -> bool:
    try:
        portal.public.action("datastore_search", resource_id=table)
    except RefusedError:
        return False
    return True


def kept(portal: Portal) -> tuple[list[str], list[str], list[str]]:
    """Everything that a portal holds: datasets, tables, files; hidden ones too."""
    search = portal.sysadmin.action("package_search", include_private=True, rows=100)
    tables = portal.sysadmin.action("datastore_search", resource_id="_table_metadata", limit=1000)
    folder = portal.website.storage / "resources"
    files = ["".join(path.relative_to(folder).parts) for path in folder.rglob("*")]
    return (
        sorted(one["name"] for one in search["results"]),
        sorted(one["name"] for one in tables["records"] if len(one["name"]) == 36),
        sorted(file for file in files if len(file) >= 36),
    )


def forget(portal: Portal, *names: str) -> None:
    """Forget some datasets, or all; unlike a reset it cuts no connection of the portal."""
    chores = portal.sysadmin
    search = chores.action("package_search", include_private=True, include_deleted=True, rows=100)
    for package in search["results"]:
        if names and package["name"] not in names:
            continue
        for resource in package["resources"]:
            if resource.get("datastore_active"):
                chores.insist("datastore_delete", resource_id=resource["id"])
        chores.insist("dataset_purge", id=package["id"])
    if not names:
        shutil.rmtree(portal.website.storage / "resources", ignore_errors=True)
