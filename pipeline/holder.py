"""`holder.yaml`: who owns the data, and who owned them when.

A council becomes a military administration and its acts keep their publisher: so every body has a
timeline, and a code that nobody has confirmed stays empty and says so.
"""

from datetime import date
from pathlib import Path

from pydantic import Field, model_validator

from pipeline import yamlfile
from pipeline.parameters import Parameters

FILE = "holder.yaml"


class Bilingual(Parameters):
    """A text in Ukrainian and English."""

    uk: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def get(self, language: str) -> str:
        """The words in `uk` or `en`."""
        return self.en if language == "en" else self.uk


class Contact(Parameters):
    """Whom the public may ask: a post or a mailbox, not a private person."""

    name: Bilingual
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


class PortalAccount(Parameters):
    """How the holder is known on its CKAN portal."""

    profile: str = ""
    """`plain` or `data-gov-ua`; what the portal says of its own form when empty."""
    organization: str = ""
    """Identifier of its organisation there; the name of the holder when empty."""


class Period(Parameters):
    """One entry of a timeline: what the body was called, and its codes, from day to day."""

    title: Bilingual
    edrpou: str = Field(default="", pattern=r"^(\d{8})?$")
    """ЄДРПОУ, eight digits; empty while unconfirmed."""
    since: date | None = None
    until: date | None = None
    """The last day, inclusive; none: still so."""
    unconfirmed: tuple[str, ...] = ()
    """Names of the parts of this entry that nobody has checked against an official register."""

    @model_validator(mode="after")
    def _empty_code_is_owned_up_to(self) -> "Period":
        if not self.edrpou and "edrpou" not in self.unconfirmed:
            raise ValueError("edrpou is empty: give it, or list it under unconfirmed")
        if self.since and self.until and self.since > self.until:
            raise ValueError("since is after until")
        return self

    def covers(self, day: date) -> bool:
        """Whether the body was this on that day."""
        return (self.since or date.min) <= day <= (self.until or date.max)


class NotHeld(Parameters):
    """An item of the annex whose data this holder does not own."""

    edition: str = Field(min_length=1)
    """`835-2019`, `835-2025`."""
    item: str = Field(min_length=1)
    """Its number in `schemas/annex.yaml`: `mun-054`, `29`."""
    why: Bilingual


class Holder(Parameters):
    """A whole `holder.yaml`."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    """Short Latin name, the first part of identifiers on a portal."""
    title: Bilingual
    """The community, for the heading of the catalogue."""
    contact: Contact
    homepage: str = Field(default="", pattern=r"^(https?://\S+)?$")
    territory: str = Field(default="", pattern=r"^(UA\d{17})?$")
    """КАТОТТГ of the community; empty while unconfirmed."""
    portal: PortalAccount = PortalAccount()
    not_held: tuple[NotHeld, ...] = ()
    """Items of the annex that are not owed, each with the reason."""
    bodies: dict[str, tuple[Period, ...]] = Field(min_length=1)
    """Body (`council`, `executive`, `mayor` …) -> its timeline, the oldest entry first."""

    @model_validator(mode="after")
    def _timelines_do_not_overlap(self) -> "Holder":
        for body, timeline in self.bodies.items():
            if not timeline:
                raise ValueError(f"bodies.{body} has no entry")
            for earlier, later in zip(timeline, timeline[1:], strict=False):
                if (earlier.until or date.max) >= (later.since or date.min):
                    raise ValueError(f"bodies.{body}: entries overlap or are not in order of time")
        return self

    def body_on(self, body: str, day: date) -> Period:
        """What the body was on a day; the nearest entry where the timeline has a gap."""
        timeline = self.bodies[body]
        covering = [entry for entry in timeline if entry.covers(day)]
        earlier = [entry for entry in timeline if (entry.since or date.min) <= day]
        return (covering or earlier[-1:] or list(timeline[:1]))[0]


def load_holder(council: Path) -> Holder:
    """Read `holder.yaml` of a council directory.

    Raises:
        YamlError: it is absent or says something that is refused.
    """
    return yamlfile.load(council / FILE, Holder)
