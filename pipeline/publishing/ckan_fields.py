"""The passport of resolution 835 as fields of a CKAN package, and back. Pure.

    title, description          title, notes            publisher      extras publisher_name, code
    keywords                    tags                    edition, item  extras edition, annex_item
    purpose, frequency,         by the profile: fields  actual on      extras actual_on
      language                    or extras             English words  extras …_en
    licence                     license_id              dates, theme   extras dcat_…
    contact                     maintainer, …_email

Extras `dcat_…` are what ckanext-dcat (2.4, `_get_dict_value`) takes for the field of that name:
CKAN refuses an extra that its schema has as a field, and which fields a schema has differs by
portal. Two of our frequencies have one code in the authority table of the EU (`IRREG`), so
`update_frequency` is the one that reads back. Lists are JSON, as ckanext-dcat writes them.

`name`, `version`, `url`, `owner_org` are the publisher's; masked values and history are no fields.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from pipeline.publishing.dcat import EU
from pipeline.publishing.passport import Contact, Json, Keywords, Publisher, Text
from pipeline.publishing.passport_elements import (
    PassportElements,
    day,
    elements_of,
    moment,
    tidy,
    tidy_texts,
    tidy_words,
)
from pipeline.publishing.portal_profile import Place, Placed, PortalProfile
from pipeline.publishing.record import Record

K = TypeVar("K")

RESOLUTION = "https://zakon.rada.gov.ua/laws/show/835-2015-%D0%BF"
"""Resolution 835, which datasets of its annex are published by."""
LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field or extra, and what stands in it."""

    key: str
    place: Place
    value: Callable[[PassportElements], Json]

    @property
    def name(self) -> str:
        return self.key if self.place == "field" else f"extras.{self.key}"


def package_fields(record: Record, profile: PortalProfile) -> dict[str, Json]:
    """The passport as fields of a package; extras sorted by key, empty ones left out."""
    held = elements_of(record)
    slots = tuple(_slots(profile))
    fields = {slot.key: slot.value(held) for slot in slots if slot.place == "field"}
    extras = {slot.key: slot.value(held) for slot in slots if slot.place == "extras"}
    pairs: list[Json] = [
        {"key": key, "value": value} for key, value in sorted(extras.items()) if value
    ]
    return {**fields, "extras": pairs}


def owned_fields(profile: PortalProfile) -> tuple[str, ...]:
    """Names of all that `package_fields` may set: `title`, `tags`, `extras.actual_on`."""
    return tuple(slot.name for slot in _slots(profile))


def _slots(profile: PortalProfile) -> Iterator[_Slot]:
    yield from _fields()
    yield from _by_profile(profile)
    yield from _extras()
    yield from _english()
    yield from _for_dcat()


def _fields() -> Iterator[_Slot]:
    yield _Slot("title", "field", lambda held: held.title.uk)
    yield _Slot("notes", "field", lambda held: held.description.uk)
    yield _Slot("tags", "field", lambda held: [{"name": word} for word in held.keywords.uk])
    yield _Slot("license_id", "field", lambda held: held.licence)
    yield _Slot("maintainer", "field", lambda held: held.contact.name.uk)
    yield _Slot("maintainer_email", "field", lambda held: held.contact.email)


def _by_profile(profile: PortalProfile) -> Iterator[_Slot]:
    frequencies, languages = profile.frequency.words, profile.language.words
    yield _placed(profile.purpose, lambda held: held.purpose.uk)
    yield _placed(
        profile.frequency,
        lambda held: frequencies.get(held.frequency, "") if held.frequency else "",
    )
    yield _placed(profile.language, lambda held: languages.get(held.language, ""))
    yield _placed(profile.publisher_code, lambda held: held.publisher.code)


def _placed(placed: Placed, value: Callable[[PassportElements], Json]) -> _Slot:
    return _Slot(placed.key, placed.place, value)


def _extras() -> Iterator[_Slot]:
    yield _extra("publisher_name", lambda held: held.publisher.name.uk)
    yield _extra("edition", lambda held: held.edition)
    yield _extra("annex_item", lambda held: held.annex_item)
    yield _extra("actual_on", lambda held: held.actual_on.isoformat() if held.actual_on else "")
    yield _extra("usage_notes", lambda held: _listed(note.uk for note in held.usage_notes))


