"""What sources gave, kept as files of a test: pages, the lists that led to them, and a register."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import ConfigurationError, MachineError
from pipeline.model import Snapshot
from pipeline.parameters.fetching import Kind
from pipeline.sources.fetch import Fetched
from pipeline.sources.snapshots import SnapshotStore

REGISTER = "recorded.json"
_LONGEST_NAME = 60
_ENDINGS = {Kind.PAGE: "html", Kind.TEXT: "txt"}


def keep(fetched: Fetched, store: SnapshotStore, folder: Path) -> int:
    """Write everything that was fetched.

    Args:
        fetched: pages to be read, and lists or archives that they came from.
        store: where the bytes are.
        folder: where to; `pages` in it can be given as `--source`.

    Returns:
        How many files, the register not counted.

    Raises:
        ConfigurationError: there is something in the folder: nothing recorded is overwritten.
        MachineError: the folder cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigurationError("record-folder-is-used", path=str(folder))
    files = {**_named("pages", fetched.snapshots), **_named("lists", fetched.archives)}
    try:
        for name, snapshot in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(store.get(snapshot.sha256))
        (folder / REGISTER).write_text(_register(files), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError("file-cannot-be-written", path=str(folder), reason=reason) from error
    return len(files)


def _named(part: str, snapshots: Sequence[Snapshot]) -> dict[str, Snapshot]:
    return {f"{part}/{_name(number, one)}": one for number, one in enumerate(snapshots, start=1)}


def _name(number: int, snapshot: Snapshot) -> str:
    """In the order they were fetched, with words of the address that a person recognises."""
    kind = Kind.of_media_type(snapshot.media_type)
    bare = re.sub(r"^\w+://[^/]*|\.\w{2,5}$", "", snapshot.address)
    words = re.sub(r"[^\w]+", "-", bare).strip("-")[-_LONGEST_NAME:].strip("-")
    return f"{number:03}-{words or 'page'}.{_ENDINGS.get(kind, kind.value)}"


def _register(files: dict[str, Snapshot]) -> str:
    records = [
        {
            "file": name,
            "address": snapshot.address,
            "sha256": snapshot.sha256,
            "mediaType": snapshot.media_type,
            "fetchedAt": snapshot.fetched_at.isoformat(),
        }
        for name, snapshot in files.items()
    ]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
