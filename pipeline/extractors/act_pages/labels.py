"""Fields of an act on lines of their own, «Вид: Рішення», «Номер: 45/12», «Дата: 18.01.2024».

Alone «Дата» may be of anything; beside a number it is the day of the act, under the name of a
meeting that of the meeting.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_kinds import find_kinds
from pipeline.ukrainian.dates import find_dates, parse_date
from pipeline.ukrainian.text import plain

_OF_ACT = r"(?:\s+(?:документ|акт|рішення|розпорядження|прийняття|ухвалення|підписання)\w*)?"
_LABEL = re.compile(
    rf"(?:(?P<kind>вид|тип)|(?P<number>(?:реєстраційний\s+)?номер)|(?P<date>дата)){_OF_ACT}\s*(?::\s*|$)"
    r"|(?P<adopted>прийнято|ухвалено)\s*:\s*",
    re.IGNORECASE,
)
# «Номер: 820 Прийнято: 05.03.2024 Оприлюднено: 07.03.2024» on one line.
_NEXT = re.compile(
    r"\s+(?=(?:Вид|Тип|Номер|Дата|Прийнято|Ухвалено|Оприлюднено|Опубліковано|Статус|Стан)(?:\s+\w+)?:\s)"
)
# «Дата документа: 12.02.2024» is no line of a document.
_OWN_DAY = re.compile(r"дата\s+(?:документ|акт|рішення|розпорядження)|прийнято|ухвалено", re.I)
_OF_SITE = re.compile(r"(?:оприлюднено|опубліковано|статус|стан)(?:\s+\w+)?:", re.IGNORECASE)
_MEETING = re.compile(r"(?:\S+\s+){0,4}(?:сесія|засідання)(?:\s+[\w№()\s.-]{1,60})?", re.IGNORECASE)
_DAY = re.compile(r"дата(?:\s+(?:проведення|сесії|засідання))*\s*:\s*", re.IGNORECASE)
_FIRST = "ВТНДРПУвтндрпу"
"""Letters that labels begin with: few lines do."""
_NUMBER = re.compile(r"(?:№\s*)?\d\S{0,15}")


def labels_joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with those that say kind, number and day of one act as a line of requisites."""
    blocks = [piece for block in blocks for piece in _fields_apart(block)]
    at = 0
    while at < len(blocks):
        found, end = _fields(blocks, at)
        day = _day_of_meeting(blocks, at)
        if day:
            yield blocks[at]._replace(text=f"{blocks[at].text} від {day}")
            at += 2
        elif set(found) == {"date"} and _OWN_DAY.match(blocks[at].text):
            yield blocks[at]._replace(text=f"дата прийняття: {found['date']}")
            at = end
        elif "number" in found and len(found) > 1:
            yield blocks[at]._replace(text=_requisites(found))
            at = end
        else:
            yield blocks[at]
            at += 1


def _fields_apart(block: Block) -> Iterator[Block]:
    """The block, or a block for each of the labels that it consists of."""
    text = block.text
    if text[:1] not in _FIRST or _is_more(block) or not (_LABEL.match(text) and _NEXT.search(text)):
        yield block
        return
    pieces = [block._replace(text=part) for part in _NEXT.split(text)]
    known = all(_OF_SITE.match(one.text) or _fits(*_field([one], 0)[:2]) for one in pieces)
    yield from pieces if known else [block]


def _day_of_meeting(blocks: Sequence[Block], at: int) -> str:
    """The day on the line under a meeting without one: «Сесія 48 (чергова)», «Дата: 18.10.2024»."""
    under = blocks[at + 1].text if at + 1 < len(blocks) else ""
    label = _DAY.match(under) if under[:1] in _FIRST else None
    if label is None or any(map(_is_more, blocks[at : at + 2])):
        return ""
    day, name = under[label.end() :], blocks[at].text
    named = _MEETING.fullmatch(plain(name)) and not find_dates(name)
    return day if named and parse_date(day) else ""


def _fields(blocks: Sequence[Block], at: int) -> tuple[dict[str, str], int]:
    """What labels from this line on say, each label once, and where they end."""
    found: dict[str, str] = {}
    while at < len(blocks):
        name, value, length = _field(blocks, at)
        if not name or name in found or not _fits(name, value):
            break
        found[name] = value
        at += length
    return found, at


def _field(blocks: Sequence[Block], at: int) -> tuple[str, str, int]:
    """Label, value and lines that they take: the value may stand under its label."""
    text = blocks[at].text
    match = _LABEL.match(text) if text[:1] in _FIRST and not _is_more(blocks[at]) else None
    if match is None:
        return "", "", 0
    value, length = text[match.end() :].strip(), 1
    if not value and at + 1 < len(blocks) and not _is_more(blocks[at + 1]):
        value, length = blocks[at + 1].text, 2
    name = "date" if match["adopted"] else match.lastgroup or ""
    return name, value, length


def _is_more(block: Block) -> bool:
    """Whether a block is more than plain words."""
    return bool(block.links or block.cells)


def _fits(name: str, value: str) -> bool:
    """Whether a value is what its label says, and nothing else."""
    folded = plain(value).strip(" .")
    if not name:
        return False
    if name == "number":
        return _NUMBER.fullmatch(folded) is not None
    if name == "date":
        return parse_date(value) is not None
    kinds = find_kinds(folded)
    return len(kinds) == 1 and kinds[0].start == 0 and kinds[0].end == len(folded)


def _requisites(found: dict[str, str]) -> str:
    number = found["number"].removeprefix("№").strip(" .")
    day = f"від {found['date']}" if "date" in found else ""
    return " ".join(filter(None, (found.get("kind", ""), f"номер: {number}", day)))
