"""Killed before and after any write of a night, the next run ends as if nothing had happened.

Ten seeded points by default; `CRASH_POINTS=100` (make crash) for the long run whose figure is in
docs/crashes.md.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import contents
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

POINTS = int(os.environ.get("CRASH_POINTS", "10"))
SEED = 835


class Nights:
    """Nights of one council in a home of their own, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.council = folder / "council"
        self.site = self.home / "site"

    def night(self, point: int | None = None) -> subprocess.CompletedProcess[str]:
        """A night; with a point, killed there (0: only counted)."""
        killer = ["-m", "tests.killed", str(point), str(self.home)]
        how = ["-m", "pipeline"] if point is None else killer
        return subprocess.run(
            [sys.executable, *how, "--council", "council", "nightly"],
            env={
                **os.environ,
                "PIPELINE_HOME": str(self.home),
                "PIPELINE_SITE_URL": "https://data.example.org",
                "SOURCE_DATE_EPOCH": "1795000000",
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONPATH": str(ROOT),
            },
            # Sources are named relative to here, so that every copy has the same addresses.
            cwd=self.home.parent,
            capture_output=True,
            text=True,
            check=False,
        )

    def copy(self, folder: Path) -> "Nights":
        shutil.copytree(self.home.parent, folder, copy_function=shutil.copy2)
        return Nights(folder)

    def change_a_source(self) -> None:
        page = sorted((self.council / "council-decisions" / "sample").glob("*.html"))[0]
        text = page.read_text(encoding="utf-8")
        assert "затвердження" in text
        page.write_text(text.replace("затвердження", "погодження", 1), encoding="utf-8")

    def state(self) -> dict[str, object]:
        """Everything that has to be the same in the end."""
        database = sqlite3.connect(self.home / "ledger.sqlite")
        rows = {
            table: sorted(set(database.execute(f"SELECT {columns} FROM {table}")))
            for table, columns in (
                ("versions", "dataset, version, fingerprint, rows, masked"),
                ("receipts", "dataset, target, version, fingerprint, address, files, rows"),
                ("snapshots", "address, sha256, size"),
            )
        }
        database.close()
        kept = ("releases", "snapshots", "site")
        return rows | {name: contents(self.home / name) for name in kept}

    def torn(self) -> list[str]:
        """Files of the catalogue that are not what its own package says."""
        found = []
        for package in self.site.glob("datasets/*/datapackage.json"):
            for resource in json.loads(package.read_text(encoding="utf-8"))["resources"]:
                file = package.parent / resource["path"]
                if not file.is_file() or file.stat().st_size != resource["bytes"]:
                    found.append(str(file))
        return found


def first_night(folder: Path) -> Nights:
    shutil.copytree(ROOT / "datasets", folder / "council")
    return Nights(folder)


def changed_night(folder: Path) -> Nights:
    nights = first_night(folder)
    done = nights.night()
    assert done.returncode == 0, done.stderr
    nights.change_a_source()
    return nights


@pytest.mark.parametrize("begin", [first_night, changed_night], ids=["first", "changed"])
def test_a_killed_night_is_made_good_by_the_next(begin: object, tmp_path: Path) -> None:
    assert callable(begin)
    start: Nights = begin(tmp_path / "start")
    undisturbed = start.copy(tmp_path / "undisturbed")
    counted = undisturbed.night(0)
    assert counted.returncode == 0, counted.stderr
    writes, wanted = int(counted.stderr.splitlines()[-1]), undisturbed.state()
    assert writes > POINTS
    chosen = random.Random(SEED).sample(range(1, writes + 1), POINTS // 2)  # noqa: S311
    for point in sorted(chosen):
        struck = start.copy(tmp_path / str(point))
        killed = struck.night(point)
        assert killed.returncode == -signal.SIGKILL, (point, killed.stderr)
        assert not struck.torn(), f"killed at write {point} of {writes}"
        again = struck.night()
        assert again.returncode == 0, (point, again.stderr)
        assert struck.state() == wanted, f"killed at write {point} of {writes}"
        shutil.rmtree(tmp_path / str(point))
