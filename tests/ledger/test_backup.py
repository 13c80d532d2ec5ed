import shutil
from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError, MachineError
from pipeline.ledger import Ledger, backup, restore
from tests.conftest import ROOT
from tests.ledger.conftest import Base, Clock, finding, receipt
from tests.ledger.test_crashes import night, state
from tests.postgres import Cluster, run_as_user


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
            foreign = Base(url="", ask=sqlite.ask)
            assert foreign
            make_foreign(copy)
    before = file_of(sqlite).read_bytes()
    with pytest.raises(MachineError) as caught:
        restore(copy, sqlite.url)
    assert caught.value.code == code
    assert caught.value.message("uk")
    assert file_of(sqlite).read_bytes() == before
    assert not file_of(sqlite).with_name("ledger.sqlite.before-restore").exists()


def make_foreign(file: Path) -> None:
    from tests.ledger.conftest import ask_sqlite

    ask_sqlite(file, "CREATE TABLE notes (text TEXT)")


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
    for call in (
        lambda: backup(postgres.url, tmp_path / "copy"),
        lambda: restore(tmp_path / "copy", postgres.url),
    ):
        with pytest.raises(ConfigurationError) as caught:
            call()
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
    run_as_user(*program(postgresql, dump), f"--file={copy}", plain(postgres.url))
    target = postgresql.new_database()
    run_as_user(*program(postgresql, load), f"--dbname={plain(target)}", copy)
    assert state(target) == before
    with Ledger.open(target, Clock()) as ledger:
        assert ledger.begin_run("nightly").id == 2


def program(cluster: Cluster, order: str) -> list[str | Path]:
    name, *options = order.split()
    return [cluster.programs / name, *options]


def plain(url: str) -> str:
    """The address as the programs of PostgreSQL take it."""
    return url


def test_the_home_copied_as_documented_works_elsewhere(sqlite: Base, tmp_path: Path) -> None:
    night(sqlite.url)
    elsewhere = tmp_path / "elsewhere"
    backup(sqlite.url, elsewhere / "ledger.sqlite")
    shutil.rmtree(tmp_path / "home")
    restore(elsewhere / "ledger.sqlite", sqlite.url)
    night(sqlite.url)
    with sqlite.open() as ledger:
        assert [run.id for run in ledger.runs(9)] == [2, 1]
        assert len(ledger.receipts_of("council-decisions", "site")) == 1
