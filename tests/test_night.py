"""Whole nights: the sample council, and a second council over real inputs."""

import csv
import json
from pathlib import Path

import pytest

from tests.command import Command, Done, contents, tree
from tests.conftest import ROOT
from tests.postgres import Cluster

pytestmark = pytest.mark.slow

SAMPLES = [
    "activity-counts",
    "budget-programmes",
    "council-decisions",
    "draft-decisions",
    "events",
    "executive-decisions",
    "information-system",
    "mayor-orders",
    "official-checks",
    "party-branches",
    "public-organisations",
    "register-of-datasets",
    "regulations",
    "regulatory-acts",
    "religious-organisations",
    "reports",
    "roll-call-votes",
    "services-given",
    "spending-units",
    "streets",
]


def states(done: Done) -> dict[str, str]:
    return {item["dataset"]: item["state"] for item in json.loads(done.out)}


def rows(site: Path, dataset: str, table: str) -> list[dict[str, str]]:
    file = site / "datasets" / dataset / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_night_publishes_everything_and_the_second_writes_nothing(command: Command) -> None:
    first = command("nightly", "--json")
    assert first.code == 0, first.err
    assert states(first) == dict.fromkeys(SAMPLES, "published")
    before = tree(command.site)
    second = command("nightly", "--json")
    assert second.code == 0, second.err
    assert states(second) == dict.fromkeys(SAMPLES, "unchanged")
    assert tree(command.site) == before
    assert "без змін" in second.err
    assert "unchanged" in second.err


def test_the_register_lists_every_dataset_with_its_page(command: Command) -> None:
    assert command("nightly").code == 0
    register = rows(command.site, "register-of-datasets", "RegisterOfDatasets")
    assert [row["identifier"] for row in register] == SAMPLES
    for row in register:
        assert row["landingPage"] == f"https://data.example.org/datasets/{row['identifier']}/"
        assert row["distributionFormat"] == "CSV, JSON, XLSX"
        assert (command.site / "datasets" / row["identifier"] / "index.html").is_file()


