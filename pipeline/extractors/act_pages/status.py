"""The status of an act, and the day it was published, where its own line or row says them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pipeline.readers.pages.blocks import Block
from pipeline.ukrainian.act_status import find_status, may_say_status
from pipeline.ukrainian.dates import find_dates

_COLUMN = "status"
_LABEL = re.compile(r"(?:статус|стан)(?:\s+\w+)?\s*:\s*", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:статус|стан)(?:\s+\w+)?\s*:|\(?(?:не\s?)?(?:чинн|діюч|втрати)", re.IGNORECASE
)
_WORDS = r"(?:дата\s+)?(?:опублік|оприлюдн|розміщен|додан|публікац)\w*[\s:-]*\d"
_PUBLISHED = re.compile(rf"{_WORDS}|\d\S*\.\d{{4}}\D{{1,5}}\d\d?:\d\d", re.IGNORECASE)
_BEHIND = re.compile(rf"[(\[]\s*(?P<words>{_WORDS}[^()\[\]]*)[)\]]\W*$", re.IGNORECASE)


def status_of(block: Block, of_page: str = "") -> dict[str, str]:
    """The column and the word of the closed list; nothing where neither line nor page says any."""
    if not (of_page or may_say_status(block.text)):
        return {}
    cells = (" ".join(part.text for part in cell) for cell in block.cells)
    behind = (_behind(block.text, link.text) for link in block.links)
    said = map(find_status, (block.text, *behind, *cells, of_page))
    found = next(filter(None, said), None)
    return {_COLUMN: found} if found else {}


def _behind(text: str, link: str) -> str:
    """What stands behind a link in its line: «<a>Про …</a> – скасовано рішенням …»."""
    return text.partition(link)[2].strip(" ,.;–—-") if link else ""


def with_status(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> list[str]:
    """The columns, and that of statuses where a page says any: else the descriptor fills it."""
    said = any(_COLUMN in row for row in rows)
    return [*columns, *([_COLUMN] if said else [])]


def status_of_line(text: str) -> str | None:
    """The status that a line under a title consists of."""
    match = _STATUS.match(text)
    return find_status(_LABEL.sub("", text)) if match else None


def day_of_line(text: str) -> date | None:
    """The day of a line that says when something was published: in words, or with the hour."""
    found = find_dates(text) if _PUBLISHED.match(text) else ()
    return found[0].value if len(found) == 1 else None


def day_behind(text: str) -> date | None:
    """The day of publication in brackets behind a title: «Про … (оприлюднено 19.04.2024)»."""
    match = _BEHIND.search(text) if text.endswith((")", "]", ").", "];", ");")) else None
    return day_of_line(match["words"]) if match else None
