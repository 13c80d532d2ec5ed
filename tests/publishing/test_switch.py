import errno
import os
import signal
import stat
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

pytestmark = pytest.mark.slow

NEW = samples.release(
    (*samples.ROWS[1:], ("010", "Набережна", "2", "0.9", "2026-06-01", "")), version="b1b2c3d4e5f6"
)
PASSPORT = samples.passport()
WRITES = {"os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.utime"}


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A killed process loses nothing that the kernel has, so no test here needs a real fsync."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def apply_new(target: SiteTarget) -> None:
    samples.publish(target, NEW, PASSPORT)


def in_a_child(work: Callable[[], None]) -> int:
    """Run in a process of its own; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Killer:
    """Ends this process at the given write, with half a file where a file is being written."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.fsync, self.exchange = os.fsync, switch.exchange

    def arm(self) -> None:
        sys.addaudithook(self._audit)
        os.fsync = self._sync  # type: ignore[assignment]  # called with numbers only
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
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        self.fsync(descriptor)

    def _exchange(self, one: Path, other: Path) -> None:
        if self._count():
            os.kill(os.getpid(), signal.SIGKILL)
        self.exchange(one, other)
        if self._count():
            os.kill(os.getpid(), signal.SIGKILL)


def killed_at(point: int, work: Callable[[], None]) -> bool:
    """Work in a process that is killed at its `point`-th write; False: it came through."""

    def armed() -> None:
        Killer(point).arm()
        work()

    code = in_a_child(armed)
    assert code in {0, -signal.SIGKILL}
    return code != 0


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.parent.iterdir()}


def test_killed_at_any_write_the_old_or_the_new_folder_stands_whole(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "site"
    folder.parent.mkdir()
    old = {"a.txt": b"old", "b/c.txt": b"kept", "b/d.txt": b"gone", "e/f.txt": b"kept too"}
    fresh = {"a.txt": b"new" * 99, "g/h.txt": b"added" * 99}
    kept = ("b/c.txt", "e/f.txt")
    new = {**fresh, **{path: old[path] for path in kept}}
    stood: list[bool] = []
    killed = True
    while killed:
        switch.replace_folder(folder, old, ())
        killed = killed_at(len(stood) + 1, lambda: switch.replace_folder(folder, fresh, kept))
        standing = samples.contents(folder)
        assert standing in (old, new), f"neither the old nor the new folder, point {len(stood) + 1}"
        stood.append(standing == new)
        again = {} if stood[-1] else fresh
        switch.replace_folder(folder, again, sorted(new.keys() - again.keys()))
        assert samples.contents(folder) == new
        assert beside(folder) == {"site"}
    # First always the old one, then always the new one: there is one moment of change.
    assert stood == sorted(stood)
    assert stood.count(False) > 15
    assert stood.count(True) > 5


@pytest.mark.parametrize("point", [1, 2, 9, 21, 28, 31, 35, 45, 55])
def test_after_a_kill_the_next_publication_ends_as_an_undisturbed_one(
    published: SiteTarget, tmp_path: Path, point: int
) -> None:
    undisturbed = samples.site(tmp_path / "undisturbed")
    apply_new(undisturbed)
    old = samples.contents(published.folder)
    plan = published.plan(NEW, PASSPORT)
    assert killed_at(point, lambda: published.apply(plan, NEW, PASSPORT))
    assert samples.contents(published.folder) in (old, samples.contents(undisturbed.folder))
    apply_new(published)
    assert published.read_back(NEW, PASSPORT).version == NEW.version
    assert samples.contents(published.folder) == samples.contents(undisturbed.folder)
    assert beside(published.folder) == {"site", ".site.lock"}


@pytest.mark.parametrize("point", [1, 2, 5, 17, 30, 33])
def test_killed_in_the_first_publication_nothing_or_all_stands(
    target: SiteTarget, point: int
) -> None:
    assert killed_at(point, lambda: apply_new(target))
    assert not target.folder.exists()
    apply_new(target)
    assert target.read_back(NEW, PASSPORT).rows == {"Benches": 3}


def test_a_reader_never_misses_a_file_nor_meets_two_versions(published: SiteTarget) -> None:
    faults: list[str] = []
    looks, ended = [0], threading.Event()
    folder = published.folder / "datasets" / "benches"

    def look() -> None:
        package = (folder / "datapackage.json").read_bytes()
        found = Package.model_validate_json(package)
        files = {one.path: (folder / one.path).read_bytes() for one in found.resources}
        # Between two requests of a reader the catalogue may be replaced; then the package is new.
        if (folder / "datapackage.json").read_bytes() == package:
            faults.extend(
                f"{one.path} of another version than datapackage.json"
                for one in found.resources
                if file_hash(files[one.path]) != one.hash
            )
            looks[0] += 1

    def read() -> None:
        while not ended.is_set():
            try:
                look()
            except OSError as exc:
                faults.append(str(exc))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(30):
            rows = (*samples.ROWS[:2], (f"1{number}", "Набережна", str(number), "", "", ""))
            version = f"{number:012x}"
            samples.publish(published, samples.release(rows, version=version), PASSPORT)
    finally:
        ended.set()
        reader.join()
    assert faults == []
    assert looks[0] > 30


def test_everything_new_is_on_the_disk_before_the_exchange(
    published: SiteTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    exchange = switch.exchange

    def look_first(one: Path, other: Path) -> None:
        new = [path for path in one.rglob("*") if path.stat().st_nlink == 1 or path.is_dir()]
        assert len(new) > 5
        assert {path.stat().st_ino for path in [one, *new]} <= set(synced)
        exchange(one, other)

    monkeypatch.setattr(switch, "exchange", look_first)
    apply_new(published)
    assert synced[-1] == published.folder.parent.stat().st_ino


def test_unchanged_files_stay_the_same_files(published: SiteTarget) -> None:
    path = published.folder / "datasets" / "benches" / "Benches-structure.csv"
    inode = path.stat().st_ino
    apply_new(published)
    assert path.stat().st_ino == inode
    assert path.stat().st_nlink == 1


def test_where_files_cannot_be_linked_they_are_copied(
    published: SiteTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    path = published.folder / "datasets" / "benches" / "Benches-structure.csv"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    monkeypatch.setattr(os, "link", refuse)
    apply_new(published)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    published.read_back(NEW, PASSPORT)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EINVAL, "site-not-exchangeable"),
        (errno.EXDEV, "site-not-exchangeable"),
        (errno.ENOSYS, "site-not-exchangeable"),
        (errno.EACCES, "site-no-permission"),
        (errno.ENOSPC, "site-disk-full"),
        (errno.EDQUOT, "site-disk-full"),
        (errno.EIO, "site-not-written"),
    ],
)
def test_what_the_system_refuses_is_told_and_nothing_has_changed(
    published: SiteTarget, monkeypatch: pytest.MonkeyPatch, code: int, told: str
) -> None:
    def refuse(one: Path, other: Path) -> None:
        raise OSError(code, os.strerror(code), str(one), None, str(other))

    before = samples.state(published.folder)
    monkeypatch.setattr(switch, "exchange", refuse)
    with pytest.raises(MachineError) as caught:
        apply_new(published)
    assert (caught.value.code, caught.value.exit_code) == (told, 7)
    for language in ("uk", "en"):
        assert caught.value.message(language)
    assert samples.state(published.folder) == before
    assert beside(published.folder) == {"site", ".site.lock"}


