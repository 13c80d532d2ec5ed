"""Figures above the line in a PDF, which says of each sign only where it stands and how large."""

from typing import Any

from pdfplumber.page import Page

from pipeline.readers.raised import raised

_SMALLER = 0.85
"""Of the height of the sign before: less is a figure above the line, or a smaller font."""
_HIGHER = 0.15
"""Of the height of the sign before: how far the foot of a raised figure is above that of it."""


def raise_figures(page: Page) -> None:
    """Give figures that stand above the line behind another sign the signs for such figures."""
    before: dict[str, Any] | None = None
    for char in page.chars:
        if before is not None and _is_above(char, before):
            char["text"] = raised(char["text"])
        elif str(char["text"]).strip():
            before = char


def _is_above(char: dict[str, Any], base: dict[str, Any]) -> bool:
    if raised(char["text"]) == char["text"] or char["size"] > base["size"] * _SMALLER:
        return False
    rise = (base["bottom"] - char["bottom"]) / base["size"]
    # Behind the sign, on its line: further signs of a note stand behind the first one.
    near = 0 <= char["x0"] - base["x1"] + base["size"] / 2 < base["size"] * 2
    return bool(near and _HIGHER < rise < 1)
