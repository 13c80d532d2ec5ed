"""Rows of `council/counts` and `council/numbers` out of what was read from a report."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extractors.counting.indicators import indicator_of
from pipeline.extractors.counting.statements import Other, ReportReading, Statement
from pipeline.extractors.counting.tokens import Token
from pipeline.parameters.activity import Indicator
from pipeline.ukrainian.numerals import plain_decimal

Row = Mapping[str, str]
COUNT_COLUMNS = (
    "report",
    "id",
    "indicator",
    "title",
    "value",
    "valueMax",
    "approximate",
    "unit",
    "partOf",
    "periodStart",
    "periodEnd",
    "asOf",
    "quote",
)
NUMBER_COLUMNS = ("report", "id", "offset", "text", "value", "role", "rule", "quote")
_DIGITS = re.compile(r"\d+")
_ID_LENGTH = 12


def identify(text: str, reading: ReportReading) -> tuple[str, ...]:
    """An id for each count: the same as long as its words are, whatever the number says.

    Made of the title and of the sentence without its digits; the second count with the same words
    in a report gets `-2`. What is inserted elsewhere in the report changes no id.
    """
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for one in reading.statements:
        quote = _DIGITS.sub("#", text[one.quote_start : one.quote_end])
        words = " ".join(f"{one.title}\n{quote}".split())
        digest = hashlib.sha256(words.encode()).hexdigest()[:_ID_LENGTH]
        seen[digest] += 1
        ids.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return tuple(ids)


def count_rows(
    report: str,
    text: str,
    reading: ReportReading,
    ids: Sequence[str],
    indicators: Sequence[Indicator],
) -> Iterator[Row]:
    """A row for each count, in the order of the text."""
    for identifier, one in zip(ids, reading.statements, strict=True):
        indicator = indicator_of(one, indicators)
        whole = "" if one.whole is None else ids[one.whole]
        yield {
            "report": report,
            "id": identifier,
            "indicator": indicator.id if indicator else "",
            "title": indicator.title.uk if indicator else one.title,
            "unit": indicator.unit if indicator else one.unit,
            "partOf": whole,
            "quote": text[one.quote_start : one.quote_end],
            **_numbers(one),
            **_times(one),
        }


def _numbers(one: Statement) -> Row:
    quantity = one.token.quantity
    if quantity is None:
        return {"value": "", "valueMax": "", "approximate": "false"}
    top = quantity.value_max
    return {
        "value": plain_decimal(quantity.value),
        "valueMax": "" if top is None else plain_decimal(top),
        "approximate": "true" if quantity.approximate else "false",
    }


def _times(one: Statement) -> Row:
    period, as_of = one.time.period, one.time.as_of
    return {
        "periodStart": period.start.isoformat() if period else "",
        "periodEnd": period.end.isoformat() if period else "",
        "asOf": as_of.isoformat() if as_of else "",
    }


def number_rows(
    report: str, text: str, reading: ReportReading, ids: Sequence[str]
) -> Iterator[Row]:
    """A row for each number: counts under their own ids, others under `n` and the offset."""
    counted = dict(zip((one.token.start for one in reading.statements), ids, strict=True))
    everything: list[Statement | Other] = [*reading.statements, *reading.others]
    for one in sorted(everything, key=lambda each: each.token.start):
        yield {
            "report": report,
            "id": counted.get(one.token.start, f"n{one.token.start}"),
            "offset": str(one.token.start),
            "text": text[one.token.start : one.token.end],
            "value": _value(one.token),
            "quote": text[one.quote_start : one.quote_end],
            **_role(one),
        }


def _value(token: Token) -> str:
    return plain_decimal(token.quantity.value) if token.quantity else ""


def _role(one: Statement | Other) -> Row:
    if isinstance(one, Statement):
        return {"role": "count", "rule": one.manner.value}
    return {"role": "ignored" if one.rule else "unmapped", "rule": one.rule}
