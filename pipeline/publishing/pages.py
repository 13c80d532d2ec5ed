"""The pages of the catalogue: values in, HTML out. Every sentence comes from the catalogues."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from importlib import resources

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline import messages
from pipeline.annex_duties import Disowned
from pipeline.duties import KYIV, WITHOUT_PERIOD, after_working_days, day_of
from pipeline.publishing.entries import Entry
from pipeline.publishing.inert import Rows, web_address
from pipeline.publishing.notices import Notice
from pipeline.publishing.package import XLSX, PackageFile, file_title
from pipeline.publishing.passport import Publisher, TableCard
from pipeline.publishing.record import Record, elements
from pipeline.publishing.structure import Column

PREVIEW_ROWS = 20
NOTICES_SHOWN = 20

_LOCALES = {"uk": "uk", "en": "en_GB"}
# What HTML may not hold (WHATWG, «control»), shown as the sign for an unknown character.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table of a dataset as its page shows it."""

    card: TableCard
    columns: tuple[Column, ...]
    total: int
    """Rows of the whole table."""
    rows: Rows
    """The first rows."""
    files: tuple[PackageFile, ...]

    @property
    def has_workbook(self) -> bool:
        """Whether the table fitted into a workbook."""
        return any(file.format == XLSX for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Where data came from."""

    title: str
    address: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetView:
    """Everything the page of a dataset shows."""

    record: Record
    tables: tuple[TableView, ...]
    sources: tuple[SourceView, ...]
    notices: tuple[Notice, ...]


def dataset_page(view: DatasetView, holder: Publisher) -> bytes:
    """`datasets/<name>/index.html`."""
    page = _environment().get_template("dataset.html.j2")
    return page.render(view=view, record=view.record, holder=holder, root="../../").encode()


def index_page(entries: Sequence[Entry], holder: Publisher) -> bytes:
    """`index.html`: the datasets, last changed first."""
    by_name = sorted(entries, key=lambda entry: entry.record.identifier)
    latest = sorted(by_name, key=lambda entry: entry.record.modified, reverse=True)
    page = _environment().get_template("index.html.j2")
    return page.render(entries=latest, holder=holder, root="").encode()


def quality_page(
    entries: Sequence[Entry], holder: Publisher, not_held: Sequence[Disowned] = ()
) -> bytes:
    """`quality.html`: how sound and how fresh the datasets are, in the order of their names.

    Below them what the holder says it does not own, and why.

    Nothing on it depends on the day it is read: a night without news changes no page.
    """
    page = _environment().get_template("quality.html.j2")
    given = {"entries": entries, "not_held": not_held, "holder": holder}
    return page.render(**given, due=due_day, root="").encode()


def due_day(record: Record) -> date | None:
    """By when the passport promises the next reading of the sources; None: it promises no day."""
    period = record.frequency.rhythm.days
    if period is None or record.frequency in WITHOUT_PERIOD:
        return None
    last = day_of(record.modified)
    return after_working_days(last + timedelta(days=period), 0)


def style_sheet() -> bytes:
    """`style.css`, the same for all pages."""
    return (resources.files(__package__) / "templates" / "style.css").read_bytes()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_visible,
    )
    environment.globals |= {
        "say": messages.text,
        "elements": elements,
        "file_title": file_title,
        "languages": {language: partial(messages.text, language) for language in _LOCALES},
        "notices_shown": NOTICES_SHOWN,
        "preview_rows": PREVIEW_ROWS,
    }
    environment.filters |= {
        "day": day,
        "moment": moment,
        "size": size,
        "count_of": count_of,
        "link": web_address,
    }
    return environment


def _visible(value: object) -> object:
    if not isinstance(value, str) or not _CONTROLS.search(value):
        return value
    return type(value)(_CONTROLS.sub("\ufffd", value))


def day(value: date | str, language: str) -> Markup:
    """A date in words with its machine form; a moment falls on its day in Kyiv."""
    value = _parsed(value) if isinstance(value, str) else value
    value = value.astimezone(KYIV).date() if isinstance(value, datetime) else value
    return _time(value.isoformat(), format_date(value, "long", locale=_LOCALES[language]))


def moment(value: datetime | str, language: str) -> Markup:
    """Date and time of Kyiv in words with the machine form."""
    value = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = value.astimezone(KYIV)
    spoken = f"{day(local, language).striptags()}, {local:%H:%M}"
    return _time(local.isoformat(timespec="seconds"), spoken)


def _parsed(value: str) -> date:
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


def _time(machine: str, spoken: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, spoken)


def count_of(count: int, language: str) -> str:
    """A whole number with the grouping of the language."""
    return format_decimal(count, locale=_LOCALES[language])


def size(count: int, language: str) -> str:
    """Bytes for people: whole kilobytes, or megabytes with one decimal."""
    kilobytes = max(1, round(count / 1024))
    if kilobytes < 1024:
        return messages.text(language, "site-size-kilobytes", {"size": str(kilobytes)})
    megabytes = format_decimal(round(kilobytes / 1024, 1), locale=_LOCALES[language])
    return messages.text(language, "site-size-megabytes", {"size": megabytes})
