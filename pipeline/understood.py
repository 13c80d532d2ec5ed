"""What pages gave before: a page is understood once, and only a new one is read.

    <root>/<dataset>.rows     the way of reading, then a line for each page of the last extraction
    <root>/.part-…            being written; becomes the above in one step

Nothing here is needed: without the file, or where the bytes of a page, its address, the way of
reading or the code itself is another, pages are read as if for the first time.
"""

import hashlib
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO

from lxml import etree
from pydantic import TypeAdapter

import pipeline
from pipeline.errors import MachineError
from pipeline.extractors.act_pages.rows import PageRows
from pipeline.model import Snapshot

_PART = ".part-"
_ROWS = TypeAdapter(PageRows)
CODE = ("model.py", "extractors", "parameters", "readers", "ukrainian")
"""Below the package: what decides which rows a page gives."""


class UnderstoodPages:
    """A folder with the rows of pages, a file for each dataset.

    Args:
        root: made when something is kept; only the pipeline's own user may read it.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    @contextmanager
    def of(self, name: str, way: str) -> Iterator["Understood"]:
        """Those of one dataset; what was asked or kept replaces the file when all went well.

        Args:
            name: of the dataset.
            way: how its pages are read, in any words; other words, other rows.

        Raises:
            MachineError: the folder cannot be written to.
        """
        digest = _digest(_code() + way.encode())
        try:
            with self._being_written(name) as part, _opened(self._root / f"{name}.rows") as before:
                part.write(digest + b"\n")
                yield Understood(before, part, digest)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MachineError("store-fails", path=str(self._root), reason=reason) from error

    def sweep(self) -> None:
        """Remove what a killed run was writing; only under the lock of the home."""
        for part in self._root.glob(f"{_PART}*"):
            part.unlink(missing_ok=True)

    @contextmanager
    def _being_written(self, name: str) -> Iterator[IO[bytes]]:
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._root / f"{_PART}{secrets.token_hex(8)}"
        try:
            with path.open("wb") as part:
                yield part
            path.replace(self._root / f"{name}.rows")
        finally:
            path.unlink(missing_ok=True)


class Understood:
    """Pages of a dataset by their bytes and address."""

    def __init__(self, before: IO[bytes], part: IO[bytes], way: bytes) -> None:
        self._before = before
        self._part = part
        self._places = dict(_places(before, way))

    def holds(self, snapshot: Snapshot) -> bool:
        """Whether the page was understood before."""
        return _key(snapshot) in self._places

    def get(self, snapshot: Snapshot) -> PageRows:
        """What the page gave.

        Raises:
            KeyError: it was not understood before.
        """
        start, size = self._places[_key(snapshot)]
        self._before.seek(start)
        return _ROWS.validate_json(self._before.read(size))

    def keep(self, snapshot: Snapshot, rows: PageRows) -> None:
        """Note what the page gave, for the next time."""
        text = _ROWS.dump_json(rows)
        self._part.write(b"%s %s %s\n" % (_key(snapshot), _digest(text), text))


def _opened(file: Path) -> IO[bytes]:
    return file.open("rb") if file.is_file() else BytesIO()


def _places(stream: IO[bytes], way: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Key of a page, and where what it gave begins and how long it is; not what is damaged."""
    if stream.readline().rstrip() != way:
        return
    start = stream.tell()
    for line in stream:
        key, _, rest = line.rstrip(b"\n").partition(b" ")
        digest, _, text = rest.partition(b" ")
        if digest == _digest(text):
            yield key, (start + len(key) + len(digest) + 2, len(text))
        start += len(line)


def _key(snapshot: Snapshot) -> bytes:
    # No reader of pages looks at when or how a page came; a test holds them to it.
    return _digest(f"{snapshot.sha256} {snapshot.address}".encode())


@cache
def _code() -> bytes:
    return digest_of_code()


def digest_of_code() -> bytes:
    """A digest of the code that reads pages, and of what it stands on."""
    root = Path(pipeline.__file__).parent
    found = [file for name in CODE for file in _files(root / name)]
    stands_on = f"{sys.version} {etree.LXML_VERSION}".encode()
    names = [str(file.relative_to(root)).encode() for file in found]
    return _digest(b" ".join([stands_on, *names, *(_digest(file.read_bytes()) for file in found)]))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and file.suffix != ".pyc")


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
