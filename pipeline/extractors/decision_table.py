"""Acts in rows of a table, by the names of its columns: «Вид документа | Дата | Номер | Назва»."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pipeline.extractors.decision_acts import FoundAct, Remainder
from pipeline.extractors.decision_drafts import papers_of, read_act
from pipeline.extractors.decision_lines import (
    Role,
    is_draft,
    is_of_the_state,
    role_by_name,
    starts_with_about,
)
from pipeline.extractors.decision_links import is_paper, own_words
from pipeline.parameters.decisions import DecisionsParameters
from pipeline.readers.page_blocks import Block, Link
from pipeline.ukrainian.act_kinds import head_of
from pipeline.ukrainian.act_status import find_status
from pipeline.ukrainian.acts import Act, is_requisites, parse_act
from pipeline.ukrainian.dates import date_of_cell, parse_date
from pipeline.ukrainian.text import plain

# Name of a column -> what it holds; the first pattern that fits the whole name wins.
_COLUMNS = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        (r"(?:№|n)?\s*(?:з/п|п/п|п\.\s?п\.?|з\.\s?п\.?|пп|зп)", "ordinal"),
        (r"(?:.*(?:номер|№).*дат.*|.*дат.*(?:номер|№).*|реквізити.*)", "requisites"),
        (r"дата\s+(?:оприлюднення|публікації|розміщення|опублікування).*", "issued"),
        (
            r"дата(?!\s+(?:набрання|набуття|введення|втрати|скасування|внесення|останн|змін|дії|закінчення"
            r"|початку)).*",
            "date",
        ),
        (r"(?:статус|стан)(?:\s+\w+)?|чинність", "status"),
        (r"(?:вид|тип)(?:\s+(?:документ|акт|рішення)\w*)?", "kind"),
        (
            r"(?:реєстраційний\s+)?(?:номер|№|n)(?:\s+(?!сесі|скликан|протокол|засідан|пункт|питан|додатк|тел"
            r"|каб|справ)\w+)*",
            "number",
        ),
        (
            r"(?:(?:повна|коротка)\s+)?(?:назва|найменування|заголовок|зміст|тема|суть)(?:\s.*)?",
            "title",
        ),
        (r"про\s+що", "title"),
        (r"(?:суб.єкт\s+подання|розробник|ініціатор|автор|ким\s+внесено)(?:\s.*)?", "creator"),
        (r"(?:короткий\s+зміст|питання)(?:\s.*)?", "title"),
        (r"(?:посилання|файл|завантажити|текст|документ|скачати|електронн\w+)(?:\s.*)?", "link"),
    )
)

# Few rows of a table are its header: the names of columns are slow to find that out.
_MAY_NAME_TITLES = re.compile(r"назва|найменування|заголовок|зміст|тема|суть|про\s+що|питання")
_DRAFTS = re.compile(r"про[єе]кт", re.IGNORECASE)
# Numbers of several acts in one cell: «16, 17».
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

    def read(self, row: Block, position: int, *, of_acts: bool) -> FoundAct | None:
        """The act of a row; None for a header, which is kept, and for a row without a title.

        `of_acts`: whether a heading above the table speaks of acts.
        """
        path = re.split(r"/(?:thead|tbody|tr)\b", row.element)[0]
        if path != self.path:
            self.path, self.columns, self.rows, self.unnamed = path, {}, 0, True
            self.names = {}
        if self._is_header(row):
            return None
        row = self._unlabelled(row)
        act = self._act(row)
        self._say_state(row)
        if isinstance(act, Role):
            self.rest.leave_out(act.value)
            return None
        if act is None or not (self.columns or of_acts or _is_told(act)):
            self.rest.not_read(row, position)
            return None
        return act

    def _is_header(self, row: Block) -> bool:
        columns = _named_columns(row)
        if not columns:
            return False
        if not self.parameters.drafts:  # acts have no such column in their table
            columns = {at: name for at, name in columns.items() if name != "creator"}
        self.columns = columns
        self.names = {at: _text(cell).strip(" .:") for at, cell in enumerate(row.cells) if cell}
        numbers = [at for at, name in columns.items() if name == "number"]
        self.unnamed = all(_is_bare(row.cells[at]) for at in numbers)
        self.rest.leave_out("header")
        for position, cell in enumerate(row.cells):
            if cell and (position not in columns or _is_second(columns, position, row)):
                self.rest.warn("column-not-read", row, column=_text(cell))
        return True

    def _unlabelled(self, row: Block) -> Block:
        """The row without the names of columns that its cells repeat for small screens."""
        cells = tuple(_without_name(cell, self.names.get(at)) for at, cell in enumerate(row.cells))
        return row if cells == row.cells else row._replace(cells=cells)

    def _act(self, row: Block) -> FoundAct | Role | None:
        """The act, or what the row is instead; None where nobody knows."""
        columns = self.columns or _guessed_columns(row)
        known = ((at, name) for at, name in columns.items() if at < len(row.cells))
        cells: dict[str, tuple[Block, ...]] = {}
        for at, name in known:
            cells.setdefault(name, row.cells[at])  # of two alike the first is meant
        self.rows += 1
        title = " ".join(_words(cells.get("title", ())))
        said = read_act(title, self.parameters)
        instead = role_by_name(plain(title))
        if instead in (Role.ATTACHMENT, Role.RECORD) or not said.subject:
            return instead
        requisites = read_act(_requisites(cells), self.parameters)
        named = read_act(_text(cells.get("kind", ())), self.parameters)
        kind = named.kind or said.kind or requisites.kind
        if self._lists_drafts() or is_draft(kind) or is_of_the_state(said.kind):
            return Role.STATE if is_of_the_state(said.kind) else Role.DRAFT
        link = _link(row, cells.get("title", ()))
        return FoundAct(
            kind=head_of(kind) if kind else "",
            title=said.subject,
            number=self._number(cells, said, requisites),
            date=self._day(cells.get("date", ())) or said.date or requisites.date,
            address=link.address if link else None,
            block=row,
            number_of_item=self._counts(cells),
            issued=self._day(cells.get("issued", ())),
            more={**papers_of(row), "creatorName": _text(cells.get("creator", ()))},
        )

    def _lists_drafts(self) -> bool:
        """Whether the column of titles is that of drafts, «Назва проєкту», without «№ рішення»."""
        titles = (self.names.get(at, "") for at, name in self.columns.items() if name == "title")
        of_acts = self.parameters.drafts or not self.unnamed
        return not of_acts and any(map(_DRAFTS.search, titles))

    def _say_state(self, row: Block) -> None:
        """A state in its own column that nobody understands must not pass for none."""
        for at in (at for at, name in self.columns.items() if name == "status"):
            words = _text(row.cells[at]) if at < len(row.cells) else ""
            if words.strip("-– ") and find_status(words) is None:
                self.rest.warn("text-not-read", row, value=words, count=1)

    def _number(
        self, cells: dict[str, tuple[Block, ...]], said: Act, requisites: Act
    ) -> str | None:
        printed = _text(cells.get("number", ()))
        if _SEVERAL.match(printed):
            return None
        if self.unnamed and requisites.number:
            return requisites.number  # that of a column «№» may only count the rows
        in_cell = parse_act(printed if "№" in printed else f"№ {printed}") if printed else None
        return (in_cell and in_cell.number) or said.number or requisites.number

    def _counts(self, cells: dict[str, tuple[Block, ...]]) -> bool:
        """Whether the number only counts the rows: «1», «2.» in a column without its own name."""
        printed = _text(cells.get("number", ())).strip(" .")
        return self.unnamed and printed == str(self.rows)

    def _day(self, cell: tuple[Block, ...]) -> date | None:
        """The day of a cell, in which words may stand beside it: «Прийнято 12.03.20»."""
        order = self.parameters.dates
        day = parse_date(_text(cell), dates=order)
        only = date_of_cell(_text(cell)) if day is None and order == "dmy" else None
        return only.value if only else day


def _without_name(cell: tuple[Block, ...], name: str | None) -> tuple[Block, ...]:
    """A cell without the name of its column: «Дата: 12.03.2024»."""
    label = f"{name}:"
    if not name or not cell or not cell[0].text.startswith(label):
        return cell
    rest = cell[0]._replace(text=cell[0].text.removeprefix(label).strip())
    return (rest, *cell[1:]) if rest.text or rest.links else cell[1:]


def _is_second(columns: Mapping[int, str], position: int, row: Block) -> bool:
    """Whether an earlier column holds the same; a name merged over columns stands in each."""
    name = columns[position]
    if name in ("link", "ordinal"):
        return False
    earlier = (at for at, other in columns.items() if at < position and other == name)
    return any(row.cells[at] != row.cells[position] for at in earlier)


def _requisites(cells: Mapping[str, tuple[Block, ...]]) -> str:
    """The words of a cell with number and day, perhaps that of the link: «Рішення № 5 від …»."""
    linked = _text(cells.get("link", ()))
    return _text(cells.get("requisites", ())) or (linked if is_requisites(linked) else "")


def _is_told(act: FoundAct) -> bool:
    """Whether a row without named columns says of an act more than words that begin with «Про»."""
    return bool(act.number or act.date or act.address)


def _words(cell: tuple[Block, ...]) -> Iterator[str]:
    """The lines of a title, but for links to annexes and files under it."""
    for at, block in enumerate(cell):
        if block.text and not (at and is_paper(block)):
            yield own_words(block)


def _text(cell: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in cell if block.text)


def _named_columns(row: Block) -> dict[int, str]:
    """What the columns hold, where the row is a header that names a title and something else."""
    if row.links or not _MAY_NAME_TITLES.search(plain(row.text).lower()):
        return {}
    names = {at: _column(_text(cell)) for at, cell in enumerate(row.cells)}
    columns = {at: name for at, name in names.items() if name}
    kinds = set(columns.values())
    if "title" not in kinds or len(kinds) < 2:
        return {}
    numbers = [at for at, name in columns.items() if name in ("number", "requisites")]
    bare = [at for at in numbers if _is_bare(row.cells[at])]
    if bare and len(numbers) > 1:
        columns[bare[0]] = "ordinal"
    return columns


def _is_bare(cell: tuple[Block, ...]) -> bool:
    """Whether the name of a column is only the sign of numbers."""
    return plain(_text(cell)).strip(" .") in ("№", "N")


def _column(name: str) -> str | None:
    folded = plain(name).lower().strip(" .:")
    return next((what for pattern, what in _COLUMNS if pattern.fullmatch(folded)), None)


def _title_cell(row: Block) -> int | None:
    texts = ((at, _text(cell)) for at, cell in enumerate(row.cells))
    may_be = ((at, text) for at, text in texts if "про" in plain(text).lower())
    return next((at for at, text in may_be if starts_with_about(parse_act(text).subject)), None)


def _guessed_columns(row: Block) -> dict[int, str]:
    """Columns of a table without a header, by what each cell of the row consists of."""
    title = _title_cell(row)
    if title is None:
        return {}
    columns = {title: "title"}
    for at, cell in enumerate(row.cells):
        text = _text(cell)
        if at == title or not text:
            continue
        act = parse_act(text)
        if parse_date(text) is not None:
            columns[at] = "date"
        elif act.number is not None and act.date is not None:
            columns[at] = "requisites"
        elif act.number is not None and not act.subject:
            columns[at] = "number"
        elif act.kind is not None and not act.subject:
            columns[at] = "kind"
    return {
        at: name for at, name in columns.items() if name != "number" or at == _own(row, columns)
    }


def _own(row: Block, columns: Mapping[int, str]) -> int:
    """Of several numbers in a row that of the act: one with a sign or letters, else the second."""
    numbers = [at for at, name in columns.items() if name == "number"]
    told = (at for at in numbers if not _text(row.cells[at]).strip(" .").isdecimal())
    return next(told, numbers[1] if len(numbers) > 1 else numbers[0])


def _link(row: Block, title: tuple[Block, ...]) -> Link | None:
    """The link of the title, else the first of the row."""
    return next((link for block in title for link in block.links), next(iter(row.links), None))
