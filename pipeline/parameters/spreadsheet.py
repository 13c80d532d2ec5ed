"""What YAML may say to the reader of tables: encoding and dialect, sheet, rows of the header."""

import codecs
from typing import Literal

from pydantic import Field, field_validator, model_validator

from pipeline.parameters import Parameters


class SpreadsheetOptions(Parameters):
    """How to read one table; nothing here is ever guessed from the content."""

    format: Literal["csv", "xlsx", "xls", "ods"] | None = None
    """The format the source must have; without it the signature of the bytes decides."""
    encoding: str = "utf-8"
    """Encoding of a CSV by its Python name; `utf-8` takes a byte order mark as well."""
    delimiter: Literal[",", ";", "\t", "|"] = ","
    quote: Literal['"', "'"] = '"'
    sheet: str | int | None = None
    """Name or position (from 1) of the sheet; needed where several visible sheets have data."""
    ignore_sheets: tuple[str, ...] = ()
    """Names of sheets that are left unread without a word."""
    header_row: int = Field(default=1, ge=1)
    """Row of the header as Excel counts it; in a CSV the number of the record."""
    header_rows: Literal[1, 2] = 1
    """Rows of the header; the names of two rows are joined by a space."""
    first_data_row: int | None = Field(default=None, ge=1)
    """First row of data; default: the one after the header. Rows between are never read."""
    skip_hidden_rows: bool = False
    """Hidden rows are read, with a warning, unless this says otherwise."""
    fill_merged: bool = False
    """Whether the value of a merged area stands for every cell of it."""
    max_unpacked_mb: int = Field(default=256, ge=1)
    """Limit for the unpacked size of a workbook, against ZIP bombs."""
    max_cells: int = Field(default=5_000_000, ge=1)
    """Limit for rows times columns: one forgotten cell in the last row makes a sheet enormous."""

    @model_validator(mode="after")
    def _data_below_the_header(self) -> "SpreadsheetOptions":
        if self.data_row < self.header_row + self.header_rows:
            raise ValueError("first_data_row is inside the header")
        return self

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            return codecs.lookup(value).name
        except LookupError as error:
            raise ValueError(f"unknown encoding: {value}") from error

    @property
    def data_row(self) -> int:
        """First row of data."""
        return self.first_data_row or self.header_row + self.header_rows
