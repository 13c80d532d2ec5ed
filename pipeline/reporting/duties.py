"""Duties as people, programs and calendars read them."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from pipeline import messages
from pipeline.annex_duties import Disowned, TooSeldom, Unanswered
from pipeline.duties import Duty, Past, Standing


def duty_lines(owed: Sequence[Duty], years: Sequence[Past], language: str) -> Iterator[str]:
    """For a terminal: what is owed, the soonest first, then the last year."""
    if not owed:
        yield messages.text(language, "duties-none")
    for duty in owed:
        details = {
            "standing": duty.standing.value,
            "due": duty.due.isoformat(),
            "dataset": duty.dataset,
            "what": messages.text(language, f"duty-{duty.basis.value}"),
            "since": duty.since.isoformat() if duty.since else "none",
        }
        yield messages.text(language, "duty-line", details)
    yield messages.text(language, "duties-past-heading")
    for year in years:
        counts = {"updates": year.updates, "late": year.late, "worst": year.worst}
        yield messages.text(language, "duty-past", {"dataset": year.dataset, **counts})


def duties_record(owed: Sequence[Duty], years: Sequence[Past]) -> dict[str, Any]:
    """For `--json`; days are ISO 8601."""
    return {
        "duties": [
            {
                "dataset": duty.dataset,
                "title": duty.title,
                "basis": duty.basis.value,
                "since": duty.since.isoformat() if duty.since else None,
                "due": duty.due.isoformat(),
                "late": duty.standing is Standing.LATE,
            }
            for duty in owed
        ],
        "lastYear": [asdict(year) for year in years],
    }


def annex_lines(
    items: Sequence[Unanswered],
    disowned: Sequence[Disowned],
    seldom: Sequence[TooSeldom],
    language: str,
) -> Iterator[str]:
    """For a terminal: datasets updated less often than the annex asks, items without a dataset."""
    for one in seldom:
        details = {
            "dataset": one.dataset,
            "promised": one.promised.phrase(language),
            "asked": one.asked.phrase(language),
        }
        yield messages.text(language, "duty-too-seldom", details)
    if items:
        yield messages.text(language, "duties-unanswered", {"count": len(items)})
    for item in items:
        yield f"  {item.edition} {item.item}: {item.title}"
    if disowned:
        yield messages.text(language, "duties-disowned", {"count": len(disowned)})
    for free in disowned:
        yield f"  {free.edition} {free.item}: {free.title.get(language)} – {free.why.get(language)}"


def annex_record(
    items: Sequence[Unanswered], disowned: Sequence[Disowned], seldom: Sequence[TooSeldom]
) -> dict[str, list[dict[str, str]]]:
    """The same for `--json`."""
    return {
        "unanswered": [asdict(item) for item in items],
        "notHeld": [_disowned_record(item) for item in disowned],
        "tooSeldom": [
            {
                "dataset": one.dataset,
                "promised": one.promised.value,
                "asked": one.asked.value,
            }
            for one in seldom
        ],
    }


def _disowned_record(item: Disowned) -> dict[str, str]:
    words = {"title": item.title.uk, "why": item.why.uk}
    return {"edition": item.edition, "item": item.item, **words}


def calendar(owed: Sequence[Duty], now: datetime, language: str) -> bytes:
    """The terms as whole days of an iCalendar (RFC 5545); a duty keeps its identifier."""
    book = Calendar()
    book.add("prodid", "-//pipeline//duties//UK")
    book.add("version", "2.0")
    for duty in owed:
        what = messages.text(language, f"duty-{duty.basis.value}")
        details = {"dataset": duty.dataset, "title": duty.title, "what": what}
        event = Event()
        event.add("uid", f"{duty.dataset}-{duty.basis.value}@pipeline")
        event.add("dtstamp", now)
        event.add("dtstart", duty.due)
        event.add("dtend", duty.due + timedelta(days=1))
        event.add("summary", messages.text(language, "duty-summary", details))
        book.add_component(event)
    return bytes(book.to_ical())
