"""Drafts of acts on pages: read like acts, with the papers beside them and the term of the law."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.extractors.act_pages.found import FoundAct, place_of
from pipeline.model import Finding, Severity
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_lines import ABOUT
from pipeline.ukrainian.acts import Act, parse_act
from pipeline.ukrainian.text import plain
from pipeline.ukrainian.working_days import term_of_publication, working_days_between

SCHEMA = "835-2019/Legislation/Projects"
PAPERS = ("note", "comparisonTable", "regulatoryImpactAnalysis")
COLUMNS = (
    "identifier", "type", "title", "registrationDate", "issued", "url", "creatorName", *PAPERS,
)  # fmt: skip
_DRAFT = "проєкт"
# «Проєкти:», «Проєкти регуляторних актів та аналізи їх впливу»: a heading without the kind of acts.
_HEADS_DRAFTS = re.compile(
    r"про[єе]кти(?:\s+(?:(?:нормативн|регуляторн|інш|локальн)[\w-]*\s+)?(?:актів|документів)(?:\s[^.]{0,80})?)?[\s.:]*",
    re.IGNORECASE,
)
_PAPER = (
    (r"пояснювальн\w+\s+записк", "note"),
    (r"порівняльн\w+\s+таблиц", "comparisonTable"),
    (r"аналіз\w*\s+регуляторного", "regulatoryImpactAnalysis"),
)


def read_act(text: str, parameters: DecisionsParameters) -> Act:
    """A line of a page; where drafts are asked for, «проєкт рішення» is a decision like others."""
    act = parse_act(text, dates=parameters.dates)
    if act.subject and act.kind is None and _heads_drafts(act.subject):
        act = replace(act, kind=_DRAFT, subject=None)
    if not parameters.drafts or not (act.kind or "").startswith(_DRAFT):
        return act
    return replace(act, kind=(act.kind or "").removeprefix(_DRAFT).strip() or parameters.kind)


def _heads_drafts(subject: str) -> bool:
    return not subject.startswith(ABOUT) and _HEADS_DRAFTS.fullmatch(plain(subject)) is not None


def papers_of(block: Block) -> dict[str, str]:
    """Column -> address of each paper that a line links to: «(пояснювальна записка)»."""
    found = ((_paper(link.text), link.address) for link in reversed(block.links))
    return {name: address for name, address in found if name}


def _paper(words: str) -> str:
    folded = plain(words.strip("()[] ")).lower()
    return next((name for pattern, name in _PAPER if re.match(pattern, folded)), "")


def row_of(page: Page, act: FoundAct) -> dict[str, str]:
    """The row of a draft; what the page does not say is left to the descriptor."""
    issued = page.published if act.issued is None else act.issued
    registered = act.date if act.date != act.meeting else None
    return {
        "identifier": _identifier(page, act),
        "type": act.kind,
        "title": act.title,
        "registrationDate": registered.isoformat() if registered else "",
        "issued": issued.isoformat() if issued else "",
        "url": act.address or page.address,
        "creatorName": act.more.get("creatorName", ""),
        **{name: act.more.get(name, "") for name in PAPERS},
    }


def _identifier(page: Page, act: FoundAct) -> str:
    """`p-2020-15`; without a number of its own a digest of link and title, the same every time."""
    days = (act.issued or page.published, act.date)
    year = next((day.year for day in days if day), None)
    if act.number and not act.number_of_item and year:
        return f"p-{year}-{act.number}"
    digest = hashlib.sha256(f"{act.address}\n{act.title}".encode()).hexdigest()
    return f"p-{digest[:10]}"


def findings_of(page: Page, act: FoundAct, row: int) -> Iterator[Finding]:
    """What a draft lacks, and whether it was published later than the law asks."""
    for code, field, details in (*_missing(page, act), *_late(page, act)):
        yield Finding(
            code=code,
            severity=Severity.WARNING,
            place=place_of(page, act.block),
            table=SCHEMA.rpartition("/")[2],
            row=row,
            field=field,
            details=details,
        )


_Word = tuple[str, str, Mapping[str, str | int]]


def _missing(page: Page, act: FoundAct) -> Iterator[_Word]:
    if not act.title:
        yield "act-without-title", "title", {}
    if not (act.address or page.address):
        yield "act-without-link", "url", {}


def _late(page: Page, act: FoundAct) -> Iterator[_Word]:
    issued = page.published if act.issued is None else act.issued
    if issued is None or act.meeting is None or issued > act.meeting:
        return
    days, term = working_days_between(issued, act.meeting), term_of_publication(issued)
    if days < term:
        meeting = act.meeting.isoformat()
        yield "draft-published-late", "issued", {"days": days, "term": term, "meeting": meeting}
