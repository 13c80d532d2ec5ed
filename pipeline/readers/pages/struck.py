"""Text of a page that is crossed out: an editor's way to say that it holds no longer."""

from typing import NamedTuple

from pipeline.readers.pages.tree import Element, line_of, words_of

_TAGS = ("s", "del", "strike")
_STYLE = "line-through"


class Struck(NamedTuple):
    """A text that is crossed out."""

    text: str
    line: int
    """Line of the HTML source."""


def struck_texts(regions: tuple[Element, ...], source: bytes) -> tuple[Struck, ...]:
    """The texts of these parts of a page that are crossed out, each once.

    Args:
        regions: the parts.
        source: the page as it came: looking at every style takes long.
    """
    found = [element for region in regions for element in region.iter(*_TAGS)]
    if _STYLE.encode() in source:
        every = (element for region in regions for element in region.iter("*"))
        found += [element for element in every if _STYLE in (element.get("style") or "")]
    said = {words_of(element): line_of(element) for element in found}
    return tuple(Struck(text, line) for text, line in said.items() if text)
