"""How many marks stand in a table that is about to be published.

Counted in the table itself, not in the run: rows that accumulate were masked on another night.
"""

from collections import Counter

from pipeline.model import Table
from pipeline.parameters.privacy import TablePolicy


def count_marks(table: Table, policy: TablePolicy) -> Counter[str]:
    """Marks by what they stand for: `person`, `code`, `address`, `flat`; others are left out."""
    marks = {
        "person": policy.mark,
        "code": policy.code_mark,
        "address": policy.address_mark,
        "flat": policy.flat_mark,
    }
    text = "\n".join(str(cell) for name in table.frame for cell in table.frame[name])
    return Counter({name: count for name, mark in marks.items() if (count := text.count(mark))})
