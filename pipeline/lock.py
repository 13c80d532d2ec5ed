"""One writer a home: a second run finds the lock taken and says by whom.

The system releases the lock when its holder ends, however it ends; no stale lock is ever left.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import LockedError, MachineError

LOCK = "run.lock"
HOLDER = "run.lock.txt"
"""Two lines beside the lock: number of the process, and since when (ISO 8601)."""


@contextmanager
def only_writer(home: Path, clock: Callable[[], datetime]) -> Iterator[None]:
    """Hold the lock of a home around a block; never waits.

    Args:
        home: the folder of the pipeline's state; made if it is absent.
        clock: aware UTC.

    Raises:
        LockedError: another run holds it.
        MachineError: the lock cannot be made there.
    """
    lock = _taken(home)
    try:
        _note(home, clock())
        yield
    finally:
        (home / HOLDER).unlink(missing_ok=True)
        lock.release()


def _taken(home: Path) -> FileLock:
    with _faults(home):
        home.mkdir(parents=True, exist_ok=True)
        # A soft lock, the fallback of the library, can only guess whether its holder still lives.
        lock = FileLock(home / LOCK, timeout=0, fallback_to_soft=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise LockedError("run-is-locked", home=str(home), **_holder(home)) from error
    return lock


@contextmanager
def _faults(home: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, NotImplementedError) as error:
        raise MachineError("lock-cannot-be-made", home=str(home), reason=str(error)) from error


def _note(home: Path, now: datetime) -> None:
    part = home / f".{HOLDER}.part"
    with _faults(home):
        part.write_text(f"{os.getpid()}\n{now.isoformat(timespec='seconds')}\n", encoding="utf-8")
        part.replace(home / HOLDER)


def _holder(home: Path) -> dict[str, str]:
    """Who holds the lock; a holder that is just beginning has not said so yet."""
    try:
        pid, since = (home / HOLDER).read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return {"pid": "?", "since": "?"}
    return {"pid": pid, "since": since}
