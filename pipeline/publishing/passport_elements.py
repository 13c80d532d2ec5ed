"""The elements of a passport by themselves, as far as a form of it holds them.

A CKAN package, a DCAT dataset and a Data Package each hold a part. Read back, each gives
`PassportElements`; what the form does not hold is empty there. Texts are compared tidied: the web
form of a portal writes CRLF for every line end, CKAN trims titles and addresses, and tags have no
order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.frequencies import Frequency
from pipeline.publishing.passport import Contact, Keywords, Publisher, Text
from pipeline.publishing.record import Record

_NOTHING = Text(uk="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportElements:
    """The passport of resolution 835 without identifier, version, addresses, files and counts."""

    title: Text = _NOTHING
    description: Text = _NOTHING
    purpose: Text = _NOTHING
    keywords: Keywords = Keywords(uk=())
    """Each once, in the order of code points."""
    frequency: Frequency | None = None
    language: str = ""
    """ISO 639-1."""
    licence: str = ""
    """Its identifier."""
    publisher: Publisher = Publisher(name=_NOTHING)
    contact: Contact = Contact(name=_NOTHING, email="")
    edition: str = ""
    annex_item: str = ""
    actual_on: date | None = None
    first_published: datetime | None = None
    modified: datetime | None = None
    theme: str = ""
    usage_notes: tuple[Text, ...] = ()


def elements_of(record: Record) -> PassportElements:
    """The elements of a passport, tidied."""
    publisher, contact = record.publisher, record.contact
    return PassportElements(
        title=tidy_text(record.title),
        description=tidy_text(record.description),
        purpose=tidy_text(record.purpose),
        keywords=Keywords(
            uk=tidy_words(record.keywords.uk),
            en=tidy_words(record.keywords.en),
        ),
        frequency=record.frequency,
        language=record.language,
        licence=record.licence.id,
        publisher=Publisher(name=tidy_text(publisher.name), code=publisher.code),
        contact=Contact(name=tidy_text(contact.name), email=tidy(contact.email)),
        edition=record.edition,
        annex_item=tidy(record.annex_item),
        actual_on=record.actual_on,
        first_published=record.first_published,
        modified=record.modified,
        theme=record.theme,
        usage_notes=tidy_texts(record.usage_notes),
    )


def tidy(text: str) -> str:
    """The text with line feeds for line ends and nothing blank around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def tidy_text(text: Text) -> Text:
    """Both languages of a text, tidied."""
    return Text(uk=tidy(text.uk), en=tidy(text.en))


def tidy_texts(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Texts tidied, in their order; those without a word left out."""
    return tuple(text for text in map(tidy_text, texts) if text.uk or text.en)


def tidy_words(words: Iterable[str]) -> tuple[str, ...]:
    """Words tidied, each once, in the order of code points; blank ones left out."""
    return tuple(sorted({tidy(word) for word in words} - {""}))


def moment(text: str) -> datetime | None:
    """A moment of ISO 8601; None where the text is none, as after an edit by hand."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def day(text: str) -> date | None:
    """A day `YYYY-MM-DD`; None where the text is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
