import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import LockedError, MachineError
from pipeline.lock import HOLDER, only_writer

HOLD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from pipeline.lock import only_writer

with only_writer(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 2, 30, tzinfo=UTC)):
    print("held", flush=True)
    time.sleep(60)
"""


def clock() -> datetime:
    return datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock of the home."""
    order = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(order, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_free_lock_is_taken_again_and_again(tmp_path: Path) -> None:
    for _ in range(2):
        with only_writer(tmp_path / "new" / "home", clock):
            text = (tmp_path / "new" / "home" / HOLDER).read_text(encoding="utf-8")
        assert text == f"{os.getpid()}\n2026-11-23T03:00:00+00:00\n"
    assert not (tmp_path / "new" / "home" / HOLDER).exists()


def test_a_second_run_is_told_who_works(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    with pytest.raises(LockedError) as caught, only_writer(tmp_path, clock):
        pass
    assert caught.value.code == "run-is-locked"
    assert caught.value.exit_code == 6
    for language in ("uk", "en"):
        sentence = caught.value.message(language)
        assert re.search(rf"\b{other.pid}\b", sentence)
        assert "2026-11-23T02:30:00+00:00" in sentence


def test_the_one_who_was_refused_disturbs_nobody(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    for _ in range(2):
        with pytest.raises(LockedError), only_writer(tmp_path, clock):
            pass
    assert (tmp_path / HOLDER).read_text(encoding="utf-8").startswith(f"{other.pid}\n")


def test_a_killed_holder_leaves_the_lock_free(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    assert (tmp_path / HOLDER).exists()
    with only_writer(tmp_path, clock):
        pass


def test_a_holder_that_has_not_said_its_name(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    (tmp_path / HOLDER).unlink()
    with pytest.raises(LockedError) as caught, only_writer(tmp_path, clock):
        pass
    assert caught.value.details["pid"] == "?"
    assert caught.value.message("uk")


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(KeyError), only_writer(tmp_path, clock):
        raise KeyError
    with only_writer(tmp_path, clock):
        pass


def test_a_home_that_cannot_be_made_is_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError) as caught, only_writer(tmp_path / "file" / "home", clock):
        pass
    assert caught.value.code == "lock-cannot-be-made"
    assert caught.value.message("uk")


def test_a_full_disk_is_of_this_machine_and_frees_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", refuse)
        with pytest.raises(MachineError) as caught, only_writer(tmp_path, clock):
            pass
    assert caught.value.code == "lock-cannot-be-made"
    with only_writer(tmp_path, clock):
        pass
