import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.errors import LockedError, MachineError
from pipeline.publishing import switch
from pipeline.publishing.package import Package, file_hash
from pipeline.publishing.site import SiteTarget
from tests.publishing import samples

NEW = samples.release(
    (*samples.ROWS[1:], ("010", "Набережна", "2", "0.9", "2026-06-01", "")), version="b1b2c3d4e5f6"
)
PASSPORT = samples.passport()
WRITES = {"os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.utime"}


def apply_new(target: SiteTarget) -> None:
    samples.publish(target, NEW, PASSPORT)


def in_a_child(work: Callable[[], None]) -> int:
    """Run in a process of its own; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Killer:
    """Ends this process at the given write, with half a file where a file is being written."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.fsync, self.exchange = os.fsync, switch.exchange

    def arm(self) -> None:
        sys.addaudithook(self._audit)
        os.fsync = self._sync
        switch.exchange = self._exchange

    def _count(self) -> bool:
        self.left -= 1
        return self.left == 0

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        writes = event in WRITES or (event == "open" and "x" in str(arguments[1]))
        if writes and self._count():
            os.kill(os.getpid(), signal.SIGKILL)

    def _sync(self, descriptor: int) -> None:
        if self._count():
            if not os.path.isdir(f"/proc/self/fd/{descriptor}"):
                os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        self.fsync(descriptor)

    def _exchange(self, one: Path, other: Path) -> None:
        if self._count():
            os.kill(os.getpid(), signal.SIGKILL)
        self.exchange(one, other)
        if self._count():
            os.kill(os.getpid(), signal.SIGKILL)
