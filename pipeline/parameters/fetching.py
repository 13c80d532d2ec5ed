"""What a descriptor may say about fetching: the kind of the source and how far patience goes."""

import codecs
from enum import StrEnum

from pydantic import Field, field_validator

from pipeline.parameters import Parameters

MIB = 1024 * 1024


class Kind(StrEnum):
    """What a source is, in the words of a descriptor."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PAGE = "page"
    """An HTML page."""
    TEXT = "text"
    DOCX = "docx"
    DOC = "doc"
    """A document of Word 97-2003."""
    RTF = "rtf"
    PDF = "pdf"
    JSON = "json"
    XML = "xml"
    ZIP = "zip"
    """An archive whose members may be of any kind; so are the next two."""
    RAR = "rar"
    SEVEN_ZIP = "7z"

    @property
    def media_type(self) -> str:
        """The registered name: https://www.iana.org/assignments/media-types."""
        return MEDIA_TYPES[self]

    @classmethod
    def of_media_type(cls, media_type: str) -> "Kind":
        """The kind that a snapshot's media type stands for.

        Raises:
            ValueError: no kind has that media type.
        """
        for kind, name in MEDIA_TYPES.items():
            if name == media_type:
                return kind
        raise ValueError(media_type)


MEDIA_TYPES = {
    Kind.CSV: "text/csv",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.XLS: "application/vnd.ms-excel",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.PAGE: "text/html",
    Kind.TEXT: "text/plain",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.DOC: "application/msword",
    Kind.RTF: "application/rtf",
    Kind.PDF: "application/pdf",
    Kind.JSON: "application/json",
    Kind.XML: "application/xml",
    Kind.ZIP: "application/zip",
    Kind.RAR: "application/vnd.rar",
    Kind.SEVEN_ZIP: "application/x-7z-compressed",
}


class FetchOptions(Parameters):
    """How a source is fetched; seconds and bytes, unless said otherwise."""

    kind: Kind | None = None
    """Declared kind of every file of the source; without it the ending of the name must say it."""
    connect_timeout: float = Field(default=10, gt=0, le=300)
    read_timeout: float = Field(default=60, gt=0, le=3600)
    """Longest silence of a server in the middle of an answer."""
    deadline: float = Field(default=900, gt=0, le=24 * 3600)
    """Longest time for one whole answer, however steadily it drips."""
    attempts: int = Field(default=4, ge=1, le=10)
    backoff: float = Field(default=2, gt=0, le=300)
    """Wait before the second attempt; it doubles each time, and chance adds up to a half."""
    longest_wait: float = Field(default=120, gt=0, le=3600)
    """Longest wait between attempts; a server that asks for more is asked again another night."""
    pause: float = Field(default=1, ge=0, le=300)
    """Polite pause between two requests to one host."""
    redirects: int = Field(default=5, ge=0, le=20)
    size_limit: int = Field(default=200 * MIB, gt=0)
    """Of one file or answer."""
    list_limit: int = Field(default=1000, gt=0)
    """Pages of lists of one section."""
    page_limit: int = Field(default=10_000, gt=0)
    """Pages that the lists of one section lead to."""
    recheck: int = Field(default=3, ge=1)
    """Pages of a list whose entries are asked for every time; what is kept of entries further down
    is taken as it is."""
    resume: float = Field(default=12 * 3600, ge=0, le=7 * 24 * 3600)
    """Longest age of pages that an interrupted reading of a section left: such are not asked for
    again; 0 begins anew every time."""
    member_limit: int = Field(default=2000, gt=0)
    """Members of an archive."""
    unpacked_limit: int = Field(default=500 * MIB, gt=0)
    """All members of an archive, or all parts of a workbook, together."""
    ratio_limit: int = Field(default=200, gt=1)
    """Unpacked to packed size of a member above 1 MiB; real sheets stay below 40."""
    member_names: str = "cp866"
    """Encoding of member names not marked as UTF-8; Windows in Ukraine writes code page 866."""

    @field_validator("member_names")
    @classmethod
    def _known_encoding(cls, value: str) -> str:
        try:
            codecs.lookup(value)
        except LookupError as error:
            raise ValueError(f"{value} is not the name of an encoding") from error
        return value
