"""What YAML may say to the reader of narrative documents."""

import codecs

from pydantic import Field, field_validator

from pipeline.parameters import Parameters


class DocumentOptions(Parameters):
    """How to read one document; what kind it is follows from the source, not from a guess."""

    encoding: str = "utf-8"
    """Encoding of plain text by its Python name; `utf-8` takes a byte order mark as well."""
    max_unpacked_mb: int = Field(default=128, ge=1)
    """Limit for the unpacked size of a DOCX, against ZIP bombs."""

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            return codecs.lookup(value).name
        except LookupError as error:
            raise ValueError(f"{value} is not the name of an encoding") from error
