import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError, MachineError
from pipeline.ledger import Ledger, backup, restore
from tests.conftest import ROOT
from tests.ledger.conftest import Base, Clock, ask_sqlite, finding, receipt
from tests.ledger.test_crashes import night, state
from tests.postgres import Cluster, run_as_user

DOCUMENTED = re.compile(r'python -c "(.*?)"', re.DOTALL)


def file_of(base: Base) -> Path:
    return Path(base.url.removeprefix("sqlite:///"))


def test_a_copy_made_while_the_ledger_is_in_use_is_whole(sqlite: Base, tmp_path: Path) -> None:
    night(sqlite.url)
    copy = tmp_path / "backup" / "ledger.sqlite"
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        with ledger.stage("acts", "fetch"):
            backup(sqlite.url, copy)
        ledger.record_receipt(receipt(version="b" * 12))
    assert [file.name for file in copy.parent.iterdir()] == ["ledger.sqlite"]
    restore(copy, f"sqlite:///{tmp_path}/new/ledger.sqlite")
    with Ledger.open(f"sqlite:///{tmp_path}/new/ledger.sqlite", Clock()) as ledger:
        assert len(ledger.runs(9)) == 2
        assert [item.version for item in ledger.receipts()] == ["0123456789ab"]


def test_a_restored_ledger_is_what_was_copied(sqlite: Base, tmp_path: Path) -> None:
    night(sqlite.url)
    before = state(sqlite.url)
    backup(sqlite.url, tmp_path / "copy")
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        ledger.record_receipt(receipt(version="b" * 12))
        # Left open, so that what was written last is in the write-ahead log only.
        assert file_of(sqlite).with_name("ledger.sqlite-wal").stat().st_size > 0
        restore(tmp_path / "copy", sqlite.url)
    assert state(sqlite.url) == before
    aside = tmp_path / "home" / "ledger.sqlite.before-restore"
    with Ledger.open(f"sqlite:///{aside}", Clock()) as ledger:
        assert [item.version for item in ledger.receipts()] == ["b" * 12]


def test_a_second_restore_keeps_nothing_of_the_first(sqlite: Base, tmp_path: Path) -> None:
    night(sqlite.url)
    backup(sqlite.url, tmp_path / "copy")
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        restore(tmp_path / "copy", sqlite.url)
    restore(tmp_path / "copy", sqlite.url)
    kept = sorted(file.name for file in file_of(sqlite).parent.iterdir())
    assert kept == ["ledger.sqlite", "ledger.sqlite.before-restore"]


def test_a_damaged_ledger_is_replaced_by_its_copy(sqlite: Base, tmp_path: Path) -> None:
    night(sqlite.url)
    before = state(sqlite.url)
    backup(sqlite.url, tmp_path / "copy")
    file_of(sqlite).write_bytes(b"garbage" * 1000)
    with pytest.raises(MachineError) as caught:
        backup(sqlite.url, tmp_path / "copy")
    assert caught.value.code == "ledger-is-damaged"
    restore(tmp_path / "copy", sqlite.url)
    assert state(sqlite.url) == before


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("absent", "ledger-is-absent"),
        ("garbage", "ledger-is-damaged"),
        ("torn", "ledger-is-damaged"),
        ("foreign", "ledger-is-foreign"),
    ],
)
def test_a_bad_copy_touches_nothing(sqlite: Base, tmp_path: Path, kind: str, code: str) -> None:
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        ledger.record_findings("acts", [finding(row=row) for row in range(500)])
    copy = tmp_path / "copy"
    backup(sqlite.url, copy)
    match kind:
        case "absent":
            copy.unlink()
        case "garbage":
            copy.write_bytes(b"garbage" * 1000)
        case "torn":
            copy.write_bytes(copy.read_bytes()[:50_000])
        case "foreign":
            copy.unlink()
            ask_sqlite(copy, "CREATE TABLE notes (text TEXT)")
    before = file_of(sqlite).read_bytes()
    with pytest.raises(MachineError) as caught:
        restore(copy, sqlite.url)
    assert caught.value.code == code
    assert caught.value.message("uk")
    assert file_of(sqlite).read_bytes() == before
    assert not file_of(sqlite).with_name("ledger.sqlite.before-restore").exists()


def test_a_copy_that_cannot_be_written_leaves_the_old_one(
    sqlite: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night(sqlite.url)
    (tmp_path / "copy").write_bytes(b"the last copy")

    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(MachineError) as caught:
        backup(sqlite.url, tmp_path / "copy")
    assert caught.value.code == "ledger-cannot-be-copied"
    assert (tmp_path / "copy").read_bytes() == b"the last copy"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy", "home"]


def test_postgresql_has_its_own_way(postgres: Base, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        backup(postgres.url, tmp_path / "copy")
    assert caught.value.code == "ledger-has-its-own-backup"
    with pytest.raises(ConfigurationError) as caught:
        restore(tmp_path / "copy", postgres.url)
    assert caught.value.code == "ledger-has-its-own-backup"


def test_pg_dump_and_pg_restore_as_documented(
    postgres: Base, postgresql: Cluster, tmp_path: Path
) -> None:
    dump, load = "pg_dump --format=custom", "pg_restore --exit-on-error --no-owner"
    documented = (ROOT / "docs" / "backup.md").read_text(encoding="utf-8")
    assert dump in documented
    assert load in documented
    night(postgres.url)
    before = state(postgres.url)
    copy = postgresql.socket / "ledger.dump"
    run_as_user(*program(postgresql, dump), f"--file={copy}", postgres.url)
    target = postgresql.new_database()
    run_as_user(*program(postgresql, load), f"--dbname={target}", copy)
    assert state(target) == before
    with Ledger.open(target, Clock()) as ledger:
        assert ledger.begin_run("nightly").id == 2


def program(cluster: Cluster, order: str) -> list[str | Path]:
    name, *options = order.split()
    return [cluster.programs / name, *options]


def test_sqlite_is_copied_and_put_back_by_the_documented_commands(tmp_path: Path) -> None:
    home, copies = tmp_path / "home", tmp_path / "copies"
    url = f"sqlite:///{home}/ledger.sqlite"
    night(url)
    before = state(url)
    save, load = DOCUMENTED.findall((ROOT / "docs" / "backup.md").read_text(encoding="utf-8"))
    order(save, home, copies)
    shutil.rmtree(home)
    order(load, home, copies)
    assert state(url) == before
    with Ledger.open(url, Clock()) as ledger:
        assert ledger.begin_run("nightly").id == 2


def order(code: str, home: Path, copies: Path) -> None:
    here = code.replace("/srv/pipeline", str(home)).replace("/backup/", f"{copies}/")
    subprocess.run([sys.executable, "-c", here], check=True, cwd=ROOT)
