r"""Patterns of Table Schema as the Rust engine of polars may search them without saying too much.

What is translated accepts only cells that Python's `re` accepts too; the rest is refused. Python's
white space is that of Rust and four separators more (U+001C to U+001F), so that a class of what is
no space leaves these out as well.
"""

import re
from dataclasses import dataclass

_PLAIN = r"[A-Za-z0-9А-Яа-яҐґЄєІіЇї№_,;:@/ ’'-]"
_ESCAPED = r"\\[.\-/dS()+*?|{}\\]"
_CLASS = rf"\[(?:{_PLAIN}|\\[.\-/d]|[.()+*?])+\]"
_OTHERS = rf"\[\^(?:{_PLAIN}|\\[.\-/s]|[.()+*?])+\]"
# Python 3.11 reads `a++` as possessive, Rust as a repetition repeated: two signs are refused.
_REPEATED = r"(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})(?![*+?{])"
_SAFE = re.compile(
    rf"\^?(?:(?:{_CLASS}|{_OTHERS}|{_ESCAPED}|{_PLAIN}|\.|\))(?:{_REPEATED})?|\((?:\?:)?(?![?*+{{])|\|(?![?*+{{]))*\$?"
)
_CLASS_WITH_RANGE_OF_MANY = re.compile(r"\[[^\]]*(?:\\[ds]-|-\\[ds]|--)[^\]]*\]")
_END_OF_CELL = r"(?![\s\S])"
# Words only: what must not be taken for more than Python takes it for.
_NOT_BEGUN = re.compile(rf"\(\?!((?:{_PLAIN}|\\[.\-/]|\((?:\?:)?|\)|\|)+)\)((?!.*\|).*)", re.DOTALL)
_SPACES = r"\s\x1c-\x1f"
_ESCAPES = {"d": "[0-9]", "S": rf"[^{_SPACES}]", "s": _SPACES}
"""Letters after a backslash that Rust reads otherwise; `s` stands in classes of others only."""


@dataclass(frozen=True, slots=True)
class Search:
    """What to search cells for."""

    wanted: str
    unwanted: str | None = None
    """Cells that this is found in are not taken."""


def searched(pattern: str) -> Search | None:
    r"""What to search for, or None where the two engines could differ.

    frictionless matches `^…$` around the pattern without grouping it: `a|b` becomes `^a|b$`.
    `\d` means every digit of Unicode to Python, and `$` may stand before a last line break; here
    both are narrowed, so that a cell too few is accepted and never one too many.
    """
    pattern = pattern.removesuffix(_END_OF_CELL)
    begun = _NOT_BEGUN.fullmatch(pattern)
    if begun and _groups(begun[1]):
        wanted = _narrowed(begun[2])
        return Search(wanted, f"^(?:{begun[1]})") if wanted else None
    wanted = _narrowed(pattern)
    return Search(wanted) if wanted else None


def _narrowed(pattern: str) -> str | None:
    if not _SAFE.fullmatch(pattern) or _CLASS_WITH_RANGE_OF_MANY.search(pattern):
        return None
    narrowed = re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[0]), pattern)
    return f"^(?:^{narrowed}$)"


def _groups(words: str) -> bool:
    """Whether brackets are closed inside: the last of a look-ahead may not be one of its words."""
    try:
        re.compile(words)
    except re.error:
        return False
    return True
