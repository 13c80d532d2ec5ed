"""The command: help, JSON, exit codes, plans that are kept."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import frictionless
import pytest

from pipeline import __version__, pages
from pipeline.cli import cli
from pipeline.publishing.ckan.patience import PAUSES
from pipeline.sources import local_network
from tests.command import Command, contents, tree
from tests.conftest import ROOT
from tests.sources.conftest import Site, serving, status

VERBS = sorted(cli.commands)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str) -> None:
    command = cli.commands[verb]
    assert command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or parameter.opts


@pytest.mark.parametrize("verb", VERBS)
def test_the_readme_names_every_verb(verb: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`pipeline {verb}" in readme


def test_the_installed_command_is_named_in_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"pipeline": "pipeline.__main__:main"}


def test_version_and_usage(command: Command) -> None:
    assert __version__ in command("--version").out
    assert command("publish").code == 2
    assert command("no-such-verb").code == 2


def test_an_unknown_dataset_names_the_nearest(command: Command) -> None:
    done = command("publish", "council-decision")
    assert done.code == 2
    assert "council-decisions" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_target_is_refused_before_anything_is_fetched(command: Command) -> None:
    done = command("publish", "council-decisions", "--target", "ftp")
    assert done.code == 2
    assert not command.site.exists()


def test_the_list_says_holder_edition_schedule_and_last_release(command: Command) -> None:
    assert command("publish", "mayor-orders").code == 0
    listed = {item["name"]: item for item in json.loads(command("list", "--json").out)}
    assert listed["mayor-orders"]["releasedAt"].startswith("2026-")
    assert listed["council-decisions"]["releasedAt"] is None
    assert listed["council-decisions"]["edition"] == "835-2019"
    assert "ще ні" in command("list").out


def test_a_plan_changes_nothing_and_is_applied_as_it_stands(
    command: Command, tmp_path: Path
) -> None:
    kept = tmp_path / "plan.json"
    done = command("plan", "council-decisions", "--save", kept, "--json")
    assert done.code == 0, done.err
    assert not command.site.exists()
    (plan,) = json.loads(done.out)
    added = {change["name"] for change in plan["changes"] if change["subject"] == "file"}
    assert "datasets/council-decisions/LegalActs.csv" in added
    assert command("publish", "council-decisions", "--plan", kept).code == 0
    assert command("plan", "council-decisions", "--json").out.count('"subject"') == 0


def test_a_plan_that_no_longer_holds_is_refused(command: Command, tmp_path: Path) -> None:
    kept = tmp_path / "plan.json"
    assert command("plan", "council-decisions", "--save", kept).code == 0
    page = sorted((command.council / "council-decisions" / "sample").glob("*.html"))[0]
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Про ", "Про нове ", 1), encoding="utf-8")
    assert command("publish", "council-decisions", "--plan", kept).code == 4
    assert not command.site.exists()
    assert command("publish", "mayor-orders", "--plan", kept).code == 2
    kept.write_text("{}", encoding="utf-8")
    assert command("publish", "council-decisions", "--plan", kept).code == 2


def test_a_dry_run_writes_nothing_to_the_site(command: Command) -> None:
    assert command("publish", "council-decisions", "--dry-run").code == 0
    assert not command.site.exists()


def test_verify_sees_what_somebody_changed(command: Command) -> None:
    assert command("verify", "council-decisions").code == 2
    assert command("publish", "council-decisions").code == 0
    assert command("verify", "council-decisions").code == 0
    file = command.site / "datasets" / "council-decisions" / "LegalActs.csv"
    file.write_bytes(file.read_bytes().replace("Про".encode(), "Ппо".encode(), 1))
    assert command("verify", "council-decisions").code == 4


def test_extract_reads_pages_in_other_processes_too(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    assert command("extract", "council-decisions", "--to", alone).code == 0
    monkeypatch.setattr(pages, "ALONE", 1)
    done = command("extract", "council-decisions", "--to", together)
    assert done.code == 0, done.err
    assert contents(together) == contents(alone)


def test_extract_leaves_tables_package_and_findings(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = command("extract", "party-branches", "--to", folder)
    assert done.code == 0, done.err
    assert sorted(path.name for path in folder.iterdir()) == [
        "PartyBranchHistory.csv",
        "PartyBranches.csv",
        "datapackage.json",
        "findings.jsonl",
    ]
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {
        "PartyBranches.csv",
        "PartyBranchHistory.csv",
    }
    for line in (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        assert list(json.loads(line)) == [
            "code", "severity", "messageUk", "messageEn", "source", "sheet", "cell", "line",
            "row", "table", "field", "value",
        ]  # fmt: skip
    assert not command.home.exists()


def test_validate_holds_a_file_against_a_schema(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "branches.csv"
    file.write_text("edrpou,party\n1,А\n", encoding="utf-8")
    done = command("validate", "--schema", "council/PartyBranches", file, "--json")
    assert done.code == 1
    assert {found["severity"] for found in json.loads(done.out)} >= {"error"}
    assert command("validate", "--schema", "council/PartyBranch", file).code == 2
    assert command("validate", "council-decisions").code == 0


@pytest.fixture
def office(command: Command) -> Iterator[tuple[Command, Site]]:
    """A dataset whose links lead to a server of this machine; the first of them is dead."""
    site, folder = Site(), command.council / "regulations"
    file, descriptor = folder / "sample" / "regulations.csv", folder / "dataset.yaml"
    with serving(site) as site.address:
        text = re.sub(r"https?://[^/,]+/", f"{site.address}/", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
        descriptor.write_text(f"{descriptor.read_text('utf-8')}\nfetch: {{pause: 0}}\n", "utf-8")
        for number, path in enumerate(sorted(set(re.findall(rf"{site.address}([^,\s]+)", text)))):
            site.on(path, status(200 if number else 404))
        yield command, site


def test_validate_asks_links_on_request(
    office: tuple[Command, Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_network, "is_local", lambda _: False)
    command, site = office
    plain = command("validate", "regulations", "--json")
    assert (plain.code, site.asked) == (0, [])
    done = command("validate", "regulations", "--links", "--json")
    found = json.loads(done.out)
    assert done.code == 0
    assert [one for one in found if one not in json.loads(plain.out)] == [
        one for one in found if one["code"] == "link-is-dead"
    ]
    assert [one["value"] for one in found if one["code"] == "link-is-dead"] == [
        site.address + min(site.replies)
    ]
    assert len(site.asked) == len(site.replies) + 1
    few = command("validate", "regulations", "--links", "--ask-at-most", "1", "--json").out
    assert "links-not-asked" in {one["code"] for one in json.loads(few)}


def test_links_into_the_local_network_are_not_asked(office: tuple[Command, Site]) -> None:
    command, site = office
    found = json.loads(command("validate", "regulations", "--links", "--json").out)
    told = [one for one in found if one["code"].startswith("link")]
    assert {one["code"] for one in told} == {"link-is-local"}
    assert len(told) == len(site.replies)
    assert "місцеву мережу" in told[0]["messageUk"]
    assert site.asked == []


def test_links_are_asked_of_a_dataset_only(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "branches.csv"
    assert command("validate", "--schema", "council/PartyBranches", file, "--links").code == 2


def test_validate_says_how_each_table_was_judged(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "branches.csv"
    file.write_text("edrpou,party\n1,А\n", encoding="utf-8")
    given = ("validate", "--schema", "council/PartyBranches", file)
    bare, done = command(*given, "--json"), command(*given, "--json", "--explain")
    found = json.loads(done.out)
    assert found["findings"] == json.loads(bare.out)
    assert [lane["reason"] for lane in found["lanes"]] == ["few-rows"]
    assert (bare.code, done.code) == (1, 1)
    said = command("validate", "party-branches", "--explain").err
    assert "PartyBranches: " in said
    assert "frictionless" in said


def test_validate_holds_a_package_against_itself(command: Command, tmp_path: Path) -> None:
    resource = {"name": "a", "path": "a.csv", "schema": {"fields": [{"name": "n", "type": "year"}]}}
    package, report = tmp_path / "datapackage.json", tmp_path / "report.json"
    package.write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    (tmp_path / "a.csv").write_text("n\n2024\nx\n", encoding="utf-8")
    done = command("validate", "--package", package, "--report", report, "--json")
    assert done.code == 1
    assert [(found["table"], found["field"]) for found in json.loads(done.out)] == [("a", "n")]
    assert json.loads(report.read_text(encoding="utf-8"))["stats"]["errors"] == 1
    (tmp_path / "a.csv").write_text("n\n2024\n", encoding="utf-8")
    assert command("validate", "--package", package).code == 0
    assert command("validate", "--package", tmp_path / "absent.json").code == 4
    package.write_text("no JSON", encoding="utf-8")
    assert command("validate", "--package", package).code == 4


def test_doctor_says_what_is_there(command: Command) -> None:
    done = command("doctor")
    assert done.code == 0, done.said
    assert "frictionless" in done.out


def test_status_says_each_proof_once_and_of_targets_no_longer_named(command: Command) -> None:
    name = "mayor-orders"
    assert command("publish", name).code == 0
    command.environment |= {"PIPELINE_TARGETS": "ckan", "SOURCE_DATE_EPOCH": "1795000300"}
    assert command("verify", name, "--target", "site").code == 0
    told = command("status", name).out
    assert [told.count(word) for word in ("опубліковано https", "прочитано назад")] == [1, 1]
    assert "2026-11-18T11:11:40" in told, "the newest of the two readings"


def test_status_before_any_night(command: Command) -> None:
    assert command("status").code == 0
    assert command("report").code == 0


def test_a_report_names_the_findings_of_the_last_run(command: Command) -> None:
    before = tree(command.site) if command.site.exists() else {}
    assert command("publish", "party-branches").code == 0
    found = json.loads(command("report", "party-branches", "--json").out)["party-branches"]
    assert found
    assert all(finding["value"] is None for finding in found)
    assert before == {}


def test_an_earlier_version_comes_back_and_stays(command: Command) -> None:
    name = "council-decisions"
    never = command("rollback", name)
    assert (never.code, "ще не публікували" in never.err) == (2, True)
    assert command("publish", name).code == 0
    alone = command("rollback", name)
    assert (alone.code, "попередньої версії немає" in alone.err) == (2, True)
    before = contents(command.site / "datasets" / name)
    page = sorted((command.council / name / "sample").glob("*.html"))[0]
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Про ", "Про нове ", 1), encoding="utf-8")
    newer = json.loads(command("publish", name, "--json").out)["version"]
    after = contents(command.site / "datasets" / name)
    assert after["LegalActs.csv"] != before["LegalActs.csv"]
    assert command("rollback", name, "--to", "000000000000").code == 2
    done = command("rollback", name, "--json")
    assert json.loads(done.out)["state"] == "published", done.err
    back = contents(command.site / "datasets" / name)
    assert back["LegalActs.csv"] == before["LegalActs.csv"]
    again = command("publish", name, "--json")
    assert json.loads(again.out)["state"] == "unchanged"
    assert [one["code"] for one in json.loads(again.out)["findings"]].count("held-at-version") == 1
    assert contents(command.site / "datasets" / name) == back
    assert command("verify", name).code == 0
    assert f"--to {newer}" in command("plan", name).out
    command.environment["SOURCE_DATE_EPOCH"] = "1795000300"
    assert command("rollback", name, "--to", newer).code == 0
    assert contents(command.site / "datasets" / name)["LegalActs.csv"] == after["LegalActs.csv"]
    assert "--to" not in command("plan", name).out


@pytest.fixture
def silent(command: Command, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A portal that no longer answers a council of old; the seconds that it is waited for."""
    waited: list[float] = []
    assert command("nightly").code == 0
    with (command.council / "holder.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a remark\n")
    monkeypatch.setattr("pipeline.targets.time.sleep", waited.append)
    command.environment |= {
        "CKAN_URL": "http://127.0.0.1:9",
        "CKAN_API_TOKEN": "token-of-nobody",
        "PIPELINE_TARGETS": "site,ckan",
    }
    return waited


