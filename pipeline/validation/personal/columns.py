"""What a column adds to its cells: its name says what a bare number or a bare date is."""

import re
from dataclasses import replace

from pipeline.validation.personal.hits import Hit
from pipeline.validation.personal.scanning import scan_codes

_LABELS = (
    (re.compile(r"birth|народж", re.IGNORECASE), "дата народження: "),
    (re.compile(r"passport|паспорт", re.IGNORECASE), "паспорт "),
    (re.compile(r"rnokpp|рнокпп|tax_?(?:number|code|id)", re.IGNORECASE), "РНОКПП "),
    (
        re.compile(r"(?:home|applicant|citizen|author)\w*phone|домашн\w+ телефон", re.IGNORECASE),
        "домашній телефон: ",
    ),
    (re.compile(r"phone|телефон", re.IGNORECASE), "тел. "),
    (re.compile(r"(?:car|vehicle|plate)_?number|номерн\w+ знак", re.IGNORECASE), "номерний знак "),
)
"""Name of a column -> the words that a sentence would have before the value."""


def scan_cell(column: str, text: str) -> tuple[Hit, ...]:
    """Codes in a cell, read as itself and as what the name of its column calls it."""
    label = next((words for name, words in _LABELS if name.search(column)), "")
    if not label or not text.strip():
        return scan_codes(text)
    shift = len(label)
    named = (hit for hit in scan_codes(label + text) if hit.start >= shift)
    moved = (replace(hit, start=hit.start - shift, end=hit.end - shift) for hit in named)
    return (*scan_codes(text), *moved)
