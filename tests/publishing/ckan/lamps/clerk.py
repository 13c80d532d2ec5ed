"""Invented street lamps of a council: sources of any version, and a clerk who publishes them."""

import csv
import io
import json
import multiprocessing
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from pipeline.publishing.ckan import rows
from pipeline.publishing.ckan.standing import resource_id
from tests.command import Command, Done
from tests.conftest import ROOT
from tests.portal.portal import Portal
from tests.portal.proxy import Proxy
from tests.publishing.ckan.faults.showing import Shown, shown
from tests.publishing.ckan.lamps import apart
from tests.publishing.ckan.lamps.watcher import Version, Watcher, row_of

NAME = "lamps"
DATASET = f"lysychansk-{NAME}"
SCHEMA = "council/Lamps"
TABLE = "Lamps"
ID = resource_id(DATASET, TABLE)
REPLACED = resource_id(DATASET, TABLE, 1)
BEGIN = datetime(2026, 11, 18, 11, tzinfo=UTC)

Field = Mapping[str, Any]


def column(name: str, title: str, type_: str = "string") -> Field:
    """A field of a Table Schema."""
    said = {"title": title, "titleEn": name, "description": title, "descriptionEn": name}
    datatype = {"number": "decimal"}.get(type_, type_)
    return {"name": name, "type": type_, "datatype": datatype, **said}


FIELDS = (
    column("id", "Номер"),
    column("street", "Вулиця"),
    column("power", "Потужність"),
    column("height", "Висота", "number"),
    column("since", "Встановлено", "date"),
)


def lamp(number: int, street: str = "Липова") -> tuple[str, ...]:
    """One row."""
    return (f"{number:04d}", f"вул. {street}, {number}", str(40 + number % 9), "4.5", "2024-05-01")


def lamps(count: int) -> dict[str, tuple[str, ...]]:
    """So many rows, by key."""
    return {row[0]: row for row in map(lamp, range(count))}


@dataclass(frozen=True, kw_only=True)
class Source:
    """What the council has, and how it describes it."""

    rows: Mapping[str, tuple[str, ...]]
    title: str = "Ліхтарі міста"
    fields: tuple[Field, ...] = FIELDS
    key: tuple[str, ...] = ("id",)
    mode: str = "mirror"
    by_hand: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        return [one["name"] for one in self.fields]

    @property
    def records(self) -> dict[str, dict[str, str]]:
        """Every row, with the columns that the structure has now; one of no row is «нове»."""
        own = [one["name"] for one in FIELDS]
        whole = {key: dict(zip(own, row, strict=True)) for key, row in self.rows.items()}
        return {
            key: {name: row.get(name, "нове") for name in self.names} for key, row in whole.items()
        }

    @property
    def version(self) -> Version:
        """The rows as a reader meets them."""
        return {key: row_of(row) for key, row in self.records.items()}

    @property
    def text(self) -> str:
        """The source, as CSV."""
        out = io.StringIO()
        writer = csv.DictWriter(out, self.names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.records.values())
        return out.getvalue()


WHOLE = tuple(
    column("power", "Потужність", "integer") if one["name"] == "power" else one for one in FIELDS
)
SHORTER = tuple(one for one in FIELDS if one["name"] != "since")
LONGER = (*FIELDS, column("note", "Примітка"))
NAMED = tuple(
    column("street", "Вулиця чи площа") if one["name"] == "street" else one for one in FIELDS
)


def changed(source: Source) -> Source:
    """Three rows changed, two new, one vanished."""
    rows = dict(source.rows)
    last = len(rows)
    rows |= {row[0]: row for row in (lamp(n, "Кленова") for n in (3, 17, 38))}
    rows |= {row[0]: row for row in (lamp(last), lamp(last + 1))}
    del rows["0020"]
    return replace(source, rows=rows)


def description(source: Source) -> str:
    """`dataset.yaml`; JSON is YAML."""
    text = {
        "name": NAME,
        "body": "council",
        "passport": {
            "title": {"uk": source.title, "en": "Lamps"},
            "description": {"uk": "Ліхтарі на вулицях міста.", "en": "Lamps in the streets."},
            "purpose": {"uk": "Облік ліхтарів", "en": "Record of lamps"},
            "keywords": {"uk": ["ліхтарі", "вулиці"], "en": ["lamps", "streets"]},
            "frequency": "yearly",
            "actual_on": "2026-11-01",
        },
        "sources": [{"path": "sample"}],
        "readers": {"spreadsheet": {"encoding": "utf-8", "delimiter": ","}},
        "extractor": {
            "name": "registry",
            "parameters": {
                "table": SCHEMA,
                "columns": {name: {"names": [name]} for name in source.names},
            },
        },
        "tables": [
            {
                "schema": SCHEMA,
                "key": list(source.key),
                "rows": source.mode,
                "expect": {"min_rows": 1, "max_shrink": 1},
            }
        ],
        "portal": {"by_hand": list(source.by_hand)},
    }
    return json.dumps(text, ensure_ascii=False, indent=1)


