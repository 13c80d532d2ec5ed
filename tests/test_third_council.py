"""A council on a known platform, set up by YAML alone: its site is served here, nothing else."""

import csv
import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import Command
from tests.conftest import ROOT
from tests.sources.conftest import Handler, Site, body, serving, status

COUNCIL = ROOT / "tests" / "councils" / "zrazkivka"
ADDRESS = "https://zrazkivka.example"


@pytest.fixture
def zrazkivka(tmp_path: Path, command: Command) -> Iterator[Site]:
    """The site of the council on this machine, and the command on its directory."""
    command.council = Path(shutil.copytree(COUNCIL, tmp_path / "zrazkivka"))
    site = Site()
    with serving(site) as address:
        site.address = address
        site.on("/robots.txt", body(b"User-agent: *\nDisallow: /search/\n"))
        for file in COUNCIL.glob("site/*.html"):
            site.on(f"/{file.stem.replace('news-', 'news/')}/", page)
        for file in command.council.glob("*/dataset.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(ADDRESS, address), encoding="utf-8")
        yield site


def page(handler: Handler) -> None:
    """A recorded page, with the address of this server in place of its own."""
    path, _, query = handler.path.partition("?")
    number = query.removeprefix("p=")
    stem = path.strip("/").replace("/", "-")
    file = COUNCIL / "site" / f"{stem}{f'-page-{number}' if number not in ('', '1') else ''}.html"
    if not file.is_file():
        return status(404)(handler)
    text = file.read_text(encoding="utf-8").replace(ADDRESS, handler.site.address)
    return body(text.encode(), Content_Type="text/html; charset=utf-8")(handler)


def rows(command: Command, site: Site, name: str) -> list[tuple[str, ...]]:
    file = command.site / "datasets" / name / "LegalActs.csv"
    columns = ("number", "dateAccepted", "issued", "title", "url")
    with file.open(encoding="utf-8", newline="") as stream:
        return sorted(
            tuple(row[column].replace(site.address, "") for column in columns)
            for row in csv.DictReader(stream)
        )


def test_decisions_of_a_third_council(zrazkivka: Site, command: Command) -> None:
    done = command("publish", "council-decisions")
    assert done.code == 0, done.said
    files = "/upload/users_files/00000001"
    assert rows(command, zrazkivka, "council-decisions") == [
        ("21-1/VIII", "2023-02-23", "2023-02-24",
         "Про затвердження Програми благоустрою на 2023 рік", f"{files}/0a1.pdf"),
        ("21-2/VIII", "2023-02-23", "2023-02-24",
         "Про внесення змін до бюджету на 2023 рік", "https://files.zrazkivka.example/21-2.pdf"),
        ("24-1/VIII", "2023-06-22", "2023-06-24",
         "Про затвердження звіту про виконання бюджету", f"{files}/0b1.docx"),
        ("24-2/VIII", "2023-06-22", "2023-06-24",
         "Про перейменування вулиці", f"{files}/0b2.docx"),
    ]  # fmt: skip
    found = json.loads(command("report", "council-decisions", "--json").out)
    codes = {finding["code"] for finding in found["council-decisions"]}
    assert {"one-link-many-acts", "section-is-empty", "list-of-another-section"} <= codes
    assert not {"recipe-is-untried", "no-acts-on-page"} & codes


def test_orders_of_a_third_council(zrazkivka: Site, command: Command) -> None:
    done = command("publish", "mayor-orders")
    assert done.code == 0, done.said
    files = "/upload/users_files/00000001"
    assert rows(command, zrazkivka, "mayor-orders") == [
        ("1-р", "2023-01-05", "2023-01-05", "Про організацію особистого прийому громадян",
         f"{files}/1r.pdf"),
        ("4-р", "2023-01-17", "2023-01-17", "Про скликання чергової сесії селищної ради",
         f"{files}/4r.pdf"),
        ("88-р", "2022-12-13", "2022-12-14", "Про чергування у святкові дні", f"{files}/88r.pdf"),
    ]  # fmt: skip


def test_a_second_night_over_the_same_site_changes_nothing(
    zrazkivka: Site, command: Command
) -> None:
    assert command("publish", "council-decisions").code == 0
    again = command("publish", "council-decisions", "--json")
    assert json.loads(again.out)["state"] == "unchanged"


def test_a_reading_that_broke_off_goes_on_where_it_stopped(
    zrazkivka: Site, command: Command
) -> None:
    zrazkivka.on("/news/1687593600/", status(503))
    file = command.council / "council-decisions" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{pause: 0}", "{pause: 0, attempts: 1}"), encoding="utf-8")
    assert command("publish", "council-decisions").code == 4
    first = {path for path, _ in zrazkivka.asked if path != "/robots.txt"}
    zrazkivka.asked.clear()
    zrazkivka.on("/news/1687593600/", page)
    assert command("publish", "council-decisions").code == 0
    again = [path for path, _ in zrazkivka.asked if path != "/robots.txt"]
    assert "/news/1687593600/" in again
    assert first & set(again) == {"/news/1687593600/"}
    assert len(rows(command, zrazkivka, "council-decisions")) == 4
    zrazkivka.asked.clear()
    assert command("publish", "council-decisions").code == 0
    assert first <= {path for path, _ in zrazkivka.asked}


def test_what_a_broken_reading_left_may_be_too_old(zrazkivka: Site, command: Command) -> None:
    zrazkivka.on("/news/1687593600/", status(503))
    file = command.council / "council-decisions" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    given = text.replace("{pause: 0}", "{pause: 0, attempts: 1, resume: 0}")
    file.write_text(given, encoding="utf-8")
    assert command("publish", "council-decisions").code == 4
    first = {path for path, _ in zrazkivka.asked}
    zrazkivka.asked.clear()
    zrazkivka.on("/news/1687593600/", page)
    assert command("publish", "council-decisions").code == 0
    assert first <= {path for path, _ in zrazkivka.asked}


def test_a_killed_reading_goes_on_where_it_stopped(zrazkivka: Site, command: Command) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def hang(handler: Handler) -> None:
        reached.set()
        go_on.wait(60)
        handler.close_connection = True

    zrazkivka.on("/news/1687593600/", hang)
    process = command.start("publish", "council-decisions")
    assert reached.wait(60)
    process.kill()
    process.communicate()
    go_on.set()
    first = {path for path, _ in zrazkivka.asked if path != "/robots.txt"}
    zrazkivka.asked.clear()
    zrazkivka.on("/news/1687593600/", page)
    assert command("publish", "council-decisions").code == 0
    again = {path for path, _ in zrazkivka.asked}
    assert len(first) > 3
    assert first & again == {"/news/1687593600/"}
    assert len(rows(command, zrazkivka, "council-decisions")) == 4


def test_a_section_needs_a_recipe_that_is_known(zrazkivka: Site, command: Command) -> None:
    file = command.council / "mayor-orders" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("recipe: gromada", "recipe: hromada"), encoding="utf-8")
    done = command("publish", "mayor-orders")
    assert (done.code, "gromada" in done.err) == (2, True)
    file.write_text(text.replace("{page: {recipe: gromada}}", "{}"), encoding="utf-8")
    done = command("publish", "mayor-orders")
    assert (done.code, "readers.page.recipe" in done.err) == (2, True)


