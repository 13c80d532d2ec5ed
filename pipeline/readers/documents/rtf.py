"""RTF as plain text: a row of a table is one line, its cells end with bars."""

import codecs
import re

from striprtf.striprtf import rtf_to_text

from pipeline.errors import SourceError

_OF_ROWS = re.compile(r"(?<!\\)\\(?P<word>pard|intbl|row|par|line)(?![a-zA-Z0-9-])[ ]?")
# «{\deleted …}», «{\v …}»: what was struck out under a record of changes, and hidden text.
_UNSEEN = r"\\(?:deleted|v)(?![a-zA-Z0-9-])"
_OF_UNSEEN = re.compile(
    rf"\{{(?:(?!{_UNSEEN})(?:[^{{}}\\]|\\[\s\S]))*{_UNSEEN}"
    # Where text is shown again or a cell ends inside it, the group stays.
    r"(?:[^{}\\]|\\(?!(?:v0|plain|cell|row|par)(?![a-z]))[\s\S])*\}"
)
# Control words; letters as bytes («\'e0») or by their numbers («\u1072») are words.
_CONTROL = re.compile(r"\\(?!u-?\d)[a-zA-Z]+-?\d* ?")
_WORD = re.compile(r"[^\W_]|\\'[89a-fA-F]")
_SPACE = r"\'20"
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_LETTER = re.compile(rb"\\'[89a-fA-F][0-9a-fA-F]|[\x80-\xff]")
_DAMAGE = (LookupError, ValueError, TypeError, AttributeError, OverflowError)
"""What striprtf raises of control words without their numbers (0.0.35, found by fuzzing)."""
_CYRILLIC_FONT = b"\\fcharset204"
"""RUSSIAN_CHARSET of Windows: code page 1251."""
_TRAILING = b"\0\r\n\t \x1a"


def read_text(data: bytes, source: str) -> str:
    """The text; characters that the code page of the document does not have become U+FFFD.

    Raises:
        SourceError: the document is damaged or cut, or does not say its code page.
    """
    if not data.rstrip(_TRAILING).endswith(b"}"):
        raise SourceError("rtf-is-damaged", source=source)
    encoding = _encoding(data, source)
    try:
        marked = data.decode(encoding, errors="replace")
        shown = _each_cell_in_a_line(_without_unseen(marked))
        text: str = rtf_to_text(shown, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except _DAMAGE as error:
        raise SourceError("rtf-is-damaged", source=source) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def count_unseen(data: bytes, source: str) -> int:
    """Places with words that nobody sees, which `read_text` leaves out.

    Raises:
        SourceError: the document does not say its code page.
    """
    marked = data.decode(_encoding(data, source), errors="replace")
    groups = _OF_UNSEEN.finditer(marked) if _may_hide(marked) else ()
    return sum(_WORD.search(_CONTROL.sub(" ", group.group())) is not None for group in groups)


def _without_unseen(marked: str) -> str:
    """What a person sees of the document; a group of its own holds what nobody does."""
    return _OF_UNSEEN.sub("", marked) if _may_hide(marked) else marked


def _may_hide(marked: str) -> bool:
    return "\\deleted" in marked or "\\v" in marked


def _each_cell_in_a_line(marked: str) -> str:
    """With a space for every end of a line inside a cell: else the row would be several lines."""
    inside = False

    def spaced(found: re.Match[str]) -> str:
        nonlocal inside
        word = found["word"]
        if word in {"par", "line"}:
            return _SPACE if inside else found.group()
        inside = word == "intbl"
        return found.group()

    return _OF_ROWS.sub(spaced, marked)


def _encoding(data: bytes, source: str) -> str:
    """The code page that the document names; without letters beyond ASCII it needs none."""
    page = _CODE_PAGE.search(data[:4096])
    if page is None and not _LETTER.search(data):
        return "ascii"
    if page is None and _CYRILLIC_FONT in data:
        return "cp1251"
    try:
        return codecs.lookup(f"cp{page[1].decode() if page else 0}").name
    except LookupError as error:
        raise SourceError("rtf-has-no-code-page", source=source) from error
