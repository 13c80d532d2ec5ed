"""Programs are started, told apart and stopped; what is missing is said."""

import os
import socket
from pathlib import Path

import pytest

from tests.portal import processes
from tests.portal.install import install
from tests.portal.processes import PortalError


def test_a_program_lives_until_it_is_stopped(tmp_path: Path) -> None:
    processes.launch(tmp_path, "nap", ["sh", "-c", "echo good night; exec sleep 60"])
    processes.wait(tmp_path, "nap", lambda: "good night" in processes.said(tmp_path, "nap"))
    assert processes.running(tmp_path, "nap")
    processes.stop(tmp_path, "nap")
    assert processes.running(tmp_path, "nap") is None


def test_a_program_that_ignores_kindness_is_stopped(tmp_path: Path) -> None:
    processes.launch(tmp_path, "nap", ["sh", "-c", "trap '' TERM; echo deaf; while :; do :; done"])
    processes.wait(tmp_path, "nap", lambda: "deaf" in processes.said(tmp_path, "nap"))
    processes.stop(tmp_path, "nap", grace=0.2)
    assert processes.running(tmp_path, "nap") is None


def test_a_number_that_another_process_got_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "web.pid").write_text(f"{os.getpid()} 1\n", encoding="utf-8")
    assert processes.running(tmp_path, "web") is None
    processes.stop(tmp_path, "web")  # and we are still here


def test_a_program_that_ends_early_is_quoted(tmp_path: Path) -> None:
    processes.launch(tmp_path, "web", ["sh", "-c", "echo no such plugin; exit 1"])
    with pytest.raises(PortalError, match="no such plugin"):
        processes.wait(tmp_path, "web", lambda: False)


def test_variables_of_the_caller_do_not_change_a_portal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CKAN_URL", "http://127.0.0.1:1")
    with pytest.raises(PortalError, match=r"^sh .*: \[\]$"):
        processes.run(["sh", "-c", 'echo "[$CKAN_URL]"; exit 1'])


def test_a_port_is_kept_until_somebody_else_takes_it(tmp_path: Path) -> None:
    file = tmp_path / "port"
    number = processes.port(file)
    assert processes.port(file) == number
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", number))
        taken.listen()
        assert processes.port(file) != number


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PortalError, match=r"maven, redis-server.* sudo tests/system-packages"):
        install(tmp_path, pytest.fail)
