"""The text of a page as blocks in document order: paragraphs, items, headings, rows of tables.

`<br>` ends a block as a paragraph does. A table that holds another one, or whose rows have one cell,
only lays out the page: its text comes as ordinary blocks. Merged cells stand in every row they
cover.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from pipeline.readers.page_links import absolute, unwrapped
from pipeline.ukrainian.text import fold_spaces

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form header hr legend li main nav ol p pre section summary table tbody td tfoot"
    " th thead tr ul".split()
)
_SKIPPED = frozenset(
    "script style noscript template iframe button select textarea svg object head".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: its words, spaces folded, and its absolute address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of the page as a reader sees it."""

    text: str
    """Spaces folded; empty where there is only a link around a picture."""
    links: tuple[Link, ...]
    line: int
    """Line of the HTML source."""
    element: str
    """Path of the element: `main/p[12]`."""
    heading: bool = False
    cells: tuple[tuple["Block", ...], ...] = ()
    """The blocks of every cell, where the block is a row of a table."""


@dataclass(slots=True)
class Links:
    """Makes addresses absolute and remembers the lines of those that could not be."""

    base: str
    relative: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)

    def read(self, anchor: etree._Element, text: str) -> Link | None:
        """The link of an `a`; None where it leads nowhere or where nobody can say."""
        address = absolute(anchor.get("href") or "", self.base)
        if address == "":
            self.relative.append(anchor.sourceline or 0)
        if not address:
            return None
        true_address = unwrapped(address)
        if true_address is None:
            self.hidden.append(anchor.sourceline or 0)
        return Link(text=text, address=true_address or address)


def read_blocks(
    root: html.HtmlElement, regions: tuple[html.HtmlElement, ...], links: Links
) -> Iterator[Block]:
    """The blocks of these parts of the page, in their order."""
    tree = root.getroottree()
    for number, region in enumerate(regions, start=1):
        name = str(region.tag) if len(regions) == 1 else f"{region.tag}[{number}]"
        paths = _Paths(tree=tree, prefix=tree.getpath(region), name=name)
        pieces = ((line, line.block(links, paths)) for line in _lines(region))
        seen = ((line, block) for line, block in pieces if block.text or block.links)
        yield from join_rows(((cell_of(line.owner, region), block) for line, block in seen), paths)


@dataclass(frozen=True, slots=True)
class _Paths:
    """Names of places, from the part of the page that is read."""

    tree: "etree._ElementTree[etree._Element]"
    prefix: str
    name: str

    def of(self, element: etree._Element) -> str:
        return self.name + self.tree.getpath(element).removeprefix(self.prefix)


@dataclass(slots=True)
class _Line:
    """A line under construction: its words, its anchors, and where it began."""

    owner: etree._Element
    number: int
    words: list[str] = field(default_factory=list)
    anchors: list[tuple[etree._Element, list[str]]] = field(default_factory=list)

    def add(self, words: str, anchor: etree._Element | None) -> None:
        self.words.append(words)
        if anchor is not None:
            if not self.anchors or self.anchors[-1][0] is not anchor:
                self.anchors.append((anchor, []))
            self.anchors[-1][1].append(words)

    def block(self, links: Links, paths: _Paths) -> Block:
        found = (links.read(anchor, fold_spaces("".join(said))) for anchor, said in self.anchors)
        return Block(
            text=fold_spaces("".join(self.words)),
            links=_joined(link for link in found if link is not None),
            line=self.number,
            element=paths.of(self.owner),
            heading=self.owner.tag in _HEADINGS,
        )


def _joined(links: Iterator[Link]) -> tuple[Link, ...]:
    """Neighbours that lead to one address are one link: editors break them in the middle of a word."""
    joined: list[Link] = []
    for link in links:
        if joined and joined[-1].address == link.address:
            joined[-1] = replace(link, text=fold_spaces(f"{joined[-1].text} {link.text}"))
        else:
            joined.append(link)
    return tuple(joined)


def _lines(region: html.HtmlElement) -> Iterator[_Line]:
    """The lines of a part of the page; without recursion, since pages may nest very deep."""
    owners: list[etree._Element] = []
    anchors: list[etree._Element] = []
    line = _Line(region, region.sourceline or 0)
    walk = etree.iterwalk(region, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        starts, tag = event == "start", element.tag
        if tag in _BLOCKS or (tag == "br" and starts):
            yield line
            if tag in _BLOCKS:
                owners = [*owners, element] if starts else owners[:-1]
            line = _Line(owners[-1] if owners else region, element.sourceline or 0)
        if tag == "a":
            anchors = [*anchors, element] if starts else anchors[:-1]
        if starts and tag in _SKIPPED:
            walk.skip_subtree()
        elif starts:
            line.add(element.text or "", anchors[-1] if anchors else None)
        if not starts and element is not region:
            line.add(element.tail or "", anchors[-1] if anchors else None)
    yield line
