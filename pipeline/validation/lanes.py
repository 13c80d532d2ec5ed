"""Which way a table was judged: by the fast lane, or by frictionless as a whole, and why.

The findings are the same in both; the way is told to people who wait for it.
"""

from dataclasses import dataclass

from pipeline.model import Finding

FAST, WHOLE = "fast", "whole"
FEW_ROWS = "few-rows"
"""A small table gains nothing from the fast lane, whose libraries take time to load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The way of one table."""

    table: str
    rows: int
    way: str
    """`fast` or `whole`."""
    reason: str = ""
    """Why it was judged as a whole: `few-rows`, `foreign-keys`, … ; empty for the fast lane."""
    streamed: bool = False
    """Whether the file was read in pieces, never as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated:
    """What is said of tables, and the way each of them was judged."""

    findings: tuple[Finding, ...]
    lanes: tuple[Lane, ...] = ()
