"""Patterns of Table Schema as the Rust engine of polars may search them without saying too much.

What is translated accepts only cells that Python's `re` accepts too; the rest is refused.
"""

import re

_PLAIN = r"[A-Za-z0-9А-Яа-яҐґЄєІіЇї_,;:/ №’'-]"
_ESCAPED = r"\\[.\-/d()+*?|{}\\]"
_CLASS = rf"\[(?:{_PLAIN}|\\[.\-/d]|[.()+*?])+\]"
# Python 3.11 reads `a++` as possessive, Rust as a repetition repeated: two signs are refused.
_REPEATED = r"(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})(?![*+?{])"
_SAFE = re.compile(
    rf"\^?(?:(?:{_CLASS}|{_ESCAPED}|{_PLAIN}|\.|\))(?:{_REPEATED})?|\((?:\?:)?(?![?*+{{])|\|(?![?*+{{]))*\$?"
)
_CLASS_WITH_RANGE_OF_DIGITS = re.compile(r"\[[^\]]*(?:\\d-|-\\d|--)[^\]]*\]")
_END_OF_CELL = r"(?![\s\S])"


def searched(pattern: str) -> str | None:
    r"""A pattern to search with, or None where the two engines could differ.

    frictionless matches `^…$` around the pattern without grouping it: `a|b` becomes `^a|b$`.
    `\d` means every digit of Unicode to Python, and `$` may stand before a last line break; here
    both are narrowed, so that a cell too few is accepted and never one too many.
    """
    pattern = pattern.removesuffix(_END_OF_CELL)
    if not _SAFE.fullmatch(pattern) or _CLASS_WITH_RANGE_OF_DIGITS.search(pattern):
        return None
    narrowed = re.sub(r"\\(.)", lambda found: "[0-9]" if found[1] == "d" else found[0], pattern)
    return f"^(?:^{narrowed}$)"
