"""What every test may ask for."""

import shutil
from pathlib import Path

import pytest

from tests.command import Command

pytest_plugins = ["tests.postgres"]

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ROOT.parent / "shared" / "inputs"


@pytest.fixture(scope="session")
def inputs() -> Path:
    """Real inputs beside the checkout; the project never copies their text."""
    if not INPUTS.is_dir():
        pytest.skip(f"real inputs are not here: {INPUTS}")
    return INPUTS


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """The sample council, to be changed at will."""
    return Path(shutil.copytree(ROOT / "datasets", tmp_path / "council"))


@pytest.fixture
def command(
    tmp_path: Path,
    council: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """The command on the sample council, with a home of its own."""
    return Command(tmp_path / "home", council, monkeypatch, capsys)
