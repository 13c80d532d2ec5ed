"""Lists of acts: titles with their numbers on the same line, the next or the one before.

Three layouts stood on one page of 174 acts: a label, a title and a number on three lines; the same
with the number and the next label in one paragraph; a numbered list under a heading that says which
numbers its items have.
"""

import re
from dataclasses import dataclass, field, replace

from pipeline.extractors.act_pages.ahead import is_of_next, read_ahead
from pipeline.extractors.act_pages.context import Context, context_of
from pipeline.extractors.act_pages.drafts import papers_of
from pipeline.extractors.act_pages.found import FoundAct, PageActs, Remainder
from pipeline.extractors.act_pages.lines import Line
from pipeline.extractors.act_pages.links import address_of, further_files, may_be_act, own_link
from pipeline.extractors.act_pages.open_act import Before, Open, begun, is_day_by_name, untitled
from pipeline.extractors.act_pages.order import cards_of, days_stand_above, numbers_stand_above
from pipeline.extractors.act_pages.places import Cards
from pipeline.extractors.act_pages.roles import Role
from pipeline.extractors.act_pages.status import day_of_line, status_of_line
from pipeline.extractors.act_pages.table import TableReader
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page import Page
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.acts import Act, is_requisites

_NOTHING = Act(kind=None, number=None, date=None, subject=None)
_FARTHEST, _FARTHEST_LABELLED = 2, 8
"""Lines from a title down to its number, and to one under its name: «Номер: 15-р»."""
_LABELLED = re.compile(r"(?:(?:\w+\s+){0,2}номер|дата\s+\w+)[^:\d]{0,20}:", re.IGNORECASE)


