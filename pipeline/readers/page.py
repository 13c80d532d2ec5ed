"""Web pages of councils: HTML bytes to blocks of text with their links, lines and places.

Facts of the platform that hundreds of communities use (gromada.org.ua): the article is in `main`,
of which there may be two; `time datetime` holds only the year, so the day stands in its text; the
side bar holds `time` of other articles; section pages list articles as cards beside `main`.
"""

import codecs
import re
from dataclasses import dataclass
from datetime import date
from itertools import chain

from lxml import etree

from pipeline.errors import SourceError
from pipeline.model import Finding, Snapshot
from pipeline.parameters.page import PageOptions
from pipeline.parameters.recipe import PageShape
from pipeline.readers.links import absolute
from pipeline.readers.pages import shape
from pipeline.readers.pages.blocks import Block, Link, Links, read_blocks
from pipeline.readers.pages.faults import broken_links, cut_off
from pipeline.readers.pages.published import published, published_line, without_published
from pipeline.readers.pages.shape import Shaped
from pipeline.readers.pages.struck import Struck, struck_texts
from pipeline.readers.pages.tree import (
    Element,
    Marks,
    article_of,
    has_class,
    line_of,
    marks_of,
    parsed,
    words_of,
)
from pipeline.ukrainian.text import fold_spaces

