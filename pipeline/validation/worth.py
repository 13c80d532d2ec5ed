"""What frictionless alone would need for a table: a small one is not worth the fast lane.

The libraries of the lane take a third of a second to load, whatever the table. How many rows are
small depends on their cells: frictionless reads 40,000 rows of plain words in the time that 5,000
with addresses and dates take. Loads none of those libraries itself.
"""

from collections.abc import Mapping

from frictionless import Field, Schema

LOADING = 0.4
"""Seconds that the lane takes to begin, and a little more, so that it is worth it beyond doubt."""

# Microseconds, as measured (docs/fast-validation.md); rather too little than too much.
_ROW = 4.0
_CELL: Mapping[tuple[str, str], float] = {
    ("string", "uri"): 25.0,
    ("string", "email"): 10.0,
    ("date", "default"): 6.0,
    ("date", "any"): 35.0,
    ("datetime", "default"): 5.0,
    ("datetime", "any"): 35.0,
    ("integer", "default"): 1.5,
    ("geojson", "default"): 100.0,
}
_OTHER = 0.5
_CONSTRAINT = 0.4


def seconds(schema: Schema | None, rows: int) -> float:
    """About how long frictionless alone takes; a slower machine takes longer to load as well."""
    fields = schema.fields if schema else []
    return rows * (_ROW + sum(map(_cell, fields))) / 1_000_000


def _cell(field: Field) -> float:
    checked = _CONSTRAINT * sum(value is not None for value in field.constraints.values())
    return _CELL.get((field.type, field.format), _OTHER) + checked
