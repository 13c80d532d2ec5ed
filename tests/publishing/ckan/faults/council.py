"""A council of one small dataset, in two versions, and a command that publishes it to a portal."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline import messages
from pipeline.publishing.ckan.standing import resource_id
from tests.command import Command, Done
from tests.conftest import ROOT
from tests.portal.portal import Portal
from tests.portal.proxy import Proxy
from tests.publishing.ckan.faults.showing import Shown, kept, shown

NAME = "branches"
DATASET = f"lysychansk-{NAME}"
TABLE = resource_id(DATASET, "PartyBranchHistory")
KEY = 2
YAML = """\
name: branches
body: council
passport:
  title: {uk: TITLE, en: Branches of parties}
  description: {uk: Осередки партій у місті за роками., en: Branches of parties by year.}
  purpose: {uk: Облік осередків, en: Record of branches}
  keywords: {uk: [осередки, партії], en: [branches, parties]}
  frequency: yearly
  actual_on: 2024-12-31
sources: [{path: sample}]
readers:
  spreadsheet: {encoding: utf-8, delimiter: ","}
extractor:
  name: registry
  parameters:
    table: council/PartyBranchHistory
    columns:
      edrpou: {names: [код], kind: code, width: 8}
      year: {names: [рік]}
      party: {names: [партія]}
      name: {names: [осередок]}
      legalAddress: {names: [адреса]}
      actualAddress: {names: [фактично]}
    classify:
      level:
        column: name
        rules: [{matches: міська, value: міська}]
tables:
  - schema: council/PartyBranchHistory
    key: [edrpou, year]
    rows: mirror
    expect: {min_rows: 1, max_shrink: 1}
