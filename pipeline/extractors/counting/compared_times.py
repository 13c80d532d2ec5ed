"""Times with which a report compares itself: they are those of one number, not of the next."""

import re
from collections.abc import Sequence

from pipeline.ukrainian.morphology import is_predicate
from pipeline.ukrainian.periods import Mention

_LONGEST_OPENING = 30
"""Characters."""
COMPARED = re.compile(
    r"(?<!\w)(?:порівнян\w+\s+(?:(?:з|із)\s+(?:\w+\s+)?)?|відміну\s+від\s+"
    r"|(?:проти|ніж|більше|менше)\s+(?:(?:за|у|в)\s+)?)$",
    re.IGNORECASE,
)
"""What stands before a time that something is compared with."""
_ITS_NUMBER = re.compile(
    r"(?:\s+(?:їх|таких|було|становил\w+|складал\w+))*\s*(?P<sign>[-:(]?)\s*\d[\d\s.,]*",
    re.IGNORECASE,
)
_AGAINST_NUMBER = re.compile(
    r"(?<!\w)(?:проти|порівнян\w+\s+(?:з|із))\s+\d[\d\s,]*(?:(?:[^\W\d]+|тис\.)\s+){0,2}(?:(?:у|в|за)\s+)?$",
    re.IGNORECASE,
)


_ARCHIVED = re.compile(
    r"(?<!\w)(?:архів|знищ|описан|впорядк|упорядк)\w*\s[^.;]*\d\s+[^\d,;:.()]+\s+за\s+$",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 160
"""Characters."""


def is_of_files(plain: str, mention: Mention) -> bool:
    """«До архіву передано 112 справ за 2021 рік»: the year of the files."""
    return (
        _ARCHIVED.search(plain[max(0, mention.start - _LONGEST_SENTENCE) : mention.start])
        is not None
    )


def is_compared(plain: str, mention: Mention) -> bool:
    """«Порівняно з 2022 роком надійшло 45»: the number is of the report."""
    return COMPARED.search(_opening(plain, mention)) is not None


def is_aside(plain: str, mention: Mention, start: int, others: Sequence[int]) -> bool:
    """«1245 листів, у квітні – 1132, надіслано 876»: only the number beside it is of April.

    Args:
        plain: the report in plain signs.
        mention: the first time of a passage.
        start: offset of a number after it.
        others: offsets of the other numbers of the passage.
    """
    own = _ITS_NUMBER.match(plain, mention.end)
    if own is None or own.end() > start or min(others, default=start) > mention.start:
        return False
    rest = plain[own.end() : start]
    is_shut = own["sign"] == "(" and ")" in rest
    return is_shut or _does(rest)


def is_against(plain: str, mention: Mention, start: int) -> bool:
    """«Проти 15 торік виявлено 12»: the time is that of the number before it alone."""
    if _AGAINST_NUMBER.search(_opening(plain, mention)) is None:
        return False
    between = plain[mention.end : start]
    return re.search(r"[,;]", between) is not None or _does(between)


def is_left(plain: str, day: Mention, start: int) -> bool:
    """«Борг на 01.11 – 312 тис. грн, підготовлено 48 заяв»: the applications are of no day."""
    own = _ITS_NUMBER.match(plain, day.end)
    return own is not None and own["sign"] == "-" and _does(plain[own.end() : start])


def _does(text: str) -> bool:
    return any(is_predicate(word) for word in re.findall(r"[^\W\d]+", text))


def _opening(plain: str, mention: Mention) -> str:
    return plain[max(0, mention.start - _LONGEST_OPENING) : mention.start]
