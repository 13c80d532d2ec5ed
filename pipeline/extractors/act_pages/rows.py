"""What one page with acts gives to the table.

A page is the text of an act, a list of acts or a table of them, or names one act in its heading and
links to its file. What is on the page and is none of these is counted by name or reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extractors.act_pages import drafts
from pipeline.extractors.act_pages.apart import acts_apart
from pipeline.extractors.act_pages.found import (
    FoundAct,
    PageActs,
    is_of_one,
    numbered_in_brackets,
    once,
    place_of,
    shared_files,
)
from pipeline.extractors.act_pages.halves import halves_apart
from pipeline.extractors.act_pages.heading import read_heading
from pipeline.extractors.act_pages.labels import labels_joined
from pipeline.extractors.act_pages.lists import read_list
from pipeline.extractors.act_pages.status import status_of
from pipeline.extractors.act_pages.text import read_text
from pipeline.model import Finding, Origin, Place, Severity
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page

SCHEMA = "835-2019/Legislation/LegalActs"
TABLE = "LegalActs"
_MOST_SECTIONS = 10
"""Ways to other pages that a finding names."""
_MOST_STRUCK = 5
"""Texts that a finding shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """What one page gives to the table; the page itself need not be kept.

    It goes from one process to another: what all its rows have in common is said once.
    """

    sha256: str
    address: str
    rows: tuple[Mapping[str, str], ...]
    places: tuple[tuple[int | None, str | None], ...]
    """Line and element of each row."""
    findings: tuple[Finding, ...]
    """Rows in them are counted within the page, from 1."""
    published: date | None

    @property
    def origins(self) -> Iterator[Origin]:
        """Where each row came from."""
        for line, element in self.places:
            place = Place(source=self.address, line=line, element=element)
            yield Origin(sha256=self.sha256, place=place)


def of_page(page: Page, parameters: DecisionsParameters) -> PageRows:
    """What one page gives."""
    found = read_page(page, parameters)
    alone = len(found.acts) == 1
    return PageRows(
        sha256=page.snapshot.sha256,
        address=page.snapshot.address,
        rows=tuple(_row(page, act, parameters, alone) for act in found.acts),
        places=tuple((act.block.line, act.block.element) for act in found.acts),
        findings=(
            *page.findings,
            *_findings_of_page(page, found, parameters),
            *_findings_of_acts(page, found, parameters),
        ),
        published=page.published,
    )


def read_page(page: Page, parameters: DecisionsParameters) -> PageActs:
    """Everything of one page, whichever way it shows acts."""
    own = tuple(block for block in page.blocks if not block.is_around)
    menu = {"menu": len(page.blocks) - len(own)}
    own = tuple(halves_apart(labels_joined(own)))
    page = replace(page, blocks=tuple(one for block in own for one in acts_apart(block)))
    whole = read_text(page, parameters)
    acts = whole or _listed(page, parameters)
    return replace(acts, left_out={**acts.left_out, **menu})


def _listed(page: Page, parameters: DecisionsParameters) -> PageActs:
    listed = numbered_in_brackets(once(read_list(page, parameters)))
    return read_heading(page, parameters, listed)


def schema_of(parameters: DecisionsParameters) -> str:
    """The schema of the table that is made."""
    return drafts.SCHEMA if parameters.drafts else SCHEMA


def _row(page: Page, act: FoundAct, parameters: DecisionsParameters, alone: bool) -> dict[str, str]:
    if parameters.drafts:
        return drafts.row_of(page, act)
    issued = page.published if act.issued is None else act.issued
    return {
        "type": act.kind,
        "title": act.title,
        "dateAccepted": act.date.isoformat() if act.date else "",
        "number": act.number or "",
        "issued": issued.isoformat() if issued else "",
        "url": act.address or page.address,
        **status_of(act.block, act.more.get("status") or (page.status if alone else "")),
    }


