"""Where the parts of a page are, as the recipe of its platform says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from urllib.parse import urljoin

from cssselect import HTMLTranslator
from lxml import etree

from pipeline.model import Finding, Place, Severity, Snapshot
from pipeline.parameters.recipe import ItemShape, PageShape
from pipeline.readers.pages.blocks import Block, Link, Links
from pipeline.readers.pages.tree import Element, drop, line_of, words_of
from pipeline.ukrainian.dates import find_dates
from pipeline.ukrainian.text import fold_spaces

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?=T|\s|$)")


@cache
def _compiled(selector: str) -> etree.XPath:
    # Not `lxml.cssselect`: its own `:contains` fails when it is used a second time (seen 2026-11).
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))


def chosen(element: Element, selector: str | None) -> list[Element]:
    """What a selector finds in an element, itself included, in the order of the page."""
    if selector is None:
        return []
    found = _compiled(selector)(element)
    listed = found if isinstance(found, list) else []
    return [one for one in listed if isinstance(one, Element) and isinstance(one.tag, str)]


def said_in(words: str, pattern: str | None) -> str:
    """The first group of a pattern, all of it where it has none; empty where it is not there."""
    found = re.search(pattern, words) if pattern else None
    return found[found.lastindex or 0] if found else ""


def base_of(bases: Sequence[Element], address: str) -> str:
    """What relative links of a page start from: `base href`, else its own address."""
    said = [base.get("href") or "" for base in bases]
    try:
        return str(urljoin(address, next(filter(None, said), "")))
    except ValueError:
        return address


@dataclass(slots=True)
class Shaped:
    """A page and the shape that its platform gives it."""

    root: Element
    shape: PageShape
    missing: list[str] = field(default_factory=list)
    """Parts that the recipe names and this page has not."""

    def regions(self) -> tuple[Element, ...]:
        """The parts with the text, what the recipe drops taken out; empty where it names none."""
        for dropped in chosen(self.root, self.shape.drop):
            drop(dropped)
        found = self._named("text", self.shape.text)
        inside = {below for one in found for below in one.iterdescendants()}
        return tuple(one for one in found if one not in inside)

    def heading(self) -> str:
        """The words of the heading."""
        texts = map(words_of, self._named("heading", self.shape.heading))
        return next(filter(None, texts), "")

    def published(self) -> date | None:
        """The day of publication: `datetime`, which Joomla fills, else the words."""
        for element in chosen(self.root, self.shape.published):
            day = _iso(element.get("datetime") or "") or _first(words_of(element))
            if day:
                return day
        return _first(self._said("published", self.shape.words.published))

    def status(self) -> str:
        """The words for the status of the one act of the page."""
        return self._said("status", self.shape.words.status)

    def _said(self, name: str, pattern: str | None) -> str:
        """What a pattern finds in the words of the page."""
        if pattern is None:
            return ""
        found = said_in(words_of(self.root), pattern)
        if not found:
            self.missing.append(name)
        return found

    def items(self, links: Links) -> tuple[Block, ...]:
        """One line for each item of a list whose items are acts: number, day, title."""
        shape = self.shape.items
        if shape is None:
            return ()
        lines = (_line(item, shape, links) for item in chosen(self.root, shape.item))
        # Editors leave items empty.
        return tuple(line for line in lines if line.text or line.links)

    def findings(self, snapshot: Snapshot) -> tuple[Finding, ...]:
        """What of the recipe is not on the page: the platform may have changed."""
        if not self.missing:
            return ()
        details = {"parts": ", ".join(self.missing)}
        return (
            Finding(
                code="page-differs-from-recipe",
                severity=Severity.WARNING,
                place=Place(source=snapshot.address),
                details=details,
            ),
        )

    def _named(self, name: str, selector: str | None) -> list[Element]:
        found = chosen(self.root, selector)
        # A page of a list has items in place of a text.
        if selector is not None and not found and self.shape.items is None:
            self.missing.append(name)
        return found


def _iso(text: str) -> date | None:
    """The day of a whole `datetime`; some sites give only the year, or nonsense."""
    found = _ISO.match(text)
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def _first(words: str) -> date | None:
    found = find_dates(words)
    return found[0].value if found else None


def _line(item: Element, shape: ItemShape, links: Links) -> Block:
    tree = item.getroottree()
    title = _part(item, shape.title) if shape.title else words_of(item)
    parts = [
        _with_sign("№", _part(item, shape.number)),
        _with_sign("від", _day(_part(item, shape.date) or said_in(words_of(item), shape.day))),
        fold_spaces(re.sub(shape.cut, "", title)) if shape.cut else title,
    ]
    return Block(
        text=" ".join(filter(None, parts)),
        links=tuple(_links(item, shape, links)),
        line=line_of(item),
        element=tree.getpath(item),
    )


def _part(item: Element, selector: str | None) -> str:
    return next(filter(None, map(words_of, chosen(item, selector))), "")


def _day(words: str) -> str:
    """The day alone, where other words stand beside it."""
    found = _first(words)
    return f"{found:%d.%m.%Y}" if found else words


def _with_sign(sign: str, words: str) -> str:
    if not words or words.lower().startswith((sign, "n", "номер")):
        return words
    return f"{sign} {words}"


def _links(item: Element, shape: ItemShape, links: Links) -> list[Link]:
    anchors = chosen(item, shape.link or "a[href]")
    found = (links.read(anchor, words_of(anchor)) for anchor in anchors)
    listed = [link for link in found if link is not None]
    # A page that is the act has nothing to link to.
    return listed or ([Link(text="", address=links.base)] if item.tag == "body" else [])