@pytest.mark.slow
def test_a_portal_that_is_down_says_what_was_published_all_the_same(
    command: Command, silent: list[float]
) -> None:
    name = "mayor-orders"
    done = command("publish", name)
    assert (done.code, done.out.count("https://data.example.org")) == (4, 1), done.err
    for said in ("не відповідає", "На «site» опубліковано.", "published on “site”"):
        assert said in done.err
    assert command("verify", name, "--target", "site").code == 0
    silent.clear()
    again = command("publish", name)
    assert (again.code, "не відповідає" in again.err) == (4, True)
    assert "«site»" not in again.err, "nothing new was published there"


@pytest.mark.slow
def test_a_night_waits_once_for_a_portal_that_is_down(
    command: Command, silent: list[float]
) -> None:
    done = command("nightly", "--json")
    assert done.code == 3
    told = json.loads(done.out)
    assert {one["state"] for one in told} == {"failed"}
    assert {receipt["target"] for one in told for receipt in one["receipts"]} == {"site"}
    assert all(len(one["receipts"]) == 1 for one in told)
    assert len(silent) == len(PAUSES)


def test_a_bug_is_noted_and_says_where_the_details_are(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    quoted = "Вигаданенко"

    def broken(*_: object) -> None:
        raise ZeroDivisionError(quoted)

    monkeypatch.setattr("pipeline.gate.decide", broken)
    done = command("publish", "mayor-orders")
    assert done.code == 70
    (file,) = (command.home / "bugs").iterdir()
    assert str(file) in done.err
    kept = file.read_text(encoding="utf-8")
    assert "gate" in kept
    assert quoted not in kept + done.err
    assert command("nightly", "--only", "mayor-orders").code == 3


@pytest.mark.slow
def test_a_secret_in_an_address_is_not_kept(command: Command) -> None:
    address = "http://user:geheim1@127.0.0.1:9/page.html?token=geheim2"
    done = command("publish", "council-decisions", "--source", address)
    assert done.code == 4
    left = [file.read_bytes() for file in command.home.rglob("*") if file.is_file()]
    assert left
    assert not any(b"geheim" in data for data in [*left, done.said.encode()])


def test_the_report_of_frictionless_is_left_as_json(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    assert command("validate", "streets", "--report", file).code == 0
    report = frictionless.Report.from_descriptor(json.loads(file.read_text(encoding="utf-8")))
    assert (report.valid, [task.name for task in report.tasks]) == (True, ["streets"])
    bad = tmp_path / "streets.csv"
    bad.write_text("settlement,kind,name\nВигадань,вулиця,\n", encoding="utf-8")
    assert command("validate", "--schema", "council/Streets", bad, "--report", file).code == 1
    report = frictionless.Report.from_descriptor(json.loads(file.read_text(encoding="utf-8")))
    errors = [error for task in report.tasks for error in task.errors]
    assert not report.valid
    assert {error.type for error in errors} >= {"constraint-error"}


def report_of(command: Command, file: Path, *what: str | Path) -> tuple[int, frictionless.Report]:
    code = command("validate", *what, "--report", file).code
    text = json.loads(file.read_text(encoding="utf-8"))
    return code, frictionless.Report.from_descriptor(text)


def test_the_report_of_an_empty_table_says_that_it_is_empty(
    command: Command, tmp_path: Path
) -> None:
    file, bare = tmp_path / "report.json", tmp_path / "streets.csv"
    names = "settlement,kind,name,formerName,renamedOn,renamedBy,houses\n"
    for header, kinds in ((names, ["table-error"]), (names[5:], ["missing-label", "table-error"])):
        bare.write_text(header, encoding="utf-8")
        code, report = report_of(command, file, "--schema", "council/Streets", bare)
        (task,) = report.tasks
        assert (code, report.valid, task.name, task.valid) == (1, False, "streets", False)
        assert sorted({one.type for one in task.errors} - {"extra-label"}) == kinds
        assert "no rows" in task.errors[-1].message


def test_a_table_that_may_be_empty_has_its_place_in_the_report(
    command: Command, tmp_path: Path
) -> None:
    folder = command.council / "streets"
    file = folder / "sample" / "streets.csv"
    file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    code, report = report_of(command, tmp_path / "report.json", "streets")
    assert (code, report.valid, len(report.tasks)) == (1, False, 1)
    declared = folder / "dataset.yaml"
    text = declared.read_text(encoding="utf-8")
    declared.write_text(text.replace("min_rows: 1", "min_rows: 0"), encoding="utf-8")
    code, report = report_of(command, tmp_path / "report.json", "streets")
    assert (code, report.valid, [task.name for task in report.tasks]) == (0, True, ["streets"])


@pytest.mark.parametrize(
    "options",
    [
        ("--schema", "council/Streets", "--package"),
        ("--memory", "400"),
        ("--ask-at-most", "3"),
        ("--schema", "council/Streets", "--links"),
        ("--schema", "council/Streets", "--source", "x.csv"),
    ],
    ids=lambda one: " ".join(one),
)
def test_an_option_that_would_change_nothing_is_refused(
    command: Command, options: tuple[str, ...]
) -> None:
    done = command("validate", "streets", *options)
    assert done.code == 2
    assert f"{options[-1] if options[-1].startswith('--') else options[-2]}" in done.err


HEAVY = (
    "alembic", "docx", "frictionless", "holidays", "openpyxl", "pandas", "pdfplumber", "polars",
    "pydantic", "pymorphy3", "sqlalchemy",
)  # fmt: skip
"""What takes long to load."""


def _loaded(*arguments: str) -> set[str]:
    """The heavy ones that a command has loaded when it ends."""
    code = (
        "import sys; from pipeline.cli import cli; "
        f"sys.argv = ['pipeline', *{list(arguments)!r}]; "
        "cli.main(sys.argv[1:], standalone_mode=False); "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_help_loads_nothing_heavy() -> None:
    assert _loaded("--help") == set()
    assert _loaded("validate", "--help") == set()


def test_a_small_table_waits_for_what_judges_it_alone(tmp_path: Path) -> None:
    (tmp_path / "structure.csv").write_text(
        "name,title,description,datatype,required\nname,Назва,Назва,string,true\n", encoding="utf-8"
    )
    (tmp_path / "table.csv").write_text("name\nклуб\n", encoding="utf-8")
    given = ("--schema", str(tmp_path / "structure.csv"), str(tmp_path / "table.csv"))
    assert _loaded("validate", *given) == {"frictionless", "pandas", "pydantic"}