def test_a_second_writer_is_sent_away(published: SiteTarget) -> None:
    before = samples.state(published.folder)
    with FileLock(published.folder.parent / ".site.lock"), pytest.raises(LockedError) as caught:
        apply_new(published)
    assert (caught.value.code, caught.value.exit_code) == ("site-locked", 6)
    assert samples.state(published.folder) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB of its own."""
    if os.geteuid() != 0:
        pytest.skip("a disk for the test is mounted by root only; run the tests as root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"this machine does not let root mount a tmpfs: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_what_was_published(small_disk: Path) -> None:
    target = samples.site(small_disk / "site")
    samples.publish(target, samples.release(), PASSPORT)
    before = samples.state(target.folder)
    many = samples.release(
        [(f"{i}", f"Алея {i}", "3", "1.5", "2026-04-01", "") for i in range(4000)],
        version="b1b2c3d4e5f6",
    )
    with pytest.raises(MachineError) as caught:
        samples.publish(target, many, PASSPORT)
    assert caught.value.code == "site-disk-full"
    assert samples.state(target.folder) == before
    assert {path.name for path in small_disk.iterdir()} == {"site", ".site.lock"}
    apply_new(target)
    target.read_back(NEW, PASSPORT)


def test_a_disk_that_cannot_be_written_leaves_what_was_published(small_disk: Path) -> None:
    target = samples.site(small_disk / "site")
    samples.publish(target, samples.release(), PASSPORT)
    before = samples.state(target.folder)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(MachineError) as caught:
        apply_new(target)
    assert caught.value.code == "site-no-permission"
    assert samples.state(target.folder) == before


def test_a_mount_point_cannot_be_the_catalogue_itself(small_disk: Path) -> None:
    target = samples.site(small_disk)
    with pytest.raises(MachineError) as caught:
        samples.publish(target, samples.release(), PASSPORT)
    assert caught.value.code == "site-not-exchangeable"
    assert "PIPELINE_SITE" in caught.value.message("en")
    assert list(small_disk.iterdir()) == []
