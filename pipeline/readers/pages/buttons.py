"""Buttons that are headings: «Сесія 52 від 28 листопада» of an accordion, the tab of a year."""

import re

from pipeline.readers.pages.tree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OPENS = re.compile(r"collapse|accordion|\btab\b|spoiler|toggle-title")


def heads(button: Element) -> bool:
    """Whether it opens what stands under it, and is not one that does something."""
    said = (button.get(name) or "" for name in ("data-toggle", "data-bs-toggle", "class", "role"))
    parent = button.getparent()
    in_heading = parent is not None and parent.tag in _HEADINGS
    return in_heading or _OPENS.search(" ".join(said).lower()) is not None
