"""Invented documents of a council for the benchmark of validation: ten columns, some bad rows.

The same rows come of the same seed. Twelve kinds of faults take turns: every rule is broken.
"""

import csv
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

NAMES = (
    "id", "kind", "number", "date", "title", "url", "edrpou", "pages", "published", "status",
)  # fmt: skip
KINDS = ("рішення", "розпорядження", "протокол", "проєкт")
STATUSES = ("Чинний", "Не чинний")
_FIRST = date(2015, 1, 1)
_WORDS = (
    "про затвердження програми розвитку громади на рік за поданням виконавчого комітету щодо"
    " внесення змін до бюджету та надання дозволу на землю ділянки обʼєкта"
).split()
SCHEMA: Mapping[str, Any] = {
    "fields": [
        {"name": "id", "type": "string", "constraints": {"required": True}},
        {"name": "kind", "type": "string", "constraints": {"enum": list(KINDS)}},
        {
            "name": "number",
            "type": "string",
            "constraints": {"required": True, "pattern": r"\d{1,4}-\d{1,2}/[IVX]+"},
        },
        {"name": "date", "type": "date", "constraints": {"required": True}},
        {
            "name": "title",
            "type": "string",
            "constraints": {"required": True, "minLength": 20, "maxLength": 300},
        },
        {"name": "url", "type": "string", "format": "uri"},
        {"name": "edrpou", "type": "string", "constraints": {"pattern": r"\d{8}"}},
        {
            "name": "pages",
            "type": "integer",
            "constraints": {"minimum": 1, "maximum": 100_000},
        },
        {"name": "published", "type": "datetime"},
        {"name": "status", "type": "string", "constraints": {"enum": list(STATUSES)}},
    ],
    "primaryKey": ["id"],
}
FAULTS: tuple[tuple[int, str], ...] = (
    (1, "лист"), (2, "№ 5"), (3, "2024-02-30"), (3, ""), (4, "коротко"), (5, "rada.example/так ні"),
    (6, "123"), (7, "багато"), (7, "0"), (8, "учора"), (9, "невідомо"), (0, "doc-0"),
)  # fmt: skip


def rows(count: int, share: float, seed: int = 7) -> Iterator[list[str]]:
    """So many documents, such a share of them with a fault."""
    random = Random(seed)  # noqa: S311 - figures, not secrets
    faults = 0
    for number in range(count):
        row = _row(number, random)
        if random.random() < share:
            at, text = FAULTS[faults % len(FAULTS)]
            row[at] = text
            faults += 1
        yield row


def _row(number: int, random: Random) -> list[str]:
    day = (_FIRST + timedelta(days=random.randrange(4000))).isoformat()
    title = " ".join(random.choices(_WORDS, k=random.randrange(6, 16))).capitalize()
    if number % 50 == 0:
        title += ", «Вигадівка»\nдодаток 1"
    return [
        f"doc-{number}",
        KINDS[number % len(KINDS)],
        f"{random.randrange(1, 2000)}-{random.randrange(1, 60)}/VIII",
        day,
        title,
        f"https://rada.example/docs/{day[:4]}/{number}.pdf?lang=uk",
        f"{random.randrange(10**8):08}",
        str(random.randrange(1, 500)),
        f"{day}T{random.randrange(24):02}:00:00",
        STATUSES[number % 7 == 0],
    ]


def write_csv(path: Path, count: int, share: float) -> Path:
    """The documents as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows(rows(count, share))
    return path


def write_xlsx(path: Path, count: int, share: float) -> Path:
    """The documents as a workbook: pages are numbers, the rest is text as programs export it."""
    import xlsxwriter  # type: ignore[import-untyped]  # what is measured needs only the schema

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, NAMES)
    for at, row in enumerate(rows(count, share), start=1):
        for column, text in enumerate(row):
            if column == NAMES.index("pages") and text.isdigit():
                sheet.write_number(at, column, int(text))
            else:
                sheet.write_string(at, column, text)
    book.close()
    return path


def write_package(folder: Path, count: int, share: float, tables: int = 10) -> Path:
    """A package: a table of bodies, and tables of documents that refer to it, of the same rows.

    Unlike ones would cost as much to judge, but far more to write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bodies = sorted({row[NAMES.index("edrpou")] for row in rows(min(count, 500), 0.0)})
    with (folder / "bodies.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(
            [["edrpou", "name"], *([one, f"Установа {one}"] for one in bodies)]
        )
    body = {"name": "edrpou", "type": "string"}
    known = {"fields": [body, {"name": "name", "type": "string"}], "primaryKey": ["edrpou"]}
    listed = [_resource("bodies", known)]
    keys = [{"fields": ["edrpou"], "reference": {"resource": "bodies", "fields": ["edrpou"]}}]
    first = _documents(folder / "docs0.csv", bodies, count, share)
    for table in range(tables):
        if table:
            shutil.copyfile(first, folder / f"docs{table}.csv")
        listed.append(_resource(f"docs{table}", {**SCHEMA, "foreignKeys": keys}))
    file = folder / "datapackage.json"
    text = json.dumps({"name": "council", "resources": listed}, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    return file


def _documents(path: Path, bodies: Sequence[str], count: int, share: float) -> Path:
    """Documents of these bodies; one in a thousand refers to none."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(NAMES)
        for at, row in enumerate(rows(count, share)):
            row[NAMES.index("edrpou")] = bodies[at % len(bodies)] if at % 1000 else "00000000"
            writer.writerow(row)
    return path


def _resource(name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "encoding": "utf-8",
        "dialect": {"header": True, "headerRows": [1], "csv": {"delimiter": ","}},
        "schema": schema,
    }
