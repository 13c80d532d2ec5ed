"""What YAML may say of harmless faults that are mended, each use counted."""

from typing import Literal

from pydantic import Field

from pipeline.parameters import Parameters


class Correction(Parameters):
    """Faults that are mended in some columns; nothing else of a cell is touched."""

    fields: tuple[str, ...] = Field(min_length=1)
    faults: tuple[Literal["spaces", "alphabets", "apostrophes", "quotes", "dates"], ...] = Field(
        min_length=1
    )
    because: str = Field(min_length=1)
