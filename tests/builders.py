"""Small values for tests, so that a test says only what it is about."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.description import Description, TableSpec
from pipeline.descriptor import DatasetSpec
from pipeline.holder import Holder
from pipeline.model import Candidate, Finding, Origin, Place, Severity, Snapshot, Table

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
SCHEMA = "835-2019/Legislation/LegalActs"


def snapshot(**changes: Any) -> Snapshot:
    given: dict[str, Any] = {
        "address": "acts.html",
        "sha256": "a" * 64,
        "size": 10,
        "media_type": "text/html",
        "fetched_at": NOW,
    }
    return Snapshot(**{**given, **changes})


def table(rows: list[dict[str, str]], schema: str = SCHEMA) -> Table:
    origins = tuple(
        Origin(sha256="a" * 64, place=Place(source="acts.html", line=number))
        for number, _ in enumerate(rows, 1)
    )
    return Table(schema=schema, frame=pd.DataFrame(rows, dtype=str), origins=origins)


def error(row: int | None, name: str = "LegalActs", code: str = "type-error") -> Finding:
    return Finding(code=code, severity=Severity.ERROR, table=name, row=row)


def candidate(*tables: Table, **changes: Any) -> Candidate:
    given: dict[str, Any] = {
        "dataset": "acts",
        "fingerprint": "f" * 64,
        "extractor": "decisions/1",
        "snapshots": (snapshot(),),
        "tables": tables,
        "findings": (),
    }
    return Candidate(**{**given, **changes})


def table_spec(**changes: Any) -> TableSpec:
    given = {
        "schema": SCHEMA,
        "key": ["number"],
        "rows": "mirror",
        "expect": {"min_rows": 1},
    }
    return TableSpec.model_validate({**given, **changes})


def holder() -> Holder:
    return Holder.model_validate(
        {
            "name": "testove",
            "title": {"uk": "Тестова громада", "en": "Test community"},
            "contact": {"name": {"uk": "Відділ", "en": "Department"}, "email": "od@test.example"},
            "bodies": {
                "council": [
                    {
                        "title": {"uk": "Тестова міська рада", "en": "Test City Council"},
                        "edrpou": "26510514",
                        "until": "2020-12-31",
                    },
                    {
                        "title": {"uk": "Тестова адміністрація", "en": "Test Administration"},
                        "since": "2021-01-01",
                        "unconfirmed": ["edrpou"],
                    },
                ]
            },
        }
    )


def description(*tables: TableSpec, **changes: Any) -> Description:
    given: dict[str, Any] = {
        "name": "acts",
        "body": "council",
        "passport": {
            "title": {"uk": "Рішення", "en": "Decisions"},
            "description": {"uk": "Рішення ради", "en": "Decisions of the council"},
            "purpose": {"uk": "Закон", "en": "Law"},
            "keywords": {"uk": ["рішення"], "en": ["decisions"]},
            "frequency": "weekly",
        },
        "sources": [{"path": "sample"}],
        "extractor": {"name": "decisions", "parameters": {}},
        "tables": [spec.model_dump(by_alias=True) for spec in tables or (table_spec(),)],
    }
    return Description.model_validate({**given, **changes})


def dataset(folder: Path, *tables: TableSpec, **changes: Any) -> DatasetSpec:
    """A spec whose folder and schemas really exist, since digests read them."""
    home = folder / "acts"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "holder.yaml").write_text("name: testove\n", encoding="utf-8")
    (home / "dataset.yaml").write_text("name: acts\n", encoding="utf-8")
    schemas = folder / "schemas"
    for spec in tables or (table_spec(),):
        file = schemas / f"{spec.schema_path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"fields": []}', encoding="utf-8")
    text = description(*tables, **changes)
    return DatasetSpec(text=text, holder=holder(), folder=home, schemas=schemas)
