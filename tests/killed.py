"""Run the command and kill it at a chosen write: `python -m tests.killed POINT FOLDER ARGUMENT…`.

A write is whatever changes FOLDER: opening a file to write, syncing it, renaming, linking,
removing, making a folder, exchanging two, committing to the ledger. At point 0 nothing is killed
and the number of writes goes to standard error, as its last line.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from pipeline.__main__ import main as command
from pipeline.publishing import switch

PATH_EVENTS = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.link",
    "os.truncate",
    "os.utime",
}


class Counter:
    """Counts writes; the process dies at the chosen one, before it is done."""

    def __init__(self, point: int, folder: str) -> None:
        self.point, self.folder, self.seen = point, folder, 0

    def write(self) -> None:
        self.seen += 1
        if self.seen == self.point:
            os.kill(os.getpid(), signal.SIGKILL)

    def audited(self, name: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook: https://docs.python.org/3/library/audit_events.html."""
        if name in PATH_EVENTS and self.concerns(arguments[0]):
            self.write()
        if name == "open" and self.concerns(arguments[0]) and writes(arguments[1], arguments[2]):
            self.write()

    def concerns(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(
            self.folder
        )

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a write counted before it and one after it."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.write()
            result = function(*arguments, **named)
            self.write()
            return result

        return counted


def writes(mode: object, flags: object) -> bool:
    by_mode = isinstance(mode, str) and bool(set(mode) & set("wax+"))
    by_flags = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return by_mode or by_flags


def main() -> None:
    point, folder = int(sys.argv[1]), sys.argv[2]
    sys.argv[:] = ["pipeline", *sys.argv[3:]]
    counter = Counter(point, folder)
    os.fsync = counter.around(os.fsync)
    event.listen(Engine, "commit", lambda _: counter.write())
    switch.exchange = counter.around(switch.exchange)
    sys.addaudithook(counter.audited)
    try:
        command()
    finally:
        sys.stderr.write(f"{counter.seen}\n")


if __name__ == "__main__":
    main()
