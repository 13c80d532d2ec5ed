"""Frozen values that pass between the stages; nothing here reads, writes or decides.

    Snapshot -> Extraction (Table, Finding) -> Candidate -> Release | Rejection -> Plan -> Receipt

The type says what has been checked: a target accepts only a `Release`; only `gate.py` makes one.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Details = Mapping[str, str | int]
"""Arguments of a message: counts, names of columns and codes; never text quoted from a cell."""


class Severity(StrEnum):
    """How much a finding weighs: only `ERROR` makes data unfit."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a source, in the words of the program that opens it."""

    source: str | None = None
    """Address or path of the source as a person would name it."""
    sheet: str | None = None
    cell: str | None = None
    """As Excel names it: `C17`."""
    line: int | None = None
    """Line of a text file or of the HTML source, from 1."""
    element: str | None = None
    """Path of an HTML element, for example `main/p[12]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a person should know about a table.

    The sentence is kept in the message catalogues under `code` and filled from `details`;
    `value` alone may quote a cell and is left out of every public copy.
    """

    code: str
    severity: Severity
    place: Place = Place()
    table: str | None = None
    row: int | None = None
    """Row of the table, from 1, the header not counted."""
    field: str | None = None
    value: str | None = None
    details: Details = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Raw bytes as fetched, kept under their SHA-256."""

    address: str
    """URL or path, as a person would name it."""
    sha256: str
    size: int
    """Bytes."""
    media_type: str
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Where a page of a list leads, in absolute addresses."""

    entries: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """Further lists."""
    further: tuple[str, ...] = ()
    """Other pages of the same list."""
    parents: tuple[str, ...] = ()
    """Sections that the page says it belongs to; empty where it says none."""
    acts: tuple[str, ...] = ()
    """What tells the acts on the page itself apart; empty where it only leads to others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one row of a table came from: the snapshot and the place in it."""

    sha256: str
    place: Place
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Field -> column letters, for sources with cells; shared by the rows of one sheet. Where a
    record is no row of its source: its cell (`B14`), the path of its element, or its line."""

    def at(self, name: str | None) -> Place:
        """The place of one field of the row; the row's own place where cells have no names."""
        where = self.columns.get(name or "")
        if where is None:
            return self.place
        if "/" in where:
            return replace(self.place, element=where)
        letters = where.rstrip("0123456789")
        line = int(where[len(letters) :]) if letters != where else self.place.line
        if line is None or (letters and self.place.sheet is None):
            return self.place
        return replace(self.place, cell=f"{letters}{line}" if letters else None, line=line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under one Table Schema; every cell is text, a missing cell is the empty string."""

    schema: str
    """Path below `schemas/` without the ending: `835-2019/Legislation/LegalActs`."""
    frame: "pd.DataFrame"
    origins: tuple[Origin, ...]
    """One for each row, in the order of the frame."""

    @property
    def name(self) -> str:
        """The last part of the schema's path: `LegalActs`."""
        return self.schema.rpartition("/")[2]

    def origin(self, row: int) -> Origin:
        """Where a row came from; rows count from 1."""
        return self.origins[row - 1]

    def cell(self, row: int, name: str) -> str:
        """A cell as it stands; rows count from 1."""
        return str(self.frame[name].iloc[row - 1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What an extractor read from its sources, before any judgement."""

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()
    actual_on: date | None = None
    """«Дата актуальності даних»: the day the data speak of, where the source says one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Tables on their way to the gate: personal data masked, earlier rows carried over."""

    dataset: str
    fingerprint: str
    """SHA-256 over sources, descriptor, schemas and extractor version."""
    extractor: str
    """Name and version of the extractor: `decisions/1`."""
    snapshots: tuple[Snapshot, ...]
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    fresh: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """Table -> rows that the sources gave now; the others were carried over. All when absent."""
    masked: Mapping[str, int] = dataclasses.field(default_factory=dict)
    """Masked or withheld values, counted by rule."""
    actual_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Tables fit to publish; made by `gate.py` alone."""

    dataset: str
    version: str
    """Twelve hexadecimal digits over what a reader can see: the same content, the same version."""
    fingerprint: str
    snapshots: tuple[Snapshot, ...]
    tables: tuple[Table, ...]
    quarantine: tuple[Table, ...]
    """Rows held back, within the ceiling of the descriptor; never published."""
    findings: tuple[Finding, ...]
    masked: Mapping[str, int]
    actual_on: date | None
    first_released_at: datetime
    released_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A candidate that is not fit, with at least one error."""

    dataset: str
    fingerprint: str
    findings: tuple[Finding, ...]


class Action(StrEnum):
    """What a change does to its subject."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change a publication would make on a target."""

    action: Action
    subject: str
    """`file`, `rows`, `column` or `passport`."""
    name: str
    """Path of the file, name of the table, column or passport field."""
    count: int = 1
    samples: tuple[str, ...] = ()
    """Keys of some of the rows concerned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every change that publishing a release on a target would make."""

    dataset: str
    target: str
    version: str
    base: str
    """What stands on the target now, as a fingerprint: a plan holds for that state only."""
    changes: tuple[Change, ...]
    notes: tuple[Finding, ...] = dataclasses.field(default=(), compare=False)
    """What a person who looks at it should know besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """A file as the public can fetch it."""

    path: str
    sha256: str
    """Empty where the file was not read whole this time."""
    size: int
    """Bytes; 0 where the file was not read whole this time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of what was published, read back as the public reads it."""

    dataset: str
    target: str
    version: str
    fingerprint: str
    address: str
    files: tuple[PublishedFile, ...]
    rows: Mapping[str, int]
    """Table -> number of rows."""
    masked: Mapping[str, int]
    read_back_at: datetime
    standing: Mapping[str, object] = dataclasses.field(default_factory=dict)
    """What the target looked like then, as it needs it to see whether somebody changed it."""
    whole_at: datetime | None = None
    """When everything was read back, value by value; None: only what had changed ever was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What a target shows of a dataset, for a home that has lost its ledger."""

    dataset: str
    version: str
    tables: tuple[Table, ...]
    masked: Mapping[str, int]
    actual_on: date | None
    first_released_at: datetime
    released_at: datetime


class State(StrEnum):
    """What became of a dataset in a run."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did with one dataset."""

    dataset: str
    state: State
    version: str | None = None
    findings: tuple[Finding, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    failure: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Language -> sentence that says what went wrong and what to do; empty when nothing did."""
    exit_code: int = 0
