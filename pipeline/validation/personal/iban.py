"""IBAN of Ukraine: `UA` and 27 digits, mod 97; КАТОТТГ begins alike but is shorter."""

import re
from collections.abc import Iterator

from pipeline.ukrainian.identifiers import is_iban
from pipeline.validation.personal.folding import Folded
from pipeline.validation.personal.hits import Hit, Rule

_IBAN = re.compile(r"(?<![^\W_])[UuУу][AaАа](?:[ -]?\d){27}(?!\d)")


class IbanDetector:
    """Finds accounts by length and check digits; the two letters may be Cyrillic."""

    def find(self, text: Folded) -> Iterator[Hit]:
        """Hits in the offsets of the folded text."""
        for match in _IBAN.finditer(text.text):
            digits = re.sub(r"\D", "", match.group())
            if is_iban(f"UA{digits}"):
                yield Hit(start=match.start(), end=match.end(), rule=Rule.IBAN)
