"""A page as a tree of elements, and the words in them."""

from typing import TypeAlias

from lxml import etree

from pipeline.ukrainian.text import fold_spaces

Element = etree._Element
Marks: TypeAlias = dict[str, list[Element]]
_MARKS = ("title", "meta", "link", "base", "main", "article", "h1")

# What lxml.html calls `text_content`: its own elements cost a call of Python for every one of
# thousands, a tenth of the reading of a page (seen 2026-11).
_CONTENT = etree.XPath("string()")


def parsed(data: bytes) -> Element:
    """The root of a page in UTF-8.

    Raises:
        etree.ParserError: there is no element in it.
    """
    # Without huge_tree the parser drops whatever is nested deeper than 256 elements.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root: Element | None = etree.fromstring(data, parser)
    if root is None:
        raise etree.ParserError("no element")
    return root


def marks_of(root: Element) -> Marks:
    """What tells of a page as a whole, by its tag: each look through a page takes its time."""
    marks: Marks = {tag: [] for tag in _MARKS}
    for element in root.iter(*_MARKS):
        marks[str(element.tag)].append(element)
    return marks


def words_of(element: Element) -> str:
    """Its whole text, spaces folded; comments are none."""
    return fold_spaces(str(_CONTENT(element)))


def has_class(element: Element, name: str) -> bool:
    """Whether it is of a class."""
    return name in (element.get("class") or "").split()


def drop(element: Element) -> None:
    """Take an element out of its page; what stands after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)


def line_of(element: Element) -> int:
    """Its line in the source; 0 where nobody knows."""
    # The stubs of lxml give no type to `sourceline`.
    return int(getattr(element, "sourceline", None) or 0)


def article_of(element: Element) -> Element | None:
    """The article it stands in."""
    return next(element.iterancestors("article"), None)
