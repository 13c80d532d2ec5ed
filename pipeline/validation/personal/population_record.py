"""УНЗР: `РРРРММДД-ХХХХХ`, a date of birth and five digits."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import labelled

_RECORD = re.compile(r"(?<![\d-])(\d{4})(\d\d)(\d\d)\s?[-–]\s?\d{5}(?![\d-])")
_LABEL = re.compile(r"унзр|запис\w* в реєстр|демографічн", re.IGNORECASE)
_ADULT_BEFORE = 2013
"""Later years are dates of documents more often than dates of birth; they need a label."""


class PopulationRecordDetector:
    """Finds УНЗР by a plausible date; the rule of its last digit is not published."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _RECORD.finditer(text.text):
            year, month, day = (int(part) for part in match.groups())
            near = labelled(text.text, match.start(), match.end(), _LABEL)
            if _is_date(year, month, day) and (near or 1900 <= year < _ADULT_BEFORE):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.POPULATION_RECORD)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
