import hashlib
import json
from pathlib import Path

import frictionless
import pytest

from pipeline.publishing.package import source
from pipeline.publishing.site import SiteTarget
from tests.publishing import samples


@pytest.fixture
def folder(published: SiteTarget) -> Path:
    return published.folder / "datasets" / "benches"


def test_frictionless_finds_the_data_package_valid(folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])
    rows = {task.name: task.stats.get("rows") for task in report.tasks}
    assert rows["benches.csv"] == rows["benches.xlsx"] == len(samples.ROWS)


def test_frictionless_would_notice_another_byte(folder: Path) -> None:
    with (folder / "Benches.csv").open("ab") as file:
        file.write(b"010,,,,,\n")
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert {error.type for task in report.tasks for error in task.errors} >= {"hash-count"}


def test_the_package_is_a_data_package_2_that_lists_every_file(folder: Path) -> None:
    found = json.loads((folder / "datapackage.json").read_bytes())
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["version"] == "a1b2c3d4e5f6"
    assert found["licenses"][0]["name"] == "CC-BY-4.0"
    assert [one["roles"] for one in found["contributors"]] == [["publisher"], ["contact"]]
    paths = {resource["path"] for resource in found["resources"]}
    own = {"index.html", "datapackage.json", "passport.json"}
    assert paths | own == {path.name for path in folder.iterdir()}


def test_every_resource_has_the_size_and_hash_of_its_file(folder: Path) -> None:
    for resource in json.loads((folder / "datapackage.json").read_bytes())["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_only_tables_that_readers_can_type_carry_a_schema(folder: Path) -> None:
    resources = json.loads((folder / "datapackage.json").read_bytes())["resources"]
    typed = {resource["path"] for resource in resources if resource.get("type") == "table"}
    assert typed == {"Benches.csv", "Benches.xlsx"}
    schemas = [resource["schema"] for resource in resources if resource["path"] in typed]
    assert schemas == [dict(samples.SCHEMA)] * 2


def test_sources_of_the_web_have_an_address_and_local_ones_a_name() -> None:
    web, local = (source(snapshot) for snapshot in samples.release().snapshots)
    assert isinstance(web, dict)
    assert isinstance(local, dict)
    assert web["path"] == "https://example.org/benches.csv"
    assert local["title"] == "benches-2026.csv"
    assert "path" not in local
    assert "private" not in json.dumps(local)
