"""The act whose lines are being read: its title goes on, stands twice, or gets its number below."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extractors.act_pages.context import Context, kind_of
from pipeline.extractors.act_pages.drafts import papers_of
from pipeline.extractors.act_pages.found import FoundAct
from pipeline.extractors.act_pages.lines import Line, breaks_off, runs_on, starts_with_about
from pipeline.extractors.act_pages.links import address_of, is_cut, own_link, own_words, whole_title
from pipeline.extractors.act_pages.roles import Role
from pipeline.extractors.act_pages.status import day_behind, status_of
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.ukrainian.acts import Act, parse_act
from pipeline.ukrainian.text import plain

_CONTINUES = re.compile(r"[а-яіїєґ«(\"]")
_LABELLED_DAY = re.compile(r"дата\s+\w+\s*:", re.IGNORECASE)
# «12.03.2024», «12 березня 2024 року».
_DAY_ALONE = re.compile(r"\d[\d\s.]*(?:[^\W\d_]+\s+\d{4})?(?:\s*р(?:оку|\.)?)?")


class Before(NamedTuple):
    """What is known of an act before its title is read."""

    act: Act
    """The line of requisites above it."""
    link: str | None
    number: str | None
    strong: bool
    """Whether the number is its own, not that of an item."""


@dataclass(slots=True)
class Open:
    """An act that further lines may complete."""

    act: FoundAct
    last: int
    """Position of its last line."""
    strong: bool
    """Whether its number is its own, not that of an item."""
    dated: bool = False
    """Whether its day is its own, not that of a heading."""

    def lacks(self, line: Line) -> bool:
        """Whether the act waits for what a line of requisites says.

        «Дата документа: …» under it goes before a day of a heading.
        """
        number, day = line.act.number, self.act.date
        dated = self.dated if is_day_by_name(line) else day is not None
        if number is None or number == self.act.number:
            return not dated or (number is not None and not self.strong)
        return not self.strong

    def complete(self, line: Line, position: int) -> None:
        """Take kind, number, date and link of a line of requisites."""
        act = self.act
        self.act = act._replace(
            kind=kind_of(line.act.kind) or act.kind,
            number=line.act.number or act.number,
            date=line.act.date or act.date,
            address=act.address or address_of(line.block),
            number_of_item=act.number_of_item and not line.act.number,
        )
        self.strong = self.strong or line.act.number is not None
        self.dated = self.dated or line.act.date is not None
        self.last = position

    def says_again(self, line: Line) -> bool:
        """The number of the act once more, perhaps with its state: «№ 5 від … Втратив чинність»."""
        same = self.strong and line.act.number == self.act.number
        same = same and line.act.date in (None, self.act.date)
        if same:
            self.add(status_of(line.block))
        return same

    def take_more(self, line: Line, position: int, parameters: DecisionsParameters) -> bool:
        """A title broken over lines: the same link goes on, or the sentence does."""
        block = line.block
        if not block.text or position != self.last + 1:
            return False
        same_link = {link.address for link in block.links} == {self.act.address}
        if same_link and self.take_day(line, position):
            return True
        small = _CONTINUES.match(plain(block.text)) is not None
        goes_on = (
            small
            and not block.links
            and line.role in (Role.OTHER, Role.LETTERHEAD)
            and not line.act.number
        )
        other = line.role in (Role.ACT, Role.DOWNLOAD) and not (
            small and breaks_off(self.act.title)
        )
        if not (goes_on or (same_link and not other)):
            return False
        self.lengthen(block.text, position, parameters)
        return True

    def take_day(self, line: Line, position: int) -> bool:
        """A day alone that the link of the title goes on with, as in a card that is one link."""
        alone = line.act.date is not None and _DAY_ALONE.fullmatch(line.block.text) is not None
        if alone:
            self.complete(line, position)
        return alone

    def add(self, papers: Mapping[str, str]) -> None:
        """Take the addresses of papers on lines under the act."""
        self.act = self.act._replace(more={**papers, **self.act.more})

    def lengthen(self, words: str, position: int, parameters: DecisionsParameters) -> None:
        """Take the next line of the title, which may end with the number: «… (№ 5-5/VIII)»."""
        title = f"{self.act.title} {words}"
        said = parse_act(title, dates=parameters.dates)
        own = said.number if starts_with_about(said.subject) and not self.strong else None
        self.act = self.act._replace(
            title=said.subject if own and said.subject else title,
            number=own or self.act.number,
            number_of_item=self.act.number_of_item and own is None,
        )
        self.strong = self.strong or own is not None
        self.last = position

    def take_again(self, line: Line, position: int) -> bool:
        """The title once more, whole or cut with dots, where only one of the two has a link."""
        if line.role is not Role.ACT:
            return self._leads_again(line)
        if position != self.last + 1:
            return False
        title = whole_title(self.act.title, line.act.subject or "")
        one_link = (self.act.address is None) is line.is_linked
        if title is None or not one_link or not self._may_be_one(line):
            return False
        self.act = self.act._replace(
            title=title,
            number=self.act.number or line.act.number,
            date=self.act.date or line.act.date,
            address=self.act.address or address_of(line.block),
        )
        self.last = position
        return True

    def _leads_again(self, line: Line) -> bool:
        """«Детальніше: Про план» under the title «Про план», with its link."""
        link = address_of(line.block)
        return bool(link and link == self.act.address and self.act.title in line.block.text)

    def _may_be_one(self, line: Line) -> bool:
        """Two numbers are two acts; so are two titles, but for one that is cut or runs on."""
        same = line.act.number in (None, self.act.number) or self.act.number is None
        return same and (line.is_linked or is_cut(self.act.title) or runs_on(line.block))


def is_day_by_name(line: Line) -> bool:
    """«Дата прийняття: 12.03.2024»."""
    return line.act.date is not None and _LABELLED_DAY.match(line.block.text) is not None


def begun(line: Line, before: Before, context: Context, drafts: bool) -> FoundAct:
    """The act of a title, with what stood before it and what the headings above say."""
    kind, title = kind_of(line.act.kind or before.act.kind), line.act.subject or ""
    own = own_link(line.block, title)
    return FoundAct(
        kind=kind or context.kind,
        title=title,
        number=before.number,
        date=line.act.date or before.act.date or context.day_of(kind),
        address=own.address if own else before.link,
        block=line.block,
        issued=day_behind(own_words(line.block) if line.block.links[1:] else line.block.text),
        number_of_item=line.item and not before.strong,
        meeting=context.date,
        more=papers_of(line.block) if drafts else {},
    )


def untitled(line: Line) -> FoundAct:
    """An act of which only its requisites and a link are known."""
    return FoundAct(
        kind=kind_of(line.act.kind) or "",
        title="",
        number=line.act.number,
        date=line.act.date,
        address=address_of(line.block),
        block=line.block,
    )