@dataclass(kw_only=True)
class Clerk:
    """Somebody who publishes lamps through a proxy, from a home of their own."""

    folder: Path
    portal: Portal
    proxy: Proxy
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    minute: int = 0
    """Of the clock, since the first day."""
    source: Source = field(default_factory=lambda: Source(rows=lamps(40)))
    stands: Source | None = None
    """What was published last."""
    code: int | None = None
    """How the last process of its own ended."""
    watcher: Watcher = field(init=False)

    def __post_init__(self) -> None:
        self.watcher = Watcher(self.portal, DATASET, (TABLE,), "id")
        self.write(self.source)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def council(self) -> Path:
        return self.folder / "council"

    @cached_property
    def _command(self) -> Command:
        return Command(self.home, self.council, self.monkeypatch, self.capsys)

    @property
    def environment(self) -> dict[str, str]:
        """What the command finds there."""
        now = BEGIN + timedelta(minutes=self.minute)
        return self._command.environment | {
            "PIPELINE_TARGETS": "ckan",
            "CKAN_URL": self.proxy.url,
            "CKAN_API_TOKEN": self.portal.token,
            "SOURCE_DATE_EPOCH": str(int(now.timestamp())),
        }

    def write(self, source: Source) -> None:
        """Let the council have this from now on."""
        self.source = source
        sample = self.council / NAME / "sample"
        sample.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "datasets" / "holder.yaml", self.council)
        (sample / "lamps.csv").write_text(source.text, encoding="utf-8")
        (sample.parent / "dataset.yaml").write_text(description(source), encoding="utf-8")
        schema = self.folder / "schemas" / f"{SCHEMA}.json"
        schema.parent.mkdir(parents=True, exist_ok=True)
        fields = {"fields": list(source.fields), "primaryKey": list(source.key)}
        titles = {"title": "Ліхтарі", "titleEn": "Lamps"}
        titles |= {"description": "Ліхтарі міста", "descriptionEn": "Lamps of the city"}
        schema.write_text(json.dumps(titles | fields, ensure_ascii=False), encoding="utf-8")

    def __call__(self, *words: str | Path) -> Done:
        """Call the command."""
        for module in ("workplace", "desk"):
            self.monkeypatch.setattr(f"pipeline.{module}.SCHEMAS", self.folder / "schemas")
        self._command.environment = self.environment
        done = self._command(*words)
        assert self.portal.token not in done.said
        return done

    def publish(self, *words: str | Path) -> str:
        """Publish; the state it ends with."""
        done = self("publish", NAME, "--json", *words)
        assert done.code == 0, done.err
        self.stands = self.source
        return str(json.loads(done.out)["state"])

    def publish_watched(self, source: Source) -> None:
        """Publish another version while the reader looks: old or new, never less."""
        versions = [one.version for one in (self.stands or source, source)]
        self.write(source)
        self.minute += 1
        with self.watcher.watching(self.proxy, *versions):
            assert self.publish() == "published"

    def fails(self, *words: str | Path) -> str:
        """Call the command, a publication by default; what it says to a source or a portal."""
        done = self(*(words or ("publish", NAME)))
        assert done.code == 4, done.said
        return done.err

    def plan(self, *words: str | Path) -> list[dict[str, Any]]:
        """The changes of a plan."""
        done = self("plan", NAME, "--json", *words)
        assert done.code == 0, done.err
        changes: list[dict[str, Any]] = json.loads(done.out)[0]["changes"]
        return changes

    def planned(self) -> dict[tuple[str, str], int]:
        """Action and subject -> rows, or number of changes of the kind."""
        found: dict[tuple[str, str], int] = {}
        for change in self.plan():
            what = (change["action"], change["subject"])
            found[what] = change["count"] or found.get(what, 0) + 1
        return found

    def shown(self) -> Shown:
        """What the public sees."""
        found = shown(self.portal, DATASET)
        assert found is not None
        return found

    def start(self) -> BaseProcess:
        """Publish in a process of its own, which can be killed."""
        words = ("publish", NAME, "--json")
        argv = ["pipeline", "--council", str(self.council), *words]
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.publishing.ckan.lamps.apart"])
        schemas, said = str(self.folder / "schemas"), str(self.folder / "said")
        given = (argv, self.environment, schemas, said, rows.BATCH)
        process = context.Process(target=apart.run, args=given)
        process.start()
        return process


def dictionary(clerk: Clerk, table: str = ID) -> dict[str, tuple[str, str]]:
    """Column -> its type and label."""
    told = clerk.portal.public.action("datastore_info", id=table)
    fields = [one for one in told["fields"] if one["id"] != "_id"]
    return {one["id"]: (one["type"], one["info"]["label"]) for one in fields}
