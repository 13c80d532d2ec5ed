"""Texts of an ODS whose signs say more than their values: raised, crossed out, parted by a break.

Source: OpenDocument 1.3 part 3, 6.1 (text), 20.346 and 20.373 (their properties).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.readers.raised import raised

_STYLE, _TEXT, _OFFICE, _TABLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("style", "text", "office", "table")
)
STYLE = f"{_STYLE}style"
_SPAN, _PARAGRAPH = f"{_TEXT}span", f"{_TEXT}p"
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " ", f"{_TEXT}s": " "}
_LOST = (f"{_TEXT}line-break", f"{_TEXT}tab")
"""Signs that calamine drops, so that two words become one."""


@dataclass(slots=True)
class Styles:
    """Names of the styles of a file that change what its texts say."""

    raised: set[str] = field(default_factory=set)
    struck: set[str] = field(default_factory=set)

    def take(self, style: etree._Element) -> None:
        """Learn one style."""
        name = style.get(f"{_STYLE}name") or ""
        for known in style.iter(f"{_STYLE}text-properties"):
            if (known.get(f"{_STYLE}text-position") or "").startswith("super"):
                self.raised.add(name)
            if known.get(f"{_STYLE}text-line-through-style", "none") != "none":
                self.struck.add(name)


def told_text(cell: etree._Element, styles: Styles) -> str:
    """The text of a cell where its value would tell it otherwise; empty where it would not."""
    spans = any(_is_in(span, styles.raised) for span in cell.iter(_SPAN))
    if not spans and next(cell.iter(*_LOST), None) is None:
        return ""
    return "\n".join("".join(_pieces(one, styles)) for one in cell.iterchildren(_PARAGRAPH))


def struck_text(cell: etree._Element, styles: Styles) -> str:
    """What of a cell is crossed out."""
    paragraphs = list(cell.iterchildren(_PARAGRAPH)) if styles.struck else []
    if cell.get(f"{_TABLE}style-name") not in styles.struck:
        paragraphs = [one for part in paragraphs for one in part.iter(_SPAN)]
        paragraphs = [span for span in paragraphs if _is_in(span, styles.struck)]
    return " ".join("".join(_pieces(one, styles)) for one in paragraphs)


def _is_in(span: etree._Element, names: set[str]) -> bool:
    return span.get(f"{_TEXT}style-name") in names


def _pieces(element: etree._Element, styles: Styles) -> Iterator[str]:
    above = element.tag == _SPAN and _is_in(element, styles.raised)
    yield raised(element.text or "") if above else element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag != f"{_OFFICE}annotation":
            yield from map(raised, _pieces(child, styles)) if above else _pieces(child, styles)
        yield raised(child.tail or "") if above else child.tail or ""