"""
HEADER = "код,рік,партія,осередок,адреса,фактично"
SAME = (
    "99001016,2024,Партія «Липа»,міська,вул. Вигадана 1,",
    "09900308,2024,Партія «Тихі води»,міська,вул. Зразкова 12,",
)
ROWS = {
    1: ("99001022,2024,Рух «Двір»,міська,вул. Стара 7,", "99002056,2023,Рух «Сад»,міська,,"),
    2: ("99001022,2024,Рух «Двір»,міська,вул. Нова 7,", "99001045,2023,Рух «Клен»,міська,,"),
}
"""Of each version: a row that differs, and one that the other lacks."""
TITLES = {1: "Осередки партій", 2: "Осередки політичних партій"}

BEGIN = datetime(2026, 11, 18, 11, tzinfo=UTC)
FIRST = "2026-11-18T11:01:00"
"""When the first publication of two versions in turn took place."""
MOMENT = re.compile(r"2026-11-18T\d\d:\d\d:00")
NONE: Mapping[str, str | int] = {}


class Council:
    """A council with a home of its own, which publishes through a proxy."""

    def __init__(self, folder: Path, portal: Portal, proxy: Proxy, package: str = "") -> None:
        self.folder, self.home = folder / "council", folder / "home"
        self.portal, self.proxy, self.package = portal, proxy, package
        self.extra: tuple[str, ...] = ()
        self.token = portal.token
        self.minute = 0
        """Of the clock: minutes since the first publication may begin."""
        (self.folder / NAME / "sample").mkdir(parents=True)
        shutil.copy(ROOT / "datasets" / "holder.yaml", self.folder)
        self.become(1)

    def forget(self) -> None:
        """Lose everything that was kept of earlier runs."""
        shutil.rmtree(self.home, ignore_errors=True)
        self.minute = 0

    def become(self, version: int) -> None:
        """Let the source say what it says in a version."""
        lines = "\n".join([HEADER, *SAME, *ROWS[version], *self.extra, ""])
        (self.folder / NAME / "sample" / "list.csv").write_text(lines, encoding="utf-8")
        text = YAML.replace("TITLE", TITLES[version])
        text += f"portal: {{name: {self.package}}}\n" if self.package else ""
        (self.folder / NAME / "dataset.yaml").write_text(text, encoding="utf-8")

    def add(self, lines: Iterable[str]) -> None:
        """More rows, of every version."""
        self.extra = tuple(lines)
        self.become(1)

    @property
    def environment(self) -> dict[str, str]:
        """What the command finds in its environment."""
        now = BEGIN + timedelta(minutes=self.minute)
        return {
            "PIPELINE_TARGETS": "ckan",
            "CKAN_URL": self.proxy.url,
            "CKAN_API_TOKEN": self.token,
            "SOURCE_DATE_EPOCH": str(int(now.timestamp())),
        }

    def in_its_own_process(self) -> Done:
        """Publish while this process is busy."""
        words = [sys.executable, "-m", "pipeline", "--council", str(self.folder), "publish", NAME]
        home = {"PIPELINE_HOME": str(self.home)}
        done = subprocess.run(
            words, env={**os.environ, **self.environment, **home}, capture_output=True, text=True
        )
        return Done(code=done.returncode, out=done.stdout, err=done.stderr)


class Office:
    """Calls the command for a council, and sees that no token is ever said."""

    def __init__(
        self,
        council: Council,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.council = council
        self.more: dict[str, str] = {}
        self._means = monkeypatch, capsys
        self._command = Command(council.home, council.folder, *self._means)

    def __call__(self, *words: str) -> Done:
        """Call the command, a publication by default."""
        self._command.environment |= self.council.environment | self.more
        done = self._command(*(words or ("publish", NAME)))
        assert self.council.token not in done.said
        return done

    def of(self, council: Council) -> "Office":
        """The office of another council."""
        return Office(council, *self._means)

    def fails(
        self, code: str, details: Mapping[str, str | int] = NONE, *, exit_code: int = 4
    ) -> None:
        """Publish, and be told what went wrong and what to do, in both languages."""
        done = self()
        told = {"url": self.council.proxy.url, **details}
        for language in messages.LANGUAGES:
            assert messages.text(language, f"error-{code}", told) in done.err, done.said
        assert done.code == exit_code
        assert all(word in done.err for word in ADVICE[code])

    def succeeds(self) -> None:
        """Publish, and be told of nothing wrong."""
        done = self()
        assert (done.err, done.code) == ("", 0)


def counted(seen: Shown, minute: int) -> Shown:
    """The same with every moment but the first counted in minutes from a publication.

    So publications of one version at different times can be compared; hashes follow from files.
    """

    def count(match: re.Match[str]) -> str:
        if match[0] == FIRST:
            return "first"
        passed = datetime.fromisoformat(f"{match[0]}+00:00") - BEGIN
        return f"{passed // timedelta(minutes=1) - minute} minutes"

    def each(said: Mapping[str, object]) -> dict[str, object]:
        return {name: _told(one, count) for name, one in said.items()}

    return replace(
        seen,
        stamp=MOMENT.sub(count, seen.stamp),
        passport=each(seen.passport),
        resources=each(seen.resources),
        files=each(seen.files),
    )


def _told(said: object, count: Callable[[re.Match[str]], str]) -> object:
    if isinstance(said, str):
        return MOMENT.sub(count, said)
    if isinstance(said, bytes) and not said.startswith(b"PK"):
        return MOMENT.sub(count, said.decode())
    if isinstance(said, list):
        return [_told(one, count) for one in said]
    if isinstance(said, Mapping):
        kept = {name: one for name, one in said.items() if name not in {"hash", "size"}}
        return {name: _told(one, count) for name, one in kept.items()}
    return said


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """What an undisturbed publication leads to."""

    shown: Shown
    kept: tuple[list[str], list[str], list[str]]


def state(portal: Portal) -> Undisturbed:
    found = shown(portal, DATASET, KEY)
    assert found is not None
    return Undisturbed(shown=found, kept=kept(portal))


ADVICE = {
    "portal-answer-unreadable": ("Перевірте адресу в CKAN_URL", "Check the address in CKAN_URL"),
    "portal-busy": ("Повторіть пізніше", "Repeat later"),
    "portal-count-differs": ("Повторіть", "Repeat"),
    "portal-dataset-deleted": ("Відновіть його", "Restore it"),
    "portal-datastore-off": ("Попросіть адміністратора", "Ask the administrator"),
    "portal-failed": ("зверніться до адміністратора", "ask the administrator"),
    "portal-is-being-published": ("Зачекайте", "Wait until"),
    "portal-is-not-named": ("задайте CKAN_API_TOKEN", "set CKAN_API_TOKEN"),
    "portal-name-is-taken": ("Впишіть інший", "Write another one"),
    "portal-organization-missing": ("Створіть її", "Create it"),
    "portal-out-of-reach": ("Перевірте мережу", "Check the network"),
    "portal-redirects": ("кінцеву адресу", "final address"),
    "portal-token-refused": ("Створіть новий ключ", "Make a new token"),
    "portal-upload-too-large": ("Попросіть адміністратора", "Ask its administrator"),
    "portal-url-is-not-safe": ("адресу з https", "address with https"),
    "read-back-hash": ("ще раз", "again"),
    "read-back-missing": ("ще раз", "again"),
    "read-back-unreadable": ("ще раз", "again"),
}
"""Code -> what both sentences tell a person to do."""
