"""What YAML may say to the reader of web pages."""

import codecs

from pydantic import Field, field_validator

from pipeline.parameters import Parameters


class PageOptions(Parameters):
    """How to read a page; the encoding is declared, the page's own word may only confirm it."""

    encoding: str = "utf-8"
    """By its Python name; `utf-8` takes a byte order mark as well."""
    recipe: str = ""
    """Platform of the site: the name of one of the recipes."""
    base: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """Address that links start from, for a file whose page does not name its own."""

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            return codecs.lookup(value).name
        except LookupError as error:
            raise ValueError(f"{value} is not the name of an encoding") from error
