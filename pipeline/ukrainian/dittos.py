"""Cells that only say «as above»: «-//-», «- " -», «те саме», «там же», «він же».

What they stand for is written elsewhere, so none of them is a value. A lone dash is no ditto: it
says that there is nothing.
"""

import re

from pipeline.ukrainian.text import fold_lookalikes, fold_spaces, plain

_MARKS = re.compile(r"""[-–—\s.]*(?:/{2,}|["']+|,,|/\s/)[-–—\s.]*""")
_WORDS = re.compile(
    r"""(?:те|ті|та|той)\s*(?:(?:сам(?:е|і|а|ий))|ж(?:е)?(?:\s+сам(?:е|і|а|ий))?)
      | так(?:е|і|а|ий)\s+(?:сам(?:е|і|а|ий)|ж(?:е)?)
      | там\s*(?:же|само|ж)
      | (?:він|вона|вони|воно)\s+(?:же|ж)""",
    re.VERBOSE | re.IGNORECASE,
)


_LONGEST = 24
_MAY_BEGIN = frozenset("тТtTвВB")
"""Letters that a ditto may begin with; most cells are told by their first sign."""


def is_ditto(text: str) -> bool:
    """Whether the text says nothing but that the value of another row holds here."""
    start = text.lstrip()[:1]
    if len(text) > _LONGEST or (start.isalnum() and start not in _MAY_BEGIN):
        return False
    folded = plain(fold_lookalikes(fold_spaces(text))).strip(" .,;()")
    return bool(_MARKS.fullmatch(folded) or _WORDS.fullmatch(folded))
