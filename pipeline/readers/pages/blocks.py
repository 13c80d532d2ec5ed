"""The text of a page as blocks in document order: paragraphs, items, headings, rows of tables.

`<br>` ends a block as a paragraph does. A table that holds another one, or has one cell in a row,
only lays out the page: its text comes as ordinary blocks. Merged cells stand in every row they
cover.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from pipeline.readers.links import absolute, unwrapped
from pipeline.readers.pages.around import Around
from pipeline.readers.pages.buttons import heads
from pipeline.readers.pages.paths import Paths
from pipeline.readers.pages.pre import break_lines
from pipeline.readers.pages.tables import Tables
from pipeline.readers.pages.tree import Element, line_of
from pipeline.ukrainian.text import fold_spaces

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
    *("legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "tr", "ul"),
}
_PLAIN = ("span", "font", "b", "strong", "i", "em", "u", "big", "small", "sub", "sup", "label")
"""How words look, not where a line ends: two of three elements of a recorded page are these."""
_SKIPPED = {
    *("script", "style", "noscript", "template", "iframe", "button", "select", "textarea"),
    *("svg", "object", "head"),
}


_SHORTEST_STEM = 10
"""Signs that the cut words of a link and its `title` must share."""


# Not dataclasses: a page has hundreds, and frozen ones take twice as long to make (seen 2026-11).
class Link(NamedTuple):
    """A link: its words, spaces folded, and its absolute address."""

    text: str
    address: str


class Block(NamedTuple):
    """One line of the page as a reader sees it."""

    text: str
    """Spaces folded; empty where there is only a link around a picture."""
    links: tuple[Link, ...]
    line: int
    """Line of the HTML source."""
    element: str
    """Path of the element: `main/p[12]`."""
    heading: bool = False
    marker: int | None = None
    """The number that a browser prints before the first line of an item of `ol`."""
    cells: tuple[tuple["Block", ...], ...] = ()
    """The blocks of every cell, where the block is a row of a table."""
    is_around: bool = False
    """Whether it stands in a menu, a side bar or the foot of the site."""


@dataclass(slots=True)
class Links:
    """Makes addresses absolute and remembers the lines of those that could not be."""

    base: str
    relative: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)

    def read(self, anchor: etree._Element, text: str) -> Link | None:
        """The link of an `a`; None where it leads nowhere or where nobody can say."""
        address = absolute(anchor.get("href") or "", self.base)
        if not address:
            if address is not None:
                self.relative.append(line_of(anchor))
            return None
        true_address = unwrapped(address)
        if true_address is None:
            self.hidden.append(line_of(anchor))
        return Link(text=text, address=true_address or address)


def read_blocks(regions: tuple[Element, ...], links: Links) -> Iterator[Block]:
    """The blocks of these parts of the page, in their order."""
    for number, region in enumerate(regions, start=1):
        break_lines(region)
        _strip_plain(region)
        name = str(region.tag) if len(regions) == 1 else f"{region.tag}[{number}]"
        paths = Paths(region=region, name=name)
        around = Around(region=region)
        lines = _lines(region)
        pieces = ((line.owner, line.block(links, paths, around)) for line in lines)
        said = [(owner, block) for owner, block in pieces if block.text or block.links]
        numbered = _with_markers(said) if next(region.iter("ol"), None) is not None else said
        yield from _with_rows(list(numbered), Tables(region=region), paths)


def _strip_plain(region: Element) -> None:
    """Leave only the words of what is plain.

    Not where something else than a block holds a block: places would have other names then.
    """
    for element in islice(region.iter(), 1, None):
        if element.tag in _BLOCKS and _parent_tag(element) not in _BLOCKS:
            return
    etree.strip_tags(region, *_PLAIN)


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


@dataclass(slots=True)
class _Line:
    """A line under construction: its words, its anchors, and where it began."""

    owner: etree._Element
    first: etree._Element
    """What it began with."""
    words: list[str] = field(default_factory=list)
    anchors: list[tuple[etree._Element, list[str]]] = field(default_factory=list)

    def add(self, words: str, anchor: etree._Element | None) -> None:
        if anchor is None:
            # What a line begins with is not seen if it is only spaces.
            if self.words or not words.isspace():
                self.words.append(words)
            return
        self.words.append(words)
        if not self.anchors or self.anchors[-1][0] is not anchor:
            if not words.strip() and any(str(piece).strip() for piece in anchor.itertext()):
                return  # the words of this link are on another line
            self.anchors.append((anchor, []))
        self.anchors[-1][1].append(words)

    def block(self, links: Links, paths: Paths, around: Around) -> Block:
        text = fold_spaces("".join(self.words))
        found: list[Link] = []
        for anchor, pieces in self.anchors:
            # Most links are the whole of their line.
            words = text if pieces == self.words else fold_spaces("".join(pieces))
            whole = _uncut(anchor, words)
            text = text.replace(words, whole) if whole != words else text
            link = links.read(anchor, whole)
            found += () if link is None else (link,)
        return Block(
            text=text,
            links=_joined(found) if found else (),
            line=line_of(self.first),
            element=paths.of(self.owner),
            heading=self.owner.tag in _HEADINGS,
            is_around=around.holds(self.owner),
        )


def _uncut(anchor: etree._Element, words: str) -> str:
    """The words of a link; where a site cut them with dots, the whole ones from its `title`."""
    if not words.endswith(("…", "...")):
        return words
    whole = fold_spaces(anchor.get("title") or "")
    stem = words.removesuffix("…").rstrip(". ")
    if len(whole) <= len(stem):
        return words
    at = words.find(whole[:_SHORTEST_STEM])
    fits = at >= 0 and len(stem) - at >= _SHORTEST_STEM and whole.startswith(stem[at:])
    return words[:at] + whole if fits else words


def _joined(links: list[Link]) -> tuple[Link, ...]:
    """Neighbours that lead to one address are one link, broken by an editor between words."""
    if len(links) < 2:
        return tuple(links)
    joined: list[Link] = []
    for link in links:
        if joined and joined[-1].address == link.address:
            joined[-1] = link._replace(text=fold_spaces(f"{joined[-1].text} {link.text}"))
        else:
            joined.append(link)
    return tuple(joined)


def _lines(region: Element) -> Iterator[_Line]:
    """The lines of a part of the page; without recursion, since pages may nest very deep."""
    owners: list[etree._Element] = []
    anchors: list[etree._Element] = []
    line = _Line(region, region)
    walk = etree.iterwalk(region, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        starts, tag = event == "start", element.tag
        is_block = tag in _BLOCKS
        if is_block:
            owners.append(element) if starts else owners.pop()
        if is_block or (tag == "br" and starts):
            owner = owners[-1] if owners else region
            if line.words or line.anchors:
                yield line
                line = _Line(owner, element)
            else:
                line.owner, line.first = owner, element
        elif tag == "a":
            anchors.append(element) if starts else anchors.pop()
        if starts and tag in _SKIPPED and not (tag == "button" and heads(element)):
            walk.skip_subtree()
            continue
        words = element.text if starts else None if element is region else element.tail
        # A link without words counts: it may be around a picture.
        if words or (starts and anchors):
            line.add(words or "", anchors[-1] if anchors else None)
    yield line


def _with_markers(
    said: list[tuple[etree._Element, Block]],
) -> Iterator[tuple[etree._Element, Block]]:
    """The blocks, the first of every item of a numbered list with its number."""
    marked: set[etree._Element] = set()
    for owner, block in said:
        item = owner if owner.tag == "li" else next(owner.iterancestors("li"), None)
        number = None if item is None or item in marked else _ordinal(item)
        if item is not None:
            marked.add(item)
        yield owner, block if number is None else block._replace(marker=number)


def _ordinal(item: etree._Element) -> int | None:
    """What a browser prints before an item: `start` of the list and `value` of items count."""
    listing = item.getparent()
    if listing is None or listing.tag != "ol" or (listing.get("type") or "1") != "1":
        return None
    number = _whole(listing.get("start"), 1) - 1
    for one in listing.iterchildren("li"):
        number = _whole(one.get("value"), number + 1)
        if one is item:
            return number
    return None


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.strip().isdecimal() else otherwise


def _with_rows(
    said: list[tuple[etree._Element, Block]], tables: Tables, paths: Paths
) -> Iterator[Block]:
    """The blocks, those of one row of a table gathered under one."""
    if not tables.stand_in():
        yield from (block for _, block in said)
        return
    by_cell: dict[etree._Element, list[Block]] = {}
    placed = ((*tables.row_and_cell(owner), block) for owner, block in said)
    for row, group in groupby(placed, key=itemgetter(0)):
        blocks = []
        for _, cell, block in group:
            blocks.append(block)
            if cell is not None:
                by_cell.setdefault(cell, []).append(block)
        if row is None:
            yield from blocks
        else:
            cells = tables.columns(row)
            if len({cell for cell in cells if cell in by_cell}) < 2:
                yield from blocks  # a row with one cell filled is a line across the table
            else:
                columns = tuple(tuple(by_cell.get(cell, ())) for cell in cells)
                yield _row_block(columns, blocks, paths.of(row))


def _row_block(columns: tuple[tuple[Block, ...], ...], blocks: list[Block], element: str) -> Block:
    texts = [" ".join(block.text for block in cell) for cell in columns if cell]
    return Block(
        text=" | ".join(text for text in dict.fromkeys(texts) if text),
        links=tuple(link for block in blocks for link in block.links),
        line=blocks[0].line,
        element=element,
        cells=columns,
        is_around=blocks[0].is_around,
    )
