"""Fields of a package as plain name and value, in a form that does not depend on listing. Pure.

`title` -> text, `tags` -> sorted names, `extras.actual_on` -> text. What a portal leaves out is "".
"""

from collections.abc import Mapping
from typing import Any

from pipeline.publishing.ckan.stamp import Stamp
from pipeline.publishing.passport import Json

Flat = Mapping[str, Json]

_EXTRA = "extras."
MARK = "pipeline_dataset"
"""The extra by which the pipeline knows a dataset for its own: holder and dataset."""
WORDS = ("name", "description", "format")
"""What people read of a resource."""
_NO_FIELDS = {"resources", "version"}


def flat(package: Mapping[str, Any]) -> dict[str, Json]:
    """The fields of a package as it is sent or shown; mark and stamp are no fields."""
    found: dict[str, Json] = {}
    for name, value in package.items():
        if name == "tags":
            found[name] = sorted(tag["name"] for tag in value or ())
        elif name == "extras":
            found |= {f"{_EXTRA}{one['key']}": one["value"] for one in value if one["key"] != MARK}
        elif name not in _NO_FIELDS:
            found[name] = "" if value is None else value
    return found


def words(package: Mapping[str, Any]) -> dict[str, Json]:
    """What people read of each resource: `resources.ID.name` and so on -> text."""
    return {
        word_of(one["id"], name): one.get(name) or ""
        for one in package.get("resources", ())
        for name in WORDS
    }


def word_of(resource: str, name: str) -> str:
    """The name of one word of a resource."""
    return f"resources.{resource}.{name}"


def differing(standing: Flat, wanted: Flat) -> dict[str, Json]:
    """The wanted fields that stand otherwise."""
    return {name: item for name, item in wanted.items() if standing.get(name, "") != item}


def payload(standing: Mapping[str, Any], fields: Flat, stamp: Stamp, mark: str) -> dict[str, Json]:
    """What is sent so that fields change and the stamp stands; extras of others stay.

    Args:
        standing: the package as it stands; empty for a new one.
        fields: the fields that change.
        stamp: what is to stand.
        mark: whose dataset it is.
    """
    sent: dict[str, Json] = {
        name: [{"name": tag} for tag in item] if name == "tags" and isinstance(item, list) else item
        for name, item in fields.items()
        if not name.startswith(_EXTRA)
    }
    extras = extras_of(standing)
    extras |= {
        name.removeprefix(_EXTRA): item for name, item in fields.items() if name.startswith(_EXTRA)
    }
    extras[MARK] = mark
    # CKAN refuses an extra without a value: one that is empty is one that is not there.
    listed: list[Json] = [{"key": key, "value": item} for key, item in extras.items() if item]
    return {**sent, "version": str(stamp), "extras": listed}


def extras_of(package: Mapping[str, Any]) -> dict[str, Json]:
    """The extras of a package, by key."""
    return {one["key"]: one["value"] for one in package.get("extras", ())}
