"""A release is kept whole and read back the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import gate
from pipeline.errors import MachineError
from pipeline.model import Finding, Origin, Place, Release, Severity
from pipeline.releases import ReleaseStore
from tests.builders import NOW, candidate, dataset, table


def make(tmp_path: Path, title: str = "Про бюджет") -> Release:
    found = Finding(
        code="derived",
        severity=Severity.INFO,
        place=Place(source="a.xlsx", sheet="Рішення", cell="C17", line=17),
        value="зміст клітинки",
        details={"count": 1},
    )
    acts = table([{"number": "1", "title": title}, {"number": "2", "title": ""}])
    placed = replace(
        acts,
        origins=(
            acts.origins[0],
            Origin(
                sha256="b" * 64,
                place=Place(source="a.xlsx", sheet="Рішення", line=17),
                columns={"title": "C"},
            ),
        ),
    )
    made = gate.decide(
        candidate(placed, masked={"person": 2}, actual_on=date(2026, 10, 1)),
        (found,), dataset(tmp_path), None, NOW,
    )  # fmt: skip
    assert isinstance(made, Release)
    return made


def same(one: Release, other: Release) -> bool:
    return all(
        left.frame.equals(right.frame) and left.origins == right.origins
        for left, right in zip(one.tables, other.tables, strict=True)
    ) and replace(one, tables=(), findings=()) == replace(other, tables=(), findings=())


def test_a_release_reads_back_the_same_but_for_quoted_values(tmp_path: Path) -> None:
    store, made = ReleaseStore(tmp_path / "releases"), make(tmp_path)
    store.put(made)
    back = gate.readmit(store, made.dataset, made.version)
    assert same(made, back)
    assert back.findings == (replace(made.findings[0], value=None),)
    assert "зміст клітинки" not in (tmp_path / "releases").joinpath(
        made.dataset, made.version, "release.json"
    ).read_text("utf-8")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(
    title=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), min_size=1)
)
def test_any_text_survives(tmp_path: Path, title: str) -> None:
    store, made = ReleaseStore(tmp_path / "releases"), make(tmp_path, title)
    store.put(made)
    assert same(made, gate.readmit(store, made.dataset, made.version))


def test_what_is_kept_is_never_written_again(tmp_path: Path) -> None:
    store, made = ReleaseStore(tmp_path / "releases"), make(tmp_path)
    store.put(made)
    file = tmp_path / "releases" / made.dataset / made.version / "release.json"
    before = file.stat().st_mtime_ns
    store.put(replace(made, masked={"person": 99}))
    assert file.stat().st_mtime_ns == before


def test_half_a_release_is_never_taken_for_one(tmp_path: Path) -> None:
    store, made = ReleaseStore(tmp_path / "releases"), make(tmp_path)
    leftover = tmp_path / "releases" / made.dataset / f".{made.version}"
    leftover.mkdir(parents=True)
    (leftover / "tables").mkdir()
    assert not store.has(made.dataset, made.version)
    store.put(made)
    assert store.has(made.dataset, made.version)
    assert not leftover.exists()


def test_an_absent_release_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        ReleaseStore(tmp_path).get("acts", "000000000000", Release)
    assert "backup" in str(caught.value)
