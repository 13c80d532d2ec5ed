"""Words that stand near a code and say what it is."""

import re

REACH = 40
"""Characters on each side in which a label counts (measured on real registers in 2026-11)."""


def labelled(text: str, start: int, end: int, label: re.Pattern[str], reach: int = REACH) -> bool:
    """Whether a label stands within `reach` characters of the stretch."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return bool(label.search(before) or label.search(after))


def announced(text: str, start: int, label: re.Pattern[str], reach: int = REACH) -> bool:
    """Whether a label stands before the stretch."""
    return bool(label.search(text[max(0, start - reach) : start]))
