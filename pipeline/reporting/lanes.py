"""How a table was judged, for people and for programs."""

from collections.abc import Iterator
from typing import Any

from pipeline import messages
from pipeline.validation.lanes import BLOCKS, FAST, Lane


def lane_record(lane: Lane) -> dict[str, Any]:
    """The way of a table with its reason in both languages."""
    return {
        "table": lane.table,
        "rows": lane.rows,
        "lane": lane.way,
        "reason": lane.reason,
        "streamed": lane.streamed,
        "asked": lane.asked,
        "split": lane.split,
        "messageUk": lane_line(lane, "uk"),
        "messageEn": lane_line(lane, "en"),
    }


def lane_line(lane: Lane, language: str) -> str:
    """The table, its rows, the way and why it was taken, in a line."""
    asked = lane.asked or 0
    details: dict[str, str | int] = {"table": lane.table, "rows": lane.rows}
    details |= {"asked": asked, "proven": max(lane.rows - asked, 0), "way": "fast", "reason": ""}
    if lane.way != FAST:
        details |= {"way": "whole", "reason": _why("reason", lane.reason, language)}
    return " ".join([messages.text(language, "lane", details), *_more(lane, language)])


def _more(lane: Lane, language: str) -> Iterator[str]:
    """What there is to say of the reading of the file."""
    if lane.split not in ("", BLOCKS):
        reason = _why("split", lane.split, language)
        yield messages.text(language, "lane-split", {"reason": reason})
    if lane.streamed:
        yield messages.text(language, "lane-streamed")


def _why(what: str, reason: str, language: str) -> str:
    """A reason in words; one that the catalogue does not know stands as it is."""
    code, _, more = reason.partition(": ")
    key = f"lane-{what}-{code}"
    if messages.has(language, key):
        return messages.text(language, key, {"more": more or "-"})
    return messages.text(language, f"lane-{what}-other", {"reason": reason})
