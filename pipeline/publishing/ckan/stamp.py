"""The stamp that a publication leaves on a dataset: which versions its tables may hold now. Pure.

It stands on the portal as the `version` of the package, a field of its own, so that a change can be
refused when it has moved: extras are a list whose order no portal promises (seen with CKAN 2.12).
Settled it is one version. While rows are being changed it names the version that stood and the one
that is coming, and who brings it: so whoever comes next, even without a ledger, knows what every
row can be and goes on from there.

    0a1b2c3d4e5f
    0a1b2c3d4e5f 9f8e7d6c5b4a by 3f2a90c1 since 20261125T200000Z
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

UNKNOWN = "0" * 12
"""Stands for rows of which nobody knows the version: the portal has to be asked for them."""
PATIENCE = timedelta(hours=1)
"""After so long a change that another publisher has not finished is taken over."""

_MOMENT = "%Y%m%dT%H%M%SZ"
_VERSIONS_MAX = 3
"""Besides the one that is coming: a version of a package has at most 100 characters (CKAN)."""

_FORM = re.compile(
    r"(?P<versions>[0-9a-f]{12}(?: [0-9a-f]{12})*)(?: by (?P<by>\w+) since (?P<since>\S+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a dataset on a portal may hold."""

    versions: tuple[str, ...]
    """Every version of which a row may be there, the one that is wanted last."""
    by: str = ""
    """Who is changing it; empty when nobody is."""
    since: datetime | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is under way: the dataset is its last version, whole."""
        return not self.by

    @property
    def version(self) -> str:
        """The version that is there, or is coming."""
        return self.versions[-1]

    def __str__(self) -> str:
        """As it stands on the portal."""
        words = " ".join(self.versions)
        return f"{words} by {self.by} since {self.since:{_MOMENT}}" if self.since else words

    def is_held_by_another(self, publisher: str, now: datetime) -> bool:
        """Whether somebody else has begun a change and may still be at it."""
        fresh = self.since is not None and now - self.since < PATIENCE
        return fresh and self.by != publisher


def parse(text: str) -> Stamp | None:
    """The stamp that a text holds; None where it is none of ours."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    since = _moment(match["since"] or "")
    if bool(match["by"]) != bool(since):
        return None
    return Stamp(versions=tuple(match["versions"].split()), by=match["by"] or "", since=since)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def stamp_of(package: Mapping[str, Any]) -> Stamp | None:
    """The stamp of a package; None where there is none of ours."""
    return parse(str(package.get("version") or ""))


def begun(old: Stamp | None, version: str, publisher: str, now: datetime) -> Stamp:
    """The stamp while a dataset is brought to a version.

    Args:
        old: what stands; None where somebody wrote something else over it.
        version: what is coming.
        publisher: who brings it.
        now: aware UTC; kept in whole seconds.
    """
    before = old.versions if old else (UNKNOWN,)
    stay = tuple(item for item in before if item != version)
    if len(stay) >= _VERSIONS_MAX:
        stay = (UNKNOWN,)
    return Stamp(versions=(*stay, version), by=publisher, since=now.replace(microsecond=0))


def first(version: str, publisher: str, now: datetime) -> Stamp:
    """The stamp of a dataset that is being made."""
    return Stamp(versions=(version,), by=publisher, since=now.replace(microsecond=0))


def done(version: str) -> Stamp:
    """The stamp of a dataset that is a version, whole."""
    return Stamp(versions=(version,))
