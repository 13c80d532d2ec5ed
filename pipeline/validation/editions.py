"""A file whose columns are not those of the table asked for: of the other edition, or of none.

A list of thirty missing and thirty strange columns tells a clerk nothing; that the file follows
the structure of 2019 tells everything.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from pipeline.annex import Annex
from pipeline.model import Finding, Place, Severity
from pipeline.validation.naming import ALIKE, OWN, likeness, nearest_table
from pipeline.validation.schema import Schema, load_schema


def explain(
    header: Sequence[str], place: Place, schema: Schema, annex: Annex, root: Path
) -> tuple[Finding, ...]:
    """One finding that says what the file is instead; none when it is the table asked for."""
    own = likeness(header, schema)
    other = annex.counterpart(schema.path)
    share = likeness(header, load_schema(other, root)) if other else 0.0
    if other and share > own and share >= OWN:
        return (_of_other_edition(place, schema, other),)
    if own >= OWN:
        return ()
    nearest = nearest_table(header, root)
    if nearest.share >= ALIKE and nearest.schema != schema.path:
        return (_finding("table-of-another-structure", place, schema, nearest.schema),)
    return (_of_none(header, place, schema, nearest.schema if nearest.share else "-"),)


def _of_other_edition(place: Place, schema: Schema, other: str) -> Finding:
    edition = other.partition("/")[0]
    return _finding("table-of-other-edition", place, schema, other, edition=edition)


def _of_none(header: Collection[str], place: Place, schema: Schema, nearest: str) -> Finding:
    known = sum(1 for name in header if likeness((name,), schema) > 0)
    counts = {"known": known, "count": len(header)}
    return _finding("table-of-no-structure", place, schema, nearest, **counts)


def _finding(code: str, place: Place, schema: Schema, other: str, **details: str | int) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=place,
        table=schema.path,
        details={"table": schema.path, "other": other, **details},
    )
