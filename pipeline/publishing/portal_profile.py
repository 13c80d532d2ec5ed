"""What one kind of CKAN portal takes: its limits and its words, read from `profiles/*.yaml`.

The Ukrainian names of the fields on the portal's form are sentences for people: they stand in the
message catalogues under `portal-field-…`.
"""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from pipeline import yamlfile
from pipeline.errors import ConfigurationError
from pipeline.frequencies import Frequency
from pipeline.parameters import Parameters

PROFILES: tuple[str, ...] = ("plain", "data-gov-ua")
"""Names of the profiles, the general one first."""

_FOLDER = Path(__file__).parent / "profiles"

Place = Literal["field", "extras"]
"""At the top level of a package, or as a pair of its list `extras`."""


class Limits(Parameters):
    """How long things may be; texts in characters."""

    title: int = Field(gt=0)
    notes: int = Field(gt=0)
    purpose: int = Field(gt=0)
    shortest_tag: int = Field(gt=0)
    longest_tag: int = Field(gt=0)
    column_bytes: int = Field(gt=0)
    """Bytes of UTF-8, not characters: a Cyrillic letter takes two."""
    upload_megabytes: int = Field(gt=0)
    """Size of one uploaded file, in units of 1024 × 1024 bytes."""


class Placed(Parameters):
    """Under which name, and where, an element of the passport stands."""

    key: str = Field(min_length=1)
    place: Place


class PlacedFrequency(Placed):
    """The update frequency, in words of the portal."""

    words: dict[Frequency, str] = Field(min_length=1)
    """A frequency without a word cannot be said on this portal."""


class PlacedLanguage(Placed):
    """The language of the data, in codes of the portal."""

    words: dict[str, str] = Field(min_length=1)
    """ISO 639-1 code -> code of the portal."""


class PortalProfile(Parameters):
    """A whole `profiles/<name>.yaml`."""

    name: str
    limits: Limits
    tag_letter: str
    """Regular expression of one character that a tag may hold."""
    purpose: Placed
    frequency: PlacedFrequency
    language: PlacedLanguage
    publisher_code: Placed


@cache
def load_profile(name: str) -> PortalProfile:
    """The profile of that name.

    Raises:
        ConfigurationError: there is no such profile.
    """
    if name not in PROFILES:
        nearest = yamlfile.nearest(name, PROFILES)
        raise ConfigurationError("portal-profile-is-unknown", name=name, nearest=nearest)
    return yamlfile.load(_FOLDER / f"{name}.yaml", PortalProfile)
