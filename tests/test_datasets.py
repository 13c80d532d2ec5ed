"""Every dataset of the project, from its sample source to golden files."""

import json
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package, system

from pipeline.description import Description
from pipeline.descriptor import dataset_folders, load_dataset
from pipeline.desk import Desk
from pipeline.holder import Holder
from pipeline.settings import Settings
from pipeline.verbs import extract
from pipeline.workplace import SCHEMAS
from tests.command import Command
from tests.conftest import ROOT, Golden

NAMES = [folder.name for folder in dataset_folders(ROOT / "datasets")]
FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "register-of-datasets"])
def test_a_sample_is_published_as_its_golden_tables(
    command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = command("publish", name)
    assert done.code == 0, done.said
    published = command.site / "datasets" / name
    for table in load_dataset(command.council, name, SCHEMAS).text.tables:
        text = (published / f"{table.name}.csv").read_text(encoding="utf-8")
        golden(FOLDER / name / f"{table.name}.csv", text)
    findings = (published / "findings.json").read_text("utf-8")
    assert "інша версія програми" not in findings, "a sentence lacks a detail"
    golden(FOLDER / name / "findings.json", findings)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_frictionless_itself_accepts_what_is_published(command: Command, name: str) -> None:
    assert command("publish", name).code == 0
    with system.use_context(trusted=True):
        report = Package(str(command.site / "datasets" / name / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.parametrize(
    ("model", "file"), [(Holder, "holder"), (Description, "dataset")], ids=["holder", "dataset"]
)
def test_editors_get_the_present_json_schema(
    golden: Golden, model: type[Holder] | type[Description], file: str
) -> None:
    schema = model.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    golden(ROOT / "docs" / "editor" / f"{file}.schema.json", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_descriptor_names_its_json_schema(name: str) -> None:
    file = ROOT / "datasets" / name / "dataset.yaml"
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (file.parent / first.partition("=")[2]).resolve().is_file()


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NAMES if name != "register-of-datasets"])
def test_an_extractor_makes_the_tables_it_promises(command: Command, name: str) -> None:
    settings = Settings.from_environment({"PIPELINE_HOME": str(command.home)})
    desk = Desk(council=command.council, settings=settings, typed="")
    made = [table.schema for table in extract(desk, name, ()).tables]
    spec = load_dataset(command.council, name, SCHEMAS)
    assert sorted(made) == sorted(spec.text.extractor.makes())


def test_regulatory_acts_of_a_real_page(command: Command, inputs: Path, tmp_path: Path) -> None:
    page = inputs / "html" / "drabiv-regulatory-acts-table.html"
    done = command("extract", "regulatory-acts", "--source", page, "--to", tmp_path)
    assert done.code == 0, done.said
    table = pd.read_csv(tmp_path / "ListOfRegulatoryActs.csv", dtype=str)
    truth = pd.read_csv(inputs / "truth" / "drabiv-regulatory-acts.csv", dtype=str)
    columns = {"legalActCreated": "date", "legalActIdentifier": "number", "title": "title"}
    assert table[[*columns]].rename(columns=columns).equals(truth[[*columns.values()]])
    assert table["accessURL"].str.startswith("https://rada.info/upload/").all()
