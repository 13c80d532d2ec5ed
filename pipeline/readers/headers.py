"""Names of columns compared as a person compares them."""

import re
import unicodedata

# Letters that look alike in lower or upper case (В and B, Н and H); only for comparing.
_LOOK_ALIKES = str.maketrans("авекмнорстухіїјѕ", "abekmhopctyxiїjs")
_LETTER = re.compile(r"\[[A-Z]{1,3}\]")


def header_key(name: str) -> str:
    """What is left of a name when case, spaces, punctuation and alphabets of letters are folded.

    A name like `[J]`, the letter of a column without a name, stays as it is.
    """
    if _LETTER.fullmatch(name):
        return name
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LOOK_ALIKES)
    return "".join(sign for sign in folded if _counts(sign)) or name.strip()


def _counts(sign: str) -> bool:
    # The apostrophe U+02BC is a «modifier letter» to Unicode and a quote sign to a typist.
    kind = unicodedata.category(sign)
    return kind[0] in "LN" and kind != "Lm"