def _findings_of_page(
    page: Page, found: PageActs, parameters: DecisionsParameters
) -> Iterator[Finding]:
    yield from found.findings
    for run in found.unread:
        yield Finding(
            code="text-not-read",
            severity=Severity.WARNING,
            place=place_of(page, run[0]),
            value=run[0].text,
            details={"count": len(run)},
        )
    for name, count in sorted(found.left_out.items()):
        if count:
            yield _of_page(page, "lines-left-out", Severity.INFO, kind=name, count=count)
    if not found.acts:
        yield _no_acts(page, found, schema_of(parameters).rpartition("/")[2])
    elif page.published is None and any(act.issued is None for act in found.acts):
        yield _of_page(page, "publication-date-not-found", Severity.WARNING)


def _no_acts(page: Page, found: PageActs, table: str) -> Finding:
    sections = [*found.sections, *page.cards]
    addresses = list(dict.fromkeys(link.address for link in sections))
    return Finding(
        code="no-acts-on-page",
        severity=Severity.ERROR,
        place=Place(source=page.snapshot.address),
        table=table,
        value="; ".join(link.text for link in sections[:_MOST_SECTIONS]) or None,
        details={"count": len(addresses), "sections": ", ".join(addresses[:_MOST_SECTIONS])},
    )


def _findings_of_acts(
    page: Page, found: PageActs, parameters: DecisionsParameters
) -> Iterator[Finding]:
    for row, act in enumerate(found.acts, start=1):
        if parameters.drafts:
            yield from drafts.findings_of(page, act, row)
        else:
            yield from _findings_of_act(page, act, row)
    items = sum(act.number_of_item for act in found.acts)
    if items and not parameters.drafts:
        yield _of_page(page, "number-is-of-the-item", Severity.INFO, count=items)
    whole_page = sum(act.address is None and bool(page.address) for act in found.acts)
    if whole_page:
        yield _of_page(page, "link-is-of-the-page", Severity.WARNING, count=whole_page)
    yield from shared_files(page, found.acts)
    yield from _of_another_body(page, found, parameters)
    yield from _struck(page)


def _struck(page: Page) -> Iterator[Finding]:
    """Acts that an editor crossed out are read: nobody can tell whether they were repealed."""
    if page.struck:
        yield Finding(
            code="page-text-is-struck",
            severity=Severity.WARNING,
            place=Place(source=page.snapshot.address, line=page.struck[0].line or None),
            value="\n".join(one.text for one in page.struck[:_MOST_STRUCK]),
            details={"count": len(page.struck)},
        )


def _of_another_body(
    page: Page, found: PageActs, parameters: DecisionsParameters
) -> Iterator[Finding]:
    """Orders of one person among acts of a meeting, or the other way round: whose are they?"""
    of_one = is_of_one(parameters.kind)
    kinds = [act.kind for act in found.acts if act.kind and is_of_one(act.kind) is not of_one]
    if kinds:
        named = ", ".join(sorted(set(kinds)))
        yield _of_page(page, "acts-of-another-body", Severity.WARNING, kind=named, count=len(kinds))


def _findings_of_act(page: Page, act: FoundAct, row: int) -> Iterator[Finding]:
    for code, field, is_so in (*_missing(page, act), _ahead(page, act)):
        if is_so:
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                place=place_of(page, act.block),
                table=TABLE,
                row=row,
                field=field,
            )


def _missing(page: Page, act: FoundAct) -> Iterator[tuple[str, str, bool]]:
    yield "act-without-title", "title", not act.title
    yield "act-without-number", "number", act.number is None
    yield "act-without-date", "dateAccepted", act.date is None
    yield "act-without-link", "url", not (act.address or page.address)


def _ahead(page: Page, act: FoundAct) -> tuple[str, str, bool]:
    """A day after that on which the page was fetched is a slip: no act is of days to come."""
    fetched = page.snapshot.fetched_at.date()
    return "act-of-days-to-come", "dateAccepted", act.date is not None and act.date > fetched


def _of_page(page: Page, code: str, severity: Severity, **details: str | int) -> Finding:
    return Finding(
        code=code, severity=severity, place=Place(source=page.snapshot.address), details=details
    )