def test_pages_are_recorded_as_they_are_and_can_be_read_again(
    zrazkivka: Site, command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "recorded"
    done = command("record", "council-decisions", "--to", folder)
    assert done.code == 0, done.said
    assert "персональні дані" in done.err
    register = json.loads((folder / "recorded.json").read_text(encoding="utf-8"))
    files = {record["file"]: record["address"] for record in register}
    assert files["pages/001-news-1677225600.html"] == f"{zrazkivka.address}/news/1677225600/"
    assert {name.partition("/")[0] for name in files} == {"pages", "lists"}
    for record in register:
        data = (folder / record["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == record["sha256"]
    extracted = tmp_path / "out"
    command("extract", "council-decisions", "--source", folder / "pages", "--to", extracted)
    text = (extracted / "LegalActs.csv").read_text(encoding="utf-8")
    assert text.count("\n") == 5
    again = command("record", "council-decisions", "--to", folder)
    assert (again.code, str(folder) in again.err) == (2, True)


def test_a_few_pages_are_recorded_of_a_section(
    zrazkivka: Site, command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "recorded"
    assert command("record", "council-decisions", "--pages", "1", "--to", folder).code == 0
    assert len([path for path in folder.glob("*/*") if path.is_file()]) <= 2


def test_an_untried_recipe_says_so(zrazkivka: Site, command: Command) -> None:
    file = command.council / "council-decisions" / "dataset.yaml"
    text = file.read_text(encoding="utf-8")
    sample = ROOT / "tests" / "recipes" / "joomla" / "page-401.html"
    file.write_text(text.replace("recipe: gromada", "recipe: joomla"), encoding="utf-8")
    done = command("validate", "council-decisions", "--source", sample, "--json")
    codes = [finding["code"] for finding in json.loads(done.out)]
    assert "recipe-is-untried" in codes
    file.write_text(text, encoding="utf-8")
    done = command("validate", "council-decisions", "--source", sample, "--json")
    assert "recipe-is-untried" not in [finding["code"] for finding in json.loads(done.out)]
