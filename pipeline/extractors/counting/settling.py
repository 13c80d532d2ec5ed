"""What only the noun tells of a number: `3.105 послуг` are thousands."""

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.extractors.counting.lexicon import DEFAULT_UNIT, FAMILIES, PERSONS
from pipeline.extractors.counting.tokens import Quantity, Token

WHOLE_UNITS = frozenset({DEFAULT_UNIT, PERSONS, FAMILIES})
"""What is counted by whole numbers alone."""
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def settled_token(token: Token, unit: str) -> Token:
    """The number with a point before thousands read as such: no thing has thousandths."""
    quantity: Quantity | None = token.quantity
    if quantity is None or unit not in WHOLE_UNITS or not _POINTED.fullmatch(token.text):
        return token
    return replace(token, quantity=replace(quantity, value=quantity.value * Decimal(1000)))
