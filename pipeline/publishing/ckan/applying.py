"""Doing the work on a portal, in an order in which a reader never meets an empty or half table.

    stamp «begun» and the whole passport -> tables out of sight -> rows where they are -> one last
    call: files, new tables, visibility, stamp «done»

The stamp moves first, and only if it is what it was when the work was found. Every call may be made
again, and every table is reached by key; so whatever kills a run, the next one, finding the stamp
«begun», compares with each version that the stamp names and goes on.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.errors import SourceError
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.answers import NotThereError, RefusedError
from pipeline.publishing.ckan.aside import Room, create, second_room
from pipeline.publishing.ckan.connection import Portal
from pipeline.publishing.ckan.fields import flat, payload
from pipeline.publishing.ckan.last_call import last_call
from pipeline.publishing.ckan.patience import PAUSES
from pipeline.publishing.ckan.rows import Rows
from pipeline.publishing.ckan.stamp import Stamp, stamp_of
from pipeline.publishing.ckan.wanted import table_resource
from pipeline.publishing.ckan.work import TableWork, Way, Work
from pipeline.publishing.passport import Json
from pipeline.publishing.progress import Told, counted

Package = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who does the work, and with what."""

    portal: Portal
    """With the token of the publisher."""
    name: str
    """Tells this pipeline from others: the same in every run of one home."""
    clock: Callable[[], datetime]
    told: Told
    """Hears of rows written."""

    def carry_out(self, work: Work) -> None:
        """Do the work; without any, nothing is sent.

        Raises:
            SourceError: `target-moved`, the dataset is not what it was when the work was found; or
                the portal did not do its part, and the next run goes on from there.
        """
        if work.is_done:
            return
        package = self._begin(work, self._stamp(work))
        moved = self._tables(work, package)
        data, files = last_call(work, package, moved)
        self._revise(package, data, files, stamp.done(work.wanted.version))

    def _stamp(self, work: Work) -> Stamp:
        version, now = work.wanted.version, self.clock()
        if not work.standing.exists:
            return stamp.first(version, self.name, now)
        return stamp.begun(work.standing.stamp, version, self.name, now)

    def _begin(self, work: Work, begun: Stamp) -> Package:
        """The whole passport and the stamp: from here on the dataset is ours.

        A portal whose form has grown refuses every later change of a dataset that lacks the new
        field, so the passport goes first.
        """
        standing = work.standing
        if not standing.exists:
            return self._create(work, begun)
        lost = [one.wanted.resource for one in work.tables if one.way is Way.FILL and one.standing]
        data: dict[str, Json] = {
            "update": payload(standing.package, work.fields, begun, work.place.mark)
        }
        if lost and not standing.private:
            data["filter"] = [f"-resources__{resource}" for resource in lost]
        return self._revise(standing.package, data, {}, begun)

    def _create(self, work: Work, begun: Stamp) -> Package:
        """A dataset that nobody sees yet."""
        place = work.place
        resources: list[Json] = [table_resource(place, one.wanted) for one in work.tables]
        data: dict[str, Json] = {
            **payload({}, flat(work.wanted.fields), begun, place.mark),
            "name": place.name,
            "owner_org": place.organization,
            "private": True,
            "resources": resources,
        }
        try:
            made: Package = self.portal.call("package_create", data)
        except RefusedError:
            raise
        except SourceError as error:
            return self._made(error, place.name, begun)
        return made

    def _made(self, error: SourceError, name: str, begun: Stamp) -> Package:
        """The dataset whose creation was not confirmed; what the portal said if it is not there."""
        try:
            found: Package = self.portal.read("package_show", id=name)
        except NotThereError:
            raise error from None
        if stamp_of(found) != begun:
            raise SourceError("target-moved", dataset=name) from error
        return found

    def _tables(self, work: Work, package: Package) -> tuple[TableWork, ...]:
        """Rows of all tables; those that wait to be shown come back."""
        hidden = [one for one in work.tables if one.aside]
        room = self._room(work, package) if hidden else None
        for one in work.tables:
            if room is not None and one.aside:
                room.fill(one.wanted, self.told)
            else:
                self._in_place(one)
        if room is None or room.id == package["id"]:
            return ()
        for one in hidden:
            room.release(one.wanted)
        return tuple(hidden)

    def _room(self, work: Work, package: Package) -> Room:
        if package["private"]:
            return Room(portal=self.portal, place=work.place, id=str(package["id"]))
        begun = stamp_of(package) or stamp.done(work.wanted.version)
        fields = payload({}, flat(work.wanted.fields), begun, work.place.mark)
        return second_room(self.portal, work.place, fields)

    def _in_place(self, one: TableWork) -> None:
        if one.way is Way.GROW:
            self.portal.call("datastore_create", create(one.wanted), repeatable=True)
        if one.difference:
            rows = Rows(portal=self.portal, resource=one.wanted.resource, shape=one.wanted.shape)
            step = counted(self.told, len(one.difference))
            rows.upsert(one.difference.rows.values(), step)
            rows.delete(one.difference.removed, step)

    def _revise(
        self,
        package: Package,
        data: Mapping[str, Json],
        files: Mapping[str, tuple[str, bytes]],
        goal: Stamp,
    ) -> Package:
        """Change the dataset if its stamp is still the one that was read.

        An answer that was lost is no failure yet: the stamp tells whether the change was made.
        """
        match = {"id": package["id"], "version": package["version"]}
        sent = {"match": match, **data}
        plain = {name: json.dumps(item) for name, item in sent.items()} if files else sent
        pauses = iter(PAUSES)
        while True:
            try:
                made: Package = self.portal.call("package_revise", plain, files)["package"]
            except SourceError as error:
                found: Package = self.portal.read("package_show", id=str(package["id"]))
                if stamp_of(found) == goal:
                    return found
                pause = next(pauses, None)
                self._check_ours(error, found, package, last=pause is None)
                self.portal.rest(pause or 0)
            else:
                return made

    def _check_ours(
        self, error: SourceError, found: Package, package: Package, *, last: bool
    ) -> None:
        if found["version"] != package["version"]:
            raise SourceError("target-moved", dataset=str(package["name"])) from error
        if last or isinstance(error, RefusedError) or error.code in _FINAL:
            raise error


_FINAL = {"portal-busy", "portal-not-allowed", "portal-upload-too-large", "portal-redirects"}