@dataclass(slots=True)
class ListReader:
    """Reads the lines of one page in their order."""

    page: Page
    parameters: DecisionsParameters
    context: Context
    rest: Remainder
    table: TableReader
    acts: list[FoundAct] = field(default_factory=list)
    open: Open | None = None
    pending: Line | None = None
    """Number or date that stood before the title."""
    cards: Cards = Cards()
    position: int = 0
    numbers_above: bool = False
    """Whether a number without a title is that of the next title, never of the one before."""
    days_above: bool = False
    """Whether a day alone is that of what stands below it."""
    said_above: bool = False
    """Whether statuses or days of publication stand above the titles they belong to."""

    def read(self) -> PageActs:
        """Everything of the page."""
        blocks = self.page.blocks
        lines = [read_ahead(blocks, at, self.parameters) for at in range(len(blocks))]
        known = [line for line in lines if line is not None]
        self.cards = cards_of(lines)
        self.numbers_above, self.days_above = numbers_stand_above(known), days_stand_above(known)
        for position, line in enumerate(lines):
            self.position = position
            if line is None:
                self._read_row(blocks[position])
            elif not self._goes_on(line):
                self._take(line)
        self._close()
        return self.rest.with_acts(tuple(self.acts))

    def _read_row(self, block: Block) -> None:
        self._close()
        act = self.table.read(block, self.position, of_acts=self.context.of_acts)
        self.context.titled = self.context.titled or act is not None
        if act is None:
            return
        instead = self.context.instead(is_linked=bool(block.links))
        if instead is not None:
            self.rest.leave_out(instead.value)
            return
        self.rest.taken += 1
        self.acts.append(self._in_context(act))

    def _in_context(self, act: FoundAct) -> FoundAct:
        self.context.pass_to(act.block.element)
        day = self.context.day_of(act.kind)
        return act._replace(kind=act.kind or self.context.kind, date=act.date or day, meeting=day)

    def _goes_on(self, line: Line) -> bool:
        """Whether the line is the title of the open act once more, or its next part."""
        if self.open is None:
            return False
        more = self.open.take_again(line, self.position)
        more = more or self.open.take_more(line, self.position, self.parameters)
        self.rest.taken += more
        return more

    def _take(self, line: Line) -> None:
        match line.role:
            case Role.ACT:
                self._take_title(line)
            case Role.REQUISITES:
                self._take_requisites(line)
            case Role.LABEL | Role.RANGE:
                self._take_label_or_requisites(line)
            case Role.MANY:
                self._take_many(line)
            case Role.AGENDA | Role.DRAFT | Role.ELSEWHERE:
                self._take_other_section(line)
            case Role.DOWNLOAD:
                self._take_download(line)
            case Role.OTHER:
                self._take_status_or_other(line)
            case _:
                self._leave_out(line)

    def _leave_out(self, line: Line) -> None:
        papers = papers_of(line.block) if self.parameters.drafts else {}
        if papers and self.open is not None:
            self.open.add(papers)
            self.rest.taken += 1
            return
        self.context.pass_by(line)
        if line.role is Role.SECTION:
            self.rest.sections.append(line.block.links[0])
        self.rest.leave_out(line.role.value)

    def _take_status_or_other(self, line: Line) -> None:
        """«Статус: Чинний», «Опубліковано 12.02.2024» under a title are of that act.

        Not where such a line stands above the first one: of which act the next is, is not said.
        """
        status, issued = status_of_line(line.block.text), day_of_line(line.block.text)
        self.said_above = self.said_above or bool((status or issued) and not self.open)
        if not line.is_linked:
            self.context.heed(line.block.text)
            self.context.reopen(is_heading=line.block.heading)
        if self.said_above or self.open is None or not (status or issued):
            self.rest.not_read(line.block, self.position)
            return
        self.open.add({"status": status} if status else {})
        self.open.act = self.open.act._replace(issued=self.open.act.issued or issued)
        self.rest.taken += 1

    def _take_title(self, line: Line) -> None:
        numbered = line.act.number and not line.item
        named = line.is_linked or numbered or self.pending
        # «Про надання земельних ділянок:» leads into what stands below it.
        known = named or (self.context.of_acts and not line.block.text.endswith(":"))
        self.context.titled = True
        instead = self.context.instead(is_linked=line.is_linked)
        if instead is Role.ELSEWHERE and numbered:
            self.rest.not_read(line.block, self.position)  # it may be an act for all that
        elif instead is not None:
            self.rest.leave_out(instead.value)
        elif known:
            self._open_act(line)
        else:
            self.rest.not_read(line.block, self.position)

    def _open_act(self, line: Line) -> None:
        self.context.pass_to(line.block.element)
        line = self.context.with_number_behind(line)
        before, before_link = _NOTHING, None
        own = None if line.item else line.act.number
        if self.pending and own and self.pending.act.number not in (None, own):
            self._close()  # the number above is not of this act
        if self.pending is not None:
            before, before_link = self.pending.act, address_of(self.pending.block)
        self.pending = None
        self._close()
        number, strong = self._number(line, before.number)
        above = Before(before, before_link, number, strong)
        act = begun(line, above, self.context, self.parameters.drafts)
        self.rest.left_out["further-link"] += len(further_files(line.block, act.address))
        dated = (line.act.date or before.date) is not None
        self.open = Open(act=act, last=self.position, strong=strong, dated=dated)
        self.rest.taken += 1

    def _number(self, line: Line, before: str | None) -> tuple[str | None, bool]:
        """The number of an act, and whether it is its own rather than that of its item."""
        if line.act.number and not line.item:
            return line.act.number, True
        if before:
            return before, True
        composed = self.context.number_of_item(line.act.number)
        return (composed, True) if composed else (line.act.number, False)

    def _take_requisites(self, line: Line) -> None:
        """The number of the title above where that has none, else of the title below."""
        far = _FARTHEST_LABELLED if _LABELLED.match(line.block.text) else _FARTHEST
        near = self.open and self.position - self.open.last <= far and not self._is_below(line)
        own = self._is_in_card(line)
        lacking = self.open is not None and (near or own) and self.open.lacks(line)
        if self.open and (lacking or self.open.says_again(line)):
            self.open.complete(line, self.position)
            self.rest.taken += 1
        elif own:
            self.rest.not_read(line.block, self.position)  # nor of the next act
        elif self.pending and line.act.number is None and self.pending.act.date is None:
            act = replace(self.pending.act, date=line.act.date)
            self.pending = self.pending._replace(act=act)
            self.rest.taken += 1
        elif line.act.number is None:
            self._take_label(line)
        else:
            self._close()
            self.pending = line
            self.rest.taken += 1

    def _is_below(self, line: Line) -> bool:
        """Whether requisites are not of the act above: a day as a heading, a number of the next."""
        if self.open is None or (line.block.heading and line.act.number is None):
            return self.open is None or not self.open.act.block.heading
        if (self.numbers_above and line.act.number) or (self.days_above and line.is_day()):
            return True
        title = self.open.act.block.element
        if self.cards.is_of_next(title, line.block.element, self.position):
            return True
        apart = self.position > self.open.last + 1 and not _LABELLED.match(line.block.text)
        ahead = apart and line.act.number is not None
        return ahead and is_of_next(self.page.blocks, self.position, self.parameters)

    def _is_in_card(self, line: Line) -> bool:
        """Whether a number or a day by name is in the card of the open act, however far below."""
        if self.open is None or not (line.act.number or is_day_by_name(line)):
            return False
        title, before = self.open.act.block.element, (act.block.element for act in self.acts[-1:])
        return self.cards.is_of_open(title, line.block.element, self.position, before)

    def _take_label_or_requisites(self, line: Line) -> None:
        """«Рішення 39 сесії від … № 39/1» heads acts, but in the card of one it is of that act."""
        own = line.role is Role.LABEL and self._is_in_card(line)
        if own and is_requisites(line.block.text):
            self._take_requisites(line)
        else:
            self._take_label(line)

    def _take_label(self, line: Line) -> None:
        self._close()
        if not self.acts and self.context.disputes(line):
            self.rest.not_read(line.block, self.position)
            return
        self.context.enter(line, self.parameters)
        self.rest.leave_out(Role.LABEL.value)

    def _take_many(self, line: Line) -> None:
        self._close()
        if line.many is not None:
            span = {"first": line.many.first, "last": line.many.last}
            self.rest.warn("one-link-many-acts", line.block, **span)

    def _take_other_section(self, line: Line) -> None:
        self._close()
        bare = line.act.subject is None or line.role is Role.ELSEWHERE
        bare = bare or line.block.text.endswith(":")
        heading = not line.is_linked and bare
        if heading and line.role is Role.AGENDA:
            self.context.begin_agenda()
        elif heading:
            self.context.agenda, self.context.closed = False, line.role
        self.rest.leave_out(line.role.value)

    def _take_download(self, line: Line) -> None:
        if self.open is not None and self.open.act.address is None:
            link = own_link(line.block, "") or line.block.links[0]
            self.open.act = self.open.act._replace(address=link.address)
            self.open.last = self.position
            self.rest.left_out["further-link"] += len(further_files(line.block, link.address))
            self.rest.taken += 1
        elif may_be_act(line.block.links[0], is_alone=self.open is None):
            self.rest.not_read(line.block, self.position)
        else:
            self.rest.leave_out(Role.ATTACHMENT.value)

    def _close(self) -> None:
        if self.open is not None:
            self.acts.append(self.open.act)
        elif self.pending is not None and self.pending.act.number:
            self._keep_without_title(self.pending)
        self.open = self.pending = None

    def _keep_without_title(self, line: Line) -> None:
        """A number without a title: an act where it has a link, else a line that is not read."""
        if not line.is_linked:
            self.rest.warn("number-without-title", line.block, number=line.act.number or "")
            return
        self.acts.append(self._in_context(untitled(line)))


def read_list(page: Page, parameters: DecisionsParameters) -> PageActs:
    """Read a page that lists acts."""
    rest = Remainder(page=page)
    table = TableReader(rest=rest, parameters=parameters)
    context = context_of(page, parameters)
    return ListReader(
        page=page, parameters=parameters, context=context, rest=rest, table=table
    ).read()
