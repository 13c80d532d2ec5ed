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
_RANK = re.compile(r"\W*(?:призове\s+|зайняте\s+)?(?:місце|рейтинг\w*)\W*$", re.IGNORECASE)
_SCORE = re.compile(r"\W*(?:кількість\s+|сума\s+|середн\w+\s+)?бал(?:и|ів)?\W*$", re.IGNORECASE)
_YEAR = re.compile(r"\W*рік(?:\s+[^\W\d]+){0,2}\W*$", re.IGNORECASE)
_ASIDE = re.compile(
    r"\W*(?:відповідальн|викона(?:вец|вц)|термін|строк|дата|адрес|місце\s+провед|примітк|контакт"
    r"|телефон|керівник|директор)",
    re.IGNORECASE,
)
_NAMES_BY_NUMBERS = re.compile(
    r"\W*(?:рік|роки|стат(?:тя|ті)|ст\.|клас|код|номер|маршрут|дільниц|округ|груп[аи]|лот|пункт)(?!\w*\s+\d)",
    re.IGNORECASE,
)
_NO_COUNTS = (
    ("plan", _PLAN),
    ("difference", _DIFFERENCE),
    ("norm", _CAPACITY),
    ("ordinal", _RANK),
    ("score", _SCORE),
    ("year", _YEAR),
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


def tells_aside(column: str) -> bool:
    """Whether a column tells when, where and by whom, not what its rows count."""
    return _ASIDE.match(column) is not None


def names_rows(column: str) -> bool:
    """Whether the numbers of the first column name the rows: «Рік», «Стаття КУпАП»."""
    return _NAMES_BY_NUMBERS.match(column) is not None


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
    return next((rule for rule, pattern in _NO_COUNTS if pattern.match(column)), "")
