"""Fields of a package as plain name and value, in a form that does not depend on listing. Pure.

`title` -> text, `tags` -> sorted names, `extras.actual_on` -> text. What a portal leaves out is "".
"""

from collections.abc import Mapping
from typing import Any

from pipeline.publishing.ckan.stamp import EXTRA, Stamp
from pipeline.publishing.passport import Json

Flat = Mapping[str, Json]

_EXTRA = "extras."


def flat(package: Mapping[str, Any]) -> dict[str, Json]:
    """The fields of a package as it is sent or shown; the stamp of a publication is no field."""
    found: dict[str, Json] = {}
    for name, value in package.items():
        if name == "tags":
            found[name] = sorted(tag["name"] for tag in value or ())
        elif name == "extras":
            found |= {f"{_EXTRA}{one['key']}": one["value"] for one in value if one["key"] != EXTRA}
        elif name != "resources":
            found[name] = "" if value is None else value
    return found


def differing(standing: Flat, wanted: Flat) -> dict[str, Json]:
    """The wanted fields that stand otherwise."""
    return {name: item for name, item in wanted.items() if standing.get(name, "") != item}


def payload(standing: Mapping[str, Any], fields: Flat, stamp: Stamp) -> dict[str, Json]:
    """What is sent so that fields change and the stamp stands; extras of others stay.

    Args:
        standing: the package as it stands; empty for a new one.
        fields: the fields that change.
        stamp: what is to stand.
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
    extras[EXTRA] = str(stamp)
    # CKAN refuses an extra without a value: one that is empty is one that is not there.
    listed: list[Json] = [{"key": key, "value": item} for key, item in extras.items() if item]
    return {**sent, "extras": listed}


def extras_of(package: Mapping[str, Any]) -> dict[str, Json]:
    """The extras of a package, by key."""
    return {one["key"]: one["value"] for one in package.get("extras", ())}
