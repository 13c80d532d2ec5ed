"""What a portal still shows of a dataset, for a home that has lost its ledger."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from pipeline.errors import SourceError
from pipeline.model import Recovered
from pipeline.publishing.ckan.answers import NotThereError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import Row
from pipeline.publishing.ckan.fields import MARK, extras_of
from pipeline.publishing.ckan.rows import Rows
from pipeline.publishing.ckan.stamp import UNKNOWN, stamp_of
from pipeline.publishing.ckan.standing import digest, read_standing, resource_id
from pipeline.publishing.entries import PASSPORT
from pipeline.publishing.record import Record
from pipeline.publishing.recovery import recovered

Shown = Mapping[str, tuple[tuple[str, ...], list[Row]]]
"""Name of a table -> its header and its rows."""


def recover(portal: Portal, url: str, name: str, mark: str) -> Recovered | None:
    """A dataset as the public sees it; None where there is none of ours.

    Only what was published as tables comes back. Rows of an unfinished change are of no version
    that has a name; they get one of their own, so that what accumulates is not lost.

    Args:
        portal: without a token.
        url: of the portal.
        name: identifier of the dataset there.
        mark: what the pipeline writes on it.

    Raises:
        SourceError: its passport or a table cannot be read.
    """
    try:
        package = portal.read("package_show", id=name)
    except NotThereError:
        return None
    if extras_of(package).get(MARK) != mark:
        return None
    record = _record(portal, package, name)
    if record is None:
        return None
    tables = _tables(portal, url, record, package, mark)
    stamp = stamp_of(package)
    whole = stamp is not None and stamp.settled and stamp.version != UNKNOWN
    version = stamp.version if stamp and whole else digest(sorted(tables.items()))[:12]
    if not tables:
        return None
    dataset = mark.rpartition("/")[2]
    return recovered(dataset, record, version, f"{url}/dataset/{name}", tables)


def _record(portal: Portal, package: Mapping[str, Any], name: str) -> Record | None:
    held = {one["id"]: one for one in package["resources"]}.get(resource_id(name, PASSPORT))
    if held is None:
        return None
    try:
        return Record.model_validate_json(portal.download(str(held["url"])))
    except ValidationError as error:
        raise SourceError("read-back-unreadable", path=PASSPORT) from error


def _tables(
    portal: Portal, url: str, record: Record, package: Mapping[str, Any], mark: str
) -> Shown:
    name = str(package["name"])
    owner = str(package["organization"]["name"])
    names = [table.name for table in record.tables]
    standing = read_standing(portal, name, names, (), organization=owner, mark=mark)
    found = {}
    for table, one in standing.tables.items():
        if one.shape is None:
            return {}
        rows = Rows(portal=portal, resource=one.resource.id, shape=one.shape)
        address = f"{url}/datastore/dump/{one.resource.id}?fields={','.join(one.shape.names)}"
        found[table] = (one.shape.names, list(rows.all(address)))
    return found if len(found) == len(names) else {}