_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "archive"),
    (b"Rar!", "archive"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
)
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|div|p|table|ul|ol|h[1-6]|section|span|a)\b",
    re.IGNORECASE,
)
_ERROR_TITLE = re.compile(
    r"(?:error\s*|помилка\s*)?(?P<status>40[0-9]|410|429|50[0-9]|52[0-9])\b"
    r"|(?:page )?not found|сторінку не знайдено|access denied|just a moment|service unavailable"
    r"|bad gateway|доступ заборонено|internal server error",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*(?P<name>[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, read."""

    snapshot: Snapshot
    address: str
    """What the page names as its own address, else where it came from; may be empty."""
    heading: str
    """The text of `h1`."""
    published: date | None
    """The day the page prints as that of its publication."""
    blocks: tuple[Block, ...]
    """The text of `main`, of `body` where there is none, in its order."""
    cards: tuple[Link, ...]
    """Articles that a section page lists beside `main`."""
    findings: tuple[Finding, ...]
    status: str = ""
    """Of its one act, in the words of the page."""
    struck: tuple[Struck, ...] = ()
    """What of its text is crossed out; it is read as any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page as a tree, before anything on it is understood."""

    root: Element
    source: bytes
    """What was parsed, in UTF-8."""
    address: str
    links: Links
    marks: Marks


def open_page(data: bytes, snapshot: Snapshot, options: PageOptions) -> Opened:
    """The tree of a page.

    Raises:
        SourceError: it is no HTML, an error page of a server, or not in the declared encoding.
    """
    is_utf8 = options.encoding == "utf-8"
    signs = data.removeprefix(codecs.BOM_UTF8) if is_utf8 else data
    text = _decoded(signs, snapshot, options)
    _refuse_other_formats(text, snapshot)
    source = signs if is_utf8 else text.encode("utf-8", "replace")
    root = _parsed(source, snapshot)
    marks = marks_of(root)
    _confirm_encoding(marks, snapshot, options)
    _refuse_error_page(marks, snapshot)
    address = _address(marks, snapshot, options)
    # What a page was fetched from goes before the address it names: that may be of another page.
    fetched = absolute(snapshot.address, "")
    base = shape.base_of(marks["base"], fetched or address or options.base)
    return Opened(root=root, source=source, address=address, links=Links(base), marks=marks)


_ANY = PageShape()


def read(data: bytes, snapshot: Snapshot, options: PageOptions, shape: PageShape = _ANY) -> Page:
    """Read a page; `shape`: where its parts are, on a platform that says so.

    Raises:
        SourceError: it is no HTML, an error page of a server, or not in the declared encoding.
    """
    return read_opened(open_page(data, snapshot, options), snapshot, shape)


def read_opened(opened: Opened, snapshot: Snapshot, shape: PageShape = _ANY) -> Page:
    """Read a page that is open; of its tree only the words and links are left."""
    root, links = opened.root, opened.links
    shaped = Shaped(root=root, shape=shape)
    # Before the regions: there what says nothing of acts is taken out.
    said = shaped.heading(), shaped.published(), shaped.status()
    regions = shaped.regions()
    marks = marks_of(root) if shape.drop else opened.marks
    regions = regions or _regions(root, marks)
    # Before the blocks: for these the tree is made plain.
    struck, printed = struck_texts(regions, opened.source), said[1] or published(regions[0])
    blocks = shaped.items(links) or without_published(regions[0], read_blocks(regions, links))
    return Page(
        snapshot=snapshot,
        address=opened.address,
        heading=said[0] or _heading(marks, regions),
        published=printed or published_line(blocks),
        blocks=blocks,
        cards=tuple(_cards(marks, regions, links)),
        status=said[2],
        struck=struck,
        findings=(
            *cut_off(opened.source, snapshot),
            *broken_links(links, snapshot),
            *shaped.findings(snapshot),
        ),
    )


def _decoded(data: bytes, snapshot: Snapshot, options: PageOptions) -> str:
    looks = next((name for sign, name in _SIGNATURES if data.startswith(sign)), "")
    looks = looks or ("empty" if not data or data.isspace() else "")
    if looks:
        raise SourceError("page-is-not-html", source=snapshot.address, looks=looks)
    try:
        text = data.decode(options.encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            "page-not-in-encoding",
            source=snapshot.address,
            encoding=options.encoding,
            line=str(line),
        ) from error
    # Bytes are looked through faster than signs, and nearly always answer.
    if b"\x00" in data and "\x00" in text:
        raise SourceError("page-is-not-html", source=snapshot.address, looks="binary")
    return text


def _refuse_other_formats(text: str, snapshot: Snapshot) -> None:
    first = re.search(r"\S", text)
    start = first.group() if first else ""
    if _TAG.search(text) and start == "<":
        return
    looks = {"{": "json", "[": "json", "<": "xml"}.get(start, "text")
    raise SourceError("page-is-not-html", source=snapshot.address, looks=looks)


def _parsed(data: bytes, snapshot: Snapshot) -> Element:
    try:
        return parsed(data)
    except etree.ParserError as error:
        raise SourceError("page-is-not-html", source=snapshot.address, looks="empty") from error


def _confirm_encoding(marks: Marks, snapshot: Snapshot, options: PageOptions) -> None:
    for meta in marks["meta"]:
        said = meta.get("charset") or ""
        if (meta.get("http-equiv") or "").lower() == "content-type":
            match = _CHARSET.search(meta.get("content") or "")
            said = match["name"] if match else said
        if said and _codec(said) != options.encoding:
            raise SourceError(
                "page-encoding-mismatch",
                source=snapshot.address,
                line=str(line_of(meta) or 1),
                encoding=options.encoding,
                said=said,
            )


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name.strip()).name
    except LookupError:
        return name


def _refuse_error_page(marks: Marks, snapshot: Snapshot) -> None:
    if marks["main"]:
        return
    for title in map(words_of, (*marks["title"], *marks["h1"])):
        match = _ERROR_TITLE.match(title)
        if match:
            raise SourceError(
                "page-is-error-page", source=snapshot.address, status=match["status"] or "-"
            )


def _address(marks: Marks, snapshot: Snapshot, options: PageOptions) -> str:
    fetched = absolute(snapshot.address, "") or ""
    own = [link.get("href") for link in marks["link"] if link.get("rel") == "canonical"]
    own += [meta.get("content") for meta in marks["meta"] if meta.get("property") == "og:url"]
    for said in own:
        named = absolute(said or "", fetched or options.base)
        if named:
            return named
    return fetched or options.base


def _regions(root: Element, marks: Marks) -> tuple[Element, ...]:
    """The parts of the page that hold its text: `main`, what stands beside an empty one, `body`."""
    mains = [one for one in marks["main"] if next(one.iterancestors("main"), None) is None]
    if mains and not any(_has_text(main) for main in mains):
        return tuple(_beside(mains[0])) or tuple(mains)
    body = root.find("body")
    return tuple(mains) or ((body if body is not None else root),)


def _beside(main: Element) -> list[Element]:
    """Neighbours of the article of an empty `main`, unless they are cards of other articles."""
    article = article_of(main)
    parts = [] if article is None else list(article.itersiblings("div", "section", "ul", "table"))
    cards = any(has_class(one, "post-modern") for part in parts for one in part.iter("*"))
    return [] if cards else [part for part in parts if _has_text(part)]


def _has_text(element: Element) -> bool:
    return any(fold_spaces(str(piece)) for piece in element.itertext())


def _heading(marks: Marks, regions: tuple[Element, ...]) -> str:
    article = article_of(regions[0])
    own = () if article is None else article.iter("h1")
    texts = map(words_of, chain(own, marks["h1"]))
    return next(filter(None, texts), "")


def _cards(marks: Marks, regions: tuple[Element, ...], links: Links) -> list[Link]:
    cards, covered = [], set(regions)
    for article in marks["article"]:
        if not has_class(article, "post-modern") or not covered.isdisjoint(article.iter()):
            continue
        anchors = (anchor for title in article.iter("h3", "h4", "h5") for anchor in title.iter("a"))
        found = (links.read(anchor, words_of(anchor)) for anchor in anchors)
        cards += [link for link in found if link is not None]
    return cards
