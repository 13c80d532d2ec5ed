"""The one call that shows a release: files, new tables, visibility and stamp together. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline import messages
from pipeline.publishing.ckan import stamp
from pipeline.publishing.ckan.fields import payload
from pipeline.publishing.ckan.wanted import Place, file_resource, table_resource
from pipeline.publishing.ckan.work import TableWork, Way, Work
from pipeline.publishing.passport import Json

Uploads = Mapping[str, tuple[str, bytes]]


def last_call(
    work: Work, package: Mapping[str, Any], moved: Sequence[TableWork]
) -> tuple[dict[str, Json], Uploads]:
    """What `package_revise` is sent, and the files that go with it.

    Args:
        work: what is done.
        package: the dataset as it stands since the work began.
        moved: tables that were filled in another dataset.
    """
    present = {one["id"] for one in package["resources"]}
    new: list[Json] = [_shown(work.place, one) for one in moved]
    changed = {resource: dict(item) for resource, item in work.resources.items()}
    uploads = {}
    for file in work.files:
        resource = file_resource(work.place, file)
        identifier = str(resource["id"])
        uploads[f"update__resources__{identifier}__upload"] = (file.path, file.data)
        if identifier in present:
            changed[identifier] = {**changed.get(identifier, {}), **resource}
        else:
            new.append(resource)
    for one in moved:
        if one.way is Way.REPLACE and one.standing is not None:
            changed[one.standing.resource.id] = replaced(work.place, one)
    return _data(work, package, new, changed), uploads


def _data(
    work: Work,
    package: Mapping[str, Any],
    new: Sequence[Json],
    changed: Mapping[str, Mapping[str, Json]],
) -> dict[str, Json]:
    goal = stamp.done(work.wanted.version)
    data: dict[str, Json] = {
        "update": {**payload(package, {}, goal, work.place.mark), "private": False},
        **{f"update__resources__{resource}": dict(item) for resource, item in changed.items()},
    }
    if work.stale:
        data["filter"] = [f"-resources__{resource}" for resource in work.stale]
    if new:
        data["update__resources__extend"] = list(new)
    return data


def _shown(place: Place, one: TableWork) -> dict[str, Json]:
    return {**table_resource(place, one.wanted), "datastore_active": True}


def replaced(place: Place, new: TableWork) -> dict[str, Json]:
    """What is said of a table that another one has replaced; it stays readable under its id."""
    details = {"name": new.wanted.card.name, "link": place.table(new.wanted.resource)}
    said = (messages.text(code, "portal-replaced", details) for code in messages.LANGUAGES)
    return {
        "name": messages.text("uk", "portal-replaced-name", details),
        "description": "\n\n".join(said),
    }
