"""Programs that outlive the command that starts them, each with a log and a file of its number."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

# The shell starts the program in a session of its own and ends: Ctrl-C here does not reach the
# program, and no object of this process is left holding it.
DETACHED = 'setsid "$@" >"$0" 2>&1 </dev/null & echo $!'
PATIENCE = 90.0


class PortalError(Exception):
    """A portal that cannot be had; the sentence says why."""


def environment(**more: str) -> dict[str, str]:
    """The environment for children; variables CKAN_… of the caller would change a portal."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CKAN_")}
    return kept | more


def run(order: Sequence[object], *, cwd: Path | None = None, **more: str) -> None:
    """Run a program to its end."""
    words = [str(part) for part in order]
    done = subprocess.run(
        words, cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False
    )
    if done.returncode:
        words_of_it = (done.stderr or done.stdout).strip()
        raise PortalError(f"{' '.join(words[:4])} …: {words_of_it[-3000:]}")


def launch(folder: Path, name: str, order: Sequence[object], **more: str) -> None:
    """Start a program that goes on by itself; its log is NAME.log."""
    words = ["sh", "-c", DETACHED, str(folder / f"{name}.log"), *map(str, order)]
    done = subprocess.run(
        words, cwd=folder, env=environment(**more), stdout=subprocess.PIPE, text=True, check=True
    )
    pid = int(done.stdout)
    (folder / f"{name}.pid").write_text(f"{pid} {_birth(pid)}\n", encoding="utf-8")


def said(folder: Path, name: str) -> str:
    """Everything a program has said since it was started."""
    return (folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")


def running(folder: Path, name: str) -> int | None:
    """The number of the process, if it is still the one that was started."""
    try:
        pid, birth = (folder / f"{name}.pid").read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return None
    return int(pid) if _birth(int(pid)) == birth else None


def stop(folder: Path, name: str, *, grace: float = 20.0) -> None:
    """End a program and its children, kindly first."""
    pid = running(folder, name)
    for number in (signal.SIGTERM, signal.SIGKILL):
        if pid and running(folder, name):
            with suppress(ProcessLookupError):
                os.killpg(pid, number)
            _wait_until(lambda: not running(folder, name), grace)
    (folder / f"{name}.pid").unlink(missing_ok=True)


def wait(folder: Path, name: str, ready: Callable[[], bool]) -> None:
    """Wait until a program that was started answers."""
    if _wait_until(lambda: ready() or not running(folder, name), PATIENCE) and running(
        folder, name
    ):
        return
    end = said(folder, name)[-3000:]
    raise PortalError(f"{name} does not answer; the end of {folder / name}.log:\n{end}")


def port(file: Path) -> int:
    """The port noted in a file, or a free one when there is none or somebody else has taken it."""
    number = int(file.read_text(encoding="utf-8")) if file.exists() else 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except OSError:
            file.unlink()
            return port(file)
        number = int(probe.getsockname()[1])
    file.write_text(f"{number}\n", encoding="utf-8")
    return number


def _birth(pid: int) -> str | None:
    """When a process began, in ticks of the machine; None for one that has ended."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    fields = text.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else fields[19]


def _wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