def test_the_same_input_gives_the_same_bytes(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("nightly").code == 0
    first = contents(command.site)
    command.environment["PIPELINE_HOME"] = str(tmp_path / "elsewhere")
    assert command("nightly").code == 0
    assert contents(tmp_path / "elsewhere" / "site") == first


@pytest.mark.parametrize("what", ["descriptor", "holder", "schema", "extractor", "source"])
def test_whatever_shapes_a_dataset_publishes_it_anew(
    command: Command, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    name = "council-decisions"
    assert command("publish", name).code == 0
    if what in {"descriptor", "holder"}:
        inside = f"{name}/dataset.yaml" if what == "descriptor" else "holder.yaml"
        with (command.council / inside).open("a", encoding="utf-8") as stream:
            stream.write("# a remark\n")
    if what == "schema":
        monkeypatch.setattr("pipeline.descriptor.DatasetSpec.schemas_digest", "other")
    if what == "extractor":
        monkeypatch.setitem(__import__("pipeline.intake").intake._VERSIONS, "decisions", "99")
    if what == "source":
        page = sorted((command.council / name / "sample").glob("*.html"))[0]
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("Про ", "Про  нове ", 1), encoding="utf-8")
    done = command("publish", name, "--json")
    assert json.loads(done.out)["state"] == "published", done.err
    assert json.loads(command("publish", name, "--json").out)["state"] == "unchanged"


def test_a_page_is_understood_once(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "council-decisions"
    half = command.home / "understood" / ".part-of-a-killed-run"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    assert command("publish", name).code == 0
    assert not half.exists()
    first = rows(command.site, name, "LegalActs")
    with (command.council / name / "dataset.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a remark\n")
    monkeypatch.setattr("pipeline.pages.Reading.rows", None)
    assert json.loads(command("publish", name, "--json").out)["state"] == "published"
    assert rows(command.site, name, "LegalActs") == first


def test_a_catalogue_that_was_deleted_is_published_again(command: Command) -> None:
    assert command("publish", "council-decisions").code == 0
    (command.site / "datasets" / "council-decisions" / "LegalActs.csv").unlink()
    done = command("publish", "council-decisions", "--json")
    assert json.loads(done.out)["state"] == "published", done.err


def test_every_published_value_is_traced_to_a_snapshot(command: Command) -> None:
    assert command("publish", "party-branches").code == 0
    done = command("status", "party-branches", "--rows", "--json")
    (dataset,) = json.loads(done.out)["datasets"]
    known = {source["sha256"] for source in dataset["versions"][0]["sources"]}
    published = rows(command.site, "party-branches", "PartyBranches")
    traced = [row for row in dataset["rows"] if row["table"] == "PartyBranches"]
    assert len(traced) == len(published) > 0
    for row in traced:
        assert row["sha256"] in known
        assert (command.home / "snapshots" / row["sha256"][:2] / row["sha256"]).is_file()
        assert row["line"] > 1


def test_names_of_private_persons_are_in_the_home_only_as_the_source_gave_them(
    command: Command,
) -> None:
    assert command("nightly").code == 0
    planted = [name.encode() for name in ("Вигаданенк", "Вигаданенко")]
    pages = list((command.council / "council-decisions" / "sample").glob("*.html"))
    assert any(planted[0] in page.read_bytes() for page in pages), "the sample lost its names"
    for file in command.home.rglob("*"):
        if file.is_file() and not {"snapshots", "understood"} & set(file.parts):
            for name in planted:
                assert name not in file.read_bytes(), file


@pytest.fixture
def drabiv(command: Command, inputs: Path) -> Command:
    """The second council: real inputs beside the checkout."""
    assert inputs.is_dir()
    command.council = ROOT / "tests" / "councils" / "drabiv"
    return command


def test_a_night_of_real_inputs(drabiv: Command, inputs: Path) -> None:
    done = drabiv("nightly", "--json")
    assert done.code == 0, done.err
    assert set(states(done).values()) == {"published"}
    acts = rows(drabiv.site, "council-decisions", "LegalActs")
    truth = json.loads((inputs / "truth" / "drabiv-session16.json").read_text(encoding="utf-8"))
    assert [row["number"] for row in acts] == [row["number"] for row in truth["rows"]]
    (order,) = rows(drabiv.site, "mayor-orders", "LegalActs")
    assert (order["number"], order["dateAccepted"]) == ("276", "2020-12-18")
    assert len(rows(drabiv.site, "party-branches", "PartyBranches")) == 5
    assert len(rows(drabiv.site, "party-branches", "PartyBranchHistory")) == 26
    before = tree(drabiv.site)
    again = drabiv("nightly", "--json")
    assert set(states(again).values()) == {"unchanged"}
    assert tree(drabiv.site) == before


def test_a_night_with_the_ledger_in_postgresql(command: Command, postgresql: Cluster) -> None:
    command.environment["PIPELINE_LEDGER"] = postgresql.new_database()
    assert command("nightly", "--only", "party-branches").code == 0
    before = tree(command.site)
    done = command("nightly", "--only", "party-branches", "--json")
    assert states(done) == {"party-branches": "unchanged"}
    assert tree(command.site) == before


def test_a_home_belongs_to_one_holder(command: Command, tmp_path: Path) -> None:
    assert command("publish", "party-branches").code == 0
    before = tree(command.site)
    other = command.council / "holder.yaml"
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("name: lysychansk", "name: other"), encoding="utf-8")
    done = command("nightly")
    assert done.code == 2, done.said
    assert "lysychansk" in done.err
    assert tree(command.site) == before
    command.council = tmp_path / "nowhere"
    assert command("nightly").code == 2
    command.council = tmp_path / "empty"
    command.council.mkdir()
    (command.council / "holder.yaml").write_text(text, encoding="utf-8")
    assert command("nightly").code == 2


def test_a_night_without_news_is_a_good_night(command: Command) -> None:
    for name in ("council-decisions", "mayor-orders", "party-branches", "roll-call-votes"):
        (command.council / name / "dataset.yaml").unlink()
    assert command("nightly").code == 0
    command.environment["SOURCE_DATE_EPOCH"] = "1795090000"
    assert command("nightly").code == 0
    last = json.loads(command("status", "--json").out)["lastGoodNight"]
    assert last["finishedAt"].startswith("2026-11-19")


def test_warnings_are_said_again_while_they_stand(drabiv: Command) -> None:
    for _ in range(3):
        done = drabiv("nightly", "--only", "council-decisions")
        assert "1 застереження" in done.out
