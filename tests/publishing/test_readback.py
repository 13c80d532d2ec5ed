import json
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.publishing.package import file_hash
from pipeline.publishing.site import SiteTarget
from tests.publishing import samples


def read_back(target: SiteTarget, rows: tuple[tuple[str, ...], ...] = samples.ROWS) -> None:
    target.read_back(samples.release(rows), samples.passport())


def folder(target: SiteTarget) -> Path:
    return target.folder / "datasets" / "benches"


def rewrite(target: SiteTarget, name: str, old: bytes, new: bytes) -> None:
    """Change a file and its hash, so that only its contents give it away."""
    path, package = folder(target) / name, folder(target) / "datapackage.json"
    data = path.read_bytes().replace(old, new)
    assert data != path.read_bytes()
    path.write_bytes(data)
    described = json.loads(package.read_bytes())
    for resource in described["resources"]:
        if resource["path"] == name:
            resource["hash"], resource["bytes"] = file_hash(data), len(data)
    package.write_text(json.dumps(described))


def test_the_receipt_counts_rows_and_names_every_file(published: SiteTarget) -> None:
    receipt = published.read_back(samples.release(), samples.passport())
    assert receipt.rows == {"Benches": 3}
    assert receipt.masked == {"person-name": 2}
    assert receipt.read_back_at == published.clock()
    assert receipt.address == (folder(published) / "index.html").as_uri()
    files = {f"datasets/benches/{path.name}": path for path in folder(published).iterdir()}
    assert {file.path: (file.sha256, file.size) for file in receipt.files} == {
        name: (file_hash(path.read_bytes()).removeprefix("sha256:"), path.stat().st_size)
        for name, path in files.items()
    }


def test_the_receipt_has_the_public_address(tmp_path: Path) -> None:
    target = samples.site(tmp_path / "site", url="https://data.example.org/open")
    samples.publish(target, samples.release(), samples.passport())
    receipt = target.read_back(samples.release(), samples.passport())
    assert receipt.address == "https://data.example.org/open/datasets/benches/"


@pytest.mark.parametrize(
    "name", ["Benches.csv", "Benches.xlsx", "index.html", "passport.json", "findings.json"]
)
def test_a_missing_file_is_noticed(published: SiteTarget, name: str) -> None:
    (folder(published) / name).unlink()
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-missing"


def test_another_byte_is_noticed_by_the_hash(published: SiteTarget) -> None:
    with (folder(published) / "Benches.xlsx").open("ab") as file:
        file.write(b"\x00")
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-hash"


@pytest.mark.parametrize(
    ("name", "old", "new", "row", "column"),
    [
        ("Benches.csv", b"007", b"7", "1", "1"),
        ("Benches.csv", b"'=SUM", b"=SUM", "2", "2"),
        ("Benches.json", b"1.5", b"1.6", "1", "4"),
        ("Benches.json", b'"009"', b"9", "3", "1"),
        ("Benches.csv", b"seats", b"chairs", "0", "0"),
    ],
)
def test_another_value_is_noticed_though_the_hash_is_right(
    published: SiteTarget, name: str, old: bytes, new: bytes, row: str, column: str
) -> None:
    rewrite(published, name, old, new)
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-differs"
    assert caught.value.details == {
        "path": f"datasets/benches/{name}",
        "row": row,
        "column": column,
    }


def test_another_workbook_is_noticed_by_its_values(published: SiteTarget, tmp_path: Path) -> None:
    other = samples.site(tmp_path / "other")
    rows = (("007", "Сквер", "3", "1.50", "2026-04-01", ""), *samples.ROWS[1:])
    samples.publish(other, samples.release(rows), samples.passport())
    whole = (folder(published) / "Benches.xlsx").read_bytes()
    rewrite(published, "Benches.xlsx", whole, (folder(other) / "Benches.xlsx").read_bytes())
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-differs"


def test_a_file_that_is_no_table_is_noticed(published: SiteTarget) -> None:
    rewrite(published, "Benches.json", b"[\n", b"<html>")
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-unreadable"


def test_a_table_that_the_package_does_not_list_is_noticed(published: SiteTarget) -> None:
    package = folder(published) / "datapackage.json"
    described = json.loads(package.read_bytes())
    described["resources"] = [one for one in described["resources"] if one["path"] != "Benches.csv"]
    package.write_text(json.dumps(described))
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-missing"


def test_a_passport_that_is_none_is_noticed(published: SiteTarget) -> None:
    (folder(published) / "passport.json").write_text("{}")
    with pytest.raises(SourceError) as caught:
        read_back(published)
    assert caught.value.code == "read-back-unreadable"


def test_another_version_is_noticed(published: SiteTarget) -> None:
    with pytest.raises(SourceError) as caught:
        published.read_back(samples.release(version="ffffffffffff"), samples.passport())
    assert caught.value.code == "read-back-version"


def test_fewer_rows_are_noticed(published: SiteTarget) -> None:
    with pytest.raises(SourceError) as caught:
        read_back(published, samples.ROWS[:2])
    assert caught.value.code == "read-back-differs"
