"""What YAML may say of when a dataset is published: what waits for a person, what is held back."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from pipeline.parameters import Parameters


class Approval(Parameters):
    """When a publication waits for a person."""

    rows_removed: float | None = Field(default=None, ge=0, le=1)
    """Share of the published rows of a table that may go without one; above it a person says so."""
    columns: bool = False
    """Whether a column that comes, goes or changes its type is for a person to say."""
    first_on: tuple[Literal["site", "ckan"], ...] = ()
    """Targets where the first publication is for a person to say."""


class Hold(Parameters):
    """A dataset that is not published for a time: under martial law, for one."""

    since: date
    until: date | None = None
    """The last day, inclusive; none: until this is taken out of the description."""
    because: str = Field(min_length=1)
    """In words of the holder; they stand in reports, never in the catalogue."""
    shown: Literal["keep", "withdraw"] = "keep"
    """What is published already: stays as it is, or is taken from the sight of the public."""

    @model_validator(mode="after")
    def _in_order(self) -> "Hold":
        if self.until and self.until < self.since:
            raise ValueError("until is before since")
        return self

    def in_force(self, day: date) -> bool:
        """Whether the dataset is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
