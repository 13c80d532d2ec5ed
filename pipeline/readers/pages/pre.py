"""Text whose lines are kept as the source breaks them: in `pre` a new line is a line break."""

from lxml import etree

from pipeline.readers.pages.tree import Element, line_of


def break_lines(region: Element) -> None:
    """Put a `br` in place of every new line in the `pre` of a region."""
    for pre in list(region.iter("pre")):
        for element in list(pre.iter("*")):
            _break_text(element)
            if element is not pre:
                _break_tail(element)


def _break_text(element: Element) -> None:
    first, *rest = (element.text or "").split("\n")
    element.text = first
    for at, piece in enumerate(rest):
        element.insert(at, _line_break(element, at + 1, piece))


def _break_tail(element: Element) -> None:
    first, *rest = (element.tail or "").split("\n")
    element.tail = first
    for number, piece in reversed(list(enumerate(rest, start=1))):
        element.addnext(_line_break(element, number, piece))


def _line_break(near: Element, lines: int, tail: str) -> Element:
    made = etree.Element("br")
    made.tail = tail
    # The stubs of lxml give no type to `sourceline`.
    made.sourceline = line_of(near) + lines  # type: ignore[assignment]
    return made
