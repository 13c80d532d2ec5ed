import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event, text

from pipeline.errors import ConfigurationError, MachineError
from pipeline.ledger import Ledger, opening
from pipeline.ledger.tables import Base as Tables
from tests.ledger.conftest import Base, Clock, finding
from tests.postgres import Cluster


def refusal(url: str) -> MachineError:
    with pytest.raises(MachineError) as caught:
        Ledger.open(url, Clock())
    for language in ("uk", "en"):
        assert caught.value.message(language)
    return caught.value


def test_a_new_ledger_is_made_with_its_folder_and_opened_again(base: Base) -> None:
    for expected in (0, 1):
        with base.open() as ledger:
            assert len(ledger.runs(9)) == expected
            ledger.begin_run("list")


def test_the_migrations_make_what_the_code_expects(base: Base) -> None:
    base.open().__exit__(None, None, None)
    engine = create_engine(opening.address(base.url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Tables.metadata) == []
    engine.dispose()


def test_sqlite_survives_a_power_cut_and_refuses_strays(sqlite: Base) -> None:
    engine = opening.connect(opening.address(sqlite.url))
    opening.prepare(engine)
    with engine.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    engine.dispose()
    assert values == ["wal", 2, 1, 30_000]


def test_many_may_open_a_new_ledger_at_once(base: Base) -> None:
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            try:
                with base.open() as ledger:
                    ledger.begin_run("list")
            except BaseException as error:  # noqa: BLE001  # a child says everything by its exit code
                sys.stderr.write(repr(error))
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 6
    with base.open() as ledger:
        assert len(ledger.runs(9)) == 6


def test_a_ledger_of_a_newer_program_is_refused_untouched(base: Base) -> None:
    base.open().__exit__(None, None, None)
    base.ask("UPDATE alembic_version SET version_num = '9999'")
    error = refusal(base.url)
    assert (error.code, error.details["revision"]) == ("ledger-is-newer", "9999")
    assert base.ask("SELECT version_num FROM alembic_version") == [("9999",)]


def test_a_database_of_somebody_else_is_refused_untouched(base: Base) -> None:
    if base.url.startswith("sqlite"):
        Path(base.url.removeprefix("sqlite:///")).parent.mkdir()
    base.ask("CREATE TABLE runs (marathon TEXT)")
    error = refusal(base.url)
    assert (error.code, error.details["tables"]) == ("ledger-is-foreign", "runs")
    assert base.ask("SELECT * FROM runs") == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html>" * 100, "ledger-is-damaged"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "ledger-is-damaged"),
        (None, "ledger-is-forbidden"),
    ],
    ids=["page", "torn", "folder"],
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "ledger.sqlite"
    file.mkdir() if content is None else file.write_bytes(content)
    error = refusal(f"sqlite:///{file}")
    assert error.code == code
    assert str(file) in error.message("uk")


def test_damage_inside_is_noticed_when_it_is_met(sqlite: Base) -> None:
    with sqlite.open() as ledger:
        ledger.begin_run("publish")
        ledger.record_findings("acts", [finding(row=row) for row in range(2000)])
    file = Path(sqlite.url.removeprefix("sqlite:///"))
    data = bytearray(file.read_bytes())
    assert len(data) > 200_000
    half = len(data) // 2
    data[half:] = b"\xa5" * (len(data) - half)
    file.write_bytes(data)
    with sqlite.open() as ledger, pytest.raises(MachineError) as caught:
        ledger.findings_of("acts")
    assert caught.value.code == "ledger-is-damaged"


def test_a_place_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(f"sqlite:///{tmp_path}/file/ledger.sqlite").code == "ledger-is-forbidden"


@pytest.fixture
def small_disk() -> Iterator[None]:
    """SQLite itself says that the disk is full above 30 pages."""

    def limit(connection: object, _entry: object) -> None:
        connection.execute("PRAGMA max_page_count = 30")  # type: ignore[attr-defined]  # sqlite3

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_full_disk_loses_nothing_that_was_noted(sqlite: Base, small_disk: None) -> None:
    with sqlite.open() as ledger:
        run = ledger.begin_run("publish")
        with pytest.raises(MachineError) as caught:
            ledger.record_findings("acts", [finding(row=row) for row in range(2000)])
        assert caught.value.code == "ledger-disk-is-full"
        assert caught.value.message("uk")
        assert ledger.runs(1) == (run,)
        assert ledger.findings_of("acts") == ()


def test_a_ledger_that_another_holds_too_long(
    sqlite: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with sqlite.open() as ledger, sqlite.open() as other:
        ledger.begin_run("nightly")
        with other._writing() as session:
            session.execute(text("SELECT 1"))
            with pytest.raises(MachineError) as caught:
                ledger.begin_run("nightly")
        assert caught.value.code == "ledger-is-busy"
        ledger.begin_run("nightly")


def test_readers_do_not_wait_for_a_writer(base: Base) -> None:
    with base.open() as ledger, base.open() as other:
        run = ledger.begin_run("nightly")
        with ledger._writing() as session:
            session.execute(text("UPDATE runs SET command = 'x'"))
            assert other.runs(1) == (run,)


@pytest.mark.parametrize(
    "url",
    ["", "ledger.sqlite", "mysql://u:hunter2@h/x", "sqlite://", "sqlite:///:memory:", "://"],
)
def test_an_address_that_is_none_of_the_two(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Ledger.open(url, Clock())
    assert caught.value.code == "ledger-url-is-refused"
    assert "hunter2" not in caught.value.message("uk")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_one_driver_for_all_spellings_of_postgresql(scheme: str) -> None:
    assert opening.address(f"{scheme}://u@h/x").drivername == "postgresql+psycopg"


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refusal("postgresql://clerk:hunter2@h/x")
    assert error.code == "ledger-has-no-driver"
    assert "hunter2" not in error.message("uk")


def test_a_database_that_does_not_exist(postgresql: Cluster) -> None:
    url = f"postgresql://postgres:hunter2@/nowhere?host={postgresql.socket}"
    error = refusal(url)
    assert error.code == "ledger-is-unreachable"
    assert "hunter2" not in error.message("uk")


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    assert refusal(f"postgresql://u@/x?host={tmp_path}").code == "ledger-is-unreachable"


def test_a_user_without_rights(postgres: Base, postgresql: Cluster) -> None:
    postgres.ask("CREATE ROLE reader LOGIN")
    url = postgres.url.replace("postgres@", "reader@")
    assert refusal(url).code == "ledger-is-forbidden"
    postgres.open().__exit__(None, None, None)
    with Ledger.open(url.replace("reader@", "postgres@"), Clock()) as ledger:
        postgres.ask("ALTER TABLE runs RENAME TO elsewhere")
        with pytest.raises(MachineError) as caught:
            ledger.runs(1)
    assert caught.value.code == "ledger-is-unusable"
