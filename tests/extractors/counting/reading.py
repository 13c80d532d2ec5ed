"""A report given as text, read; and what must hold of every reading."""

from datetime import UTC, datetime
from pathlib import Path

from pipeline.extractors.counting.report import read_report
from pipeline.extractors.counting.statements import ReportReading, Statement
from pipeline.model import Snapshot
from pipeline.parameters.document import DocumentOptions
from pipeline.parameters.fetching import Kind
from pipeline.readers import document
from pipeline.readers.document import Document
from pipeline.ukrainian.numerals import plain_decimal

WHEN = datetime(2026, 11, 1, tzinfo=UTC)


def snapshot(data: bytes, address: str = "reports/report.txt", kind: Kind = Kind.TEXT) -> Snapshot:
    return Snapshot(
        address=address,
        sha256="5" * 64,
        size=len(data),
        media_type=kind.media_type,
        fetched_at=WHEN,
    )


def as_document(text: str, address: str = "reports/report.txt") -> Document:
    data = text.encode()
    return document.read(data, snapshot(data, address), DocumentOptions())


def from_file(path: Path) -> Document:
    data = path.read_bytes()
    return document.read(data, snapshot(data, str(path)), DocumentOptions())


def read(text: str) -> ReportReading:
    return read_report(as_document(text))


def amount(one: Statement) -> str:
    """`14 шт`, `~320 шт`, `10..12 шт`."""
    quantity = one.token.quantity
    assert quantity is not None
    top = "" if quantity.value_max is None else f"..{plain_decimal(quantity.value_max)}"
    doubt = "~" if quantity.approximate else ""
    return f"{doubt}{plain_decimal(quantity.value)}{top} {one.unit}"


def brief(reading: ReportReading) -> list[str]:
    """Every count with its unit; `<0` says that it is part of the count at that place."""
    return [
        amount(one) + ("" if one.whole is None else f" <{one.whole}") for one in reading.statements
    ]


def others(text: str, reading: ReportReading) -> dict[str, list[str]]:
    """Rule -> the texts that it ignores; what no rule names stands under the empty string."""
    found: dict[str, list[str]] = {}
    for one in reading.others:
        found.setdefault(one.rule, []).append(text[one.token.start : one.token.end])
    return found


def assert_every_digit_once(text: str, reading: ReportReading) -> None:
    tokens = [one.token for one in reading.statements] + [one.token for one in reading.others]
    taken = [at for token in tokens for at in range(token.start, token.end)]
    assert len(taken) == len(set(taken)), "two rows share a character"
    missing = [at for at, sign in enumerate(text) if sign.isdigit() and at not in set(taken)]
    assert not missing, [text[max(0, at - 10) : at + 10] for at in missing]
    in_words = [token for token in tokens if not any(sign.isdigit() for sign in token.text)]
    counted = {one.token.start for one in reading.statements}
    assert all(token.start in counted for token in in_words), "a word without a count has a row"
