"""Bad input: a clear error with its place, the exit code of the contract, the site untouched."""

import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import openpyxl
import pytest

from tests.command import Command, Done, tree

pytestmark = pytest.mark.slow

DECISIONS, BRANCHES = "council-decisions", "party-branches"


@pytest.fixture
def published(command: Command) -> Command:
    """Both datasets stand in the catalogue."""
    for name in (DECISIONS, BRANCHES):
        assert command("publish", name).code == 0
    return command


def sample(command: Command, name: str, ending: str) -> Path:
    return sorted((command.council / name / "sample").glob(f"*{ending}"))[-1]


def refused(command: Command, name: str, code: int, *arguments: str | Path) -> Done:
    """Publish, see it fail with the code, and the whole site as it was."""
    before = tree(command.site)
    done = command("publish", name, *arguments)
    assert done.code == code, done.said
    assert tree(command.site) == before
    assert "Traceback" not in done.said
    return done


def said_with_place(done: Done, *words: str) -> None:
    for word in words:
        assert word in done.said, f"{word!r} is not in:\n{done.said}"


def workbook(file: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Партія", "Місцева організація"])
    sheet.append(["Партія «Приклад»", "Міська організація"])
    book.save(file)
    return file


def test_a_truncated_workbook(published: Command, tmp_path: Path) -> None:
    file = workbook(tmp_path / "branches.xlsx")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    done = refused(published, BRANCHES, 4, "--source", file)
    said_with_place(done, "branches.xlsx")


def test_an_html_page_instead_of_a_table(published: Command, tmp_path: Path) -> None:
    file = tmp_path / "branches.csv"
    file.write_text("<!DOCTYPE html><html><body>503</body></html>", encoding="utf-8")
    done = refused(published, BRANCHES, 4, "--source", file)
    said_with_place(done, "branches.csv")


def test_a_page_of_a_section_without_acts(published: Command, inputs: Path) -> None:
    page = inputs / "html" / "drabiv-empty-section.html"
    done = refused(published, DECISIONS, 1, "--source", page)
    said_with_place(done, "drabiv-empty-section.html", "2021-rik")


def test_a_table_in_another_encoding_than_declared(published: Command) -> None:
    file = sample(published, BRANCHES, ".csv")
    file.write_bytes(file.read_text(encoding="utf-8").replace("ʼ", "'").encode("cp1251", "replace"))
    done = refused(published, BRANCHES, 4)
    said_with_place(done, file.name, "utf-8")


def test_a_header_that_drifted(published: Command) -> None:
    file = sample(published, BRANCHES, ".csv")
    text = file.read_text(encoding="utf-8")
    assert "Місцезнаходження" in text
    file.write_text(text.replace("Місцезнаходження", "Адреса офісу", 1), encoding="utf-8")
    done = refused(published, BRANCHES, 1)
    said_with_place(done, file.name)


def test_a_zip_bomb_in_a_workbook(published: Command, tmp_path: Path) -> None:
    whole, bomb = workbook(tmp_path / "small.xlsx"), tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(whole) as source,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in source.infolist():
            target.writestr(member.filename, source.read(member))
        with target.open("xl/media/zeros.bin", "w", force_zip64=True) as stream:
            for _ in range(600):
                stream.write(bytes(1024 * 1024))
    done = refused(published, BRANCHES, 4, "--source", bomb)
    said_with_place(done, "bomb.xlsx")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("rows: mirror", "rwos: mirror"), ("rows: accumulate", "rows: acumulate")],
    ids=["key", "word"],
)
def test_a_misspelt_descriptor(published: Command, wrong: str, right: str) -> None:
    name = BRANCHES if "mirror" in wrong else DECISIONS
    file = published.council / name / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    assert wrong in text
    file.write_text(text.replace(wrong, right, 1), encoding="utf-8")
    line = 1 + text[: text.index(wrong)].count("\n")
    done = refused(published, name, 2)
    said_with_place(
        done, "dataset.yaml", f"рядок {line}", wrong.split(": ")[right.startswith("rows")]
    )


def test_a_schema_that_does_not_exist(published: Command) -> None:
    file = published.council / DECISIONS / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Legislation/LegalActs", "Legislation/LegalAct"), encoding="utf-8")
    done = refused(published, DECISIONS, 2)
    said_with_place(done, "835-2019/Legislation/LegalActs")


def test_a_night_goes_on_without_the_misspelt_one(published: Command) -> None:
    file = published.council / DECISIONS / "dataset.yaml"
    file.write_text("nmae: x\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    before = tree(published.site)
    done = published("nightly", "--only", BRANCHES)
    assert done.code == 0, done.said
    assert tree(published.site) == before
    done = published("nightly")
    assert done.code == 3, done.said
    said_with_place(done, "nmae", "council-decisions")


def test_a_full_disk(published: Command, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    made = subprocess.run(mount, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"only root may mount a small disk: {made.stderr.strip()}")
    try:
        published.site = disk / "site"
        published.environment["PIPELINE_SITE"] = str(published.site)
        assert published("publish", BRANCHES).code == 0
        filler = disk / "filler"
        free = shutil.disk_usage(disk).free
        filler.write_bytes(bytes(free - 4096))
        done = refused(published, DECISIONS, 7)
        assert "диск" in done.said.lower() or "місц" in done.said.lower()
        filler.unlink()
        assert published("publish", DECISIONS).code == 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_may_not_be_written(published: Command, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    published.environment["PIPELINE_HOME"] = str(blocked / "home")
    done = published("publish", DECISIONS)
    assert done.code == 7, done.said


class Slow(BaseHTTPRequestHandler):
    """Answers nothing until it is let go."""

    asked, go_on = Event(), Event()

    def do_GET(self) -> None:
        self.asked.set()
        self.go_on.wait(30)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
        pass


@pytest.fixture
def slow_address() -> Iterator[str]:
    Slow.asked.clear()
    Slow.go_on.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/page.html"
    Slow.go_on.set()
    server.shutdown()
    server.server_close()


def test_a_second_run_while_one_runs(published: Command, slow_address: str) -> None:
    first = published.start("publish", DECISIONS, "--source", slow_address)
    assert Slow.asked.wait(30)
    done = refused(published, BRANCHES, 6)
    said_with_place(done, str(first.pid))
    Slow.go_on.set()
    assert first.wait(60) == 4
    first.communicate()


@pytest.mark.parametrize(
    "stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda item: item.name
)
def test_interrupted_in_the_middle(
    published: Command, slow_address: str, stop: signal.Signals
) -> None:
    before = tree(published.site)
    running = published.start("publish", DECISIONS, "--source", slow_address)
    assert Slow.asked.wait(30)
    time.sleep(0.1)
    running.send_signal(stop)
    code = running.wait(60)
    _, said = running.communicate()
    assert code == (-signal.SIGKILL if stop is signal.SIGKILL else 130), said
    assert "Traceback" not in said
    assert tree(published.site) == before
    assert published("publish", DECISIONS).code == 0
    assert tree(published.site) == before
