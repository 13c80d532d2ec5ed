"""Raw bytes, kept by their SHA-256 and written once.

    <root>/3a/3a7bd3e2…       the bytes
    <root>/.part-…            being written; becomes the above in one step

The root is a folder or any address that fsspec understands (https://filesystem-spec.readthedocs.io).
"""

import errno
import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol, cast

from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # no types; `_FileSystem` has them
from fsspec.implementations.local import (  # type: ignore[import-untyped]  # as above
    LocalFileSystem,
)

from pipeline.errors import MachineError
from pipeline.sources.addresses import masked

_PART = ".part-"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class _FileSystem(Protocol):
    def open(self, path: str, mode: str) -> IO[bytes]: ...
    def exists(self, path: str) -> bool: ...
    def makedirs(self, path: str, exist_ok: bool) -> None: ...
    def mv(self, path1: str, path2: str) -> None: ...
    def rm_file(self, path: str) -> None: ...
    def ls(self, path: str, detail: bool) -> list[str]: ...


class SnapshotStore:
    """A place for raw bytes.

    Args:
        root: a folder, or an address such as `s3://bucket/snapshots`.

    Raises:
        MachineError: the folder cannot be made, or fsspec lacks the driver for the address.
    """

    def __init__(self, root: Path | str) -> None:
        self._shown = masked(str(root))
        found, self._root = self._opened(root)
        self._files = cast(_FileSystem, found)
        self._local = isinstance(found, LocalFileSystem)
        with self._faults():
            self._prepare()

    def put(self, data: bytes) -> str:
        """Keep bytes; bytes that are already kept are left alone, damaged ones replaced.

        Returns:
            Their SHA-256 in hexadecimal.

        Raises:
            MachineError: the disk is full or refuses; nothing half stays under the final name.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.holds(sha256):
            with self._faults():
                self._write(data, self._path(sha256))
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with that SHA-256.

        Raises:
            MachineError: they are not kept, cannot be read, or are damaged.
        """
        data = self._read(sha256)
        if data is None:
            raise MachineError("snapshot-is-missing", path=self._shown, sha256=sha256)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise MachineError("snapshot-is-damaged", path=self._shown, sha256=sha256)
        return data

    def holds(self, sha256: str) -> bool:
        """Whether the bytes are kept and whole.

        Raises:
            MachineError: the store cannot be read.
        """
        data = self._read(sha256)
        return data is not None and hashlib.sha256(data).hexdigest() == sha256

    def sweep(self) -> int:
        """Remove what a killed run was writing; only under the lock of the home.

        Returns:
            How many files.
        """
        with self._faults():
            names = self._files.ls(self._root, detail=False)
            parts = [name for name in names if name.rpartition("/")[2].startswith(_PART)]
            for part in parts:
                self._files.rm_file(part)
        return len(parts)

    def _opened(self, root: Path | str) -> tuple[object, str]:
        if isinstance(root, Path):
            return LocalFileSystem(), str(root.absolute())
        try:
            found, path = url_to_fs(root)
        except (ImportError, ValueError) as error:
            raise MachineError("store-has-no-driver", path=self._shown) from error
        return found, str(path)

    def _prepare(self) -> None:
        if self._local and not Path(self._root).is_dir():
            # Raw material may hold personal data: only the pipeline's own user reads it.
            Path(self._root).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._files.makedirs(self._root, exist_ok=True)

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def _read(self, sha256: str) -> bytes | None:
        with self._faults():
            try:
                with self._files.open(self._path(sha256), "rb") as stream:
                    return stream.read()
            except FileNotFoundError:
                return None

    def _write(self, data: bytes, final: str) -> None:
        part = f"{self._root}/{_PART}{secrets.token_hex(8)}"
        try:
            with self._files.open(part, "wb") as stream:
                stream.write(data)
                stream.flush()
                if self._local:
                    os.fsync(stream.fileno())
            self._files.makedirs(final.rpartition("/")[0], exist_ok=True)
            self._rename(part, final)
        except OSError:
            self._discard(part)
            raise
        if self._local:
            _sync_folder(final.rpartition("/")[0])

    def _rename(self, part: str, final: str) -> None:
        # `mv` of fsspec falls back to copying, which is not one step on a disk.
        if self._local:
            Path(part).replace(final)
        else:
            self._files.mv(part, final)

    def _discard(self, part: str) -> None:
        if self._files.exists(part):
            self._files.rm_file(part)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            code = _code(error.errno)
            reason = error.strerror or str(error)
            raise MachineError(code, path=self._shown, reason=reason) from error


@contextmanager
def passing_store() -> Iterator[SnapshotStore]:
    """A store of its own that is gone at the end: a folder, since other processes read it as well.

    Raises:
        MachineError: there is no room for temporary files.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="pipeline-")
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(_code(error.errno), path="TMPDIR", reason=reason) from error
    with folder as path:
        yield SnapshotStore(Path(path))


def _code(number: int | None) -> str:
    if number in _FULL:
        return "store-is-full"
    return "store-is-forbidden" if number in _FORBIDDEN else "store-fails"


def _sync_folder(folder: str) -> None:
    # A name lives in its folder: without this a power cut may forget the rename.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
