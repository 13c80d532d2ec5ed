"""Tables filled out of sight of the public, and shown whole.

A dataset that is not public yet is its own hiding place. For one that is, a second dataset beside
it, `<name>-next`, always private, holds the resource while it is filled. A resource that is taken
out of one dataset may be put into another under its id, table and all (CKAN 2.9 to 2.12: the id
must not belong to a resource that is not deleted); so the step from hidden to shown is one call.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pipeline import messages
from pipeline.errors import SourceError
from pipeline.publishing.ckan.answers import NotThereError, RefusedError
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.difference import difference
from pipeline.publishing.ckan.rows import Rows
from pipeline.publishing.ckan.standing import read_head, read_shape
from pipeline.publishing.ckan.tables import Shape, rows_of
from pipeline.publishing.ckan.wanted import Place, WantedTable, table_resource
from pipeline.publishing.passport import Json
from pipeline.publishing.progress import Told, counted

ENDING = "-next"
VIEW = "datatables_view"
"""The view of CKAN that shows a table with the labels of its dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A dataset that the public does not see."""

    portal: Portal
    place: Place
    id: str

    def fill(self, wanted: WantedTable, told: Told) -> None:
        """Make a table whole; what an earlier run left of it is used.

        Raises:
            SourceError: the portal did not do it; nothing of it can be seen.
        """
        self._keep_resource(wanted)
        rows = Rows(portal=self.portal, resource=wanted.resource, shape=wanted.shape)
        if self._made(wanted):
            step = counted(told, len(wanted.table.frame))
            rows.fill(rows_of(wanted.table, wanted.shape), step)
        else:
            self._complete(rows, wanted, told)
        _check_count(read_head(self.portal, wanted.resource)[1], wanted)
        self._view(wanted.resource)

    def _view(self, resource: str) -> None:
        """Let people look at the table on the portal; a portal that cannot show one is no fault."""
        views = self.portal.read("resource_view_list", id=resource)
        if any(one["view_type"] == VIEW for one in views):
            return
        view: dict[str, Json] = {
            "resource_id": resource,
            "view_type": VIEW,
            "title": messages.text("uk", "portal-view"),
        }
        with suppress(RefusedError):
            self.portal.call("resource_view_create", view, repeatable=True)

    def _keep_resource(self, wanted: WantedTable) -> None:
        package = self.portal.read("package_show", id=self.id)
        if wanted.resource not in {one["id"] for one in package["resources"]}:
            resource = table_resource(self.place, wanted)
            revise(self.portal, self.id, {"update__resources__extend": [resource]})

    def _made(self, wanted: WantedTable) -> bool:
        """Have a table of the right shape; whether it is a new one."""
        standing = read_shape(self.portal, wanted.resource)
        if standing is not None and not _same(standing, wanted.shape):
            data = {"resource_id": wanted.resource}
            self.portal.call("datastore_delete", data, repeatable=True)
            standing = None
        self.portal.call("datastore_create", create(wanted), repeatable=True)
        return standing is None

    def _complete(self, rows: Rows, wanted: WantedTable, told: Told) -> None:
        shape = wanted.shape
        address = self.place.clean_table(wanted.resource, shape)
        found = difference(
            lambda: rows.all(address), lambda: rows_of(wanted.table, shape), shape.places
        )
        step = counted(told, len(found))
        rows.upsert(found.rows.values(), step)
        rows.delete(found.removed, step)

    def release(self, wanted: WantedTable) -> None:
        """Let go of a table that is whole, so that another dataset can take it."""
        revise(self.portal, self.id, {"filter": [f"-resources__{wanted.resource}"]})


def _check_count(count: int, wanted: WantedTable) -> None:
    rows = len(wanted.table.frame)
    if count != rows:
        raise SourceError("portal-count-differs", table=wanted.card.name, count=count, rows=rows)


def _same(standing: Shape, wanted: Shape) -> bool:
    return wanted.grows_from(standing) and standing.kinds == wanted.kinds


def create(wanted: WantedTable) -> dict[str, Json]:
    """A table with its dictionary, as `datastore_create` takes it."""
    return {
        "resource_id": wanted.resource,
        "fields": [column.described() for column in wanted.shape.columns],
        "primary_key": list(wanted.shape.key),
    }


def revise(portal: Portal, package: str, change: Mapping[str, Json]) -> None:
    """Change a dataset that nobody else changes; doing it twice is doing it once."""
    portal.call("package_revise", {"match": {"id": package}, **change}, repeatable=True)


def second_room(portal: Portal, place: Place, package: Mapping[str, Json]) -> Room:
    """The dataset beside one that is public, made at first need.

    Args:
        portal: with the token of the publisher.
        place: of the public dataset.
        package: fields that the portal asks of any dataset.

    Raises:
        SourceError: it cannot be made, or somebody has made it public.
    """
    name = f"{place.name}{ENDING}"
    found = _shown(portal, name)
    if found is None:
        own: dict[str, Json] = {"name": name, "owner_org": place.organization, "private": True}
        found = portal.call("package_create", {**package, **own})
    if not found["private"] or found["state"] != "active":
        raise SourceError("portal-room-is-open", url=portal.url, name=name)
    return Room(portal=portal, place=place, id=str(found["id"]))


def _shown(portal: Portal, name: str) -> Mapping[str, Any] | None:
    try:
        found: Mapping[str, Any] = portal.read("package_show", id=name)
    except NotThereError:
        return None
    return found
