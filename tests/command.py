"""The command as a user calls it: in this process for speed, or in one of its own."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.__main__ import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a call ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


class Command:
    """The command with a home of its own."""

    def __init__(
        self,
        home: Path,
        council: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.home = home
        self.site = home / "site"
        self.council = council
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.environment = {
            "PIPELINE_HOME": str(home),
            "PIPELINE_SITE_URL": "https://data.example.org",
            "SOURCE_DATE_EPOCH": "1795000000",
        }

    def __call__(self, *arguments: str | Path) -> Done:
        """Call the command in this process."""
        for name, value in self.environment.items():
            self._monkeypatch.setenv(name, value)
        argv = ["pipeline", "--council", str(self.council), *map(str, arguments)]
        self._monkeypatch.setattr(sys, "argv", argv)
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        said = self._capsys.readouterr()
        code = end.value.code
        return Done(code=code if isinstance(code, int) else 0, out=said.out, err=said.err)

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Call the command in a process of its own.

        It hears SIGINT even where these tests run in the background, and so do not.
        """
        heard = ["env", "--default-signal=INT"]
        order = [sys.executable, "-m", "pipeline", "--council", str(self.council), *arguments]
        return subprocess.Popen(
            [*heard, *order],
            env={**os.environ, **self.environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def tree(folder: Path) -> Mapping[str, tuple[str, int]]:
    """Every file below a folder: name -> SHA-256 and time of modification in nanoseconds."""
    return {
        file.relative_to(folder).as_posix(): (
            hashlib.sha256(file.read_bytes()).hexdigest(),
            file.stat().st_mtime_ns,
        )
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def contents(folder: Path) -> Mapping[str, str]:
    """Every file below a folder: name -> SHA-256."""
    return {name: digest for name, (digest, _) in tree(folder).items()}