def _english() -> Iterator[_Slot]:
    yield _extra("title_en", lambda held: held.title.en)
    yield _extra("notes_en", lambda held: held.description.en)
    yield _extra("purpose_en", lambda held: held.purpose.en)
    yield _extra("tags_en", lambda held: _listed(held.keywords.en))
    yield _extra("publisher_name_en", lambda held: held.publisher.name.en)
    yield _extra("maintainer_en", lambda held: held.contact.name.en)
    yield _extra("usage_notes_en", lambda held: _listed(note.en for note in held.usage_notes))


def _for_dcat() -> Iterator[_Slot]:
    yield _extra(
        "dcat_frequency",
        lambda held: f"{EU}/frequency/{held.frequency.rhythm.eu}" if held.frequency else "",
    )
    yield _extra(
        "dcat_issued",
        lambda held: held.first_published.isoformat() if held.first_published else "",
    )
    yield _extra("dcat_modified", lambda held: held.modified.isoformat() if held.modified else "")
    yield _extra("dcat_theme", lambda held: f"{EU}/data-theme/{held.theme}" if held.theme else "")
    yield _extra("publisher_type", lambda _: LOCAL_AUTHORITY)
    yield _extra("dcat_applicable_legislation", lambda held: RESOLUTION if held.edition else "")


def _extra(key: str, value: Callable[[PassportElements], Json]) -> _Slot:
    return _Slot(key, "extras", value)


def _listed(words: Iterable[str]) -> str:
    """Words as JSON; nothing where there is no word, so that the extra is left out."""
    listed = list(words)
    return json.dumps(listed, ensure_ascii=False) if any(listed) else ""


def passport_of_package(package: Mapping[str, Json], profile: PortalProfile) -> PassportElements:
    """The elements of the passport that a package holds; unknown fields and extras are passed by.

    What is not there, or is no value of its kind any more, is empty. The three elements that a
    portal may keep as extras and show as fields are found in either place.
    """
    said = _said(package)
    return PassportElements(
        title=_text(said, "title", "title_en"),
        description=_text(said, "notes", "notes_en"),
        purpose=_text(said, profile.purpose.key, "purpose_en"),
        keywords=Keywords(uk=_tags(package), en=tidy_words(_list(said.get("tags_en", "")))),
        frequency=_meant(profile.frequency.words, said.get(profile.frequency.key, "")),
        language=_meant(profile.language.words, said.get(profile.language.key, "")) or "",
        licence=said.get("license_id", ""),
        publisher=Publisher(
            name=_text(said, "publisher_name", "publisher_name_en"),
            code=said.get(profile.publisher_code.key, ""),
        ),
        contact=Contact(
            name=_text(said, "maintainer", "maintainer_en"),
            email=tidy(said.get("maintainer_email", "")),
        ),
        edition=said.get("edition", ""),
        annex_item=tidy(said.get("annex_item", "")),
        actual_on=day(said.get("actual_on", "")),
        first_published=moment(said.get("dcat_issued", "")),
        modified=moment(said.get("dcat_modified", "")),
        theme=said.get("dcat_theme", "").rpartition("/")[2],
        usage_notes=_notes(said),
    )


def _said(package: Mapping[str, Json]) -> Mapping[str, str]:
    """Texts by name: the extras, then the fields. CKAN lets no name stand in both."""
    extras = package.get("extras")
    pairs = [one for one in extras if isinstance(one, Mapping)] if isinstance(extras, list) else []
    said = {str(pair.get("key")): pair.get("value") for pair in pairs} | dict(package)
    return {key: value for key, value in said.items() if isinstance(value, str)}


def _text(said: Mapping[str, str], uk: str, en: str) -> Text:
    return Text(uk=tidy(said.get(uk, "")), en=tidy(said.get(en, "")))


def _tags(package: Mapping[str, Json]) -> tuple[str, ...]:
    tags = package.get("tags")
    listed = tags if isinstance(tags, list) else []
    return tidy_words(str(tag.get("name", "")) for tag in listed if isinstance(tag, Mapping))


def _notes(said: Mapping[str, str]) -> tuple[Text, ...]:
    uk, en = _list(said.get("usage_notes", "")), _list(said.get("usage_notes_en", ""))
    pairs = zip_longest(uk, en, fillvalue="")
    return tidy_texts(Text(uk=first, en=second) for first, second in pairs)


def _list(text: str) -> list[str]:
    """Words of a JSON list; none where the text is no such list any more."""
    try:
        listed = json.loads(text) if text else []
    except ValueError:
        return []
    return [word for word in listed if isinstance(word, str)] if isinstance(listed, list) else []


def _meant(words: Mapping[K, str], said: str) -> K | None:
    """Whose word it is; None for a word that the profile does not have."""
    return next((meaning for meaning, word in words.items() if word == said), None)
