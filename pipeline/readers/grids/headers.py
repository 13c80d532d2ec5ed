"""Names of columns compared as a person compares them."""

import re
import unicodedata
from collections.abc import Sequence

# Letters that look alike in lower or upper case (В and B, Н and H); only for comparing.
_LOOK_ALIKES = str.maketrans("авекмнорстухіїјѕ", "abekmhopctyxiїjs")
_LETTER = re.compile(r"\[(?:[A-Z]{1,3}|[0-9]{1,7})\]")


def header_key(name: str) -> str:
    """What is left of a name when case, spaces, punctuation and alphabets of letters are folded.

    A name like `[J]`, the letter of a column without a name, or `[7]`, the row of a field without
    one, stays as it is.
    """
    if _LETTER.fullmatch(name):
        return name
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LOOK_ALIKES)
    return "".join(sign for sign in folded if _counts(sign)) or name.strip()


def _counts(sign: str) -> bool:
    # The apostrophe U+02BC is a «modifier letter» to Unicode and a quote sign to a typist.
    kind = unicodedata.category(sign)
    return kind[0] in "LN" and kind != "Lm"


def joined_names(levels: Sequence[Sequence[str]]) -> list[str]:
    """One name for each column; a name that reaches through several rows stands in it once."""
    names = []
    for column in zip(*levels, strict=True):
        texts = [text for text in column if text]
        names.append(" ".join(text for text, above in zip(texts, ["", *texts]) if text != above))  # noqa: B905
    return names


def reaching(levels: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of a header, each empty cell above a name with the name to its left."""
    rows = [list(cells) for cells in levels]
    for above, upper, below in zip([None, *rows], rows, rows[1:], strict=False):
        for position in range(1, len(upper)):
            # A name reaches no further than the one above it.
            same = above is None or above[position] == above[position - 1]
            if same and not upper[position] and below[position]:
                upper[position] = upper[position - 1]
    return rows
