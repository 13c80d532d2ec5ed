"""Sources on this machine: a file, or a folder with everything below it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import MachineError, SourceError
from pipeline.parameters.fetching import MIB
from pipeline.sources.archives import is_hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a path leads to."""

    files: tuple[Path, ...]
    """In the order of their paths."""
    hidden: tuple[Path, ...] = ()
    """Left out by name: hidden files and folders."""


def find_files(path: Path) -> Found:
    """The file itself, or all files below a folder.

    Raises:
        SourceError: nothing is there, nothing but hidden files, or something that is no file.
        MachineError: this user may not look.
    """
    try:
        if not path.is_dir():
            return Found(files=(_regular(path),))
        return _below(path)
    except PermissionError as error:
        raise _forbidden(Path(error.filename or path)) from error


def read_file(path: Path, size_limit: int) -> bytes:
    """All bytes of a file.

    Raises:
        SourceError: it is larger than the limit, or vanished.
        MachineError: this user may not read it, or the disk fails.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(size_limit + 1)
    except PermissionError as error:
        raise _forbidden(path) from error
    except FileNotFoundError as error:
        raise SourceError("source-is-missing", source=printable(path)) from error
    except OSError as error:
        raise MachineError(
            "source-cannot-be-read", source=printable(path), reason=error.strerror or str(error)
        ) from error
    if len(data) > size_limit:
        raise SourceError("source-is-too-large", source=printable(path), limit=size_limit // MIB)
    return data


def printable(path: Path) -> str:
    """The path as text; bytes of its name that are not UTF-8 become `�`."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _regular(path: Path) -> Path:
    if not path.exists():
        raise SourceError("source-is-missing", source=printable(path))
    if not path.is_file():
        raise SourceError("source-is-not-a-file", source=printable(path))
    return path


def _below(folder: Path) -> Found:
    files: list[Path] = []
    hidden: list[Path] = []
    for path in _walk(folder, hidden):
        files.append(_regular(path))
    if not files:
        raise SourceError("source-folder-is-empty", source=printable(folder))
    return Found(files=tuple(sorted(files)), hidden=tuple(sorted(hidden)))


def _walk(folder: Path, hidden: list[Path]) -> Iterator[Path]:
    # Links to folders are not followed: they may lead in a circle.
    for path in folder.iterdir():
        if is_hidden(path.name):
            hidden.append(path)
        elif path.is_dir() and not path.is_symlink():
            yield from _walk(path, hidden)
        else:
            yield path


def _forbidden(path: Path) -> MachineError:
    return MachineError("source-is-not-readable", source=printable(path))
