import errno
import hashlib
import os
import stat
import tempfile
from pathlib import Path

import pytest

from pipeline.errors import MachineError
from pipeline.sources.snapshots import SnapshotStore, passing_store

DATA = "дані".encode()
SHA = hashlib.sha256(DATA).hexdigest()


def files(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", ["folder", "path", "file-url", "memory"])
def test_bytes_come_back_by_their_hash(tmp_path: Path, kind: str) -> None:
    roots: dict[str, Path | str] = {
        "folder": tmp_path / "a b%",
        "path": str(tmp_path / "x"),
        "file-url": f"file://{tmp_path}/y",
        "memory": f"memory://{tmp_path.name}/z",
    }
    store = SnapshotStore(roots[kind])
    assert not store.holds(SHA)
    assert store.put(DATA) == SHA
    assert store.put(DATA) == SHA
    assert store.get(SHA) == DATA
    assert SnapshotStore(roots[kind]).holds(SHA)
    assert store.sweep() == 0


def test_bytes_are_written_once(store: SnapshotStore, tmp_path: Path) -> None:
    store.put(DATA)
    file = tmp_path / "snapshots" / SHA[:2] / SHA
    before = file.stat()
    store.put(DATA)
    after = file.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert files(tmp_path / "snapshots") == [f"{SHA[:2]}/{SHA}"]


def test_others_on_the_machine_cannot_look(store: SnapshotStore, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "snapshots").stat().st_mode) == 0o700


def test_damaged_bytes_are_noticed_and_healed(store: SnapshotStore, tmp_path: Path) -> None:
    store.put(DATA)
    (tmp_path / "snapshots" / SHA[:2] / SHA).write_bytes(DATA[:-1])
    assert not store.holds(SHA)
    with pytest.raises(MachineError) as caught:
        store.get(SHA)
    assert caught.value.code == "snapshot-is-damaged"
    assert SHA in caught.value.message("uk")
    store.put(DATA)
    assert store.get(SHA) == DATA


def test_missing_bytes_are_an_error(store: SnapshotStore) -> None:
    with pytest.raises(MachineError) as caught:
        store.get(SHA)
    assert caught.value.code == "snapshot-is-missing"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store-is-full"),
        (errno.EDQUOT, "store-is-full"),
        (errno.EACCES, "store-is-forbidden"),
        (errno.EROFS, "store-is-forbidden"),
        (errno.EIO, "store-fails"),
    ],
    ids=lambda value: str(value),
)
def test_a_disk_that_refuses_leaves_nothing_half(
    store: SnapshotStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(MachineError) as caught:
        store.put(DATA)
    assert caught.value.code == code
    assert str(tmp_path / "snapshots") in caught.value.message("uk")
    assert files(tmp_path / "snapshots") == []


def test_a_kill_before_the_rename_leaves_only_what_sweep_removes(
    store: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", kill)
        with pytest.raises(Killed):
            store.put(DATA)
    assert not store.holds(SHA)
    assert len(files(tmp_path / "snapshots")) == 1
    assert store.sweep() == 1
    assert files(tmp_path / "snapshots") == []
    assert store.put(DATA) == SHA


def test_a_place_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MachineError) as caught:
        SnapshotStore(tmp_path / "file" / "snapshots")
    assert caught.value.code == "store-fails"


def test_an_unknown_place_is_an_error_without_its_secret() -> None:
    with pytest.raises(MachineError) as caught:
        SnapshotStore("nowhere://key:secret@bucket/x")
    assert caught.value.code == "store-has-no-driver"
    assert "secret" not in caught.value.message("uk")


def test_a_passing_store_is_a_folder_that_is_gone_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with passing_store() as store:
        store.put(DATA)
        (folder,) = tmp_path.iterdir()
        assert files(folder) == [f"{SHA[:2]}/{SHA}"]
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert SnapshotStore(folder).get(SHA) == DATA, "as another process has it"
    assert list(tmp_path.iterdir()) == []


def test_a_passing_store_without_room_is_a_matter_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(MachineError), passing_store():
        pass
