"""A folder replaced whole, in one step: built beside it, then exchanged with it.

Linux exchanges two folders atomically (`renameat2` with RENAME_EXCHANGE, since 3.15). Killed at any
moment, a run leaves the old folder or the new one in place, and beside it at most a leftover that
the next run removes.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import LockedError, MachineError
from pipeline.publishing.formats import Files

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = {errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}
_NO_LINK = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS}


def replace_folder(folder: Path, files: Files, kept: Iterable[str]) -> None:
    """Make `folder` hold `files` and those of its own paths named in `kept`, and nothing else.

    Kept files stay the same files: bytes, times, inodes. New ones are on the disk before the
    exchange.

    Raises:
        MachineError: no space, no permission, or folders cannot be exchanged here; `folder` is
            untouched then.
    """
    staging = _staging(folder)
    with _told(folder):
        _remove(staging)
        try:
            _build(staging, folder, files, kept)
            _switch(staging, folder)
        finally:
            _remove(staging)


def clear_leftover(folder: Path) -> None:
    """Remove what a killed run left beside `folder`, which itself stays as it is.

    Raises:
        LockedError: it is no leftover, another run is at work.
        MachineError: it cannot be removed.
    """
    if _staging(folder).exists():
        with only_writer(folder), _told(folder):
            _remove(_staging(folder))


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; the file of the lock stands beside it.

    Raises:
        LockedError: another run holds it.
        MachineError: the lock cannot be written.
    """
    with _told(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.with_name(f".{folder.name}.lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as exc:
            raise LockedError("site-locked", folder=str(folder)) from exc
    try:
        yield
    finally:
        lock.release()


def _staging(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.next")


def _build(staging: Path, folder: Path, files: Files, kept: Iterable[str]) -> None:
    staging.mkdir()
    for path, data in files.items():
        _write(staging / path, data)
    for path in kept:
        _keep(folder / path, staging / path)
    _settle(staging, folder)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(present: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(present, path, follow_symlinks=False)
    except OSError as exc:
        if exc.errno not in _NO_LINK:
            raise
        shutil.copy2(present, path)


def _settle(staging: Path, folder: Path) -> None:
    """Folders get their contents on the disk and, where nothing in them changed, their old time."""
    for path, _, _ in os.walk(staging, topdown=False):
        new, old = Path(path), folder / Path(path).relative_to(staging)
        if old.is_dir() and _same_inodes(new, old):
            times = old.stat()
            os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
        _sync(new)


def _same_inodes(new: Path, old: Path) -> bool:
    return _inodes(new) == _inodes(old)


def _inodes(folder: Path) -> dict[str, int]:
    with os.scandir(folder) as entries:
        return {entry.name: 0 if entry.is_dir() else entry.inode() for entry in entries}


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _switch(staging: Path, folder: Path) -> None:
    try:
        if folder.is_dir() and any(folder.iterdir()):
            exchange(staging, folder)
        else:
            staging.rename(folder)  # over nothing, or over an empty folder
    except OSError as exc:
        if exc.errno not in _NO_EXCHANGE:
            raise
        reason = os.strerror(exc.errno or 0)
        raise MachineError("site-not-exchangeable", folder=str(folder), reason=reason) from exc
    _sync(folder.parent)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step, as `renameat2(2)` does.

    Raises:
        OSError: the kernel, the file system or a mount point does not allow it.
    """
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    paths = (ctypes.c_char_p(os.fsencode(path)) for path in (one, other))
    first, second = paths
    if library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_RENAME_EXCHANGE)):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one), None, str(other))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the system refuses, told as an error that a person can act upon."""
    try:
        yield
    except OSError as exc:
        if exc.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise MachineError("site-disk-full", folder=str(folder)) from exc
        if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            path = str(exc.filename or folder)
            raise MachineError("site-no-permission", path=path) from exc
        reason = exc.strerror or type(exc).__name__
        raise MachineError("site-not-written", folder=str(folder), reason=reason) from exc
