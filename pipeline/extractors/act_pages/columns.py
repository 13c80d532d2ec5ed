"""What the columns of a table of acts hold, by their names or by what stands in them."""

import re
from collections.abc import Mapping

from pipeline.extractors.act_pages.lines import starts_with_about
from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.acts import parse_act
from pipeline.ukrainian.dates import parse_date
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
        (r"про[єе]кт(?:\s+(?:рішення|розпорядження))?", "draft"),
        (r"(?:прийняте\s+)?(?:рішення|розпорядження)", "adopted"),
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
        (r"(?:посилання|файли?|завантажити|текст|документ|скачати|електронн\w+)(?:\s.*)?", "link"),
    )
)

# Columns that no list of acts has: of purchases, contracts, tenders, letters of citizens.
_OF_NO_ACTS = re.compile(
    r"(?:(?:короткий\s+)?зміст|суть|тема|предмет|назва)\s+(?:звернення|запит[уа]?|петиції|скарги|заяви|листа)|заявник\w*"
    r"|вх(?:ідний|\.)?\s*(?:№|номер)"
    r"|предмет(?:\s+(?:закупівл|договор|торг)\w*)?|постачальник\w*|контрагент\w*|переможець.*"
    r"|(?:(?:очікувана|загальна)\s+)?(?:вартість|ціна|сума)\s+(?:закупівл|договор|предмет|лот)\w*|очікувана\s+вартість.*"
)
# Few rows of a table are its header: the names of columns are slow to find that out.
_MAY_NAME_TITLES = re.compile(r"назва|найменування|заголовок|зміст|тема|суть|про\s+що|питання")


def named_columns(row: Block) -> dict[int, str]:
    """What the columns hold, where the row is a header that names a title and something else."""
    if row.links or not _MAY_NAME_TITLES.search(plain(row.text).lower()):
        return {}
    names = {at: _column(text_of(cell)) for at, cell in enumerate(row.cells)}
    columns = {at: name for at, name in names.items() if name}
    kinds = set(columns.values())
    if "title" not in kinds or len(kinds) < 2:
        return {}
    numbers = [at for at, name in columns.items() if name in ("number", "requisites")]
    bare = [at for at in numbers if is_bare(row.cells[at])]
    if bare and len(numbers) > 1:
        columns[bare[0]] = "ordinal"
    return columns


def names_no_acts(row: Block) -> bool:
    """Whether a header names what only tables of purchases, contracts or letters have."""
    if row.links:
        return False
    names = (plain(text_of(cell)).lower().strip(" .:") for cell in row.cells)
    return any(map(_OF_NO_ACTS.fullmatch, names))


def is_bare(cell: tuple[Block, ...]) -> bool:
    """Whether the name of a column is only the sign of numbers."""
    return plain(text_of(cell)).strip(" .") in ("№", "N")


def _column(name: str) -> str | None:
    folded = plain(name).lower().strip(" .:")
    return next((what for pattern, what in _COLUMNS if pattern.fullmatch(folded)), None)


def _title_cell(row: Block) -> int | None:
    texts = ((at, text_of(cell)) for at, cell in enumerate(row.cells))
    may_be = ((at, text) for at, text in texts if "про" in plain(text).lower())
    return next((at for at, text in may_be if starts_with_about(parse_act(text).subject)), None)


def guessed_columns(row: Block) -> dict[int, str]:
    """Columns of a table without a header, by what each cell of the row consists of."""
    title = _title_cell(row)
    if title is None:
        return {}
    columns = {title: "title"}
    for at, cell in enumerate(row.cells):
        text = text_of(cell)
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
    told = (at for at in numbers if not text_of(row.cells[at]).strip(" .").isdecimal())
    return next(told, numbers[1] if len(numbers) > 1 else numbers[0])


def is_second(columns: Mapping[int, str], position: int, row: Block) -> bool:
    """Whether an earlier column holds the same; a name merged over columns stands in each."""
    name = columns[position]
    if name in ("link", "ordinal"):
        return False
    earlier = (at for at, other in columns.items() if at < position and other == name)
    return any(row.cells[at] != row.cells[position] for at in earlier)


def text_of(cell: tuple[Block, ...]) -> str:
    """The words of a cell, its lines joined."""
    return " ".join(block.text for block in cell if block.text)


def without_name(cell: tuple[Block, ...], name: str | None) -> tuple[Block, ...]:
    """A cell without the name of its column: «Дата: 12.03.2024»."""
    label = f"{name}:"
    if not name or not cell or not cell[0].text.startswith(label):
        return cell
    rest = cell[0]._replace(text=cell[0].text.removeprefix(label).strip())
    return (rest, *cell[1:]) if rest.text or rest.links else cell[1:]
