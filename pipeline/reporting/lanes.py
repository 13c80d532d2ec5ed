"""How a table was judged, for people and for programs."""

from typing import Any

from pipeline import messages
from pipeline.validation.lanes import FAST, Lane


def lane_record(lane: Lane) -> dict[str, Any]:
    """The way of a table with its reason in both languages."""
    return {
        "table": lane.table,
        "rows": lane.rows,
        "lane": lane.way,
        "reason": lane.reason,
        "streamed": lane.streamed,
        "messageUk": lane_line(lane, "uk"),
        "messageEn": lane_line(lane, "en"),
    }


def lane_line(lane: Lane, language: str) -> str:
    """One line: the table, its rows, the way and why it was taken."""
    details: dict[str, str | int] = {"table": lane.table, "rows": lane.rows}
    details |= {"way": "fast", "reason": ""}
    if lane.way != FAST:
        details |= {"way": "whole", "reason": _why(lane.reason, language)}
    line = messages.text(language, "lane", details)
    return f"{line} {messages.text(language, 'lane-streamed')}" if lane.streamed else line


def _why(reason: str, language: str) -> str:
    """A reason in words; one that the catalogue does not know stands as it is."""
    code, _, more = reason.partition(": ")
    key = f"lane-reason-{code}"
    if messages.has(language, key):
        return messages.text(language, key, {"more": more or "-"})
    return messages.text(language, "lane-reason-other", {"reason": reason})
