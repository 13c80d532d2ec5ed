"""Numbers of payment cards: 16 digits in the ranges issued in Ukraine, with the Luhn digit."""

import re
from collections.abc import Iterator

from stdnum import luhn

from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_CARD = re.compile(r"(?<![^\W_])(?<!\d[ .,-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![^\W_]|[ .,-]\d)")
_RANGES = re.compile(r"4|5[1-5]|2[2-7]|6|9804")
"""Visa, Mastercard, Maestro, «Простір»."""


class BankCardDetector:
    """Finds cards by range and check digit."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _CARD.finditer(text.text):
            digits = re.sub(r"\D", "", match.group())
            if _RANGES.match(digits) and luhn.is_valid(digits):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.BANK_CARD)
