"""Several acts on one line: links that only a style sheet sets apart, acts in one cell."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.act_pages.lines import starts_with_about
from pipeline.extractors.act_pages.links import whole_title
from pipeline.readers.pages.blocks import Block, Link
from pipeline.ukrainian.acts import is_requisites, parse_act
from pipeline.ukrainian.text import plain

# With a capital letter: «<a>Про зміни до рішення</a> <a>«Про бюджет»</a>» is one title.
_BEGINS = re.compile(
    r"(?:(?:PDF|DOCX?|RTF)\s+)?(?:Про\s|ПРО\s|№|\d|(?i:рішення|розпорядження|наказ|ухвала|проєкт|проект)\s)"
)
_NAMES_PAPER = re.compile(r"(?:рішен|розпоряджен|закон|наказ|постанов)\w*(?:\s+\w+){0,3}$", re.I)
_AGAIN = re.compile(r"\s*[;,]\s*(?=№\s?\d\S*\s+Про\s)")
_NUMBERED = re.compile(r"№\s?\d\S*\s+Про\s")
_ANY_ACT = re.compile(r"рішен|розпорядж|наказ|постанов|протокол|закон", re.IGNORECASE)
_BETWEEN = " ,;|/•·–—-"


def acts_apart(block: Block) -> Iterator[Block]:
    """The block, or a block for each act that stands in it."""
    if block.cells:
        yield from _rows(block)
    elif len(block.links) > 1:
        yield from _links(block)
    elif block.text.rfind("№") > 0 and _AGAIN.search(block.text):
        yield from _under_one_link(block)
    else:
        yield block


def _under_one_link(block: Block) -> Iterator[Block]:
    """«№ 133 Про тариф; № 134 Про маршрут» in one link: two acts, unless the first names others."""
    parts = _AGAIN.split(block.text)
    if not _NUMBERED.match(parts[0]) or any(map(_ANY_ACT.search, parts)):
        yield block
        return
    for part in parts:
        text = part.strip(_BETWEEN)
        yield block._replace(text=text, links=tuple(x._replace(text=text) for x in block.links))


def _links(block: Block) -> Iterator[Block]:
    titled = [link for link in block.links if _is_act(link.text)]
    starts = [block.text.find(link.text) for link in titled]
    if len(titled) > 1 and -1 not in starts and all(_is_same(titled[0], one) for one in titled[1:]):
        yield block._replace(text=block.text[: max(starts[1], 1)].strip(_BETWEEN))
        return
    if len(titled) < 2 or -1 in starts or not _are_apart(block, titled, starts):
        yield block
        return
    ahead = bool(block.text[: starts[0]].strip(_BETWEEN))
    cuts = [
        0,
        *(_cut(block, titled[at - 1], starts[at], ahead=ahead) for at in range(1, len(titled))),
    ]
    for start, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        text = block.text[start:end].strip(_BETWEEN)
        yield block._replace(text=text, links=tuple(x for x in block.links if x.text in text))


def _is_act(text: str) -> bool:
    return _BEGINS.match(text) is not None and starts_with_about(parse_act(text).subject)


def _is_same(link: Link, other: Link) -> bool:
    """Whether two links are one act: «№ 5 Про план» as a text and as its scan."""
    acts = parse_act(link.text), parse_act(other.text)
    title = whole_title(acts[0].subject or "", acts[1].subject or "")
    return title is not None and acts[0].number == acts[1].number


def _are_apart(block: Block, titled: Sequence[Link], starts: Sequence[int]) -> bool:
    """Whether nothing but links, separators and requisites stands between the titles."""
    for link, start, following, end in zip(titled, starts, titled[1:], starts[1:], strict=False):
        gap = block.text[start + len(link.text) : end]
        for other in block.links:
            gap = gap.replace(other.text, "") if other.text else gap
        words = gap.strip(_BETWEEN)
        if end <= start or _is_same(link, following) or _NAMES_PAPER.search(plain(link.text)):
            return False
        if words and not is_requisites(words):
            return False
    return True


def _cut(block: Block, before: Link, start: int, *, ahead: bool) -> int:
    """Where the next act begins: with the number before its title, where such stand ahead."""
    end = block.text.find(before.text) + len(before.text)
    return end if ahead and is_requisites(block.text[end:start].strip(_BETWEEN)) else start


def _rows(row: Block) -> Iterator[Block]:
    """A row for each act in a cell of several; the lines of a row whose cells are acts each."""
    acts = [[piece for part in cell for piece in acts_apart(part)] for cell in row.cells]
    own = [[piece for piece in cell if piece.links and _is_act(piece.text)] for cell in acts]
    several = [at for at, cell in enumerate(own) if len(cell) > 1]
    numbered = [cell for cell in own if len(cell) == 1 and parse_act(cell[0].text).number]
    if len(several) > 1 or (not several and len({cell[0].text for cell in numbered}) > 1):
        yield from (piece for cell in acts for piece in cell)
    elif len(several) == 1 and len(own[several[0]]) == len(acts[several[0]]):
        pieces = own[several[0]]
        for number, piece in enumerate(pieces):
            yield _row_with(_beside(row, number, len(pieces)), several[0], piece)
    else:
        yield row


def _beside(row: Block, number: int, count: int) -> Block:
    """The row with one line of every cell that has one for each act: «5<br>6»."""
    cells = (cell[number : number + 1] if len(cell) == count else cell for cell in row.cells)
    return row._replace(cells=tuple(cells))


def _row_with(row: Block, at: int, piece: Block) -> Block:
    cells = (*row.cells[:at], (piece,), *row.cells[at + 1 :])
    texts = [" ".join(block.text for block in cell) for cell in cells if cell]
    links = tuple(link for cell in cells for block in cell for link in block.links)
    return row._replace(text=" | ".join(filter(None, texts)), links=links, cells=cells)
