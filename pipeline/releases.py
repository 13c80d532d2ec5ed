"""Every release is kept: its tables with the place each row came from, written once.

    <home>/releases/<dataset>/<version>/release.json
                                        tables/<Table>.csv, <Table>.origins.csv
                                        quarantine/…           rows held back
                                        passport.json          what was said of it to the public

Here lies only what the guard of personal data let through; `gate.readmit` makes a release of it.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.errors import MachineError
from pipeline.kept import KeptTable
from pipeline.model import Finding, Origin, Place, Release, Severity, Snapshot, Table

PASSPORT = "passport.json"

Making = Callable[..., Release]
"""Makes a `Release` of its fields; the gate's own, since nothing else may."""


class ReleaseStore:
    """The folder of releases below the home of the pipeline."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, dataset: str, version: str) -> bool:
        """Whether that version is kept."""
        return (self._folder / dataset / version / "release.json").is_file()

    def put(self, release: Release, *, over: bool = False) -> None:
        """Keep a release; one that is there already stays as it is, unless it is written over.

        Raises:
            MachineError: it cannot be written; nothing half is left under its name.
        """
        if self.has(release.dataset, release.version) and not over:
            return
        final = self._folder / release.dataset / release.version
        staging = final.with_name(f".{release.version}")
        try:
            shutil.rmtree(staging, ignore_errors=True)
            _write(release, staging)
            shutil.rmtree(final, ignore_errors=True)
            staging.rename(final)
        except OSError as error:
            shutil.rmtree(staging, ignore_errors=True)
            raise MachineError(
                "release-cannot-be-kept", path=str(final), reason=error.strerror or str(error)
            ) from error

    def get(self, dataset: str, version: str, make: Making) -> Release:
        """Read a release back; for `gate.readmit`, which alone may make one.

        Raises:
            MachineError: it is not there or cannot be read.
        """
        folder = self._folder / dataset / version
        try:
            return _read(folder, make)
        except (OSError, ValueError, KeyError) as error:
            raise MachineError("release-cannot-be-read", path=str(folder)) from error

    def table(self, dataset: str, version: str, name: str) -> KeptTable | None:
        """The rows of a table of a release; None where they are not kept."""
        file = self._folder / dataset / version / "tables" / f"{name}.csv"
        return KeptTable(file) if file.is_file() else None

    def keep_passport(self, dataset: str, version: str, text: str) -> None:
        """Keep what was said of a release when it was first published.

        Raises:
            MachineError: it cannot be written.
        """
        file = self._folder / dataset / version / PASSPORT
        if file.exists():
            return
        part = file.with_name(f".{PASSPORT}")
        try:
            _write_text(part, text)
            part.rename(file)
        except OSError as error:
            raise MachineError(
                "release-cannot-be-kept", path=str(file), reason=error.strerror or str(error)
            ) from error

    def passport(self, dataset: str, version: str) -> str | None:
        """What was said of a release; None where nobody has kept it."""
        file = self._folder / dataset / version / PASSPORT
        return file.read_text(encoding="utf-8") if file.is_file() else None


def _write(release: Release, folder: Path) -> None:
    _write_tables(release.tables, folder / "tables")
    _write_tables(release.quarantine, folder / "quarantine")
    text = {
        "dataset": release.dataset,
        "version": release.version,
        "fingerprint": release.fingerprint,
        "snapshots": [_snapshot_text(snapshot) for snapshot in release.snapshots],
        "tables": [table.schema for table in release.tables],
        "quarantine": [table.schema for table in release.quarantine],
        "findings": [_finding_text(finding) for finding in release.findings],
        "masked": dict(release.masked),
        "actual_on": release.actual_on.isoformat() if release.actual_on else None,
        "first_released_at": release.first_released_at.isoformat(),
        "released_at": release.released_at.isoformat(),
    }
    _write_text(folder / "release.json", json.dumps(text, ensure_ascii=False, indent=1))


def _read(folder: Path, make: Making) -> Release:
    text = json.loads((folder / "release.json").read_text(encoding="utf-8"))
    return make(
        dataset=text["dataset"],
        version=text["version"],
        fingerprint=text["fingerprint"],
        snapshots=tuple(_snapshot(item) for item in text["snapshots"]),
        tables=tuple(_read_table(folder / "tables", schema) for schema in text["tables"]),
        quarantine=tuple(_read_table(folder / "quarantine", name) for name in text["quarantine"]),
        findings=tuple(_finding(item) for item in text["findings"]),
        masked=text["masked"],
        actual_on=date.fromisoformat(text["actual_on"]) if text["actual_on"] else None,
        first_released_at=datetime.fromisoformat(text["first_released_at"]),
        released_at=datetime.fromisoformat(text["released_at"]),
    )


def _write_tables(tables: Iterable[Table], folder: Path) -> None:
    folder.mkdir(parents=True)
    for table in tables:
        _write_text(folder / f"{table.name}.csv", _csv(table.frame))
        _write_text(folder / f"{table.name}.origins.csv", _csv(_origins_frame(table.origins)))


def _write_text(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _csv(frame: pd.DataFrame) -> str:
    return str(frame.to_csv(index=False, lineterminator="\n"))


def _read_csv(file: Path) -> pd.DataFrame:
    return pd.read_csv(
        file, dtype=str, keep_default_na=False, encoding="utf-8", lineterminator="\n"
    )


def _read_table(folder: Path, schema: str) -> Table:
    name = schema.rpartition("/")[2]
    records = _read_csv(folder / f"{name}.origins.csv").to_dict("records")
    origins = [{str(key): str(cell) for key, cell in record.items()} for record in records]
    return Table(
        schema=schema,
        frame=_read_csv(folder / f"{name}.csv"),
        origins=tuple(
            _origin({str(key): str(cell) for key, cell in row.items()}) for row in origins
        ),
    )


def _origins_frame(origins: Iterable[Origin]) -> pd.DataFrame:
    rows = [
        {
            "sha256": origin.sha256,
            **{
                key: "" if item is None else str(item) for key, item in asdict(origin.place).items()
            },
            "columns": json.dumps(dict(origin.columns), ensure_ascii=False),
        }
        for origin in origins
    ]
    names = ["sha256", *(item.name for item in Place.__dataclass_fields__.values()), "columns"]
    return pd.DataFrame(rows, columns=names, dtype=str)


def _origin(row: Mapping[str, str]) -> Origin:
    place = Place(
        source=row["source"] or None,
        sheet=row["sheet"] or None,
        cell=row["cell"] or None,
        line=int(row["line"]) if row["line"] else None,
        element=row["element"] or None,
    )
    return Origin(sha256=row["sha256"], place=place, columns=json.loads(row["columns"]))


def _snapshot_text(snapshot: Snapshot) -> dict[str, Any]:
    return {**asdict(snapshot), "fetched_at": snapshot.fetched_at.isoformat()}


def _snapshot(text: Mapping[str, Any]) -> Snapshot:
    return Snapshot(**{**text, "fetched_at": datetime.fromisoformat(text["fetched_at"])})


def _finding_text(finding: Finding) -> dict[str, Any]:
    return {**asdict(finding), "value": None}


def _finding(text: Mapping[str, Any]) -> Finding:
    return Finding(
        **{**text, "severity": Severity(text["severity"]), "place": Place(**text["place"])}
    )
