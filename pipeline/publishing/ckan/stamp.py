"""The stamp that a publication leaves on a dataset: which versions its tables may hold now. Pure.

It stands on the portal as the extra `pipeline_release`. Settled it is one version. While rows are
being changed it names the version that stood and the one that is coming, and who brings it: so
whoever comes next, even without a ledger, knows what every row can be and goes on from there.

    0a1b2c3d4e5f
    0a1b2c3d4e5f 9f8e7d6c5b4a by 3f2a90c1 since 2026-11-25T20:00:00+00:00
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

EXTRA = "pipeline_release"
PATIENCE = timedelta(hours=1)
"""After so long a change that another publisher has not finished is taken over."""

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
        return f"{words} by {self.by} since {self.since.isoformat()}" if self.since else words

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
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def begun(old: Stamp | None, version: str, publisher: str, now: datetime) -> Stamp:
    """The stamp while a dataset is brought to a version."""
    before = old.versions if old else ()
    stay = tuple(item for item in before if item != version)
    return Stamp(versions=(*stay, version), by=publisher, since=now)


def done(version: str) -> Stamp:
    """The stamp of a dataset that is a version, whole."""
    return Stamp(versions=(version,))
