"""What a descriptor, its holder and a release say, as the passport that every page shows."""

from collections.abc import Sequence
from datetime import date

from pipeline import messages
from pipeline.description import TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.holder import Bilingual, Holder
from pipeline.model import Candidate, Release
from pipeline.publishing.passport import (
    Contact,
    Keywords,
    Licence,
    Masked,
    Passport,
    PastVersion,
    Publisher,
    TableCard,
    Text,
)
from pipeline.validation.schema import load_schema

# The licence that the national portal shows; it names no version.
_LICENCES = {
    "cc-by": Licence(
        id="cc-by",
        title="Creative Commons Attribution",
        url="http://www.opendefinition.org/licenses/cc-by",
    )
}


def passport_of(spec: DatasetSpec, release: Release, history: Sequence[PastVersion]) -> Passport:
    """The passport of a release.

    Args:
        spec: the dataset as declared.
        release: what is published.
        history: earlier versions, newest first.
    """
    words, holder = spec.text.passport, spec.holder
    actual_on = actual_day(spec, release)
    return Passport(
        name=spec.name,
        title=_text(words.title),
        description=_text(words.description),
        purpose=_text(words.purpose),
        keywords=Keywords(uk=words.keywords.uk, en=words.keywords.en),
        frequency=words.frequency,
        licence=_LICENCES[words.licence],
        publisher=publisher_on(spec, actual_on or release.released_at.date()),
        contact=Contact(name=_text(holder.contact.name), email=holder.contact.email),
        edition=(spec.text.edition or "").removeprefix("835-"),
        annex_item=spec.text.item,
        actual_on=actual_on,
        first_published=release.first_released_at,
        modified=release.released_at,
        tables=tuple(_card(spec, table) for table in spec.text.tables),
        language=words.language,
        masked=tuple(_masked(rule, count) for rule, count in sorted(release.masked.items())),
        usage_notes=tuple(_text(note) for note in words.usage_notes),
        findings=release.findings,
        history=tuple(history),
    )


def publisher_on(spec: DatasetSpec, day: date) -> Publisher:
    """The body that publishes the dataset, as it was called on a day."""
    period = spec.holder.body_on(spec.text.body, day)
    return Publisher(name=_text(period.title), code=period.edrpou)


def actual_day(spec: DatasetSpec, release: Candidate | Release) -> date | None:
    """«Дата актуальності»: declared, said by the source, or the day the source was read."""
    declared = spec.text.passport.actual_on
    if isinstance(declared, date):
        return declared
    if declared == "source":
        return release.actual_on
    return max((snapshot.fetched_at.date() for snapshot in release.snapshots), default=None)


def _text(text: Bilingual) -> Text:
    return Text(uk=text.uk, en=text.en)


def _card(spec: DatasetSpec, table: TableSpec) -> TableCard:
    schema = load_schema(table.schema_path, spec.schemas)
    definition = schema.without_required(table.expect.may_be_empty).descriptor
    return TableCard(
        name=table.name,
        title=Text(uk=str(definition["title"]), en=str(definition["titleEn"])),
        definition=definition,
        rows=table.rows.value,
        key=table.key,
    )


def _masked(rule: str, count: int) -> Masked:
    words = {language: messages.text(language, f"masked-{rule}") for language in messages.LANGUAGES}
    return Masked(rule=rule, count=count, explanation=Text(**words))


def holder_publisher(holder: Holder) -> Publisher:
    """The community itself, for the heading of the catalogue."""
    return Publisher(name=_text(holder.title))
