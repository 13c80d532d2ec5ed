"""Which way a table was judged: by the fast lane, or by frictionless as a whole, and why.

The findings are the same in both; the way is told to people who wait for it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import frictionless

if TYPE_CHECKING:
    # It loads pandas, which processes that judge one table each need not wait for.
    from pipeline.model import Finding

FAST, WHOLE = "fast", "whole"
BLOCKS = "blocks"
"""How the fast lane splits a file itself."""
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
    split: str = ""
    """In the fast lane `blocks`, or why frictionless split the rows itself, which takes longer."""
    asked: int | None = None
    """In the fast lane: how many rows could not be proven right, so that frictionless was asked."""
    streamed: bool = False
    """Whether the file was read in pieces, never as a whole."""
    report: frictionless.Report | None = field(default=None, repr=False, compare=False)
    """What frictionless said of it; the same in both ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated:
    """What is said of tables, and the way each of them was judged."""

    findings: "tuple[Finding, ...]"
    lanes: tuple[Lane, ...] = ()


def report_of(lanes: Sequence[Lane]) -> str:
    """The report of frictionless on all these tables, as JSON that it reads back.

    It quotes cells, so it is not public.
    """
    tasks = []
    for lane in lanes:
        for task in lane.report.tasks if lane.report else ():
            # frictionless reads back no name in capitals.
            task.name = lane.table.lower()
            tasks.append(task)
    seconds = sum(task.stats["seconds"] for task in tasks)
    whole = frictionless.Report.from_validation(time=seconds, tasks=tasks)
    return json.dumps(whole.to_descriptor(), ensure_ascii=False, indent=2) + "\n"
