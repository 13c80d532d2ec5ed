"""РНОКПП: ten digits, the last a check digit.

One of ten random numbers passes the check, so a number counts only with a label near it, or where
it fills the cell and its first five digits (days since 31.12.1899) are a plausible date of birth.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.ukrainian.identifiers import is_rnokpp
from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule
from pipeline.validation.personal.nearby import announced, labelled

_NUMBER = re.compile(r"(?<![\d:.,+])\d{10}(?![\d:]|[.,]\d)")
_SPACED = re.compile(r"(?<!\d)\d(?:[ -]?\d){9}(?![ -]?\d)")
_LABEL = re.compile(
    r"рнокпп|ідент(?!ичн)|\bід\.\s?(?:код|ном)|і\.?п\.?н\b|і\.\s?н\.|др?фо|податк|картк|\bкод|платник|фоп\b|підприєм|\bгр\b|громадян"
    r"|\b(?-i:ІН)\b|\brnokpp|\bipn\b|tax",
    re.IGNORECASE,
)
_TIGHT_LABEL = re.compile(r"рнокпп|\bі\.?п\.?н\b|ідентиф\w*\s+(?:код|номер)", re.IGNORECASE)
_TERRITORY = re.compile(r"коатуу|катотт?г|кадастр|територі|koatuu", re.IGNORECASE)
_EARLIEST_BIRTH = 10_000
"""18 May 1927, in days since 31.12.1899; phone numbers, which start with 0, fall before it."""
_LATEST_BIRTH = 42_000
"""27 December 2014: younger people are not taxed."""


class TaxNumberDetector:
    """Finds РНОКПП by check digit and label, or alone in a cell."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _NUMBER.finditer(text.text):
            alone = match.group() == text.text.strip() and is_born(match.group())
            near = labelled(text.text, match.start(), match.end(), _LABEL)
            if announced(text.text, match.start(), _TERRITORY):
                continue
            if is_rnokpp(match.group()) and (alone or near):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.TAX_NUMBER)
        yield from self._spaced(text.text)

    def _spaced(self, text: str) -> Iterator[Hit]:
        for match in _SPACED.finditer(text):
            digits = re.sub(r"\D", "", match.group())
            if is_rnokpp(digits) and announced(text, match.start(), _TIGHT_LABEL, 25):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.TAX_NUMBER)


def is_born(number: str) -> bool:
    """Whether the first five digits are a plausible date of birth."""
    return _EARLIEST_BIRTH <= int(number[:5]) <= _LATEST_BIRTH


def fills_by_chance(values: Iterable[str]) -> bool:
    """Whether the ten-digit cells of a column pass the check as rarely as random numbers do.

    Codes of territories (КОАТУУ) and running numbers have ten digits too; a column of them passes
    at one in ten, a column of РНОКПП nearly always.
    """
    numbers = {value.strip() for value in values if re.fullmatch(r"\s*\d{10}\s*", value)}
    passing = [number for number in numbers if is_rnokpp(number) and is_born(number)]
    return len(numbers) >= 8 and len(passing) * 2 < len(numbers)
