"""What YAML may say to the extractor of acts: only what no page of the platform says itself."""

from typing import Literal

from pydantic import Field

from pipeline.parameters import Parameters


class DecisionsParameters(Parameters):
    """How to read pages with acts of a body."""

    kind: str = Field(default="рішення", min_length=1)
    """The kind of an act where neither its line nor a heading above it names one."""
    dates: Literal["dmy", "mdy"] = "dmy"
    """What stands first in dates with slashes; dates with dots are day, month, year."""
    drafts: bool = False
    """Whether the pages list drafts of acts, which are left out otherwise; makes `Projects`."""
    relations: bool = False
    """Whether titles are read for the earlier acts they change or repeal; makes `ActRelations`."""
    ignore: tuple[str, ...] = ()
    """Beginnings of lines that are no acts and need no word in the findings."""
