"""Numbers that say by how much something grew or fell, not how many of it there are."""

import re
from collections.abc import Collection

from pipeline.extractors.counting.phrases import Phrase
from pipeline.extractors.counting.spot import Spot

_BY = re.compile(r"(?<!\w)на\s+(?:\d[\d ]*\s\w+\s(?:та|і|й)\s)?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?:зрос\w+|збільш\w+|зменш\w+|побільш\w+|помен\w+|скорот\w+|знизи\w+|впа\w+)\s+(?:\w+\s+){0,8}"
    r"(?:на\s+[\d.,]+\s*(?:%|відсот\w+),?\s*(?:або|чи|тобто)\s+)?на\s+$",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(
    r"(?<!\w)(?:зрос|збільш|зменш|побільш|помен|скорот|знизи|впа)\w+[^.;]*[,(]\s*(?:тобто|або|чи)\s+на\s+$",
    re.IGNORECASE,
)
"""«Зросла з 30 до 42, тобто на 12»."""
_OR_BY_PERCENT = re.compile(
    r"[^,;.:()\d]{0,40},?\s*\(?(?:або|чи|тобто)\s+(?:на\s+)?\d+(?:[.,]\d+)?\s*(?:%|відсот\w+)\)?,?\s+"
    r"(?:більше|менше)",
    re.IGNORECASE,
)
"""«На 112 звернень, або на 6,5 %, більше»."""
_GROWTH = frozenset({"приріст", "різниця", "відхилення"})
_GAINED = re.compile(r"\(\s*[+-]\s?$")
_COMPARING = frozenset({"більше", "менше"})


def is_difference(spot: Spot, phrase: Phrase) -> bool:
    """`на 12 учнів менше`, `зросла на 3 особи`: by how much, not how many."""
    if not _BY.search(spot.before):
        return False
    tokens = spot.tokens
    ends = (at for at in range(spot.place, len(tokens)) if tokens[at].is_mark(",;."))
    after = tokens[phrase.start : next(ends, len(tokens))]
    compares = any(token.text.lower() in _COMPARING for token in after)
    compares = compares or _OR_BY_PERCENT.match(spot.after) is not None
    return compares or is_change(spot)


def is_change(spot: Spot) -> bool:
    """`зросла на 3`, `(+212 до 2023 року)`."""
    patterns = (_CHANGED, _GAINED, _CHANGED_TO)
    return any(pattern.search(spot.before) is not None for pattern in patterns)


def names_growth(label: Collection[str]) -> bool:
    """«Приріст – 12»: whether the lemmas of a label name what a count has grown by."""
    return not _GROWTH.isdisjoint(label)
