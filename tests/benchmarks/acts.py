"""Invented acts of a council, as many as a benchmark needs: ten columns, a key, dates and money."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from pipeline.model import Release, Table
from pipeline.publishing.passport import Json, Passport, TableCard, Text
from tests.publishing import samples

NAMES = (
    "identifier", "type", "title", "dateAccepted", "number",
    "issued", "status", "publisherName", "amount", "url",
)  # fmt: skip
_TYPES = {"dateAccepted": "date", "issued": "date", "amount": "number"}
FIELDS: list[Json] = [{"name": name, "type": _TYPES.get(name, "string")} for name in NAMES]
DAYS = tuple(day.date().isoformat() for day in pd.date_range("2020-01-01", "2026-06-30"))

CARD = TableCard(
    name="Acts",
    title=Text(uk="Акти", en="Acts"),
    definition={"title": "Акти", "titleEn": "Acts", "fields": FIELDS},
    rows="mirror",
    key=("identifier",),
)


def row(number: int, changed: bool = False) -> tuple[str, ...]:
    """One act."""
    day = DAYS[number % len(DAYS)]
    word = "змінено" if changed else "затверджено"
    return (
        f"{number}-{day[:4]}",
        "рішення",
        f"Про програму розвитку громади № {number}, {word} за поданням виконавчого комітету",
        day,
        str(number),
        day,
        "Чинний",
        "Вигадівська міська рада",
        f"{number % 90000}.50",
        f"https://rada.example/acts/{number}.pdf",
    )


def rows(count: int, changed: int = 0) -> Iterator[tuple[str, ...]]:
    """So many acts, so many of them with another title, spread over all."""
    step = count // changed if changed else count + 1
    return (row(number, changed=bool(changed) and number % step == 0) for number in range(count))


def release(count: int, version: str, changed: int = 0) -> Release:
    """A release with one table of acts."""
    frame = pd.DataFrame(list(rows(count, changed)), columns=list(NAMES), dtype=str)
    origins = samples.table(samples.ROWS).origins[:1] * count
    table = Table(schema="council/Acts", frame=frame, origins=origins)
    return replace(samples.release(name="acts", version=version), tables=(table,))


def passport() -> Passport:
    """What is said of it."""
    return replace(samples.passport("acts", title="Акти"), tables=(CARD,))
