"""The gate: every expectation is made to fail once."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline import gate, messages
from pipeline.descriptor import DatasetSpec
from pipeline.model import Finding, Rejection, Release, Severity
from tests.builders import NOW, candidate, dataset, error, table, table_spec


def acts(*numbers: str, **more: str) -> list[dict[str, str]]:
    return [{"number": number, "title": f"Про {number}", **more} for number in numbers]


def spec_with(tmp_path: Path, rows: str = "mirror", **expect: Any) -> DatasetSpec:
    return dataset(tmp_path, table_spec(rows=rows, expect={"min_rows": 1, **expect}))


def release(spec: DatasetSpec, *numbers: str) -> Release:
    decision = gate.decide(candidate(table(acts(*numbers))), (), spec, None, NOW)
    assert isinstance(decision, Release)
    return decision


def codes(decision: Release | Rejection) -> set[str]:
    return {finding.code for finding in decision.findings}


def test_sound_tables_are_released(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    made = release(spec, "1", "2")
    assert list(made.tables[0].frame["number"]) == ["1", "2"]
    assert (made.released_at, made.first_released_at) == (NOW, NOW)


def test_a_later_release_remembers_the_first_day(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    later = gate.decide(
        candidate(table(acts("1", "3"))), (), spec, release(spec, "1", "2"), NOW + timedelta(days=1)
    )
    assert isinstance(later, Release)
    assert later.first_released_at == NOW


@pytest.mark.parametrize(
    ("expect", "before", "now", "code"),
    [
        ({"min_rows": 3}, (), ("1", "2"), "too-few-rows"),
        ({"max_rows": 1}, (), ("1", "2"), "too-many-rows"),
        ({"max_shrink": 0.4}, ("1", "2", "3", "4"), ("1", "2"), "volume-shrank"),
        ({"max_growth": 0.5}, ("1", "2"), ("1", "2", "3", "4"), "volume-grew"),
    ],
    ids=lambda item: str(item),
)
def test_volume_is_held_against_expectations(
    tmp_path: Path, expect: dict[str, Any], before: tuple[str, ...], now: tuple[str, ...], code: str
) -> None:
    previous = release(spec_with(tmp_path), *before) if before else None
    spec = spec_with(tmp_path, **expect)
    decision = gate.decide(candidate(table(acts(*now))), (), spec, previous, NOW)
    assert isinstance(decision, Rejection)
    assert codes(decision) == {code}


def test_a_registry_that_shrank_names_both_counts_and_both_sources(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    previous = release(spec, *map(str, range(155)))
    now = table(acts(*map(str, range(15))))
    place = replace(now.origins[0].place, source="quarter-2.csv")
    moved = tuple(replace(origin, sha256="b" * 64, place=place) for origin in now.origins)
    decision = gate.decide(candidate(replace(now, origins=moved)), (), spec, previous, NOW)
    assert isinstance(decision, Rejection)
    found = next(one for one in decision.findings if one.code == "volume-shrank")
    assert (found.details["before"], found.details["rows"]) == (155, 15)
    assert found.details["earlier"] == "acts.html (aaaaaaaa)"
    assert found.details["source"] == "quarter-2.csv (bbbbbbbb)"
    for language in ("uk", "en"):
        said = messages.text(language, "finding-volume-shrank", found.details)
        assert all(word in said for word in ("155", "15", "acts.html", "quarter-2.csv"))


def test_an_emptied_column_is_refused(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    emptied = table([{"number": "1", "title": ""}, {"number": "2", "title": ""}])
    decision = gate.decide(candidate(emptied), (), spec, release(spec, "1", "2"), NOW)
    assert codes(decision) == {"column-emptied"}


def test_columns_that_come_and_go_are_named(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    other = table([{"number": "1", "name": "а"}, {"number": "2", "name": "б"}])
    decision = gate.decide(candidate(other), (), spec, release(spec, "1", "2"), NOW)
    assert codes(decision) == {"column-appeared", "column-vanished"}
    assert isinstance(decision, Release)


def test_bad_rows_within_the_ceiling_are_held_back(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, quarantine=0.5)
    decision = gate.decide(candidate(table(acts("1", "2"))), (error(2),), spec, None, NOW)
    assert isinstance(decision, Release)
    assert list(decision.tables[0].frame["number"]) == ["1"]
    assert list(decision.quarantine[0].frame["number"]) == ["2"]
    assert {(found.code, found.severity) for found in decision.findings} == {
        ("type-error", Severity.WARNING),
        ("quarantined", Severity.WARNING),
    }


def test_bad_rows_above_the_ceiling_reject(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, quarantine=0.4)
    decision = gate.decide(candidate(table(acts("1", "2"))), (error(2),), spec, None, NOW)
    assert isinstance(decision, Rejection)
    assert codes(decision) == {"type-error", "quarantine-ceiling"}


def test_an_error_of_the_whole_table_rejects(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, quarantine=0.9)
    decision = gate.decide(candidate(table(acts("1"))), (error(None),), spec, None, NOW)
    assert isinstance(decision, Rejection)


def test_accumulating_rows_stay_and_are_replaced_by_key(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, rows="accumulate")
    previous = release(spec, "16-1", "16-2")
    fresh = table(acts("16-10", "16-2", title="нова"))
    carried = gate.carry_over(fresh, spec.table("LegalActs"), previous.tables[0])
    assert list(carried.frame["number"]) == ["16-1", "16-2", "16-10"]
    assert list(carried.frame["title"]) == ["Про 16-1", "нова", "нова"]
    assert [origin.place.line for origin in carried.origins] == [1, 2, 1]


def test_a_row_held_back_leaves_the_published_one_standing(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, rows="accumulate", quarantine=0.5)
    previous = release(spec, "1", "2")
    merged = gate.carry_over(
        table(acts("2", title="зіпсована")), spec.table("LegalActs"), previous.tables[0]
    )
    decision = gate.decide(candidate(merged), (error(2),), spec, previous, NOW)
    assert isinstance(decision, Release)
    assert list(decision.tables[0].frame["title"]) == ["Про 1", "Про 2"]


def test_mirrored_rows_vanish_with_the_source(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    carried = gate.carry_over(
        table(acts("2")), spec.table("LegalActs"), release(spec, "1").tables[0]
    )
    assert list(carried.frame["number"]) == ["2"]


def test_the_same_content_has_the_same_version(tmp_path: Path) -> None:
    spec = spec_with(tmp_path)
    first = release(spec, "1", "2")
    again = gate.decide(candidate(table(acts("1", "2"))), (), spec, first, NOW + timedelta(days=9))
    assert isinstance(again, Release)
    assert again.version == first.version


@pytest.mark.parametrize("what", ["row", "masked", "extractor", "descriptor", "schema"])
def test_whatever_shapes_a_publication_changes_its_version(tmp_path: Path, what: str) -> None:
    spec = spec_with(tmp_path)
    first = release(spec, "1")
    changed = candidate(table(acts("1")))
    if what == "row":
        changed = candidate(table(acts("1", title="інша")))
    if what == "masked":
        changed = replace(changed, masked={"person": 1})
    if what == "extractor":
        changed = replace(changed, extractor="decisions/2")
    if what == "descriptor":
        (spec.folder / "dataset.yaml").write_text("name: acts # інше\n", encoding="utf-8")
    if what == "schema":
        (spec.schemas / f"{spec.text.tables[0].schema_path}.json").write_text("{}")
    decision = gate.decide(changed, (), spec, None, NOW)
    assert isinstance(decision, Release)
    assert decision.version != first.version


def test_rows_stand_in_the_order_of_numbers_whatever_the_page_did(tmp_path: Path) -> None:
    spec = table_spec()
    shuffled = gate.carry_over(table(acts("16-10", "16-9", "2-1", "16-9а")), spec, None)
    assert list(shuffled.frame["number"]) == ["2-1", "16-9", "16-9а", "16-10"]


def test_an_empty_table_is_no_obstacle_to_ordering() -> None:
    empty = replace(table([]), frame=pd.DataFrame(columns=["number", "title"], dtype=str))
    assert gate.carry_over(empty, table_spec(), None).frame.empty


def test_a_finding_without_table_is_an_error_of_the_dataset(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, quarantine=0.9)
    found = Finding(code="no-acts-on-page", severity=Severity.ERROR)
    assert isinstance(
        gate.decide(candidate(table(acts("1"))), (found,), spec, None, NOW), Rejection
    )


def test_an_error_said_before_validation_rejects_even_if_it_names_a_row(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, quarantine=0.9)
    refused = error(1, code="personal-data-refused")
    decision = gate.decide(
        candidate(table(acts("1", "2")), findings=(refused,)), (), spec, None, NOW
    )
    assert isinstance(decision, Rejection)
    assert decision.findings == (refused,)


def test_shares_speak_of_what_the_sources_gave_now(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, rows="accumulate", quarantine=0.5)
    previous = release(spec, *(str(number) for number in range(1, 21)))
    merged = gate.carry_over(table(acts("21", "22")), spec.table("LegalActs"), previous.tables[0])
    made = candidate(merged, fresh={"LegalActs": 2})
    decision = gate.decide(made, (error(21), error(22)), spec, previous, NOW)
    assert codes(decision) == {"type-error", "quarantine-ceiling"}


def test_an_empty_source_does_not_hide_behind_earlier_rows(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, rows="accumulate")
    previous = release(spec, "1", "2")
    made = candidate(previous.tables[0], fresh={"LegalActs": 0})
    assert codes(gate.decide(made, (), spec, previous, NOW)) == {"too-few-rows"}


def test_a_published_row_that_is_bad_by_now_rejects(tmp_path: Path) -> None:
    spec = spec_with(tmp_path, rows="accumulate", quarantine=0.5)
    previous = release(spec, "1", "2")
    made = candidate(previous.tables[0], fresh={"LegalActs": 2})
    decision = gate.decide(made, (error(2),), spec, previous, NOW)
    assert isinstance(decision, Rejection)
    assert "published-rows-unfit" in codes(decision)
