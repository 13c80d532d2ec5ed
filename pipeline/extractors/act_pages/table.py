"""Acts in rows of a table, by the names of its columns: «Вид документа | Дата | Номер | Назва»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.extractors.act_pages.columns import (
    guessed_columns,
    is_bare,
    is_second,
    named_columns,
    names_no_acts,
    text_of,
    without_name,
)
from pipeline.extractors.act_pages.drafts import papers_of, read_act
from pipeline.extractors.act_pages.found import FoundAct, Remainder
from pipeline.extractors.act_pages.lines import is_draft, is_of_the_state, starts_with_about
from pipeline.extractors.act_pages.links import is_annex, is_paper, own_words
from pipeline.extractors.act_pages.merged import Place, place_of_cell, rows_by_cell
from pipeline.extractors.act_pages.places import table_of
from pipeline.extractors.act_pages.roles import Role, role_by_name
from pipeline.extractors.act_pages.titles import leaves_day, names_itself, of_another_act
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.pages.blocks import Block, Link
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.act_status import find_status
from pipeline.ukrainian.acts import Act, is_requisites, parse_act
from pipeline.ukrainian.dates import date_of_cell, parse_date
from pipeline.ukrainian.text import plain

_DRAFTS = re.compile(r"про[єе]кт", re.IGNORECASE)
_OF_ACTS = re.compile(r"рішен|розпорядж|наказ|(?<!\w)акт|про[єе]кт", re.IGNORECASE)
_LABELLED = re.compile(r"[А-ЯІЇЄҐ][\w' ]{2,30}:\s")
_RECORD = "протокол"
_NUMBERED = ("number", "requisites")
# Numbers of several acts in one cell: «16, 17».
_AMENDED = re.compile(r"\s*[(,;]?\s*(?:(?:зі|із|з)\s+змін|[ву]\s+ред|змінен|скасов|втрат)")
_SEVERAL = re.compile(r"№{0,2}\s*\d\S*\s*[,;]\s*№?\s*\d")


@dataclass(slots=True)
class TableReader:
    """Reads the rows of the tables of one page."""

    rest: Remainder
    parameters: DecisionsParameters
    columns: dict[int, str] = field(default_factory=dict)
    """Position -> what the column holds, for the table that is being read."""
    names: dict[int, str] = field(default_factory=dict)
    """Position -> the name of the column as printed."""
    path: str = ""
    rows: int = 0
    """Rows of acts in that table, down to this one."""
    unnamed: bool = True
    """Whether no column of it is named as that of numbers, but for «№»."""
    of_no_acts: bool = False
    """Whether its first row names what only tables of purchases, contracts or letters have."""
    merged: Mapping[Place, Sequence[Block]] = field(init=False)
    """Where a cell begins -> the rows that it reaches over, where they are several."""

    several: dict[Place, bool] = field(default_factory=dict)
    """Whether these cells reach over several titles, for those that were asked for."""

    def __post_init__(self) -> None:
        self.merged = rows_by_cell(self.rest.page.blocks)

    def read(self, row: Block, position: int, *, of_acts: bool) -> FoundAct | None:
        """The act of a row; None for a header, which is kept, and for a row without a title.

        `of_acts`: whether a heading above the table speaks of acts.
        """
        path = table_of(row.element)
        if path != self.path:
            self.path, self.columns, self.rows, self.unnamed = path, {}, 0, True
            self.names, self.of_no_acts = {}, names_no_acts(row)
        if self._is_header(row):
            return None
        row = self._unlabelled(row)
        act = self._act(row)
        self._say_state(row)
        if isinstance(act, Role):
            self.rest.leave_out(act.value)
            return None
        known = act and (self._names_acts(act) if self.columns else _is_told(act))
        if act is None or not (of_acts or (known and not self.of_no_acts)):
            self.rest.not_read(row, position)
            return None
        return act

    def _names_acts(self, act: FoundAct) -> bool:
        """Whether a row under «Назва | Номер | Дата» is an act, and no contract or service."""
        said = act.kind or any(map(_OF_ACTS.search, self.names.values()))
        return bool(said or starts_with_about(act.title))

    def _is_header(self, row: Block) -> bool:
        columns = named_columns(row)
        if not columns:
            return False
        # Acts have no creator in their table, drafts no number of what was adopted.
        other = "adopted" if self.parameters.drafts else "creator"
        columns = {at: name for at, name in columns.items() if name != other}
        self.columns = columns
        self.names = {at: text_of(cell).strip(" .:") for at, cell in enumerate(row.cells) if cell}
        numbers = [at for at, name in columns.items() if name == "number"]
        self.unnamed = all(is_bare(row.cells[at]) for at in numbers)
        self.rest.leave_out("header")
        for position, cell in enumerate(row.cells):
            if cell and (position not in columns or is_second(columns, position, row)):
                self.rest.warn("column-not-read", row, column=text_of(cell))
        return True

    def _unlabelled(self, row: Block) -> Block:
        """The row without the names of columns that its cells repeat for small screens."""
        cells = tuple(without_name(cell, self.names.get(at)) for at, cell in enumerate(row.cells))
        return row if cells == row.cells else row._replace(cells=cells)

    def _act(self, row: Block) -> FoundAct | Role | None:
        """The act, or what the row is instead; None where nobody knows."""
        columns = self.columns or guessed_columns(row)
        known = ((at, name) for at, name in columns.items() if at < len(row.cells))
        cells: dict[str, tuple[Block, ...]] = {}
        for at, name in known:
            cells.setdefault(name, row.cells[at])  # of two alike the first is meant
        self.rows += 1
        title = " ".join(_words(cells.get("title", ())))
        said = read_act(title, self.parameters)
        self._say_labels(row, cells.get("title", ()))
        instead = role_by_name(plain(title))
        if instead in (Role.ATTACHMENT, Role.RECORD) or not said.subject:
            return instead
        said = self._own(row, title, said, cells)
        requisites = read_act(_requisites(cells), self.parameters)
        named = read_act(text_of(cells.get("kind", ())), self.parameters)
        kind = named.kind or said.kind or requisites.kind
        if named.kind and head_of(named.kind) == _RECORD:
            return Role.RECORD
        if is_of_the_state(said.kind, title):
            return Role.STATE
        if self._lists_drafts() or is_draft(kind):
            return Role.DRAFT
        own_day = requisites.date if starts_with_about(title) else said.date or requisites.date
        link = _link(row, cells, drafts=self.parameters.drafts)
        own = not any(self._is_of_several(cells.get(name, ())) for name in _NUMBERED)
        return FoundAct(
            kind=head_of(kind) if kind else "",
            title=said.subject or title,
            number=self._number(cells, said, requisites) if own else said.number,
            date=self._own_day(row, cells, own_day) or said.date or requisites.date,
            address=link.address if link else None,
            block=row,
            number_of_item=own
            and self._counts(cells)
            and not (requisites.number or names_itself(said)),
            issued=self._day(cells.get("issued", ())),
            more={**papers_of(row), "creatorName": text_of(cells.get("creator", ()))},
        )

    def _own(
        self, row: Block, title: str, said: Act, cells: Mapping[str, tuple[Block, ...]]
    ) -> Act:
        """What a title says of its own act, where the columns beside it tell."""
        printed = "" if self.unnamed else text_of(cells.get("number", ()))
        number = parse_act(_signed(printed)).number if printed else None
        day = self._day(cells.get("date", ()))
        if of_another_act(title, said, number, day):
            return Act(kind=None, number=None, date=None, subject=title)
        if day and said.date and leaves_day(title, said, day):
            self._say_days(row, day, said.date)
        return said

    def _say_days(self, row: Block, taken: date, other: date) -> None:
        days = {"taken": f"{taken:%d.%m.%Y}", "other": f"{other:%d.%m.%Y}"}
        self.rest.warn("act-days-differ", row, value=days["other"], **days)

    def _is_of_several(self, cell: tuple[Block, ...]) -> bool:
        """Whether a number is merged over rows of several titles: of which it is, is not said."""
        place = place_of_cell(cell)
        if place in self.merged and place not in self.several:
            rows, number = self.merged[place], text_of(cell)
            count = len({title for row in rows if (title := self._title(row))})
            self.several[place] = count > 1 and parse_act(_signed(number)).number is not None
            if self.several[place]:
                self.rest.warn("number-of-several-titles", rows[0], number=number, count=count)
        return self.several.get(place, False)

    def _title(self, row: Block) -> Place | None:
        """Where the title in a row is; None for an annex and the like."""
        columns = self.columns or guessed_columns(row)
        at = next((at for at, name in columns.items() if name == "title"), len(row.cells))
        cell = row.cells[at] if at < len(row.cells) else ()
        words = " ".join(_words(cell))
        return None if not words or role_by_name(plain(words)) else place_of_cell(cell)

    def _lists_drafts(self) -> bool:
        """Whether the column of titles is that of drafts, «Назва проєкту», without «№ рішення»."""
        titles = (self.names.get(at, "") for at, name in self.columns.items() if name == "title")
        of_acts = self.parameters.drafts or not self.unnamed
        return not of_acts and any(map(_DRAFTS.search, titles))

    def _say_labels(self, row: Block, cell: tuple[Block, ...]) -> None:
        """«Відповідальний: …» under a title is no part of it and is not read."""
        for block in cell[1:]:
            known = is_paper(block) or find_status(block.text)
            if _LABELLED.match(block.text) and not known:
                self.rest.warn("text-not-read", row, value=block.text, count=1)

    def _say_state(self, row: Block) -> None:
        """A state or an adopted act in its own column that nobody understands is not read."""
        for at, name in self.columns.items():
            cell = row.cells[at] if at < len(row.cells) else ()
            words = text_of(cell)
            unknown = name == "status" and find_status(words) is None
            unknown = unknown or (name == "adopted" and not _is_adopted(cell))
            if words.strip("-– ") and unknown:
                self.rest.warn("text-not-read", row, value=words, count=1)

    def _number(
        self, cells: dict[str, tuple[Block, ...]], said: Act, requisites: Act
    ) -> str | None:
        printed = _AMENDED.split(text_of(cells.get("number", ())), maxsplit=1)[0]
        if _SEVERAL.match(printed):
            return None
        if self.unnamed and (requisites.number or names_itself(said)):
            # That of a column «№» may only count the rows.
            return requisites.number or said.number
        in_cell = parse_act(_signed(printed)) if printed else None
        return (in_cell and in_cell.number) or said.number or requisites.number

    def _counts(self, cells: dict[str, tuple[Block, ...]]) -> bool:
        """Whether the number only counts the rows: «1», «2.» in a column without its own name."""
        printed = text_of(cells.get("number", ())).strip(" .")
        return self.unnamed and printed == str(self.rows)

    def _own_day(
        self, row: Block, cells: Mapping[str, tuple[Block, ...]], own: date | None
    ) -> date | None:
        """The day of its cell, but for that of the act's own requisites: «Рішення № 5 від …».

        The other one may be the day on which the site got it.
        """
        cell = cells.get("date", ())
        day = self._day(cell)
        if day and own and own != day:
            self._say_days(row, own, day)
            return own
        return day

    def _day(self, cell: tuple[Block, ...]) -> date | None:
        """The day of a cell, in which words may stand beside it: «Прийнято 12.03.20»."""
        order = self.parameters.dates
        day = parse_date(text_of(cell), dates=order)
        only = date_of_cell(text_of(cell)) if day is None and order == "dmy" else None
        return only.value if only else day


def _signed(number: str) -> str:
    """A number with its sign."""
    return number if "№" in number else f"№ {number}"


def _requisites(cells: Mapping[str, tuple[Block, ...]]) -> str:
    """The words of a cell with number and day, perhaps that of the link: «Рішення № 5 від …»."""
    beside = (text_of(cells.get(name, ())) for name in ("adopted", "link"))
    return text_of(cells.get("requisites", ())) or next(filter(is_requisites, beside), "")


def _is_adopted(cell: tuple[Block, ...]) -> bool:
    """Whether a cell of the column «Рішення» names the act or leads to it."""
    return any(block.links for block in cell) or is_requisites(text_of(cell))


def _is_told(act: FoundAct) -> bool:
    """Whether a row without named columns says of an act more than words that begin with «Про»."""
    return bool(act.number or act.date or act.address)


def _words(cell: tuple[Block, ...]) -> Iterator[str]:
    """The lines of a title, but for links to annexes and files, and for labels under it."""
    for at, block in enumerate(cell):
        if block.text and not (at and (is_paper(block) or _LABELLED.match(block.text))):
            yield own_words(block)


def _link(row: Block, cells: Mapping[str, tuple[Block, ...]], *, drafts: bool) -> Link | None:
    """The link of the title, of the adopted act, else the first of the row but that of a draft."""
    first = (_links(cells, name) for name in ("title", "draft" if drafts else "adopted"))
    other = [] if drafts else _links(cells, "draft")
    rest = [link for link in row.links if link not in other]
    rest.sort(key=is_annex)  # the text of an act may stand behind its annexes
    return next((links[0] for links in (*first, rest) if links), None)


def _links(cells: Mapping[str, tuple[Block, ...]], name: str) -> list[Link]:
    return [link for block in cells.get(name, ()) for link in block.links]
