"""What YAML may say to the reader of tables: encoding and dialect, sheet, rows of the header."""

import codecs
import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from pipeline.parameters import Parameters
from pipeline.parameters.layout import Cards, Name, Section, Totals
from pipeline.parameters.patterns import Pattern

Format = Literal["csv", "xlsx", "xls", "ods", "html", "docx", "pdf", "json"]


class Aligned(Parameters):
    """A table of a PDF without drawn lines, whose columns white space alone parts."""

    begins: str = ""
    """Column that has text on the first line of every row, where cells have several lines; without
    it each line is a row."""
    skip: Pattern | None = None
    """Lines that are not of the table: numbers of pages, running titles."""


class SpreadsheetOptions(Parameters):
    """How to read one table; nothing here is ever guessed from the content."""

    format: Format | None = None
    """The format the source must have; without it the signature of the bytes decides.

    The tables of pages, documents and JSON are read only where it says so.
    """
    encoding: str = "utf-8"
    """Encoding of a CSV, page or JSON by its Python name; `utf-8` takes a byte order mark too."""
    delimiter: Literal[",", ";", "\t", "|"] = ","
    quote: Literal['"', "'"] = '"'
    sheet: str | int | None = None
    """Name or position (from 1) of the sheet; needed where several visible sheets have data.

    In a page or document the position of the table.
    """
    ignore_sheets: tuple[str, ...] = ()
    """Names of sheets that are left unread without a word."""
    base: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """Address that links start from, for a saved page that does not name its own."""
    records: str = ""
    """In JSON the path of names, parted by points, that leads to the list of records."""
    columns: str = Field(default="", pattern=r"^([A-Z]{1,3}:[A-Z]{1,3})?$")
    """First and last column by their letters, where other tables stand beside this one."""
    begins_after: Pattern | None = None
    """Row above the table, by its text; `header_row` is counted from the row after it."""
    header_has: tuple[Name, ...] = ()
    """The header is the first row that has all these names, wherever it stands."""
    every: bool = False
    """Whether all tables of a page, document or PDF that have these names are one; all have the
    same header, and lines above them that `sections` know are their sections."""
    header_row: int = Field(default=1, ge=1)
    """Row of the header as Excel counts it; in a CSV the number of the record."""
    header_rows: int = Field(default=1, ge=1, le=5)
    """Rows of the header; their names are joined by a space, those of merged cells for each."""
    fill_header: bool = False
    """Whether an empty cell in the upper rows of the header means the name to the left of it, as
    a merged cell is left by a CSV."""
    transposed: bool = False
    """Whether the table lies on its side: names of fields in its first columns (`header_rows` says
    how many), each record a column. `header_row` is its first row, `header_has` names fields."""
    cards: Cards | None = None
    """Records as cards one below another; in pages and documents also in tables of their own."""
    groups: Pattern | None = None
    """There rows with one cell whose text stands before the names of the fields under them."""
    first_data_row: int | None = Field(default=None, ge=1)
    """First row of data; default: the one after the header. Rows between are never read."""
    until: Pattern | None = None
    """The table ends above the first row whose text matches: notes, signatures, other tables."""
    until_blank: bool = False
    """Whether the table ends at the first empty row."""
    skip_numbering: bool = False
    """Whether rows that only number the columns, `1 | 2 | 3`, are left out."""
    links: tuple[Name, ...] = ()
    """Columns whose links are read: for `Назва` a column `Назва (посилання)` follows.

    Those of cells of pages, XLSX, ODS, documents and PDF; in XLSX also those of `HYPERLINK("…")`.
    """
    sections: tuple[Section, ...] = ()
    totals: tuple[Totals, ...] = ()
    sums_above: Pattern | None = None
    """Rows that hold the sum of the rows under them: data, which no total counts again."""
    skip_hidden_rows: bool = False
    """Hidden rows are read, with a warning, unless this says otherwise."""
    fill_merged: bool = False
    """Whether the value of a merged area stands for every cell of it."""
    max_unpacked_mb: int = Field(default=256, ge=1)
    """Limit for the unpacked size of a workbook, against ZIP bombs."""
    max_cells: int = Field(default=5_000_000, ge=1)
    """Limit for rows times columns: one forgotten cell in the last row makes a sheet enormous."""
    aligned: Aligned | None = None
    """Columns of a PDF told by white space; needs `header_has`."""
    max_pages: int = Field(default=300, ge=1)
    """Limit for the pages of a PDF."""
    layouts: tuple["FileLayout", ...] = ()
    """Other options for some of the files, the first that matches."""

    @model_validator(mode="after")
    def _data_below_the_header(self) -> "SpreadsheetOptions":
        if self.data_row < self.header_row + self.header_rows:
            raise ValueError("first_data_row is inside the header")
        found_by_name = bool(self.header_has or self.begins_after)
        if found_by_name and self.first_data_row is not None:
            raise ValueError("first_data_row is a number of a row whose header moves")
        if self.header_has and self.header_row > 1:
            raise ValueError("header_row and header_has both say where the header is")
        if self.every and (not self.header_has or self.sheet or self.columns):
            raise ValueError("every needs header_has, and goes with neither sheet nor columns")
        if self.aligned and (self.format != "pdf" or not self.header_has):
            raise ValueError("aligned is for format: pdf, and needs header_has")
        return self

    @model_validator(mode="after")
    def _lies_in_one_way(self) -> "SpreadsheetOptions":
        if not self.transposed and self.cards is None:
            if self.groups:
                raise ValueError("groups goes with transposed or cards")
            return self
        if self.transposed and self.cards is not None:
            raise ValueError("transposed and cards both say how the records lie")
        lying = "cards" if self.cards else "transposed"
        others = {"every", "first_data_row", "skip_numbering", "sums_above", "aligned"}
        others |= (
            {"until_blank", "header_has", "fill_header", "fill_merged"} if self.cards else set()
        )
        for name in sorted(others):
            if getattr(self, name):
                raise ValueError(f"{name} does not go with {lying}")
        if self.format == "json" or (self.cards and any(s.matches is None for s in self.sections)):
            raise ValueError(f"{lying}: not of a JSON; sections of cards need matches")
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

    @model_validator(mode="after")
    def _layouts_fit(self) -> "SpreadsheetOptions":
        for layout in self.layouts:
            self._with(layout)
        return self

    def of_source(self, address: str) -> "SpreadsheetOptions":
        """The options for one file: those of its layout, and these for what that does not say."""
        for layout in self.layouts:
            if re.search(layout.address, address):
                return self._with(layout)
        return self

    def _with(self, layout: "FileLayout") -> "SpreadsheetOptions":
        given = {
            name: getattr(options, name)
            for options in (self, layout)
            for name in options.model_fields_set - {"address", "layouts"}
        }
        return SpreadsheetOptions(**given)


class FileLayout(SpreadsheetOptions):
    """Options for the files whose address matches; the others of the dataset hold as well."""

    address: Pattern

    @model_validator(mode="after")
    def _is_not_nested(self) -> "FileLayout":
        if self.layouts:
            raise ValueError("layouts do not stand inside layouts")
        return self


SpreadsheetOptions.model_rebuild()
