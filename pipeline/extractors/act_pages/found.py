"""What is found on one page with acts, before it becomes rows of a table."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from pipeline.extractors.act_pages.links import is_file
from pipeline.extractors.act_pages.status import status_of
from pipeline.model import Finding, Place, Severity
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block, Link


# Not a dataclass: a page has hundreds, and frozen ones take thrice as long to make (seen 2026-11).
class FoundAct(NamedTuple):
    """An act of a page and where it stands; what the page does not say is None."""

    kind: str
    """Without the issuer: «рішення»."""
    title: str
    number: str | None
    date: datetime.date | None
    address: str | None
    """The act's own link."""
    block: Block
    issued: datetime.date | None = None
    """Where the line of the act itself says it; else the page does."""
    number_of_item: bool = False
    """Whether the number is that of the act's item in a list."""
    meeting: datetime.date | None = None
    """The day of the meeting that a heading above the act names."""
    more: Mapping[str, str] = MappingProxyType({})
    """Column -> what drafts have, who submitted it, addresses of its papers; or a status below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageActs:
    """Everything a page holds: every block of it is in one of these."""

    acts: tuple[FoundAct, ...]
    left_out: Mapping[str, int]
    """Role -> lines that are no acts and are known by name."""
    taken: int = 0
    """Lines that the acts are made of."""
    unread: tuple[tuple[Block, ...], ...] = ()
    """Runs of neighbouring lines that nobody understands."""
    sections: tuple[Link, ...] = ()
    """Ways to other pages."""
    findings: tuple[Finding, ...] = ()


_IN_BRACKETS = re.compile(r"\s*\(\s*№\s?(?P<number>\d+)\s*\)$")
_OF_ONE = ("розпорядження", "наказ")
_FEWEST = 3
"""Acts that make a way to write numbers."""


def is_of_one(kind: str | None) -> bool:
    """Whether acts of a kind are of one person: no meeting adopts them."""
    return kind in _OF_ONE


def once(found: PageActs) -> PageActs:
    """Each act once, however often the page lists it; how many were left out is counted.

    Without a link or a number of its own nobody knows whether two alike are one: both stay.
    """
    kept: dict[object, FoundAct] = {}
    for position, act in enumerate(found.acts):
        kept.setdefault(_sameness(act) or position, act)
    repeated = len(found.acts) - len(kept)
    left_out = {**found.left_out, "repeated": repeated} if repeated else found.left_out
    return replace(found, acts=tuple(kept.values()), left_out=left_out)


def _sameness(act: FoundAct) -> tuple[object, ...] | None:
    own = None if act.number_of_item else act.number
    if not (act.address or own):
        return None
    if act.number_of_item and act.address and is_file(act.address):
        own = act.number  # two items with one file are two acts, one of them with a wrong link
    more = tuple(sorted((*act.more.items(), *status_of(act.block).items())))
    return (act.kind, own, act.date, act.title, act.address, act.issued, more)


def numbered_in_brackets(found: PageActs) -> PageActs:
    """Numbers in brackets behind titles, where every act of the page has one: «Про план (№ 301)».

    Behind one title alone it may be that of what the title speaks of.
    """
    bare = all(act.number is None or act.number_of_item for act in found.acts)
    if len(found.acts) < _FEWEST or not bare:
        return found
    ends = [_IN_BRACKETS.search(act.title) for act in found.acts]
    numbers = {end["number"] for end in ends if end}
    if len(numbers) < len(ends):
        return found
    acts = (
        act._replace(title=act.title[: end.start()], number=end["number"], number_of_item=False)
        for act, end in zip(found.acts, ends, strict=True)
        if end
    )
    return replace(found, acts=tuple(acts))


def shared_files(page: Page, acts: Iterable[FoundAct]) -> Iterator[Finding]:
    """Files that several acts of a page link to: most often the link of another act, copied."""
    owners: dict[str, list[FoundAct]] = {}
    for act in acts:
        if act.address and is_file(act.address):
            owners.setdefault(act.address, []).append(act)
    for address, several in owners.items():
        if len(several) > 1:
            yield Finding(
                code="one-file-of-several-acts",
                severity=Severity.WARNING,
                place=place_of(page, several[-1].block),
                value=address,
                details={"count": len(several)},
            )


@dataclass(slots=True)
class Remainder:
    """Lines that are no acts, gathered while a page is read."""

    page: Page
    left_out: Counter[str] = field(default_factory=Counter)
    unread: list[list[Block]] = field(default_factory=list)
    sections: list[Link] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    taken: int = 0
    last_unread: int = -2
    """Position of the line that was not read last."""

    def leave_out(self, name: str) -> None:
        """Count a line that is no act and is known by name."""
        self.left_out[name] += 1

    def not_read(self, block: Block, position: int) -> None:
        """Keep a line that nobody understands, with its neighbours."""
        if position != self.last_unread + 1:
            self.unread.append([])
        self.unread[-1].append(block)
        self.last_unread = position

    def warn(self, code: str, block: Block, value: str | None = None, **details: str | int) -> None:
        """Say something about a line of the page."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.WARNING,
                place=place_of(self.page, block),
                value=value,
                details=details,
            )
        )

    def with_acts(self, acts: tuple[FoundAct, ...]) -> PageActs:
        """Everything of the page."""
        return PageActs(
            acts=acts,
            left_out=dict(self.left_out),
            taken=self.taken,
            unread=tuple(tuple(run) for run in self.unread),
            sections=tuple(self.sections),
            findings=tuple(self.findings),
        )


def place_of(page: Page, block: Block) -> Place:
    """Where a block stands, in the words of a person who opens the page."""
    return Place(source=page.snapshot.address, line=block.line, element=block.element)
