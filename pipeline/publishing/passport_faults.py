"""What a portal would refuse of a passport and of the columns, found before the first request.

Every fault at once, as error findings whose sentences (`messages/*/portal.ftl`) name the field as
the portal's form does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import category

from pipeline.model import Finding, Severity
from pipeline.publishing.passport import Passport, TableCard
from pipeline.publishing.passport_elements import tidy, tidy_words
from pipeline.publishing.portal_profile import PortalProfile
from pipeline.publishing.record import Record
from pipeline.publishing.structure import columns

# ckan/logic/validators.py, email_validator of CKAN 2.12: letters of ASCII alone.
_PART = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_EMAIL = re.compile(rf"(?!\.)(?!.*\.\.)[a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_PART}(?:\.{_PART})*")


def passport_faults(
    passport: Record | Passport, tables: Sequence[TableCard], profile: PortalProfile
) -> tuple[Finding, ...]:
    """Every fault that a portal of this profile would find, in the order of its form."""
    return (
        *_text_faults(passport, profile),
        *_word_faults(passport, profile),
        *_tag_faults(passport, profile),
        *_contact_faults(passport),
        *(fault for table in tables for fault in _table_faults(table, profile)),
    )


def _finding(code: str, **details: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, details=details)


def _text_faults(passport: Record | Passport, profile: PortalProfile) -> Iterator[Finding]:
    limits = profile.limits
    for name, text, limit in (
        ("title", passport.title, limits.title),
        ("notes", passport.description, limits.notes),
        ("purpose", passport.purpose, limits.purpose),
    ):
        count = len(tidy(text.uk))
        if not count:
            yield _finding(f"portal-{name}-missing")
        elif count > limit:
            yield _finding(f"portal-{name}-too-long", count=count, limit=limit)


def _word_faults(passport: Record | Passport, profile: PortalProfile) -> Iterator[Finding]:
    if passport.frequency not in profile.frequency.words:
        yield _finding("portal-frequency-unknown", word=str(passport.frequency))
    if passport.language not in profile.language.words:
        yield _finding("portal-language-unknown", word=passport.language)


def _tag_faults(passport: Record | Passport, profile: PortalProfile) -> Iterator[Finding]:
    words = tidy_words(passport.keywords.uk)
    if not words:
        yield _finding("portal-tags-missing")
    least, most = profile.limits.shortest_tag, profile.limits.longest_tag
    for word in words:
        refused = re.sub(profile.tag_letter, "", word)
        if refused:
            letters = " ".join(dict.fromkeys(refused))
            yield _finding("portal-tag-refused", word=word, letters=letters)
        if not least <= len(word) <= most:
            yield _finding("portal-tag-length", word=word, count=len(word), least=least, most=most)


def _contact_faults(passport: Record | Passport) -> Iterator[Finding]:
    name, email = tidy(passport.contact.name.uk), tidy(passport.contact.email)
    if not name:
        yield _finding("portal-maintainer-missing")
    if not email:
        yield _finding("portal-maintainer-email-missing")
    elif not _EMAIL.fullmatch(email):
        yield _finding("portal-maintainer-email-refused", word=email)


def _table_faults(table: TableCard, profile: PortalProfile) -> Iterator[Finding]:
    faults = (*_column_faults(table, profile), *_cut_faults(table, profile))
    return (replace(fault, table=table.name) for fault in faults)


def _column_faults(table: TableCard, profile: PortalProfile) -> Iterator[Finding]:
    limit = profile.limits.column_bytes
    for name in (column.name for column in columns(table)):
        size = len(name.encode())
        if size > limit:
            where = {"table": table.name, "column": name}
            yield _finding("portal-column-too-long", count=size, limit=limit, **where)
        if not _is_column(name):
            yield _finding("portal-column-refused", table=table.name, column=name)


def _is_column(name: str) -> bool:
    """Whether a DataStore takes the name (ckanext/datastore/helpers.py, is_valid_field_name)."""
    if not name or name != name.strip() or name.startswith("_") or '"' in name:
        return False
    return not any(category(letter).startswith("C") for letter in name)


def _cut_faults(table: TableCard, profile: PortalProfile) -> Iterator[Finding]:
    cut = defaultdict[str, list[str]](list)
    for column in columns(table):
        cut[_cut(column.name, profile.limits.column_bytes)].append(column.name)
    for name, same in cut.items():
        if len(same) > 1:
            listed = "», «".join(same)
            yield _finding(
                "portal-columns-become-one", table=table.name, columns=listed, column=name
            )


def _cut(name: str, limit: int) -> str:
    """The name as PostgreSQL keeps it: whole letters within `limit` bytes of UTF-8."""
    return name.encode()[:limit].decode(errors="ignore")
