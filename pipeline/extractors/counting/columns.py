"""What the columns of a table hold: counts, units of their rows, or numbers that count nothing."""

import re

from pipeline.extractors.counting.lexicon import PERSONS, Measure, measure_at, measure_of, unit_of
from pipeline.ukrainian.morphology import nouns

_MONEY = re.compile(r"грн|гривен|(?<!\w)(?:сума|варт[оі])", re.IGNORECASE)
_PERCENT = re.compile(r"%|відсот|питома вага", re.IGNORECASE)
_PLAN = re.compile(
    r"\W*(?:план|планов\w+\s+показник\w*|за\s+планом|заплановано)\W*(?:(?:на|у|в|шт|осіб)(?!\w).*)?$",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(r"\W*(?:відхилення|різниця|приріст|динаміка|\+\s*/?\s*-)", re.IGNORECASE)
_CAPACITY = re.compile(
    r"\W*(?:(?:про[єе]ктн|планов|розрахунков|нормативн)\w+\s+)?"
    r"(?:потужність|місткість|норматив|норма)(?!\w)",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(
    r"[,(]\s*(?:у\s+|в\s+)?(?:(?:тис|млн)\.?\s*)?(?:грн|гривень|%|відсотк\w+)\.?\)?\W*$",
    re.IGNORECASE,
)
"""«Видатки, тис. грн»: the label ends with what the row is in."""
_UNITS = re.compile(r"\W*(?:одиниц[іяю]|од\.?)\s*(?:вимір\w*|вим\.?)\W*$", re.IGNORECASE)


def holds_units(column: str) -> bool:
    """Whether a column is headed «Одиниця виміру», «Од. вим.»."""
    return _UNITS.match(column) is not None


def persons_in(column: str) -> str:
    """The unit of persons where the first noun a column counts is one: «Кількість учнів»."""
    for word in re.findall(r"[^\W\d]+(?:'[^\W\d]+)?", column):
        counted = tuple(one for one in nouns(word) if one.case == "gent" and one.plural)
        if counted:
            return PERSONS if unit_of(counted) == PERSONS else ""
    return ""


def measure_in(unit: str) -> Measure | None:
    """What a cell of a column of units says: «тис. грн», «осіб», «м²»."""
    for rule, pattern in (("money", _MONEY), ("percent", _PERCENT)):
        if pattern.search(unit):
            return Measure(end=-1, rule=rule)
    word = re.match(r"\w+", unit)
    return measure_at(unit, 0) or measure_of(nouns(word[0]) if word else ())


def rule_of(column: str, label: str) -> str:
    """The rule by which the numbers of a column, or of the row with this label, are no counts.

    Args:
        column: the header of the column in plain signs.
        label: the label of the row in plain signs.
    """
    for rule, pattern in (("money", _MONEY), ("percent", _PERCENT)):
        is_unit = _IN_UNIT.search(label) is not None and pattern.search(label) is not None
        if pattern.search(column) or is_unit or (pattern.search(label) and not column):
            return rule
    told = (("plan", _PLAN), ("difference", _DIFFERENCE), ("norm", _CAPACITY))
    return next((rule for rule, pattern in told if pattern.match(column)), "")
