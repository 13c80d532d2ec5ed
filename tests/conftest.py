"""What every test may ask for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import Command

pytest_plugins = ["tests.postgres", "tests.portal.fixtures"]

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


Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="Write the golden files anew.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that calls the command from end to end is no unit test."""
    for item in items:
        if "command" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.whole)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file of the project; `make golden` rewrites it."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--rewrite-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        assert file.is_file(), f"{file} is missing: make golden, and look at it"
        assert text == file.read_text(encoding="utf-8"), f"{file} differs: make golden, and look"

    return compare
